"""Laws of printed dates: what is printed is read again as the same date."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.model.article import Precision, PrintedDate
from bulletin_tui.text.dates import format_printed_date, iso_printed_date, parse_printed_date

EARLIEST = datetime(1000, 1, 1)  # noqa: DTZ001 - printed dates have no zone
LATEST = datetime(2999, 12, 31)  # noqa: DTZ001


def _known_to(value: datetime, precision: Precision) -> PrintedDate:
    kept = value.replace(second=0, microsecond=0)
    if precision is not Precision.MINUTE:
        kept = kept.replace(hour=0, minute=0)
    if precision in (Precision.YEAR, Precision.MONTH):
        kept = kept.replace(day=1)
    if precision is Precision.YEAR:
        kept = kept.replace(month=1)
    return PrintedDate(kept, precision)


DATES = st.builds(_known_to, st.datetimes(EARLIEST, LATEST), st.sampled_from(Precision))


@given(DATES)
def test_a_printed_date_is_read_again(date: PrintedDate) -> None:
    assert parse_printed_date(format_printed_date(date)) == date
    assert parse_printed_date(iso_printed_date(date)) == date


@given(st.text() | st.text("0123456789/-. :hTngàytháng"))
def test_no_text_is_too_odd_to_be_asked_about(text: str) -> None:
    date = parse_printed_date(text)
    assert date is None or parse_printed_date(iso_printed_date(date)) == date
