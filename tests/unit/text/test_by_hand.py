"""What a person says of an article wins over what its file says, and can be taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_tui.model.article import (
    Article,
    Evidence,
    Metadata,
    Precision,
    PrintedDate,
)
from bulletin_tui.text.by_hand import (
    BY_HAND,
    FIELDS,
    NotADateError,
    corrected,
    understood,
    written,
)
from unit.store.samples import FILED

TYPED = {
    field: st.sampled_from(["", "2018-10-18", "2018-10-18T08:06", "2018"])
    if field in ("published", "updated")
    else st.sampled_from(["Một", "Hai ba"])
    if field == "title"
    else st.sampled_from(["", "Một", "Hai ba"])
    for field in FIELDS
}
CORRECTIONS = st.fixed_dictionaries({}, optional=TYPED)


@given(CORRECTIONS, CORRECTIONS)
def test_an_article_is_known_by_the_last_corrections_alone(
    first: dict[str, str], then: dict[str, str]
) -> None:
    once = corrected(corrected(FILED, first), then)
    assert once == corrected(FILED, then)
    assert {field: written(once.document.metadata, field) for field in then} == then
    assert corrected(once, {}) == FILED


def test_lists_and_search_know_what_was_corrected() -> None:
    article = corrected(FILED, {"published": "2018-10", "authors": "An\nBình", "source": ""})
    assert article.summary.published == PrintedDate(
        datetime(2018, 10, 1),  # noqa: DTZ001 - as printed
        Precision.MONTH,
    )
    assert article.summary.authors == ("An", "Bình")
    assert article.summary.source is None
    assert (article.id, article.text) == (FILED.id, FILED.text)


def test_the_evidence_says_that_a_person_said_so() -> None:
    evidence = corrected(FILED, {"authors": "An\nBình"}).document.provenance.evidence
    assert Evidence("authors", "An, Bình", BY_HAND, 1.0) in evidence
    assert Evidence("authors", "Lò Thị Mây", "byline", 0.97) in evidence


def test_an_article_called_after_its_file_is_called_so_again() -> None:
    nameless: Article = replace(
        FILED, document=replace(FILED.document, metadata=Metadata(language="vi"))
    )
    again = corrected(corrected(nameless, {"title": "Tên khác"}), {})
    assert again.summary.title == nameless.summary.title


def test_what_is_typed_is_understood_as_readers_write_it() -> None:
    assert understood("published", " 18/10/2018 08:06 ") == "2018-10-18T08:06"
    assert understood("authors", " An \n\nBình\nAn") == "An\nBình"
    assert understood("authors", "An; Bình;;An") == "An\nBình"
    assert understood("source", "Sở A; Sở B") == "Sở A; Sở B"
    assert understood("title", "Hai\tba  bốn") == "Hai ba bốn"
    assert understood("updated", "") == ""


def test_what_is_no_date_is_not_taken_for_one() -> None:
    with pytest.raises(NotADateError, match="hôm qua"):
        understood("published", "hôm qua")
