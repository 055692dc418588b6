"""What an engine could reach that sees only the words of a query, not who meant what.

For each query, the articles that fit it as well as the one that was meant are counted: they hold
all of it in the same kind of place. In a random order of those n, of which r are right answers,
a right one is among the first k with the probability 1 - C(n - r, k) / C(n, k). That is the
ceiling of the query, and the mean over a kind that of the kind. The places are

- the title, for words from a title: in a row, as they stood there before slips were made; with
  their marks if the query tells them, as plain words, Telex and VNI do;
- one paragraph, for words from it: all of them somewhere in it, with their marks;
- the text, for a phrase or a document's symbol: its words in a row.

The short form of a symbol, such as nq29, has no ceiling but 1: all that it may mean is right.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import comb
from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from bulletin_tui.text.fold import fold, strict
from finding.queries import WINDOW, WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from finding.corpus import Corpus, Story
    from finding.queries import Question

_MARKED = frozenset({"title_exact", "telex", "vni", "body3", "phrase", "code"})
_OF_TITLE = frozenset("title_exact nodia tone telex vni typo1 typo2 prefix joined".split())
_IN_ROW = frozenset({"phrase", "code", "code_fold"})


@dataclass(frozen=True, slots=True)
class Chance:
    """The probability of a right answer first, and among the first ten."""

    at_1: float
    at_10: float


@dataclass(frozen=True, slots=True)
class _Forms:
    """A story as rows of words between spaces; each pair is without marks and with them."""

    id: str
    title: tuple[str, str]
    text: tuple[str, str]
    paragraphs: tuple[frozenset[str], ...]


def ceilings(questions: Sequence[Question], corpus: Corpus) -> list[Chance]:
    """The ceiling of each query, in their order."""
    titles = _titles(questions, corpus)
    needs = [_need(question, titles) for question in questions]
    fitting: list[set[str]] = [set() for _question in questions]
    for story in corpus:
        forms = _forms(story)
        for question, need, found in zip(questions, needs, fitting, strict=True):
            if need and _fits(question.kind, need, forms):
                found.add(forms.id)
    return [
        _chance(len(found | question.answers), len(question.answers))
        for question, found in zip(questions, fitting, strict=True)
    ]


def _titles(questions: Iterable[Question], corpus: Corpus) -> dict[str, str]:
    wanted = frozenset().union(*(question.answers for question in questions))
    return {story.id: story.title for story in corpus if story.id in wanted}


def _need(question: Question, titles: dict[str, str]) -> str:
    """What fitting articles hold: words between spaces; empty if that is not to be asked."""
    if question.kind in _OF_TITLE:
        return _need_of_title(question, titles[min(question.answers)])
    if question.kind not in _IN_ROW and question.kind != "body3":
        return ""
    return _row(question.typed, is_marked=question.kind in _MARKED)


def _need_of_title(question: Question, title: str) -> str:
    """The words of the title that the query was made of."""
    if question.kind == "prefix":
        return _row(question.typed, is_marked=False).removesuffix(" ")
    words = WORD.findall(title)
    typed = fold(question.typed).replace(" ", "")
    windows = [words[at : at + WINDOW] for at in range(max(1, len(words) - WINDOW + 1))]
    meant = min(windows, key=lambda window: OSA.distance(typed, fold("".join(window))))
    return _row(" ".join(meant), is_marked=question.kind in _MARKED)


def _fits(kind: str, need: str, forms: _Forms) -> bool:
    if kind == "body3":
        words = need.split()
        return any(paragraph.issuperset(words) for paragraph in forms.paragraphs)
    place = forms.title if kind in _OF_TITLE else forms.text
    return need in place[kind in _MARKED]


def _forms(story: Story) -> _Forms:
    title = (_row(story.title, is_marked=False), _row(story.title, is_marked=True))
    paragraphs = [_row(line, is_marked=True) for line in story.body.split("\n")]
    marked = title[1] + "".join(paragraphs)
    return _Forms(
        id=story.id,
        title=title,
        text=(fold(marked), marked),
        paragraphs=tuple(frozenset(paragraph.split()) for paragraph in paragraphs),
    )


def _row(text: str, *, is_marked: bool) -> str:
    words = WORD.findall(strict(text) if is_marked else fold(text))
    return f" {' '.join(words)} "


def _chance(fitting: int, right: int) -> Chance:
    first = (min(k, fitting) for k in (1, 10))
    return Chance(*(1 - comb(fitting - right, k) / comb(fitting, k) for k in first))
