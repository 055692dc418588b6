"""The jump list leads back through every jump, and forward again."""

from __future__ import annotations

from bulletin_tui.model.annotation import Position
from bulletin_tui.ui.places import MOST_JUMPS, JumpList, Place


def at(article_id: str, offset: int = 0) -> Place:
    return Place(article_id, Position(offset, offset))


def test_going_back_leads_to_where_the_last_jump_left() -> None:
    jumps = JumpList().leave(at("a")).leave(at("b"))
    jumps, there = jumps.back(at("c"))
    assert there == at("b")
    jumps, there = jumps.back(at("b"))
    assert there == at("a")
    assert jumps.back(at("a")) == (jumps, None)


def test_going_forward_undoes_going_back() -> None:
    jumps, _ = JumpList().leave(at("a")).back(at("b"))
    jumps, there = jumps.forward(at("a"))
    assert there == at("b")
    assert jumps.behind == (at("a"),)
    assert jumps.forward(at("b")) == (jumps, None)


def test_a_new_jump_forgets_what_lay_ahead() -> None:
    jumps, _ = JumpList().leave(at("a")).back(at("b"))
    assert jumps.leave(at("a", 5)).ahead == ()


def test_leaving_the_same_place_twice_is_one_jump() -> None:
    assert JumpList().leave(at("a")).leave(at("a")).behind == (at("a"),)


def test_the_oldest_jumps_are_forgotten() -> None:
    jumps = JumpList()
    for offset in range(MOST_JUMPS + 5):
        jumps = jumps.leave(at("a", offset))
    assert len(jumps.behind) == MOST_JUMPS
    assert jumps.behind[0] == at("a", 5)
