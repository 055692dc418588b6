"""`python -m bulletin_tui.workers.prepare`: files in, articles prepared for the index out.

A path with the encoding chosen for it, or null, comes in as a line of JSON; one answer a line goes
out, in the same order. A file that takes too long or too much ends the process, not the build:
whoever started it goes on with another.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.importers.guarding import parse_guarded
from bulletin_tui.library.articles import make_article
from bulletin_tui.library.files import read_article_bytes
from bulletin_tui.search.preparing import prepare, to_line
from bulletin_tui.words import _, use_language
from bulletin_tui.workers.answers import READY, refusal_line, write_answer
from bulletin_tui.workers.limits import (
    CPU_LIMIT_S,
    collect_seldom,
    limit_memory,
    lower_priority,
    start_clock,
)


def main() -> None:
    """Answer until stdin ends; the one argument is the processor time a file may take."""
    seconds = float(sys.argv[1]) if sys.argv[1:] else CPU_LIMIT_S
    use_language()
    lower_priority()
    limit_memory()
    collect_seldom()
    write_answer(READY)
    for line in sys.stdin.buffer:
        path, encoding = json.loads(line)
        write_answer(answer(Path(path), seconds, encoding))


def answer(path: Path, seconds: float, encoding: str | None = None) -> str:
    """The line about one file; parsing it, and then all the rest, may take so long each."""
    start_clock(seconds)
    try:
        data = read_article_bytes(path)
    except ArticleUnreadableError as error:  # another time it may be there, or be allowed
        return refusal_line(str(error), is_passing=True)
    try:
        document = parse_guarded(data, path.name, encoding)
        start_clock(seconds)
        return to_line(prepare(make_article(document, path)))
    except ArticleUnreadableError as error:
        return refusal_line(str(error), is_passing=False)
    except MemoryError:
        reason = _("Reading it takes more memory than a file may have.")
        return refusal_line(reason, is_passing=False)


if __name__ == "__main__":
    main()
