"""Encrypted scans as files, each under the SHA-256 of its content: whole or not there, never in clear.

A file is written beside, flushed, fsynced, read back and hashed, renamed, and its folder fsynced, before
anybody writes the entry that names it: an entry never promises a file that a power cut can still take.
"""

from __future__ import annotations

import os
import re
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Final

from sync.attachments.trouble import ScanLost
from sync.durable import sync_folder

WHOLE: Final = "whole"
MISSING: Final = "missing"
DAMAGED: Final = "damaged"
KEPT: Final = timedelta(days=7)
"""So long a file that nothing names stays: its entry may be on its way."""
_PART = ".part"
_NAME = re.compile(r"[0-9a-f]{64}\Z")


class ScanFiles:
    """The files below one folder, two hex digits to a subfolder. Methods raise `OSError` for the disk."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def path(self, name: bytes) -> Path:
        """Where the file of that digest (32 bytes) lies or would lie."""
        written = name.hex()
        if not _NAME.match(written):
            raise ValueError("scan: not a digest")
        return self.folder / written[:2] / written

    def put(self, name: bytes, sealed: bytes) -> None:
        """Makes the file durable. One that is there whole is made young again; a damaged one is replaced."""
        if sha256(sealed).digest() != name:
            raise ValueError("scan: content is not of that name")
        path = self.path(name)
        if self.state(name, len(sealed), deep=True) == WHOLE:
            os.utime(path)
            return
        self._folders(path)
        beside = path.with_name(f"{path.name}.{os.getpid()}.{threading.get_ident()}{_PART}")
        try:
            with open(beside, "wb") as file:
                file.write(sealed)
                file.flush()
                os.fsync(file.fileno())
            self._settle(beside, name, path)
        except OSError:
            with suppress(OSError):
                beside.unlink(missing_ok=True)
            raise

    def adopt(self, name: bytes, whole: Path) -> bool:
        """Takes in a finished file from the same disk by renaming it; False, and untouched, if its content
        is not of that name.
        """
        path = self.path(name)
        with open(whole, "rb+") as file:
            if file_digest(file, "sha256").digest() != name:
                return False
            os.fsync(file.fileno())
        self._folders(path)
        os.replace(whole, path)
        sync_folder(path.parent)
        return True

    def _settle(self, beside: Path, name: bytes, path: Path) -> None:
        with open(beside, "rb") as file:
            if file_digest(file, "sha256").digest() != name:
                raise OSError("scan: the disk did not keep what was written")
        os.replace(beside, path)
        sync_folder(path.parent)

    def _folders(self, path: Path) -> None:
        if not path.parent.is_dir():
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            sync_folder(self.folder)
            sync_folder(self.folder.parent)

    def state(self, name: bytes, length: int, *, deep: bool = False) -> str:
        """`WHOLE`, `MISSING` or `DAMAGED`; its content is hashed only when `deep`, else its length counts."""
        try:
            if self.path(name).stat().st_size != length:
                return DAMAGED
            if deep:
                with open(self.path(name), "rb") as file:
                    return WHOLE if file_digest(file, "sha256").digest() == name else DAMAGED
        except FileNotFoundError:
            return MISSING
        except OSError:
            return DAMAGED  # a bad sector, a lost right: there, and not to be read
        return WHOLE

    def read(self, name: bytes, length: int) -> bytes:
        """The whole file, its hash checked. Raises `ScanLost`."""
        try:
            with open(self.path(name), "rb") as file:
                sealed = file.read(length + 1)
        except FileNotFoundError as error:
            raise ScanLost(MISSING) from error
        except OSError as error:
            raise ScanLost(DAMAGED) from error
        if len(sealed) != length or sha256(sealed).digest() != name:
            raise ScanLost(DAMAGED)
        return sealed

    def names(self) -> Iterator[bytes]:
        """The names of the files here, in no order."""
        for path in self._all():
            if _NAME.match(path.name):
                yield bytes.fromhex(path.name)

    def remove(self, name: bytes) -> None:
        """Deletes a file; one that is not there is fine."""
        self.path(name).unlink(missing_ok=True)

    def sweep(self, named: Callable[[bytes], bool], now: datetime) -> int:
        """Deletes files no entry names (`named`) and half-written ones, once `KEPT` old; returns how many.

        Call it under the lock under which files are put and named, so that none is named meanwhile.
        """
        gone = 0
        for path in list(self._all()):
            try:
                old = now.timestamp() - path.stat().st_mtime >= KEPT.total_seconds()
                whole = bool(_NAME.match(path.name))
                if old and not (whole and named(bytes.fromhex(path.name))):
                    path.unlink()
                    gone += 1
            except FileNotFoundError:
                continue
        return gone

    def _all(self) -> Iterator[Path]:
        for folder in sorted(self.folder.glob("[0-9a-f][0-9a-f]")):
            yield from (path for path in sorted(folder.iterdir()) if path.is_file())
