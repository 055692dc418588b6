"""A quote alone is placed where it alone can stand."""

from __future__ import annotations

import pytest

from bulletin_tui.text.anchoring import Reanchoring

TEXT = "Ong bay. “Ong đậu”\n\ntrên hoa  chè."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("trên hoa chè", "trên hoa  chè"),
        (' "Ong đậu" trên ', "“Ong đậu”\n\ntrên"),
        ("Ong", None),
        ("ong", None),
        ("Ong đi", None),
        (" \n", None),
        ("", None),
    ],
)
def test_a_quote_is_found_however_it_is_set_but_only_once(quote: str, found: str | None) -> None:
    span = Reanchoring(None, TEXT).find_lone(quote)
    assert (TEXT[span.start : span.end] if span else None) == found
