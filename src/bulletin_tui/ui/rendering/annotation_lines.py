"""How marks and the headings above them are set, in the three lines of a row."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bulletin_tui.model.annotation import AnchorState, AnnotationKind, HighlightColor
from bulletin_tui.model.snippet import Snippet
from bulletin_tui.services.marks.other_versions import version_label
from bulletin_tui.services.searching import match_label
from bulletin_tui.ui.rendering.differences import Excerpt, differences
from bulletin_tui.ui.rendering.list_rows import ListRow, Role, RowLine, RowSpan
from bulletin_tui.ui.rendering.mark_glyphs import (
    COLOR_LABELS,
    COLOR_ROLES,
    NOTE,
    STATE_GLYPHS,
    mark_glyph,
)
from bulletin_tui.ui.rendering.snippet_lines import snippet_lines
from bulletin_tui.words import N_, _, grouped

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import Annotation
    from bulletin_tui.model.article import Span
    from bulletin_tui.services.marks.arranging import Grouping, MarkGroup
    from bulletin_tui.services.marks.listed import ListedMark

ROW_LINES = 3
TICK = "✓"
_NOTE_HEAD = f"  {NOTE} "
GROUP_LABELS = {
    AnchorState.ORPHAN: N_("Without a place in the text"),
    AnchorState.CHANGED: N_("Changed with the text"),
    AnchorState.MOVED: N_("Moved with the text"),
}


def heading_row(group: MarkGroup, count: int, label: str, hint: str) -> ListRow:
    """The heading of a group of so many marks.

    `hint` says what can be done about marks that should be looked at.
    """
    blank = RowLine("")
    if group.state is None:
        heading = RowLine(label, Role.SECTION, right=grouped(count))
        return ListRow((blank, blank, heading), is_section=True)
    heading = RowLine(label, Role.WARNING, right=grouped(count))
    return ListRow((blank, heading, RowLine(f"  {hint}", Role.MUTED)), is_section=True)


def group_label(group: MarkGroup, grouping: Grouping, title: str) -> str:
    """What a group is called; `title` is that of its first mark's article."""
    if group.state is not None:
        return " ".join((STATE_GLYPHS[group.state], _(GROUP_LABELS[group.state])))
    if grouping == "article":
        return title
    if grouping == "tag":
        return f"# {group.name}" if group.name else _("Without tags")
    return date.fromisoformat(group.name).strftime("%d/%m/%Y")


def mark_row(
    mark: ListedMark,
    words: str,
    *,
    width: int,
    device: str,
    is_ticked: bool = False,
    names_article: bool = False,
) -> ListRow:
    """The passage or what it has become, the note, and what is known about the mark.

    Where the passage was and has become something else, the note shares a line with the rest.
    `words` are those of the filter, to be pointed out, and to be seen in so many cells; `device` is
    this one.
    """
    annotation = mark.annotation
    head = f"{TICK if is_ticked else ' '}{mark_glyph(annotation.kind, annotation.color)} "
    role = COLOR_ROLES[annotation.color] if annotation.color else Role.TITLE
    glyph = (RowSpan(0, 1, Role.TITLE), RowSpan(1, 2, role))
    data = _data(mark, names_article=names_article)
    if mark.state is AnchorState.CHANGED and mark.placed is not None and mark.placed.now:
        then, now = differences(annotation.quote.exact, mark.placed.now)
        lines = [
            _difference(f"{head}- ", then, Role.OLD, glyph),
            _difference("   + ", now, Role.NEW),
        ]
        if note := _on_one_line(annotation.note):
            data = _behind(_searched(RowLine(_NOTE_HEAD), note, words, width), data)
    else:
        lines = _passage(annotation, RowLine(head, spans=glyph), words, width)
    about = [*_others(annotation, device, words, width), data]
    return ListRow((*lines, *about[: ROW_LINES - len(lines)]))


def _passage(annotation: Annotation, head: RowLine, words: str, width: int) -> list[RowLine]:
    quote, note = map(_on_one_line, (annotation.quote.exact, annotation.note))
    if annotation.kind is AnnotationKind.BOOKMARK:
        quote = f"{quote}…"  # only a place's first words
        if note:  # its label
            label = RowLine(head.text, Role.TITLE, head.spans)
            return [
                _searched(label, note, words, width),
                _searched(RowLine("   ", Role.MUTED), quote, words, width),
            ]
    lines = [_searched(head, quote, words, width)]
    if note:
        lines.append(_searched(RowLine(_NOTE_HEAD), note, words, width))
    return lines


def _searched(head: RowLine, text: str, words: str, width: int) -> RowLine:
    """The text behind the head, from where the first of the words in it is seen."""
    excerpt = Snippet(text, 0, _found(words, text))
    for shown in snippet_lines(excerpt, max(1, width - len(head.text)), 1):
        before = f"{head.text}…" if shown.offset else head.text
        at = len(before)
        found = (RowSpan(at + span.start, at + span.end, Role.MATCH) for span in shown.matches)
        return RowLine(before + shown.text, head.role, (*head.spans, *found))
    return head


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _difference(
    head: str, excerpt: Excerpt, role: Role, spans: tuple[RowSpan, ...] = ()
) -> RowLine:
    start, end = (len(head) + offset for offset in (excerpt.different.start, excerpt.different.end))
    return RowLine(f"{head}{excerpt.text}", Role.TEXT, (*spans, RowSpan(start, end, role)))


def _others(annotation: Annotation, device: str, words: str, width: int) -> list[RowLine]:
    """What other devices wrote, or this one where another one wrote later."""
    return [
        _searched(
            RowLine(f"  ⇄ {version_label(other, device)}: ", Role.WARNING),
            _on_one_line(other.note),
            words,
            width,
        )
        for other in annotation.other_notes
    ]


def _data(mark: ListedMark, *, names_article: bool) -> RowLine:
    title = (mark.article.title,) if names_article else ()
    return RowLine(f"   {' · '.join((*annotation_data(mark), *title))}", Role.MUTED)


def _behind(note: RowLine, data: RowLine) -> RowLine:
    """Both on one line."""
    text = f"{note.text} · {data.text.lstrip()}"
    return RowLine(text, note.role, (*note.spans, RowSpan(len(note.text), len(text), data.role)))


def annotation_data(mark: ListedMark) -> tuple[str, ...]:
    """What kind of mark it is, where that is not told by its heading, and its tags."""
    annotation = mark.annotation
    is_bookmark = annotation.kind is AnnotationKind.BOOKMARK
    color = annotation.color or HighlightColor.YELLOW
    kind = _("bookmark") if is_bookmark else _(COLOR_LABELS[color])
    when = annotation.created_at.astimezone().strftime("%d/%m/%Y")
    apart = _("removed") if annotation.deleted else ""
    if mark.article.is_elsewhere:
        apart = _("in another folder")
    tags = " ".join(f"#{tag}" for tag in annotation.tags)
    return tuple(part for part in (apart, kind, when, tags) if part)


def _found(words: str, label: str) -> tuple[Span, ...]:
    """Where the words of the filter stand, each by itself."""
    spans = {span for word in words.split() for span in match_label(word, label) or ()}
    return tuple(sorted(spans))
