"""Drafts of notes, each in a file of its own: whatever ends the program, its words are there.

A file is locked by the editor it belongs to, for as long as there is one, so that what another
window is still writing is not taken for left behind. It is locked before it has its name, and
whole: longer words that find no room on the disk cost nothing of those before them.
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
from bulletin_tui.store.files import sync_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from typing import BinaryIO

_SUFFIX = ".json"
_UNNAMED = ".new"
"""The end of what has no name yet; what a killed editor leaves of it is taken away."""
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
        make_private(self._path.parent)
        before, self._file = self._file, self._written(_to_bytes(draft))
        if before is not None:
            before.close()
        sync_folder(self._path.parent)

    def _written(self, content: bytes) -> BinaryIO:
        """The file with this content, locked."""
        unnamed = self._path.with_suffix(_UNNAMED)
        file = open(unnamed, "w+b", opener=_open_private)  # noqa: SIM115
        try:
            _lock(file)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
            unnamed.replace(self._path)
        except OSError:
            unnamed.unlink(missing_ok=True)
            file.close()
            raise
        return file

    def read(self) -> Draft | None:
        """The words in it; None if they cannot be made out."""
        if self._file is None:
            return None
        try:
            return _from_bytes(self._file.read(_MOST_BYTES))
        except OSError:
            return None

    def close(self) -> None:
        """Leave it to whoever comes next."""
        self._is_over = True
        if self._file is not None:
            self._file.close()

    def drop(self) -> None:
        """The words are saved, or not wanted: take the file away. Raises OSError."""
        if self._file is not None:
            self._path.unlink(missing_ok=True)
        self.close()


def drafts_left_behind(folder: Path) -> Iterator[tuple[DraftFile, Draft]]:
    """What editors that are gone had, each file held until it is dropped or closed.

    What cannot be read is left alone.
    """
    for file in _left_behind(folder, _UNNAMED):
        with suppress(OSError):
            file.drop()
    for file in _left_behind(folder, _SUFFIX):
        draft = file.read()
        if draft is not None:
            yield file, draft
        else:
            file.close()


def _left_behind(folder: Path, suffix: str) -> Iterator[DraftFile]:
    for path in sorted(folder.glob(f"*{suffix}")):
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


def _to_bytes(draft: Draft) -> bytes:
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
    return json.dumps(values).encode()


def _from_bytes(content: bytes) -> Draft | None:
    """Raises nothing, whatever is there."""
    try:
        match json.loads(content):
            case {"note": str(note), "begun_with": str(begun_with), "mark": str(mark)}:
                return Draft(note, begun_with, _id(mark))
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
                passage = DraftedPassage(_id(article), span, quote, HighlightColor(color))
                return Draft(note, begun_with, passage)
            case _:
                return None
    except (ValueError, RecursionError):
        return None


def _id(name: str) -> str:
    """As it is. Raises UnicodeEncodeError for one that no database can be asked for."""
    name.encode()
    return name
