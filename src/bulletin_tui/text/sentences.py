"""Sentences of a block, by rules that fit Vietnamese official prose and English.

A stop ends a sentence where a new one can begin; not before a lower-case letter or a comma, and
not where it belongs to an abbreviation, a number or the head of a list item.
"""

from __future__ import annotations

import re

from bulletin_tui.model.article import Span

_STOP = re.compile(
    r"""
    (?<! [.!?…。！？।۔؟] )
    (?P<stop> \./\. | [.!?…]++ | [。！？।۔؟]++ )
    (?P<close> ["'”’»)\]」』）]*+ )
    (?= (?P<gap>\s*+) [“‘"'«(\[「『（]*+ (?:[-–—•*+]\s++)? [“‘"'«(\[]*+ (?P<next>[^\W_]) )
    """,
    re.VERBOSE,
)
_LETTER = re.compile(r"[^\W_]")
_ABBREVIATION = re.compile(
    r"""
    (?<![^\W_])
    (?: T[PXTr] | T[px] | tr | PGS | GS | TS | TSKH | Th[Ss] | BS | DS | KS | KTS | LS | CN
      | NS[NƯ][DT] | NG[NƯ][DT] | [Đđ]/c | Mr | Mrs | Ms | Dr | Prof | St | vs | cf | e\.g | i\.e )
    \Z
    """,
    re.VERBOSE,
)
_NUMBERED = re.compile(r"(?<![^\W_])(?:Nos?|[Vv]ols?|pp?|Figs?|Arts?|Secs?)\Z")
_LONGEST_ABBREVIATION = 8
_HEAD = re.compile(
    r"""
    (?: [“"'(\[•*+–—-]\s? ){0,4}
    (?: (?:Điều|Chương|Mục|Khoản|Phần|Bài|Bước|Câu|Article|Chapter|Section|Part|Step) \s+ )?
    (?: \d{1,3} (?:\.\d{1,3}){0,5} | [IVXLC]{1,7} | [a-zđ] )
    """,
    re.VERBOSE,
)


def sentence_spans(text: str, block: Span) -> list[Span]:
    """The sentences of a block in order, without the white space around them.

    Together they hold every word of the block.
    """
    words = text[block.start : block.end]
    start = block.start + len(words) - len(words.lstrip())
    end = block.start + len(words.rstrip())
    spans = []
    for stop in _STOP.finditer(text, start, end):
        if _ends_sentence(text, start, stop):
            spans.append(Span(start, stop.end()))
            start = stop.end("gap")
    return [*spans, Span(start, end)] if start < end else spans


def _ends_sentence(text: str, start: int, stop: re.Match[str]) -> bool:
    if stop["next"].islower() or not _LETTER.search(text, start, stop.start()):
        return False
    if stop["stop"] != "." or stop["close"]:
        return True
    if not stop["gap"]:
        return _joins_sentences(text, stop)
    return not _is_abbreviated(text, stop) and not _HEAD.fullmatch(text, start, stop.start())


def _joins_sentences(text: str, stop: re.Match[str]) -> bool:
    """Whether only the space is missing (`tỉnh.Các`), unlike in 1.715, T.Ư and TP.HCM."""
    before = text[max(stop.start() - 2, 0) : stop.start()]
    after = text[stop.end() : stop.end() + 2]
    return before.isalpha() and before.islower() and after.isalpha() and after.istitle()


def _is_abbreviated(text: str, stop: re.Match[str]) -> bool:
    """Whether the dot belongs to the word before it."""
    before = text[max(stop.start() - _LONGEST_ABBREVIATION, 0) : stop.start()]
    if before[-1:].isupper() and not before[-2:-1].isalpha():
        return True
    if _ABBREVIATION.search(before):
        return True
    return stop["next"].isdigit() and _NUMBERED.search(before) is not None
