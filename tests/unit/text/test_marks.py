"""Every mark of Unicode is in one of the two character classes."""

from __future__ import annotations

import re
import sys

import pytest

from bulletin_tui.text.marks import ASTRAL_BLOCKS, MARKS, is_mark

PLANE_14 = range(0xE0000, 0xF0000)


def test_the_class_of_the_basic_plane_is_exact() -> None:
    plane = "".join(map(chr, range(0x10000)))
    assert re.sub(f"[{MARKS}]", "", plane) == "".join(char for char in plane if not is_mark(char))


def test_the_blocks_of_other_planes_hold_every_mark() -> None:
    planes = map(chr, [*range(0x10000, PLANE_14.start), *range(PLANE_14.stop, sys.maxunicode + 1)])
    marks = "".join(filter(is_mark, planes))
    assert re.sub(f"[{ASTRAL_BLOCKS}]", "", marks) == ""


@pytest.mark.parametrize("mark", ["\U00013440", "\U00013455", "\U0001611e"])
def test_the_blocks_hold_marks_that_are_newer_than_this_python(mark: str) -> None:
    assert re.fullmatch(f"[{ASTRAL_BLOCKS}]", mark)
