"""What a verb of the command line is, and the arguments that several verbs have."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True, slots=True)
class Verb:
    """One verb: its line in the help, its arguments, and what it does."""

    name: str
    operands: str
    """What follows the name in the help, such as `ID`."""
    summary: str
    add_arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[..., int]
    """Takes the session and the arguments by name; returns the exit status."""
    reads_library: bool = False
    """Whether the index is to follow the folders first, where that is quick."""
    takes_dashes: bool = False
    """Whether `-word` is an operand, to be added by `add_words`; options but `-h` are long."""


_DASHED = "\0"
"""Before a word that is no option: no argument of a process can hold it."""


def mark_dashed(typed: Sequence[str]) -> list[str]:
    """The arguments with `-word` marked, so that argparse does not take it for an option."""
    return [_DASHED + one if re.match("-(?!-|h$|$)", one) else one for one in typed]


def unmarked(typed: str) -> str:
    """What was typed, for words and for messages."""
    return typed.replace(_DASHED, "")


def as_text(typed: str) -> str:
    """What was typed, where it is no path: bytes that are no UTF-8 stand for nothing, as `�`."""
    return typed.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def add_words(parser: argparse.ArgumentParser, name: str, explanation: str) -> None:
    """Let the verb take words, some of which may begin with a dash."""
    parser.add_argument("words", metavar=name, nargs="+", type=unmarked, help=explanation)


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let the verb answer with one JSON document."""
    parser.add_argument("--json", action="store_true", dest="as_json", help=_("print JSON"))


def add_limit(parser: argparse.ArgumentParser, default: int | None, explanation: str) -> None:
    """Let the verb stop after so many answers, which the explanation names."""
    parser.add_argument(
        "--limit",
        type=positive,
        default=default,
        metavar="NUMBER",
        help=explanation,
    )


def positive(typed: str) -> int:
    """A whole number from 1 up, for argparse."""
    if not typed.isascii() or not typed.isdecimal() or int(typed) < 1:
        raise argparse.ArgumentTypeError(_("it must be a whole number from 1 up"))
    return int(typed)


def named(typed: str) -> str:
    """A path as it was typed, for argparse; nothing at all would mean the folder one is in."""
    if not typed.strip():
        raise argparse.ArgumentTypeError(_("an empty name stands for no file or folder"))
    return typed


def named_path(typed: str) -> Path:
    """As `named`."""
    return Path(named(typed))
