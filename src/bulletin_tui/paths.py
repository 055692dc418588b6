"""Where articles, the reader's data, the cache and the settings live."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

import platformdirs

APP_NAME = "bulletin"
_PACKAGE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders and files that the program uses; nothing is created here."""

    articles: Path
    """The bundled reports, or the folder that is read without being added."""
    data: Path
    cache: Path
    config: Path
    is_library: bool = True
    """False for a folder that is read without being added: then there is nothing else to read."""

    def for_folder(self, folder: Path) -> Paths:
        """The same places for reading a folder that was not added: it has a cache of its own."""
        from hashlib import sha256  # most starts need no name for a folder

        real = folder.resolve()
        name = sha256(os.fsencode(real)).hexdigest()[:16]
        cache = self.cache / "folders" / name
        return replace(self, articles=real, cache=cache, is_library=False)

    @property
    def imported(self) -> Path:
        """The originals of what was imported."""
        return self.data / "library"

    @property
    def removed(self) -> Path:
        """Files that were imported and taken out again; nothing is read from here."""
        return self.data / "removed"

    @property
    def state_db(self) -> Path:
        """The precious database: annotations, positions, what was read."""
        return self.data / "state.db"

    @property
    def parsed_documents(self) -> Path:
        """Articles as they were parsed last; rebuilt from the files when it is gone."""
        return self.cache / "parsed.json"

    @property
    def told_problems(self) -> Path:
        """By what it is known that files that cannot be read were told of; they are told again."""
        return self.cache / "told-problems"

    @property
    def last_error(self) -> Path:
        """What the program wrote down of its last error in itself, for whoever mends it."""
        return self.cache / "last-error.txt"

    @property
    def index_db(self) -> Path:
        """The catalogue and the full text of a large library; rebuilt when it is gone."""
        return self.cache / "index.db"

    @property
    def damaged(self) -> Path:
        """Where databases that could not be used are set aside."""
        return self.data / "damaged"

    @property
    def journal(self) -> Path:
        """The log of everything that was marked on this device, as a second copy."""
        return self.data / "journal"

    @property
    def backups(self) -> Path:
        """Copies of the precious database, the third copy."""
        return self.data / "backups"

    @property
    def drafts(self) -> Path:
        """Notes that are being written."""
        return self.data / "drafts"

    @property
    def config_file(self) -> Path:
        """Settings, written by people only."""
        return self.config / "config.toml"


def is_there(path: Path) -> bool:
    """Whether there is something; what may not even be looked for counts as not there."""
    return os.path.exists(path)  # noqa: PTH110 - it never raises


def is_folder(path: Path) -> bool:
    """Whether there is a folder; as `is_there`."""
    return os.path.isdir(path)  # noqa: PTH112 - it never raises


def may_hold_anything(folder: Path) -> bool:
    """Whether a folder is there and not empty, or may not be looked into."""
    try:
        return is_folder(folder) and any(folder.iterdir())
    except OSError:
        return True


def is_in_utf8(path: Path | str) -> bool:
    """Whether a name can be written down as text; those of a file system are any bytes."""
    try:
        str(path).encode()
    except UnicodeEncodeError:
        return False
    return True


def make_private(folder: Path) -> None:
    """Make a folder, and what is missing above it, for its owner alone. Raises OSError."""
    above = (folder, *folder.parents)
    for missing in reversed([path for path in above if not os.path.lexists(path)]):
        missing.mkdir(mode=0o700, exist_ok=True)
    narrow(folder)


def narrow(folder: Path) -> None:
    """Close a folder of one's own to all others, if it is there and not a link."""
    with suppress(OSError):
        status = folder.lstat()
        is_own = stat.S_ISDIR(status.st_mode) and status.st_uid == os.geteuid()
        if is_own and status.st_mode & 0o077:
            folder.chmod(status.st_mode & 0o700)


def bundled_articles() -> Path:
    """The reports that ship with the program: package data, or the checkout's own folder."""
    packaged = _PACKAGE / "articles"
    return packaged if packaged.is_dir() else _PACKAGE.parents[1] / "articles"


def default_paths() -> Paths:
    """The places this platform and the XDG variables name.

    What holds articles is without links, as folders are that are added.
    """
    return Paths(
        articles=bundled_articles(),
        data=Path(platformdirs.user_data_dir(APP_NAME, appauthor=False)).resolve(),
        cache=Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False)),
        config=Path(platformdirs.user_config_dir(APP_NAME, appauthor=False)),
    )
