"""A Word document to its blocks: headings, lists, tables and text boxes, in order."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.archives import Archive
from bulletin_tui.importers.declared import Declared
from bulletin_tui.importers.encodings.fonts import old_fonts_warning
from bulletin_tui.importers.extras import missing_extra
from bulletin_tui.importers.folded import with_folded
from bulletin_tui.importers.html.grid import Grid
from bulletin_tui.importers.html.layout import lines_of, set_page
from bulletin_tui.importers.html.pieces import Piece
from bulletin_tui.importers.html.regions import PAGE
from bulletin_tui.importers.tidied import tidied_document
from bulletin_tui.importers.tidy.lines import LineContext
from bulletin_tui.importers.word.fonts import Fonts
from bulletin_tui.importers.word.markup import child, tag, value
from bulletin_tui.importers.word.notes import Notes
from bulletin_tui.importers.word.numbering import BULLET, Numbering
from bulletin_tui.importers.word.paragraphs import ReadParagraph, read_paragraph
from bulletin_tui.importers.word.styles import Styles
from bulletin_tui.model.article import BlockKind, Boilerplate, Document
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.opc.coreprops import CoreProperties
    from docx.oxml.xmlchemy import BaseOxmlElement

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_LOWEST_HEADING = 6
_IN_CONTENTS = re.compile(r"toc (?:[1-9]|heading)|table of (?:figures|authorities)")
_CONTENTS = 1
"""The region that the lines of the contents are in."""
_ITEM = re.compile(r"list (?:bullet|number)(?: ([2-5]))?")
_NUMBERED = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM})
_NAMED = {
    "title": (BlockKind.HEADING, 1),
    "subtitle": (BlockKind.HEADING, 2),
    "caption": (BlockKind.CAPTION, 0),
    "quote": (BlockKind.QUOTE, 0),
    "intense quote": (BlockKind.QUOTE, 0),
}
_WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag", "body"})
"""What stands around paragraphs without being a block."""
_SAID = 0.6
"""How far a document's properties are to be believed: they often come with a template."""


def read_docx(data: bytes) -> Document:
    """The whole document. Raises ArticleUnreadableError, also where python-docx is missing."""
    document = _open(data)
    reader = _Reader(document)
    pieces = [*reader.pieces(document.element.body), *reader.notes()]
    page = set_page(pieces)
    declared = _declared(document)
    lines = lines_of(page, pieces, [LineContext.UNKNOWN, LineContext.NAVIGATION])
    read = tidied_document(page, lines, declared, folds=False)
    if reader.old_fonts:
        read = replace(read, warnings=(*read.warnings, old_fonts_warning(reader.old_fonts)))
    if pieces:
        is_contents = [piece.region == _CONTENTS for piece in pieces]
        return with_folded(read, is_contents, Boilerplate.NAVIGATION, "contents")
    warning = _("There is no text in the document; it may be made of pictures.")
    return replace(read, warnings=(warning,))


def _open(data: bytes) -> WordDocument:
    try:
        import docx
        from docx.opc.exceptions import OpcError
        from lxml.etree import LxmlError
    except ImportError as error:
        raise missing_extra("DOCX", "docx") from error
    Archive(data).check()
    try:
        return docx.Document(io.BytesIO(data))
    except (OpcError, LxmlError, LookupError, ValueError, AttributeError, TypeError) as error:
        raise ArticleUnreadableError(
            _("The file is damaged, or no Word document."),
            advice=_("Save it anew with the program that made it."),
        ) from error


class _Reader:
    def __init__(self, document: WordDocument) -> None:
        self._styles = Styles(document)
        self._numbering = Numbering(_numbering(document))
        self._notes = Notes(document)
        self._fonts = Fonts(document, self._styles)

    def pieces(self, container: BaseOxmlElement) -> Iterator[Piece]:
        """The blocks in an element; inner text boxes and tables come where they stand."""
        waiting = [container]
        while waiting:
            node = waiting.pop()
            name = tag(node)
            if name == "p":
                style = self._styles.id_of(node)
                read = read_paragraph(node, style, self._notes, self._fonts)
                if read.content.text.strip():
                    yield self._piece(node, read)
                waiting.extend(reversed(read.boxes))
            elif name == "tbl":
                yield from self._table(node)
            elif node is container or name in _WRAPPERS or name == "txbxContent":
                waiting.extend(reversed(list(node)))

    @property
    def old_fonts(self) -> set[str]:
        """The names of the old fonts that texts were read in so far."""
        return self._fonts.old

    def notes(self) -> Iterator[Piece]:
        """The notes that were cited, each behind its mark; also those that other notes cite."""
        for mark, note in self._notes.cited():
            for number, piece in enumerate(self.pieces(note)):
                is_marked = number == 0 and mark and not piece.rows
                content = piece.content.after(f"{mark} ") if is_marked else piece.content
                yield replace(piece, content=content)

    def _piece(self, paragraph: BaseOxmlElement, read: ReadParagraph) -> Piece:
        content = read.content
        if _IN_CONTENTS.fullmatch(self._styles.name_of(paragraph)):
            return Piece(BlockKind.PARAGRAPH, content, region=_CONTENTS)
        kind, level = self._kind(paragraph)
        if read.is_picture and kind is BlockKind.PARAGRAPH:
            kind = BlockKind.CAPTION
        list_id, depth = self._styles.list_of(paragraph)
        if not list_id or kind not in _NUMBERED:
            return Piece(kind, content, level=level)
        if depth is None:
            depth = self._numbering.depth_of(list_id, self._styles.id_of(paragraph))
        marker = self._numbering.next_marker(list_id, depth)
        if kind is BlockKind.HEADING:
            words = content if marker in {"", BULLET} else content.after(f"{marker} ")
            return Piece(kind, words, level=level)
        return Piece(BlockKind.LIST_ITEM, content, level=min(max(level, depth), 8), marker=marker)

    def _kind(self, paragraph: BaseOxmlElement) -> tuple[BlockKind, int]:
        name = self._styles.name_of(paragraph)
        if heading := _HEADING.fullmatch(name):
            return BlockKind.HEADING, min(int(heading[1]), _LOWEST_HEADING)
        if item := _ITEM.fullmatch(name):
            return BlockKind.LIST_ITEM, int(item[1] or 1) - 1
        return _NAMED.get(name, (BlockKind.PARAGRAPH, 0))

    def _table(self, table: BaseOxmlElement) -> list[Piece]:
        grid = Grid(PAGE, is_apart=True)
        for row in _within(table, "tr"):
            grid.open_row()
            for cell in _within(row, "tc"):
                span = child(cell, "tcPr", "gridSpan")
                width = {"colspan": value(span)} if span is not None else {}
                grid.open_cell("td", width).pieces.extend(self.pieces(cell))
        found = grid.find_table()
        return [found] if found else grid.pieces()


def _within(node: BaseOxmlElement, name: str) -> Iterator[BaseOxmlElement]:
    """The elements of this name in another one, or in what wraps them there."""
    waiting = list(reversed(list(node)))
    while waiting:
        found = waiting.pop()
        if tag(found) == name:
            yield found
        elif tag(found) in _WRAPPERS:
            waiting.extend(reversed(list(found)))


def _numbering(document: WordDocument) -> BaseOxmlElement | None:
    from docx.opc.constants import RELATIONSHIP_TYPE

    relations = document.part.rels.values()
    has_any = any(relation.reltype == RELATIONSHIP_TYPE.NUMBERING for relation in relations)
    return document.part.numbering_part.element if has_any else None


def _declared(document: WordDocument) -> Declared:
    declared, said = Declared(), _find_properties(document)
    if said is None:
        return declared
    declared.add("title", said.title, "core:title", _SAID)
    for author in said.author.split(";"):
        declared.add("authors", author, "core:author", _SAID)
    for tag_name in said.keywords.split(","):
        declared.add("tags", tag_name, "core:keywords", _SAID)
    declared.add("category", said.category, "core:category", _SAID)
    declared.add("language", said.language, "core:language", _SAID)
    return declared


def _find_properties(document: WordDocument) -> CoreProperties | None:
    """Those in the file; python-docx makes some up where it does not know how they are related."""
    from docx.opc.parts.coreprops import CorePropertiesPart

    parts = document.part.package.iter_parts()
    return next(
        (part.core_properties for part in parts if isinstance(part, CorePropertiesPart)), None
    )
