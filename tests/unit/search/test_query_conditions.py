"""Conditions in a query: fields, dates, reading marks, notes; in English and in Vietnamese."""

from __future__ import annotations

from datetime import datetime

import pytest

from bulletin_tui.model.article import Precision, PrintedDate
from bulletin_tui.model.search import Field, MarkCondition, ReadingMark, Term
from bulletin_tui.search import query_hints as hints
from bulletin_tui.search.query import parse_query
from bulletin_tui.search.query_names import IN, IS, NAMES, NOTES, canonical, canonical_value
from bulletin_tui.words import _, use_language


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("title", Field.TITLE),
        ("source", Field.SOURCE),
        ("author", Field.AUTHOR),
        ("place", Field.PLACE),
        ("doc", Field.DOCUMENT),
        ("tag", Field.TAG),
        ("lang", Field.LANGUAGE),
        ("TITLE", Field.TITLE),
    ],
)
def test_a_name_and_a_colon_tell_where_to_look(name: str, field: Field) -> None:
    assert parse_query(f"{name}:chè ").terms == (Term(("chè",), field=field),)
    assert parse_query(f"{name}: chè ").terms == (Term(("chè",), field=field),)
    assert parse_query(f'-{name}:"chè"').terms == (
        Term(("chè",), field=field, phrase=True, negated=True),
    )


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("tiêuđề", Field.TITLE),
        ("nguồn", Field.SOURCE),
        ("nguon", Field.SOURCE),
        ("TácGiả", Field.AUTHOR),
        ("nơi", Field.PLACE),
        ("vanban", Field.DOCUMENT),
        ("nhãn", Field.TAG),
        ("ngônngữ", Field.LANGUAGE),
    ],
)
def test_a_vietnamese_name_counts_with_a_value_right_behind_it(name: str, field: Field) -> None:
    assert parse_query(f"{name}:chè ").terms == (Term(("chè",), field=field),)


@pytest.mark.parametrize("typed", ["in:notes", "trong:notes", "trong:ghichú", "Trong:GhiChu"])
def test_the_notes_are_asked_for_in_vietnamese_too(typed: str) -> None:
    query = parse_query(f"{typed} chè ")
    assert query.in_notes
    assert query.terms == (Term(("chè",)),)
    assert not query.hint


@pytest.mark.parametrize(
    ("typed", "mark"),
    [
        ("là:chưađọc", ReadingMark.UNREAD),
        ("la:chua-doc", ReadingMark.UNREAD),
        ("Là:Đã-Đọc", ReadingMark.READ),
        ("là:tô-màu", ReadingMark.HIGHLIGHTED),
        ("is:dấu-trang", ReadingMark.BOOKMARKED),
        ("là:noted", ReadingMark.NOTED),
    ],
)
def test_what_was_done_with_articles_is_asked_in_vietnamese_too(
    typed: str, mark: ReadingMark
) -> None:
    query = parse_query(f"{typed} chè ")
    assert query.conditions == (MarkCondition(mark),)
    assert query.terms == (Term(("chè",)),)
    assert not query.hint


def test_the_values_that_are_known_are_listed_as_they_are_typed() -> None:
    known = {IS: list(ReadingMark), IN: [NOTES]}
    assert {name: values.split(", ") for name, values in hints.KNOWN_VALUES.items()} == known
    use_language("vi")
    in_vietnamese = {name: _(values).split(", ") for name, values in hints.KNOWN_VALUES.items()}
    assert {
        name: [canonical_value(value) for value in values] for name, values in in_vietnamese.items()
    } == known
    assert "chưa-đọc" in in_vietnamese[IS]


def test_the_names_that_are_known_are_listed_as_they_are_typed() -> None:
    assert hints.KNOWN_NAMES.split(", ") == list(NAMES)
    use_language("vi")
    in_vietnamese = _(hints.KNOWN_NAMES).split(", ")
    assert [canonical(name) for name in in_vietnamese] == list(NAMES)
    assert "trong" in in_vietnamese


@pytest.mark.parametrize("typed", ["như sau: chè", "ông nói:chè", "Nơi nhận:chè", "nguồn:"])
def test_a_vietnamese_word_before_a_colon_stays_a_word(typed: str) -> None:
    query = parse_query(typed)
    assert all(term.field is Field.ANY for term in query.terms)
    assert len(query.terms) == len(typed.split())
    assert not query.hint


@pytest.mark.parametrize(
    ("typed", "value", "precision"),
    [
        ("2018", datetime(2018, 1, 1), Precision.YEAR),  # noqa: DTZ001
        ("10/2018", datetime(2018, 10, 1), Precision.MONTH),  # noqa: DTZ001
        ("18/10/2018", datetime(2018, 10, 18), Precision.DAY),  # noqa: DTZ001
        ("18-10-2018", datetime(2018, 10, 18), Precision.DAY),  # noqa: DTZ001
        ("18.10.2018", datetime(2018, 10, 18), Precision.DAY),  # noqa: DTZ001
        ("2018-10-18", datetime(2018, 10, 18), Precision.DAY),  # noqa: DTZ001
        ("2018-10", datetime(2018, 10, 1), Precision.MONTH),  # noqa: DTZ001
        ("2018,", datetime(2018, 1, 1), Precision.YEAR),  # noqa: DTZ001
        ('"ngày 18 tháng 10 năm 2018"', datetime(2018, 10, 18), Precision.DAY),  # noqa: DTZ001
    ],
)
def test_dates_are_written_as_people_write_them(
    typed: str, value: datetime, precision: Precision
) -> None:
    assert parse_query(f"after:{typed}").after == PrintedDate(value, precision)
    assert parse_query(f"before: {typed}").before == PrintedDate(value, precision)


@pytest.mark.parametrize("name", ["từ", "tu", "sau"])
def test_dates_have_vietnamese_names_as_well(name: str) -> None:
    assert parse_query(f"{name}:10/2018").after == parse_query("after:10/2018").after
    assert parse_query("trước:10/2018").before == parse_query("before:10/2018").before


def test_not_before_a_date_is_after_it() -> None:
    assert parse_query("-before:2018").after == parse_query("after:2018").after
    assert parse_query("-after:2018").before == parse_query("before:2018").before


def test_a_date_holds_while_a_closer_one_is_typed() -> None:
    typed = [parse_query(f"after:{date}").after for date in ("2018", "2018-", "2018-1", "2018-10")]
    assert [date and date.precision for date in typed] == [
        Precision.YEAR,
        Precision.YEAR,
        Precision.MONTH,
        Precision.MONTH,
    ]


@pytest.mark.parametrize("mark", ReadingMark)
def test_is_asks_for_what_a_reader_has_done(mark: ReadingMark) -> None:
    assert parse_query(f"is:{mark}").conditions == (MarkCondition(mark),)
    assert parse_query(f"-IS: {mark.upper()} ").conditions == (MarkCondition(mark, negated=True),)


def test_conditions_hold_together_in_their_order_each_once() -> None:
    query = parse_query("is:unread chè -is:noted is:unread ")
    assert query.conditions == (
        MarkCondition(ReadingMark.UNREAD),
        MarkCondition(ReadingMark.NOTED, negated=True),
    )
    assert query.terms == (Term(("chè",)),)
    assert not query.hint


def test_in_notes_asks_for_the_notes_alone() -> None:
    query = parse_query("in:notes chè ")
    assert query.in_notes
    assert query.terms == (Term(("chè",)),)
    assert not parse_query("notes chè").in_notes


@pytest.mark.parametrize(
    "typed", ["is：unread “chè”", "is﹕unread «chè»", "is:unread\u00a0「chè」 "]
)
def test_signs_of_any_keyboard_are_syntax(typed: str) -> None:
    query = parse_query(typed)
    assert query.conditions == (MarkCondition(ReadingMark.UNREAD),)
    assert query.terms == (Term(("chè",), phrase=True),)


@pytest.mark.parametrize("condition", ["after:31/02/2018", "before:mai", "is:unrea", "-in:notes"])
def test_a_condition_that_is_typed_no_further_is_not_set_aside(condition: str) -> None:
    assert parse_query(f"hội {condition}").terms == (Term(("hội",)),)
    query = parse_query(f"hội {condition}", is_final=True)
    assert query == parse_query(f"hội {condition} ")
    assert query.hint
    assert len(query.terms) == 2


def test_a_word_that_is_typed_no_further_still_stands_for_longer_ones() -> None:
    assert parse_query("hội ngh", is_final=True) == parse_query("hội ngh")
