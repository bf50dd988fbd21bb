"""A day at the counter in a window of its own: `python -m tests.bench.day DATA CITIZENS` says what it took.

Between citizens the officer looks for a dossier, opens the day's page, the result counter, the settings. As a
process, so that its memory is that of the program and of nothing else.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from sync.model.moment import VIETNAM
from sync.model.text import fold
from tests.bench.desk_window import DeskWindow, named
from tests.bench.stopwatch import memory_of
from tests.ui.hands import type_in

START = datetime(2026, 10, 1, 9, 0, tzinfo=VIETNAM)
"""When the measurements take place (`tests.bench.stored`, which this process has no memory for)."""
HOURS = 8
SAMPLES = 40


class Day:
    """The clock of a day that passes as citizens come."""

    def __init__(self, citizens: int) -> None:
        self.at = START
        self._each = timedelta(hours=HOURS) / citizens

    def __call__(self) -> datetime:
        return self.at

    def go_on(self) -> None:
        """The next citizen."""
        self.at += self._each


def look_about(window: DeskWindow, citizen: int) -> None:
    """What an officer does between citizens."""
    pages = {5: "F3", 10: "F5", 20: "F4", 40: "F8", 100: "F7", 200: "F10"}
    for every, key in pages.items():
        if citizen % every:
            continue
        window.press_on_window(Qt.Key[f"Key_{key}"])
        window.settle()
        if key == "F3":
            window.window.page("F3").search.clear()  # type: ignore[attr-defined]
            type_in(fold(named(citizen)))
            window.settle()
    window.press_on_window(Qt.Key.Key_F2)
    window.settle()


def main() -> None:
    """Plays the day and prints samples as JSON: the resident set in MiB, open files, threads."""
    data, citizens = Path(sys.argv[1]), int(sys.argv[2])
    day = Day(citizens)
    window = DeskWindow(data, day)
    taken, held = [memory_of(os.getpid(), "Rss")], [_held()]
    every = max(1, citizens // SAMPLES)
    for citizen in range(1, citizens + 1):
        window.receive(citizen)
        day.go_on()
        look_about(window, citizen)
        if citizen % every == 0:
            taken.append(memory_of(os.getpid(), "Rss"))
            held.append(_held())
            print(f"  {citizen:,} of {citizens:,}: {taken[-1]:.0f} MiB", file=sys.stderr, flush=True)
    window.until(lambda: window.printed == citizens)
    window.close()
    handles, threads = zip(*held, strict=True)
    print(json.dumps({"memory": taken, "handles": handles, "threads": threads, "printed": window.printed}))


def _held() -> tuple[int, int]:
    """Open files and threads of this process; 0 where the system does not say."""
    place = Path("/proc/self")
    return (
        (len(list((place / "fd").iterdir())), len(list((place / "task").iterdir())))
        if place.is_dir()
        else (0, 0)
    )


if __name__ == "__main__":
    main()
