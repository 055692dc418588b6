"""`bulletin paths` and `doctor`: where everything is kept, and how well it works."""

from __future__ import annotations

import locale
import os
import sys
from typing import TYPE_CHECKING

from bulletin_tui.cli.output import Style
from bulletin_tui.cli.session import DONE, INCOMPLETE, Session
from bulletin_tui.cli.verb import Verb, add_json
from bulletin_tui.services.diagnosing import Surroundings, diagnose
from bulletin_tui.services.findings import Health
from bulletin_tui.words import N_

if TYPE_CHECKING:
    from bulletin_tui.services.findings import Finding

SIGNS = {Health.OK: "✓", Health.WARNING: "!", Health.PROBLEM: "✗"}


def show_paths(session: Session, *, as_json: bool) -> int:
    """Name the files and folders that the program uses."""
    paths = session.paths
    places = {
        "articles": str(paths.articles),
        "data": str(paths.data),
        "state": str(paths.state_db),
        "journal": str(paths.journal),
        "backups": str(paths.backups),
        "cache": str(paths.cache),
        "index": str(paths.index_db),
        "config": str(paths.config_file),
    }
    if as_json:
        session.out.json(places)
    else:
        for name, place in places.items():
            session.out.row(name, place)
    return DONE


def doctor(session: Session, *, as_json: bool) -> int:
    """Say what works here, and what to do about what does not."""
    findings = diagnose(session.paths, session.settings, _surroundings())
    if as_json:
        session.out.json(
            {
                "findings": [
                    {
                        "topic": finding.topic,
                        "health": finding.health,
                        "sentence": finding.sentence,
                        "advice": finding.advice,
                    }
                    for finding in findings
                ]
            }
        )
    else:
        for finding in findings:
            _write_finding(session, finding)
    problems = any(finding.health is Health.PROBLEM for finding in findings)
    return INCOMPLETE if problems else DONE


def _write_finding(session: Session, finding: Finding) -> None:
    sentence = f"{SIGNS[finding.health]} {finding.sentence}"
    session.out.line(sentence if finding.health is Health.OK else (sentence, Style.STRONG))
    if finding.advice:
        session.out.line((f"  {finding.advice}", Style.DIM))


def _surroundings() -> Surroundings:
    from bulletin_tui.ui.clipboard import native_command  # asyncio is slow to load

    return Surroundings(
        environment=os.environ,
        encoding=locale.getencoding(),
        clipboard_command=native_command(os.environ, sys.platform),
    )


VERBS = (
    Verb("paths", "", N_("name the files and folders in use"), add_json, show_paths),
    Verb(
        "doctor",
        "",
        N_("say what works here and what does not"),
        add_json,
        doctor,
        reads_library=True,
    ),
)
