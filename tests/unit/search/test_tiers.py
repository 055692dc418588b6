"""How well a hit fits: as typed, without marks, with another tone, corrected."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bulletin_tui.model.search import Tier
from bulletin_tui.services.searching import Searcher
from unit.search.articles import SCHOOLS, SEARCHER, article, only, titles


@pytest.mark.parametrize(
    "typed", ["nghị quyết xây", "NGHỊ QUYẾT XÂY", "nghi\u0323 quyê\u0301t xây"]
)
def test_words_as_they_stand_are_an_exact_hit(typed: str) -> None:
    hit = only(typed)
    assert (hit.article.title, hit.tier, hit.why) == (SCHOOLS.id, Tier.EXACT, "")


@pytest.mark.parametrize("typed", ["nghi quyet xay", "nghị quyet xay", "nghi quyết xay"])
def test_a_bare_letter_matches_any_marked_form(typed: str) -> None:
    hit = only(typed)
    assert (hit.article.id, hit.tier, hit.why) == (SCHOOLS.id, Tier.FOLDED, "")


def test_each_letter_decides_for_itself() -> None:
    assert only("đuọc bà con ").tier is Tier.TONE
    assert only("đươc bà con ").tier is Tier.TONE
    assert only("đuoc bà con ").tier is Tier.FOLDED
    assert only("được bà con ").tier is Tier.EXACT


@pytest.mark.parametrize("typed", ["hòa vốn", "hoà vốn"])
def test_where_the_tone_is_written_does_not_matter(typed: str) -> None:
    assert only(typed).tier is Tier.EXACT


def test_another_tone_is_found_below_and_said() -> None:
    hit = only("nghỉ quyết xây")
    assert hit.tier is Tier.TONE
    assert hit.why == "“nghị” for “nghỉ”"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("ngih quyet xay", "“nghị” for “ngih”"),
        ("khai giang hoc trof", "“trò” for “trof”"),
        ("khaigiang", "“khai giảng” for “khaigiang”"),
        ("quyếtt xây", "“quyết” for “quyếtt”"),
    ],
)
def test_slips_and_joined_words_are_corrected_and_said(typed: str, why: str) -> None:
    hit = SEARCHER.find(typed).hits[0]
    assert (hit.article.id, hit.tier, hit.why) == (SCHOOLS.id, Tier.CORRECTED, why)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("hocj trof", ["học", "trò"]),
        ("nghij quyeets xaay", ["nghị", "quyết", "xây"]),
        ("nghi5 quye61t xa6y", ["nghị", "quyết", "xây"]),
    ],
)
def test_keys_of_an_input_method_are_as_good_as_the_words_they_type(
    typed: str, words: list[str]
) -> None:
    found = SEARCHER.find(typed)
    hit = found.hits[0]
    assert hit.why == ""
    assert hit.tier is Tier.EXACT
    assert [each.word for each in found.decoded] == words


def test_a_word_that_is_there_as_typed_is_not_corrected() -> None:
    articles = [article("Một", "Khí gas hết."), article("Hai", "Con gà gáy.")]
    assert titles(Searcher.over(articles).find("gas ")) == ["Một"]


def test_a_word_typed_with_marks_is_one_slip_from_its_like_and_no_further() -> None:
    searcher = Searcher.over([article("Một", "Đường trơn.")])
    assert titles(searcher.find("đườmg ")) == ["Một"]
    assert titles(searcher.find("đưòmg ")) == []


def test_guesses_must_stand_together() -> None:
    apart = article("Một", "Rừng thông.", "Nhà sàn.", "Bếp lửa.", "Suối mát.")
    together = article("Hai", "Rừng thông, nhà sàn, bếp lửa, suối mát.")
    assert titles(Searcher.over([apart, together]).find("rungw thongg sann bepp ")) == ["Hai"]


def test_numbers_are_never_corrected() -> None:
    assert titles(Searcher.over([article("Một", "Năm 2018.")]).find("2019 ")) == []


def test_phrases_and_fields_are_never_corrected() -> None:
    assert titles(SEARCHER.find('"ngih quyet"')) == []
    assert titles(SEARCHER.find("title:truongf ")) == []
    assert titles(SEARCHER.find("title:trương ")) == []


def test_corrections_are_loaded_when_they_are_first_needed() -> None:
    program = (
        "import sys; from bulletin_tui.services.searching import Searcher;"
        "Searcher.over([]).find('nghị quyết'); sys.exit('rapidfuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
