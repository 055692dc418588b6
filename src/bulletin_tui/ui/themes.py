"""The four colour schemes, as data."""

from __future__ import annotations

import os

from textual.theme import Theme

from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import N_, _

LIGHT = Theme(
    name="bulletin-light",
    primary="#0b5a7a",
    secondary="#7a4b0b",
    accent="#a03c1c",
    foreground="#1f2328",
    background="#fbfaf7",
    surface="#f1efe9",
    panel="#e6e3da",
    success="#2c6e37",
    warning="#8a5a00",
    error="#a4262c",
    dark=False,
)
DARK = Theme(
    name="bulletin-dark",
    primary="#7cc4e0",
    secondary="#d9b27c",
    accent="#f0a07c",
    foreground="#dcdcd6",
    background="#16181b",
    surface="#1e2125",
    panel="#2a2e33",
    success="#86c794",
    warning="#e0b45c",
    error="#ef8f8f",
    dark=True,
)
SEPIA = Theme(
    name="bulletin-sepia",
    primary="#6b3f12",
    secondary="#1f5a5a",
    accent="#8c2f14",
    foreground="#3b2f22",
    background="#f4ead5",
    surface="#ebdfc6",
    panel="#dfd0b2",
    success="#3d6326",
    warning="#7d5200",
    error="#93261f",
    dark=False,
)
CONTRAST = Theme(
    name="bulletin-contrast",
    primary="#ffff66",
    secondary="#66ffff",
    accent="#ffb84d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#262626",
    success="#66ff66",
    warning="#ffcc00",
    error="#ff8080",
    dark=True,
)

THEMES = (DARK, LIGHT, SEPIA, CONTRAST)
LABELS = {
    DARK.name: N_("Dark"),
    LIGHT.name: N_("Light"),
    SEPIA.name: N_("Sepia"),
    CONTRAST.name: N_("High contrast"),
}
_SHORT = {theme.name.removeprefix("bulletin-"): theme.name for theme in THEMES}


def theme_named(name: str | None) -> str | None:
    """The full name of a theme given in settings (`light`, `bulletin-light`); None if unknown."""
    if name is None:
        return _terminal_theme()
    return name if name in LABELS else _SHORT.get(name)


def no_such_theme(name: str) -> str:
    """What to say of a theme that is asked for in vain."""
    words = _("There is no theme “{name}”; there are {names}.")
    return words.format(name=clean_line(name), names=", ".join(_SHORT))


def _terminal_theme() -> str:
    """Light or dark as COLORFGBG (rxvt, Konsole and others) tells it; dark where it is not set."""
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    is_light = background.isdigit() and int(background) in {7, *range(9, 16)}
    return LIGHT.name if is_light else DARK.name
