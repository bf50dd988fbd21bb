"""Bundles as files on a stick: written so that pulling it out at any moment leaves a whole file or none.

``.part`` beside it, fsync, rename, then read again from the medium and verified; only then may anybody say
that the stick can be taken out. Names are made here, of ASCII letters; nothing that stands in a bundle ever
becomes a name or a path.
"""

from __future__ import annotations

import errno
import os
import re
import shutil
import stat
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, TypeVar

from sync.durable import sync_folder
from sync.protocol import limits
from sync.protocol.bundles import NOT_A_BUNDLE, TOO_LARGE, UNREADABLE, BundleRefused

SUFFIX = ".mcb"
_T = TypeVar("_T")
_SAFE = re.compile(r"[^0-9A-Za-z.]+")

NO_FOLDER = "no-folder"
READ_ONLY = "read-only"
FULL = "full"
BROKEN = "broken"
KINDS = (NO_FOLDER, READ_ONLY, FULL, BROKEN)


class StickFailed(Exception):
    """Trouble with the medium, never a bug of ours. `kind` is one of `KINDS`; the text is for the log."""

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(f"{kind}: {detail}" if detail else kind)
        self.kind = kind


def bundle_name(what: str, unit: str, desk: int, at: datetime, chance: bytes) -> str:
    """A name that says to a person what it is: ``motcua-<what>-<unit>-q<desk>-<date>-<time>-<4 hex>.mcb``."""
    unit = _SAFE.sub("", unit)[:40].strip(".")
    return f"motcua-{what}-{unit}-q{desk}-{at:%Y%m%d-%H%M%S}-{chance[:2].hex()}{SUFFIX}"


def place_bundle(
    folder: Path, name: str, write: Callable[[BinaryIO], _T], check: Callable[[BinaryIO], object]
) -> tuple[Path, _T]:
    """Writes a bundle into a folder; returns its path and what `write` returned. Raises `StickFailed`.

    `write` fills the file; `check` reads it again, from the medium where the system lets us, and raises
    `BundleRefused` when it is not what was written. Nothing half-written is left under the bundle's name.
    """
    if not folder.is_dir():
        raise StickFailed(NO_FOLDER, str(folder.name))
    path, beside = folder / name, folder / f"{name}.part"
    try:
        # O_EXCL: nothing that lies on the stick already, no link either, is written through or over
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    except OSError as error:
        raise _failed(error) from error
    try:
        with os.fdopen(handle, "w+b") as file:
            made = write(file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
        _sync_folder(folder)
        _read_again(path, check)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise _failed(error) from error
    except BundleRefused as error:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise StickFailed(BROKEN, error.reason) from error
    except BaseException:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise
    return path, made


def _read_again(path: Path, check: Callable[[BinaryIO], object]) -> None:
    with open_stick_file(path) as file:
        advise = getattr(os, "posix_fadvise", None)
        if advise is not None:  # what was just written would else come from memory, not from the stick
            advise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        check(file)


def open_stick_file(path: Path) -> BinaryIO:
    """Opens a file somebody chose, to read. Raises `BundleRefused` for what is no file of a bundle's size."""
    try:
        # not blocking: a pipe or a device that lies on the stick must not hold us up
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        kind = NOT_A_BUNDLE if error.errno in (errno.EISDIR, errno.ENXIO) or path.is_dir() else UNREADABLE
        raise BundleRefused(kind) from error
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode):
            raise BundleRefused(NOT_A_BUNDLE)
        if found.st_size > limits.MAX_BUNDLE:
            raise BundleRefused(TOO_LARGE)
        return os.fdopen(handle, "rb")
    except BaseException:
        with suppress(OSError):
            os.close(handle)
        raise


def free_in(folder: Path) -> int:
    """Bytes free where a bundle is to lie; 0 when that cannot be told."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def bundles_in(folder: Path, most: int = 50) -> list[Path]:
    """The bundles that lie in a folder, the newest first; none when it cannot be read."""
    try:
        found = [one for one in folder.iterdir() if one.suffix.lower() == SUFFIX and one.is_file()]
        return sorted(found, key=lambda one: one.stat().st_mtime, reverse=True)[:most]
    except OSError:
        return []


def _sync_folder(folder: Path) -> None:
    try:
        sync_folder(folder)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # file systems that sync no folders
            raise


def _failed(error: OSError) -> StickFailed:
    kinds = {errno.ENOSPC: FULL, errno.EFBIG: FULL, errno.EROFS: READ_ONLY}
    kinds |= {errno.EACCES: READ_ONLY, errno.EPERM: READ_ONLY, errno.ENOENT: NO_FOLDER}
    return StickFailed(kinds.get(error.errno or 0, BROKEN), type(error).__name__)
