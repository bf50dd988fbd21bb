"""Where a store may lie, and how much room is left there.

SQLite's locks and fsyncs mean nothing on many network file systems (https://sqlite.org/useovernet.html).
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

MiB: Final = 1024 * 1024
RESERVED_BYTES = 50 * MiB
"""Below so much free no new dossier is begun; as much is kept in the ballast for the one being typed."""
WARNED_BYTES = 500 * MiB
"""Below so much the officer is told every day, while there is time."""
LEAST_BYTES = 8 * MiB
"""What one transaction with its papers may need at the most; the ballast is given up before there is less."""
_NETWORK: Final = frozenset(
    {
        *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph"),
        *("fuse.sshfs", "fuse.rclone", "davfs", "fuse.davfs"),
    }
)
_MOUNTS: Final = Path("/proc/self/mountinfo")
_REMOTE_DRIVE: Final = 4
"""DRIVE_REMOTE of GetDriveTypeW."""


@dataclass(frozen=True, slots=True)
class Room:
    """Bytes `free` where the data lies, and whether the `ballast` is still there to be given up."""

    free: int
    ballast: bool

    @property
    def none(self) -> bool:
        """No new dossier may be begun; what is being typed can still be received."""
        return self.free < RESERVED_BYTES

    @property
    def little(self) -> bool:
        """Soon there will be none."""
        return self.free < WARNED_BYTES

    @property
    def for_one_more(self) -> bool:
        """Whether what was typed can be committed, with the ballast's help where need be."""
        return self.free + (RESERVED_BYTES if self.ballast else 0) >= LEAST_BYTES


class Ballast:
    """A file that only takes up room: given up when the disk is full, so that nothing fails at saving."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._file = data / "reserve.bin"

    def room(self) -> Room:
        """How much room there is now. Raises `OSError` where nobody knows."""
        return Room(shutil.disk_usage(self._data).free, self._file.exists())

    def keep(self) -> bool:
        """Takes up its room again where there is plenty; whether it is there."""
        if self._file.exists():
            return True
        if self.room().free < WARNED_BYTES + RESERVED_BYTES:
            return False
        beside = self._file.with_suffix(".part")
        try:
            with open(beside, "wb") as file:
                # Written, not only lengthened: a hole in a file holds nobody's place.
                for _ in range(RESERVED_BYTES // MiB):
                    file.write(b"\0" * MiB)
                file.flush()
                os.fsync(file.fileno())
            os.replace(beside, self._file)
        except OSError:
            beside.unlink(missing_ok=True)
            return False
        return True

    def give_up(self) -> bool:
        """Frees its room; whether there was any to free."""
        try:
            self._file.unlink()
        except OSError:
            return False
        return True

    def before_writing(self) -> None:
        """Gives up the room while a transaction can still use it."""
        try:
            if shutil.disk_usage(self._data).free < LEAST_BYTES:
                self.give_up()
        except OSError:
            return  # whoever writes next will be told what is wrong


def on_network(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether a folder lies on a drive of another machine, as far as this system says."""
    if sys.platform == "win32":
        return _on_windows_network(path)
    where = path.absolute()
    while not where.exists() and where != where.parent:
        where = where.parent
    where = where.resolve()
    found, kind = -1, ""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return False  # no Linux: nothing is known
    for line in lines:
        before, _, after = line.partition(" - ")
        fields = before.split()
        if len(fields) < 5 or not after:
            continue
        # proc(5): blanks and backslashes of a mount point are written as octal numbers
        at = Path(fields[4].replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\"))
        if (where == at or at in where.parents) and len(at.parts) >= found:
            found, kind = len(at.parts), after.split()[0]
    return kind in _NETWORK


def _on_windows_network(path: Path) -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    anchor = path.absolute().anchor
    return anchor.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(anchor) == _REMOTE_DRIVE
