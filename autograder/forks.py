"""Work in a forked copy of this process: nothing that it changes in memory survives it, and it cannot take longer than it may."""

from __future__ import annotations

import contextlib
import gc
import os
import select
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

MEMORY = 2 * 2**30
"""Bytes that a forked copy may take beyond what this process holds."""


def forked(work: Callable[[], bytes], seconds: float, core: int | None = None) -> bytes:
    """What ``work`` returns in a forked copy of this process; what it has written by then if it takes longer than ``seconds``.

    Parameters
    ----------
    work : callable
        Must not raise; what it returns is sent through a pipe.
    seconds : float
        After which the copy is killed.
    core : int, optional
        Processor core to run on.
    """
    if not hasattr(os, "fork"):
        return work()  # Windows, where there is no sandbox either: a student's own work
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        _work_and_exit(work, theirs, core)
    os.close(theirs)
    try:
        return b"".join(_chunks(ours, seconds))
    finally:
        os.close(ours)
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _work_and_exit(work: Callable[[], bytes], descriptor: int, core: int | None) -> None:
    """In the copy: do the work, write its outcome, and leave without running the parent's clean-up."""
    try:
        gc.disable()  # a process this short has no use for it, and millions of small values from a student would make it slow
        _bound_memory()
        if core is not None:
            os.sched_setaffinity(0, {core})
        with open(descriptor, "wb") as stream:
            stream.write(work())
    finally:
        os._exit(0)


def _bound_memory() -> None:
    """Let a reply that unfolds into far too many values end in a MemoryError here rather than swamp the machine."""
    if not sys.platform.startswith("linux"):
        return  # no sandbox, so this is a student's own work
    import resource

    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    most = held + MEMORY if hard == resource.RLIM_INFINITY else min(held + MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _chunks(descriptor: int, seconds: float) -> Iterator[bytes]:
    deadline = time.monotonic() + seconds
    while (remaining := deadline - time.monotonic()) > 0:
        if select.select([descriptor], [], [], remaining)[0]:
            chunk = os.read(descriptor, 1 << 16)
            if not chunk:
                return
            yield chunk
