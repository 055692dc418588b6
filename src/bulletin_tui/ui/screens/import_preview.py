"""What an import would bring, looked at before anything is kept."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from bulletin_tui.errors import BulletinError
from bulletin_tui.services.importing.report import Outcome, counted
from bulletin_tui.text.clean import clean_line
from bulletin_tui.ui.rendering.import_rows import LINES, import_row, in_order, warnings_of
from bulletin_tui.ui.screens.dialog import Dialog
from bulletin_tui.ui.widgets.text_fields import LineField
from bulletin_tui.ui.widgets.virtual_list import VirtualList
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from pathlib import Path

    from textual.app import ComposeResult

    from bulletin_tui.services.importing.report import ImportedFile, ImportReport
    from bulletin_tui.ui.importing import BackgroundImport
    from bulletin_tui.ui.rendering.list_rows import ListRow


@dataclass(frozen=True, slots=True)
class ImportDone:
    """What was imported, and under which source it was to be put."""

    report: ImportReport
    source: str | None


class ImportPreview(Dialog[ImportDone | None]):
    """Reads the files, shows what they are, and imports them on Enter; None when given up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "move(10)", show=False),
        Binding("pageup", "move(-10)", show=False),
    ]

    def __init__(self, paths: tuple[Path, ...], importing: BackgroundImport) -> None:
        super().__init__()
        self._paths = paths
        self._importing = importing
        self._files: tuple[ImportedFile, ...] = ()
        self._tried: ImportReport | None = None
        self.is_working = True
        """Whether files are being read, or imported."""

    def compose(self) -> ComposeResult:
        """What is read, the source to put it under, the files, and what the keys do."""
        with Vertical(classes="dialog import") as box:
            box.border_title = Content(_title(self._paths))
            yield Static(_("Reading…"), id="state", markup=False)
            yield LineField(placeholder=_("Source: as the texts name it"))
            yield VirtualList()
            yield Static("", id="warnings", markup=False)
            yield Static("", id="keys", markup=False)

    def on_mount(self) -> None:
        """Read everything, without keeping any of it."""
        rows = self.query_one(VirtualList)
        rows.row_height = LINES
        rows.can_focus = False
        self._say(_("Reading…"), _("Esc: stop"))
        self._run(only_tries=True)

    @work
    async def _run(self, *, only_tries: bool) -> None:
        self.is_working = True
        source = self._source  # as it is now: typing may go on meanwhile
        try:
            report = await self._importing.run(
                self._paths,
                source,
                partial(self._hear, only_tries=only_tries),
                only_tries=only_tries,
            )
        except BulletinError as error:
            self.is_working = False
            self._say(error.words, _("Esc: close"))
            return
        self.is_working = False
        if self.is_finished:
            return
        if only_tries:
            self._show(report)
        else:
            self.finish(ImportDone(report, source))

    @property
    def _source(self) -> str | None:
        return clean_line(self.query_one(LineField).value).strip() or None

    def _hear(self, done: int, total: int, *, only_tries: bool) -> None:
        """How far it is, from the thread that does it."""
        words = _("Reading {done} of {total}") if only_tries else _("Importing {done} of {total}")
        self.app.call_later(self._say_progress, words.format(done=done, total=total))

    def _say_progress(self, words: str) -> None:
        if self.is_working and not self.is_finished:
            self.query_one("#state", Static).update(Content(words))

    def _say(self, state: str, keys: str) -> None:
        self.query_one("#state", Static).update(Content(state))
        self.query_one("#keys", Static).update(Content(keys))

    def _show(self, report: ImportReport) -> None:
        if not report.is_complete and not report.reason:
            self.finish()
            return
        if report.reason:
            self._say(report.reason, _("Esc: close"))
            return
        self._tried, self._files = report, in_order(report)
        keys = _("Enter: import · Esc: no") if self._has_news else _("Esc: close")
        self._say(counted(report) or _("There are no files in it."), keys)
        self.query_one(VirtualList).set_rows(len(self._files), self._row, self._key)

    @on(VirtualList.Highlighted)
    def _show_warnings(self, event: VirtualList.Highlighted) -> None:
        if event.index < len(self._files) and not self.is_finished:
            words = warnings_of(self._files[event.index])
            self.query_one("#warnings", Static).update(Content(words))

    @property
    def _has_news(self) -> bool:
        counts = self._tried.outcomes if self._tried else {}
        return bool(counts and (counts[Outcome.ADDED] or counts[Outcome.UPDATED]))

    def _row(self, index: int, width: int) -> ListRow:
        return import_row(self._files[index], width)

    def _key(self, index: int) -> str:
        return self._files[index].path

    @on(Input.Submitted)
    def _import(self) -> None:
        if self.is_working or self.is_finished or not self._has_news:
            return
        self._say(_("Importing…"), _("Esc: stop"))
        self._run(only_tries=False)

    def action_move(self, step: int) -> None:
        """Move through the files without leaving the field."""
        if not self.is_finished:
            self.query_one(VirtualList).move(step)

    def action_leave(self) -> None:
        """Stop what is under way, which keeps what was imported so far; else close."""
        if self.is_working:
            self._importing.stop()
        else:
            self.finish()


def _title(paths: tuple[Path, ...]) -> str:
    """One path by its name, several by their number."""
    first = clean_line(str(paths[0]))
    if len(paths) == 1:
        return _("Import {path}").format(path=first)
    words = ngettext("Import {count} path", "Import {count} paths", len(paths))
    return words.format(count=len(paths))
