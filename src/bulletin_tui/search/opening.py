"""Opening `index.db`, which can be rebuilt: what is damaged or of another version is made anew."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeAlias

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.paths import is_there
from bulletin_tui.search.failures import primary_code, unavailable
from bulletin_tui.search.place import BESIDE, check_place
from bulletin_tui.search.schema import APPLICATION_ID, INDEX_VERSION, create_tables
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Iterator

Identity: TypeAlias = tuple[int, int]
"""Device and inode."""
LOCK_TIMEOUT_SECONDS = 0.5
"""For a reader, who is only ever locked out while the file is being made or has just been."""
WRITER_TIMEOUT_SECONDS = 5.0
PAGE_BYTES = 8192
_SETTINGS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -4096",
)
_WRITING = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = NORMAL",
    "PRAGMA cache_size = -65536",
    "PRAGMA wal_autocheckpoint = 4096",
)


class Index:
    """One connection to an index; it belongs to one thread, but for `interrupt`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def find_path(self) -> Path | None:
        """Where it is; None for one in memory."""
        _number, _name, path = self.connection.execute("PRAGMA database_list").fetchone()
        return Path(path) if path else None

    def interrupt(self) -> None:
        """End the statement under way; from any thread."""
        with suppress(sqlite3.ProgrammingError):  # it was closed meanwhile
            self.connection.interrupt()

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """Everything read inside is of one moment. Raises sqlite3.Error.

        An `interrupt` ends what is under way, and until the block ends whatever is asked: SQLite
        forgets it when no statement is under way any more, and here one is all the time.
        """
        self.connection.rollback()  # of the moment before, if an interrupt came into its end
        self.connection.execute("BEGIN")
        try:
            with closing(self.connection.execute("SELECT 1 FROM sqlite_schema")):
                yield
        finally:
            self.connection.rollback()  # there is nothing to commit

    def version(self) -> int:
        """A number that changes when another connection has written."""
        row: tuple[int] = self.connection.execute("PRAGMA data_version").fetchone()
        return row[0]

    def close(self) -> None:
        """Close the connection; a second time does nothing."""
        self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        self.close()


def find_identity(path: Path) -> Identity | None:
    """Which file is at the path now; None if none can be seen there.

    An index that is open keeps its inode from being given to the one that takes its place.
    """
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def open_index(path: Path | None, *, for_writing: bool = False) -> Index:
    """Open the index in a file, or with None one in memory that is gone when it is closed.

    Read only, the file must be there and of this version; for writing it is made, or made anew.
    Raises IndexUnavailableError.
    """
    try:
        if path is None:
            return _in_memory()
        return _for_writing(path) if for_writing else _for_reading(path)
    except (sqlite3.Error, OSError) as error:
        raise unavailable(error) from error


def _in_memory() -> Index:
    connection = _connect("file::memory:")
    create_tables(connection)
    return Index(connection)


def _for_reading(path: Path) -> Index:
    check_place(path)
    if not is_there(path):
        raise IndexUnavailableError(
            _("There is no search index yet."), advice=_("`bulletin index` builds it.")
        )
    uri = f"{path.absolute().as_uri()}?mode=ro"
    try:
        return _open_ours(uri)
    except sqlite3.OperationalError as error:
        if not _is_closed_off(path, error):
            raise
    return _open_ours(f"{uri}&immutable=1")


def _open_ours(uri: str) -> Index:
    """The index there, closed again if it is not of this version."""
    with ExitStack() as closing_it:
        connection = closing_it.enter_context(closing(_connect(uri)))
        if not _is_ours(connection):
            raise _not_ours(connection)
        closing_it.pop_all()
        return Index(connection)


def _is_closed_off(path: Path, error: sqlite3.Error) -> bool:
    """Whether SQLite only misses the files beside an index that is whole without them.

    A builder that ended has left none, and in a folder that may not be written none can be made.
    """
    codes = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY)
    return primary_code(error) in codes and not is_there(path.with_name(f"{path.name}-wal"))


def _for_writing(path: Path) -> Index:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    check_place(path)
    if path.exists() and not _is_sound(path):
        remove_index(path)
    uri = f"{path.absolute().as_uri()}?mode=rwc"
    connection = _connect(uri, WRITER_TIMEOUT_SECONDS)
    try:
        _prepare(connection)
    except BaseException:
        connection.close()
        raise
    return Index(connection)


def _prepare(connection: sqlite3.Connection) -> None:
    is_new = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone() == (0,)
    if is_new:
        connection.execute(f"PRAGMA page_size = {PAGE_BYTES}")
    for setting in _WRITING:
        connection.execute(setting)
    if is_new:
        create_tables(connection)


def remove_index(path: Path) -> None:
    """Delete an index and what SQLite keeps beside it. Raises OSError."""
    for ending in BESIDE:
        with suppress(FileNotFoundError):
            path.with_name(path.name + ending).unlink()


def _is_sound(path: Path) -> bool:
    """Whether the file is an index of this version, as far as its first pages tell."""
    try:
        uri = f"{path.absolute().as_uri()}?mode=rw"
        with closing(_connect(uri, WRITER_TIMEOUT_SECONDS)) as connection:
            return _is_ours(connection)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return False


def _is_ours(connection: sqlite3.Connection) -> bool:
    return _ids(connection) == (APPLICATION_ID, INDEX_VERSION)


def _ids(connection: sqlite3.Connection) -> tuple[int, int]:
    """Of the program and the version that made it; 0 until that was done, if the disk was full."""
    application: tuple[int] = connection.execute("PRAGMA application_id").fetchone()
    version: tuple[int] = connection.execute("PRAGMA user_version").fetchone()
    return application[0], version[0]


def _not_ours(connection: sqlite3.Connection) -> IndexUnavailableError:
    if any(_ids(connection)):
        sentence = _("The search index was made by another version.")
        brief = _("it was made by another version")
    else:
        sentence = _("The search index is only half made.")
        brief = _("it is only half made")
    return IndexUnavailableError(
        sentence, advice=_("`bulletin index` builds it anew."), brief=brief
    )


def _connect(uri: str, timeout_s: float | None = None) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri,
        timeout=LOCK_TIMEOUT_SECONDS if timeout_s is None else timeout_s,
        uri=True,
        isolation_level=None,
        check_same_thread=False,  # `interrupt` comes from another thread
        cached_statements=256,
    )
    try:
        for setting in _SETTINGS:
            connection.execute(setting)
    except sqlite3.Error:
        connection.close()
        raise
    return connection
