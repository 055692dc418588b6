"""Nothing that is pasted is a key, and nothing of it is lost, however the bytes come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual import events

from bulletin_tui.ui.terminal import KeyParser

if TYPE_CHECKING:
    from textual.message import Message

LONG = " q x h " * 9
PASTES = {
    "words": "đổi mới\ncăn bản",
    "a colour": f"\x1b[31mđỏ\x1b[0m{LONG}",
    "a lone Esc": f"\x1b{LONG}\x1b\x1b\x1b{LONG}\x1b",
    "a size of the window": "\x1b[48;1;1;1;1t",
    "a bracket": "\x1b[200~\x1b[20",
    "nothing": "",
}


def seen(messages: list[Message]) -> list[str]:
    """The text of pastes, and the names of keys."""
    names = []
    for message in messages:
        if isinstance(message, events.Paste):
            names.append(f"pasted {message.text}")
        else:
            assert isinstance(message, events.Key), message
            names.append(message.key)
    return names


@pytest.mark.parametrize("size", [1, 2, 5, 7, 4096])
@pytest.mark.parametrize("text", PASTES.values(), ids=PASTES)
def test_a_paste_is_one_text(text: str, size: int) -> None:
    come = f"j\x1b[200~{text}\x1b[201~\x1b[B\x1b[200~hai\x1b[201~k"
    parser = KeyParser()
    pieces = [come[at : at + size] for at in range(0, len(come), size)]
    messages = [message for piece in pieces for message in parser.feed(piece)]
    assert seen(messages) == ["j", f"pasted {text}", "down", "pasted hai", "k"]


def test_keys_that_look_like_the_beginning_of_a_paste_are_keys() -> None:
    parser = KeyParser()
    messages = [message for piece in ("\x1b[20~", "\x1b[2~", "j") for message in parser.feed(piece)]
    assert seen(messages) == ["f9", "insert", "j"]
