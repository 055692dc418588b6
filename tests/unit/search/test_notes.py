"""Finding notes, marked passages and tags by the words in them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bulletin_tui.model.search import Field, Query, Term, Tier
from bulletin_tui.search.notes import MOST_WEIGHED, FoundNotes, NoteIndex
from bulletin_tui.search.query import parse_query
from unit.search.articles import shown
from unit.search.marks import bookmark, mark

MARKS = (
    mark("vốn", "Hòa vốn sau hai năm", note="Hỏi huyện về nguồn vốn\nvà lãi suất vay."),
    mark("chè", "Nương chè cho búp sớm", tags=("nông sản",), article_id="vu-che"),
    bookmark("đường", "Đường vào bản rải đá"),
    mark("suối", "học trò khỏi lội suối", note="Ảnh đẹp cho bản tin tháng ba"),
)
LIMIT = 10


def new_index() -> NoteIndex:
    """The marks, made in this order."""
    index = NoteIndex()
    index.update(MARKS)
    return index


INDEX = new_index()


def found(query: str | Query, *, among: frozenset[str] | None = None) -> FoundNotes:
    """What the marks have for a query, in some articles or all."""
    asked = parse_query(query) if isinstance(query, str) else query
    return INDEX.find(asked, lambda name: among is None or name in among, limit=LIMIT)


def ids(query: str | Query) -> list[str]:
    """The marks that were found, best first."""
    return [hit.annotation_id for hit in found(query).hits]


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("lãi suất ", ["vốn"]),
        ("lai suat ", ["vốn"]),
        ("búp sớm ", ["chè"]),
        ("nong san ", ["chè"]),
        ('"vào bản" ', ["đường"]),
        ('"bản vào" ', []),
        ("bản -đường ", ["suối"]),
        ("chè|suối ", ["suối", "chè"]),
        ("lội su", ["suối"]),
        ("duong vao ", ["đường"]),
    ],
)
def test_notes_passages_and_tags_are_searched_as_articles_are(
    typed: str, wanted: list[str]
) -> None:
    assert ids(typed) == wanted


def test_a_word_has_to_be_in_the_same_mark_as_the_others() -> None:
    assert ids("búp lãi ") == []


def test_a_phrase_does_not_reach_from_a_note_into_its_passage() -> None:
    assert ids("vay hòa ") == ["vốn"]
    assert ids('"vay hòa" ') == []


def test_the_snippet_is_of_the_note_if_it_matches() -> None:
    (hit,) = found("vốn ").hits
    assert hit.snippet.text == "Hỏi huyện về nguồn vốn và lãi suất vay."
    assert shown(hit.snippet.text, hit.snippet.matches) == ["vốn"]


def test_the_snippet_is_of_the_passage_if_the_note_does_not_match() -> None:
    (hit,) = found("lội suối ").hits
    assert hit.snippet.text == "học trò khỏi lội suối"
    assert shown(hit.snippet.text, hit.snippet.matches) == ["lội suối"]


def test_a_mark_found_by_its_tag_shows_its_passage() -> None:
    (hit,) = found("nông sản ").hits
    assert (hit.snippet.text, hit.snippet.matches) == ("Nương chè cho búp sớm", ())


def test_the_word_as_typed_comes_before_the_same_with_marks() -> None:
    index = NoteIndex()
    index.update([mark("que", "Bó que tính"), mark("quê", "Đường quê sáng hơn")])
    hits = index.find(parse_query("que "), lambda _name: True, limit=LIMIT).hits
    assert [(hit.annotation_id, hit.tier) for hit in hits] == [
        ("que", Tier.EXACT),
        ("quê", Tier.FOLDED),
    ]


def test_words_are_corrected_only_when_nothing_has_them_as_typed() -> None:
    (corrected,) = found("nguon vonn ").hits
    assert (corrected.annotation_id, corrected.tier) == ("vốn", Tier.CORRECTED)
    assert found("xyzzy ").hits == ()


def test_keys_of_an_input_method_are_read_unless_that_is_switched_off() -> None:
    def ids_of(**switches: bool) -> list[str]:
        found_now = INDEX.find(parse_query("suoois "), lambda _n: True, limit=LIMIT, **switches)
        return [hit.annotation_id for hit in found_now.hits]

    assert ids_of() == ["suối"]
    assert ids_of(decodes_keys=False) == []


def test_a_tag_narrows_to_the_marks_that_have_it() -> None:
    tagged = Term(("nong san",), Field.TAG)
    assert ids(Query("", (tagged,))) == ["chè"]
    assert ids(Query("", (tagged, Term(("lội suối",))))) == []
    assert ids(Query("", (replace(tagged, negated=True), Term(("cho",))))) == ["suối"]


def test_without_a_word_the_newest_come_first() -> None:
    assert ids(Query("", in_notes=True)) == ["suối", "đường", "chè", "vốn"]


def test_only_marks_of_the_articles_asked_for_are_found() -> None:
    assert found("học trò ", among=frozenset({"vu-che"})).hits == ()
    assert found("cho ", among=frozenset({"vu-che"})).article_ids == {"vu-che"}


def test_the_articles_of_all_notes_are_known_beyond_the_limit() -> None:
    index = NoteIndex()
    many = 3 * MOST_WEIGHED
    index.update(mark(str(n), "Nước về bản", article_id=f"bai-{n}") for n in range(many))
    everything = index.find(
        replace(parse_query("nước "), in_notes=True), lambda _name: True, limit=2
    )
    assert [hit.annotation_id for hit in everything.hits] == [str(many - 1), str(many - 2)]
    assert len(everything.article_ids) == many


def test_a_revised_mark_is_found_by_its_new_words_alone() -> None:
    index = new_index()
    index.update([replace(MARKS[0], note="Đã trả lời")])

    def ids_now(typed: str) -> list[str]:
        hits = index.find(parse_query(typed), lambda _name: True, limit=LIMIT).hits
        return [hit.annotation_id for hit in hits]

    assert ids_now("trả lời ") == ["vốn"]
    assert ids_now("lãi suất ") == []
    index.update([replace(MARKS[0], deleted=True)])
    assert ids_now("vốn ") == []
    assert [each.id for each in index.annotations] == ["suối", "đường", "chè"]


def test_an_empty_index_finds_nothing() -> None:
    nothing = NoteIndex().find(parse_query("bản"), lambda _name: True, limit=LIMIT)
    assert nothing == FoundNotes()


def test_a_mark_without_words_harms_no_other() -> None:
    index = NoteIndex()
    index.update([mark("trống", ""), mark("nhãn", "", tags=("chè",)), *MARKS])
    found_now = index.find(parse_query("chè "), lambda _name: True, limit=LIMIT)
    assert {hit.annotation_id for hit in found_now.hits} == {"chè", "nhãn"}
    everything = index.find(Query("", in_notes=True), lambda _name: True, limit=LIMIT)
    assert everything.hits[-1].snippet.text == ""
