"""Head marks: the last place of our own writing, kept twice outside the database.

A database that was restored from an old copy, cloned, or cut short by a damaged WAL opens without a
word and is simply shorter; only something outside it can tell. A mark is written after each commit
and before anything is acknowledged or printed. It need not be durable then: a mark that lags is
harmless. The first one is durable, for one that is missing is not harmless, and so is what must not be
forgotten (a spare block of numbers is taken).
"""

from __future__ import annotations

import json
import os
import sys
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from hashlib import sha256
from pathlib import Path

from sync.durable import make_folder, sync_folder
from sync.model.entry import JournalId, Tip

_SLOT = 1024
_HEADER = 8 + 2
_CHECK = 16


class MarkState(Enum):
    """What the marks say of a database at hand."""

    OK = "ok"
    MISSING = "missing"
    AHEAD = "ahead"
    OTHER_MACHINE = "other-machine"


@dataclass(frozen=True, slots=True)
class Mark:
    """The last own entry written (`journal`, `tip`; None before the first) and spare blocks ever `taken`.

    `lost`: earlier marks were, or another machine wrote them, so that more blocks may have been taken than
    are named here. That never ends: nobody can tell any more.
    """

    machine: str
    journal: JournalId | None = None
    tip: Tip | None = None
    taken: tuple[tuple[int, int], ...] = ()
    counter: int = 0
    lost: bool = False


def machine_id() -> str:
    """A stable name of this machine, hashed: it says same or other, nothing more."""
    return sha256(b"motcua machine\0" + _machine().encode()).hexdigest()[:16]


def _machine() -> str:
    for path in ("/etc/machine-id", "/var/lib/dbus/machine-id"):
        try:
            text = Path(path).read_text("ascii").strip()
        except (OSError, UnicodeDecodeError):
            continue
        if text:
            return text
    if sys.platform == "win32":
        import winreg

        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, r"SOFTWARE\Microsoft\Cryptography") as key:
                return str(winreg.QueryValueEx(key, "MachineGuid")[0])
        except OSError:
            pass
    return f"{uuid.getnode():012x}"


class HeadMarks:
    """The two mark files of one store. Calls come from inside the store's cross-process lock.

    `fresh`: the store is being made now, so that no marks can have been lost.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        store_id: str,
        data: Path,
        machine: str | None = None,
        *,
        fresh: bool = False,
    ) -> None:
        name = sha256(f"{store_id}\0{data.resolve()}".encode()).hexdigest()[:24]
        self._paths = [folder / f"head-{name}.mark" for folder in folders]
        self._machine = machine or machine_id()
        self._fresh = fresh
        self._files: dict[Path, int] = {}

    def read(self) -> Mark | None:
        """The newest whole mark of either file; None when both are missing or unreadable."""
        marks = [mark for path in self._paths for mark in self._slots(path)]
        return max(marks, key=lambda mark: mark.counter, default=None)

    def check(self, knows: Callable[[JournalId, bytes], bool]) -> MarkState:
        """Whether the database that `knows` its entries is the one the marks were written for."""
        mark = self.read()
        if mark is None:
            return MarkState.MISSING
        if mark.machine != self._machine:
            return MarkState.OTHER_MACHINE
        if mark.journal is not None and mark.tip is not None and not knows(mark.journal, mark.tip.digest):
            return MarkState.AHEAD
        return MarkState.OK

    def write(self, journal: JournalId | None, tip: Tip | None, *, durable: bool = False) -> None:
        """Notes the last own entry; with `durable`, on the platter when it returns."""
        self._put(replace(self._before(), journal=journal, tip=tip), durable=durable)

    def take(self, block: tuple[int, int]) -> None:
        """Notes, durably in both files, that a spare block of numbers is taken for ever."""
        before = self._before()
        self._put(replace(before, taken=(*before.taken, block)), durable=True)

    def _before(self) -> Mark:
        """The newest mark as this machine goes on from it."""
        mark = self.read()
        if mark is None:
            return Mark(self._machine, lost=not self._fresh)
        return replace(mark, machine=self._machine, lost=mark.lost or mark.machine != self._machine)

    def close(self) -> None:
        """Closes the files."""
        for handle in self._files.values():
            os.close(handle)
        self._files.clear()

    def _put(self, mark: Mark, *, durable: bool) -> None:
        mark = replace(mark, counter=mark.counter + 1)
        payload = json.dumps(
            {
                "machine": mark.machine,
                "journal": [part.hex() for part in (mark.journal.node, mark.journal.incarnation)]
                + [mark.journal.channel]
                if mark.journal
                else None,
                "tip": [mark.tip.seq, mark.tip.digest.hex()] if mark.tip else None,
                "taken": mark.taken,
                **({"lost": True} if mark.lost else {}),
            },
            separators=(",", ":"),
        ).encode("ascii")
        head = mark.counter.to_bytes(8, "big") + len(payload).to_bytes(2, "big") + payload
        slot = (head + sha256(head).digest()[:_CHECK]).ljust(_SLOT, b"\0")
        if len(slot) > _SLOT:
            raise ValueError("head mark: too many blocks taken")
        for path in self._paths:
            # The first one lasts: who loses both marks in a power cut may number no more.
            first = path not in self._files and not path.exists()
            handle = self._open(path)
            os.lseek(handle, (mark.counter % 2) * _SLOT, os.SEEK_SET)
            if os.write(handle, slot) != _SLOT:
                raise OSError(f"head mark cut short: {path.name}")
            if durable or first:
                os.fsync(handle)
            if first:
                sync_folder(path.parent)

    def _open(self, path: Path) -> int:
        handle = self._files.get(path)
        if handle is None:
            make_folder(path.parent, 0o700)
            flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
            handle = self._files[path] = os.open(path, flags, 0o600)
        return handle

    def _slots(self, path: Path) -> list[Mark]:
        if path not in self._files and not path.exists():
            return []
        handle = self._open(path)
        os.lseek(handle, 0, os.SEEK_SET)
        raw = os.read(handle, 2 * _SLOT)
        return [mark for at in (0, _SLOT) if (mark := _read_slot(raw[at : at + _SLOT])) is not None]


def _read_slot(raw: bytes) -> Mark | None:
    """A whole slot's mark; None for a torn, empty or foreign one."""
    if len(raw) < _HEADER + _CHECK:
        return None
    size = int.from_bytes(raw[8:10], "big")
    end = _HEADER + size
    if sha256(raw[:end]).digest()[:_CHECK] != raw[end : end + _CHECK]:
        return None
    try:
        fields = json.loads(raw[_HEADER:end])
        journal, tip = fields["journal"], fields["tip"]
        return Mark(
            machine=fields["machine"],
            journal=JournalId(bytes.fromhex(journal[0]), journal[2], bytes.fromhex(journal[1]))
            if journal
            else None,
            tip=Tip(tip[0], bytes.fromhex(tip[1])) if tip else None,
            taken=tuple((first, last) for first, last in fields["taken"]),
            counter=int.from_bytes(raw[:8], "big"),
            lost=bool(fields.get("lost", False)),
        )
    except (ValueError, KeyError, TypeError, IndexError):
        return None
