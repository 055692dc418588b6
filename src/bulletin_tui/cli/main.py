"""The command `bulletin`: understands the arguments, and is the one place that shows errors."""

from __future__ import annotations

import io
import os
import sys
import traceback
from functools import partial
from typing import TYPE_CHECKING

from bulletin_tui.cli.opening import open_reader
from bulletin_tui.cli.output import NotWrittenError, Output
from bulletin_tui.cli.session import DONE, INCOMPLETE, WRONG_USAGE, Session
from bulletin_tui.errors import BulletinError, UsageError
from bulletin_tui.paths import default_paths
from bulletin_tui.settings import load_settings
from bulletin_tui.words import use_language

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit status: 0 done, 1 not found or incomplete, 2 usage.

    A stream that was closed before the start, None in `sys`, is done without.
    """
    _accept_any_text()
    out = Output(sys.stdout or io.StringIO(), sys.stderr or io.StringIO())
    sys.excepthook = partial(_end_over_error, out)
    try:
        status = _answer(argv, out)
        out.flush()
    except BrokenPipeError:
        _write_nowhere()
        return DONE
    except NotWrittenError as error:
        _write_nowhere()
        return _fail(error, out)
    except KeyboardInterrupt:
        return INTERRUPTED
    return status


def _answer(argv: Sequence[str] | None, out: Output) -> int:
    try:
        return _run(argv, out)
    except NotWrittenError:
        raise
    except BulletinError as error:
        return _fail(error, out)


def _fail(error: BulletinError, out: Output) -> int:
    out.warn("\n".join(filter(None, (str(error), error.advice))))
    return WRONG_USAGE if isinstance(error, UsageError) else INCOMPLETE


def _end_over_error(
    out: Output, kind: type[BaseException], error: BaseException, at: TracebackType | None
) -> None:
    """What Python calls last, where it would put a traceback on the terminal."""
    from bulletin_tui.services.internal_errors import internal_error  # hardly ever needed

    details = "".join(traceback.format_exception(kind, error, at))
    out.warn(str(internal_error(default_paths(), details)))


def _run(argv: Sequence[str] | None, out: Output) -> int:
    paths = default_paths()
    language = use_language(load_settings(paths.config_file).language)
    settings = load_settings(paths.config_file)  # again, for sentences in the right language
    session = Session(paths, settings, out)
    typed = sys.argv[1:] if argv is None else argv
    if not typed:
        return open_reader(session)
    from bulletin_tui.cli.parser import run_command  # the reader starts without argparse

    return run_command(session, typed, language)


def _accept_any_text() -> None:
    """Data is UTF-8; a terminal of another encoding shows a mark for what it cannot show."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            encoding = stream.encoding if stream.isatty() else "utf-8"
            stream.reconfigure(encoding=encoding, errors="replace")


def _write_nowhere() -> None:
    """Once stdout takes nothing any more: keep the interpreter's last flush quiet."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
