"""Drafts of notes, each in a file of its own: whatever ends the program, its words are there.

A file is locked by the editor it belongs to, for as long as there is one, so that what another
window is still writing is not taken for left behind. It is one line of JSON; what follows the line
is the rest of a longer one.
"""

from __future__ import annotations

import fcntl
import json
import os
import secrets
from contextlib import suppress
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.model.article import Span
from bulletin_tui.model.draft import Draft, DraftedPassage
from bulletin_tui.paths import make_private

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_SUFFIX = ".json"
_MOST_BYTES = 1 << 24
"""Of a file that is read; nobody types as much."""


class DraftFile:
    """Where one editor keeps its words; there is no file before there are any."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: BinaryIO | None = None
        self._is_over = False

    @classmethod
    def new(cls, folder: Path) -> DraftFile:
        """One under a name that no other has."""
        return cls(folder / f"{secrets.token_hex(8)}{_SUFFIX}")

    @classmethod
    def left_behind(cls, path: Path) -> DraftFile | None:
        """A file that no editor has any more; None if one has it. Raises OSError."""
        draft = cls(path)
        draft._file = open(path, "r+b", opener=_open_no_link)  # noqa: SIM115
        if _lock(draft._file) and os.fstat(draft._file.fileno()).st_nlink:
            return draft
        draft._file.close()
        return None

    def keep(self, draft: Draft) -> None:
        """Have these words on the disk; nothing happens once it is over. Raises OSError."""
        if self._is_over:
            return
        if self._file is None:
            make_private(self._path.parent)
            self._file = open(self._path, "x+b", opener=_open_private)  # noqa: SIM115
            _lock(self._file)
        self._file.seek(0)
        self._file.write(_to_line(draft))
        self._file.flush()
        os.fsync(self._file.fileno())

    def read(self) -> Draft | None:
        """The words in it; None if they cannot be made out. Raises OSError."""
        if self._file is None:
            return None
        self._file.seek(0)
        return _from_line(self._file.readline(_MOST_BYTES))

    def close(self) -> None:
        """Leave it to whoever comes next."""
        self._is_over = True
        if self._file is not None:
            self._file.close()

    def drop(self) -> None:
        """The words are saved, or not wanted: take the file away. Raises OSError."""
        if self._file is not None and not self._is_over:
            self._path.unlink(missing_ok=True)
        self.close()


def drafts_left_behind(folder: Path) -> Iterator[DraftFile]:
    """The files of editors that are gone, each held until it is dropped or closed."""
    for path in sorted(folder.glob(f"*{_SUFFIX}")):
        with suppress(OSError):  # gone meanwhile, or not ours to read
            found = DraftFile.left_behind(path)
            if found is not None:
                yield found


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_CLOEXEC | os.O_NOFOLLOW, 0o600)


def _open_no_link(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK)


def _lock(file: BinaryIO) -> bool:
    """Whether it is ours from now on; a file system without locks lets everybody have it."""
    try:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def _to_line(draft: Draft) -> bytes:
    values: dict[str, object] = {"note": draft.note, "begun_with": draft.begun_with}
    at = draft.at
    if isinstance(at, DraftedPassage):
        values |= {
            "article": at.article_id,
            "start": at.span.start,
            "end": at.span.end,
            "quote": at.quote,
            "color": at.color.value,
        }
    else:
        values["mark"] = at
    return json.dumps(values).encode() + b"\n"


def _from_line(line: bytes) -> Draft | None:
    """Raises nothing, whatever is in the line."""
    try:
        values = json.loads(line) if line.endswith(b"\n") else None
        match values:
            case {"note": str(note), "begun_with": str(begun_with), "mark": str(mark)}:
                return Draft(note, begun_with, mark)
            case {
                "note": str(note),
                "begun_with": str(begun_with),
                "article": str(article),
                "start": int(start),
                "end": int(end),
                "quote": str(quote),
                "color": str(color),
            } if 0 <= start < end and quote.strip():
                span = Span(start, end)
                passage = DraftedPassage(article, span, quote, HighlightColor(color))
                return Draft(note, begun_with, passage)
            case _:
                return None
    except (ValueError, RecursionError):
        return None
