"""A window that is closed while a printer hangs ends as any other does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PATIENCE = 180

_LEAVE = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from desk_app import main
from desk_app.background import lanes

lanes.CLOSING_SECONDS = 0.1
began = threading.Event()
sit_down = main.Running.sit_down

def paint():
    page = QImage(900, 900, QImage.Format.Format_Grayscale8)
    while True:
        began.set()
        page.scaled(1800, 1800)

def sit_down_and_leave(running, officer):
    sit_down(running, officer)
    running.lanes.printer(paint)
    began.wait()
    QTimer.singleShot(0, running.window.close)

main.Running.sit_down = sit_down_and_leave
sys.exit(main.run_window(Path(sys.argv[1])))
"""


def test_a_window_closed_while_a_printer_hangs_ends_without_a_crash(office: Path) -> None:
    for _ in range(3):
        ended = subprocess.run(
            [sys.executable, "-c", _LEAVE, str(office)],
            cwd=REPOSITORY,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert ended.returncode == 0, ended.stderr
