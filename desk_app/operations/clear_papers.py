"""What lies in the clear goes again: papers a command wrote for its caller, a day later; temporary files.

`motcua receive` and `motcua refuse` give the path of a PDF, which whoever asked for it takes from there. It
is
overwritten and removed at the first start or exchange of the desk that comes more than a day after.
Libraries and the printing system write temporary files of what is printed; they are given a private folder,
whose leftovers of processes that died are overwritten at the next start.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from desk_app.paths import DeskPaths, mark_folders
from sync.identity.secrets import wipe

KEPT: Final = timedelta(hours=24)
"""How long a paper in the clear stays for whoever asked for it."""
_HELD: Final = "held.lock"
_NAMES: Final = ("TMPDIR",) if os.name == "posix" else ("TMP", "TEMP")


def clear_papers(paths: DeskPaths, now: datetime) -> int:
    """Overwrites and removes papers older than a day, and those from the future; how many. Quiet where one is
    held by another program: its turn comes at the next start."""
    gone = 0
    for file in _files(paths.slips):
        with suppress(OSError):
            age = now - datetime.fromtimestamp(file.stat().st_mtime, now.tzinfo)
            if not timedelta() - KEPT <= age <= KEPT:
                wipe(file)
                gone += 1
    return gone


@contextmanager
def private_temporary_files() -> Iterator[Path]:
    """Temporary files of this process lie in a folder of its own, only the user's, gone afterwards; those of
    processes that died are overwritten and removed now."""
    top = mark_folders()[1].parent / "tmp"
    top.mkdir(mode=0o700, parents=True, exist_ok=True)
    sweep_temporary(top)
    own = top / f"{os.getpid()}"
    own.mkdir(mode=0o700, exist_ok=True)
    before = {name: os.environ.get(name) for name in _NAMES}
    with FileLock(str(own / _HELD)):
        os.environ.update(dict.fromkeys(_NAMES, str(own)))
        _forget_default()
        try:
            yield own
        finally:
            for name, value in before.items():
                os.environ.pop(name) if value is None else os.environ.update({name: value})
            _forget_default()
    _wipe_folder(own)


def sweep_temporary(top: Path) -> int:
    """Overwrites and removes what processes left that died; how many folders. A living one holds its own."""
    gone = 0
    for folder in (one for one in top.iterdir() if one.is_dir()):
        try:
            with FileLock(str(folder / _HELD), timeout=0):
                pass
        except Timeout:
            continue
        _wipe_folder(folder)
        gone += 1
    return gone


def _wipe_folder(folder: Path) -> None:
    for file in _files(folder):
        with suppress(OSError):
            wipe(file)
    for inside in sorted((one for one in folder.rglob("*") if one.is_dir()), reverse=True):
        with suppress(OSError):
            inside.rmdir()
    with suppress(OSError):
        folder.rmdir()


def _files(folder: Path) -> list[Path]:
    return [one for one in folder.rglob("*") if one.is_file()] if folder.is_dir() else []


def _forget_default() -> None:
    """Python's own choice of a folder is made once; where it was made it is made again."""
    module = sys.modules.get("tempfile")
    if module is not None:
        module.tempdir = None  # type: ignore[attr-defined]
