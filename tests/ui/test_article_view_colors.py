"""The colours of an article can be read in every theme."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.color import Color

from bulletin_tui.model.annotation import HighlightColor
from bulletin_tui.ui.themes import THEMES
from bulletin_tui.ui.widgets.article_styles import article_styles
from ui.article_reader import ReaderApp

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rich.color import Color as RichColor
    from rich.style import Style
    from textual.theme import Theme

DECORATION = {"rule", "cursor"}
"""Lines and bars, which nobody has to read."""
HIGHLIGHTS = {f"highlight-{color.value}" for color in HighlightColor}


def contrast(style: Style) -> float:
    """WCAG 2.2's contrast ratio, from 1 to 21."""
    assert style.color is not None
    assert style.bgcolor is not None
    lights = sorted(map(luminance, (style.color, style.bgcolor)))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def luminance(color: RichColor) -> float:
    parts = Color.from_rich_color(color).normalized
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


async def styles_in(theme: Theme) -> tuple[Style, Mapping[str, Style]]:
    app = ReaderApp()
    async with app.run_test() as pilot:
        app.register_theme(theme)
        app.theme = theme.name
        await pilot.pause()
        return app.view.rich_style, article_styles(app.view)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_every_style_has_enough_contrast(theme: Theme) -> None:
    base, styles = await styles_in(theme)
    ratios = {name: contrast(base + style) for name, style in styles.items()}
    assert {n: round(r, 1) for n, r in ratios.items() if r < 4.5 and n not in DECORATION} == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_headings_and_code_can_be_read_on_a_highlight(theme: Theme) -> None:
    base, styles = await styles_in(theme)
    upon = {
        f"{name} on {highlight}": contrast(base + styles[name] + styles[highlight])
        for name in ("heading-1", "heading-3", "code-block", "quote")
        for highlight in HIGHLIGHTS
    }
    assert {name: round(ratio, 1) for name, ratio in upon.items() if ratio < 3} == {}


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_a_match_looks_like_no_highlight(theme: Theme) -> None:
    _base, styles = await styles_in(theme)
    for highlight in HIGHLIGHTS:
        assert styles[highlight].underline
        assert styles[highlight].bgcolor not in {
            styles["match"].bgcolor,
            styles["match-current"].bgcolor,
            styles["selection"].bgcolor,
        }
    assert not styles["match"].underline
    assert styles["match"].bold
    assert not styles["selection"].underline


async def test_without_colours_attributes_tell_matches_and_selection(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    _base, styles = await styles_in(THEMES[0])
    assert styles["match"].reverse
    assert styles["match"].bold
    assert styles["selection"].reverse
    assert not styles["selection"].bold
    assert styles["highlight-yellow"].underline
