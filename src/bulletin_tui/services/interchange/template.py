"""Annotations in a shape of the reader's own: a template with the names of fields in braces.

Only names and forms mean something in it; nothing of the program can be reached. What stands in a
text that was marked is set as plain words in Markdown unless a form says otherwise.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from string import Formatter
from typing import TYPE_CHECKING

from bulletin_tui.errors import UsageError
from bulletin_tui.services.interchange.markdown import show_command
from bulletin_tui.services.interchange.outgoing import paragraph_of, whole_note
from bulletin_tui.services.quoting import quoted_line, quoted_lines
from bulletin_tui.text.clean import clean_line
from bulletin_tui.text.dates import iso_printed_date
from bulletin_tui.text.outline import heading_at
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.services.marked_articles import MarkedArticle

ARTICLE_FIELDS = ("article_id", "title", "source", "published", "command", "count")
MARK_FIELDS = (
    *ARTICLE_FIELDS,
    *("id", "kind", "color", "quote", "note", "tags", "paragraph", "heading", "state"),
    *("created", "updated"),
)
FORMS: dict[str, Callable[[str], str]] = {
    "": lambda text: "\n".join(quoted_lines(text)),
    "line": lambda text: quoted_line(clean_line(text)),
    ">": lambda text: (
        "\n".join(f"> {line}".rstrip() for line in quoted_lines(text)) if text else ""
    ),
    "#": lambda text: " ".join(map(_hashtag, filter(None, text.split(", ")))),
    "json": lambda text: json.dumps(text, ensure_ascii=False),
    "raw": str,
}
"""As Markdown; as one line of it; as a quotation; as hashtags; as a JSON string, which is YAML too;
and as the words are.
"""
ARTICLE_LINE, MARK_LINE = "%% article", "%% mark"


@dataclass(frozen=True, slots=True)
class _Line:
    indent: str
    parts: tuple[tuple[str, str | None, str], ...]
    """Plain text, and the field behind it with its form; None when there is none."""

    def set(self, fields: Mapping[str, str]) -> str | None:
        """The line for these values; None when all that it has are fields, and those are empty."""
        values = [fields[name] for _plain, name, _form in self.parts if name is not None]
        if values and not any(values):
            return None
        return "".join(
            plain + (self._value(fields[name], form) if name is not None else "")
            for plain, name, form in self.parts
        )

    def _value(self, value: str, form: str) -> str:
        return FORMS[form](value).replace("\n", f"\n{self.indent}")


@dataclass(frozen=True, slots=True)
class Template:
    """A template that was understood."""

    head: str
    """What comes once, before everything."""
    article: tuple[_Line, ...]
    mark: tuple[_Line, ...]


def parse_template(text: str) -> Template:
    """Understand a template: lines `%% article` and `%% mark` say what those after them are for.

    Without them all of it is for each mark. Raises UsageError that names what cannot be used.
    """
    head: list[str] = []
    article: list[_Line] = []
    mark: list[_Line] = []
    lines = text.splitlines()
    part = "" if {ARTICLE_LINE, MARK_LINE} & set(lines) else MARK_LINE
    for line in lines:
        if line in (ARTICLE_LINE, MARK_LINE):
            part = line
        elif part == ARTICLE_LINE:
            article.append(_parsed(line, ARTICLE_FIELDS))
        elif part == MARK_LINE:
            mark.append(_parsed(line, MARK_FIELDS))
        else:
            head.append(line)
    return Template("".join(f"{line}\n" for line in head), tuple(article), tuple(mark))


def set_in_template(articles: Sequence[MarkedArticle], template: Template) -> str:
    """The whole document."""
    return template.head + "".join(f"{line}\n" for line in _lines(articles, template))


def _lines(articles: Sequence[MarkedArticle], template: Template) -> Iterator[str]:
    for marked in articles:
        known = _article_fields(marked)
        yield from _set(template.article, known)
        for placed in marked.placed:
            yield from _set(template.mark, {**known, **_mark_fields(marked, placed)})


def _set(lines: Sequence[_Line], fields: Mapping[str, str]) -> Iterator[str]:
    return (line for each in lines if (line := each.set(fields)) is not None)


def _article_fields(marked: MarkedArticle) -> dict[str, str]:
    summary = marked.article.summary if marked.article is not None else None
    dated = summary.dated if summary is not None else None
    return {
        "article_id": marked.id,
        "title": marked.title,
        "source": marked.source or "",
        "published": iso_printed_date(dated) if dated is not None else "",
        "command": show_command(marked.id),
        "count": str(len(marked.placed)),
    }


def _mark_fields(marked: MarkedArticle, placed: PlacedAnnotation) -> dict[str, str]:
    annotation = placed.annotation
    heading = ""
    if placed.span is not None and marked.article is not None:
        heading = heading_at(marked.article.document, placed.span.start)
    return {
        "id": annotation.id,
        "kind": annotation.kind.value,
        "color": annotation.color.value if annotation.color is not None else "",
        "quote": annotation.quote.exact,
        "note": whole_note(annotation),
        "tags": ", ".join(annotation.tags),
        "paragraph": paragraph_of(marked, placed),
        "heading": heading,
        "state": placed.state.value,
        "created": f"{annotation.created_at:%Y-%m-%d}",
        "updated": f"{annotation.updated_at:%Y-%m-%d}",
    }


def _hashtag(tag: str) -> str:
    return f"#{quoted_line('-'.join(tag.split()))}"


def _parsed(line: str, fields: Sequence[str]) -> _Line:
    try:
        parts = list(Formatter().parse(line))
    except ValueError as error:
        sentence = _("The template has a brace without its other half: {line}")
        advice = _("Write it twice, as {braces}, where a brace is meant.").format(braces="{{ }}")
        raise UsageError(sentence.format(line=clean_line(line)), advice=advice) from error
    for _plain, name, form, conversion in parts:
        if name is not None:
            _check("!".join(filter(None, (name, conversion))), form or "", fields)
    indent = line[: len(line) - len(line.lstrip())]
    return _Line(indent, tuple((plain, name, form or "") for plain, name, form, _end in parts))


def _check(name: str, form: str, fields: Sequence[str]) -> None:
    if name not in fields:
        message = _("The template has no field “{name}” there.").format(name=clean_line(name))
        names = " ".join(f"{{{each}}}" for each in fields)
        raise UsageError(message, advice=_("The fields are: {names}").format(names=names))
    if form not in FORMS:
        message = _("A field has no form “{name}”.").format(name=clean_line(form))
        names = " ".join(f"{{quote:{each}}}" for each in FORMS if each)
        raise UsageError(message, advice=_("The forms are: {names}").format(names=names))
