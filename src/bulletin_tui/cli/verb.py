"""What a verb of the command line is, and the arguments that several verbs have."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable


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


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let the verb answer with one JSON document."""
    parser.add_argument("--json", action="store_true", dest="as_json", help=_("print JSON"))


def add_limit(parser: argparse.ArgumentParser, default: int | None) -> None:
    """Let the verb stop after so many answers."""
    parser.add_argument(
        "--limit",
        type=positive,
        default=default,
        metavar="NUMBER",
        help=_("stop after this many"),
    )


def positive(typed: str) -> int:
    """A whole number from 1 up, for argparse."""
    if not typed.isascii() or not typed.isdecimal() or int(typed) < 1:
        raise argparse.ArgumentTypeError(_("it must be a whole number from 1 up"))
    return int(typed)
