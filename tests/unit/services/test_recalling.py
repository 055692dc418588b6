"""What is remembered of searching: words as they were meant, not what was pasted by accident."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.services import recalling

if TYPE_CHECKING:
    from bulletin_tui.services.workspace import Workspace


def test_white_space_makes_no_other_search(workspace: Workspace) -> None:
    recalling.remember_query(workspace, "trường học")
    recalling.remember_query(workspace, "  trường   học ")
    assert recalling.recent_queries(workspace) == ("trường học",)


def test_an_empty_or_an_endless_search_is_not_remembered(workspace: Workspace) -> None:
    recalling.remember_query(workspace, " ")
    recalling.remember_query(workspace, "a" * 10_000)
    assert recalling.recent_queries(workspace) == ()
