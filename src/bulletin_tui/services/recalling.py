"""The searches that led somewhere, to be asked again; they stay on this device."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.text.clean import clean_line

if TYPE_CHECKING:
    from bulletin_tui.services.workspace import Workspace

LONGEST_QUERY = 200
"""Code points; what is longer was pasted, and is hardly asked again."""


def recent_queries(workspace: Workspace) -> tuple[str, ...]:
    """What was searched for, the last one first. Raises StateUnavailableError."""
    return workspace.store.recent_queries()


def remember_query(workspace: Workspace, typed: str) -> None:
    """Keep what was searched for as the last search. Raises NotSavedError."""
    text = clean_line(typed)
    if 0 < len(text) <= LONGEST_QUERY:
        workspace.store.remember_query(text)


def forget_query(workspace: Workspace, typed: str) -> None:
    """Forget one search. Raises NotSavedError."""
    workspace.store.forget_query(typed)


def forget_queries(workspace: Workspace) -> None:
    """Forget every search. Raises NotSavedError."""
    workspace.store.forget_queries()
