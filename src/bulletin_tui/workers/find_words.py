"""`python -m bulletin_tui.workers.find_words INDEX SECONDS`: the words of articles of an index.

The number of an article comes in as a line; its words go out as one, in the same order. The index
is only read, so what has been put in must be committed.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bulletin_tui.errors import IndexUnavailableError
from bulletin_tui.search.failures import using_index
from bulletin_tui.search.opening import open_index
from bulletin_tui.search.unworded import load_words
from bulletin_tui.words import _, use_language
from bulletin_tui.workers.answers import READY, refusal_line, write_answer
from bulletin_tui.workers.limits import (
    collect_seldom,
    limit_memory,
    lower_priority,
    start_clock,
)

if TYPE_CHECKING:
    from bulletin_tui.search.opening import Index


def main() -> None:
    """Answer until stdin ends; each article may take so much processor time."""
    path, seconds = sys.argv[1:]
    use_language()
    lower_priority()
    limit_memory()
    collect_seldom()
    try:
        index = open_index(Path(path))
    except IndexUnavailableError as error:
        write_answer(refusal_line(str(error), is_passing=True))
        return
    with index:
        write_answer(READY)
        for line in sys.stdin.buffer:
            start_clock(float(seconds))
            write_answer(answer(index, int(line)))


def answer(index: Index, number: int) -> str:
    """The line about the article with this number."""
    try:
        with using_index():
            return load_words(index.connection, number).to_line()
    except IndexUnavailableError as error:  # whoever builds finds out whether it is damaged
        return refusal_line(str(error), is_passing=True)
    except MemoryError:
        reason = _("Reading it takes more memory than a file may have.")
        return refusal_line(reason, is_passing=False)


if __name__ == "__main__":
    main()
