"""The imported originals: the bytes as they came, one folder a source.

A file is there whole or not at all. One that a newer version replaced stays beside it, hidden.
"""

from __future__ import annotations

import errno
import filecmp
import os
import re
import stat
import unicodedata
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.errors import NotSavedError
from bulletin_tui.reasons import system_reason
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    from collections.abc import Callable

EARLIER = ".earlier"
"""Below the folder of a source; hidden, so that no article is found in it."""
_UNDER_WAY = ".under-way-"
_LONGEST_NAME = 120
"""In bytes, which leaves room for a number and for what is under way."""
_NO_NAMES = re.compile(r'[/\\:*?"<>|\x00-\x1f]+')
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK)
_SUFFIX = re.compile(r"(\.[a-z0-9]{1,16})\s*\Z", re.IGNORECASE | re.ASCII)
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(?=\.|$)", re.IGNORECASE)


class Originals:
    """The files below one folder, which is made when the first one comes."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def holds(self, path: str) -> bool:
        """Whether the file is one of these."""
        return Path(path).is_relative_to(self.folder)

    def keep(self, source: str | None, name: str, data: bytes) -> Path:
        """Write a new file, with a number behind its name if that is taken.

        One with these bytes, which another window has written meanwhile, stays the only one.
        Raises NotSavedError.
        """
        try:
            folder = self._folder_of(source)
            return _write_new(folder, safe_name(name), data)
        except OSError as error:
            raise _not_kept(name, error) from error

    def replace(self, old: Path, name: str, data: bytes) -> Path:
        """Write the newer version of a file, which is then among the earlier ones.

        It keeps its name, with the suffix of `name`. Raises NotSavedError.
        """
        suffix = Path(name).suffix.lower()
        try:
            _set_aside(old)
            if suffix == old.suffix:
                return _write_over(old, data)
            kept = _write_new(old.parent, old.stem + suffix, data)
            old.unlink()
        except OSError as error:
            raise _not_kept(name, error) from error
        return kept

    def set_out(self, path: Path, aside: Path) -> Path:
        """Move a file of these below `aside`, in the folder of its source. Raises NotSavedError.

        Nothing is written over: a name that is taken gets a number. A newer version that another
        window writes meanwhile stays. To another file system the file is copied first.
        """
        folder = aside / path.parent.relative_to(self.folder)
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            try:
                moved = _give_name(path, folder / path.name)
            except OSError as error:
                if error.errno != errno.EXDEV:
                    raise
                return _move_far(path, folder)
            _take_name(path, moved)
            _settle(folder)
        except OSError as error:
            raise _not_moved(path.name, folder, error) from error
        return moved

    def sweep(self) -> None:
        """Remove what imports that were ended have left half written, but nothing of others.

        Raises NotSavedError.
        """
        try:
            for pattern in (f"*/{_UNDER_WAY}*", f"*/{EARLIER}/{_UNDER_WAY}*"):
                for left in self.folder.glob(pattern):
                    if not _is_running(left.name.removeprefix(_UNDER_WAY)):
                        left.unlink(missing_ok=True)
        except OSError as error:
            raise _not_kept(str(self.folder), error) from error

    def _folder_of(self, source: str | None) -> Path:
        folder = self.folder / (safe_name(source) if source else "_")
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return folder


def safe_name(name: str) -> str:
    """A name for a file or folder that is one on every system, as close to `name` as can be."""
    found = _SUFFIX.search(name)  # before an escape sequence that ends in it is taken out
    suffix = found[1] if found else ""
    cleaned = clean_line(unicodedata.normalize("NFC", name[: found.start()] if found else name))
    stem = _NO_NAMES.sub("-", cleaned).lstrip(" .-")
    stem = (stem.rstrip() if suffix else stem.rstrip(" .-")) or "_"
    if _DEVICES.match(stem):
        stem = f"_{stem}"
    while len((stem + suffix).encode("utf-8", "replace")) > _LONGEST_NAME:
        stem = stem[:-1]
    name = stem.rstrip() + suffix if suffix else stem.rstrip(" .-")
    return name.encode("utf-8", "replace").decode("utf-8")


def _write_new(folder: Path, name: str, data: bytes) -> Path:
    under_way = _write_under_way(folder, data)
    try:
        path = _give_name(under_way, folder / name, _has_the_bytes)
    finally:
        under_way.unlink(missing_ok=True)
    _settle(folder)
    return path


def _give_name(
    under_way: Path,
    wanted: Path,
    is_there: Callable[[Path, Path], bool] = lambda _under_way, _path: False,
) -> Path:
    """Have a whole file under a name that no other has: the wanted one, or one with a number.

    `is_there` tells which file does as well, so that there need not be another.
    """
    path, number = wanted, 1
    while True:
        try:
            _link(under_way, path)
        except FileExistsError:
            if is_there(under_way, path):
                return path
            number += 1
            path = wanted.with_stem(f"{wanted.stem}-{number}")
        else:
            return path


def _has_the_bytes(under_way: Path, path: Path) -> bool:
    try:
        is_file = stat.S_ISREG(path.lstat().st_mode)
        return is_file and filecmp.cmp(under_way, path, shallow=False)
    except OSError:
        return False


def _take_name(path: Path, moved: Path) -> None:
    """Leave a file only its new name, where files can have two; another file's name stays."""
    with suppress(FileNotFoundError):
        if os.path.samestat(path.lstat(), moved.lstat()):
            path.unlink()


def _move_far(path: Path, folder: Path) -> Path:
    """Move a file to a folder of another file system: it leaves its name when the copy is whole."""
    status = path.stat()
    copied = _write_new(folder, path.name, path.read_bytes())
    os.utime(copied, ns=(status.st_atime_ns, status.st_mtime_ns))
    with suppress(FileNotFoundError):
        now = path.stat()
        if os.path.samestat(now, status) and now.st_mtime_ns == status.st_mtime_ns:
            path.unlink()
            _settle(path.parent)
    return copied


def _link(under_way: Path, path: Path) -> None:
    """Where files cannot have two names, the name is reserved and then taken."""
    try:
        os.link(under_way, path)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        path.open("xb").close()
        try:
            under_way.replace(path)
        except OSError:
            path.unlink(missing_ok=True)
            raise


def _write_over(path: Path, data: bytes) -> Path:
    _write_under_way(path.parent, data).replace(path)
    _settle(path.parent)
    return path


def _set_aside(old: Path) -> None:
    """Keep a version that is going to be replaced; one with these bytes may be there already."""
    data = old.read_bytes()
    folder = old.parent / EARLIER
    folder.mkdir(exist_ok=True, mode=0o700)
    path = folder / f"{old.stem}-{sha256(data).hexdigest()[:8]}{old.suffix}"
    if not path.exists():
        _write_under_way(folder, data).replace(path)
        _settle(folder)


def _write_under_way(folder: Path, data: bytes) -> Path:
    path = folder / f"{_UNDER_WAY}{os.getpid()}"
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
    return path


def _is_running(process_id: str) -> bool:
    """Whether the process is there, be it another's."""
    try:
        os.kill(int(process_id), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _settle(folder: Path) -> None:
    """Have the names of the folder's files on the disk, too."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _not_moved(name: str, folder: Path, error: OSError) -> NotSavedError:
    reason, advice = system_reason(error), ""
    there = next(path for path in (folder, *folder.parents) if os.path.lexists(path))
    if not os.path.exists(there):  # noqa: PTH110 - it never raises
        reason = _("{path} is a link that leads nowhere")
        advice = _("Remove the link, or make the folder it leads to; then take it out again.")
    elif not os.path.isdir(there):  # noqa: PTH112
        reason = _("{path} is not a folder")
        advice = _("Give it another name; then take it out again.")
    elif error.errno in (errno.ENOSPC, errno.EDQUOT):
        advice = _("Make room on the disk; then take it out again.")
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        advice = _("Ask for the right to write there; then take it out again.")
    reason = reason.format(path=clean_line(str(there)))
    sentence = _("{name} could not be moved out of the library: {reason}.")
    return NotSavedError(sentence.format(name=clean_line(name), reason=reason), advice=advice)


def _not_kept(name: str, error: OSError) -> NotSavedError:
    sentence = _("{name} could not be kept in the library: {reason}.")
    return NotSavedError(
        sentence.format(name=clean_line(name), reason=system_reason(error)),
        advice=_("Make room, or ask for the right to write there; then import it again."),
    )
