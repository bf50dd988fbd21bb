"""Modules of Qt are loaded in the window's thread alone: one loaded elsewhere while the window looks a widget
up in PySide's tree of classes ends the process."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PATIENCE = 180


def test_no_thread_but_the_windows_loads_a_module_of_qt(office: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.ui.loading", str(office)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    loaded = json.loads(ended.stdout)
    assert "PySide6.QtPrintSupport" in loaded["here"]
    assert loaded["elsewhere"] == []
