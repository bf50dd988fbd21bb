"""A stopwatch on another process's window: Qt's own log says what was painted when, for any program alike.

The category ``qt.widgets.painting`` is switched on from outside and read from the process's error output; the
time is that at which its line comes in, on one clock. So a built program is measured like one from source.
"""

from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

PATIENCE = 30.0
_LOG = {"QT_LOGGING_RULES": "qt.widgets.painting=true", "QT_FORCE_STDERR_LOGGING": "1"}
_FLUSHED = re.compile(rb"Flushing QRegion\(.* of \w*MainWindow\(")


class NotOpened(Exception):
    """The program ended, or did not paint what was waited for."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Seconds from the process's start to the first paint of its window, and of the page that was waited for
    (0: none was); resident and proportional set size in MiB (0: the system does not say).
    """

    painted: float
    usable: float
    resident: float
    proportional: float


def opening(command: Sequence[str], page: bytes = b"", settle: float = 0.0) -> Opening:
    """Starts a program, waits for its window and for `page` (a widget's class) to be painted, and ends it.

    The memory is taken `settle` seconds later. Raises `NotOpened`.
    """
    began = time.monotonic()
    process = subprocess.Popen(
        command, env={**os.environ, **_LOG}, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    )
    watch = threading.Timer(PATIENCE, process.kill)
    watch.start()
    try:
        assert process.stderr is not None
        painted, usable, drawn = 0.0, 0.0, False
        wanted = b" of " + page + b"("
        for line in process.stderr:
            if _FLUSHED.search(line):
                painted = painted or time.monotonic() - began
                if drawn:
                    usable = time.monotonic() - began
                if usable or not page:
                    break
            elif page and b"Drawing" in line and wanted in line:
                drawn = True
        else:
            raise NotOpened(f"did not show its first page in {PATIENCE:g} s")
        threading.Thread(target=_drain, args=(process,), daemon=True).start()
        time.sleep(settle)
        return Opening(painted, usable, memory_of(process.pid, "Rss"), memory_of(process.pid, "Pss"))
    finally:
        watch.cancel()
        process.kill()
        process.wait()


def _drain(process: subprocess.Popen[bytes]) -> None:
    """Reads on, lest the program waits for its log to be read."""
    assert process.stderr is not None
    for _line in process.stderr:
        pass


def memory_of(pid: int, what: str) -> float:
    """The resident ("Rss") or proportional ("Pss") set size of a process in MiB; 0 where the system does not
    say."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0.0
    found = (int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith(what + ":"))
    return next(found, 0.0)
