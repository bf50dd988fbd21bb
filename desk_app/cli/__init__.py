"""The `motcua` command. A window opens without reading the commands, which would take half of its time."""

from __future__ import annotations

import sys
from pathlib import Path


def main() -> None:
    """The entry of the script and of the built program."""
    from desk_app.cli.log import keep_crashes_quiet

    words = sys.argv[1:]
    window = not words or (len(words) == 2 and words[0] == "--data")
    keep_crashes_quiet(filed=window)
    if window:
        sys.exit(_open_window(Path(words[1]) if words else None))
    from desk_app.cli.commands import motcua, run

    sys.exit(run(motcua))


def _open_window(data: Path | None) -> int:
    """The window on a data folder, as `motcua` without a command opens it; returns its exit code."""
    try:
        from desk_app.ui.features import leave_sources_unread

        leave_sources_unread()
        from desk_app.main import run_window
        from desk_app.operations.clear_papers import private_temporary_files
        from desk_app.paths import default_data

        with private_temporary_files():
            return run_window(data or default_data())
    except (Exception, KeyboardInterrupt) as error:
        from desk_app.cli.frame import told

        return told(error)
