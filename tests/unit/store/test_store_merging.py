"""What several devices made of one annotation: nothing is dropped, and all see the same."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import permutations
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.store.merging import merge
from bulletin_tui.store.revisions import Revision
from unit.store.samples import NOW, ROAD, make_annotation, make_article

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.store.merging import Standing

MARK = make_annotation(make_article(), note="Hỏi lại")
FIRST = Revision(MARK, "may-ban", 1, ())


def later(clock: int, mark: Annotation, *parents: Revision, device: str = "may-ban") -> Revision:
    """A revision that knows of its parents."""
    stamped = replace(mark, updated_at=NOW + timedelta(seconds=clock))
    return Revision(stamped, device, clock, tuple(one.event for one in parents))


def merged(heads: list[Revision], *others: Revision) -> Standing:
    """How the annotation stands with these heads, and with others behind them."""
    known = {one.event: one for one in (*heads, *others)}
    parents = {event: one.parents or () for event, one in known.items()}
    return merge(heads, parents, known)


def test_one_head_stands_as_it_is() -> None:
    assert merged([FIRST]).annotation == MARK


def test_what_only_one_device_changed_is_as_that_one_left_it() -> None:
    blue = later(2, replace(MARK, color=HighlightColor.BLUE), FIRST)
    noted = later(3, replace(MARK, note="Đã hỏi"), FIRST, device="may-xach")
    found = merged([blue, noted], FIRST).annotation
    assert (found.color, found.note, found.other_notes) == (HighlightColor.BLUE, "Đã hỏi", ())


def test_of_two_notes_the_later_is_shown_and_the_other_kept() -> None:
    one = later(2, replace(MARK, note="Đã hỏi, chưa trả lời"), FIRST)
    other = later(3, replace(MARK, note="Đã trả lời"), FIRST, device="may-xach")
    found = merged([one, other], FIRST).annotation
    assert found.note == "Đã trả lời"
    assert [(each.note, each.device) for each in found.other_notes] == [
        ("Đã hỏi, chưa trả lời", "may-ban")
    ]


def test_a_cleared_note_does_not_hide_one_that_was_written() -> None:
    written = later(2, replace(MARK, note="Đã trả lời"), FIRST)
    cleared = later(3, replace(MARK, note=""), FIRST, device="may-xach")
    found = merged([written, cleared], FIRST).annotation
    assert found.note == ""
    assert [each.note for each in found.other_notes] == ["Đã trả lời"]


def test_tags_of_both_are_there_and_one_taken_away_is_not() -> None:
    tagged = replace(MARK, tags=("a", "b"))
    base = Revision(tagged, "may-ban", 1, ())
    one = later(2, replace(tagged, tags=("a", "c")), base)
    other = later(3, replace(tagged, tags=("a", "b", "d")), base, device="may-xach")
    assert merged([one, other], base).annotation.tags == ("a", "d", "c")


def test_a_change_beats_a_removal() -> None:
    gone = later(9, replace(MARK, deleted=True), FIRST)
    noted = later(2, replace(MARK, note="Còn cần"), FIRST, device="may-xach")
    found = merged([gone, noted], FIRST).annotation
    assert not found.deleted
    assert found.note == "Còn cần"


def test_two_removals_are_a_removal() -> None:
    here = later(2, replace(MARK, deleted=True), FIRST)
    there = later(3, replace(MARK, deleted=True), FIRST, device="may-xach")
    assert merged([here, there], FIRST).annotation.deleted


def test_the_order_in_which_revisions_come_does_not_matter() -> None:
    heads = [
        later(2, replace(MARK, note="một", tags=("x",)), FIRST),
        later(3, replace(MARK, note="hai", color=HighlightColor.PINK), FIRST, device="b"),
        later(4, replace(MARK, deleted=True), FIRST, device="c"),
    ]
    found = {merged(list(order), FIRST).annotation for order in permutations(heads)}
    assert len(found) == 1


def test_what_both_knew_last_is_what_they_changed() -> None:
    agreed = later(2, replace(MARK, note="Đã hỏi", tags=()), FIRST)
    blue = later(3, replace(agreed.annotation, color=HighlightColor.BLUE), agreed)
    noted = later(4, replace(agreed.annotation, note="Đã trả lời"), agreed, device="may-xach")
    found = merged([blue, noted], FIRST, agreed).annotation
    assert (found.color, found.note, found.tags) == (HighlightColor.BLUE, "Đã trả lời", ())
    assert found.other_notes == ()


def test_without_what_both_go_back_to_the_later_stands_and_both_notes_are_kept() -> None:
    one = later(5, replace(MARK, note="một"), FIRST)
    other = later(6, replace(MARK, note="hai"), FIRST, device="may-xach")
    found = merged([one, other]).annotation
    assert found.note == "hai"
    assert [each.note for each in found.other_notes] == ["một"]


def test_a_note_that_waits_stays_a_head_until_it_is_settled() -> None:
    one = later(2, replace(MARK, note="một"), FIRST)
    other = later(3, replace(MARK, note="hai"), FIRST, device="may-xach")
    standing = merged([one, other], FIRST)
    mark = standing.annotation
    assert standing.parents_of(replace(mark, color=HighlightColor.BLUE)) == (other.event,)
    assert set(standing.parents_of(replace(mark, note="cả hai", other_notes=()))) == {
        one.event,
        other.event,
    }


def test_a_removal_that_others_did_not_know_of_does_not_widen_what_they_changed() -> None:
    gone = later(2, replace(MARK, deleted=True), FIRST, device="c")
    agreed = later(3, replace(MARK, note="Đã hỏi", tags=("ong",)), FIRST)
    untagged = later(4, replace(agreed.annotation, tags=(), note="Đã trả lời"), agreed)
    blue = later(5, replace(agreed.annotation, color=HighlightColor.BLUE), agreed, device="b")
    found = merged([gone, untagged, blue], FIRST, agreed).annotation
    assert (found.note, found.other_notes) == ("Đã trả lời", ())
    assert (found.color, found.tags) == (HighlightColor.BLUE, ())


def test_a_passage_that_one_device_chose_stands_whatever_another_changed() -> None:
    placed = later(2, replace(MARK, span=ROAD), FIRST)
    blue = later(3, replace(MARK, color=HighlightColor.BLUE), FIRST, device="may-xach")
    found = merged([placed, blue], FIRST).annotation
    assert (found.anchor, found.color) == (placed.annotation.anchor, HighlightColor.BLUE)


def test_a_note_that_was_cleared_is_no_other_note() -> None:
    cleared = later(2, replace(MARK, note=""), FIRST)
    written = later(3, replace(MARK, note="Đã trả lời"), FIRST, device="may-xach")
    found = merged([cleared, written], FIRST).annotation
    assert (found.note, found.other_notes) == ("Đã trả lời", ())


def test_it_changed_when_the_last_of_them_did_by_the_clock_on_the_wall() -> None:
    ahead = later(90, replace(MARK, note="một"), FIRST)
    last = replace(later(3, replace(MARK, note="hai"), FIRST, device="may-xach"), clock=91)
    assert merged([ahead, last], FIRST).annotation.updated_at == ahead.annotation.updated_at


def test_removing_settles_a_note_that_waits() -> None:
    one = later(2, replace(MARK, note="một"), FIRST)
    other = later(3, replace(MARK, note="hai"), FIRST, device="may-xach")
    standing = merged([one, other], FIRST)
    gone = replace(standing.annotation, deleted=True)
    assert set(standing.parents_of(gone)) == {one.event, other.event}


def test_what_follows_a_change_and_a_removal_is_made_in_view_of_both() -> None:
    gone = later(9, replace(MARK, deleted=True), FIRST)
    noted = later(2, replace(MARK, note="Còn cần"), FIRST, device="may-xach")
    standing = merged([gone, noted], FIRST)
    blue = replace(standing.annotation, color=HighlightColor.BLUE)
    assert set(standing.parents_of(blue)) == {gone.event, noted.event}
