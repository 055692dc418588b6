"""What a failure says to the reader."""

from __future__ import annotations

import pytest

from bulletin_tui.errors import BulletinError


@pytest.mark.parametrize(
    ("sentence", "advice", "words"),
    [
        ("not saved: the disk is full", "Make room.", "not saved: the disk is full. Make room."),
        ("The file is gone.", "Press F5.", "The file is gone. Press F5."),
        ("The file is gone", "", "The file is gone"),
    ],
)
def test_what_happened_and_what_to_do_are_two_sentences(
    sentence: str, advice: str, words: str
) -> None:
    assert BulletinError(sentence, advice=advice).words == words
