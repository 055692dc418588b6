"""Figures tell reports apart whose words are the same."""

from __future__ import annotations

import pytest

from bulletin_tui.text.figures import kept_figures

MARCH = "Tháng 3/2024 xã tiếp 12 lượt dân, chi 4.500.000 đồng, trồng 1,5 ha quế."
APRIL = "Tháng 4/2024 xã tiếp 31 lượt dân, chi 6.200.000 đồng, trồng 2,5 ha quế."


@pytest.mark.parametrize(
    ("old", "new", "share"),
    [
        (MARCH, MARCH + " Ngày 5/4 họp dân.", 1),
        (MARCH, MARCH.replace("12", "13"), 0.75),
        (MARCH, APRIL, 0),
        ("Xã có 3 thôn.", "Xã có 4 thôn.", 1),
        ("Xã có nước sạch.", APRIL, 1),
    ],
)
def test_figures_that_are_kept_are_counted(old: str, new: str, share: float) -> None:
    assert kept_figures(old, new) == share
