"""The keys in force: those of the commands, with the reader's own in their place."""

from __future__ import annotations

from dataclasses import dataclass

from bulletin_tui.text.clean import clean_line
from bulletin_tui.ui.commands import COMMANDS, Where, command_named
from bulletin_tui.ui.key_names import key_label, key_named
from bulletin_tui.words import _


@dataclass(frozen=True, slots=True)
class Keymap:
    """The keys in force: the defaults with the reader's own replacements."""

    keys: dict[str, tuple[str, ...]]
    problems: tuple[str, ...] = ()

    def replaced(self) -> dict[str, str]:
        """What `App.set_keymap` takes: the commands whose keys differ from the defaults."""
        return {
            name: ",".join(keys)
            for name, keys in self.keys.items()
            if keys != command_named(name).keys
        }

    def shown(self, name: str) -> str:
        """The first key of a command as people write it; empty when it has none."""
        key = self.first(name)
        return key_label(key) if key else ""

    def first(self, name: str) -> str:
        """The first key of a command as Textual names it; empty when it has none."""
        return next(iter(self.keys[name]), "")


def keymap(wanted: dict[str, tuple[str, ...]]) -> Keymap:
    """The default keys with those of `wanted` in their place; a clash is left out and named."""
    keys = {command.name: command.keys for command in COMMANDS}
    problems: list[str] = []
    for name, replacement in wanted.items():
        if name in keys:
            keys[name] = tuple(key_named(key) for key in replacement)
        else:
            sentence = _("[keys]: there is no command “{name}”.")
            problems.append(sentence.format(name=clean_line(name)))
    while clash := _first_clash(keys, wanted):
        name, key, other = clash
        sentence = _("[keys]: “{key}” for “{name}” is already the key of “{other}”.")
        problems.append(sentence.format(key=clean_line(key_label(key)), name=name, other=other))
        keys[name] = command_named(name).keys
    return Keymap(keys, tuple(problems))


def _first_clash(
    keys: dict[str, tuple[str, ...]], wanted: dict[str, tuple[str, ...]]
) -> tuple[str, str, str] | None:
    """A command whose replaced key another one has too, that key, and the other command."""
    for name in wanted:
        if name not in keys or keys[name] == command_named(name).keys:
            continue
        where = command_named(name).where
        rivals = [
            other for other in keys if other != name and _meet(where, command_named(other).where)
        ]
        clashes = ((key, other) for other in rivals for key in keys[name] if key in keys[other])
        for key, other in clashes:
            return name, key, other
    return None


def _meet(one: Where, other: Where) -> bool:
    return one is other or Where.ANYWHERE in (one, other)
