"""The log: numbers and kinds, never people. What went wrong in our own code is named by type and place."""

from __future__ import annotations

import traceback
from datetime import UTC, datetime
from pathlib import Path

from desk_app.paths import log_file


def log_bug(error: BaseException, folder: Path | None = None) -> Path:
    """Appends the kind of an error and the lines of our code it came through, without any value.

    The message is left out on purpose: it may quote what a citizen said.
    """
    path = folder / "motcua.log" if folder else log_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno}:{frame.name}" for frame in reversed(frames)
    )
    stamp = datetime.now(UTC).isoformat(timespec="seconds")
    with open(path, "a", encoding="utf-8") as file:
        file.write(f"{stamp} bug {type(error).__name__} {places}\n")
    return path
