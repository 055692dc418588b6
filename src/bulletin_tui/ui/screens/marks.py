"""Marks, as the screen wires them: the list, what needs a look, notes, tags, placing by hand."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from textual import on, work
from textual.worker import WorkerCancelled

from bulletin_tui.services import annotating, drafting, reading
from bulletin_tui.ui import messages
from bulletin_tui.ui.finder import CALM_S
from bulletin_tui.ui.garbage import keep_for_good
from bulletin_tui.ui.messages import announcing_failures
from bulletin_tui.ui.rendering.mark_words import attention_words
from bulletin_tui.ui.screens.finding import FindingScreen
from bulletin_tui.ui.screens.layout import Left
from bulletin_tui.ui.widgets.filter_field import FilterField
from bulletin_tui.ui.widgets.status_line import StatusLine
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from bulletin_tui.model.annotation import PlacedAnnotation
    from bulletin_tui.services.marks.arranging import ArrangedMarks

SHOWN_EVERY_S = 0.5
"""How often what has been found so far is shown, while marks are looked for."""


class MarksScreen(FindingScreen):
    """Keeps the list of marks true, and has one thing done at a time."""

    _looked_at: str = ""
    """What was said of marks to look at when the list was last open."""
    _are_kept: bool = False
    """Whether the marks that were read first have been taken for no garbage."""

    @work(group="marks", exclusive=True)
    async def follow_marks(self) -> None:
        """Read what has changed, find what is elsewhere by now, and show it."""
        marks = self.session.marks
        with announcing_failures(self):
            shown_at = time.monotonic()
            while await marks.step():
                has_list = marks.arranged is not None and marks.arranged.list.is_complete
                if has_list and time.monotonic() - shown_at > SHOWN_EVERY_S:
                    self._show_marks(await marks.renew())
                    shown_at = time.monotonic()
            self._show_marks(await marks.renew())
            self.offer_undo(can_undo=await self.session.call(annotating.can_undo))
            await marks.get_ready()
            if not self._are_kept:
                self._are_kept = True
                keep_for_good()

    def _show_marks(self, arranged: ArrangedMarks) -> None:
        if not self.children:  # the program has ended meanwhile
            return
        self.sidebar.show_marks(arranged.list.count_by_article())
        if self.annotations is not None and self.left is Left.ANNOTATIONS:
            self.annotations.show(arranged)
        self._tell_what_needs_a_look(arranged)

    def _tell_what_needs_a_look(self, arranged: ArrangedMarks) -> None:
        words = attention_words(arranged.list.unsettled)
        if self.left is Left.ANNOTATIONS:
            self._looked_at = words
        is_news = words and words != self._looked_at
        key = self.keymap.shown("annotations")
        line = self.query_one(StatusLine)
        line.attention = " · ".join(filter(None, (words, key))) if is_news else ""

    @on(messages.MarksChanged)
    async def _marks_changed(self) -> None:
        with announcing_failures(self):
            await self.reader.reload_marks()
            self.sidebar.show_read_ids(await self.session.call(reading.read_ids))
        self.follow_marks()

    @on(messages.LibraryChanged)
    def _look_for_marks(self) -> None:
        self.follow_marks()

    async def action_annotations(self) -> None:
        """Show the list of marks; close it when it has the focus."""
        pane = self.annotations
        if self.left is Left.ANNOTATIONS and pane is not None and pane.list.has_focus:
            self.close_annotations()
            return
        self.close_search()
        with self.app.batch_update():
            pane = await self.open_annotations()
            pane.show(self.session.marks.arranged)
            self.open_left()
            pane.list.focus()
        if self.session.marks.arranged is not None:
            self._tell_what_needs_a_look(self.session.marks.arranged)

    def close_annotations(self) -> None:
        """Put the list away; it stays as it is."""
        self.left = Left.SIDEBAR
        if self.reader.is_previewing:
            self.reader.return_to_origin()
        self.focus_text()

    def action_export_all_annotations(self) -> None:
        """Ask where all marks are to be written."""
        arranged = self.session.marks.arranged
        if arranged is None or not arranged.list.is_complete:
            self.say(_("The marks are being read …"))
            return
        ids = tuple(mark.id for mark in arranged.list.marks if not mark.annotation.deleted)
        if ids:
            self.post_message(messages.ExportWanted(ids))
        else:
            self.say(_("There is no mark here to export."))

    @on(messages.AnnotationPointedAt)
    def _preview_annotation(self, event: messages.AnnotationPointedAt) -> None:
        self.drop_preview()
        if isinstance(self.focused, FilterField):  # the next key would only replace it
            self._preview = self.set_timer(CALM_S, partial(self._preview_mark, event.placed))
        else:
            self._preview_mark(event.placed)

    def _preview_mark(self, placed: PlacedAnnotation | None) -> None:
        self._preview = None
        if placed is not None and placed.span is not None and not self.reader.view.has_focus:
            self.reader.preview(placed.annotation.article_id, placed.span.start, ())

    @on(messages.AnnotationChosen)
    def _open_annotation(self, event: messages.AnnotationChosen) -> None:
        placed = event.placed
        if placed.span is None:
            self.say(_("The passage is no longer in the text."))
            return
        mark = placed.annotation
        self.reader.stay_at_mark(mark.article_id, mark.id, placed.span.start)
        self.focus_text()

    @on(messages.NoteWanted)
    @work
    async def _write_note(self, wanted: messages.NoteWanted) -> None:
        from bulletin_tui.ui.screens.note_editor import NoteEditor

        draft = drafting.begin_draft(self.session.paths)

        async def keep(note: str) -> None:
            typed = self.reader.draft_of(wanted, note)
            await self.session.call_for_draft(drafting.keep_draft, draft, typed)

        async def save(note: str) -> None:
            await self.reader.save_note(wanted, note)
            await self.session.call_for_draft(drafting.drop_draft, draft)

        await self.ask(NoteEditor(wanted.quote, wanted.note, save, keep, wanted.others))
        await self.session.call_for_draft(drafting.drop_draft, draft)

    @work(group="marking")
    async def save_drafts_left_behind(self) -> None:
        """Save the notes that were being written when the program ended without a word."""
        with announcing_failures(self):
            saved = await self.session.call(drafting.save_drafts_left_behind)
            if saved:
                words = ngettext(
                    "The note that was being written when the program ended is saved; u undoes it.",
                    "{count} notes that were being written when the program ended are saved; u"
                    " undoes them.",
                    len(saved),
                )
                self.notify(words.format(count=len(saved)), markup=False, timeout=10)
                self.post_message(messages.MarksChanged())
        with announcing_failures(self):
            waiting = await self.session.call(drafting.waiting_drafts)
            if waiting:
                self.notify(waiting, severity="warning", markup=False, timeout=10)

    @on(messages.TagsWanted)
    @work
    async def _choose_tags(self, wanted: messages.TagsWanted) -> None:
        from bulletin_tui.services.marks import changing
        from bulletin_tui.ui.screens.tag_picker import TagPicker

        arranged = self.session.marks.arranged
        known = arranged.list.tags if arranged is not None else ()
        had = tuple(mark.tags for mark in wanted.marks)
        change = await self.ask(TagPicker(known, had))
        if change is None:
            return
        if wanted.marks:
            ids = [mark.id for mark in wanted.marks]
            with announcing_failures(self):
                await self.session.call(changing.retag, ids, change.added, change.dropped)
                self.say(self.session.saved_words)
                self.post_message(messages.MarksChanged())
        elif wanted.article is not None and wanted.span is not None and change.added:
            await self.reader.tag_passage(wanted.article, wanted.span, change.added)

    @on(messages.PlacingWanted)
    @work
    async def _place_by_hand(self, wanted: messages.PlacingWanted) -> None:
        mark = wanted.mark
        article_id: str | None = mark.article.id
        if mark.article.text_hash is None:
            article_id = await self._choose_article(_("In which article does it belong?"))
        if article_id is None:
            return
        at = (mark.placed.span if mark.placed else None) or mark.annotation.span
        try:
            await self.reader.stay(article_id, at.start, ()).wait()
        except WorkerCancelled:  # something else was opened meanwhile
            return
        self.reader.begin_placing(mark.annotation)
        self._tell_how_to_place()
        self.focus_text()

    @on(messages.ReadingMoved)
    def _tell_how_to_place(self) -> None:
        """Enter selects first, and puts the mark there once something is selected."""
        if not self.reader.is_placing:
            return
        words = _("{enter} selects the sentence, {v} the paragraph; Esc gives up")
        if self.reader.view.selection is not None:
            words = _("{enter} puts the mark on what is selected; Esc gives up")
        enter, v = map(self.keymap.shown, ("select_sentence", "select_paragraph"))
        self.query_one(StatusLine).next_step = words.format(enter=enter, v=v)

    async def _choose_article(self, title: str) -> str | None:
        from bulletin_tui.ui.screens.article_choices import ArticleChoices
        from bulletin_tui.ui.screens.picker import PickerScreen

        articles = ArticleChoices(self.session.library)
        picker = PickerScreen(title, (), find_more=articles.find)
        chosen = await self.ask(picker)
        return articles.chosen_id(chosen) if chosen is not None else None

    @on(messages.PlacingEnded)
    async def _return_to_list(self) -> None:
        self.query_one(StatusLine).next_step = ""
        if self.left is Left.ANNOTATIONS and self.annotations is not None:
            self.open_left()
            self.annotations.list.focus()
