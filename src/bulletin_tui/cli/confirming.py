"""Asking on the terminal whether something is meant."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bulletin_tui.errors import UsageError
from bulletin_tui.words import _

if TYPE_CHECKING:
    from bulletin_tui.cli.output import Output


def check_can_ask(out: Output, sentence: str) -> None:
    """Raises UsageError with the sentence when nobody can be asked."""
    if not can_ask(out):
        raise UsageError(sentence, advice=_("Without a terminal, `--yes` says so."))


def can_ask(out: Output) -> bool:
    """Whether a person sees what is written, and can type."""
    return out.is_terminal and sys.stdin is not None and sys.stdin.isatty()


def is_answered_yes(out: Output, question: str) -> bool:
    """Whether the answer is the whole word."""
    out.line(question)
    out.flush()
    return sys.stdin.readline().strip().casefold() in {"yes", _("yes").casefold()}
