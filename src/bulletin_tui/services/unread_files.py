"""The files of the library that could not be read, also where the library was not listed."""

from __future__ import annotations

from contextlib import suppress
from hashlib import sha256
from typing import TYPE_CHECKING

from bulletin_tui.paths import make_private

if TYPE_CHECKING:
    from bulletin_tui.model.library import FileProblem
    from bulletin_tui.paths import Paths
    from bulletin_tui.services.stacks import Stacks


def find_unread_files(paths: Paths, stacks: Stacks) -> tuple[FileProblem, ...]:
    """Each with its reason, by path; as of the last build where an index serves the library.

    Raises IndexUnavailableError.
    """
    if not stacks.grows:
        return stacks.library.problems
    from bulletin_tui.search.built_from import known_problems  # few libraries need the index
    from bulletin_tui.search.opening import find_identity, open_index

    if find_identity(paths.index_db) is None:
        return stacks.library.problems
    with open_index(paths.index_db) as index:
        return known_problems(index)


def are_news(paths: Paths, problems: tuple[FileProblem, ...]) -> bool:
    """Whether these were not told of last, at an earlier start perhaps; from now on they were."""
    told = sha256(repr(problems).encode("utf-8", "surrogatepass")).hexdigest().encode()
    with suppress(OSError):
        if paths.told_problems.read_bytes() == told:
            return False
    with suppress(OSError):  # where nothing can be kept they are told of again
        make_private(paths.cache)
        paths.told_problems.write_bytes(told)
    return True
