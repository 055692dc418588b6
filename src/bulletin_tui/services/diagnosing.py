"""Diagnosing: what works here, what does not, and what can be done about it."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bulletin_tui.errors import BulletinError, IndexUnavailableError, StateUnavailableError
from bulletin_tui.model.annotation import AnchorState
from bulletin_tui.paths import may_hold_anything
from bulletin_tui.services.annotating import list_annotations
from bulletin_tui.services.drafting import waiting_drafts
from bulletin_tui.services.findings import Finding, Health
from bulletin_tui.services.index_condition import find_condition, find_damage_within
from bulletin_tui.services.indexing import is_full, why_not_kept
from bulletin_tui.services.marks.elsewhere import articles_elsewhere
from bulletin_tui.services.opening import open_stacks
from bulletin_tui.services.safekeeping import kept_backups, look_after, mend_journal
from bulletin_tui.services.stacks import MemoryStacks
from bulletin_tui.services.synced_places import sync_warning
from bulletin_tui.services.syncing import sync_status
from bulletin_tui.services.workspace import open_workspace
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.index_condition import IndexCondition
    from bulletin_tui.services.stacks import Stacks
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.settings import Settings

MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The terminal that the program runs in."""

    environment: Mapping[str, str]
    encoding: str
    """Of what is written to the terminal."""
    clipboard_command: tuple[str, ...] | None
    """The desktop's own tool for copying; None where there is none."""


def diagnose(paths: Paths, settings: Settings, surroundings: Surroundings) -> tuple[Finding, ...]:
    """Look at everything; opens the reader's database as every start does."""
    return (
        *_program(),
        *_terminal(surroundings),
        *_clipboard(surroundings),
        *(Finding("settings", Health.WARNING, problem) for problem in settings.problems),
        *_set_aside(paths),
        *_contents(paths, settings),
        *_index(paths),
    )


def _program() -> Iterator[Finding]:
    from importlib import metadata  # slow to load, and wanted by nothing else

    version = ".".join(map(str, sys.version_info[:3]))
    yield Finding("python", Health.OK, _("Python {version}").format(version=version))
    try:
        textual = _("Textual {version}").format(version=metadata.version("textual"))
        yield Finding("textual", Health.OK, textual)
    except metadata.PackageNotFoundError:
        sentence = _("Textual is missing, so the reader cannot open.")
        yield Finding("textual", Health.PROBLEM, sentence, _("Install the program again."))


def _terminal(surroundings: Surroundings) -> Iterator[Finding]:
    name = surroundings.environment.get("TERM", "")
    if name in ("", "dumb"):
        sentence = _("This is not a terminal that the reader can draw in.")
        yield Finding("terminal", Health.WARNING, sentence)
        return
    shown = _("Terminal {name}, {colours}").format(
        name=clean_line(name), colours=_colours(surroundings.environment)
    )
    yield Finding("terminal", Health.OK, shown)
    if surroundings.encoding.replace("-", "").lower() != "utf8":
        sentence = _("The locale's encoding is {name}: some letters cannot be shown.")
        advice = _("Choose a UTF-8 locale, such as LANG=C.UTF-8.")
        words = sentence.format(name=surroundings.encoding)
        yield Finding("encoding", Health.WARNING, words, advice)


def _colours(environment: Mapping[str, str]) -> str:
    if environment.get("NO_COLOR"):
        return _("no colours, as NO_COLOR asks")
    if environment.get("COLORTERM") in ("truecolor", "24bit"):
        return _("16 million colours")
    if "256" in environment.get("TERM", ""):
        return _("256 colours")
    return _("16 colours")


def _clipboard(surroundings: Surroundings) -> Iterator[Finding]:
    if surroundings.clipboard_command:
        command = surroundings.clipboard_command[0]
        yield Finding(
            "clipboard", Health.OK, _("Copies go through {command}.").format(command=command)
        )
    elif surroundings.environment.get("TERM_PROGRAM") == "Apple_Terminal":
        yield Finding("clipboard", Health.WARNING, _("This terminal takes no copies over SSH."))
    elif "TMUX" in surroundings.environment:
        sentence = _("Copies go through the terminal (OSC 52), if tmux lets them.")
        yield Finding("clipboard", Health.OK, sentence, _("In tmux: `set -g set-clipboard on`"))
    else:
        sentence = _("Copies go through the terminal (OSC 52), if it allows that.")
        yield Finding("clipboard", Health.OK, sentence)


def _set_aside(paths: Paths) -> Iterator[Finding]:
    if may_hold_anything(paths.damaged):
        sentence = _("A database that could not be used is kept in {path}.")
        words = sentence.format(path=clean_line(str(paths.damaged)))
        advice = _("Keep it until you have seen that no mark of yours is missing.")
        yield Finding("damaged", Health.WARNING, words, advice)


def _contents(paths: Paths, settings: Settings) -> Iterator[Finding]:
    try:
        workspace = open_workspace(paths, settings, only_reads=True)
    except StateUnavailableError as error:
        yield Finding("state", Health.PROBLEM, str(error), error.advice)
        with suppress(StateUnavailableError):  # that was said
            yield from _articles(open_stacks(paths))
        return
    with workspace:
        yield from _articles(workspace.stacks)
        yield from _state(paths, workspace)


def _articles(stacks: Stacks) -> Iterator[Finding]:
    count = len(stacks.library)
    found = ngettext("{count} article", "{count} articles", count).format(count=count)
    yield Finding("articles", Health.OK if count else Health.PROBLEM, found)
    for problem in stacks.library.problems:
        sentence = f"{clean_line(problem.path)}: {problem.reason}"
        yield Finding("articles", Health.PROBLEM, sentence)
    for article in stacks.articles if isinstance(stacks, MemoryStacks) else ():
        for warning in article.document.warnings:
            sentence = f"{clean_line(article.summary.paths[0])}: {warning}"
            yield Finding("articles", Health.WARNING, sentence)


def _state(paths: Paths, workspace: Workspace) -> Iterator[Finding]:
    store = workspace.store
    yield Finding("sqlite", Health.OK, _("SQLite {version}").format(version=store.sqlite_version))
    if not store.keeps:
        yield Finding("state", Health.PROBLEM, store.notice)
        return
    if store.notice:
        yield Finding("state", Health.WARNING, store.notice)
    if warning := sync_warning(paths):
        yield Finding("state", Health.WARNING, warning)
    if is_full(paths.data):
        full = _("There is hardly any room left for marks in {path}.")
        sentence = full.format(path=clean_line(str(paths.data)))
        yield Finding("state", Health.PROBLEM, sentence, _("Make room on the disk."))
    else:
        kept = _("Marks are saved in {path}").format(path=clean_line(str(paths.state_db)))
        yield Finding("state", Health.OK, kept)
    yield from _copies(workspace)
    yield from _exchange(workspace)
    yield from _marks(workspace)


def _copies(workspace: Workspace) -> Iterator[Finding]:
    """The rows themselves, and what else there is of them; what is due is done first."""
    for sentence in look_after(workspace):
        yield Finding("state", Health.PROBLEM, sentence)
    try:
        bad = mend_journal(workspace)
    except BulletinError as error:
        yield Finding("journal", Health.PROBLEM, str(error), error.advice)
    else:
        yield _journal(bad)
    backups = kept_backups(workspace)
    if backups.newest_at is None:
        yield Finding("backups", Health.OK, _("There is no backup yet; marks bring the first."))
        return
    sentence = ngettext(
        "{count} backup, made on {date}", "{count} backups, the newest of {date}", backups.count
    )
    made = backups.newest_at.astimezone().strftime("%d/%m/%Y %H:%M")
    yield Finding("backups", Health.OK, sentence.format(count=backups.count, date=made))


def _journal(bad: int) -> Finding:
    if not bad:
        return Finding("journal", Health.OK, _("The journal has all that was marked here."))
    sentence = ngettext(
        "{count} line of the journal was damaged; it has been written anew.",
        "{count} lines of the journal were damaged; it has been written anew.",
        bad,
    )
    return Finding("journal", Health.WARNING, sentence.format(count=bad))


def _exchange(workspace: Workspace) -> Iterator[Finding]:
    status = sync_status(workspace)
    if status is None:
        return
    folder = clean_line(str(status.folder))
    if status.fault:
        advice = _("`bulletin sync FOLDER` chooses another one, `bulletin sync --off` ends it.")
        yield Finding("sync", Health.PROBLEM, status.fault, advice)
        return
    devices = sum(not log.is_own for log in status.logs)
    sentence = ngettext(
        "Marks are exchanged through {path}: {count} log of other devices",
        "Marks are exchanged through {path}: {count} logs of other devices",
        devices,
    )
    yield Finding("sync", Health.OK, sentence.format(path=folder, count=devices))
    if status.damage:
        yield Finding("sync", Health.WARNING, status.damage)


def _marks(workspace: Workspace) -> Iterator[Finding]:
    placed = list_annotations(workspace)
    count = len(placed)
    found = ngettext("{count} mark", "{count} marks", count).format(count=count)
    yield Finding("marks", Health.OK, found)
    if waiting := waiting_drafts(workspace):
        yield Finding("marks", Health.WARNING, waiting)
    lost = [mark for mark in placed if mark.state is AnchorState.ORPHAN]
    elsewhere = articles_elsewhere(workspace, lost)
    if away := sum(1 for mark in lost if mark.annotation.article_id in elsewhere):
        sentence = ngettext(
            "{count} mark is on an article in a folder that is not in the library.",
            "{count} marks are on articles in folders that are not in the library.",
            away,
        )
        yield Finding("marks", Health.OK, sentence.format(count=away))
    if orphans := len(lost) - away:
        sentence = ngettext(
            "{count} mark has no place in today's texts.",
            "{count} marks have no place in today's texts.",
            orphans,
        )
        advice = _("`bulletin annotations` lists them first, with their words.")
        yield Finding("marks", Health.WARNING, sentence.format(count=orphans), advice)


def _index(paths: Paths) -> Iterator[Finding]:
    if reason := why_not_kept(paths):
        follows = _("A large library is then searched in memory, and read anew at every start.")
        advice = " ".join(filter(None, (reason.advice, follows)))
        yield Finding("index", Health.WARNING, str(reason), advice)
    try:
        condition = find_condition(paths)
        damage = find_damage_within(paths) if condition is not None else ""
    except IndexUnavailableError as error:
        if reason is None or str(reason) != str(error):
            yield Finding("index", Health.WARNING, str(error), error.advice)
        return
    if condition is None:
        if reason is not None:
            return
        yield Finding("index", Health.OK, _("There is no search index; few articles need none."))
        return
    if damage:
        sentence = _("The search index is damaged: {reason}.").format(reason=damage)
        advice = _("`bulletin index --rebuild` builds it anew.")
        yield Finding("index", Health.PROBLEM, sentence, advice)
    yield _index_size(condition)


def _index_size(condition: IndexCondition) -> Finding:
    size = ngettext(
        "{count} article in the search index ({size} MB, version {version})",
        "{count} articles in the search index ({size} MB, version {version})",
        condition.articles,
    ).format(
        count=condition.articles,
        size=-(-condition.size // MEGABYTE),
        version=condition.version,
    )
    if condition.built_at is None:
        sentence = _("{size}, not complete yet").format(size=size)
        return Finding("index", Health.WARNING, sentence, _("`bulletin index` goes on with it."))
    built = condition.built_at.astimezone().strftime("%d/%m/%Y %H:%M")
    return Finding(
        "index", Health.OK, _("{size}, complete on {date}").format(size=size, date=built)
    )
