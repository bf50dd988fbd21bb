"""The log of our own mistakes: kinds and places, never people. Nothing else of a crash stays on the disk.

An error's message may quote what a citizen said, and so may a value in a frame: neither is written, to the
log or
to the terminal. What `faulthandler` writes of a process that dies is files, lines and names of functions. A
core
dump would be the whole memory, and is not made.
"""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO, Any, Final

from desk_app.paths import log_file

_CRASHES: Final = "crash.log"
_held: list[IO[str]] = []
"""The file that `faulthandler` writes into must stay open."""
_folders: list[Path] = []
"""Where a process that keeps its crashes quiet writes, if not in the platform's folder of logs."""


def log_bug(error: BaseException, folder: Path | None = None) -> Path:
    """Appends the kind of an error and the lines of our code it came through, without any value.

    The message is left out on purpose: it may quote what a citizen said.
    """
    path = _folder(folder) / "motcua.log"
    stamp = datetime.now(UTC).isoformat(timespec="seconds")
    with open(path, "a", encoding="utf-8") as file:
        file.write(f"{stamp} bug {kind_and_places(error)}\n")
    return path


def kind_and_places(error: BaseException) -> str:
    """The kind of an error and where it came from, the newest call first."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(
        f"{Path(frame.filename).name}:{frame.lineno}:{frame.name}" for frame in reversed(frames)
    )
    return f"{type(error).__name__} {places}"


def keep_crashes_quiet(folder: Path | None = None, *, filed: bool = True) -> None:
    """From here on nothing this process dies or complains of says a value: for the program's entry.

    Where a dying process was is `filed`, or told on stderr: a command leaves nothing behind.
    """
    _folders[:] = [folder] if folder is not None else []
    sys.excepthook = _unexpected
    threading.excepthook = _in_a_thread
    sys.unraisablehook = _unraisable
    _no_core_dump()
    if not filed:
        if sys.stderr is not None:
            faulthandler.enable(sys.stderr)
        return
    try:
        file = open(_folder(folder) / _CRASHES, "a", encoding="utf-8")  # noqa: SIM115 - held until the end
    except OSError:
        faulthandler.disable()
        return
    faulthandler.enable(file)
    before, _held[:] = list(_held), [file]
    for one in before:
        one.close()


def _unexpected(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    _tell(error)


def _in_a_thread(seen: threading.ExceptHookArgs) -> None:
    if seen.exc_value is not None and not issubclass(seen.exc_type, SystemExit):
        _tell(seen.exc_value)


def _unraisable(seen: Any) -> None:
    if seen.exc_value is not None:
        _tell(seen.exc_value)


def _tell(error: BaseException) -> None:
    try:
        log_bug(error, _folders[0] if _folders else None)
    except OSError:
        pass  # a full disk: the terminal still hears of it
    if sys.stderr is not None:
        sys.stderr.write(f"bug {kind_and_places(error)}\n")


def _no_core_dump() -> None:
    try:
        import resource
    except ImportError:  # Windows: a dump is made only where an administrator asks for one
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def _folder(folder: Path | None) -> Path:
    found = folder or log_file().parent
    found.mkdir(parents=True, exist_ok=True)
    return found
