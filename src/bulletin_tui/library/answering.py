"""Asking a file system that may never answer, as that of a server that has gone."""

from __future__ import annotations

from concurrent.futures import Future, wait
from threading import Thread
from typing import TYPE_CHECKING, TypeVar

from bulletin_tui.errors import ArticleUnreadableError, BulletinError
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _

if TYPE_CHECKING:
    import os
    from collections.abc import Callable
    from pathlib import Path

T = TypeVar("T")

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
    answer = _asked(path.stat)
    if not _is_in_time(answer):
        _unanswered[path.parent] = answer
        raise _no_answer(path)
    return answer.result()


def in_time(question: Callable[[], T]) -> T:
    """What is answered to a question, in another thread; OSError and BulletinError come through.

    Raises TimeoutError when there is no answer in time.
    """
    answer = _asked(question)
    if not _is_in_time(answer):
        raise TimeoutError
    return answer.result()


def _asked(question: Callable[[], T]) -> Future[T]:
    answer: Future[T] = Future()
    # Nothing can end the question but the file system; the program ends without the thread.
    Thread(target=_ask, args=(question, answer), name="asking", daemon=True).start()
    return answer


def _is_in_time(answer: Future[T]) -> bool:
    return bool(wait([answer], PATIENCE_S).done)


def _ask(question: Callable[[], T], answer: Future[T]) -> None:
    try:
        answer.set_result(question())
    except (OSError, BulletinError) as error:
        answer.set_exception(error)


def _no_answer(path: Path) -> ArticleUnreadableError:
    sentence = _("The folder {path} does not answer.").format(path=clean_line(str(path.parent)))
    return ArticleUnreadableError(sentence, advice=_("Try again once it is there again."))
