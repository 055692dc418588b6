"""What the markup of a page says of its lines."""

from __future__ import annotations

import pytest

from bulletin_tui.importers.html.layout import lines_of, set_page
from bulletin_tui.importers.html.tokens import tokens
from bulletin_tui.importers.html.walker import Walker
from bulletin_tui.importers.tidy.lines import Line, LineContext

PROSE = "Xã Tân An đã trồng thêm năm héc ta rừng ngập mặn ven biển để giữ đất và chắn sóng" * 2


def lines(source: str) -> list[Line]:
    """The lines of a page."""
    walker = Walker()
    for token in tokens(source):
        walker.take(token)
    pieces = walker.finish()
    return lines_of(set_page(pieces), pieces, walker.regions.contexts())


def contexts(source: str) -> list[LineContext]:
    """The context of each line but the last, in a page that ends with prose."""
    return [line.context for line in lines(f"{source}<p>{PROSE}</p>")][:-1]


@pytest.mark.parametrize(
    ("source", "context"),
    [
        ("<nav>x</nav>", LineContext.NAVIGATION),
        ("<div role=navigation><ul><li>x</ul></div>", LineContext.NAVIGATION),
        ("<div class='col main-menu'>x</div>", LineContext.NAVIGATION),
        ("<ol id=breadCrumb><li>x</ol>", LineContext.NAVIGATION),
        ("<header><p>x</header>", LineContext.HEADER),
        ("<footer><h2>x</h2></footer>", LineContext.FOOTER),
        ("<div id=site-footer>x</div>", LineContext.FOOTER),
        ("<aside>x</aside>", LineContext.ASIDE),
        ("<div class='tin-lien-quan'>x</div>", LineContext.ASIDE),
        ("<form><label>x</label></form>", LineContext.FORM),
        ("<button>x</button>", LineContext.FORM),
        ("<article><p>x</article>", LineContext.ARTICLE),
        ("<div itemprop=articleBody>x</div>", LineContext.ARTICLE),
        ("<figcaption>x</figcaption>", LineContext.CAPTION),
        ("<p class=wp-caption-text>x</p>", LineContext.UNKNOWN),
        ("<p class=image-caption>x</p>", LineContext.CAPTION),
        ("<h1>x</h1>", LineContext.TITLE),
        ("<h2>x</h2>", LineContext.TITLE),
        ("<ul><li>x</ul>", LineContext.LIST_ITEM),
        ("<table><tr><td>a<td>b<tr><td>c<td>d</table>", LineContext.TABLE),
        ("<div class='content-with-sidebar'>x</div>", LineContext.UNKNOWN),
        ("<p>x</p>", LineContext.UNKNOWN),
    ],
)
def test_tags_roles_and_telling_names_say_where_a_line_stands(
    source: str, context: LineContext
) -> None:
    assert contexts(source) == [context]


def test_an_article_has_its_own_header_and_footer() -> None:
    source = "<article><header><h1>x</h1><p>y</header><footer>z</footer><nav>t</nav></article>"
    assert contexts(source) == [
        LineContext.TITLE,
        LineContext.ARTICLE,
        LineContext.ARTICLE,
        LineContext.NAVIGATION,
    ]


def test_only_one_heading_of_the_highest_level_is_a_title() -> None:
    assert contexts("<h2>x</h2><h2>y</h2>") == [LineContext.HEADING] * 2
    assert contexts("<h1>x</h1><h2>y</h2>") == [LineContext.TITLE, LineContext.HEADING]


@pytest.mark.parametrize("around", ["<form>", "<div class=left-sidebar>", "<footer>", "<header>"])
def test_what_holds_the_prose_of_the_page_is_no_boilerplate(around: str) -> None:
    found = lines(f"{around}<nav>menu</nav><p>{PROSE}</p>")
    assert [line.context for line in found] == [LineContext.NAVIGATION, LineContext.UNKNOWN]


def test_parts_inside_what_is_no_sidebar_stay_what_they_are() -> None:
    inside = "<article><p>x</article><div class=related>y</div><div class=box_comment_vne>z</div>"
    found = lines(f"<div class=sidebar-1>{inside}<p>{PROSE}</p></div>")
    assert [line.context for line in found[:3]] == [
        LineContext.ARTICLE,
        LineContext.ASIDE,
        LineContext.ASIDE,
    ]


def test_the_share_of_links_is_counted_in_letters() -> None:
    found = lines("<p>bốn <a href=x>chữ</a><p><a>hết</a><p>không")
    assert [line.link_share for line in found] == [3 / 7, 1, 0]


def test_a_break_does_not_set_apart_but_two_do_and_so_does_a_paragraph() -> None:
    found = lines("<div>a<br>b<br><br>c</div><div>d</div><p>e</p>")
    assert [(line.text, line.is_apart) for line in found] == [
        ("a", True),
        ("b", False),
        ("c", True),
        ("d", False),
        ("e", True),
    ]
