"""A flat text has no setting, and every part of it leads back."""

from __future__ import annotations

import pytest

from bulletin_tui.model.article import Span
from bulletin_tui.text.flattening import flatten

TEXT = "Xã \u00a0Nậm\n\n  Cắn – “vui”  "


def test_gaps_are_one_space_and_punctuation_is_unified() -> None:
    assert flatten(TEXT).text == 'Xã Nậm Cắn - "vui" '


@pytest.mark.parametrize(
    ("flat", "original"),
    [("Xã", "Xã"), ("Nậm Cắn", "Nậm\n\n  Cắn"), ('"vui"', "“vui”"), ("Xã Nậm", "Xã \u00a0Nậm")],
)
def test_a_part_leads_back_to_the_original(flat: str, original: str) -> None:
    form = flatten(TEXT)
    start = form.text.index(flat)
    back = form.original(Span(start, start + len(flat)))
    assert TEXT[back.start : back.end] == original
