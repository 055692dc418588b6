"""What an empty field asks for can be read in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.widgets import Input

from bulletin_tui.settings import Settings
from ui.driving import running

if TYPE_CHECKING:
    from textual.color import Color

    from bulletin_tui.paths import Paths

LEAST = 4.0
"""WCAG 2.2's contrast ratio."""


def luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in color.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", ["dark", "light", "sepia", "contrast"])
async def test_the_hint_in_an_empty_field_can_be_read(paths: Paths, theme: str) -> None:
    async with running(paths, Settings(theme=theme)) as driver:
        await driver.press("/")
        style = driver.screen.query(Input).first().get_visual_style("input--placeholder")
        below, above = style.background, style.foreground
        assert below is not None
        assert above is not None
        lights = sorted((luminance(below + above), luminance(below)))
        assert (lights[1] + 0.05) / (lights[0] + 0.05) >= LEAST
