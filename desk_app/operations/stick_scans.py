"""Scans on the stick at the desk: which go along, and where those go that came."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from desk_app.operations.attaching import files_of
from desk_app.operations.desk import Desk
from desk_app.operations.receipts import center_incarnation
from desk_app.store.scans import scan_tables_of
from desk_app.store.store import RESERVED_BYTES
from sync.attachments.files import WHOLE
from sync.attachments.trouble import ScanLost
from sync.attachments.uploads import forget_stick_parts
from sync.protocol.bundles import Bundle
from sync.protocol.stick_scans import KNOWN, TAKE, UNNAMED, ScanLoad
from sync.protocol.unloading import Unloaded

_MARGIN = 16 * 1024 * 1024
"""Bytes of a stick that are left alone."""


def load_for_center(desk: Desk, free: int) -> ScanLoad:
    """What the center has not confirmed, and what somebody here would like to see. `free` bytes there are."""
    with desk.reading() as ledger:
        tables = scan_tables_of(ledger)
        open_ones = tables.unconfirmed(desk.keys.node, center_incarnation(desk, ledger))
        lacks = [one.name for one in tables.wanted()]
    files = files_of(desk)

    def read(name: bytes, length: int) -> bytes | None:
        try:
            return files.read(name, length)
        except ScanLost:
            return None

    return ScanLoad(
        offered=[(one.name, one.length) for one in open_ones],
        read=read,
        asked=[one.name for one in open_ones],
        lacks=lacks,
        room=max(0, free - _MARGIN),
    )


class DeskSink:
    """Takes in files that entries of this desk's channels name; each is durable before it counts."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._files = files_of(desk)
        self._file: BinaryIO | None = None
        self._name = b""
        forget_stick_parts(desk.paths.scans, desk.clock())

    @property
    def _part(self) -> Path:
        return self._desk.paths.scans / f"{self._name.hex()}.stick"

    def begin(self, name: bytes, length: int) -> str:
        """See `ScanSink`."""
        with self._desk.reading() as ledger:
            known = scan_tables_of(ledger).named_file(name)
        if known is None or known.length != length:
            return UNNAMED
        if self._files.state(name, length, deep=True) == WHOLE:
            return KNOWN
        if self._desk.store.free_bytes() < RESERVED_BYTES + length:
            return UNNAMED
        self._name = name
        self._part.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._file = open(self._part, "wb")  # noqa: SIM115 - open from one part to the next
        return TAKE

    def add(self, content: bytes) -> None:
        """See `ScanSink`."""
        assert self._file is not None
        self._file.write(content)

    def finish(self) -> bool:
        """See `ScanSink`."""
        self._close()
        with self._desk.writing() as ledger:
            whole = self._files.adopt(self._name, self._part)
            if whole:
                tables = scan_tables_of(ledger)
                tables.put_wanted(self._name, False)
                tables.put_fetched(self._name)
                tables.put_problem(self._name, "")
        if not whole:
            self._part.unlink(missing_ok=True)
        return whole

    def drop(self) -> None:
        """See `ScanSink`."""
        self._close()
        with suppress(OSError):
            self._part.unlink(missing_ok=True)

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None


def confirms_scans(desk: Desk, bundle: Bundle) -> bool:
    """Whether the center's answer in a bundle says that it holds scans that wait for its word."""
    if bundle.manifest.to != desk.keys.node or bundle.maker.node not in desk.store.trusted:
        return False
    held = set(bundle.manifest.scans_held)
    with desk.reading() as ledger:
        waiting = scan_tables_of(ledger).unconfirmed(desk.keys.node, center_incarnation(desk, ledger))
    return any(one.name in held for one in waiting)


def note_answer(desk: Desk, taken: Unloaded) -> int:
    """Notes what the center's answer says of scans; how many it confirmed that were not."""
    if not taken.incarnation or not (taken.scans_held or taken.scans_wanted):
        return 0
    with desk.writing() as ledger:
        tables = scan_tables_of(ledger)
        before = tables.count_unconfirmed(desk.keys.node, taken.incarnation)
        for name in taken.scans_held:
            tables.put_held(name, taken.incarnation)
        for name in taken.scans_wanted - taken.scans_held:
            tables.put_held(name, b"")
        return max(0, before - tables.count_unconfirmed(desk.keys.node, taken.incarnation))
