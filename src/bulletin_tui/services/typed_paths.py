"""Paths as people type, paste and drop them, and what they may be completed to."""

from __future__ import annotations

import os
import shlex
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bulletin_tui.importers.formats import SUFFIXES
from bulletin_tui.text.collation import collation_key
from bulletin_tui.text.fold import fold

MOST_CANDIDATES = 200
"""That are shown of a folder; more are only narrowed by typing on."""
_BEGINNINGS = ("/", "~/", "./", "../", "file://", "'/", '"/', "'file://", '"file://')


@dataclass(frozen=True, slots=True)
class Completion:
    """What can come of an unfinished path."""

    completed: str
    """As far as all candidates agree."""
    candidates: tuple[str, ...] = ()
    """Names; those of folders end with a slash."""


def understand_path(typed: str) -> Path:
    """The path that is meant: without the quotes, escapes or scheme that terminals add to it."""
    text = typed.strip()
    if text[:1] in ("'", '"') or "\\" in text:
        text = _unescaped(text)
    if text.startswith("file://"):
        with suppress(ValueError):  # brackets that hold no address
            text = unquote(urlsplit(text).path)
    return expanded(text)


def expanded(typed: str | Path) -> Path:
    """The path in the home that its tilde means; as it was typed where nobody has such a home."""
    path = Path(typed)
    try:
        return path.expanduser()
    except (RuntimeError, ValueError):
        return path


def as_spelt(path: Path) -> Path:
    """The path as its files are named, whose accents may be apart from their letters.

    Names that come from a Mac mostly are, while what is typed has them composed.
    """
    if os.path.lexists(path):
        return path
    spelt = Path(path.anchor)
    for name in path.parts[bool(path.anchor) :]:
        entry = _find_entry(spelt, name)
        if entry is None:
            return path
        spelt = entry
    return spelt


def looks_like_path(pasted: str) -> bool:
    """Whether what was pasted is one path, as when a file is dropped on the terminal."""
    text = pasted.strip()
    return "\n" not in text and text.startswith(_BEGINNINGS)


def complete_path(typed: str) -> Completion:
    """What the path may go on to: folders, and files that can be read; accents may be missing."""
    path, begun = os.path.split(os.fspath(understand_path(typed or "~/")))
    if typed.strip() in ("", "~") or typed.endswith("/"):
        path, begun = os.fspath(understand_path(typed or "~")), ""
    names = _names_in(as_spelt(Path(path)), begun)
    head = os.path.join(path, "") if path else ""  # noqa: PTH118 - with the slash at its end
    if not names:
        return Completion(typed)
    common = os.path.commonprefix(names)  # noqa: RUF071 - of letters, as is meant
    is_longer = fold(common).startswith(fold(begun)) and len(common) >= len(begun)
    return Completion(head + (common if is_longer else begun), tuple(names[:MOST_CANDIDATES]))


def _unescaped(text: str) -> str:
    try:
        words = shlex.split(text)
    except ValueError:  # a quote without its fellow
        return text
    return words[0] if len(words) == 1 else text


def _find_entry(folder: Path, name: str) -> Path | None:
    if os.path.lexists(folder / name):
        return folder / name
    wanted = unicodedata.normalize("NFC", name)
    try:
        with os.scandir(folder) as entries:
            names = [each.name for each in entries]
    except (OSError, ValueError):
        return None
    found = (each for each in names if unicodedata.normalize("NFC", each) == wanted)
    return next((folder / each for each in found), None)


def _names_in(folder: Path, begun: str) -> list[str]:
    """The names that go on from what was begun, in order; hidden ones when a dot was typed."""
    wanted = fold(begun)
    try:
        with os.scandir(folder) as entries:
            names = [name for entry in entries if (name := _listed(entry))]
    except (OSError, ValueError):
        return []
    fitting = [
        name
        for name in names
        if fold(name).startswith(wanted) and (begun.startswith(".") or not name.startswith("."))
    ]
    return sorted(fitting, key=_folders_first)


def _folders_first(name: str) -> tuple[bool, str]:
    return not name.endswith("/"), collation_key(unicodedata.normalize("NFC", name))


def _listed(entry: os.DirEntry[str]) -> str:
    """The name as it is shown; empty for what could not be read anyhow."""
    try:
        if entry.is_dir():
            return f"{entry.name}/"
    except OSError:
        return ""
    return entry.name if Path(entry.name).suffix.lower() in SUFFIXES else ""
