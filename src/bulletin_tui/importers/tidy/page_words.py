"""What stands on a page around a report, told by its words: closed lists and openings.

All in bare letters, as `fold` gives them, so that marks and their places make no difference.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.guesses import Guess, LineClass
from bulletin_tui.importers.tidy.page_controls import is_button, is_offer

if TYPE_CHECKING:
    from bulletin_tui.importers.tidy.seen import Seen

_MOST_WORDS_OF_A_LABEL = 9
_MOST_WORDS_OF_A_FOOTER = 60
_MOST_WORDS_OF_STEPS = 12
_LEAST_ENTRIES = 4
CONTACT = "contact"
"""The rule of lines that stand in footers, and in notices too: an address, a telephone."""

NAVIGATION = frozenset(
    """
    about|about us|ban do|bo may to chuc|bo qua noi dung|chinh quyen|chinh tri
    chuc nang nhiem vu|chuc nang, nhiem vu|chuyen muc|co cau to chuc|cong dan
    cong khai ngan sach|cong nghe|contact|contact us|dang ky|dang nhap|dang xuat|danh muc
    dich vu cong|dich vu cong truc tuyen|doanh nghiep|doi song|du khach|du lich|english
    events|giao duc|gioi thieu|gioi thieu chung|gop y|he thong van ban|hinh anh|hoat dong
    hoi - dap|hoi dap|home|khoa hoc|kinh te|kinh te - xa hoi|lich cong tac
    lich su hinh thanh|lien he|lien he - gop y|login|media|menu|mobile|news|noi bo|phap luat
    products|quoc phong - an ninh|quoc te|register|rss|services|site map|sitemap
    skip to content|skip to main content|so do cong|so do site|su kien|tai lieu|the thao
    thoi su|thong bao|thong tin tuyen truyen|thu dien tu cong vu|thu tuc hanh chinh|thu vien
    thu vien anh|thu vien video|tieng viet|tin tuc|tin tuc - su kien|tin tuc su kien
    to chuc bo may|tra cuu|trang chinh|trang chu|trang nhat|trong nuoc|tuyen dung|van ban
    van ban phap luat|van hoa|van hoa - xa hoi|video|video clip|vietnamese|webmail|xa hoi
    y te
    """.replace("\n", "|")
    .replace("    ", "")
    .split("|")
) - {""}

_WIDGETS = re.compile(
    r"thoi tiet(?: .{0,30})?|thong ke(?: luot)? truy cap|thong ke|luot truy cap|so luot truy cap"
    r"|(?:lien ket|lk) (?:web(?:site)?s?|trang|ngoai|nhanh|cac trang|huu ich)(?: .{0,20})?|lien ket"
    r"|(?:web(?:site)?s?|cac trang|trang) lien ket|-+ ?(?:chon|lien ket) .{0,30}"
    r"|tim kiem(?: (?:theo|nang cao|van ban|tren|tin|thong tin|trong|site|website) ?.{0,60})?"
    r"|tim nang cao|tra cuu .{0,30}|lich cong tac(?: .{0,20})?"
    r"|tham do(?: y kien| du luan)?|binh chon|bieu quyet|banner(?: .{0,20})?"
    r"|ty gia(?: .{0,20})?"
    r"|gia vang|ban do .{0,20}|fanpage|dang nhap(?: .{0,20})?|(?:album|thu vien) (?:anh|hinh anh"
    r"|video)"
    r"|video(?: clip| noi bat| moi)?|nhac|lich|hop thu .{0,20}|y kien(?: ban doc| cua ban)?"
    r"|binh luan|muc luc|table of contents|contents"
    r"|(?:gui |viet )?(?:binh luan|phan hoi|y kien)(?: cua ban)?|y kien binh luan|hom thu .{0,20}"
    r"|ho tro truc tuyen|duong day nong|so dien thoai .{0,20}|thong tin can biet"
    r"|dich vu cong .{0,20}"
    r"|weather|statistics|visitors?|links?|search|comments?|leave a (?:comment|reply)"
    r"|tags?|topics?|keywords?|tu khoa|(?:media |press )?contacts?|archives?|luu tru(?: blog)?"
    r"|suggested topics|about the authors?|ve tac gia"
    r"|newsletter|follow us|poll|calendar|thu vien .{0,15}"
)
_COMMENTS = re.compile(
    r"(?:y kien|binh luan|phan hoi|nhan xet|comments?|responses?|replies)"
    r"(?: (?:ban doc|cua ban|bai viet))? ?\(?[0-9]{1,5}\)?"
    r"|[0-9]{1,5} (?:binh luan|phan hoi|nhan xet|y kien|comments?|thoughts?|responses?|replies)"
    r"(?: (?:ve|cho|on|to)\b.{0,200})?"
    r"|(?:de lai|gui|viet)(?: mot)? (?:binh luan|phan hoi|loi nhan|nhan xet|tra loi|y kien)"
    r"(?: (?:cua ban|moi|bai viet))?|(?:hien )?chua co (?:binh luan|y kien|phan hoi).{0,80}"
    r"|leave a (?:comment|reply|response)(?: .{0,20})?|comments are closed"
)
_RELATED_HEADINGS = re.compile(
    r"(?:cac |nhung |mot so )?(?:tin|tin tuc|bai|bai viet|tin bai|thong tin|van ban|tai lieu"
    r"|thong bao)"
    r"(?:,? bai| bai| viet| tuc)?"
    r" (?:lien quan|khac|moi|moi nhat|moi hon|cu hon|cu|nong|noi bat|tieu diem|gan day|da dua"
    r"|da dang"
    r"|cung chuyen muc|cung loai|cung danh muc|cung the loai|xem nhieu|doc nhieu|quan tam"
    r"|noi bat khac"
    r"|moi dang|moi dua|moi cap nhat|truoc day|phap quy|chi dao dieu hanh|chi dao|dang quan tam)"
    r"(?: (?:nhat|cung chuyen muc|hon|khac|trong ngay|trong tuan))?"
    r"|(?:xem|doc) (?:them|nhieu|nhieu nhat|tiep)|co the ban quan tam|ban co the quan tam|moi nhat"
    r"|(?:cac|nhung) (?:tin|bai)(?: viet)? (?:moi|cu) (?:hon|hon khac)|cung (?:chuyen muc|chu de)"
    r"|(?:chum anh|video|clip|phong su|bai|tin|chuyen de) (?:khac|lien quan)"
    r"|co lien quan"
    r"|(?:(?:cac )?(?:tin|bai)(?: viet| bai)? |dang |duoc )?(?:doc|xem|quan tam) nhieu(?: nhat)?"
    r"|(?:cac )?bai(?: viet)? cung (?:chu de|tac gia|chuyen de)"
    r"|dang duoc (?:doc|xem|quan tam)|(?:upcoming|past) events|(?:moi|vua) (?:cap nhat|dang)"
    r"|xem (?:tin )?theo ngay"
    r"|chuyen muc khac|bai (?:truoc|sau|ke tiep)|tin (?:truoc|sau|tiep theo)"
    r"|related|(?:related|similar|more|other|latest|recent|popular|trending|previous|further)"
    r" (?:news|articles?|posts?|stories|content|documents?|items?|publications?|reports?|topics?"
    r"|resources?|pages?|links?|reading|blogs?|features?|videos?|events?)"
    r"|more (?:from|on|in|like) .{3,40}|most (?:read|viewed|popular|shared)"
    r"|see also|you (?:may|might) also (?:like|enjoy|be interested in)|read (?:more|next)"
)
_ONE_OTHER = re.compile(
    r"(?:previous|next|older|newer|bai truoc|bai sau|bai tiep theo|bai cu hon|bai moi hon"
    r"|tin truoc|tin sau|tin tiep theo|(?:doc|xem) (?:them|tiep)|read more|see also|related)"
    r"(?: post| article)? ?[:»«→←>].{3,200}"
)
_TAGS = re.compile(r"(?:tu khoa|tags?|the|tag bai viet|keywords?|chu de) ?: ?")
_FOOTERS = re.compile(
    r"(?:(?:dia chi|tru so(?: chinh)?|dien thoai|so dien thoai|[dđ]t|tel|phone|fax|hotline|e-?mail"
    r"|thu dien tu|hop thu|website|web|address|telephone) ?(?:lien he|toa soan|chinh)? ?[:.(]"
    r"|(?:so |theo )?giay phep|ban quyen|copyright|©|\(c\)|all rights"
    r"|(?:nguoi |don vi )?chiu trach nhiem|(?:pho )?truong ban (?:bien tap|quan tri)"
    r"|ban bien tap ?:"
    r"|co quan (?:don vi )?chu quan|don vi chu quan|co quan (?:quan ly|chu tri|thuong truc)"
    r"|don vi (?:xay dung|thiet ke|quan ly|phat trien|van hanh|cung cap)"
    r"|(?:thiet ke|xay dung|phat trien|van hanh|cung cap)(?: va (?:thiet ke|phat trien"
    r"|xay dung))? (?:boi|by)"
    r"|(?:thuc hien|xay dung) va quan ly|quan (?:ly|tri) (?:noi dung|website)|powered by"
    r"|designed by"
    r"|developed by|(?:vui long |yeu cau |khi .{0,40})?ghi ro nguon|® ?ghi"
    r"|tong bien tap(?![^:]{50,}\.$)"
    r"|giam doc ?:"
    r"|(?:toan bo )?noi dung .{0,30}ban quyen|vui long (?:trich dan|ghi|dan nguon)|so do duong di"
    r"|terms of|privacy policy|chinh sach bao mat|dieu khoan su dung|xem tot nhat)"
)
_CONTACT = re.compile(
    r"(?:dia chi|dien thoai|so dien thoai|[dđ]t|tel|phone|fax|hotline|e-?mail|thu dien tu"
    r"|website|web"
    r"|address|telephone) ?(?:lien he)? ?[:.(]"
)
_LICENCE = re.compile(r"giay phep .{0,60}(?:gp|so )|[0-9]/gp-|ghi ro nguon")
_SITE = re.compile(
    r"chao mung .{0,20}den voi .{0,60}"
    r"|(?:chao mung .{0,20}den voi )?(?:cong|trang) (?:thong tin|tt)(?: dien tu| dt)?|cong ttdt"
    r"|trang ttdt"
)
_BREADCRUMB_START = re.compile(
    r"(?:ban dang (?:o|dung o|xem)(?: day)? ?:? ?)?(?:trang chu|goc|home|trang nhat|trang chinh)"
    r" ?(?:[/>\\|\"'→-]|::) ?\S"  # quotes: what » and › are once they are folded
)
_CRUMB = re.compile(r" ?(?:[>»›→\\|]|::) ?| / |(?<=chủ)/|(?<=Home)/")
_FIRST_PAGES = ("trang chu ", "trang nhat ")
_STROKES = "|•·"
_STROKE = re.compile(f"[{_STROKES}]")
_STEPS = ("»", "›", "→", " > ")


def as_page_word(seen: Seen) -> Guess | None:
    """What the line is when its words are those of a page's furniture."""
    if not seen.bare:
        return None
    bare = seen.bare.strip(" .:-|>»<«[]()*")
    if seen.words <= _MOST_WORDS_OF_A_LABEL:
        if bare in NAVIGATION:
            return Guess(LineClass.NAVIGATION, 0.85, "navigation")
        if _RELATED_HEADINGS.fullmatch(bare):
            return Guess(LineClass.RELATED_HEADING, 0.95, "related_heading")
    if seen.words <= 20:
        if is_button(seen, bare):
            return Guess(LineClass.CONTROL, 0.97, "control")
        if _WIDGETS.fullmatch(bare) or _COMMENTS.fullmatch(bare):
            return Guess(LineClass.WIDGET, 0.95, "widget")
        if _ONE_OTHER.fullmatch(bare):
            return Guess(LineClass.RELATED, 0.85, "related_heading")
        if is_offer(seen, bare):
            return Guess(LineClass.CONTROL, 0.9, "control")
    return _as_longer(seen)


def _as_longer(seen: Seen) -> Guess | None:
    if _is_menu(seen.bare):
        return Guess(LineClass.NAVIGATION, 0.9, "navigation")
    if _BREADCRUMB_START.match(seen.bare) or _is_bare_way(seen):
        return Guess(LineClass.BREADCRUMB, 0.95, "breadcrumb")
    if _TAGS.match(seen.bare) and not seen.text.endswith((".", ";")):
        return Guess(LineClass.CONTROL, 0.8, "tags")
    if seen.words <= _MOST_WORDS_OF_A_FOOTER and (
        _FOOTERS.match(seen.bare) or _names_a_licence(seen.bare)
    ):
        if _CONTACT.match(seen.bare):
            return Guess(LineClass.FOOTER, 0.9, CONTACT)
        return Guess(LineClass.FOOTER, 0.95, "footer")
    if seen.words <= 16 and _SITE.match(seen.bare) and not seen.text.endswith("."):
        return Guess(LineClass.SITE, 0.9, "site_name")
    steps = sum(map(seen.text.count, _STEPS))
    if (steps >= 2 or (steps and seen.words <= _MOST_WORDS_OF_STEPS)) and not seen.is_ended:
        return Guess(LineClass.BREADCRUMB, 0.8, "breadcrumb")
    return None


def _is_bare_way(seen: Seen) -> bool:
    """Whether a line begins with the first page in Vietnamese, whatever was between its steps."""
    return seen.bare.startswith(_FIRST_PAGES) and seen.words > _LEAST_ENTRIES and not seen.is_ended


def _is_menu(bare: str) -> bool:
    """Whether a line is a whole menu, its entries apart by strokes; a way through a site is not."""
    if sum(map(bare.count, _STROKES)) < _LEAST_ENTRIES - 1:
        return False
    entries = [entry.strip() for entry in _STROKE.split(bare)]
    return sum(map(NAVIGATION.__contains__, entries)) >= 3


def _names_a_licence(bare: str) -> bool:
    may_name = "giay phep " in bare or "/gp-" in bare or "ghi ro nguon" in bare
    return may_name and bool(_LICENCE.search(bare))


def heads_comments(seen: Seen) -> bool:
    """Whether other people's words on the report follow, however many they are."""
    bare = seen.bare.strip(" .:-|()")
    return seen.words <= _MOST_WORDS_OF_A_FOOTER and bool(_COMMENTS.fullmatch(bare))


def crumbs(seen: Seen) -> tuple[str, ...]:
    """The steps of a breadcrumb, as printed, without the first page."""
    steps = [step.strip(" .:") for step in _CRUMB.split(seen.text)]
    return tuple(step for step in steps[1:] if step)


def tags(seen: Seen) -> tuple[str, ...]:
    """The tags that a line of them gives."""
    listed = seen.text[seen.text.find(":") + 1 :].replace(";", ",").split(",")
    return tuple(tag.strip(" .#") for tag in listed if tag.strip(" .#"))
