"""Copying: by the desktop's own tool where there is one, else through the terminal."""

from __future__ import annotations

import asyncio
import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Mapping

TERMINAL_LIMIT = 74_000
"""UTF-8 bytes; many terminals cut or drop what is over 100,000 characters of base64."""
_PATIENCE = 2.0
"""Seconds that a tool may take."""

_COPIED = N_("Copied")
_COPIED_BY_TERMINAL = N_("Copied through the terminal, if it allows that")
_TOO_LONG = N_("Sent to the terminal, but this is so long that it may be cut: paste it and look")


class Terminal(Protocol):
    """What can be asked to copy without knowing whether it will; an `App` is one."""

    def copy_to_clipboard(self, text: str) -> None:
        """Send the text with OSC 52."""


async def copy(terminal: Terminal, text: str) -> str:
    """Copy `text`; the sentence says how, and never promises what cannot be known."""
    command = native_command(os.environ, sys.platform)
    if command is not None and await asyncio.to_thread(_hand_over, command, text):
        return _(_COPIED)
    terminal.copy_to_clipboard(text)
    is_long = len(text.encode(errors="replace")) > TERMINAL_LIMIT
    return _(_TOO_LONG if is_long else _COPIED_BY_TERMINAL)


def native_command(environment: Mapping[str, str], platform: str) -> tuple[str, ...] | None:
    """The tool that copies its input on this desktop; None over SSH, or where there is none."""
    if any(name in environment for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")):
        return None
    candidates: list[tuple[str, ...]] = []
    if platform == "darwin":
        candidates.append(("pbcopy",))
    if environment.get("WAYLAND_DISPLAY"):
        candidates.append(("wl-copy",))
    if environment.get("DISPLAY"):
        candidates += [("xclip", "-selection", "clipboard"), ("xsel", "--clipboard", "--input")]
    if environment.get("WSL_DISTRO_NAME"):
        candidates.append(("clip.exe",))
    path = environment.get("PATH")
    return next((command for command in candidates if shutil.which(command[0], path=path)), None)


def _hand_over(command: tuple[str, ...], text: str) -> bool:
    """Give `text` to the tool; whether it took it."""
    # clip.exe reads UTF-16 with a byte order mark, everything else UTF-8.
    encoding = "utf-16" if command[0] == "clip.exe" else "utf-8"
    try:
        subprocess.run(
            command,
            input=text.encode(encoding, errors="replace"),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
