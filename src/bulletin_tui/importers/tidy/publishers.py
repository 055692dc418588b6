"""Who published a page: what its footer and header name, or the words before its title's colon."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.guesses import LineClass
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.guesses import Guess
    from bulletin_tui.importers.tidy.seen import Seen

_ORGANISATION = re.compile(
    r"(?:uy ban (?:nhan dan|mttq|mat tran|kiem tra)|ubnd|ubmttq|ub mttq|hdnd|hoi dong nhan dan"
    r"|van phong"
    r"|(?:dang|tinh|thanh|huyen|quan|thi) uy|dang bo|so|bo|phong|ban|hoi|lien (?:doan|hiep|minh)"
    r"|mat tran"
    r"|thanh tra (?:tinh|thanh pho|huyen|quan|so|bo|chinh phu)"
    r"|cong an|truong|trung tam|vien|hoc vien|benh vien|cuc|chi cuc|tong cuc"
    r"|tinh doan"
    r"|huyen doan|thanh doan"
    r"|doan (?:tncs|thanh nien)|bao|dai (?:phat thanh|pt)|toa an|vien kiem sat|kho bac"
    r"|bao hiem xa hoi"
    r"|chinh quyen|chinh phu|quoc hoi|ngan hang|tap chi|cong dan|tong cong ty|cong ty"
    r"|ban quan ly)\b"
)
_IN_ENGLISH = re.compile(
    r"(?:the )?(?:ministry|department|office|bureau|committee|government|university|institute"
    r"|association|union|embassy) (?:of|for)\b|.{3,30} people.?s (?:committee|council)"
)
"""Too common at the beginning of a title to tell an organisation there."""
_NO_NAME = re.compile(
    r"ban (?:quyen|do|tin|bien tap|in|da|dang|can|co|doc)\b|so (?:do|lieu|luoc|ket|dien)\b"
    r"|bao (?:cao"
    r"|ve|dam|gom|ton)"
    r"|bo (?:may|sung|phieu|tri)|hoi (?:dap|nghi|thao|thi|dong|nhap|chu)|truong hop|vien (?:canh"
    r"|chuc)|phong (?:chong|trao)"
    r"|mat tran to|(?:bo|cuc|vien|ban|hoi|phong) truong|cong dan|truong ban|van phong pham|so \d"
    r"|ban hanh|bo doi"
)
_VERB = re.compile(
    r"\b(?:tổ chức|tổng kết|triển khai|thăm|làm việc|khai mạc|phát động|trao|tặng|họp|ban hành"
    r"|thực hiện|tiếp"
    r"|dự|kiểm tra|giám sát|thảo luận|cho ý kiến|đẩy mạnh|tăng cường|nâng cao|chúc mừng"
    r"|đồng hành|kết nạp"
    r"|nhận|công bố|gặp mặt|ký|mở|đón|xây dựng|tập huấn|ra mắt|là|được|đã|sẽ|đang|và một|cùng"
    r"|hướng dẫn)\b"
)
_OWNER = re.compile(
    r"(?:co quan (?:don vi )?chu quan|don vi chu quan|co quan chu tri) ?[:：] ?(?P<who>.{3,120})"
)
_SITE_OF = re.compile(
    r"(?:chao mung .{0,20}den voi )?(?:cong|trang) (?:thong tin|tt)(?: dien tu| dt)?(?: tong hop"
    r"| thanh phan)?"
    r"|(?:cong|trang) ttdt(?: tong hop)?"
)
_COPYRIGHT = re.compile(
    r"(?:(?:ban quyen|copyright|©|\(c\)) ?){1,3}(?: ?[0-9]{4}(?: ?- ?[0-9]{4})?)?"
    r"(?: ?(?:by|thuoc ve|thuoc|cua|-|:|,))* ?(?P<who>[a-z].{4,100})"
)
_MARKED = {
    fold(words[0]): words
    for words in (
        *(("hội",), ("bộ",), ("sở",), ("ban",), ("phòng",), ("viện",), ("báo", "bảo"), ("trường",)),
        *(("cục",), ("đài",), ("đoàn",), ("quận",), ("tỉnh",), ("tòa", "toà"), ("thị",), ("đảng",)),
    )
}
"""By the letters of a first word, how it is written where it names an organisation."""
_MOST_WORDS = 16
_LEAST_OF_A_SENTENCE = 5
_LEAST_SPACES = 5
"""Of a site's name: with fewer it says that it is a site, and not whose."""


@dataclass(frozen=True, slots=True)
class FoundPublisher:
    """A publisher as printed, the line that names it, and how sure that is."""

    name: str
    number: int
    rule: str
    confidence: float


def is_organisation(seen: Seen) -> bool:
    """Whether the line is the name of an organisation, and not a sentence about one."""
    return bool(
        seen.bare
        and 2 <= seen.words <= _MOST_WORDS
        and not seen.is_ended
        and _names_one(seen.bare, seen.text)
    )


def _names_one(bare: str, text: str) -> bool:
    return bool(
        _ORGANISATION.match(bare)
        and _is_marked_as_one(bare, text)
        and _has_a_name(text)
        and not _NO_NAME.match(bare)
        and ":" not in text
        and not _VERB.search(text.lower() if text.isupper() else text)
        and text[:1].isupper()
    )


def _has_a_name(text: str) -> bool:
    """Whether what is as long as a sentence has more capitals than a sentence begins with."""
    words = text.split()
    return len(words) < _LEAST_OF_A_SENTENCE or any(word[0].isupper() for word in words[1:])


def _is_marked_as_one(bare: str, text: str) -> bool:
    """Whether the first word has its own marks: others in the same letters begin sentences."""
    head = text.split(" ", 1)[0].lower()
    wanted = _MARKED.get(bare.split(" ", 1)[0])
    return wanted is None or text.isascii() or head in wanted


def find_publisher(
    seen: Sequence[Seen], guesses: Sequence[Guess], title: int | None
) -> FoundPublisher | None:
    """The best of what the page says of its publisher."""
    found = [
        each
        for number, (line, guess) in enumerate(zip(seen, guesses, strict=True))
        if line.bare and (each := _named_by(line, guess, number))
    ]
    if found:
        return max(found, key=lambda each: each.confidence)
    return _before_colon(seen[title], title) if title is not None else None


def find_portal(seen: Sequence[Seen], guesses: Sequence[Guess]) -> FoundPublisher | None:
    """The name of the site, if a line is that."""
    for number, (line, guess) in enumerate(zip(seen, guesses, strict=True)):
        if guess.what in (LineClass.SITE, LineClass.FOOTER) and _SITE_OF.match(line.bare):
            name = _tidy_name(line.text)
            if name.count(" ") >= _LEAST_SPACES:
                return FoundPublisher(name, number, "site_name", guess.confidence)
    return None


def _named_by(line: Seen, guess: Guess, number: int) -> FoundPublisher | None:
    if guess.what is LineClass.FOOTER:
        owner = _OWNER.match(line.bare)
        name = _tidy_name(line.text[owner.start("who") :]) if owner else ""
        if name:
            return FoundPublisher(name, number, "owner", 0.97)
        if is_organisation(line):
            return FoundPublisher(_tidy_name(line.text), number, "footer", 0.9)
        right = _COPYRIGHT.match(line.bare)
        if right:
            name = _tidy_name(line.text[right.start("who") : right.end("who")])
            bare = fold(name)
            if any(words.match(bare) for words in (_ORGANISATION, _SITE_OF, _IN_ENGLISH)):
                return FoundPublisher(name, number, "copyright", 0.85)
    if guess.what is LineClass.SITE:
        if is_organisation(line):
            return FoundPublisher(_tidy_name(line.text), number, "site_name", 0.93)
        name = _tidy_name(line.text)
        if name.count(" ") >= _LEAST_SPACES:
            return FoundPublisher(name, number, "site_name", 0.88)
    return None


def _before_colon(line: Seen, number: int) -> FoundPublisher | None:
    """An organisation before the colon of a title."""
    name, colon, _rest = line.text.partition(":")
    if colon and name.count(" ") < 9 and _names_one(fold(name), name):
        return FoundPublisher(name.strip(), number, "title", 0.6)
    return None


def _tidy_name(name: str) -> str:
    return re.split(r"\s[|–]\s|\s-\s(?=[A-Z])|\.\s|, (?=[Đđ]ịa chỉ)|;", name)[0].strip(
        ' .,:;-–|®©*"'
    )
