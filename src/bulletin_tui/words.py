"""The interface's sentences, through gettext: English in the code, catalogues in `locales/`."""

from __future__ import annotations

import gettext as _gettext
import os
from pathlib import Path

DOMAIN = "bulletin_tui"
LANGUAGES = ("en", "vi")
_LOCALES = Path(__file__).resolve().parent / "locales"

_translations: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


def use_language(language: str | None = None) -> str:
    """Speak `language` from now on; None means the locale's. Returns the one in use."""
    global _translations, _language  # noqa: PLW0603 - one language a process, as gettext itself has it
    chosen = _language = language if language in LANGUAGES else _locale_language()
    _translations = (
        _gettext.NullTranslations()
        if chosen == "en"
        else _gettext.translation(DOMAIN, _LOCALES, languages=[chosen], fallback=True)
    )
    return chosen


def language_in_use() -> str:
    """The language spoken now, for processes that are to speak it too."""
    return _language


def _locale_language() -> str:
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            code = value.split(":")[0].split("_")[0].split(".")[0]
            return code if code in LANGUAGES else "en"
    return "en"


def _(message: str) -> str:
    """The sentence in the reader's language."""
    return _translations.gettext(message) if message else ""


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for this number of things."""
    return _translations.ngettext(one, many, count)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for "translate later"
    """Mark a sentence for the catalogue where it is defined; `_()` translates it where shown."""
    return message


def grouped(number: int) -> str:
    """A number as people write it: 1,234 or 1.234."""
    # Translators: the sign between thousands.
    return f"{number:,}".replace(",", _(","))
