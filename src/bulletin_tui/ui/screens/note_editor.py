"""Writing a note: what is typed stays on screen until it is saved or given up on purpose."""

from __future__ import annotations

from functools import partial, reduce
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static, TextArea

from bulletin_tui.errors import BulletinError
from bulletin_tui.text.paragraphs import with_paragraphs
from bulletin_tui.ui.leaving import Saving
from bulletin_tui.ui.screens.dialog import Dialog
from bulletin_tui.ui.widgets.note_area import NoteArea
from bulletin_tui.words import N_, _

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from textual.app import ComposeResult
    from textual.timer import Timer

    from bulletin_tui.model.annotation import OtherNote

SEVERAL = N_("Another device wrote something else: both stand here, and saving settles it.")
KEEP_EVERY_S = 1.0
"""While one types, what is typed is kept aside so often."""
SOON_S = 1.0
"""Saving that takes longer is told of."""


class NoteEditor(Dialog[None]):
    """`save` raises BulletinError when the note was not saved.

    `keep` takes what is typed so far, in case the program ends without a word.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,ctrl+s", "save", show=False),
        Binding("ctrl+g", "give_up", show=False),
    ]

    def __init__(
        self,
        quote: str,
        note: str,
        save: Callable[[str], Awaitable[object]],
        keep: Callable[[str], Awaitable[object]],
        others: tuple[OtherNote, ...] = (),
    ) -> None:
        """With `others`, which were written elsewhere at the same time, saving settles it."""
        super().__init__()
        self._quote = quote
        self._note = note
        self._save = save
        self._keep = keep
        self._keeping: Timer | None = None
        self._others = others
        self._saving = Saving()

    def compose(self) -> ComposeResult:
        """The passage, the note, what went wrong if anything did, and the two ways out."""
        with Vertical(classes="dialog note") as box:
            box.border_title = Content(_("Note"))
            yield Static(Content(self._quote), classes="quote", markup=False)
            if self._others:
                yield Static(Content(_(SEVERAL)), classes="remark", markup=False)
            yield NoteArea(self._all_notes())
            yield Static(classes="error", markup=False)
            with Horizontal(classes="buttons"):
                yield Button(Content(_("Save (Esc)")), id="save", variant="primary")
                yield Button(Content(_("Discard (Ctrl+G)")), id="give-up")

    def on_mount(self) -> None:
        """The cursor waits at the end of what is there."""
        if self.is_finished:
            return
        area = self.query_one(NoteArea)
        area.move_cursor(area.document.end)
        area.focus()

    @on(TextArea.Changed)
    def _keep_soon(self) -> None:
        if self._keeping is None:
            self._keeping = self.set_timer(KEEP_EVERY_S, self._keep_typed)

    @work
    async def _keep_typed(self) -> None:
        """Beside everything else: the thread of the database may be busy for a while."""
        self._keeping = None
        if not self.is_finished:
            await self._keep(self.query_one(NoteArea).text)

    @on(Button.Pressed, "#save")
    @work
    async def action_save(self) -> None:
        """Save and close; a note that cannot be saved stays, with the reason below it."""
        if await self.can_leave():
            self.finish()

    async def can_leave(self) -> bool:
        """Save what was typed; False when it could not be, and stays with the reason."""
        while not (self.is_finished or self._is_saved):
            if not await self._saving.join(self._save_typed):
                return False
        return True

    def unsaved(self) -> str:
        """The note as it stands there, unless it is saved."""
        return "" if self.is_finished or self._is_saved else self.query_one(NoteArea).text

    @property
    def _is_saved(self) -> bool:
        note = self.query_one(NoteArea).text
        return note.strip() == self._note.strip() and not self._others

    async def _save_typed(self) -> bool:
        area, box = self.query_one(NoteArea), self.query_one(".note", Vertical)
        note = area.text
        area.read_only = True  # what was typed now would go with the dialog
        telling = self.set_timer(SOON_S, partial(_tell, box))
        try:
            await self._save(note)
        except BulletinError as error:
            self.query_one(".error", Static).update(Content(error.words))
            return False
        finally:
            telling.stop()
            box.border_subtitle = Content("")
            area.read_only = False
        self._note, self._others = note, ()
        return True

    def _all_notes(self) -> str:
        """The note, and what other devices wrote but for paragraphs that stand there already."""
        return reduce(with_paragraphs, (other.note for other in self._others), self._note)

    @on(Button.Pressed, "#give-up")
    def action_give_up(self) -> None:
        """Close without saving what was typed; what is being saved already is waited for."""
        if self._saving.is_under_way:
            _tell(self.query_one(".note", Vertical))
            self._close_behind_saving()
        else:
            self.finish()

    @work
    async def _close_behind_saving(self) -> None:
        await self._saving.end()
        self.finish()


def _tell(box: Vertical) -> None:
    box.border_subtitle = Content(_("The note is being saved …"))
