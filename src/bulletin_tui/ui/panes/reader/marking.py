"""The commands that mark a passage: highlight, bookmark, note, tags, remove, copy."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual import work

from bulletin_tui.model.annotation import AnnotationKind, HighlightColor
from bulletin_tui.model.draft import Draft, DraftedPassage
from bulletin_tui.services import annotating
from bulletin_tui.ui.messages import (
    Announced,
    MarksChanged,
    NoteWanted,
    TagsWanted,
    UnmarkedPassage,
    announcing_failures,
)
from bulletin_tui.ui.panes.reader.marks_here import MarksHere
from bulletin_tui.ui.rendering.mark_words import named, redone_words, undone_words
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Concatenate, ParamSpec

    from bulletin_tui.model.article import Article, Span
    from bulletin_tui.services.workspace import Workspace

    P = ParamSpec("P")


class Marking(MarksHere):
    """Changes the marks of the open article through the services."""

    async def _change(
        self,
        journey: Callable[Concatenate[Workspace, P], object],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> bool:
        with announcing_failures(self):
            await self.session.call(journey, *args, **kwargs)
            self.post_message(Announced(self.session.saved_words))
            self.post_message(MarksChanged())
            return True
        return False

    def _target(self) -> Span | None:
        """What a command is about: the selection, else the paragraph; a closed fold shows none."""
        target = self.view.target_span
        if target is None and self.article is not None:
            self.post_message(Announced(_("Open what is folded here first, with Enter.")))
        return target

    def action_highlight(self) -> None:
        """Highlight the selection, or the paragraph under the cursor, in the last colour."""
        self._highlight(self._color, recolor=False)

    def action_highlight_yellow(self) -> None:
        """Highlight in yellow."""
        self._highlight(HighlightColor.YELLOW)

    def action_highlight_green(self) -> None:
        """Highlight in green."""
        self._highlight(HighlightColor.GREEN)

    def action_highlight_blue(self) -> None:
        """Highlight in blue."""
        self._highlight(HighlightColor.BLUE)

    def action_highlight_pink(self) -> None:
        """Highlight in pink."""
        self._highlight(HighlightColor.PINK)

    def action_highlight_orange(self) -> None:
        """Highlight in orange."""
        self._highlight(HighlightColor.ORANGE)

    @work(group="marking")
    async def _highlight(self, color: HighlightColor, *, recolor: bool = True) -> None:
        article, target = self.article, self._target()
        if article is None or target is None:
            return
        self._color = color
        here = self._mark_here(kind=AnnotationKind.HIGHLIGHT)
        if recolor and here is not None and self.view.selection is None:
            if await self._change(annotating.recolor, here.annotation.id, color):
                now = replace(here.annotation, color=color)
                self.post_message(Announced(_("Now {mark}").format(mark=named(now))))
        elif await self._change(annotating.add_highlight, article, target, color):
            self._deselect(article, target)

    @work(group="marking")
    async def action_bookmark(self) -> None:
        """Bookmark the paragraph under the cursor, or take its bookmark away."""
        article, cursor = self.article, self.view.position.cursor
        if article is None or self._target() is None:
            return
        with announcing_failures(self):
            made = await self.session.call(annotating.toggle_bookmark, article, cursor)
            words = _("Bookmarked; a gives it a name.") if made else _("The bookmark is gone.")
            is_kept = self.session.workspace.store.keeps
            self.post_message(Announced(words if is_kept else self.session.saved_words))
            self.post_message(MarksChanged())
            if made is not None and self.view.position.cursor == cursor:
                self._point_at(made.id)

    @work(group="marking")
    async def action_remove_mark(self) -> None:
        """Remove the mark at the cursor; undo brings it back."""
        here = self._mark_here()
        if here is None:
            self.post_message(Announced(_("There is no mark here to remove.")))
        elif await self._change(annotating.remove, [here.annotation.id]):
            words = _("Removed the {mark}; u brings it back.")
            self.post_message(Announced(words.format(mark=named(here.annotation))))

    def action_annotate(self) -> None:
        """Ask for a note on the selection, the mark at the cursor, or the paragraph."""
        article, target = self.article, self._target()
        if article is None or target is None:
            return
        here = self._mark_here()
        if here is not None:
            self.post_message(NoteWanted.on_mark(here.annotation))
            return
        quote = article.text[target.start : target.end]
        self.post_message(NoteWanted(UnmarkedPassage(article, target), quote, ""))

    def action_tag_mark(self) -> None:
        """Ask for the tags of the mark at the cursor, or of the passage."""
        article, target = self.article, self._target()
        if article is None or target is None:
            return
        here = self._mark_here()
        if here is not None:
            self.post_message(TagsWanted((here.annotation,)))
        else:
            self.post_message(TagsWanted((), article, target))

    async def save_note(self, wanted: NoteWanted, note: str) -> None:
        """Write the note. Raises NotSavedError, and then nothing was lost from the editor."""
        at = wanted.at
        if isinstance(at, UnmarkedPassage):
            await self.session.call(
                annotating.add_highlight, at.article, at.span, self._color, note=note
            )
            self._deselect(at.article, at.span)
        else:
            await self.session.call(
                annotating.edit_note, at, note, begun_with=wanted.note, seen=wanted.others
            )
        self.post_message(Announced(self.session.saved_words))
        self.post_message(MarksChanged())

    def draft_of(self, wanted: NoteWanted, note: str) -> Draft:
        """The note as it is typed so far, with where it belongs."""
        at = wanted.at
        if isinstance(at, UnmarkedPassage):
            passage = DraftedPassage(at.article.id, at.span, wanted.quote, self._color)
            return Draft(note, wanted.note, passage)
        return Draft(note, wanted.note, at)

    async def tag_passage(self, article: Article, span: Span, tags: tuple[str, ...]) -> None:
        """Highlight a passage with these tags."""
        if await self._change(annotating.add_highlight, article, span, self._color, tags=tags):
            self._deselect(article, span)

    def _deselect(self, article: Article, span: Span) -> None:
        """Select a passage that is marked now no more; what is selected by now stays so."""
        if self.article is article and self.view.selection == span:
            self.view.clear_selection()

    @work(group="marking")
    async def undo(self) -> None:
        """Take back the last change to marks, of this session or an earlier one."""
        with announcing_failures(self):
            undone = await self.session.call(annotating.undo)
            words = undone_words(undone) if undone else _("There is nothing to undo.")
            self.post_message(Announced(words))
            self.post_message(MarksChanged())

    @work(group="marking")
    async def redo(self) -> None:
        """Do again what was undone last."""
        with announcing_failures(self):
            done = await self.session.call(annotating.redo)
            words = redone_words(done) if done else _("There is nothing to do again.")
            self.post_message(Announced(words))
            self.post_message(MarksChanged())

    def action_copy(self) -> None:
        """Copy the selection, or the paragraph, without the line breaks of the screen."""
        self._copy(lambda _article, text, _span: text)

    def action_copy_citation(self) -> None:
        """Copy the passage with its article, source, date and paragraph."""
        from bulletin_tui.services.citing import cite

        self._copy(cite)

    @work(group="copying")
    async def _copy(self, wording: Callable[[Article, str, Span], str]) -> None:
        from bulletin_tui.ui.clipboard import copy

        article, target = self.article, self._target()
        if article is None or target is None:
            return
        text = wording(article, self.view.text_shown(target), target)
        self.post_message(Announced(await copy(self.app, text)))
