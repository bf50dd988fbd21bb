"""Scans at a hub: carried up to its center after the entries, smallest first, resumed to the byte.

The hub cannot read them and its word counts for nothing: a desk believes the center alone. What a file's
upload has come to is known to the center, so a hub that was killed in the middle keeps nothing of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from sync.attachments.files import MISSING, WHOLE
from sync.attachments.tokens import LIFE, PUT, ScanToken, sign_token
from sync.attachments.trouble import ScanLost
from sync.center.exchange.scans import scan_files
from sync.center.store import scans as rows_of
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from sync.links.carrying import HELD, ChunkPace, Uploading, Wire
from sync.model.moment import day_of
from sync.protocol.hearing import Heard
from sync.protocol.limits import MAX_SCANS
from sync.protocol.ports import REFUSED, LinkFailed
from sync.protocol.receipts import latest_receipt

SPENT: Final = "scans-up"
"""Note: the day and the bytes of scans that were sent up on it."""

_PATIENCE: Final = 3
"""Exchanges of a contact in which a scan is asked about: heads, then wants, then its entry is there."""
Allow = Callable[[], bool]
"""Whether the next chunk may go: something new from a desk comes first."""


@dataclass
class UpTalk:
    """What a hub says of scans to its center: asks about each that it holds and no word covers yet.

    `sent_now`: some went up in this contact, so that the center's word about them is worth asking for.
    """

    hub: Center
    daily_bytes: int = 0
    asked_before: set[bytes] = field(default_factory=set)
    wanted: dict[bytes, tuple[str, int]] = field(default_factory=dict)
    sent_now: bool = False
    _now: list[bytes] = field(default_factory=list)
    _silent: Counter[bytes] = field(default_factory=Counter)
    _open: dict[bytes, list[tuple[str, int]]] = field(default_factory=dict)

    def asked(self) -> list[bytes]:
        """The next names to ask about, the smallest files first; none while the day's bytes are spent."""
        self._open = {}
        if self._done_for_today():
            return []
        for channel, name, length in self._held():
            self._open.setdefault(name, []).append((channel, length))
        names = [name for name in self._open if name not in self.asked_before][:MAX_SCANS]
        self.asked_before.update(names)
        self._now = names
        return names

    def _done_for_today(self) -> bool:
        return bool(self.daily_bytes) and not self.sent_now and spent_today(self.hub) >= self.daily_bytes

    def _held(self) -> list[tuple[str, bytes, int]]:
        with self.hub.store.snapshot() as ledger:
            incarnation = _incarnation(self.hub)
            most = MAX_SCANS + len(self.asked_before)
            return rows_of.held_below(center_rows(ledger).connection, incarnation, most)

    def told(self, heard: Heard) -> None:
        """Notes what the center holds, and what it lacks and is here."""
        note_incarnation(self.hub, heard.incarnation)
        self._ask_again(heard)
        if not heard.scans_held and not heard.scans_wanted:
            return
        with self.hub.store.transaction() as ledger:
            rows = center_rows(ledger)
            for name in heard.scans_held:
                self.wanted.pop(name, None)
                for channel, _length in self._open.get(name, ()):
                    rows_of.put_above(rows.connection, channel, name, heard.incarnation)
            for name in heard.scans_wanted:
                for channel, length in rows_of.held_places(rows.connection, name):
                    rows_of.put_above(rows.connection, channel, name, b"")
                    self.wanted[name] = (channel, length)
            rows.changed = True

    def _ask_again(self, heard: Heard) -> None:
        """Of a file whose entry the center does not have yet nothing is said: the entry is on its way."""
        for name in set(self._now) - heard.scans_held - heard.scans_wanted:
            self._silent[name] += 1
            if self._silent[name] < _PATIENCE:
                self.asked_before.discard(name)

    @property
    def more(self) -> bool:
        """Whether some have not been asked about yet."""
        if self._done_for_today():
            return False
        return any(name not in self.asked_before for _channel, name, _length in self._held())


_INCARNATION: Final = "scans-up-center"


def note_incarnation(hub: Center, incarnation: bytes) -> None:
    """Under which incarnation the center spoke last: a restored one is asked about everything again."""
    if _incarnation(hub) == incarnation:
        return
    with hub.store.transaction() as ledger:
        ledger.rows.put_note(_INCARNATION, incarnation)
        center_rows(ledger).changed = True


def _incarnation(hub: Center) -> bytes:
    with hub.store.snapshot() as ledger:
        return ledger.rows.note(_INCARNATION) or b""


@dataclass
class UpCarrier:
    """Carries up what the center wants. `daily_bytes` of scans may go up a day (0: any number)."""

    hub: Center
    wire: Wire
    talk: UpTalk
    pace: ChunkPace
    allow: Allow = lambda: True
    daily_bytes: int = 0
    sent: int = 0
    stopped: bool = False
    failure: LinkFailed | None = None
    _tried: set[bytes] = field(default_factory=set)

    def run(self) -> bool:
        """Sends until nothing is left or something stands in the way; whether anything got across."""
        before = self.sent
        try:
            for name, (channel, length) in sorted(self.talk.wanted.items(), key=lambda one: one[1][1]):
                if name in self._tried:
                    continue
                self._tried.add(name)
                self._send(channel, name, length)
                if self.stopped:
                    break
        except LinkFailed as failure:
            self.failure = failure
        return self.sent > before

    def _send(self, channel: str, name: bytes, length: int) -> None:
        try:
            sealed = scan_files(self.hub, channel).read(name, length)
        except ScanLost as lost:
            self._lost(channel, name, lost.state)
            return
        uploading = Uploading(self.wire, sealed, self._token(channel, name, length), self.pace, self._allowed)
        try:
            result = uploading.run()
        except LinkFailed as failure:
            if failure.kind != REFUSED:
                raise
            return  # this one file alone: its entry is not admitted there, or was purged
        if result == HELD:
            self.sent += 1
            self.talk.sent_now = True
            self.talk.asked_before.discard(name)
        else:
            self.stopped = True
            self._tried.discard(name)

    def _lost(self, channel: str, name: bytes, state: str) -> None:
        """The file is not what it was: desks hear of it in their next exchange and bring it again."""
        with self.hub.store.transaction() as ledger:
            rows = center_rows(ledger)
            rows_of.mark_all(rows.connection, channel, name, rows_of.LOST)
            rows.changed = True
        if state != MISSING:
            scan_files(self.hub, channel).remove(name)
        self.talk.wanted.pop(name, None)

    def _token(self, channel: str, name: bytes, length: int) -> str:
        assert self.hub.upstream is not None
        center = self.hub.upstream.center.node
        with self.hub.store.snapshot() as ledger:
            receipt = latest_receipt(ledger, center)
        heard = receipt.time if receipt else int(self.hub.clock().timestamp())
        token = ScanToken(PUT, self.hub.keys.node, channel, name, length, heard + LIFE)
        return sign_token(self.hub.keys, center, token)

    def _allowed(self, size: int) -> int:
        if not self.allow():
            return 0
        if not self.daily_bytes:
            return size
        size = min(size, self.daily_bytes - spent_today(self.hub))
        if size > 0:
            _spend(self.hub, size)
        return size


def spent_today(hub: Center) -> int:
    """Bytes of scans that went up today, whatever came of them."""
    with hub.store.snapshot() as ledger:
        day, _, spent = (ledger.rows.note(SPENT) or b"").partition(b":")
    return int(spent) if day == _today(hub) else 0


def _spend(hub: Center, size: int) -> None:
    total = spent_today(hub) + size
    with hub.store.transaction() as ledger:
        ledger.rows.put_note(SPENT, b"%b:%d" % (_today(hub), total))
        center_rows(ledger).changed = True


def _today(hub: Center) -> bytes:
    return b"%d" % day_of(hub.clock()).toordinal()


def scans_below(hub: Center) -> int:
    """How many scans lie here whose holding the center has not confirmed."""
    with hub.store.snapshot() as ledger:
        found = rows_of.held_below(center_rows(ledger).connection, _incarnation(hub), 1_000_000)
    files = {name for channel, name, length in found if scan_files(hub, channel).state(name, length) == WHOLE}
    return len(files)
