"""Where a report is from: the province that its page, its publisher or its text names."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.importers.tidy.gazetteer import BY_BARE_NAME
from bulletin_tui.importers.tidy.guesses import LineClass
from bulletin_tui.importers.tidy.seen import see_words
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.importers.tidy.guesses import Guess
    from bulletin_tui.importers.tidy.seen import Seen

_NAMES = "|".join(re.escape(name) for name in sorted(BY_BARE_NAME, key=len, reverse=True))
_FIRST_WORD = re.compile(rf"\b(?:{'|'.join(sorted({name.split()[0] for name in BY_BARE_NAME}))})\b")
_NAMED = re.compile(rf"\b(?P<name>{_NAMES})\b")
_OF_PROVINCE = re.compile(
    rf"\b(?:tinh(?: uy| doan)?|thanh pho|tp\.?|thanh uy|tu|dac khu) ?(?P<name>{_NAMES})\b"
)
_LOCALITY = re.compile(
    r"(?:(?:UBND|Đảng ủy|Huyện ủy|Quận ủy|Thị ủy|Thành ủy)\s)?(?:[Qq]uận ủy|[Hh]uyện ủy"
    r"|[Tt]hị ủy|[Tt]hành ủy"
    r"|[Hh]uyện|[Qq]uận|[Tt]hị xã|[Tt]hành phố|[Xx]ã"
    r"|[Pp]hường)\s(?P<name>[^\W\d_a-z]\w*(?:\s[^\W\d_a-z]\w*){0,2})"
)
_PROVINCE_WORD = re.compile(r"[Tt](?<!\w.)(?:ỉnh(?: ủy| uỷ| đoàn)?|hành phố|hành ủy|(?<=T)P\.?) ")
"""The letter comes before what it must not stand behind: so it is looked for soonest."""
_OF_PROVINCE_WORDS = ("ỉnh", "ành ph", "ành ủy", "TP")
_UNIT = re.compile(
    r"(?:(?:ubnd|uy ban nhan dan|dang uy) )?(?:xa|phuong|thi tran|huyen|quan|thi xa|thanh pho|tp\.?"
    r"|tinh|dac khu) (?P<name>[^\W\d_]\S*(?: \S+){0,4})"
)
_BETWEEN_UNITS = re.compile(r"\s[-–—|]\s|,\s")
_OF_A_NEWSPAPER = re.compile(r"(?:pho )?tong bien tap\b|toa soan\b|editor-in-chief\b")
"""Its address says where it is written, and not what it writes of."""
_HEAD, _MOST_WORDS_OF_A_HEADER = 6, 16
_LONGEST_NAME = 24
_MOST_PROSE = 40_000
"""Code points of the text that are looked through."""


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place as printed, the line that names it, and how sure that is."""

    name: str
    number: int
    rule: str
    confidence: float


def find_place(
    seen: Sequence[Seen], guesses: Sequence[Guess], run: range, publisher: int | None
) -> FoundPlace | None:
    """The province of the footer's address, else of the publisher, of the text, of the title."""
    for wanted, rule, confidence in (
        (LineClass.FOOTER, "address", 0.95),
        (LineClass.SITE, "site_name", 0.9),
    ):
        if rule == "address" and any(_OF_A_NEWSPAPER.match(line.bare) for line in seen):
            continue
        for number, guess in enumerate(guesses):
            if guess.what is wanted and (name := _province(seen[number])):
                return FoundPlace(name, number, rule, confidence)
    if publisher is not None and (name := _province(seen[publisher])):
        return FoundPlace(name, publisher, "publisher", 0.85)
    return _in_text(seen, run) or _in_head(seen, run.start) or _in_titles(seen, guesses)


def _in_head(seen: Sequence[Seen], end: int) -> FoundPlace | None:
    """The commune, district and province that the lines of a header name and nothing else."""
    for number, line in enumerate(seen[: min(end, _HEAD)]):
        names = _units(line)
        if not names:
            continue
        if number + 1 < end:
            names += _units(seen[number + 1])
        local, province = names[0], names[-1]
        if fold(province) not in BY_BARE_NAME:
            continue
        province = BY_BARE_NAME[fold(province)]
        name = province if fold(local) == fold(province) else f"{local.title()}, {province}"
        return FoundPlace(name, number, "header", 0.8)
    return None


def _units(line: Seen) -> list[str]:
    """The names of the units of government that a line is, the smallest first; none if other."""
    if not line.bare or line.words > _MOST_WORDS_OF_A_HEADER:
        return []
    found = []
    for piece in _BETWEEN_UNITS.split(line.text):
        unit = _UNIT.fullmatch(fold(piece.strip()))
        if unit is None or not piece.strip()[unit.start("name")].isupper():
            return []
        found.append(piece.strip()[unit.start("name") :])
    return found


def _in_text(seen: Sequence[Seen], run: range) -> FoundPlace | None:
    """The province that the text names most often as one."""
    counts: Counter[str] = Counter()
    first: dict[str, tuple[int, str]] = {}
    looked_at = 0
    for number in run:
        text = seen[number].text
        looked_at += len(text)
        if looked_at > _MOST_PROSE:
            break
        if not any(map(text.__contains__, _OF_PROVINCE_WORDS)):
            continue
        for word in _PROVINCE_WORD.finditer(text):
            after = text[word.end() : word.end() + _LONGEST_NAME]
            match = _NAMED.match(fold(after)) if after[:1].isupper() else None
            if match:
                counts[match["name"]] += 1
                first.setdefault(match["name"], (number, after[: match.end()]))
    if not counts:
        return None
    name, count = counts.most_common(1)[0]
    number, printed = first[name]
    return FoundPlace(_as_name(printed), number, "text", min(0.9, 0.7 + 0.05 * count))


def _in_titles(seen: Sequence[Seen], guesses: Sequence[Guess]) -> FoundPlace | None:
    """The province that the title names, else the smaller place that it does."""
    for number, guess in enumerate(guesses):
        if guess.what is LineClass.TITLE:
            name = _province(seen[number])
            if name:
                return FoundPlace(name, number, "title", 0.7)
            local = _LOCALITY.search(seen[number].text)
            if local:
                return FoundPlace(local["name"], number, "title", 0.6)
    return None


def province_of(words: str) -> str | None:
    """The province that some words name; as printed, but for capitals."""
    return _province(see_words(words))


def _province(line: Seen) -> str | None:
    if not line.bare:
        return None
    match = _OF_PROVINCE.search(line.bare)
    if match is None:
        matches = list(_NAMED.finditer(line.bare)) if _FIRST_WORD.search(line.bare) else []
        match = matches[-1] if matches else None
    if match is None:
        return None
    printed = line.text[match.start("name") : match.end("name")]
    return _as_name(printed) if printed[:1].isupper() else None


def _as_name(printed: str) -> str:
    """One name for each province, whatever its capitals, its dashes and the place of its tones."""
    return BY_BARE_NAME[fold(printed)]
