"""Made-up web pages, each with the words of its text: four ways of building, known proportions."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

SYLLABLES = (
    "xã phường tỉnh huyện công tác giáo dục đào tạo phát triển kinh tế nông thôn mới năm học sinh"
    " giáo viên nhân dân rừng biển đồng lúa cầu đường trường lớp hội nghị kết quả đồng bào"
    " thực hiện"
).split()
MENU = "Trang chủ|Giới thiệu|Tin tức|Văn bản|Thủ tục|Hỏi đáp|Liên hệ|Thư viện ảnh|Lịch công tác"
COUNTERS = ("Đang truy cập", "Hôm nay", "Tháng hiện tại", "Tổng lượt truy cập")


Lines: TypeAlias = "Sequence[str]"
Build: TypeAlias = "Callable[[Lines, Lines, Lines, Lines, Lines, Lines], str]"


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page's source, the words of its text, and those of its title, date and author."""

    source: str
    text: str
    head: str


def saved_page(chance: Random, build: Build) -> SavedPage:
    """A page with a menu, a text with captions, other reports, counters and a footer."""
    title = words(chance, 12).capitalize()
    date = f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/2023 08:{chance.randint(10, 59)}"
    author = chance.choice(["Tin, ảnh: Đỗ Hương", "Tác giả: Trần An", "Bài: Lê Bình"])
    text = [sentences(chance) for _ in range(chance.randint(2, 9))]
    for place in sorted(chance.sample(range(1, len(text)), min(2, len(text) - 1)), reverse=True):
        text.insert(place, words(chance, 9).capitalize())  # a caption or a heading
    others = [
        words(chance, chance.randint(8, 16)).capitalize() for _ in range(chance.randint(3, 9))
    ]
    if chance.random() < 0.5:
        others = [line for other in others for line in (other, sentences(chance, 1))]
    counters = [f"{label}: {chance.randint(3, 90_000):,}" for label in COUNTERS]
    foot = [
        f"Cổng thông tin điện tử xã {words(chance, 2)}",
        f"Địa chỉ: số {chance.randint(1, 99)}, xã {words(chance, 2)}. Điện thoại: 0203 825 408",
        "Giấy phép số 12/GP-TTĐT cấp ngày 09/08/2021",
    ]
    source = build([title], [date], text, [author], others, [*counters, *foot])
    return SavedPage(source, "\n".join(text), "\n".join((title, date, author)))


def words(chance: Random, count: int) -> str:
    """So many syllables."""
    return " ".join(chance.choices(SYLLABLES, k=count))


def sentences(chance: Random, count: int = 4) -> str:
    """Some sentences."""
    return " ".join(f"{words(chance, chance.randint(9, 24)).capitalize()}." for _ in range(count))


def with_landmarks(
    title: Lines, date: Lines, text: Lines, author: Lines, others: Lines, foot: Lines
) -> str:
    """Elements that say what they hold."""
    return _page(
        title,
        f"<nav><ul>{_linked(MENU.split('|'), 'li')}</ul></nav><main><article>{_set(title, 'h1')}"
        f"{_set(date, 'time')}{_set(text, 'p')}{_set(author, 'p')}</article></main>"
        f"<aside><h2>Tin liên quan</h2>{_linked(others, 'p')}</aside>"
        f"<footer>{_set(foot, 'p')}</footer>",
    )


def with_names(
    title: Lines, date: Lines, text: Lines, author: Lines, others: Lines, foot: Lines
) -> str:
    """Divisions with telling names."""
    return _page(
        title,
        f"<div id=header class=menu>{_linked(MENU.split('|'), 'div')}</div><div class=news-detail>"
        f"{_set(title, 'h2')}<span class=date>{date[0]}</span><div class=content>{_set(text, 'p')}"
        f"{_set(author, 'p')}</div></div><div class=tin-lien-quan><b>Các tin khác</b>"
        f"{_linked(others, 'div')}</div><div class=footer>{_set(foot, 'div')}</div>",
    )


def with_divisions(
    title: Lines, date: Lines, text: Lines, author: Lines, others: Lines, foot: Lines
) -> str:
    """Divisions that tell nothing."""
    return _page(
        title,
        f"<div class=c1>{_linked(MENU.split('|'), 'div')}</div><div class=c2>{_set(title, 'div')}"
        f"{_set(date, 'div')}{_set(text, 'div')}{_set(author, 'div')}<div>Tin cùng chuyên mục</div>"
        f"{_linked(others, 'div')}</div><div class=c3>{_set(foot, 'div')}</div>",
    )


def with_tables(
    title: Lines, date: Lines, text: Lines, author: Lines, others: Lines, foot: Lines
) -> str:
    """Tables inside a form, lines broken by hand."""
    return _page(
        title,
        "<form id=aspnetForm><table><tr><td>"
        + "<br>".join(f"<a href=#>{html.escape(entry)}</a>" for entry in MENU.split("|"))
        + f"</td><td><span><b>{title[0]}</b></span><br>{date[0]}<br>"
        + "<br><br>".join(map(html.escape, text))
        + f"<br>{author[0]}<br><b>Các tin khác</b><br>"
        + "<br>".join(f"<a href=#>{html.escape(other)}</a>" for other in others)
        + f"</td></tr><tr><td colspan=2>{'<br>'.join(map(html.escape, foot))}</td></tr>"
        + "</table></form>",
    )


def _page(title: Lines, body: str) -> str:
    return f"<html><head><title>{title[0]} - Cổng xã</title></head><body>{body}</body></html>"


def _set(lines: Lines, tag: str) -> str:
    return "".join(f"<{tag}>{html.escape(line)}</{tag}>\n" for line in lines)


def _linked(lines: Lines, tag: str) -> str:
    """Each line a link, except for what is longer than a title."""
    return "".join(
        f"<{tag}>{html.escape(line)}</{tag}>\n"
        if line.endswith(".")
        else f"<{tag}><a href=#>{html.escape(line)}</a></{tag}>\n"
        for line in lines
    )


BUILDS: Sequence[Build] = (with_landmarks, with_names, with_divisions, with_tables)
