"""What the main screen asks for: a command, a heading, a colour scheme, a file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual import on, work

from bulletin_tui.text.clean import clean_line
from bulletin_tui.ui.commands import COMMANDS, OTHER_WORDS, Where, command_named
from bulletin_tui.ui.messages import ContentsWanted, ExportWanted, announcing_failures
from bulletin_tui.ui.screens.layout import LayoutScreen
from bulletin_tui.ui.themes import LABELS
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from textual.dom import DOMNode


IN_EVERY_PALETTE = (Where.ANYWHERE, Where.READER, Where.SIDEBAR)


class AskingScreen(LayoutScreen):
    """Opens the dialogs and does what was answered."""

    @work
    async def action_help(self) -> None:
        """Show every key."""
        from bulletin_tui.ui.screens.help import HelpScreen

        await self.ask(HelpScreen(self.keymap, self.focused_where))

    @work
    async def action_palette(self) -> None:
        """Choose a command, or an article, by typing a part of its name."""
        from bulletin_tui.ui.screens.article_choices import ArticleChoices
        from bulletin_tui.ui.screens.picker import Choice, PickerScreen

        where = self.focused_where
        commands = tuple(
            Choice(
                command.name,
                _(command.label),
                self.keymap.shown(command.name),
                also=_other_words(command.name),
            )
            for command in COMMANDS
            if command.in_palette and command.where in (*IN_EVERY_PALETTE, where)
        )
        articles = ArticleChoices(self.session.library)
        picker = PickerScreen(_("All commands"), commands, find_more=articles.find)
        chosen = await self.ask(picker)
        if chosen is None:
            return
        article_id = articles.chosen_id(chosen)
        if article_id is not None:
            self.reader.open_article(article_id)
        else:
            await self.app.run_action(chosen, self._owner(command_named(chosen).where))

    def _owner(self, where: Where) -> DOMNode:
        panes = self.query_one("#body").children
        return next((pane for pane in panes if getattr(pane, "WHERE", None) is where), self)

    @on(ContentsWanted)
    @work
    async def _show_contents(self) -> None:
        from bulletin_tui.ui.rendering.contents import contents
        from bulletin_tui.ui.screens.picker import Choice, PickerScreen

        article = self.reader.article
        if article is None:
            return
        places = contents(article, self.reader.bookmarks)
        if not places:
            self.say(_("This article has no headings and no bookmarks."))
            return
        choices = tuple(Choice(str(place.at), place.label, depth=place.depth) for place in places)
        cursor = self.reader.view.position.cursor
        here = [str(place.at) for place in places if place.at <= cursor]
        picker = PickerScreen(_("Contents"), choices, here[-1] if here else None)
        chosen = await self.ask(picker)
        if chosen is not None:
            self.reader.jump_within(partial(self.reader.view.reveal, int(chosen)))

    @work
    async def action_choose_theme(self) -> None:
        """Choose the colours, for now; `theme` in `config.toml` chooses them for good."""
        from bulletin_tui.ui.screens.picker import Choice, PickerScreen

        choices = tuple(Choice(name, _(label)) for name, label in LABELS.items())
        picker = PickerScreen(_("Colours"), choices, self.app.theme)
        chosen = await self.ask(picker)
        if chosen is not None:
            self.app.theme = chosen
            line = f'theme = "{chosen.removeprefix("bulletin-")}"'
            words = _("To keep these colours, write {line} in {path}.")
            path = self.session.paths.config_file
            self.notify(words.format(line=line, path=path), markup=False)

    @on(ExportWanted)
    @work
    async def _export(self, wanted: ExportWanted) -> None:
        from bulletin_tui.services import exporting
        from bulletin_tui.ui.screens.path_prompt import PathPrompt

        start = str(Path.cwd() / "bulletin.md")
        explanation = _("Its name chooses the format: .md .jsonld .json .csv. Enter: go, Esc: no.")
        ids = wanted.annotation_ids
        title = ngettext("Export {count} mark to", "Export {count} marks to", len(ids))
        title = title.format(count=f"{len(ids):n}")
        prompt = PathPrompt(title, start, explanation, _format_words)
        chosen = await self.ask(prompt)
        if chosen is None:
            return
        with announcing_failures(self):
            path = await self.session.call(exporting.export_to_file, Path(chosen), frozenset(ids))
            words = _("The marks are in {path}.").format(path=clean_line(str(path)))
            self.notify(words, markup=False)


def _other_words(command_name: str) -> str:
    """In English and in the language of the interface."""
    words = OTHER_WORDS.get(command_name, "")
    return " ".join((words, _(words)))


def _format_words(typed: str) -> str:
    from bulletin_tui.services.exporting import describe_choice

    return describe_choice(Path(typed.strip()))
