"""Scans on the stick at the desk: which go along, and where those go that came."""

from __future__ import annotations

from desk_app.domain.rights import MACHINE
from desk_app.operations.attaching import files_of
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.receipts import center_incarnation
from desk_app.store.places import RESERVED_BYTES
from desk_app.store.scans import scan_tables_of
from sync.attachments.files import WHOLE
from sync.attachments.stick_parts import StickPart
from sync.attachments.trouble import ScanLost
from sync.protocol.bundles import Bundle
from sync.protocol.stick_scans import KNOWN, TAKE, UNNAMED, ScanLoad, room_on
from sync.protocol.unloading import Unloaded


@needs(MACHINE)
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
        room=room_on(free),
    )


class DeskSink(StickPart):
    """Takes in files that entries of this desk's channels name; each is durable before it counts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.paths.scans, desk.clock())
        self._desk = desk
        self._files = files_of(desk)

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
        self._begin_part(name)
        return TAKE

    def finish(self) -> bool:
        """See `ScanSink`."""
        self._close_part()
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


@needs(MACHINE)
def confirms_scans(desk: Desk, bundle: Bundle) -> bool:
    """Whether the center's answer in a bundle says that it holds scans that wait for its word."""
    if bundle.manifest.to != desk.keys.node or bundle.maker.node not in desk.store.trusted:
        return False
    held = set(bundle.manifest.scans_held)
    with desk.reading() as ledger:
        waiting = scan_tables_of(ledger).unconfirmed(desk.keys.node, center_incarnation(desk, ledger))
    return any(one.name in held for one in waiting)


@needs(MACHINE)
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
