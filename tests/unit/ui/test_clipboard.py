"""Copying takes the desktop's tool when it is at hand and works, else the terminal."""

from __future__ import annotations

import asyncio
import os
from typing import TYPE_CHECKING

import pytest

from bulletin_tui.ui import clipboard
from bulletin_tui.ui.clipboard import TERMINAL_LIMIT, copy, native_command

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

WAYLAND = {"WAYLAND_DISPLAY": "wayland-0"}
X11 = {"DISPLAY": ":0"}


class SilentTerminal:
    """Takes what is sent to it and says nothing, as terminals do."""

    def __init__(self) -> None:
        self.received: list[str] = []

    def copy_to_clipboard(self, text: str) -> None:
        self.received.append(text)


def install(folder: Path, name: str, script: str) -> None:
    tool = folder / name
    tool.write_text(f"#!/bin/sh\n{script}\n")
    tool.chmod(0o755)


@pytest.fixture
def tools(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for tools, on an X11 desktop that has no others."""
    for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", ":0")
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return tmp_path


@pytest.mark.parametrize(
    ("environment", "platform", "tool"),
    [
        (WAYLAND, "linux", "wl-copy"),
        (WAYLAND | X11, "linux", "wl-copy"),
        (X11, "linux", "xclip"),
        ({}, "darwin", "pbcopy"),
        ({"WSL_DISTRO_NAME": "Debian"}, "linux", "clip.exe"),
        ({}, "linux", None),
        (X11 | {"SSH_CONNECTION": "10.0.0.1 1 10.0.0.2 22"}, "linux", None),
        (X11 | {"SSH_TTY": "/dev/pts/1"}, "darwin", None),
    ],
)
def test_the_tool_fits_the_desktop_and_is_never_used_over_ssh(
    tmp_path: Path, environment: Mapping[str, str], platform: str, tool: str | None
) -> None:
    for name in ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe"):
        install(tmp_path, name, "cat")
    command = native_command({**environment, "PATH": str(tmp_path)}, platform)
    assert (command[0] if command else None) == tool


def test_a_tool_that_is_not_installed_gives_way_to_the_next(tmp_path: Path) -> None:
    install(tmp_path, "xsel", "cat")
    command = native_command({**WAYLAND, **X11, "PATH": str(tmp_path)}, "linux")
    assert command is not None
    assert command[0] == "xsel"


async def test_a_tool_gets_the_very_text_and_the_terminal_nothing(tools: Path) -> None:
    install(tools, "xclip", f"cat > {tools}/copied")
    terminal = SilentTerminal()
    assert await copy(terminal, "Nghị quyết\n$(rm -rf /)") == "Copied"
    assert (tools / "copied").read_text() == "Nghị quyết\n$(rm -rf /)"
    assert terminal.received == []


@pytest.mark.parametrize("script", ["exit 1", "sleep 30"])
async def test_a_tool_that_fails_or_hangs_leaves_it_to_the_terminal(
    tools: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    monkeypatch.setattr(clipboard, "_PATIENCE", 0.2)
    install(tools, "xclip", f"exec {script}")
    terminal = SilentTerminal()
    assert "terminal" in await copy(terminal, "một đoạn")
    assert terminal.received == ["một đoạn"]


async def test_a_long_text_for_the_terminal_comes_with_a_warning(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSH_TTY", "/dev/pts/1")
    terminal = SilentTerminal()
    assert "may be cut" not in await copy(terminal, "đ" * (TERMINAL_LIMIT // 2))
    assert "may be cut" in await copy(terminal, "đ" * (TERMINAL_LIMIT // 2 + 1))


async def test_the_event_loop_goes_on_while_a_tool_works(tools: Path) -> None:
    os.mkfifo(tools / "gate")
    gate = os.open(tools / "gate", os.O_RDWR)
    install(tools, "xclip", f"read go < {tools}/gate")
    copying = asyncio.create_task(copy(SilentTerminal(), "một đoạn"))
    await asyncio.sleep(0)
    os.write(gate, b"go\n")
    assert await copying == "Copied"
    os.close(gate)
