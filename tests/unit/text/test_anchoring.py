"""A passage is found where its words are, and nowhere rather than at a wrong place."""

from __future__ import annotations

import pytest

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.model.article import Span
from bulletin_tui.text.anchoring import CONTEXT_LENGTH, anchor, describe

OPENING = "Sáng thứ ba, đoàn giám sát của huyện làm việc với xã Nà Hẩu về việc trồng lại rừng."
MIDDLE = "Toàn xã còn “hơn 300 ha” đất trống – phần lớn nằm ở vùng lõi, nơi xe máy không vào được."
ENDING = "Kết thúc buổi làm việc, hai bên hẹn gặp lại sau mùa mưa để nghiệm thu từng lô cây."
TEXT = "\n\n".join([OPENING, MIDDLE, ENDING])
QUOTE = "phần lớn nằm ở vùng lõi"
AT = Span(TEXT.index(QUOTE), TEXT.index(QUOTE) + len(QUOTE))
OTHER = "Cùng ngày, hội phụ nữ huyện tặng quà cho các cháu mẫu giáo ở bản xa nhất của xã."


def _anchored(changed: str, *, at: Span = AT, text: str = TEXT) -> tuple[AnchorState, str | None]:
    state, span = anchor(changed, describe(text, at), at, same_text=False)
    return state, None if span is None else changed[span.start : span.end]


def test_a_passage_is_described_by_its_words_and_64_on_either_side() -> None:
    quote = describe(TEXT, AT)
    assert quote.exact == QUOTE
    assert len(quote.prefix) == len(quote.suffix) == CONTEXT_LENGTH
    assert quote.prefix + quote.exact + quote.suffix in TEXT


def test_the_edges_of_the_text_cut_the_context() -> None:
    quote = describe(TEXT, Span(4, len(TEXT) - 3))
    assert (quote.prefix, quote.suffix) == ("Sáng", "ây.")


def test_the_same_text_is_not_looked_at() -> None:
    assert anchor("", describe(TEXT, AT), AT, same_text=True) == (AnchorState.KEPT, AT)


@pytest.mark.parametrize(
    "changed",
    [
        TEXT,
        TEXT.replace("mùa mưa", "mùa khô"),
        TEXT.replace(OPENING, OPENING.replace("thứ ba", "thứ tư")),
        f"{TEXT}\n\n{OTHER}",
        TEXT.replace("–", "-").replace("“", '"').replace("”", '"'),
    ],
)
def test_a_passage_that_did_not_move_is_kept(changed: str) -> None:
    assert _anchored(changed) == (AnchorState.KEPT, QUOTE)


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
def test_a_passage_that_moved_is_found(changed: str) -> None:
    assert _anchored(changed) == (AnchorState.MOVED, QUOTE)


def test_a_passage_is_found_when_the_text_is_set_anew() -> None:
    changed = TEXT.replace(" ", "\n  ")
    assert _anchored(changed) == (AnchorState.MOVED, QUOTE.replace(" ", "\n  "))


def test_first_words_are_found_behind_a_new_paragraph() -> None:
    start = TEXT.index(MIDDLE)
    changed = TEXT.replace(MIDDLE, f"{OTHER}\n\n{MIDDLE}")
    assert _anchored(changed, at=Span(start, start + 8)) == (AnchorState.MOVED, MIDDLE[:8])


@pytest.mark.parametrize(
    "changed",
    [
        "",
        OTHER,
        TEXT.replace(QUOTE, "phần nhiều ở vùng đệm"),
        TEXT.replace(f"{MIDDLE}\n\n", ""),
        TEXT.replace(QUOTE, "phần nhiều ở vùng đệm") + f"\n\nỞ Phong Dụ, rừng {QUOTE} đã khép tán.",
        f"{OTHER} Rừng {QUOTE} của xã bên thì đã khép tán từ lâu, không ai phải lo.",
    ],
)
def test_a_passage_that_is_gone_is_an_orphan(changed: str) -> None:
    assert _anchored(changed) == (AnchorState.ORPHAN, None)


FORMULA = "Chủ tịch xã yêu cầu các trưởng bản chuẩn bị thật kỹ cho mùa lũ và nhắc: phải làm ngay"
FORMULA_LIKE = FORMULA.replace("chuẩn bị", "lo liệu").replace("mùa lũ", "mùa khô")
FEES = "Thông tư số 7, kèm theo mẫu đơn, quy định mức thu phí thẩm định hồ sơ đất đai ở xã."


@pytest.mark.parametrize(
    ("text", "quote", "changed"),
    [
        pytest.param(
            f"{FORMULA} việc dọn suối, khơi lại mương và kè bờ trước rằm tháng bảy này.",
            "phải làm ngay",
            f"{FORMULA_LIKE}, không chờ ai cả; ai chậm thì tự chịu trách nhiệm trước dân.",
            id="one context somewhat alike, the other not at all",
        ),
        pytest.param(
            f"{FORMULA} việc dọn suối, khơi lại mương và kè bờ trước rằm tháng bảy này.",
            "phải làm ngay",
            "Chủ tịch hội đã yêu cầu mọi trưởng thôn phải sắp xếp cho mùa gặt và bảo: phải làm"
            " ngay việc gặt lúa, phơi lại rơm và dựng kho trước rằm tháng mười tới.",
            id="both contexts half alike",
        ),
        pytest.param(
            f"{FORMULA} việc dọn suối, khơi lại mương và kè bờ trước rằm tháng bảy này.",
            "phải làm ngay",
            f"{FORMULA_LIKE}, không chờ ai cả; ai chậm thì tự chịu trách nhiệm trước dân.\n\n"
            f"Hôm sau, {FORMULA} vì dự báo đã đổi, bão sắp vào đến nơi rồi, không kịp nữa đâu.",
            id="one context the same, but like another place's",
        ),
        pytest.param(
            f"{FEES}\n\nSáng thứ tư, các xã vùng thấp họp về mức thu mới.",
            "quy định mức thu",
            "Thông tư số 8, kèm theo mẫu đơn, quy định mức thu phí thẩm định hồ sơ đi khơi ở bản."
            "\n\nNội dung bổ sung của sở, nay cũng quy định mức thu phí thẩm định hồ sơ đất đai ở"
            " xã.\n\nSáng thứ tư, các xã vùng thấp họp về mức thu mới.",
            id="the more alike place lacks the context that another has",
        ),
        pytest.param(
            "Sáng thứ ba, đoàn giám sát của huyện làm việc với xã Nà Hẩu về trồng lại rừng.",
            "Sáng thứ ba",
            "Sáng thứ ba tới trường, các cháu mẫu giáo được phát áo ấm và sữa của hội phụ nữ.",
            id="the same edge, other words",
        ),
        pytest.param(
            "Buổi lễ khép lại khi trời tối hẳn, người cuối lên bục là ông Văn Nam, bí thư bản.",
            "Văn Nam",
            "Ở trường bên, từ sáng sớm, thầy Văn Nam, bí thư bản. Sau đó cả lớp ra vườn trồng cây.",
            id="a context that an edge cut short",
        ),
    ],
)
def test_a_place_that_only_looks_like_the_passage_is_not_taken(
    text: str, quote: str, changed: str
) -> None:
    start = text.index(quote)
    at = Span(start, start + len(quote))
    assert _anchored(changed, at=at, text=text) == (AnchorState.ORPHAN, None)


def test_wide_gaps_beside_a_passage_do_not_count() -> None:
    text = " ".join(["cột một", " " * 70, "giá trị", " " * 70, "cột ba"])
    start = text.index("giá trị")
    at = Span(start, start + len("giá trị"))
    assert _anchored(text, at=at, text=text) == (AnchorState.KEPT, "giá trị")


def test_a_copy_elsewhere_does_not_draw_the_passage_away() -> None:
    changed = f"{OTHER} Ở bản ấy, rừng {QUOTE}.\n\n{TEXT}"
    state, span = anchor(changed, describe(TEXT, AT), AT, same_text=False)
    assert state is AnchorState.MOVED
    assert span is not None
    assert span.start == changed.rindex(QUOTE)


def test_a_copy_at_the_old_offset_does_not_keep_the_passage() -> None:
    changed = f"{(OTHER * 2)[: AT.start]}{QUOTE}, xa bản.\n\n{TEXT}"
    at = Span(changed.rindex(QUOTE), changed.rindex(QUOTE) + len(QUOTE))
    assert anchor(changed, describe(TEXT, AT), AT, same_text=False) == (AnchorState.MOVED, at)


def test_between_two_equal_places_neither_is_chosen() -> None:
    assert _anchored(f"{TEXT}\n\n{TEXT}") == (AnchorState.ORPHAN, None)


def test_a_copy_a_few_words_away_is_not_the_passage() -> None:
    text = "Giáo dục là quốc sách hàng đầu, đầu tư cho trường là đầu tư cho mai sau của cả nước."
    start = text.index("đầu tư")
    changed = text.replace("đầu tư cho trường", "chi cho trường")
    assert _anchored(changed, at=Span(start, start + 3), text=text) == (AnchorState.ORPHAN, None)


def test_a_long_passage_is_found_among_words_that_changed() -> None:
    start = TEXT.index(MIDDLE)
    changed = TEXT.replace(" của huyện làm việc với", " đã tới").replace(
        "buổi làm việc, hai bên", "ngày thứ nhất, tất cả"
    )
    assert _anchored(changed, at=Span(start, start + len(MIDDLE))) == (AnchorState.MOVED, MIDDLE)


def test_a_quote_at_an_edge_is_found_when_the_edge_moves() -> None:
    at = Span(0, len("Sáng thứ ba"))
    assert _anchored(f"{OTHER}\n\n{TEXT}", at=at) == (AnchorState.MOVED, "Sáng thứ ba")


@pytest.mark.parametrize("at", [Span(0, len(TEXT)), Span(0, 4), Span(len(TEXT) - 4, len(TEXT))])
def test_a_quote_at_an_edge_is_kept(at: Span) -> None:
    assert _anchored(TEXT, at=at) == (AnchorState.KEPT, TEXT[at.start : at.end])


@pytest.mark.parametrize("blank", [Span(3, 3), Span(TEXT.index("\n\n"), TEXT.index("\n\n") + 2)])
def test_a_quote_without_words_is_an_orphan(blank: Span) -> None:
    assert _anchored(TEXT, at=blank) == (AnchorState.ORPHAN, None)


def test_a_letter_that_stands_everywhere_is_an_orphan() -> None:
    text = "a" * 100_000
    assert _anchored(text, at=Span(9, 10), text=text) == (AnchorState.ORPHAN, None)
