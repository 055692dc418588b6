"""Building the index: how far it has come, as one immutable value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class IndexState(StrEnum):
    """What is being done to the index, or how it ended."""

    LOOKING = "looking"
    """Files are compared with what is known of them."""
    BUILDING = "building"
    """Files are read, and their articles listed."""
    WORDING = "wording"
    """All articles are listed; those read last are not found by the words of their texts yet."""
    MERGING = "merging"
    """Everything is found; the index is only being tidied."""
    DONE = "done"
    STOPPED = "stopped"
    """Ended when asked to, between two batches; the next build goes on from there."""
    BUSY = "busy"
    """Another process builds the same index."""
    FAILED = "failed"


ENDED = frozenset({IndexState.DONE, IndexState.STOPPED, IndexState.BUSY, IndexState.FAILED})


@dataclass(frozen=True, slots=True)
class IndexProgress:
    """How far a build has come."""

    state: IndexState
    done: int = 0
    """Files of the folder that the index knows as they are now."""
    total: int = 0
    """Files of the folder."""
    changed: int = 0
    """Files that were new, changed or gone since the build before, as far as done."""
    worded: int = 0
    """Articles that are found by the words of their texts, while these are being put in."""
    articles: int = 0
    """Articles that are listed, at that time."""
    reason: str = ""
    """A sentence for the reader, when the build ended early."""
    advice: str = ""
    brief: str = ""
    """The reason in a few words."""
    damage: str = ""
    """What was wrong with the index that this build took the place of."""

    @property
    def has_ended(self) -> bool:
        """Whether nothing more will be reported."""
        return self.state in ENDED

    @property
    def is_looking(self) -> bool:
        """Whether it has only begun."""
        return self.state is IndexState.LOOKING

    @property
    def has_news(self) -> bool:
        """Whether other articles may be found now than before, whoever builds."""
        return bool(self.changed) or self.state in (IndexState.WORDING, IndexState.BUSY)

    @property
    def is_done(self) -> bool:
        """Whether the index is now what the files are."""
        return self.state is IndexState.DONE

    @property
    def is_elsewhere(self) -> bool:
        """Whether another process builds the same index."""
        return self.state is IndexState.BUSY

    @property
    def has_failed(self) -> bool:
        """Whether there is a reason why the index could not be built."""
        return self.state is IndexState.FAILED
