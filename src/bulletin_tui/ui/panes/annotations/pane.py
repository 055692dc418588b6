"""What is done to marks from the list: each command is one act on those ticked, or on the row."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual import on, work

from bulletin_tui.model.annotation import AnchorState, HighlightColor, PlacedAnnotation
from bulletin_tui.services import annotating
from bulletin_tui.services.marks import changing, settling
from bulletin_tui.services.marks.arranging import Grouping, Sorting
from bulletin_tui.ui.commands import Where, bindings
from bulletin_tui.ui.messages import (
    AnnotationChosen,
    Announced,
    ExportWanted,
    MarksChanged,
    NoteWanted,
    PlacingWanted,
    TagsWanted,
    announcing_failures,
)
from bulletin_tui.ui.panes.annotations.mark_list import MarkList
from bulletin_tui.ui.widgets.virtual_list import VirtualList
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from enum import StrEnum
    from typing import Concatenate, ParamSpec

    from textual.binding import BindingType

    from bulletin_tui.services.marks.listed import ListedMark
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.ui.background import Session
    from bulletin_tui.ui.keymap import Keymap

    P = ParamSpec("P")
    T = TypeVar("T")
    E = TypeVar("E", bound=StrEnum)


class AnnotationsPane(MarkList):
    """Every mark; one whose passage is gone stands first and is never dropped."""

    WHERE = Where.ANNOTATIONS
    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Where.ANNOTATIONS)]

    def __init__(self, session: Session, keymap: Keymap) -> None:
        super().__init__(keymap)
        self._session = session

    @on(VirtualList.Chosen)
    def _clicked(self) -> None:
        self.action_open_annotation()

    def action_open_annotation(self) -> None:
        """Read on at the mark."""
        mark = self.current
        if mark is None:
            return
        if mark.article.text_hash is None:
            gone = _("Its article is gone; {key} places it in another one.")
            elsewhere = _("Its article is in another folder.")
            words = elsewhere if mark.article.is_elsewhere else gone
            key = self._keymap.shown("place_annotation")
            self.post_message(Announced(words.format(key=key)))
            return
        supposed = PlacedAnnotation(mark.annotation, AnchorState.KEPT, mark.annotation.span)
        self.post_message(AnnotationChosen(mark.placed or supposed))

    def action_group_annotations(self) -> None:
        """Group by article, by tag, by the day on which they were made."""
        grouping, sorting = self._arrangement
        self.show(self._session.marks.rearrange(_following(grouping), sorting))

    def action_sort_annotations(self) -> None:
        """Sort by place, the newest first, the one changed last first."""
        grouping, sorting = self._arrangement
        self.show(self._session.marks.rearrange(grouping, _following(sorting)))

    @property
    def _arrangement(self) -> tuple[Grouping, Sorting]:
        arranged = self._session.marks.arranged
        if arranged is None:
            return Grouping.ARTICLE, Sorting.PLACE
        return arranged.grouping, arranged.sorting

    def action_edit_annotation(self) -> None:
        """Ask for another note on the mark."""
        if self.current is not None:
            mark = self.current.annotation
            self.post_message(NoteWanted.on_mark(mark))

    def action_tag_annotations(self) -> None:
        """Ask for the tags of the marks."""
        chosen = self.chosen
        if chosen:
            self.post_message(TagsWanted(tuple(mark.annotation for mark in chosen)))

    def action_export_annotations(self) -> None:
        """Ask where the marks are to be written: those ticked, else all that are shown."""
        marks = self.ticked or self.shown
        ids = tuple(mark.id for mark in marks if not mark.annotation.deleted)
        if ids:
            self.post_message(ExportWanted(ids))
        else:
            self.post_message(Announced(_("There is no mark here to export.")))

    def action_place_annotation(self) -> None:
        """Have the mark put on a passage that is chosen in the text."""
        if self.current is not None:
            self.post_message(PlacingWanted(self.current))

    @work(group="marking")
    async def action_remove_annotation(self) -> None:
        """Remove the marks; undo brings them back."""
        marks = [mark for mark in self.chosen if not mark.annotation.deleted]
        if self.chosen and not marks:
            words = _("Removed already: r brings it back, bulletin purge removes it for good.")
            self.post_message(Announced(words))
        removed = await self._change(marks, annotating.remove) if marks else None
        if removed:
            self.drop_ticks()
            count = len(removed)
            words = ngettext(
                "{count} mark removed; u brings it back.",
                "{count} marks removed; u brings them back.",
                count,
            )
            self.post_message(Announced(words.format(count=count)))

    @work(group="marking")
    async def action_bring_back_annotation(self) -> None:
        """Bring back marks that were removed."""
        marks = [mark for mark in self.chosen if mark.annotation.deleted]
        if not marks:
            self.post_message(Announced(_("is:removed shows the marks that can be brought back.")))
        elif count := await self._change(marks, changing.bring_back):
            self.drop_ticks()
            words = ngettext("{count} mark is back.", "{count} marks are back.", count)
            self.post_message(Announced(words.format(count=count)))

    @work(group="marking")
    async def action_confirm_annotation(self) -> None:
        """Take the places where the marks were found again for good."""
        unsettled = (AnchorState.CHANGED, AnchorState.MOVED)
        marks = [mark for mark in self.chosen if mark.state in unsettled]
        if not marks:
            self.post_message(Announced(_("Only a mark that moved or changed can be confirmed.")))
        elif count := await self._change(marks, settling.confirm):
            self.drop_ticks()
            words = ngettext("{count} place confirmed.", "{count} places confirmed.", count)
            self.post_message(Announced(words.format(count=count)))

    def action_recolor_yellow(self) -> None:
        """Make the highlights yellow."""
        self._recolor(HighlightColor.YELLOW)

    def action_recolor_green(self) -> None:
        """Make the highlights green."""
        self._recolor(HighlightColor.GREEN)

    def action_recolor_blue(self) -> None:
        """Make the highlights blue."""
        self._recolor(HighlightColor.BLUE)

    def action_recolor_pink(self) -> None:
        """Make the highlights pink."""
        self._recolor(HighlightColor.PINK)

    def action_recolor_orange(self) -> None:
        """Make the highlights orange."""
        self._recolor(HighlightColor.ORANGE)

    @work(group="marking")
    async def _recolor(self, color: HighlightColor) -> None:
        marks = [mark for mark in self.chosen if mark.annotation.color is not None]
        if marks:
            await self._change(marks, changing.recolor_all, color)
        elif self.chosen:
            self.post_message(Announced(_("A bookmark has no colour.")))

    async def _change(
        self,
        marks: Sequence[ListedMark],
        journey: Callable[Concatenate[Workspace, Sequence[str], P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T | None:
        with announcing_failures(self):
            ids = [mark.id for mark in marks]
            changed = await self._session.call(journey, ids, *args, **kwargs)
            self.post_message(Announced(self._session.saved_words))
            self.post_message(MarksChanged())
            return changed
        return None


def _following(member: E) -> E:
    """The next of its kind, after the last one the first."""
    members = list(type(member))
    return members[(members.index(member) + 1) % len(members)]
