"""The command that starts one of these processes, and its pipes."""

from __future__ import annotations

import sys
from typing import IO

from bulletin_tui.reasons import system_reason
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _


def command_for(module: str, *arguments: str) -> tuple[str, ...]:
    """Python running this module, by the interpreter in use.

    With `-P`, for in the folder one happens to be in there may be a file named like a module.
    """
    return (sys.executable, "-P", "-m", module, *arguments)


def piped(pipe: IO[bytes] | None) -> IO[bytes]:
    """A pipe of a process that was started with it."""
    if pipe is None:
        raise RuntimeError("the process was started without its pipes")
    return pipe


def cannot_start(error: OSError) -> str:
    """Why the system starts no process, as a sentence."""
    sentence = _("No process can be started: {reason}.")
    return sentence.format(reason=clean_line(system_reason(error)))
