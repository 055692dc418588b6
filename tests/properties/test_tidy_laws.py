"""Whatever the lines are, tidying answers for each of them, and changes none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.importers.plain_text import read_plain_text
from bulletin_tui.importers.tidy.lines import Line, LineContext
from bulletin_tui.importers.tidy.tidying import tidy
from bulletin_tui.model.article import BOILERPLATE_FIELD
from properties.document_laws import check_document

WORDS = st.sampled_from(
    "Trang chủ|Hôm nay: 12|06/05/2019 08:15|Cập nhật: 1/2/2019|Tin, ảnh: Lê Minh|Tin liên quan"
    "|Điện thoại: 1|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Số: 1/QĐ-UBND|QUYẾT ĐỊNH|Lê Minh|a.jpg|top"
    "|Xã Tân Lập làm lại con đường qua bản| / | - |: |(Ảnh: A)|12-NQ/HU|…|.|tỉnh Lào Cai|Thời tiết"
    "|Sau ba tháng thi công thì con đường dài hai cây số nối trung tâm xã với bản xa nhất đã được"
    " rải nhựa và người dân không còn phải lội suối.".split("|")
)
TEXT = st.lists(WORDS | st.text(max_size=12), max_size=6).map(lambda words: " ".join(words))
PAGE = st.lists(TEXT, max_size=25).map("\n".join)


@given(PAGE)
def test_a_text_is_its_blocks_and_the_space_between_them(text: str) -> None:
    document = read_plain_text(text)
    check_document(document)
    pieces, end = [], 0
    for block in document.blocks:
        pieces += [document.text[end : block.start], document.text[block.start : block.end]]
        assert not pieces[-2].strip()
        end = block.end
    assert "".join([*pieces, document.text[end:]]) == document.text


@given(PAGE)
def test_evidence_is_of_what_is_known_and_points_into_the_text(text: str) -> None:
    document = read_plain_text(text)
    for each in document.provenance.evidence:
        assert each.field == BOILERPLATE_FIELD or getattr(document.metadata, each.field)
        assert 0 <= each.confidence <= 1
        assert each.span is None or 0 <= each.span.start < each.span.end <= len(document.text)


@given(
    st.lists(
        st.tuples(
            TEXT.map(lambda text: " ".join(text.split())).filter(bool),
            st.sampled_from(LineContext),
            st.floats(0, 1),
            st.booleans(),
        ),
        max_size=20,
    )
)
def test_lines_of_any_markup_get_one_reading_each(
    given_lines: list[tuple[str, LineContext, float, bool]],
) -> None:
    lines, at = [], 0
    for text, context, links, is_apart in given_lines:
        lines.append(Line(at, at + len(text), text, context, links, is_apart))
        at += len(text) + 1
    tidied = tidy(lines)
    assert len(tidied.readings) == len(lines)
    assert all(0 <= reading.confidence <= 1 for reading in tidied.readings)
