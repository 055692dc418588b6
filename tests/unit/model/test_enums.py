"""Members set as plain attributes are the members that the enumeration has."""

from __future__ import annotations

import inspect
from enum import Enum

from bulletin_tui.model.enums import with_plain_members


@with_plain_members
class _Colour(Enum):
    RED = "red"
    BLUE = "blue"


def test_members_are_plain_attributes() -> None:
    assert inspect.getattr_static(_Colour, "RED") is _Colour("red")


def test_an_enumeration_is_as_it_was() -> None:
    assert list(_Colour) == [_Colour.RED, _Colour.BLUE]
    assert _Colour["BLUE"] is _Colour.BLUE
    assert _Colour.RED.value == "red"
