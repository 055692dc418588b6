"""Marks exported on one machine and restored on another, for the tests of both."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from bulletin_tui.services.annotating import (
    add_highlight,
    remove,
)
from bulletin_tui.services.exporting import Shape, export
from bulletin_tui.services.restoring import restore
from bulletin_tui.services.stacks import MemoryStacks
from unit.store.samples import (
    ARTICLE,
    BEES,
    GREEN,
    NOW,
    OTHER,
    bookmark,
    marks,
    span_of,
)

if TYPE_CHECKING:
    from datetime import datetime

    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.services.taking_up import Outcome
    from bulletin_tui.services.workspace import Workspace


def mark_something(workspace: Workspace) -> None:
    """Three marks in two articles."""
    add_highlight(workspace, OTHER, span_of(OTHER, "Thuyền về lúc bốn giờ"), GREEN)
    bookmark(workspace, ARTICLE, 150)
    add_highlight(workspace, ARTICLE, BEES, GREEN, "hỏi thêm\nvề sản lượng", ("ong", "xã"))


def exported(workspace: Workspace, form: str = "jsonld") -> bytes:
    """What `bulletin export` writes."""
    return export(workspace, Shape(form)).encode()


def outcomes(workspace: Workspace, data: bytes) -> dict[Outcome, int]:
    """What became of the marks of a file."""
    return dict(restore(workspace, data).outcomes)


def at(workspace: Workspace, minutes: int) -> None:
    """Set the clock of a workspace so many minutes after the usual one."""
    now: datetime = NOW + timedelta(minutes=minutes)
    workspace.store._acting._now = lambda: now


def restore_in(workspace: Workspace, data: bytes, *articles: Any) -> list[Annotation]:
    """What becomes of a file in a library of these articles, once nothing is marked any more."""
    remove(workspace, [mark.id for mark in marks(workspace)])
    workspace.stacks = MemoryStacks(articles)
    restore(workspace, data)
    return marks(workspace)
