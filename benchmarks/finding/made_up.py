"""Stories in no language, whose words are as unevenly frequent as those of Vietnamese.

Most words are made-up syllables; names are invented as the stories grow in number, so that the
vocabulary does not stop growing; some paragraphs cite a document.
"""

from __future__ import annotations

import json
import random
import unicodedata
from itertools import accumulate
from typing import TYPE_CHECKING

from finding.corpus import Corpus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ONSETS = "b c ch d đ g gi h kh l m n ng nh ph qu s t th tr v x".split()
RIMES = (
    "a an ang anh ao au ay ăn âm âng ân ây e en eo ê ên êt êu i iên iêt iêu inh it o oa oan oc oi"
    " ong ô ôi ôn ông ôt ơ ơi ơn u ua uân uc ui ung uôc uôi ư ưa ưc ưng ươc ươi ương y"
).split()
TONES = ("", "", "\u0301", "\u0300", "\u0309", "\u0323")
NAME_PARTS = (
    "ab an ar be bo da de el fa gu hi is ka le lo mi mo na or pe ra ro sa ti us va ze".split()
)
CODE_LETTERS = ("NQ-TW", "NĐ-CP", "QĐ-TTg", "CT-TW", "KH-UBND")
WORDS_IN_TITLE, WORDS_IN_PARAGRAPH, PARAGRAPHS, NAMES = 12, 80, 8, 3
SHARE_WITH_CODE = 0.1


def made_up_corpus(path: Path, size: int) -> Corpus:
    """Write so many stories to a file, always the same ones."""
    with path.open("w", encoding="utf-8") as file:
        for story in _stories(size):
            file.write(json.dumps(story, ensure_ascii=False) + "\n")
    return Corpus(path, size)


def _stories(size: int) -> Iterator[dict[str, str]]:
    chance = random.Random(1)
    syllables = [
        unicodedata.normalize("NFC", f"{onset}{rime[0]}{tone}{rime[1:]}")
        for onset in ONSETS
        for rime in RIMES
        for tone in TONES
    ]
    chance.shuffle(syllables)
    weights = list(accumulate(1 / (rank + 8) for rank in range(len(syllables))))
    for number in range(1, size + 1):
        title = chance.choices(syllables, cum_weights=weights, k=WORDS_IN_TITLE)
        paragraphs = [
            chance.choices(syllables, cum_weights=weights, k=WORDS_IN_PARAGRAPH)
            for _paragraph in range(PARAGRAPHS)
        ]
        for _name in range(NAMES):
            chance.choice(paragraphs).append(
                _name_of_rank(int((number * NAMES) ** chance.random()))
            )
        if chance.random() < SHARE_WITH_CODE:
            chance.choice(paragraphs).append(_code(chance))
        yield {
            "id": str(number),
            "title": _sentence(title),
            "date": f"{chance.randint(2005, 2024)}-{chance.randint(1, 12):02}-15",
            "body": "\n".join(f"{_sentence(words)}." for words in paragraphs),
        }


def _sentence(words: list[str]) -> str:
    return " ".join([words[0].capitalize(), *words[1:]])


def _name_of_rank(rank: int) -> str:
    """The name that is the `rank`th commonest."""
    letters = ""
    while rank or len(letters) < 4:
        rank, part = divmod(rank, len(NAME_PARTS))
        letters += NAME_PARTS[part]
    return letters.capitalize()


def _code(chance: random.Random) -> str:
    return f"{chance.randint(1, 300)}/{chance.randint(2005, 2024)}/{chance.choice(CODE_LETTERS)}"
