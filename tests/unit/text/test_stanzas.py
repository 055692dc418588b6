"""Short lines of a plain text stand right below one another, paragraphs apart."""

from __future__ import annotations

import pytest

from bulletin_tui.importers.parsing import parse
from bulletin_tui.text.stanzas import stand_together


@pytest.mark.parametrize(
    ("name", "text", "are_close"),
    [
        ("tho.txt", "Sáng nay ra đồng\nLúa đã trổ bông", True),
        ("tho.txt", "Sáng nay ra đồng\n\nLúa đã trổ bông", False),
        ("tin.txt", "Xã đã có nước.\n" + "Nước về tới từng nhà dân ở cuối thôn. " * 3, False),
        ("tho.md", "Sáng nay ra đồng\n\nLúa đã trổ bông", False),
    ],
)
def test_lines_are_close_only_as_they_were_written(name: str, text: str, are_close: bool) -> None:
    before, block = parse(text.encode(), name).blocks
    assert stand_together(before, block) is are_close
