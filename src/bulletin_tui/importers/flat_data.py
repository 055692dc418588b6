"""Names and flat values out of YAML or TOML: scalars stay the text they are, nothing is built.

YAML is read from its events, so no tag constructs anything and no alias multiplies anything.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from yaml.events import Event

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DEEPEST = 16
"""Beyond it YAML is given up: its scanner is quadratic in open brackets."""
_NULLS = ("", "~", "null")

_NEXT_ENTRY = re.compile(r"\n(?=[^\s#-])")
_PLAIN_ENTRY = re.compile(r"(?P<name>[^\s:][^:\n]*):\s+(?P<value>[^\s\[{|>&*!].*)\s*")


@dataclass(slots=True)
class FlatData:
    """What was read; names are in lower case."""

    values: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """A scalar is a tuple of one, null an empty one."""
    unusable: list[str] = field(default_factory=list)
    """Names whose values are nested, tagged or aliases."""
    is_broken: bool = False
    """Whether the source breaks the rules of its syntax; what could be read is there."""

    def add(self, name: str, value: tuple[str, ...] | None) -> None:
        """Keep a value; None is an unusable one."""
        if value is None:
            self.unusable.append(name.lower())
        else:
            self.values[name.lower()] = value


def read_yaml(source: str) -> FlatData:
    """The entries of a mapping. Broken YAML is read again, each top-level entry by itself."""
    data = FlatData()
    try:
        for name, value in _yaml_entries(source):
            data.add(name, value)
    except yaml.YAMLError:
        return _read_yaml_entry_by_entry(source)
    return data


def read_toml(source: str) -> FlatData:
    """The keys of the top table; of broken TOML nothing."""
    data = FlatData()
    try:
        for name, value in tomllib.loads(source, parse_float=str).items():
            data.add(name, _toml_value(value))
    except (ValueError, RecursionError):  # ValueError: also numbers of thousands of digits
        return FlatData(is_broken=True)
    return data


def _read_yaml_entry_by_entry(source: str) -> FlatData:
    """What breaks YAML is mostly one unquoted title with a colon: it is taken as it stands."""
    data = FlatData(is_broken=True)
    for entry in _NEXT_ENTRY.split(source):
        try:
            for name, value in _yaml_entries(entry):
                data.add(name, value)
        except yaml.YAMLError:
            if plain := _PLAIN_ENTRY.fullmatch(entry):
                data.add(plain["name"], (plain["value"],))
    return data


def _yaml_entries(source: str) -> Iterator[tuple[str, tuple[str, ...] | None]]:
    """The entries of the mapping in `source`; none when it holds something else."""
    events = iter(yaml.parse(source, Loader=_LOADER))
    first = next((event for event in events if isinstance(event, yaml.NodeEvent)), None)
    if not isinstance(first, yaml.MappingStartEvent):
        return
    for key in events:
        if isinstance(key, yaml.MappingEndEvent):
            return
        name = _flat(key, events)
        value = _flat(next(events), events)
        if name:
            yield name[0], value


def _flat(event: Event, events: Iterator[Event], depth: int = 0) -> tuple[str, ...] | None:
    """The value of the node that begins with `event`; None unless it is flat and untagged.

    All events of the node are taken.
    """
    if isinstance(event, yaml.CollectionStartEvent):
        items = _items(events, depth + 1)
        is_flat = depth == 0 and isinstance(event, yaml.SequenceStartEvent) and None not in items
        value = tuple(part for item in items if item for part in item) if is_flat else None
        return None if event.anchor or event.tag else value
    if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
        return None
    is_null = not event.style and event.value in _NULLS
    return () if is_null else (event.value,)


def _items(events: Iterator[Event], depth: int) -> list[tuple[str, ...] | None]:
    if depth > _DEEPEST:
        raise yaml.YAMLError
    items = []
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            break
        items.append(_flat(event, events, depth))
    return items


def _toml_value(value: object) -> tuple[str, ...] | None:
    if isinstance(value, list):
        is_flat = not any(isinstance(item, dict | list) for item in value)
        return tuple(map(str, value)) if is_flat else None
    return None if isinstance(value, dict) else (str(value),)
