"""Keys by name: as Textual calls them, and as people write them."""

from __future__ import annotations

from bulletin_tui.words import N_, _

_CHARACTERS = {
    "slash": "/",
    "question_mark": "?",
    "colon": ":",
    "full_stop": ".",
    "comma": ",",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "left_curly_bracket": "{",
    "right_curly_bracket": "}",
    "left_parenthesis": "(",
    "right_parenthesis": ")",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "less_than_sign": "<",
    "greater_than_sign": ">",
}
_NAMES = {character: name for name, character in _CHARACTERS.items()}
_LABELS = {
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "escape": "Esc",
    "enter": "Enter",
    "space": N_("Space"),
    "delete": "Del",
    "home": "Home",
    "end": "End",
    "tab": "Tab",
}


def key_named(key: str) -> str:
    """Textual's name for a key, which may be written with the character itself: `ctrl+]`."""
    *modifiers, last = key.split("+") if len(key) > 1 else [key]
    return "+".join([*modifiers, _NAMES.get(last, last)])


def key_label(key: str) -> str:
    """A key as people write it: `ctrl+right_square_bracket` is `Ctrl+]`."""
    *modifiers, last = key.split("+")
    label = _CHARACTERS.get(last) or _(_LABELS.get(last, ""))
    if not label:
        label = last.upper() if modifiers or (last.startswith("f") and last[1:].isdigit()) else last
    return "+".join([*(modifier.capitalize() for modifier in modifiers), label])
