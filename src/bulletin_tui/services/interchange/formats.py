"""Every format that marks can leave or come in, by its name on the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.errors import NotAnExportError
from bulletin_tui.services.interchange.bulletin_json import set_in_json
from bulletin_tui.services.interchange.bulletin_json_reading import (
    is_bulletin_json,
    read_bulletin_json,
)
from bulletin_tui.services.interchange.clippings import (
    is_clippings,
    read_clippings,
    set_in_clippings,
)
from bulletin_tui.services.interchange.hypothesis_json import (
    is_hypothesis,
    read_hypothesis,
    set_in_hypothesis,
)
from bulletin_tui.services.interchange.json_ld_reading import is_json_ld, read_json_ld
from bulletin_tui.services.interchange.json_text import load
from bulletin_tui.services.interchange.koreader import (
    is_koreader,
    read_koreader,
    set_in_koreader,
)
from bulletin_tui.services.interchange.markdown import set_in_markdown
from bulletin_tui.services.interchange.marks_csv import is_marks_csv, read_csv, set_in_csv
from bulletin_tui.services.interchange.readwise import (
    is_readwise,
    read_readwise,
    set_in_readwise,
)
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from bulletin_tui.services.interchange.incoming import Incoming
    from bulletin_tui.services.marked_articles import MarkedArticle

WRITERS: dict[str, Callable[[Sequence[MarkedArticle]], str]] = {
    "markdown": set_in_markdown,
    "json": set_in_json,
    "csv": set_in_csv,
    "readwise": set_in_readwise,
    "hypothesis": set_in_hypothesis,
    "koreader": set_in_koreader,
    "clippings": set_in_clippings,
}
"""All but JSON-LD, which takes the marked texts along."""
JSON_LD = "jsonld"


@dataclass(frozen=True, slots=True)
class _JsonReader:
    recognises: Callable[[object], bool]
    read: Callable[[object], Incoming]


@dataclass(frozen=True, slots=True)
class _TextReader:
    recognises: Callable[[str], bool]
    read: Callable[[str], Incoming]


_JSON_READERS = {
    JSON_LD: _JsonReader(is_json_ld, read_json_ld),
    "json": _JsonReader(is_bulletin_json, read_bulletin_json),
    "hypothesis": _JsonReader(is_hypothesis, read_hypothesis),
    "koreader": _JsonReader(is_koreader, read_koreader),
}
_TEXT_READERS = {
    "csv": _TextReader(is_marks_csv, read_csv),
    "readwise": _TextReader(is_readwise, read_readwise),
    "clippings": _TextReader(is_clippings, read_clippings),
}
READABLE = (*_JSON_READERS, *_TEXT_READERS)


def read_incoming(data: bytes, form: str | None = None) -> tuple[str, Incoming]:
    """The format of a file, which is told from what it holds unless it is given, and its marks.

    Raises NotAnExportError.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAnExportError(_("The file is not text in UTF-8.")) from error
    if form in _JSON_READERS or (form is None and text.lstrip()[:1] in ("{", "[")):
        value = load(text)
        for name, reader in _JSON_READERS.items():
            if form in (None, name) and reader.recognises(value):
                return name, reader.read(value)
        raise _not_recognised(form)
    for name, text_reader in _TEXT_READERS.items():
        if form in (None, name) and text_reader.recognises(text):
            return name, text_reader.read(text)
    raise _not_recognised(form)


def _not_recognised(form: str | None) -> NotAnExportError:
    if form is not None:
        sentence = _("The file is not in the format “{name}”.").format(name=form)
        return NotAnExportError(sentence, advice=_("Without --format it is told by what it holds."))
    return NotAnExportError(
        _("The file is in no format that marks can be restored from."),
        advice=_("The formats are: {names}").format(names=", ".join(READABLE)),
    )
