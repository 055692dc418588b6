"""What a page declares of itself becomes metadata, each value with where it comes from."""

from __future__ import annotations

import json

import pytest

from bulletin_tui.importers.html.reading import read_html
from bulletin_tui.importers.html.titles import without_site
from bulletin_tui.text.dates import iso_printed_date


def test_the_head_of_a_page_is_read() -> None:
    document = read_html("""<html lang="vi-VN"><head>
        <meta property="og:title" content="Rừng &amp; biển">
        <meta content='Báo Xã' name='og:site_name'>
        <meta property="article:published_time" content="2023-03-31T12:41:00+07:00">
        <meta property="article:modified_time" content="2023-04-01"><meta name=author content="An">
        <meta property="article:section" content="Nông nghiệp">
        <meta property="article:tag" content="rừng"><meta property="article:tag" content="biển">
        </head><body><p>Thân bài.""")
    data = document.metadata
    assert (data.title, data.source, data.authors) == ("Rừng & biển", "Báo Xã", ("An",))
    assert data.published is not None
    assert data.updated is not None
    assert iso_printed_date(data.published) == "2023-03-31T12:41"
    assert iso_printed_date(data.updated) == "2023-04-01"
    assert (data.language, data.category, data.tags) == ("vi", "Nông nghiệp", ("rừng", "biển"))
    rules = {(each.field, each.rule) for each in document.provenance.evidence}
    assert {("title", "meta:og:title"), ("language", "html:lang")} <= rules


def test_json_ld_is_read_wherever_the_article_is_in_it() -> None:
    data = {
        "@graph": [
            {"@type": "WebSite", "name": "Trang"},
            {
                "@type": ["NewsArticle"],
                "headline": "Tên bài",
                "datePublished": "2021-05-06",
                "author": [{"@type": "Person", "name": "An"}, "Bình", {"name": 3}],
                "publisher": {"name": "Báo Xã"},
            },
        ]
    }
    page = f"<script type='application/ld+json'>{json.dumps(data)}</script><p>Thân bài."
    metadata = read_html(page).metadata
    assert (metadata.title, metadata.source) == ("Tên bài", "Báo Xã")
    assert metadata.authors == ("An", "Bình")
    assert metadata.published is not None


@pytest.mark.parametrize(
    "script",
    [
        "",
        "{",
        "[" * 100000,
        '{"@type":"Article","headline":' + "1" * 5000 + "}",
        "3",
        '"Article"',
        '{"@type":{"a":[]},"headline":"x"}',
        '{"@type":"Article","author":[[["x"]]],"headline":{}}',
    ],
)
def test_broken_json_ld_says_nothing(script: str) -> None:
    page = f"<script type=application/ld+json>{script}</script><p>Thân bài."
    assert read_html(page).provenance.evidence == ()


@pytest.mark.parametrize(
    "meta",
    [
        "<meta name=date content='hôm qua'>",
        "<meta name=author content='https://x.example/an'>",
        "<meta name=author content=''>",
        "<meta property=og:title>",
        f"<meta property=og:title content='{'x' * 10_000}'>",
        "<meta property=og:image content=x>",
    ],
)
def test_what_cannot_be_the_value_is_passed_over(meta: str) -> None:
    assert read_html(f"{meta}<p>Thân bài.").provenance.evidence == ()


def test_a_time_gives_the_date_when_nothing_else_does() -> None:
    published = read_html(
        "<time datetime='2020-01-02'>hôm qua</time><p>Thân bài."
    ).metadata.published
    assert published is not None
    assert iso_printed_date(published) == "2020-01-02"


def test_declared_values_are_never_unclean() -> None:
    title = read_html("<title>a\x1b]0;x\x07\u202eb</title><p>Thân bài.").metadata.title
    assert title == "a␦b"


def test_without_any_title_the_largest_heading_gives_it() -> None:
    assert read_html("<p>x<h2>Mục</h2><h1>Tên bài</h1>").metadata.title == "Tên bài"
    assert read_html("<h3>Mục</h3><h3>Hai</h3>").metadata.title == "Mục"


@pytest.mark.parametrize(
    ("title", "site", "lines", "expected"),
    [
        ("Mùa vàng trên đồng - Báo Xã", None, {"mùa vàng trên đồng"}, "Mùa vàng trên đồng"),
        ("Báo Xã | Mùa vàng trên đồng", None, {"mùa vàng trên đồng"}, "Mùa vàng trên đồng"),
        ("Lai Châu - mười năm - Báo Xã", None, {"lai châu - mười năm"}, "Lai Châu - mười năm"),
        ("Lai Châu - mười năm", None, {"lai châu - mười năm"}, "Lai Châu - mười năm"),
        ("Mùa vàng - Báo Xã", "Báo xã", set(), "Mùa vàng"),
        ("Báo Xã » Tin » Mùa vàng", "Báo Xã", set(), "Tin » Mùa vàng"),
        ("Mùa vàng trên đồng lúa - Báo Xã", None, set(), "Mùa vàng trên đồng lúa"),
        ("Báo - Tin - Mùa", None, set(), "Báo - Tin - Mùa"),
        ("Mùa vàng", None, set(), "Mùa vàng"),
    ],
)
def test_the_name_of_the_site_is_no_part_of_the_title(
    title: str, site: str | None, lines: set[str], expected: str
) -> None:
    assert without_site(title, site, lines)[0] == expected


@pytest.mark.parametrize(
    ("markup", "published"),
    [
        ('<link rel="canonical" href="https://x.example/2019/05/06/bai/">', "2019-05-06"),
        (
            '<meta property="og:url" content="https://x.example/bai-20190506091500123.htm">',
            "2019-05-06",
        ),
        (
            '<abbr class="published" title="2019-05-06T09:15:00+07:00">9:15</abbr>',
            "2019-05-06T09:15",
        ),
        ('<abbr title="2019-05-06">x</abbr>', None),
        ('<a href="/2019/05/06/bai-khac/">x</a>', None),
    ],
)
def test_a_page_may_give_its_day_in_its_own_address_or_to_programs_only(
    markup: str, published: str | None
) -> None:
    found = read_html(f"{markup}<p>Thân bài.").metadata.published
    assert (iso_printed_date(found) if found else None) == published


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Carter, Ann", "Ann Carter"),
        ("Nguyen, Van An", "Nguyen Van An"),
        ("Ann Carter", "Ann Carter"),
    ],
)
def test_a_name_from_a_catalogue_is_turned_to_how_it_is_printed(written: str, name: str) -> None:
    assert read_html(f'<meta name="citation_author" content="{written}"><p>x').metadata.authors == (
        name,
    )


def test_what_a_program_calls_itself_is_no_author() -> None:
    assert read_html('<meta name="author" content="admin"><p>x').metadata.authors == ()


def test_dates_in_json_ld_are_those_of_the_page_where_the_article_has_none() -> None:
    page = {"@graph": [{"@type": "WebPage", "datePublished": "2021-05-06"}, {"@type": "Article"}]}
    source = f"<script type='application/ld+json'>{json.dumps(page)}</script><p>x"
    assert read_html(source).metadata.published is not None


@pytest.mark.parametrize(
    "markup",
    [
        "<b class='author-name'>Hồng Vân</b><b class='post__date'>09:15 06/05/2019</b>0",
        "<a rel=author href=#>Hồng Vân</a><i class=publish-date>06/05/2019 09:15</i>0",
        "<p class=byline>Tác giả: <b>Hồng Vân</b></p><b class=ngay-dang>06/05/2019 09:15</b>0",
    ],
)
def test_names_of_elements_say_who_wrote_and_when(markup: str) -> None:
    known = read_html(f"<div>{markup}</div><p>Thân bài.").metadata
    assert known.authors == ("Hồng Vân",)
    assert known.published is not None
    assert iso_printed_date(known.published) == "2019-05-06T09:15"


@pytest.mark.parametrize(
    "markup",
    [
        "<div class=comments><b class=author>Hồng Vân</b></div>",
        "<div class=author>Hồng Vân đi chợ về muộn</div>",
        f"<div class=author>Hồng Vân<div>{'rất dài ' * 30}</div></div>",
        "<br class=author>Hồng Vân",
    ],
)
def test_who_comments_and_what_is_no_name_is_no_author(markup: str) -> None:
    assert read_html(f"<p>Thân bài.</p>{markup}").metadata.authors == ()
