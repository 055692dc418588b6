"""A passage is found where its words are, and nowhere rather than at a wrong place."""

from __future__ import annotations

import unicodedata
from typing import Protocol

import pytest

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.model.article import Span
from bulletin_tui.text.anchoring import Reanchoring
from bulletin_tui.text.flattening import flatten
from bulletin_tui.text.quoting import CONTEXT_LENGTH, describe

OPENING = "Sáng thứ ba, đoàn giám sát của huyện làm việc với xã Nà Hẩu về việc trồng lại rừng."
MIDDLE = "Toàn xã còn “hơn 300 ha” đất trống – phần lớn nằm ở vùng lõi, nơi xe máy không vào được."
ENDING = "Kết thúc buổi làm việc, hai bên hẹn gặp lại sau mùa mưa để nghiệm thu từng lô cây."
TEXT = "\n\n".join([OPENING, MIDDLE, ENDING])
QUOTE = "phần lớn nằm ở vùng lõi"
AT = Span(TEXT.index(QUOTE), TEXT.index(QUOTE) + len(QUOTE))
OTHER = "Cùng ngày, hội phụ nữ huyện tặng quà cho các cháu mẫu giáo ở bản xa nhất của xã."


class Anchored(Protocol):
    """Where a passage of a text stands in a changed one, and what stands there."""

    def __call__(
        self, changed: str, at: Span = AT, text: str = TEXT
    ) -> tuple[AnchorState, str | None]:
        """The state and today's words."""


@pytest.fixture(params=[True, False], ids=["old text kept", "old text unknown"])
def anchored(request: pytest.FixtureRequest) -> Anchored:
    """How a passage of a text stands in a changed one, and what stands there."""

    def find(changed: str, at: Span = AT, text: str = TEXT) -> tuple[AnchorState, str | None]:
        way = Reanchoring(text if request.param else None, changed)
        state, span = way.find(describe(text, at), at)
        return state, None if span is None else changed[span.start : span.end]

    return find


def test_a_passage_is_described_by_its_words_and_64_on_either_side() -> None:
    quote = describe(TEXT, AT)
    assert quote.exact == QUOTE
    assert len(quote.prefix) == len(quote.suffix) == CONTEXT_LENGTH
    assert quote.prefix + quote.exact + quote.suffix in TEXT


def test_the_edges_of_the_text_cut_the_context() -> None:
    quote = describe(TEXT, Span(4, len(TEXT) - 3))
    assert (quote.prefix, quote.suffix) == ("Sáng", "ây.")


@pytest.mark.parametrize(
    "changed",
    [
        TEXT,
        TEXT.replace("mùa mưa", "mùa khô"),
        TEXT.replace(OPENING, OPENING.replace("thứ ba", "thứ tư")),
        f"{TEXT}\n\n{OTHER}",
    ],
)
def test_a_passage_that_did_not_move_is_kept(anchored: Anchored, changed: str) -> None:
    assert anchored(changed) == (AnchorState.KEPT, QUOTE)


@pytest.mark.parametrize(
    "changed",
    [
        f"{OTHER}\n\n{TEXT}",
        TEXT.replace(MIDDLE, f"{OTHER}\n\n{MIDDLE}"),
        TEXT.replace(f"{OPENING}\n\n", ""),
        f"{MIDDLE}\n\n{OPENING}\n\n{ENDING}",
        TEXT.replace("Sáng thứ ba, đ", "Đ"),
        TEXT.replace("hơn 300 ha", "hơn 1.300 ha"),
    ],
)
def test_a_passage_that_moved_is_found(anchored: Anchored, changed: str) -> None:
    assert anchored(changed) == (AnchorState.MOVED, QUOTE)


def test_a_text_that_is_set_anew_keeps_its_passages() -> None:
    changed = unicodedata.normalize("NFD", TEXT.replace(" ", "\n  ").replace("–", "-"))
    state, span = Reanchoring(TEXT, changed).find(describe(TEXT, AT), AT)
    assert state is AnchorState.KEPT
    assert span is not None
    assert flatten(changed[span.start : span.end]) == QUOTE


def test_without_its_old_text_a_passage_that_is_set_anew_has_moved() -> None:
    changed = TEXT.replace(" ", "\n  ")
    way = Reanchoring(None, changed)
    start = changed.index(QUOTE.replace(" ", "\n  "))
    state, span = way.find(describe(TEXT, AT), AT)
    assert (state, span and span.start) == (AnchorState.MOVED, start)


def test_first_words_are_found_behind_a_new_paragraph(anchored: Anchored) -> None:
    start = TEXT.index(MIDDLE)
    changed = TEXT.replace(MIDDLE, f"{OTHER}\n\n{MIDDLE}")
    assert anchored(changed, Span(start, start + 8)) == (AnchorState.MOVED, MIDDLE[:8])


def test_a_passage_may_begin_and_end_inside_words(anchored: Anchored) -> None:
    at = Span(AT.start + 1, AT.end - 1)
    assert anchored(f"{OTHER}\n\n{TEXT}", at) == (AnchorState.MOVED, QUOTE[1:-1])


@pytest.mark.parametrize(
    ("old", "new", "now"),
    [
        ("nằm ở vùng lõi", "nằm tại vùng lõi", "phần lớn nằm tại vùng lõi"),
        ("phần lớn nằm", "phần rất lớn nằm", "phần rất lớn nằm ở vùng lõi"),
        ("phần lớn nằm ở vùng", "phần lớn ở vùng", "phần lớn ở vùng lõi"),
        ("vùng lõi", "vùng lỏi", "phần lớn nằm ở vùng lỏi"),
        (QUOTE, "phần nhiều ở vùng đệm", "phần nhiều ở vùng đệm"),
    ],
)
def test_a_passage_whose_words_changed_is_shown_with_those_of_today(
    old: str, new: str, now: str
) -> None:
    changed = f"{OTHER}\n\n{TEXT.replace(old, new)}"
    state, span = Reanchoring(TEXT, changed).find(describe(TEXT, AT), AT)
    assert state is AnchorState.CHANGED
    assert span is not None
    assert changed[span.start : span.end] == now


def test_a_letter_corrected_in_a_passage_is_found_without_the_old_text() -> None:
    changed = f"{OTHER}\n\n{TEXT.replace('vùng lõi', 'vùng lỏi')}"
    state, span = Reanchoring(None, changed).find(describe(TEXT, AT), AT)
    assert state is AnchorState.CHANGED
    assert span is not None
    assert changed[span.start : span.end] == "phần lớn nằm ở vùng lỏi"


def test_a_passage_that_moved_and_changed_is_found() -> None:
    moved = MIDDLE.replace("phần lớn nằm ở", "phần lớn ở")
    changed = "\n\n".join([moved, OPENING, OTHER, ENDING])
    state, span = Reanchoring(TEXT, changed).find(describe(TEXT, AT), AT)
    assert state is AnchorState.CHANGED
    assert span is not None
    assert changed[span.start : span.end] == "phần lớn ở vùng lõi"


@pytest.mark.parametrize(
    "changed",
    [
        "",
        OTHER,
        TEXT.replace(f"{MIDDLE}\n\n", ""),
        TEXT.replace(QUOTE, ""),
        TEXT.replace(QUOTE, "") + f"\n\nỞ Phong Dụ, rừng {QUOTE} đã khép tán.",
        f"{OTHER} Rừng {QUOTE} của xã bên thì đã khép tán từ lâu, không ai phải lo.",
    ],
)
def test_a_passage_that_is_gone_is_an_orphan(anchored: Anchored, changed: str) -> None:
    assert anchored(changed) == (AnchorState.ORPHAN, None)


def test_a_word_after_a_passage_that_is_gone_is_not_its_first_word() -> None:
    text = (
        f"{OPENING}\n\nXã mở lớp dạy nghề, thêm nghề mộc cho thanh niên bản trên ngay sau vụ gặt."
    )
    start = text.index("nghề, thêm")
    at = Span(start, start + len("nghề, thêm"))
    changed = text.replace("nghề, thêm ", "")
    found = Reanchoring(text, changed).find(describe(text, at), at)
    assert found == (AnchorState.ORPHAN, None)


def test_wide_gaps_beside_a_passage_do_not_count(anchored: Anchored) -> None:
    text = " ".join(["cột một", " " * 70, "giá trị", " " * 70, "cột ba"])
    start = text.index("giá trị")
    assert anchored(text, Span(start, start + 7), text) == (AnchorState.KEPT, "giá trị")


def test_a_copy_elsewhere_does_not_draw_the_passage_away(anchored: Anchored) -> None:
    changed = f"{OTHER} Ở bản ấy, rừng {QUOTE}.\n\n{TEXT}"
    assert anchored(changed) == (AnchorState.MOVED, QUOTE)
    _state, span = Reanchoring(TEXT, changed).find(describe(TEXT, AT), AT)
    assert span is not None
    assert span.start == changed.rindex(QUOTE)


def test_a_copy_at_the_old_offset_does_not_keep_the_passage(anchored: Anchored) -> None:
    changed = f"{(OTHER * 2)[: AT.start]}{QUOTE}, xa bản.\n\n{TEXT}"
    assert anchored(changed) == (AnchorState.MOVED, QUOTE)


def test_between_two_equal_places_neither_is_chosen() -> None:
    way = Reanchoring(None, f"{TEXT}\n\n{TEXT}")
    assert way.find(describe(TEXT, AT), AT) == (AnchorState.ORPHAN, None)


def test_a_copy_a_few_words_away_is_not_the_passage(anchored: Anchored) -> None:
    text = "Giáo dục là quốc sách hàng đầu, đầu tư cho trường là đầu tư cho mai sau của cả nước."
    start = text.index("đầu tư")
    changed = text.replace("đầu tư cho trường", "chi cho trường")
    _state, words = anchored(changed, Span(start, start + 6), text)
    assert words != "đầu tư"


def test_a_word_that_stands_again_in_the_same_sentence_is_not_the_one_that_is_gone(
    anchored: Anchored,
) -> None:
    text = f"{OPENING} Đoàn đến xã và xã bên để xem việc trồng lại rừng. {ENDING}"
    start = text.index("xã và")
    changed = text.replace("đến xã và", "đến bản và")
    assert anchored(changed, Span(start, start + 2), text) == (AnchorState.ORPHAN, None)


def test_a_long_passage_is_found_among_words_that_changed(anchored: Anchored) -> None:
    start = TEXT.index(MIDDLE)
    changed = TEXT.replace(" của huyện làm việc với", " đã tới").replace(
        "buổi làm việc, hai bên", "ngày thứ nhất, tất cả"
    )
    assert anchored(changed, Span(start, start + len(MIDDLE))) == (AnchorState.MOVED, MIDDLE)


def test_a_quote_at_an_edge_is_found_when_the_edge_moves(anchored: Anchored) -> None:
    at = Span(0, len("Sáng thứ ba"))
    assert anchored(f"{OTHER}\n\n{TEXT}", at) == (AnchorState.MOVED, "Sáng thứ ba")


@pytest.mark.parametrize("at", [Span(0, len(TEXT)), Span(0, 4), Span(len(TEXT) - 4, len(TEXT))])
def test_a_quote_at_an_edge_is_kept(anchored: Anchored, at: Span) -> None:
    assert anchored(TEXT, at) == (AnchorState.KEPT, TEXT[at.start : at.end])


@pytest.mark.parametrize("blank", [Span(3, 3), Span(TEXT.index("\n\n"), TEXT.index("\n\n") + 2)])
def test_a_quote_without_words_is_an_orphan(anchored: Anchored, blank: Span) -> None:
    assert anchored(TEXT, blank) == (AnchorState.ORPHAN, None)


def test_words_that_are_not_at_their_place_in_the_old_text_are_found_by_themselves() -> None:
    way = Reanchoring(OTHER, f"{OTHER}\n\n{TEXT}")
    state, span = way.find(describe(TEXT, AT), AT)
    assert state is AnchorState.MOVED
    assert span is not None
    assert span.start == len(OTHER) + 2 + AT.start


def test_scripts_without_spaces_are_followed_letter_by_letter() -> None:
    text = "県は山間部の学校を調べ、屋根の修理を急ぐよう求めた。橋の工事は来月に終わる見込みだ。"
    at = Span(text.index("屋根"), text.index("屋根") + 5)
    changed = text.replace("県は", "きのう県の係は").replace("急ぐ", "早く終える")
    state, span = Reanchoring(text, changed).find(describe(text, at), at)
    assert state is AnchorState.MOVED
    assert span is not None
    assert changed[span.start : span.end] == text[at.start : at.end]
