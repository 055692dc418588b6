"""Pages as the programs behind Vietnamese portals print them, each family with its own habits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from made_pages.furniture import controls, counters, footer, menu, related, widgets
from made_pages.made import Made, Truth
from made_pages.prose import PLACES, WEEKDAYS, captions, moment, name, paragraph, title

if TYPE_CHECKING:
    from datetime import datetime
    from random import Random


def liferay(chance: Random) -> Made:
    """Title, text and captions with blank lines; a bare name; boxes and a footer in capitals."""
    made, local, province, when = _begun("liferay", chance)
    publisher = f"UBND {local}"
    made.truth.source, made.truth.place = publisher, province
    made.shown(made.truth.title)
    made.gap()
    if chance.random() < 0.6:
        _dated(made, when, f"{when:%d/%m/%Y %H:%M}")
        made.gap()
    _text(made, chance, gaps=True)
    _signed(made, chance, chance.choice(["{}", "{}", "Tin, ảnh: {}", "CTV: {}"]))
    made.gap()
    made.around(*widgets(chance), *counters(chance, glued=False))
    made.around(f"CỔNG THÔNG TIN ĐIỆN TỬ {local.upper()}")
    made.around(*footer(chance, publisher, (local, province)))
    return made


def asp_net(chance: Random) -> Made:
    """The site's name and counters on top, a breadcrumb, indented paragraphs without gaps."""
    made, local, province, when = _begun("asp_net", chance)
    publisher = "Huyện ủy " + " ".join(word for word in local.split() if word[0].isupper())
    made.truth.source, made.truth.place = publisher, province
    made.around(publisher, *widgets(chance)[:2], *counters(chance, glued=False))
    made.shown(f"Trang chủ   /   Tin hoạt động   /   {made.truth.title}", made.truth.title)
    if chance.random() < 0.5:
        _dated(made, when, f"Ngày đăng: {when:%d/%m/%Y}", exact=False)
    made.gap()
    _text(made, chance, gaps=False, indent="       ")
    made.gap()
    _signed(made, chance, "ThS {} - Phó Trưởng phòng Nội vụ huyện")
    made.gap()
    made.around(*related(chance, dated=True))
    made.gap()
    made.around(*[f"  • {line}" for line in footer(chance, publisher, (local, province))])
    return made


def nuke_viet(chance: Random) -> Made:
    """A weekday with views behind the date, author label, rating, related, glued counters."""
    made, _local, province, when = _begun("nuke_viet", chance)
    made.truth.place = province
    made.shown(made.truth.title)
    made.gap()
    views = f"{chance.randint(1, 9)}.{chance.randint(100, 999)} {chance.randint(0, 9)}"
    _dated(made, when, f"{WEEKDAYS[when.weekday()]} - {when:%d/%m/%Y %H:%M} {views}")
    caption = captions(chance, 1)[0]
    made.body(paragraph(chance), caption)
    made.around(caption)
    made.body(f"{paragraph(chance)} Đây là đơn vị dẫn đầu của tỉnh {province}.")
    _text(made, chance, gaps=True, pictures=False)
    made.gap()
    _signed(made, chance, "Tác giả: {}" if chance.random() < 0.6 else "Tác giả bài viết: {}")
    made.around("Điểm của bài: 0/5 từ 0 lượt chấm", "Bấm vào sao để chấm điểm")
    made.gap()
    made.around(*related(chance, dated=False, teasers=chance.random() < 0.5))
    made.around(*counters(chance, glued=True))
    made.around("Phiên đăng nhập sắp hết, chọn vào đây để gia hạn phiên", "top")
    return made


def share_point(chance: Random) -> Made:
    """A menu, a category, the title twice, an updated stamp, debris of pictures, share links."""
    made, local, _province, when = _begun("share_point", chance)
    made.truth.title = f"UBND {local}: {made.truth.title[0].lower()}{made.truth.title[1:]}"
    made.truth.source = f"UBND {local}"
    if chance.random() < 0.5:
        made.around(*menu(chance))
    made.shown("Văn hóa, giáo dục, đời sống quanh ta", made.truth.title)
    if chance.random() < 0.5:
        made.truth.updated = f"{when:%Y-%m-%dT%H:%M}"
        views = chance.randint(1, 999)
        made.shown(f"Cập nhật lúc {when:%H:%M} ngày {when:%d/%m/%Y} - Số lượt xem: {views}")
    else:
        _dated(made, when, f"{when:%d/%m/%Y | %H:%M}")
    made.gap()
    made.around(made.truth.title)
    made.body(paragraph(chance))
    made.around(r"Description: C:\Users\VanPhong\Pictures\hop giao ban.jpg")
    _text(made, chance, gaps=True)
    _signed(made, chance, "                              Tin, ảnh: {}")
    made.gap()
    made.around(*controls(chance))
    return made


def plain(chance: Random) -> Made:
    """Copied by hand: title, a byline or a date before the text or behind it, nothing around."""
    made, _local, _province, when = _begun("plain", chance)
    made.shown(made.truth.title)
    if chance.random() < 0.5:
        _dated(made, when, f"{when:%d/%m/%Y, %H:%M}")
    if chance.random() < 0.5:
        _signed(made, chance, "Tác giả: {}")
        _text(made, chance, gaps=True)
    else:
        _text(made, chance, gaps=True)
        _signed(made, chance, "Bài, ảnh: {}")
    return made


def dated_prefix(chance: Random) -> Made:
    """A menu, then names or a category before the date on its line, boxes behind the text."""
    made, local, _province, when = _begun("dated_prefix", chance)
    made.truth.source = f"Trang thông tin điện tử {local}"
    made.around(f"Trang thông tin điện tử {local}", *menu(chance))
    made.shown("Tin trong huyện", made.truth.title)
    if chance.random() < 0.5:
        author = name(chance)
        made.truth.authors = (author,)
        _dated(made, when, f"{author} - {when:%d/%m/%Y %H:%M}")
    else:
        _dated(made, when, f"Thời sự {when:%d-%m-%Y}", exact=False)
    _text(made, chance, gaps=chance.random() < 0.5)
    if not made.truth.authors:
        _signed(
            made, chance, chance.choice(["Thực hiện: {}", "PV: {}", "Nguồn tin: Báo địa phương"])
        )
    made.around(*controls(chance), *related(chance, dated=True))
    made.around(*widgets(chance), *counters(chance, glued=chance.random() < 0.5))
    return made


def wrapped(chance: Random) -> Made:
    """Paragraphs broken at a margin of 72 to 90 signs."""
    made, _local, _province, when = _begun("wrapped", chance)
    made.shown(made.truth.title)
    _dated(made, when, f"Đăng lúc: {when:%H:%M} - {when:%d/%m/%Y}")
    made.gap()
    margin = chance.randint(72, 90)
    for _each in range(chance.randint(3, 6)):
        made.body(*_broken(paragraph(chance), margin))
        made.gap()
    _signed(made, chance, "Tác giả: {}")
    made.gap()
    made.around(*related(chance, dated=False))
    return made


def newspaper(chance: Random) -> Made:
    """Never tuned on: sections, a clock, a short lead in brackets, tags, comments, most read."""
    made, local, province, when = _begun("newspaper", chance)
    made.truth.source = f"Báo {province}"
    made.around("Thứ năm, 06/03/2025", f"Báo {province} điện tử", "Media", "Đa phương tiện")
    made.around("Kinh tế", "Nông nghiệp", "Bạn đọc", "Đất và người")
    made.shown("Kinh tế » Nông nghiệp", made.truth.title)
    clock = f"{WEEKDAYS[when.weekday()]}, {when.day}/{when.month}/{when:%Y}, {when:%H:%M} [GMT+7]"
    _dated(made, when, clock)
    made.body(
        f"(B{province[0]}Đ) - Câu chuyện ở {local} cho thấy nông dân có thể làm giàu trên đất mình."
    )
    _text(made, chance, gaps=chance.random() < 0.5)
    author = name(chance).upper()
    made.truth.authors = (author,)
    made.shown(author)
    made.around("TIN LIÊN QUAN" if chance.random() < 0.5 else "TIN, BÀI LIÊN QUAN:")
    made.around(*related(chance, dated=False)[1:])
    made.around("Từ khóa: nông dân, làm giàu, nông thôn mới", "Ý kiến bạn đọc (0)", "Gửi bình luận")
    made.around("ĐỌC NHIỀU", *related(chance, dated=False)[1:])
    made.around(f"© Bản quyền thuộc về Báo {province}", "Tổng Biên tập: Ông Hồ Văn Lâm")
    made.around(f"Tòa soạn: số 7 phố Chợ, tỉnh {province}", "Thiết kế bởi Công ty Mây Trắng")
    return made


def english(chance: Random) -> Made:
    """A page in English, with a cookie box and related stories."""
    made = Made("english")
    when = moment(chance)
    made.truth = Truth("Village library opens its doors to night readers")
    made.around("Home", "News", "Events", "About us", "Contact")
    made.shown(made.truth.title)
    _dated(made, when, f"Published on {when:%B} {when.day}, {when:%Y}", exact=False)
    made.truth.authors = ("Anne Carter",)
    made.shown("By Anne Carter")
    made.body(*(" ".join([_ENGLISH] * chance.randint(1, 3)) for _each in range(3)))
    made.around("Share this article", "Related stories", "Farmers' market moves to the square")
    made.around("Copyright 2020 The Valley Observer. All rights reserved.", "Privacy policy")
    return made


_ENGLISH = (
    "The library on the hill will stay open until midnight from Monday, and the council hopes that"
    " those who work during the day will come and read what they never had the time for before."
)


def _begun(layout: str, chance: Random) -> tuple[Made, str, str, datetime]:
    local, province = chance.choice(PLACES)
    when = moment(chance)
    made = Made(layout, Truth(title(chance, local, when.year)))
    return made, local, province, when


def _dated(made: Made, when: datetime, printed: str, *, exact: bool = True) -> None:
    made.truth.published = f"{when:%Y-%m-%dT%H:%M}" if exact else f"{when:%Y-%m-%d}"
    made.shown(printed)


def _signed(made: Made, chance: Random, shape: str) -> None:
    authors = [
        name(chance) for _each in range(1 if "ThS" in shape else chance.choice([1, 1, 1, 2]))
    ]
    if "{}" in shape:
        made.truth.authors = tuple(dict.fromkeys(authors))
    made.shown(shape.format(" - ".join(dict.fromkeys(authors))))


def _text(
    made: Made, chance: Random, *, gaps: bool, indent: str = "", pictures: bool = True
) -> None:
    shown = captions(chance, chance.randint(0, 3)) if pictures else []
    for number in range(chance.randint(3, 8)):
        made.body(indent + paragraph(chance))
        if gaps:
            made.gap()
        if shown and number and chance.random() < 0.5:
            made.body(shown.pop())
            if gaps:
                made.gap()


def _broken(text: str, margin: int) -> list[str]:
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + 1 + len(word) > margin:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
