"""What the command line writes: stdout is data, stderr is words.

Every string is guarded here before styles are added, so none of its own bytes steer the terminal.
"""

from __future__ import annotations

import json
import os
import shutil
from contextlib import contextmanager
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.errors import BulletinError
from bulletin_tui.reasons import system_reason
from bulletin_tui.text.clean import guard
from bulletin_tui.text.forbidden import FORBIDDEN
from bulletin_tui.words import _

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TextIO

JsonValue: TypeAlias = "bool | int | float | str | Sequence[JsonValue] | JsonObject | None"
JsonObject: TypeAlias = "Mapping[str, JsonValue]"

_RESET = "\x1b[0m"
_ERASE_REST = "\x1b[K"


class NotWrittenError(BulletinError):
    """What was asked for could not be written to stdout; a disk is full, perhaps."""


class Style(StrEnum):
    """How a piece of a line is set; the values are ANSI sequences."""

    STRONG = "\x1b[1m"
    DIM = "\x1b[2m"
    MATCH = "\x1b[1;4m"


Piece: TypeAlias = str | tuple[str, Style]


class Output:
    """The two streams of one command. Writing data raises NotWrittenError or BrokenPipeError."""

    def __init__(self, stdout: TextIO, stderr: TextIO) -> None:
        self._stdout = stdout
        self._stderr = stderr
        self.is_terminal = stdout.isatty()
        """Whether a person looks at stdout, so that it is laid out rather than put in columns."""
        plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
        self._is_styled = self.is_terminal and not plain
        self._overwrites = stderr.isatty() and os.environ.get("TERM") != "dumb"

    @property
    def width(self) -> int:
        """Cells in a line of the terminal."""
        return shutil.get_terminal_size().columns

    def line(self, *pieces: Piece) -> None:
        """Write one line of data; line breaks inside a piece become spaces."""
        self._write("".join(self._painted(piece) for piece in pieces))

    def row(self, *cells: str) -> None:
        """Write one line of cells with a tab between them, for other programs to cut."""
        self._write("\t".join(_guarded_line(cell) for cell in cells))

    def text(self, text: str) -> None:
        """Write a text with its own line breaks and tabs."""
        self._write(guard(text, keep="\n\t").removesuffix("\n"))

    def json(self, value: JsonValue) -> None:
        """Write one JSON document; what must not reach a terminal is escaped, so it reads back."""
        document = json.dumps(value, ensure_ascii=False, indent=2)
        lines = (FORBIDDEN.sub(_json_escape, line) for line in document.split("\n"))
        self._write("\n".join(lines))

    def warn(self, sentence: str) -> None:
        """Write a sentence for the person to stderr."""
        self._stderr.write(guard(sentence, keep="\n") + "\n")

    def progress(self, sentence: str) -> None:
        """Tell on stderr how far something has come; in one line, so to a terminal only."""
        if self._overwrites:
            self._stderr.write(f"\r{_guarded_line(sentence)}{_ERASE_REST}")
            self._stderr.flush()

    def end_progress(self) -> None:
        """Leave nothing of that line."""
        self.progress("")

    def flush(self) -> None:
        """Hand everything over now, so that what goes wrong is noticed here."""
        with _writing():
            self._stdout.flush()

    def _write(self, lines: str) -> None:
        with _writing():
            self._stdout.write(lines + "\n")

    def _painted(self, piece: Piece) -> str:
        if isinstance(piece, str):
            return _guarded_line(piece)
        text, style = piece
        guarded = _guarded_line(text)
        return f"{style}{guarded}{_RESET}" if self._is_styled and guarded else guarded


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        message = _("The answer could not be written: {reason}.")
        raise NotWrittenError(message.format(reason=system_reason(error))) from error


def _guarded_line(text: str) -> str:
    return guard(text.replace("\n", " "))


def _json_escape(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))
