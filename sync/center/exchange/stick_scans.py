"""Scans on the stick at a center: taken in where an entry names them, and given where they are asked for."""

from __future__ import annotations

import shutil

from sync.attachments.files import WHOLE
from sync.attachments.stick_parts import StickPart
from sync.attachments.trouble import ScanLost
from sync.center.exchange.scans import RESERVE, count_in, may_bring, scan_files, uploads_of
from sync.center.store import scans as rows_of
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from sync.journal.port import NodeRecord
from sync.protocol.returning import Received
from sync.protocol.stick_scans import KNOWN, TAKE, UNNAMED, ScanLoad, room_on


class CenterSink(StickPart):
    """Takes in files that admitted entries name in channels the bringer may bring to."""

    def __init__(self, center: Center, record: NodeRecord) -> None:
        super().__init__(uploads_of(center).folder, center.clock())
        self._center, self._channels = center, may_bring(record)
        self._places: list[str] = []
        self._length = 0

    def begin(self, name: bytes, length: int) -> str:
        """See `ScanSink`."""
        with self._center.store.snapshot() as ledger:
            named = rows_of.channels_naming(center_rows(ledger).connection, name, self._channels)
        places = sorted(channel for channel, known in named.items() if known == length)
        lacking = [one for one in places if not self._whole(one, name, length)]
        if not places:
            return UNNAMED
        if not lacking:
            for channel in places:
                count_in(self._center, channel, name, length)
            return KNOWN
        if uploads_of(self._center).free() < RESERVE + length:
            return UNNAMED
        self._places, self._length = lacking, length
        self._begin_part(name)
        return TAKE

    def _whole(self, channel: str, name: bytes, length: int) -> bool:
        return scan_files(self._center, channel).state(name, length, deep=True) == WHOLE

    def finish(self) -> bool:
        """See `ScanSink`."""
        self._close_part()
        first, *others = self._places
        if not scan_files(self._center, first).adopt(self._name, self._part):
            self._part.unlink(missing_ok=True)
            return False
        for channel in others:
            shutil.copyfile(scan_files(self._center, first).path(self._name), self._part)
            scan_files(self._center, channel).adopt(self._name, self._part)
        for channel in self._places:
            count_in(self._center, channel, self._name, self._length)
        return True


def load_for(center: Center, received: Received, free: int) -> ScanLoad:
    """What goes home in the answer: the center's word on what was asked, and the files that are lacked."""
    places: dict[tuple[bytes, int], str] = {}
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        for name in dict.fromkeys(received.bundle.manifest.scans_lacked):
            named = rows_of.channels_naming(connection, name, received.record.reads)
            for channel, length in named.items():
                if scan_files(center, channel).state(name, length) == WHOLE:
                    places[name, length] = channel

    def read(name: bytes, length: int) -> bytes | None:
        try:
            return scan_files(center, places[name, length]).read(name, length)
        except ScanLost:
            return None

    return ScanLoad(
        offered=list(places),
        read=read,
        held=received.visit.scans_held,
        wanted=received.visit.scans_wanted,
        room=room_on(free),
    )
