"""Who wrote a page, by what its head declares and how its elements are named."""

from __future__ import annotations

import pytest

from bulletin_tui.importers.html.reading import read_html
from unit.importers.tidy.test_pages import PROSE, TITLE


def test_names_below_a_heading_are_a_list_of_people() -> None:
    page = f"<h1>{TITLE}</h1><p>06/05/2019</p><p>{PROSE}</p><p>{PROSE}</p>"
    assert read_html(f"{page}<h3>Đội ngũ bác sĩ</h3><p>BS. Võ Yến</p>").metadata.authors == ()
    assert read_html(f"{page}<p>BS. Võ Yến</p>").metadata.authors == ("Võ Yến",)


def test_a_person_named_as_the_site_is_the_site() -> None:
    script = (
        '<script type="application/ld+json">{"@type":"NewsArticle","author":'
        '{"@type":"Person","name":"Báo Xã"},"publisher":{"name":"Báo Xã"}}</script>'
    )
    page = f"{script}<h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE}</p><p>Thu Hà</p>"
    assert read_html(page).metadata.authors == ("Thu Hà",)


@pytest.mark.parametrize("account", ["xaadmin", "thuha89", "phong.vien"])
def test_the_name_of_an_account_gives_way_to_who_has_signed(account: str) -> None:
    page = f'<meta name="author" content="{account}"><h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE}</p>'
    assert read_html(f"{page}<p>Thu Hà</p>").metadata.authors == ("Thu Hà",)


def test_one_declared_value_may_name_several() -> None:
    page = f'<meta name="author" content="Thu Hà - Minh Tâm"><p>{PROSE}</p>'
    assert read_html(page).metadata.authors == ("Thu Hà", "Minh Tâm")


@pytest.mark.parametrize("name", ["by", "entry-byline", "pAuthor"])
def test_a_box_of_the_author_begins_with_the_name(name: str) -> None:
    box = f"<div class={name}><b>Thu Hà</b><i>Cây bút cộng tác</i></div>"
    assert read_html(f"<h1>{TITLE}</h1>{box}<p>{PROSE}</p>").metadata.authors == ("Thu Hà",)


def test_a_short_text_below_a_title_that_the_page_has_marked_is_a_report() -> None:
    text = f"<p>{'Nước về đến ruộng cuối kênh. ' * 6}</p><p>Thu Hà</p>"
    assert read_html(f"<h1>{TITLE}</h1><p>06/05/2019</p>{text}").metadata.authors == ("Thu Hà",)
    assert read_html(f"<p>{TITLE}</p><p>06/05/2019</p>{text}").metadata.authors == ()


@pytest.mark.parametrize("said", ["By Thu Hà", "Tác giả: Thu Hà", "PV Thu Hà", "Thu Hà, Báo Xã"])
def test_a_declared_author_is_read_as_a_byline(said: str) -> None:
    page = f'<meta name="author" content="{said}"><p>{PROSE}</p>'
    assert read_html(page).metadata.authors == ("Thu Hà",)


@pytest.mark.parametrize("said", ["WordPress", "VNPT Sơn Lâm", "Trang thông tin điện tử xã"])
def test_the_program_of_a_site_has_written_nothing(said: str) -> None:
    page = f'<meta name="author" content="{said}"><p>{PROSE}</p>'
    assert read_html(page).metadata.authors == ()


def test_authors_may_stand_one_below_another_above_the_text() -> None:
    page = f"<h1>{TITLE}</h1><p>Ann Carter</p><p>Bo Ek</p><p>6 May 2019</p><p>{PROSE}</p><p>{PROSE}"
    assert read_html(page).metadata.authors == ("Ann Carter", "Bo Ek")


def test_an_author_may_be_referred_to() -> None:
    script = (
        '<script type="application/ld+json">{"@graph":[{"@type":"Article","author":{"@id":"#a"}},'
        '{"@type":"Person","@id":"#a","name":"Ann Carter"}]}</script>'
    )
    assert read_html(f"{script}<p>{PROSE}</p>").metadata.authors == ("Ann Carter",)


def test_a_site_that_calls_itself_the_author_gives_way_to_who_has_signed() -> None:
    script = (
        '<script type="application/ld+json">{"@type":"NewsArticle","author":'
        '{"@type":"Organization","name":"Báo Xã"}}</script>'
    )
    page = f"{script}<h1>{TITLE}</h1><p>{PROSE}</p><p>{PROSE}</p>"
    assert read_html(page).metadata.authors == ("Báo Xã",)
    assert read_html(f"{page}<p>Thu Hà</p>").metadata.authors == ("Thu Hà",)


def test_a_site_named_below_the_text_has_not_signed() -> None:
    head = '<meta property="og:site_name" content="Inland Wire">'
    page = f"{head}<h1>{TITLE}</h1><p>Bo Ek | 6 May 2019</p><p>{PROSE}</p><p>{PROSE}</p>"
    for end in ("Inland Wire", "Inland Wire, all rights reserved"):
        assert read_html(f"{page}<p>{end}</p>").metadata.authors == ("Bo Ek",)
