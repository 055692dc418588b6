"""What stands around the text of a page is folded, and never lost."""

from __future__ import annotations

import pytest

from bulletin_tui.importers import tidied
from bulletin_tui.importers.html.reading import read_html
from bulletin_tui.importers.tidy.lines import LineReading, Tidied
from bulletin_tui.text.dates import iso_printed_date

PARAGRAPH = (
    "Xã Tân An đã trồng thêm năm héc ta rừng ngập mặn ven biển để giữ đất và chắn sóng. " * 3
)
PAGE = f"""<html lang="vi"><head><title>Rừng giữ đất ở xã Tân An - Cổng xã</title></head><body>
<nav><ul><li><a href=#>Trang chủ</a><li><a href=#>Giới thiệu</a></ul></nav>
<article><h1>Rừng giữ đất ở xã Tân An</h1><div>Cập nhật: 31/03/2023 12:41</div>
<p>{PARAGRAPH}<p>{PARAGRAPH}<p>Tin, ảnh: Đỗ Hương</article>
<aside><h3>Tin liên quan</h3><a href=#>Họp dân ở xã Tân Bình bàn về rừng</a></aside>
<footer>Địa chỉ: xã Tân An. Điện thoại: 0203 825 408</footer></body></html>"""


def test_what_is_around_the_text_is_folded_and_the_report_is_known() -> None:
    document = read_html(PAGE)
    folded = [document.text[b.start : b.end] for b in document.blocks if b.is_folded]
    assert folded == [
        "Trang chủ",
        "Giới thiệu",
        "Tin liên quan",
        "Họp dân ở xã Tân Bình bàn về rừng",
        "Địa chỉ: xã Tân An. Điện thoại: 0203 825 408",
    ]
    data = document.metadata
    assert (data.title, data.authors) == ("Rừng giữ đất ở xã Tân An", ("Đỗ Hương",))
    assert data.updated is not None
    assert iso_printed_date(data.updated) == "2023-03-31T12:41"


@pytest.mark.parametrize("attributes", ["role=doc-footnote", "class='notes footnotes'", "id=fn"])
def test_the_notes_to_a_text_are_part_of_it_also_where_they_stand_beside_it(
    attributes: str,
) -> None:
    notes = f"<aside {attributes}><p><sup>1</sup> Theo sổ tay của xã.</p></aside>"
    document = read_html(PAGE.replace("</article>", f"</article>{notes}"))
    folded = [document.text[b.start : b.end] for b in document.blocks if b.is_folded]
    assert ("[1] Theo sổ tay của xã." in folded) is (attributes == "id=fn")


def test_the_text_does_not_depend_on_what_its_lines_turn_out_to_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = read_html(PAGE).text
    monkeypatch.setattr(
        tidied, "tidy", lambda lines, *_declared: Tidied(tuple(LineReading() for _ in lines))
    )
    document = read_html(PAGE)
    assert document.text == text
    assert not any(block.is_folded for block in document.blocks)


def test_a_box_inside_the_text_is_folded_and_a_paragraph_in_one_is_read() -> None:
    box = f"<div class=box-related><h4>Họp dân ở xã Tân Bình</h4></div><aside>{PARAGRAPH}</aside>"
    document = read_html(PAGE.replace("<p>Tin, ảnh", f"{box}<p>{PARAGRAPH}<p>Tin, ảnh"))
    folded = {document.text[b.start : b.end]: b.is_folded for b in document.blocks}
    assert folded["Họp dân ở xã Tân Bình"]
    assert not folded[PARAGRAPH.strip()]


def test_links_between_the_title_and_the_text_are_folded() -> None:
    links = "<div><a href=#>Cỡ chữ</a><a href=#>Nghe bài này</a></div>"
    document = read_html(PAGE.replace("<div>Cập", f"{links}<div>Cập"))
    folded = [document.text[b.start : b.end] for b in document.blocks if b.is_folded]
    assert "Cỡ chữNghe bài này" in folded
