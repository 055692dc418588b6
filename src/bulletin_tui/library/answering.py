"""Asking a file system that may never answer, as that of a server that has gone."""

from __future__ import annotations

from concurrent.futures import Future, wait
from threading import Thread
from typing import TYPE_CHECKING

from bulletin_tui.errors import ArticleUnreadableError
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    import os
    from pathlib import Path

PATIENCE_S = 3.0
"""For a disk that wakes up; whoever waits keeps everything else waiting."""


_unanswered: dict[Path, Future[os.stat_result]] = {}
"""The last question by its folder, where none was answered in time."""


def status_in_time(path: Path) -> os.stat_result:
    """What the system says of a file, if it says so in time; links are followed.

    Raises OSError, and ArticleUnreadableError when there is no answer: at once if the folder still
    owes one.
    """
    owed = _unanswered.get(path.parent)
    if owed is not None and not owed.done():
        raise _no_answer(path)
    answer: Future[os.stat_result] = Future()
    # Nothing can end the question but the file system; the program ends without the thread.
    Thread(target=_ask, args=(path, answer), name="asking", daemon=True).start()
    if not wait([answer], PATIENCE_S).done:
        _unanswered[path.parent] = answer
        raise _no_answer(path)
    return answer.result()


def _ask(path: Path, answer: Future[os.stat_result]) -> None:
    try:
        answer.set_result(path.stat())
    except OSError as error:
        answer.set_exception(error)


def _no_answer(path: Path) -> ArticleUnreadableError:
    sentence = _("The folder {path} does not answer.").format(path=clean_line(str(path.parent)))
    return ArticleUnreadableError(sentence, advice=_("Try again once it is there again."))
