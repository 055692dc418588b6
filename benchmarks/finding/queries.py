"""Known-item queries: what somebody types who looks for a known article.

A file has one JSON object a line: kind, q (what is typed), rel (the ids that answer it).
Without a file, queries of the same kinds are made from the articles.
"""

from __future__ import annotations

import json
import random
import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from bulletin_tui.text.fold import fold
from finding.slips import InputMethod, with_a_slip, with_another_tone

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from finding.corpus import Corpus, Story

KINDS = (
    *("title_exact", "nodia", "tone", "telex", "vni", "typo1", "typo2", "prefix", "joined"),
    *("body3", "phrase", "code", "code_fold", "code_abbr"),
)
WORD = re.compile(r"[^\W_]+")
WINDOW = 6
"""Words of a title that a query takes."""
_CODE = re.compile(r"\b(\d{1,4})/\d{4}/([A-ZĐ]{2})-[A-ZĐ][\wĐ]+")
_TARGETS_FROM = 8000


@dataclass(frozen=True, slots=True)
class Question:
    """A query whose answers are known."""

    kind: str
    typed: str
    answers: frozenset[str]


def read_questions(path: Path) -> list[Question]:
    """Every query of a file."""
    with path.open(encoding="utf-8") as lines:
        asked = map(json.loads, lines)
        return [
            Question(each["kind"], each["q"], frozenset(map(str, each["rel"]))) for each in asked
        ]


def made_questions(corpus: Corpus, targets: int) -> list[Question]:
    """About so many of each kind, always the same ones for the same articles."""
    chance = random.Random(2)
    stories = list(corpus.first(_TARGETS_FROM))
    chance.shuffle(stories)
    fitting = (story for story in stories if len(_words(story.title)) >= WINDOW)
    questions = [
        Question(kind, typed, frozenset({story.id}))
        for story in islice(fitting, targets)
        for kind, typed in _ways_to_ask(story, chance)
    ]
    return [*questions, *_codes(stories, targets // 2, chance)]


def spread(questions: Sequence[Question], count: int) -> list[Question]:
    """So many, of all kinds in turn."""
    by_kind: dict[str, list[Question]] = defaultdict(list)
    for question in questions:
        by_kind[question.kind].append(question)
    rounds = max(map(len, by_kind.values()))
    in_turn = (
        each[number] for number in range(rounds) for each in by_kind.values() if number < len(each)
    )
    return list(islice(in_turn, count))


def prefixes(typed: str) -> Iterator[str]:
    """What stands in the box after each key."""
    return (typed[:end] for end in range(1, len(typed) + 1))


def _ways_to_ask(story: Story, chance: random.Random) -> Iterator[tuple[str, str]]:
    title = _words(story.title)
    start = chance.randrange(len(title) - WINDOW + 1)
    words = title[start : start + WINDOW]
    bare = [fold(word) for word in words]
    yield "title_exact", " ".join(words)
    yield "nodia", " ".join(bare)
    long = [at for at, word in enumerate(bare) if len(word) > 2]
    for kind, count in (("typo1", 1), ("typo2", 2)):
        if len(long) >= count:
            slipped = chance.sample(long, count)
            typed = [with_a_slip(w, chance) if at in slipped else w for at, w in enumerate(bare)]
            yield kind, " ".join(typed)
    yield "tone", " ".join([with_another_tone(word, chance) for word in words[:2]] + words[2:])
    yield "telex", " ".join(map(InputMethod.TELEX.keys, words))
    yield "vni", " ".join(map(InputMethod.VNI.keys, words))
    at = chance.randrange(WINDOW - 1)
    yield "joined", " ".join([*bare[:at], bare[at] + bare[at + 1], *bare[at + 2 :]])
    yield "prefix", " ".join([*bare[:4], bare[4][: len(bare[4]) // 2 + 1]])
    paragraph = _words(chance.choice(story.body.split("\n")))
    if len(paragraph) > WINDOW:
        three = sorted(paragraph, key=len)[-3:]
        yield "body3", " ".join(sorted(three, key=paragraph.index))
        start = chance.randrange(len(paragraph) - 4)
        yield "phrase", '"' + " ".join(paragraph[start : start + 5]) + '"'


def _codes(stories: list[Story], count: int, chance: random.Random) -> Iterator[Question]:
    """Document symbols as printed, as words, and in short, which any year may answer."""
    exact: dict[str, set[str]] = defaultdict(set)
    short: dict[str, set[str]] = defaultdict(set)
    in_short: dict[str, str] = {}
    for story in stories:
        for code in _CODE.finditer(story.body):
            in_short[code[0]] = fold(code[2]) + code[1]
            exact[code[0]].add(story.id)
            short[in_short[code[0]]].add(story.id)
    for symbol in chance.sample(sorted(exact), min(count, len(exact))):
        answers = frozenset(exact[symbol])
        yield Question("code", symbol, answers)
        yield Question("code_fold", " ".join(WORD.findall(fold(symbol))), answers)
        yield Question("code_abbr", in_short[symbol], frozenset(short[in_short[symbol]]))


def _words(text: str) -> list[str]:
    return WORD.findall(text.lower())
