"""The command that starts one of these processes."""

from __future__ import annotations

import sys


def command_for(module: str, *arguments: str) -> tuple[str, ...]:
    """Python running this module, by the interpreter in use.

    With `-P`, for in the folder one happens to be in there may be a file named like a module.
    """
    return (sys.executable, "-P", "-m", module, *arguments)
