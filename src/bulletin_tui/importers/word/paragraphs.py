"""The words of one paragraph of Word, in order, with what runs over them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from bulletin_tui.importers.pictures import picture_words
from bulletin_tui.importers.run import Raised, Run
from bulletin_tui.importers.signs import sign_of, with_signs
from bulletin_tui.importers.word.markup import child, is_on, tag, value
from bulletin_tui.importers.word.notes import NOTE_KINDS, has_own_mark
from bulletin_tui.model.article import InlineStyle

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.oxml.xmlchemy import BaseOxmlElement

    from bulletin_tui.importers.styled_text import StyledText
    from bulletin_tui.importers.word.fonts import Fonts
    from bulletin_tui.importers.word.notes import Notes

_NOT_READ = frozenset({"del", "moveFrom", "instrText", "delText", "Fallback", "pPr", "rPr"})
"""What was deleted, codes of fields, a second form of what is there, and properties."""
_STYLES = {"b": InlineStyle.STRONG, "i": InlineStyle.EMPHASIS, "strike": InlineStyle.STRIKE}
_SIGNS = {"tab": " ", "noBreakHyphen": "-", "ptab": " "}


_RAISED = "superscript"
_PICTURE_TEXTS = {"docPr": "descr", "shape": "alt"}
"""What is told of pictures, by the element that tells it."""


Begun: TypeAlias = InlineStyle | Raised
"""What a run begins and ends."""


@dataclass(frozen=True, slots=True)
class ReadParagraph:
    """One paragraph, without the text boxes that hang on it, whose paragraphs are their own."""

    content: StyledText
    boxes: list[BaseOxmlElement]
    is_picture: bool
    """Whether its words only stand for pictures."""


def read_paragraph(
    paragraph: BaseOxmlElement, style: str, notes: Notes, fonts: Fonts
) -> ReadParagraph:
    """All words of a paragraph of the style of this id; the notes that it cites are numbered."""
    reader = _Reader(style, notes, fonts)
    waiting: list[BaseOxmlElement | Begun] = [paragraph]
    while waiting:
        node = waiting.pop()
        if isinstance(node, InlineStyle):
            reader.run.end(node)
            continue
        if isinstance(node, Raised):
            reader.run.end_raised()
            continue
        for begun in reader.take(node):
            reader.begin(begun)
            waiting.append(begun)
        if tag(node) not in _NOT_READ and not reader.passes_over(node):
            waiting.extend(reversed(list(node)))
    return ReadParagraph(reader.run.take()[0], reader.boxes, reader.is_picture)


class _Reader:
    def __init__(self, style: str, notes: Notes, fonts: Fonts) -> None:
        self.run = Run()
        self.boxes: list[BaseOxmlElement] = []
        self.is_picture = False
        self._notes = notes
        self._fonts = fonts
        self._style = style
        self._here: BaseOxmlElement | None = None
        """The run that is being read."""
        self._is_hidden = False

    def begin(self, style: Begun) -> None:
        """Set what comes in this style, or look at it as the mark of a note."""
        if isinstance(style, Raised):
            self.run.begin_raised(style)
        else:
            self.run.begin(style)

    def take(self, node: BaseOxmlElement) -> list[Begun]:
        """Read what the element is by itself; the styles that all inside it has."""
        name = tag(node)
        if name == "t":
            self._say(with_signs(self._fonts.read(node.text or "", self._here, self._style)))
        elif name == "sym":
            self._say(sign_of(value(node, "font"), value(node, "char")))
        elif name in _SIGNS:
            self.run.add(_SIGNS[name])
        elif name in {"br", "cr"}:
            self.run.break_line()
        elif name == "txbxContent":
            self.boxes.append(node)
        elif name in _PICTURE_TEXTS:
            self._tell_picture(node, value(node, _PICTURE_TEXTS[name]))
        elif name in NOTE_KINDS:
            self._say(self._notes.cite(node))
        elif name == "hyperlink":
            return [InlineStyle.LINK]
        elif name == "r":
            self._here = node
            said = _properties(node)
            self._is_hidden = is_on(said.get("vanish"))
            return _styles(node, said)
        return []

    def passes_over(self, node: BaseOxmlElement) -> bool:
        """Whether what is in an element is not read here, once it was taken itself."""
        name = tag(node)
        return name == "txbxContent" or (name == "r" and self._is_hidden)

    def _say(self, words: str) -> None:
        self.is_picture &= not words.strip()
        self.run.add(words)

    def _tell_picture(self, node: BaseOxmlElement, written: str) -> None:
        words = picture_words(written)
        around = node if tag(node) == "shape" else node.getparent()
        if words and around is not None and not any(tag(each) == "t" for each in around.iter()):
            self.is_picture |= self.run.is_empty
            self.run.owe_space()
            self.run.add(words)
            self.run.owe_space()


def _styles(run: BaseOxmlElement, said: Mapping[str, BaseOxmlElement]) -> list[Begun]:
    """What a run with these properties is set in."""
    styles: list[Begun] = [style for key, style in _STYLES.items() if is_on(said.get(key))]
    if has_own_mark(run):
        styles.append(Raised.NOTE)
    elif "vertAlign" in said and value(said["vertAlign"]) == _RAISED:
        styles.append(Raised.RAISED)
    return styles


def _properties(run: BaseOxmlElement) -> dict[str, BaseOxmlElement]:
    properties = child(run, "rPr")
    return {tag(each): each for each in properties} if properties is not None else {}
