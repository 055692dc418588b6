"""Marks on several devices: each puts its log into a folder that anything may carry about.

Only what needs the database has to run in its thread: a folder that hangs holds up no saving.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.errors import BulletinError, UsageError
from bulletin_tui.library.answering import in_time
from bulletin_tui.paths import is_in_utf8, is_there
from bulletin_tui.reasons import system_reason
from bulletin_tui.services.typed_paths import expanded
from bulletin_tui.store.log_folder import kept_name, publish, read_news, signature
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from bulletin_tui.paths import Paths
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.store.log_folder import LogRead, News

UNTIL_IT_IS_BACK = N_("What you mark is saved here, and goes there once the folder is back.")
_DEVICE = re.compile("[0-9a-f]{16}")
"""What the name of a log has in it, also once a synchroniser has renamed it."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What is to be fetched from the folder and put there, told without the database."""

    folder: Path
    journal: Path
    device: str
    known: Mapping[str, LogRead]


@dataclass(frozen=True, slots=True)
class SyncReport:
    """What came of an exchange."""

    received: int
    """Changes of other devices that were not known here."""
    logs_written: int


@dataclass(frozen=True, slots=True)
class LogStatus:
    """One log of the folder."""

    name: str
    device: str
    device_name: str
    """What the device calls itself; empty when it has not said so."""
    is_own: bool
    changes: int
    """Changes of this device that are known here."""
    bad_lines: int
    unread_bytes: int
    """Of other devices' logs."""


@dataclass(frozen=True, slots=True)
class SyncStatus:
    """What the folder holds, and what of it has arrived here."""

    folder: Path
    device: str
    fault: str
    """Why the folder cannot be used now; empty when it can."""
    journal_fault: str
    """Why what was marked here last cannot go there; empty when it can."""
    logs: tuple[LogStatus, ...]

    @property
    def damage(self) -> str:
        """What of other devices' logs cannot be understood; empty when all of it can."""
        bad = sum(log.bad_lines for log in self.logs)
        sentence = ngettext(
            "{count} line of other devices' logs is damaged; it is read again once it is mended.",
            "{count} lines of other devices' logs are damaged; they are read again once mended.",
            bad,
        )
        return sentence.format(count=bad) if bad else ""


def is_missing(folder: Path) -> bool:
    """Whether `use_folder` has to make it first."""
    return not is_there(expanded(folder))


def use_folder(workspace: Workspace, folder: Path) -> Path:
    """Exchange marks through this folder from now on; it is made if only it is missing.

    Raises UsageError for a folder that cannot serve, and NotSavedError.
    """
    chosen = make_folder(workspace.paths, folder)
    choose_folder(workspace, chosen)
    return chosen


def choose_folder(workspace: Workspace, chosen: Path) -> None:
    """Exchange marks through what `make_folder` gave. Raises NotSavedError."""
    workspace.store.exchange.choose_folder(str(chosen))


def make_folder(paths: Paths, folder: Path) -> Path:
    """The folder as it is to be chosen, made if only it is missing.

    Raises UsageError for one that cannot serve.
    """
    chosen = expanded(folder).absolute()
    data = paths.data.resolve()
    if data == chosen.resolve() or data in chosen.resolve().parents:
        raise UsageError(
            _("{path} is where this device keeps its own marks.").format(path=_shown(chosen)),
            advice=_("Choose a folder that your other devices see too."),
        )
    if not is_in_utf8(chosen):
        sentence = _("The name of {path} is not in UTF-8.")
        advice = _("Name a folder that is there.")
        raise UsageError(sentence.format(path=_shown(chosen)), advice=advice)
    try:
        chosen.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        sentence = _("{path} cannot be used: {reason}.")
        raise UsageError(
            sentence.format(path=_shown(chosen), reason=system_reason(error)),
            advice=_("Name a folder that is there."),
        ) from error
    return chosen


def stop_syncing(workspace: Workspace) -> Path | None:
    """Exchange nothing any more; the folder until now, in which the logs stay, like what came.

    Raises NotSavedError.
    """
    exchange = workspace.store.exchange
    folder = exchange.folder()
    exchange.choose_folder(None)
    return Path(folder) if folder is not None else None


def plan(workspace: Workspace) -> Errand | None:
    """What is to be done; None without a folder. Raises StateUnavailableError."""
    exchange = workspace.store.exchange
    folder = exchange.folder()
    if folder is None or not workspace.store.keeps:
        return None
    workspace.store.follow_with_journal()
    return Errand(Path(folder), workspace.paths.journal, exchange.device(), exchange.log_reads())


def state_of(errand: Errand) -> tuple[tuple[str, int, int], ...]:
    """Other than before when there may be something to fetch or to put there.

    Raises BulletinError when the folder cannot be used.
    """
    try:
        return signature(errand.folder, errand.journal)
    except OSError as error:
        raise _unusable(errand.folder, error) from error


def fetch(errand: Errand) -> Iterator[News]:
    """What other devices have put there. Raises BulletinError when the folder cannot be used."""
    try:
        yield from read_news(errand.folder, errand.known, errand.journal, errand.device)
    except OSError as error:
        raise _unusable(errand.folder, error) from error


def take_in(workspace: Workspace, news: News) -> int:
    """Keep what other devices made; returns how much was not known. Raises NotSavedError."""
    return workspace.store.exchange.absorb(news).new


def put_there(errand: Errand) -> int:
    """Put our log there, once everything there has been taken in; returns how many files changed.

    Raises BulletinError when the folder cannot be used.
    """
    try:
        return publish(errand.folder, errand.journal, errand.device)
    except OSError as error:
        raise _unusable(errand.folder, error) from error


def sync(workspace: Workspace) -> SyncReport | None:
    """Take in what is new and put our log there; None without a folder.

    Raises BulletinError when the folder cannot be used, and NotSavedError.
    """
    errand = plan(workspace)
    if errand is None:
        return None
    _state_in_time(errand)
    received = sum(take_in(workspace, news) for news in fetch(errand))
    # What came may have given this device another name, and another log.
    errand = plan(workspace) or errand
    return SyncReport(received, put_there(errand))


def sync_status(workspace: Workspace) -> SyncStatus | None:
    """What came from where; None without a folder. Raises StateUnavailableError."""
    errand = plan(workspace)
    if errand is None:
        return None
    try:
        sizes = {kept_name(Path(path).name): size for path, size, _time in _in_folder(errand)}
        fault = ""
    except BulletinError as error:
        sizes, fault = {}, str(error)
    exchange = workspace.store.exchange
    names, counts = exchange.device_names(), exchange.count_by_device()
    logs = []
    for name in sorted({*sizes, *errand.known}):
        read = errand.known.get(name)
        if read is not None and _is_foreign(read):
            continue
        device = read.device if read is not None else name.partition(".")[0]
        is_own = name.startswith(errand.device)
        unread = 0 if is_own else sizes.get(name, 0) - (read.read_to if read is not None else 0)
        logs.append(
            LogStatus(
                name=clean_line(name),
                device=device,
                device_name=names.get(device, ""),
                is_own=is_own,
                changes=counts.get(device, 0),
                bad_lines=read.bad if read is not None else 0,
                unread_bytes=max(unread, 0),
            )
        )
    journal_fault = workspace.store.journal_fault
    return SyncStatus(errand.folder, errand.device, fault, journal_fault, tuple(logs))


def _is_foreign(read: LogRead) -> bool:
    """Whether a file is no log: none of its lines is one's, and it is not named after a device."""
    return not read.device and _DEVICE.search(read.name) is None


def _in_folder(errand: Errand) -> list[tuple[str, int, int]]:
    folder = str(errand.folder)
    return [each for each in _state_in_time(errand) if str(Path(each[0]).parent) == folder]


def _state_in_time(errand: Errand) -> tuple[tuple[str, int, int], ...]:
    """As `state_of`, but a folder that does not answer is not waited for."""
    try:
        return in_time(lambda: state_of(errand))
    except TimeoutError as error:
        sentence = _("The folder {path} does not answer.").format(path=_shown(errand.folder))
        raise BulletinError(sentence, advice=_(UNTIL_IT_IS_BACK)) from error


def _unusable(folder: Path, error: OSError) -> BulletinError:
    sentence = _("The folder for other devices, {path}, cannot be used: {reason}.")
    return BulletinError(
        sentence.format(path=_shown(folder), reason=system_reason(error)),
        advice=_(UNTIL_IT_IS_BACK),
    )


def _shown(path: Path) -> str:
    return clean_line(str(path))
