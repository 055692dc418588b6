"""A terminal that was closed is told from one that says nothing."""

from __future__ import annotations

import os
import pty

from bulletin_tui.ui.terminal import is_hung_up


def test_a_terminal_is_hung_up_once_its_window_is_closed() -> None:
    window, program_side = pty.openpty()
    with os.fdopen(program_side) as terminal:
        assert not is_hung_up(terminal)
        os.close(window)
        assert is_hung_up(terminal)


def test_nothing_is_hung_up_where_there_is_nothing() -> None:
    assert not is_hung_up(None)
