"""What a push costs: seconds, processor time of both ends, bytes of the connection."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 100


@dataclass(frozen=True, slots=True)
class Spent:
    """`cpu`: seconds of both ends together. `wire`: bytes both ways with HTTP's headers; 0: not counted."""

    seconds: float
    cpu: float
    wire: int = 0


def cpu_of(pid: int) -> float:
    """Seconds of processor time a process has used; 0 where the system does not say."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICKS


def spent(work: Callable[[], object], server: int, wire: Callable[[], int] | None = None) -> Spent:
    """Runs `work` once; `server` is the other end's process, `wire` counts bytes since it was last asked."""
    if wire:
        wire()
    ours, theirs, began = time.process_time(), cpu_of(server), time.perf_counter()
    work()
    seconds = time.perf_counter() - began
    cpu = time.process_time() - ours + cpu_of(server) - theirs
    return Spent(seconds, cpu, wire() if wire else 0)
