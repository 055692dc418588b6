"""Which of the files below a folder has the bytes of another one, told without reading them all."""

from __future__ import annotations

from collections import defaultdict
from hashlib import sha256
from pathlib import Path

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.library.files import read_article_bytes
from bulletin_tui.library.shelf import find_all_files


class KeptBytes:
    """The files as they are on the disk when this is made; only those of one size are compared."""

    def __init__(self, folder: Path) -> None:
        self._by_size: defaultdict[int, dict[Path, bytes | None]] = defaultdict(dict)
        """With the digests of those that were compared before."""
        for file in find_all_files(folder).files:
            self._by_size[file.size][Path(file.path)] = None

    def find(self, path: Path) -> Path | None:
        """The file with the suffix and the bytes of the one at `path`, if that can be read."""
        try:
            same_size = self._by_size.get(path.stat().st_size)
        except OSError:
            return None
        if not same_size or (wanted := _digest(path)) is None:
            return None
        for kept, known in same_size.items():
            if kept.suffix.lower() != path.suffix.lower():
                continue
            digest = known or _digest(kept)
            same_size[kept] = digest
            if digest == wanted:
                return kept
        return None

    def forget(self, path: Path) -> None:
        """Have the file be gone: others have its place, or will have it."""
        for same_size in self._by_size.values():
            same_size.pop(path, None)


def _digest(path: Path) -> bytes | None:
    try:
        return sha256(read_article_bytes(path)).digest()
    except ArticleUnreadableError:
        return None
