"""Paragraphs and reports that nearly repeat each other do not get each other's marks."""

from __future__ import annotations

from itertools import permutations
from random import Random

import pytest

from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.model.article import Span
from bulletin_tui.text.anchoring import Reanchoring
from bulletin_tui.text.quoting import describe
from bulletin_tui.text.words import word_spans
from edited_reports.reports import made_report
from edited_reports.themes import FARMING

OPENING = "Đầu tuần, tổ khảo sát của sở đi qua ba bản, ghi chép từng việc và nghe bà con kể lại."
ENDING = "Cuối đợt, tổ để lại một quyển sổ ở nhà văn hóa để ai muốn góp ý thì tự tay viết vào."
OTHER = "Tin thêm: hợp tác xã vừa mua máy sàng, cho các nhà mượn lần lượt theo lịch dán ở chợ."
KILNS = "Tại bản {}, lò gạch của ông {} đốt {} mẻ, công nhật trả đủ; khói được dẫn qua bể nước vôi."
LIKE = [
    KILNS.format(*names) for names in (("Hạ", "Sùng", 4), ("Trung", "Lầu", 9), ("Mai", "Vừ", 5))
]
KILN_TEXT = "\n\n".join([OPENING, *LIKE, ENDING])


@pytest.mark.parametrize("gone", LIKE)
@pytest.mark.parametrize("words", ["công nhật trả đủ", "lò gạch của", "Tại bản", "bể nước vôi."])
def test_a_paragraph_like_the_one_that_is_gone_does_not_get_its_marks(
    gone: str, words: str
) -> None:
    start = KILN_TEXT.index(gone) + gone.index(words)
    at = Span(start, start + len(words))
    changed = KILN_TEXT.replace(f"{gone}\n\n", "")
    found = Reanchoring(KILN_TEXT, changed).find(describe(KILN_TEXT, at), at)
    assert found == (AnchorState.ORPHAN, None)


@pytest.mark.parametrize("own", LIKE)
@pytest.mark.parametrize("words", ["công nhật trả đủ", "lò gạch của", "Tại bản", "bể nước vôi."])
def test_marks_stay_in_their_paragraph_when_one_like_it_is_put_in(own: str, words: str) -> None:
    start = KILN_TEXT.index(own) + own.index(words)
    at = Span(start, start + len(words))
    for before in (*LIKE, ENDING):
        new = KILNS.format("Thượng", "Mùa", 8) + "\n\n"
        changed = KILN_TEXT.replace(before, new + before)
        shift = len(new) if changed.index(own) > KILN_TEXT.index(own) else 0
        state, span = Reanchoring(KILN_TEXT, changed).find(describe(KILN_TEXT, at), at)
        assert state is (AnchorState.MOVED if shift else AnchorState.KEPT)
        assert span == Span(at.start + shift, at.end + shift)


@pytest.mark.parametrize("order", list(permutations(range(5))))
def test_marks_go_with_their_paragraph_into_any_order(order: tuple[int, ...]) -> None:
    paragraphs = [OPENING, *LIKE, ENDING]
    changed = "\n\n".join(paragraphs[number] for number in order)
    way = Reanchoring(KILN_TEXT, changed)
    for paragraph in paragraphs:
        start, today = KILN_TEXT.index(paragraph), changed.index(paragraph)
        for word in word_spans(paragraph)[::5]:
            at = Span(start + word.start, start + word.end)
            _state, found = way.find(describe(KILN_TEXT, at), at)
            assert found == Span(today + word.start, today + word.end)


def test_no_mark_goes_from_one_report_to_another_of_its_kind() -> None:
    report, other = (made_report(FARMING, Random(seed)) for seed in (1, 2))
    way = Reanchoring(report, other)
    spans = word_spans(report)
    ats = [Span(spans[n].start, spans[n + 2].end) for n in range(0, len(spans) - 3, 7)]
    assert {way.find(describe(report, at), at)[1] for at in ats} == {None}


def test_a_report_of_the_same_kind_does_not_get_the_marks_of_another() -> None:
    other = "\n\n".join(
        [OTHER, *(KILNS.format(*names) for names in (("Lũng", "Giàng", 7), ("Nà", "Thào", 3)))]
    )
    start = KILN_TEXT.index("công nhật trả đủ")
    at = Span(start, start + 16)
    assert Reanchoring(KILN_TEXT, other).find(describe(KILN_TEXT, at), at)[1] is None


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
    assert Reanchoring(None, changed).find(describe(text, at), at) == (AnchorState.ORPHAN, None)
