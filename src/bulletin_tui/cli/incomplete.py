"""What is missing of the library, said on stderr."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.services.unread_files import find_unread_files
from bulletin_tui.text.clean import clean_line
from bulletin_tui.words import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bulletin_tui.cli.output import Output
    from bulletin_tui.cli.session import Session
    from bulletin_tui.model.library import FileProblem
    from bulletin_tui.services.stacks import Stacks

MOST_NAMED = 10
"""Files; a library of a hundred thousand may have a thousand that cannot be read."""
MOST_NAMED_IN_PASSING = 2
"""By a command that is about something else."""


def warn_of(session: Session, stacks: Stacks) -> None:
    """Say what the answer was not made of. Raises IndexUnavailableError."""
    problems = find_unread_files(session.paths, stacks)
    if stacks.failure is not None:
        session.out.warn(stacks.failure.words)
    if len(problems) > MOST_NAMED_IN_PASSING:
        words = _("{count} files could not be read; `bulletin sources` names them.")
        session.out.warn(words.format(count=len(problems)))
    else:
        name_files(session.out, problems)


def name_files(out: Output, problems: Sequence[FileProblem]) -> None:
    """Say which files could not be read, and why, of the first; how many more there are."""
    for problem in problems[:MOST_NAMED]:
        out.warn(f"{clean_line(problem.path)}: {problem.reason}")
    more = len(problems) - MOST_NAMED
    if more > 0:
        words = ngettext("{count} more file", "{count} more files", more)
        out.warn(words.format(count=more))
