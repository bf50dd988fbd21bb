"""Memory over a compressed day at the counter, beside an empty window's."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import pairwise

from tests.bench.benches.window import EMPTY, FLOOR
from tests.bench.day import HOURS
from tests.bench.figures import Goal, Row
from tests.bench.registry import Run, bench
from tests.bench.stopwatch import opening
from tests.bench.stored import own_places, stored_count, stored_desk

BEGIN = "from desk_app.ui.features import leave_sources_unread as begin; begin()"
"""As the program begins (`desk_app.cli`)."""
DAY = (sys.executable, "-c", f"{BEGIN}; from tests.bench.day import main; main()")
GROWTH = 2.0
"""MiB: within the noise of an allocator."""


@bench("day")
def day(run: Run) -> Iterator[Row]:
    """The real window in a process of its own: cards, keys, F9, slips, searches, every page."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    count, citizens = stored_count(run), run.rounds(2_000, 6)
    with own_places(run):
        desk = stored_desk(run, count)
        data = desk.paths.data
        desk.close()
        empty = opening(EMPTY, settle=1.0).resident
        done = subprocess.run(
            [*DAY, str(data), str(citizens)],
            stdout=subprocess.PIPE,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError("the day came to an early end; why stands above")
        found = json.loads(done.stdout.splitlines()[-1])
        taken = found["memory"]
    if not empty:
        yield Row("memory after a day", "MiB", None, note="the system does not say")
        return
    half = taken[len(taken) // 2 :]
    most = max(half) - half[0]
    yield Row(
        f"memory after {HOURS} hours compressed, {citizens:,} dossiers, {count:,} stored",
        "MiB",
        taken[-1],
        empty,
        FLOOR,
        goal=Goal(3, "floor"),
        note=f"resident, all pages visited; at its beginning {taken[0]:.0f}; the most {max(taken):.0f}",
    )
    yield Row(
        "growth of memory in the day's second half",
        "MiB",
        most,
        goal=None if run.quick else Goal(GROWTH),
        note=f"steps between samples: {', '.join(f'{b - a:+.1f}' for a, b in pairwise(half))}",
    )
    for what in ("handles", "threads"):
        held = found[what]
        yield Row(
            f"{what} after {HOURS} hours compressed",
            "",
            held[-1],
            note=f"after the first citizens {held[1]}, at the most {max(held)}",
        )
