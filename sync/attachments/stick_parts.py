"""A scan that comes from a stick in pieces: a file of its own until it is whole; nothing if it breaks off."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO, Final

_STICK_KEPT: Final = timedelta(days=1)


class StickPart:
    """The file being taken in. Whoever takes it in closes it and adopts it, or drops it."""

    def __init__(self, folder: Path, now: datetime) -> None:
        self._folder = folder
        self._file: BinaryIO | None = None
        self._name = b""
        _forget_old_parts(folder, now)

    @property
    def _part(self) -> Path:
        return self._folder / f"{self._name.hex()}.stick"

    def _begin_part(self, name: bytes) -> None:
        self._name = name
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = open(self._part, "wb")  # noqa: SIM115 - open from one part to the next

    def add(self, content: bytes) -> None:
        """The next bytes of the file that was begun."""
        assert self._file is not None
        self._file.write(content)

    def drop(self) -> None:
        """It broke off: nothing of it stays."""
        self._close_part()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)

    def _close_part(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def _forget_old_parts(folder: Path, now: datetime) -> None:
    """Deletes what a stick that was pulled out, or a power cut, left half-copied a day ago or earlier."""
    for path in folder.glob("*.stick"):
        with suppress(FileNotFoundError):
            if now.timestamp() - path.stat().st_mtime >= _STICK_KEPT.total_seconds():
                path.unlink()
