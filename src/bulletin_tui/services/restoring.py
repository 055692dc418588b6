"""Restoring marks from an exported file: all of them in one act, or none."""

from __future__ import annotations

from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bulletin_tui.errors import BulletinError
from bulletin_tui.services.interchange.formats import read_incoming
from bulletin_tui.services.taking_up import TakingUp
from bulletin_tui.words import _

if TYPE_CHECKING:
    from typing import BinaryIO

    from bulletin_tui.model.annotation import AnchorState
    from bulletin_tui.services.interchange.incoming import Refusal
    from bulletin_tui.services.taking_up import Outcome, TakenUp
    from bulletin_tui.services.workspace import Workspace

MEGABYTE = 1024 * 1024
LARGEST_FILE = 128 * MEGABYTE
"""In bytes."""
_FIRST_OF_ALL = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Restoration:
    """What a restore came to."""

    form: str
    marks: tuple[TakenUp, ...]
    """In the order in which they were made."""
    refusals: tuple[Refusal, ...]

    @property
    def outcomes(self) -> Counter[Outcome]:
        """How many marks ended so."""
        return Counter(mark.outcome for mark in self.marks)

    @property
    def states(self) -> Counter[AnchorState]:
        """How many marks of those that were written stand so in today's texts."""
        return Counter(mark.placed.state for mark in self.marks if mark.is_written)


class _OnlyTriedError(Exception):
    """Ends a transaction with nothing written."""


def read_bounded(file: BinaryIO) -> bytes:
    """What a file holds. Raises BulletinError for one that is too large, and OSError."""
    data = file.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        sentence = _("The file is too large: at most {limit} MB are read.")
        raise BulletinError(
            sentence.format(limit=LARGEST_FILE // MEGABYTE),
            advice=_("Export without the texts, or one article at a time."),
        )
    return data


def restore(
    workspace: Workspace, data: bytes, form: str | None = None, *, only_tries: bool = False
) -> Restoration:
    """Take up the marks of a file, whose format is told from what it holds unless it is given.

    With `only_tries`, say what would be done. Raises NotAnExportError, NotSavedError.
    """
    if not only_tries:
        workspace.store.check_keeping()
    form, incoming = read_incoming(data, form)
    # Lists have the one made last first: they are made again in their old order.
    marks = sorted(incoming.marks, key=lambda mark: mark.created_at or _FIRST_OF_ALL)
    taken: list[TakenUp] = []
    with suppress(_OnlyTriedError), workspace.store.act() as act:
        taking = TakingUp(workspace, act)
        taken.extend(taking.take_up(mark) for mark in marks)
        if only_tries:
            raise _OnlyTriedError
    return Restoration(form, tuple(taken), incoming.refusals)
