"""The marks as the interface has them: an older answer undoes nothing that was asked for since."""

from __future__ import annotations

from typing import TYPE_CHECKING, ParamSpec, TypeVar

from bulletin_tui.services.marks.arranging import Grouping, Sorting
from bulletin_tui.ui.lanes import Lane
from bulletin_tui.ui.marks import Marks
from unit.store.samples import ARTICLE, ROAD, highlight, make_workspace

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

P = ParamSpec("P")
T = TypeVar("T")


class Interrupted(Lane):
    """Runs calls at once; before their answers are there something else is done."""

    def __init__(self) -> None:
        self.meanwhile: Callable[[], object] = lambda: None

    async def run(self, call: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        answer = call(*args, **kwargs)
        self.meanwhile()
        return answer


async def caught_up(marks: Marks) -> None:
    while await marks.step():
        pass


async def test_an_order_asked_for_while_marks_are_read_is_the_order_they_come_in(
    tmp_path: Path,
) -> None:
    lane = Interrupted()
    with make_workspace(tmp_path, ARTICLE) as workspace:
        marks = Marks(lane)
        marks.use(workspace)
        highlight(workspace)
        await caught_up(marks)
        await marks.renew()
        highlight(workspace, ROAD)
        await caught_up(marks)
        lane.meanwhile = lambda: marks.rearrange(Grouping.TAG, Sorting.MADE)
        arranged = await marks.renew()
    assert (arranged.grouping, arranged.sorting) == (Grouping.TAG, Sorting.MADE)
    assert arranged.count == 2
    assert marks.arranged is arranged
