"""What panes announce to the screen, in the past tense.

Nobody compares or prints them, and they are built before the first article is shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from bulletin_tui.errors import BulletinError

if TYPE_CHECKING:
    from textual.message_pump import MessagePump

    from bulletin_tui.model.annotation import Annotation, OtherNote, PlacedAnnotation
    from bulletin_tui.model.article import Article, Span
    from bulletin_tui.model.indexing import IndexProgress
    from bulletin_tui.model.search import Hit, SearchResult
    from bulletin_tui.services.marks.listed import ListedMark


@dataclass(eq=False, repr=False)
class ArticleChosen(Message):
    """An article was asked for in a list."""

    article_id: str


@dataclass(eq=False, repr=False)
class ArticleOpened(Message):
    """The reader shows this article now."""

    article_id: str
    is_read: bool


@dataclass(eq=False, repr=False)
class ReadingMoved(Message):
    """The status of reading changed: place, selection or measure."""


@dataclass(eq=False, repr=False)
class IndexProgressed(Message):
    """The index of the library was built up to here, or the build has ended."""

    progress: IndexProgress


class FilesChanged(Message):
    """Files of the library have changed, or may have."""


class LibraryChanged(Message):
    """Other articles are shown than before, or others have their texts."""


class LibraryOutdated(Message):
    """The files of the library are others than those that were read."""


class IndexFoundDamaged(Message):
    """A search met an index that does not hold what was written."""


@dataclass(eq=False, repr=False)
class MarksChanged(Message):
    """An annotation was made, changed, removed, or brought back."""


@dataclass(eq=False, repr=False)
class ReadMarkChanged(Message):
    """An article became read or unread."""

    article_id: str
    is_read: bool


@dataclass(eq=False, repr=False)
class ReadMarkWanted(Message):
    """An article of a list is to become read or unread."""

    article_id: str
    is_read: bool


@dataclass(eq=False, repr=False)
class SourceWanted(Message):
    """A folder is to be added to the library, or a file taken into it."""

    path: str = ""
    """As it was typed or dropped; empty if it is yet to be asked for."""


@dataclass(eq=False, repr=False)
class FolderUnwanted(Message):
    """A folder is to be taken out of the library."""

    path: str
    name: str
    """That of its row."""


@dataclass(eq=False, repr=False)
class ArticleUnwanted(Message):
    """An imported article is to be taken out of the library."""

    article_id: str


@dataclass(eq=False, repr=False)
class HitsFound(Message):
    """A search finished; older ones are never announced after newer ones."""

    result: SearchResult


@dataclass(eq=False, repr=False)
class HitsOutdated(Message):
    """What is shown answers an older search; the new answer takes longer."""


@dataclass(eq=False, repr=False)
class HitPointedAt(Message):
    """The cursor of the results is on this passage; None when there is nothing to preview."""

    hit: Hit | None
    at: int
    """Where the passage is, in the article's canonical text."""


@dataclass(eq=False, repr=False)
class WalkWanted(Message):
    """The next match is to be shown, or with -1 the one before."""

    step: int


@dataclass(eq=False, repr=False)
class HitChosen(Message):
    """A passage of the results was opened."""

    hit: Hit
    at: int
    """Where the passage is, in the article's canonical text."""


@dataclass(eq=False, repr=False)
class QueryChosen(Message):
    """A recent search is to be done again."""

    typed: str


@dataclass(eq=False, repr=False)
class QueryUnwanted(Message):
    """A recent search is to be forgotten."""

    typed: str


@dataclass(eq=False, repr=False)
class ContentsWanted(Message):
    """The table of contents was asked for."""


@dataclass(eq=False, repr=False)
class AnnotationPointedAt(Message):
    """The cursor of the list of marks is on this one."""

    placed: PlacedAnnotation | None


@dataclass(eq=False, repr=False)
class AnnotationChosen(Message):
    """A mark was opened from the list."""

    placed: PlacedAnnotation


@dataclass(frozen=True, slots=True)
class UnmarkedPassage:
    """A passage that is to be marked."""

    article: Article
    span: Span


@dataclass(eq=False, repr=False)
class NoteWanted(Message):
    """A note is to be written on a passage, or on an existing mark."""

    at: str | UnmarkedPassage
    """The mark's id, or the passage."""
    quote: str
    note: str
    others: tuple[OtherNote, ...] = ()
    """What other devices wrote at the same time; saving settles it."""

    @classmethod
    def on_mark(cls, mark: Annotation) -> NoteWanted:
        """For the note of an existing mark."""
        return cls(mark.id, mark.quote.exact, mark.note, mark.other_notes)


@dataclass(eq=False, repr=False)
class TagsWanted(Message):
    """Tags are to be put on marks or taken off, or on a passage that has no mark yet."""

    marks: tuple[Annotation, ...] = ()
    article: Article | None = None
    span: Span | None = None


@dataclass(eq=False, repr=False)
class PlacingWanted(Message):
    """A mark is to be put on a passage that is yet to be chosen."""

    mark: ListedMark


@dataclass(eq=False, repr=False)
class PlacingEnded(Message):
    """A passage was chosen for a mark, or it was given up."""


@dataclass(eq=False, repr=False)
class ExportWanted(Message):
    """Marks are to be written to a file."""

    annotation_ids: tuple[str, ...]


@dataclass(eq=False, repr=False)
class Announced(Message):
    """Something was done; a few words say so for a moment."""

    words: str


@dataclass(eq=False, repr=False)
class Failed(Message):
    """Something could not be done; the screen says so in the one place for it."""

    error: BulletinError


class announcing_failures:  # noqa: N801 - reads as the statement it is used in
    """Announce a BulletinError of the block as the pane's `Failed`, and go on behind the block."""

    def __init__(self, pane: MessagePump) -> None:
        self._pane = pane

    def __enter__(self) -> None:
        """Nothing is prepared."""

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> bool:
        """Swallow the failure that was announced, and nothing else."""
        if isinstance(error, BulletinError):
            self._pane.post_message(Failed(error))
            return True
        return False
