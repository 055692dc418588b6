"""Of two notes that share paragraphs none is lost, and none is there twice."""

from __future__ import annotations

from bulletin_tui.text.paragraphs import paragraphs_of, with_paragraphs


def test_only_what_a_note_lacks_is_added_to_it() -> None:
    assert with_paragraphs("đê\n\nkè", "kè\n\ncống") == "đê\n\nkè\n\ncống"


def test_an_empty_note_adds_no_blank_lines() -> None:
    assert with_paragraphs("đê", "") == "đê"
    assert with_paragraphs("", "đê") == "đê"


def test_notes_with_the_same_paragraphs_say_the_same_however_they_are_split() -> None:
    assert paragraphs_of("đê\n\nkè", "kè") == paragraphs_of("đê", "kè\n\nđê")
