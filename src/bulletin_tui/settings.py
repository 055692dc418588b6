"""Settings that people write by hand in `config.toml`; the program only ever reads them.

Whatever cannot be used is left at its default and named in `problems`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.reasons import system_reason
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import LANGUAGES, _

if TYPE_CHECKING:
    from pathlib import Path

MEASURE_RANGE = (40, 120)
DEFAULT_MEASURE = 72
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
"""How the standard library ends what it says of a fault in TOML."""

TomlTable: TypeAlias = dict[str, object]


@dataclass(frozen=True, slots=True)
class Settings:
    """How this reader wants the program to be."""

    language: str | None = None
    """None follows the locale."""
    theme: str | None = None
    """None follows the terminal's own light or dark."""
    measure: int = DEFAULT_MEASURE
    """Width of the text column, in cells."""
    mouse: bool = True
    """False leaves selecting with the mouse to the terminal."""
    watch: bool = True
    """False leaves changed files unnoticed until they are asked for."""
    keys: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Command names to the keys that replace the default ones."""
    problems: tuple[str, ...] = ()
    """Sentences about what in the file could not be used."""


def load_settings(path: Path) -> Settings:
    """Read `config.toml`; a missing file means the defaults. Never raises."""
    try:
        text = path.read_text(encoding="utf-8")
        import tomllib  # most readers have no settings

        table: TomlTable = tomllib.loads(text)
    except FileNotFoundError:
        return Settings()
    except OSError as error:
        return _unusable(path, system_reason(error))
    except (ValueError, RecursionError) as error:  # of the encoding, or of the syntax
        return _unusable(path, _fault(error))
    return _Reading(path).settings(table)


def _fault(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return _("it is not in UTF-8")
    place = _PLACE.search(str(error))
    if place is None:
        return clean_line(str(error))
    words = _("it cannot be understood from line {line}, column {column} on")
    return words.format(line=place[1], column=place[2])


def _unusable(path: Path, reason: str) -> Settings:
    sentence = _("{path} cannot be used ({reason}); the default settings are in force.")
    return Settings(problems=(sentence.format(path=clean_line(str(path)), reason=reason),))


class _Reading:
    """One pass over a settings table, collecting what cannot be used."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._problems: list[str] = []

    def settings(self, table: TomlTable) -> Settings:
        known = {"language", "theme", "measure", "mouse", "watch", "keys"}
        for name in table.keys() - known:
            self._complain(name, _("there is no such setting"))
        return Settings(
            language=self._language(table.get("language")),
            theme=self._text("theme", table.get("theme")),
            measure=self._measure(table.get("measure")),
            mouse=self._flag("mouse", table.get("mouse"), default=True),
            watch=self._flag("watch", table.get("watch"), default=True),
            keys=self._keys(table.get("keys")),
            problems=tuple(self._problems),
        )

    def _complain(self, name: str, reason: str) -> None:
        sentence = _("{file}: “{name}” is left out: {reason}.")
        self._problems.append(
            sentence.format(file=self._path.name, name=clean_line(name), reason=reason)
        )

    def _text(self, name: str, value: object) -> str | None:
        if value is None or isinstance(value, str):
            return value
        self._complain(name, _("it must be text"))
        return None

    def _language(self, value: object) -> str | None:
        language = self._text("language", value)
        if language is None or language in LANGUAGES:
            return language
        self._complain(
            "language", _("it must be one of {names}").format(names=", ".join(LANGUAGES))
        )
        return None

    def _measure(self, value: object) -> int:
        low, high = MEASURE_RANGE
        if value is None:
            return DEFAULT_MEASURE
        if isinstance(value, int) and not isinstance(value, bool) and low <= value <= high:
            return value
        reason = _("it must be a whole number from {low} to {high}")
        self._complain("measure", reason.format(low=low, high=high))
        return DEFAULT_MEASURE

    def _flag(self, name: str, value: object, *, default: bool) -> bool:
        if value is None:
            return default
        if isinstance(value, bool):
            return value
        self._complain(name, _("it must be true or false"))
        return default

    def _keys(self, value: object) -> dict[str, tuple[str, ...]]:
        if value is None:
            return {}
        if not isinstance(value, dict):
            self._complain("keys", _("it must be a table of commands and keys"))
            return {}
        keys: dict[str, tuple[str, ...]] = {}
        for name, given in value.items():
            wanted = [given] if isinstance(given, str) else given
            if isinstance(wanted, list) and all(isinstance(key, str) for key in wanted):
                keys[name] = tuple(
                    key.strip() for text in wanted for key in text.split(",") if key.strip()
                )
            else:
                self._complain(f"keys.{name}", _("it must be a key or a list of keys"))
        return keys
