"""The blind ceiling counts the articles that fit a query as well as the one that was meant."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from finding.ceiling import ceilings
from finding.corpus import Corpus
from finding.queries import Question

if TYPE_CHECKING:
    from pathlib import Path

TITLE = "Xã Đông Hải mở thêm lớp học đêm"
STORIES = [
    (TITLE, "Nước lên từ sáng.\nDân làng sửa đê, theo 12/2015/NĐ-CP."),
    (TITLE, "Không ai nhớ sửa nước.\nĐê vỡ."),
    ("Xa Dông Hai mo them lop hoc đem", "Dân làng sửa đê."),
]


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    """The three stories, whose ids are 0 to 2."""
    path = tmp_path / "stories.jsonl"
    lines = [{"id": id_, "title": t, "body": b} for id_, (t, b) in enumerate(STORIES)]
    path.write_text("\n".join(json.dumps(line) for line in lines), encoding="utf-8")
    return Corpus(path, len(STORIES))


@pytest.mark.parametrize(
    ("kind", "typed", "fitting"),
    [
        ("title_exact", "đông hải mở thêm lớp học", 2),
        ("nodia", "dong hai mo them lop hoc", 3),
        ("typo1", "dong hia mo them lop hoc", 3),
        ("telex", "ddoong hair mowr theem lowps hocj", 2),
        ("prefix", "xa dong hai mo th", 3),
        ("joined", "donghai mo them lop hoc", 3),
        ("body3", "dân sửa đê", 2),
        ("phrase", '"làng sửa đê"', 2),
        ("code", "12/2015/NĐ-CP", 1),
        ("code_abbr", "nd12", 1),
    ],
)
def test_a_query_fits_every_article_that_holds_it_in_the_same_kind_of_place(
    corpus: Corpus, kind: str, typed: str, fitting: int
) -> None:
    [ceiling] = ceilings([Question(kind, typed, frozenset({"0"}))], corpus)
    assert ceiling.at_1 == pytest.approx(1 / fitting)
    assert ceiling.at_10 == 1


def test_with_two_right_answers_among_three_one_of_them_comes_first_in_two_cases_of_three(
    corpus: Corpus,
) -> None:
    asked = Question("nodia", "dong hai mo them lop hoc", frozenset({"0", "1"}))
    [ceiling] = ceilings([asked], corpus)
    assert ceiling.at_1 == pytest.approx(2 / 3)
