"""A passage is found by what was typed of it, and never in the middle of a word."""

from __future__ import annotations

import pytest

from bulletin_tui.cli.passages import find_quote, in_context

TEXT = "Nghị quyết số 29-NQ/TW nêu rõ:\ncăn bản, toàn diện. Một nghị quyết khác bàn về thịt lợn."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Nghị quyết", ["Nghị quyết"]),
        ("NGHỊ QUYẾT", ["Nghị quyết", "nghị quyết"]),
        ("nghi quyet so", ["Nghị quyết số"]),
        ("neu ro: can ban", ["nêu rõ:\ncăn bản"]),
        ("nêu  rõ: căn bản", ["nêu rõ:\ncăn bản"]),
        ("29-NQ/TW", ["29-NQ/TW"]),
        ("29–nq/tw", ["29-NQ/TW"]),
        ("toàn điện", []),
        ("thị", []),
        ("  ", []),
    ],
)
def test_a_quote_is_found_as_typed_then_in_any_case_then_without_marks(
    quote: str, found: list[str]
) -> None:
    assert [TEXT[span.start : span.end] for span in find_quote(TEXT, quote)] == found


def test_a_letter_typed_with_a_mark_never_stands_for_another() -> None:
    assert find_quote("bàn bạc", "bán bac") == []


def test_a_quote_may_be_typed_in_decomposed_letters() -> None:
    assert len(find_quote(TEXT, "Nghi\u0323 quye\u0302\u0301t")) == 1


def test_a_place_is_shown_on_one_line_with_what_stands_around_it() -> None:
    (span,) = find_quote(TEXT, "toàn diện")
    shown = in_context(f"{TEXT} Phần còn lại của bài.", span)
    assert shown == f"{' '.join(TEXT.split())} P…"
