"""A sentence ends where a reader would say so, in Vietnamese official prose and in English."""

from __future__ import annotations

import pytest

from bulletin_tui.model.article import Span
from bulletin_tui.text.sentences import sentence_spans

ONE_SENTENCE = [
    "Đoàn công tác rời TP. Hồ Chí Minh lúc rạng sáng.",
    "Hồ sơ nộp tại Tr. Tiểu học Bình Minh trước thứ hai.",
    "Báo cáo do PGS.TS. Lê Thu Trang trình bày.",
    "Mời ThS. BS. Trần Mai và Đ/c. Hùng lên đoàn chủ tịch.",
    "Văn bản của T.Ư đã về tới xã.",
    "Hội trường ở Q.1 chật kín, còn TP.HCM thì mưa.",
    "Cả huyện còn 1.715 hộ, giảm 2,5% so với kỳ trước.",
    "Xe khách về TP.Vinh rồi quay lại Q.Tân Bình.",
    "Tin ấy có trên trang baoxa.VN từ sáng.",
    "Mức thu đã vượt.... góp phần giảm nghèo.",
    "Họ trồng lúa, ngô, khoai… rồi nuôi thêm cá.",
    "1. Mục tiêu đến cuối nhiệm kỳ.",
    "2.1. Nguồn vốn của xã.",
    "IV. TỔ CHỨC THỰC HIỆN.",
    "a. Đối với các thôn.",
    "- 3. Kinh phí do huyện cấp.",
    "Điều 1. Phạm vi điều chỉnh của quy chế.",
    "Chương II. Quyền của hội viên.",
    "“Cháu chào bác ạ!” cậu bé nói.",
    "Ông hỏi: “Bao giờ xong?”, rồi ghi vào sổ.",
    "Xem thêm tại trang baoxa.vn hoặc gọi 0203.382.540.",
    "Mr. Hale and Dr. Ann B. Lee met at the U.S. Embassy, e.g. in No. 5 Hill St. West.",
    "Prices rose by 3.5 percent vs. Last year's 2.1.",
]

TWO_SENTENCES = [
    ("Căn cứ Kế hoạch 12-KH/ĐU.", "Các chi bộ họp trong tuần."),
    ("Quy chế có hiệu lực từ 04/11/2013.", "Hội nghị bế mạc cùng ngày."),
    ("Đề nghị các thôn thực hiện./.", "Nơi nhận: như trên."),
    ("Diện tích rừng tăng nhanh…", "Trong đó có rừng phòng hộ."),
    ("Bà nói: “Phải làm ngay từ hôm nay….”", "Cả phòng vỗ tay."),
    ("“Xin mời bà A.”", "Cả phòng đứng dậy."),
    ("Em chào cô ạ.", "Cô có khoẻ không?"),
    ("Thu ngân sách đạt 15 tỷ đồng năm 2018.", "Năm sau còn cao hơn."),
    ("Có chè, cà phê, hồ tiêu, v.v.", "Giá đều tăng."),
    ("Vì sao chậm?", "Vì mưa nhiều!"),
    ("Lớp học kín chỗ.", "“Vui lắm”, chị Lan kể."),
    ("Việc đầu tiên là đường.", "- Việc thứ hai là điện."),
    ("Toàn huyện có 12 xã.", "3 xã về đích sớm."),
    ("She closed the book.", "Then the rain came."),
    ("“Is it late?”", "(It was not.)"),
    ("今天开会。", "明天也开会！"),
    ("यह पहला है।", "यह दूसरा है।"),
]

WITHOUT_A_SPACE = [
    ("Phong trào lan ra các xã.", "Các thôn cùng làm."),
    ("Lòng dân phấn khởi…", "Trong đó có lớp trẻ."),
    ("Đề nghị báo cáo./.", "Nơi nhận: như trên."),
]


def _sentences(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text, Span(0, len(text)))]


@pytest.mark.parametrize("text", ONE_SENTENCE)
def test_a_stop_inside_a_sentence_does_not_end_it(text: str) -> None:
    assert _sentences(text) == [text]


@pytest.mark.parametrize(("first", "second"), TWO_SENTENCES)
def test_a_sentence_ends_where_a_new_one_begins(first: str, second: str) -> None:
    assert _sentences(f"{first} {second}") == [first, second]
    assert _sentences(f"{first}\n  {second}\n") == [first, second]


@pytest.mark.parametrize(("first", "second"), WITHOUT_A_SPACE)
def test_a_missing_space_does_not_join_sentences(first: str, second: str) -> None:
    assert _sentences(first + second) == [first, second]


def test_a_head_belongs_to_the_sentence_it_opens() -> None:
    assert _sentences("1. Làm đường. 2. Kéo điện. Điều 3. Lập quỹ.") == [
        "1. Làm đường.",
        "2. Kéo điện.",
        "Điều 3. Lập quỹ.",
    ]


def test_only_the_block_is_split_and_offsets_count_in_the_text() -> None:
    text = "Tiêu đề\n\n  Một câu. Hai câu.  \n\nBài khác."
    assert sentence_spans(text, Span(9, 32)) == [Span(11, 19), Span(20, 28)]


def test_a_block_without_words_is_one_sentence_and_a_blank_one_none() -> None:
    assert _sentences(" *** ") == ["***"]
    assert _sentences("... !!!") == ["... !!!"]
    assert _sentences(" \n") == []


@pytest.mark.parametrize("hostile", [".", ". ", "A. ", ".” ", "./. ", "1. ", "“", ".\n\n", "…a"])
def test_a_hostile_block_is_split_all_the_same(hostile: str) -> None:
    text = hostile * (400_000 // len(hostile))
    spans = sentence_spans(text, Span(0, len(text)))
    assert spans[0].start == 0
    assert spans[-1].end == len(text.rstrip())
