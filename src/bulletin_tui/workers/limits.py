"""What a process that reads foreign files may use: little of the processor, and bounded memory."""

from __future__ import annotations

import gc
import os
import resource
import signal
from contextlib import suppress

CPU_LIMIT_S = 10.0
"""Of processor time that one file may take."""
MEMORY_LIMIT = 1 << 30
"""In bytes of address space."""
_NICENESS = 10
_COLLECT_EVERY = 20_000
"""Objects made between two collections."""


def lower_priority() -> None:
    """Let everything that a person waits for go first; leave Ctrl+C to the starting process."""
    now = os.getpriority(os.PRIO_PROCESS, 0)  # of the process that started this one, perhaps
    os.setpriority(os.PRIO_PROCESS, 0, max(now, _NICENESS))
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def limit_memory() -> None:
    """Have allocations beyond MEMORY_LIMIT fail in this process."""
    with suppress(OSError, ValueError):  # a lower limit is in force, or there is none here
        _soft, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, hard))


def collect_seldom() -> None:
    """Spare the collector what is there, and most of what comes: nearly all of it frees itself."""
    gc.freeze()
    gc.set_threshold(_COLLECT_EVERY)


def start_clock(seconds: float) -> None:
    """Have the system end this process once it has computed for so long from now.

    No handler is run, so it works in the middle of a C function; `ran_too_long` tells it later.
    """
    signal.setitimer(signal.ITIMER_PROF, seconds)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    latest = int(used.ru_utime + used.ru_stime + seconds) + 2
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (latest, hard))


def ran_too_long(returncode: int) -> bool:
    """Whether a process that ended with this code was ended by its clock."""
    return -returncode in (signal.SIGPROF, signal.SIGXCPU)


def was_ended_from_outside(returncode: int) -> bool:
    """Whether somebody ended the process, or a system short of memory; it did nothing wrong."""
    return -returncode in (signal.SIGKILL, signal.SIGTERM, signal.SIGHUP)
