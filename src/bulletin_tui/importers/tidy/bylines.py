"""Bylines: who wrote, after a label, or as bare names beside the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from bulletin_tui.importers.tidy.byline_words import (
    BEFORE_NAMES,
    BEHIND_NAMES,
    DESK,
    LABELS,
    LABELS_OF_PEOPLE,
    OFFICE_OF_A_SIGNATURE,
    OTHER_CREDIT,
    REGION,
    UNITS,
    WHEN,
)
from bulletin_tui.importers.tidy.guesses import Guess, LineClass
from bulletin_tui.importers.tidy.names import has_surname, is_name, people, plain_name
from bulletin_tui.importers.tidy.publishers import is_organisation
from bulletin_tui.importers.tidy.seen import see_words
from bulletin_tui.text.fold import fold

if TYPE_CHECKING:
    from bulletin_tui.importers.tidy.seen import Seen

_MOST_WORDS = 20
RANK_OF_AUTHORS = 3
"""The least rank of a byline that names who wrote."""


class _Label(NamedTuple):
    """What stands before names, and a colon."""

    rank: int
    """Of the byline that it makes."""
    words: str
    """A pattern of bare letters."""
    is_for_people: bool
    """Whether it is a label before people alone."""


_LABELS = (
    *(_Label(rank, words, is_for_people=False) for rank, words in LABELS),
    *(_Label(rank, words, is_for_people=True) for rank, words in LABELS_OF_PEOPLE),
)
_LABELLED = re.compile(
    "(?:"
    + "|".join(f"(?P<label{number}>{label.words})" for number, label in enumerate(_LABELS))
    + r") ?[:：]\s?(?P<who>.{2,120})"
)
_BY_IN_VIETNAMESE = "Bởi "
_INITIALS = re.compile(
    r"(?:[A-ZĐ]\.\s?){1,3}[A-ZĐ]\.?|[A-ZĐ](?:[hrg]|gh?)?\.\s?[A-ZĐÂÔƯ][^\W\d_A-Z]{1,5}"
)
"""Names that are all or partly initials."""
_BETWEEN_INITIALS = re.compile(r"\s?[,;&]\s?|\s[–—-]\s|\svà\s")
_AGO = re.compile(
    r"(?:^| |[|•·-])(?:[0-9]{1,2} (?:giay|phut|gio|ngay|tuan|thang|nam) truoc|(?:vua xong|hom qua)$"
    r"|(?:[0-9]{1,2}|an?) (?:second|minute|hour|day|week|month|year)s? ago)\b"
)
_POSTED_BY = re.compile(
    r"(?:bai viet )?(?:duoc )?(?:dang|viet|gui|posted|written|published|submitted) (?:boi|by):? "
    r"(?P<who>[^:|(]{2,60}?),? (?:(?:vao )?(?:luc|ngay)|at|on)\b.{0,120}"
)
_CREDIT = r"(?:anh|hinh anh|photos?|clip|video)(?: minh hoa)? ?:"
_SPOKEN_OF = re.compile(r"(?:Ông|Bà) (?:\S+ )+\S+|(?:Anh|Chị|Em|Cháu) (?P<name>\S+ \S+.*)")
"""As captions name people; nobody signs so."""
_IS_TRANSLATED = re.compile(r"translated|traduit")
_NOTE = re.compile(r"\s\([^()]{1,30}\)$")
_TELEPHONE = re.compile(r"[0-9xX.]{3,} ?[0-9xX.]{3}|@")
_IS_CREDIT = re.compile(rf"[-–(*\[ ]*{_CREDIT}")
_ENDS_IN_CREDIT = re.compile(rf"[.!?…”\"][-–( ]*{_CREDIT}[^:]{{2,60}}$")


@dataclass(frozen=True, slots=True)
class Byline:
    """Whom a byline names, and how much that is worth: 4 for an author, 0 for a source."""

    names: tuple[str, ...]
    rank: int
    printed: str


def as_byline(seen: Seen) -> Guess | None:
    """A line with a label for names."""
    line = read_byline(seen)
    if line is None:
        return None
    return Guess(LineClass.BYLINE, 0.97 if line.rank else 0.8, "byline")


def read_byline(seen: Seen) -> Byline | None:
    """What a labelled byline says; None for a line that is none."""
    if not seen.bare or seen.words > _MOST_WORDS:
        return None
    if (posted := _POSTED_BY.fullmatch(seen.bare)) and not seen.is_ended:
        who = seen.text[posted.start("who") : posted.end("who")].strip(" .,")
        return Byline(_named(who), 1, who) if people(who) else None
    if not (":" in seen.bare or "：" in seen.bare):
        return None
    bare, text = seen.bare, seen.text
    opened = len(bare) - len(bare.lstrip("([*"))
    match = _LABELLED.match(bare, opened)
    if not match:
        return None
    who = text[match.start("who") :].strip(" .,;:-–|)]*")
    if when := WHEN.search(fold(who)):
        who = who[: when.start()]
    return _labelled(_label(match), who)


def _label(match: re.Match[str]) -> _Label:
    """The label that a line begins with."""
    return next(label for number, label in enumerate(_LABELS) if match[f"label{number}"])


def _labelled(label: _Label, who: str) -> Byline | None:
    """The byline that a label makes of the words behind it."""
    if not any(map(str.isalpha, who)) or _is_prose(who, label.rank):
        return None
    names = _named(who)
    if label.is_for_people and not people(", ".join(names)):
        return None
    if label.rank == 0 and not _is_signed(who):
        return Byline((), 0, who)
    return Byline(names, label.rank, who)


def _is_signed(source: str) -> bool:
    """Whether a source is a person: papers too have names of two words in capitals."""
    return bool(people(source)) and (
        all(map(has_surname, people(source))) or "/" in source or "(" in source
    )


def _is_prose(who: str, rank: int) -> bool:
    """Whether what stands behind the label goes on as a sentence; names do not."""
    words = who.split()
    capital = sum(word[0].isupper() for word in words)
    if who.endswith(("?", "!")):
        return True
    if len(words) <= 4 or capital * 2 >= len(words) or rank == 0:
        return False
    return not is_organisation(see_words(who)) and not people(who)


def _named(who: str) -> tuple[str, ...]:
    """The names behind a label: people if there are any, else the words as they are."""
    if other := OTHER_CREDIT.search(who, 1):
        who = who[: other.start()].strip(" .,;:-–|)]*") or who
    if behind := BEHIND_NAMES.search(fold(who)):
        who = who[: behind.start()]
    if found := people(who) or in_initials(who):
        return found
    if is_organisation(see_words(who)):
        return (who,)
    pieces = [piece.strip(" .,;") for piece in re.split(r"\s[–—-]\s|[,;/&(|]|\svà\s", who)]
    named = [plain_name(piece) for piece in pieces if is_name(plain_name(piece))]
    return tuple(dict.fromkeys(named)) or (plain_name(who) or who,)


def in_initials(text: str) -> tuple[str, ...]:
    """The names of a list in which at least one is in initials."""
    names = [name.strip() for name in _BETWEEN_INITIALS.split(text)]
    has_initials = any(map(_INITIALS.fullmatch, names))
    if not has_initials or not all(_INITIALS.fullmatch(name) or is_name(name) for name in names):
        return ()
    return tuple(names)


def bare_names(seen: Seen) -> Byline | None:
    """The names that a line is, without a label; how long ago it was may stand behind them."""
    text = seen.text.strip()
    if seen.words <= _MOST_WORDS and (ago := _AGO.search(seen.bare)):
        return bare_names(see_words(text[: ago.start()].strip(" .,|•·-–"))) if ago.start() else None
    if not seen.bare or seen.words > 16 or text.endswith((":", ";", "?")):
        return None
    if _is_spoken_of(text):
        return None
    desk = _NOTE.sub("", text).strip(" .()")
    is_desk = seen.words <= 6 and DESK.fullmatch(fold(desk))
    if is_desk and (REGION.search(fold(desk)) or not people(desk)):
        return Byline((desk,), 2, text)
    if found := in_initials(text):
        return Byline(found, 2, text)
    other = OTHER_CREDIT.search(text, 1)
    behind = BEHIND_NAMES.search(seen.bare, 1)
    ends = [each.start() for each in (other, behind) if each]
    found = people(text[: min(ends)] if ends else text)
    if found:
        return Byline(found, 3 if all(map(has_surname, found)) else 2, text)
    if text.startswith(_BY_IN_VIETNAMESE) and (found := people(text[len(_BY_IN_VIETNAMESE) :])):
        return Byline(found, 2, text)
    return _behind_words(seen, text) if seen.words <= 12 else None


def _is_spoken_of(text: str) -> bool:
    """Whether a person is named as others name one, or is to be rung up."""
    spoken_of = _SPOKEN_OF.match(text)
    return bool(_TELEPHONE.search(text)) or bool(
        spoken_of and (spoken_of["name"] is None or has_surname(spoken_of["name"]))
    )


def _behind_words(seen: Seen, text: str) -> Byline | None:
    """The names behind words such as "by", without a colon."""
    if text[:1] == "(" and text[-1:] == ")":
        text = text[1:-1]
    match = BEFORE_NAMES.fullmatch(fold(text))
    if match is None:
        return None
    who = text[match.start("who") :].strip(" .")
    if not who[:1].isupper():
        return None
    names = _named(who)
    if (match["people"] and not people(", ".join(names))) or (
        match["source"] and not _is_signed(who)
    ):
        return None
    is_told = (
        people(", ".join(names)) and not match["source"] and not _IS_TRANSLATED.match(seen.bare)
    )
    return Byline(names, 3 if is_told else 2, who)


def says_by(seen: Seen) -> bool:
    """Whether a line begins with words for who wrote it, though no colon is behind them."""
    return bool(BEFORE_NAMES.fullmatch(seen.bare) or seen.text.startswith(_BY_IN_VIETNAMESE))


def may_sign_below(above: Seen) -> bool:
    """Whether names below a line are a signature: officials sign documents, and no reports."""
    if above.text.endswith(":"):
        match = _LABELLED.fullmatch(above.bare + " xx")
        return match is not None and _label(match).rank >= RANK_OF_AUTHORS
    return not OFFICE_OF_A_SIGNATURE.fullmatch(above.bare.strip(" .:"))


def unit_that_signs(seen: Seen) -> Byline | None:
    """The unit of an office that a line names."""
    if seen.is_capital or not UNITS.fullmatch(seen.bare) or not is_organisation(seen):
        return None
    return Byline((seen.text,), 1, seen.text)


def is_credit(seen: Seen) -> bool:
    """Whether a byline names who took a picture or a video, and no more."""
    return bool(_IS_CREDIT.match(seen.bare))


def without_credit(text: str) -> str:
    """A text up to the sentence behind which whoever took the picture is named."""
    credit = _ENDS_IN_CREDIT.search(fold(text))
    return text[: credit.start() + 1] if credit else text
