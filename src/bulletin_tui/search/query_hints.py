"""What a reader is told about a query that was not wholly understood: what to write instead.

Sentences that begin with “Write” do for what is still being typed.
"""

from __future__ import annotations

from bulletin_tui.search.query_names import AFTER, BEFORE, IN, IS
from bulletin_tui.words import N_, _

_LONGEST = 40
"""Code points of what was typed that are quoted in a hint."""
KNOWN_NAMES = N_("title, source, author, place, doc, tag, lang, in, before, after, is")
KNOWN_VALUES = {IS: N_("read, unread, highlighted, bookmarked, noted"), IN: N_("notes")}
"""What can stand behind a name. All this as it can be typed in the language of the list."""


def too_long() -> str:
    """Something at the end is left out."""
    return _("The search is too long: only its beginning was used.")


def unknown_name(name: str) -> str:
    """A word with a colon names no field."""
    hint = _("“{name}:” is not known here, so it was searched as a word. Known are: {names}.")
    return hint.format(name=_short(name), names=_(KNOWN_NAMES))


def unknown_value(typed: str, name: str, value: str) -> str:
    """A name, `typed` for the canonical `name`, stands before a value that it cannot have."""
    if name in (BEFORE, AFTER):
        hint = _("“{value}” is not a date; write it like 2018, 10/2018 or 18/10/2018.")
        return hint.format(value=_short(value))
    hint = _("“{value}” is not known behind “{name}:”; these are: {values}.")
    return hint.format(value=_short(value), name=typed, values=_(KNOWN_VALUES[name]))


def value_wanted(typed: str, name: str) -> str:
    """A name, `typed` for the canonical `name`, has nothing usable behind it yet."""
    if name in (BEFORE, AFTER):
        hint = _("Write a date behind “{name}:”, like 2018, 10/2018 or 18/10/2018.")
        return hint.format(name=typed)
    if name in KNOWN_VALUES:
        hint = _("Write one of these behind “{name}:”: {values}.")
        return hint.format(name=typed, values=_(KNOWN_VALUES[name]))
    return _("Write what to look for behind “{name}:”.").format(name=typed)


def lone_bar() -> str:
    """A bar has nothing on one of its sides."""
    return _("A “|” stands between two words, as in a|b; others were left out.")


def misplaced() -> str:
    """A dash or a name stands within a term."""
    return _("A dash and a name only count in front of everything, as in -title:a|b.")


def no_opposite() -> str:
    """The notes were asked for with a dash."""
    return _("“in:notes” has no opposite; write it without the dash.")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
