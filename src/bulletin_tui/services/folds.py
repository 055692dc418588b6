"""What is said of a run of folded lines, on the screen and on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletin_tui.model.article import Boilerplate
from bulletin_tui.words import N_, _, ngettext

if TYPE_CHECKING:
    from bulletin_tui.text.folded_runs import FoldedRun

CLOSED, OPEN = "▸", "▾"
_KINDS = {
    Boilerplate.NAVIGATION: N_("navigation"),
    Boilerplate.COUNTER: N_("counters"),
    Boilerplate.WIDGET: N_("boxes of the page"),
    Boilerplate.RELATED: N_("related documents"),
    Boilerplate.FOOTER: N_("footer"),
    Boilerplate.CONTROL: N_("buttons"),
    Boilerplate.DEBRIS: N_("scraps of code"),
    Boilerplate.REPEATED: N_("repetitions"),
    Boilerplate.RUNNING_HEAD: N_("heads and numbers of the pages"),
}


def fold_count(run: FoldedRun) -> str:
    """How many lines are folded: "17 lines folded"."""
    return ngettext("{count} line folded", "{count} lines folded", len(run)).format(count=len(run))


def fold_kinds(run: FoldedRun) -> str:
    """What the lines are, as they come: "counters, related documents, footer"."""
    return ", ".join(map(kind_name, run.kinds))


def kind_name(kind: Boilerplate) -> str:
    """What lines of a kind are called."""
    return _(_KINDS[kind])


def fold_line(run: FoldedRun) -> str:
    """All that stands for the run: "▸ 17 lines folded: counters, related documents, footer"."""
    count, kinds = fold_count(run), fold_kinds(run)
    return f"{CLOSED} {count}: {kinds}" if kinds else f"{CLOSED} {count}"
