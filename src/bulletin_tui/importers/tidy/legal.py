"""Legal documents: their title is below the word for what they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.text.dates_within import find_printed_dates

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.seen import Seen
    from bulletin_tui.model.article import PrintedDate

_HEAD = 40
"""Lines in which the head of a document has to be."""
_MOTTO = re.compile(
    r"(?:.{0,80}\s)?cong hoa xa hoi chu nghia viet nam"
    r"|(?:.{0,80}\s)?doc lap ?- ?tu do ?- ?hanh phuc"
)
_NUMBER = re.compile(r"(?:.{0,40}\s)?so ?: ?[0-9./ -]{0,12}/?[a-z0-9&/-]{2,30}\b")
_BASIS = re.compile(r"(?:-\s)?can cu ")
_KIND = re.compile(
    r"(?:quyet dinh|thong tu|nghi quyet|nghi dinh|chi thi|thong bao|ke hoach|bao cao|to trinh"
    r"|quy dinh|quy che"
    r"|huong dan|chuong trinh|cong dien|giay moi|luat|phap lenh|de an|quyet nghi"
    r"|thong tu lien tich)"
)
_PLACE_DATE = re.compile(r"(?:.{0,90}[\s,])?[^,]{2,40}, ngay .{1,30} nam [12][0-9]{3}")


@dataclass(frozen=True, slots=True)
class LegalHead:
    """The line that says what a legal document is about, and its date with the line of it."""

    title: int
    kind: str
    date: PrintedDate | None = None
    dated_at: int | None = None


def find_legal_head(seen: Sequence[Seen]) -> LegalHead | None:
    """The head of a legal document; None for what has too little of one."""
    head = seen[:_HEAD]
    mottos = [number for number, line in enumerate(head) if line.bare and _MOTTO.match(line.bare)]
    if not mottos:
        return None
    numbers = any(_NUMBER.match(line.bare) for line in head if line.bare)
    bases = sum(
        bool(_BASIS.match(line.text.lower()[:12].replace("ă", "a").replace("ứ", "u")))
        for line in head
    )
    kind = next(
        (
            number
            for number, line in enumerate(head[:-1])
            if number > mottos[0] and line.bare and _KIND.fullmatch(line.bare.strip(" .:"))
        ),
        None,
    )
    if kind is None or not (numbers or bases):
        return None
    date, dated_at = _date(head)
    return LegalHead(kind + 1, seen[kind].text, date, dated_at)


def _date(head: Sequence[Seen]) -> tuple[PrintedDate | None, int | None]:
    for number, line in enumerate(head):
        if line.bare and _PLACE_DATE.fullmatch(line.bare.strip(" .")):
            found = find_printed_dates(line.text)
            if found:
                return found[-1].date, number
    return None, None
