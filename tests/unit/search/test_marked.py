"""`is:` and `tag:` as sets of articles."""

from __future__ import annotations

import pytest

from bulletin_tui.model.search import (
    Field,
    MarkCondition,
    Query,
    ReadingMark,
    Restriction,
    Term,
)
from bulletin_tui.search.marked import asks_for_marks, restriction
from unit.search.marks import bookmark, mark

MARKS = (
    mark("1", "cầu dài bốn mươi mét", note="Hỏi lại thôn", tags=("Giao thông",), article_id="cầu"),
    mark("2", "búp sớm", tags=("nông sản", "giá cả"), article_id="chè"),
    bookmark("3", "Hội đồng đã ra", article_id="trường"),
)
READ = frozenset({"chè", "trường"})


def asked(*conditions: MarkCondition, terms: tuple[Term, ...] = ()) -> Restriction:
    """What conditions and terms leave."""
    return restriction(Query("", terms=terms, conditions=conditions), MARKS, READ)


def tag(*names: str, negated: bool = False) -> Term:
    """A term such as `tag:a|b`."""
    return Term(names, Field.TAG, negated=negated)


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (ReadingMark.READ, READ),
        (ReadingMark.HIGHLIGHTED, {"cầu", "chè"}),
        (ReadingMark.BOOKMARKED, {"trường"}),
        (ReadingMark.NOTED, {"cầu"}),
    ],
)
def test_a_condition_names_the_articles_it_is_true_of(wanted: ReadingMark, ids: set[str]) -> None:
    assert asked(MarkCondition(wanted)) == Restriction(only=frozenset(ids))
    assert asked(MarkCondition(wanted, negated=True)) == Restriction(without=frozenset(ids))


def test_unread_is_everything_but_what_was_read() -> None:
    assert asked(MarkCondition(ReadingMark.UNREAD)) == Restriction(without=READ)
    assert asked(MarkCondition(ReadingMark.UNREAD, negated=True)) == Restriction(only=READ)


def test_several_conditions_are_all_to_be_met() -> None:
    left = asked(
        MarkCondition(ReadingMark.HIGHLIGHTED),
        MarkCondition(ReadingMark.READ),
        MarkCondition(ReadingMark.NOTED, negated=True),
    )
    assert [name for name in ("cầu", "chè", "trường", "khác") if left.allows(name)] == ["chè"]


def test_nothing_asked_leaves_everything() -> None:
    assert asked() == Restriction()
    assert asked().allows("khác")


def test_a_tag_is_found_by_its_words_with_or_without_marks() -> None:
    for typed in ("giao thông", "giao thong", "thông"):
        wanted = tag(typed)
        assert asked(terms=(wanted,)).tagged == {wanted: {"cầu"}}
    other_tone, beginning = tag("thống"), tag("gi")
    assert asked(terms=(other_tone, beginning)).tagged == {other_tone: set(), beginning: set()}


def test_a_tag_while_it_is_typed_is_found_by_its_beginning() -> None:
    unfinished = Term(("gia",), Field.TAG, unfinished=True)
    assert asked(terms=(unfinished,)).tagged == {unfinished: {"cầu", "chè"}}


def test_alternatives_of_a_tag_count_as_one() -> None:
    wanted = tag("giao thông", "giá cả")
    assert asked(terms=(wanted,)).tagged == {wanted: {"cầu", "chè"}}


def test_a_tag_that_must_not_be_there_leaves_its_articles_out() -> None:
    assert asked(terms=(tag("nông sản", negated=True),)) == Restriction(without=frozenset({"chè"}))


def test_marks_are_asked_for_by_conditions_and_tags_alone() -> None:
    assert asks_for_marks(Query("", conditions=(MarkCondition(ReadingMark.READ),)))
    assert asks_for_marks(Query("", terms=(tag("chè"),)))
    assert not asks_for_marks(Query("", terms=(Term(("chè",)),)))
