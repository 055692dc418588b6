"""All marks off the event loop: read and found again a step at a time, in the database's thread.

Nothing here touches a widget.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bulletin_tui.services.marks.arranging import ArrangedMarks, Grouping, Sorting
    from bulletin_tui.services.marks.keeping import MarkKeeper
    from bulletin_tui.services.workspace import Workspace
    from bulletin_tui.ui.lanes import Lane


class Marks:
    """The marks of one workspace, as the interface knows them by now."""

    def __init__(self, storing: Lane) -> None:
        self._storing = storing
        self._workspace: Workspace | None = None
        self._keeper: MarkKeeper | None = None
        self._arranged: ArrangedMarks | None = None
        self._order: tuple[Grouping, Sorting] | tuple[()] = ()

    def use(self, workspace: Workspace) -> None:
        """Keep the marks of this one."""
        self._workspace = workspace

    @property
    def arranged(self) -> ArrangedMarks | None:
        """The marks in the order asked for; None before any was read."""
        return self._arranged

    async def step(self) -> bool:
        """Read or find some more; whether there may be more to do.

        Raises StateUnavailableError, IndexUnavailableError.
        """
        return await self._storing.run(self._step)

    async def renew(self) -> ArrangedMarks:
        """The marks as far as they are known now, made ready to be shown."""
        arranged = await self._storing.run(self._renew)
        if self._order and self._order != (arranged.grouping, arranged.sorting):
            grouping, sorting = self._order  # asked for meanwhile
            arranged = replace(arranged, grouping=grouping, sorting=sorting)
        self._arranged = arranged
        return arranged

    async def get_ready(self) -> None:
        """Have everything there that the first mark and a filter's first key would wait for."""
        if self._workspace is not None:
            await self._storing.run(self._workspace.store.get_ready)
        arranged = self._arranged
        if arranged is not None:
            await self._storing.run(lambda: arranged.list.facets)

    def rearrange(self, grouping: Grouping, sorting: Sorting) -> ArrangedMarks | None:
        """The same marks in another order, from now on."""
        self._order = (grouping, sorting)
        if self._arranged is not None:
            self._arranged = replace(self._arranged, grouping=grouping, sorting=sorting)
        return self._arranged

    def _current_keeper(self) -> MarkKeeper:
        from bulletin_tui.services.marks.keeping import MarkKeeper  # behind the first frame

        if self._workspace is None:
            raise RuntimeError("the workspace is not open yet")
        if self._keeper is None:
            self._keeper = MarkKeeper(self._workspace)
        return self._keeper

    def _step(self) -> bool:
        return self._current_keeper().step()

    def _renew(self) -> ArrangedMarks:
        from bulletin_tui.services.marks.arranging import ArrangedMarks

        marks = self._current_keeper().renew()
        before = self._arranged
        if before is not None and before.list is marks:
            return before
        arranged = ArrangedMarks(marks, *self._order)
        _made_here = arranged.groups.order, arranged.count, marks.index_of
        return arranged
