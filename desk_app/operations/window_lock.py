"""Whether a window is open on a data folder, asked by those who must have it for themselves."""

from __future__ import annotations

import os
from pathlib import Path

from desk_app.domain.mistakes import DeskError


def refuse_open_window(data: Path, title: str, advice: str) -> None:
    """Raises `DeskError` where a window is open on the folder. Windows itself refuses to rename files
    then."""
    try:
        pid = int((data / "window.lock").read_text("ascii").split("\n", 1)[0])
    except (OSError, ValueError):
        return
    if os.name == "posix" and pid != os.getpid() and Path(f"/proc/{pid}").exists():
        raise DeskError(title, advice)
