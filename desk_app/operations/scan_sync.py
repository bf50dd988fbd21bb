"""Scans on the way: asked about in the exchange, sent after the entries, smallest first, so many a day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import file_digest
from pathlib import Path
from typing import BinaryIO, ClassVar, Final, Protocol

from desk_app.domain.rights import MACHINE
from desk_app.operations.attaching import files_of, sweep_scans
from desk_app.operations.conditions import condition_of
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.receipts import center_incarnation
from desk_app.operations.scan_settings import ScanSettings, scan_settings
from desk_app.store.scans import NamedFile, ScanTables, scan_tables_of
from desk_app.store.tables import tables_of
from sync.attachments.files import WHOLE
from sync.attachments.tokens import GET, LIFE, PUT, ScanToken, sign_token
from sync.attachments.trouble import ScanLost
from sync.identity.keys import PublicKeys
from sync.links.carrying import GONE, HELD, STOPPED, ChunkPace, Fetching, Uploading, Wire
from sync.protocol.draining import Drained, drain
from sync.protocol.hearing import Heard
from sync.protocol.limits import MAX_SCANS
from sync.protocol.ports import REFUSED, LinkFailed, Post
from sync.protocol.receipts import latest_receipt, pending_entries
from sync.protocol.retry import Pace

_SPENT: Final = "scan_bytes"
_SWEPT: Final = "scan_sweep"
HUB_SCAN_MINUTES: Final = 24 * 60
"""So long a scan that the hub has is left to the hub, which may have bytes for so much a day only."""
_FIRST_BYTES: Final = 128 * 1024
"""A rate is judged only after so many bytes."""


@dataclass
class ScanTalk:
    """What an exchange says of scans: asks once about each that no receipt covers, notes the answers."""

    desk: Desk
    asked_before: set[bytes] = field(default_factory=set)
    wanted: set[bytes] = field(default_factory=set)

    def asked(self) -> list[bytes]:
        """The next names to ask about: this desk's own, and those of others that were fetched."""
        names = [one.name for one in self.unconfirmed() if one.name not in self.asked_before][:MAX_SCANS]
        self.asked_before.update(names)
        return names

    def unconfirmed(self) -> list[NamedFile]:
        """Files the center has not confirmed, the smallest first."""
        with self.desk.reading() as ledger:
            incarnation = center_incarnation(self.desk, ledger)
            return scan_tables_of(ledger).unconfirmed(self.desk.keys.node, incarnation)

    def told(self, heard: Heard) -> None:
        """Notes what the center holds and what it lacks."""
        self.wanted |= heard.scans_wanted
        self.wanted -= heard.scans_held
        if not heard.scans_held and not heard.scans_wanted:
            return
        with self.desk.writing() as ledger:
            tables = scan_tables_of(ledger)
            for name in heard.scans_held:
                tables.put_held(name, heard.incarnation)
            for name in heard.scans_wanted:
                if tables.is_named(name):
                    tables.put_held(name, b"")

    @property
    def more(self) -> bool:
        """Whether some have not been asked about yet."""
        return any(one.name not in self.asked_before for one in self.unconfirmed())


class Talk(Protocol):
    """What an exchange says of scans, whomever it is with."""

    asked_before: set[bytes]
    wanted: set[bytes]

    def asked(self) -> list[bytes]:
        """The next names to ask about."""

    def told(self, heard: Heard) -> None:
        """An exchange was completed."""

    def unconfirmed(self) -> list[NamedFile]:
        """Files the other is not known to have, the smallest first."""

    @property
    def more(self) -> bool:
        """Whether some have not been asked about yet."""


@needs(MACHINE)
def minutes(desk: Desk) -> int:
    """Minutes since 1970, by the desk's clock."""
    return int(desk.clock().timestamp()) // 60


@dataclass
class Carrier:
    """Carries scans of one synchronisation. `stopwatch` is monotonic, in seconds.

    `baseline` entries waited after the last exchange (refused ones, say): only newer ones come before scans.
    What the hub that answered just now (as `hub`, empty: none) has is on its way by the hub.
    """

    desk: Desk
    center: PublicKeys
    wire: Wire
    talk: Talk
    stopwatch: Callable[[], float]
    sent: int = 0
    fetched: int = 0
    failure: LinkFailed | None = None
    baseline: int = 0
    hub: bytes = b""
    _bytes: int = 0
    _seconds: float = 0.0
    _began: float = 0.0
    _tried: set[bytes] = field(default_factory=set)

    words_gone: ClassVar[str] = "Trung tâm chưa có tệp này."
    words_wrong: ClassVar[str] = "Tệp ở trung tâm không đúng; đã báo, sẽ thử lại lần sau."

    def __post_init__(self) -> None:
        self.pace = ChunkPace()
        self.settings: ScanSettings = scan_settings(self.desk)

    def run(self) -> bool:
        """Sends and fetches until nothing is left, something stands in the way, or entries wait.

        True: an exchange now has something to say (a scan got across, or entries wait).
        """
        moved = False
        try:
            for one in self._to_send():
                self._tried.add(one.name)
                result = self._send(one)
                if result == STOPPED:
                    self._tried.discard(one.name)
                    return moved or self._entries_wait()
                moved |= result == HELD
            with self.desk.reading() as ledger:
                to_fetch = [one for one in scan_tables_of(ledger).wanted() if one.name not in self._tried]
            for one in to_fetch:
                self._tried.add(one.name)
                if self._fetch(one) == STOPPED:
                    return moved or self._entries_wait()
        except LinkFailed as failure:
            self.failure = failure
        return moved

    def _to_send(self) -> list[NamedFile]:
        return [
            one
            for one in self.talk.unconfirmed()
            if one.name in self.talk.wanted and one.name not in self._tried and not self._goes_by_hub(one)
        ]

    def _goes_by_hub(self, one: NamedFile) -> bool:
        """A line carries a scan once: the hub's turn comes first, for `HUB_SCAN_MINUTES`."""
        if not self.hub:
            return False
        with self.desk.reading() as ledger:
            known = scan_tables_of(ledger).state(one.name)
        return known.at_hub == self.hub and minutes(self.desk) - known.at_hub_since < HUB_SCAN_MINUTES

    def _send(self, one: NamedFile) -> str:
        try:
            sealed = files_of(self.desk).read(one.name, one.length)
        except ScanLost as lost:
            words = "thiếu tệp" if lost.state == "missing" else "tệp hỏng hoặc bị đổi"
            self._note(lambda tables: tables.put_problem(one.name, f"Chưa gửi được: {words} ở máy này."))
            return GONE
        uploading = Uploading(
            self.wire,
            sealed,
            self._token(PUT, one),
            self.pace,
            self._allow,
            one.url,
            lambda url: self._keep(one, url),
        )
        try:
            result = uploading.run()
        except LinkFailed as failure:
            if failure.kind != REFUSED:
                raise
            self._note(lambda tables: tables.put_problem(one.name, self.words_gone))
            return GONE  # it alone: it holds up no other
        if result == HELD:
            self.sent += 1
            self.talk.asked_before.discard(one.name)
            self._note(lambda tables: tables.put_problem(one.name, ""))
        return result

    def _keep(self, one: NamedFile, url: str) -> None:
        """Where its upload goes on another day."""
        self._note(lambda tables: tables.put_url(one.name, url))

    def _fetch(self, one: NamedFile) -> str:
        files = files_of(self.desk)
        if files.state(one.name, one.length, deep=True) == WHOLE:
            self._note(lambda tables: tables.put_wanted(one.name, False))
            return HELD
        part = self.desk.paths.scans / f"{one.name.hex()}.part"
        part.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with open(part, "ab") as file:
            have = file.tell()
            fetching = Fetching(
                self.wire,
                one.name,
                one.length,
                self._token(GET, one),
                have,
                lambda piece: _add(file, piece),
                self.pace,
                self._allow,
            )
            result = fetching.run() if have < one.length else HELD
        if result == STOPPED:
            return result
        problem = self.words_gone if result == GONE else ""
        if result == HELD and not self._adopt(one, part):
            problem = self.words_wrong
        if problem:
            part.unlink(missing_ok=True)

        def note(tables: ScanTables) -> None:
            tables.put_problem(one.name, problem)
            if not problem:
                tables.put_wanted(one.name, False)
                tables.put_fetched(one.name)

        with self.desk.reading() as ledger:
            known = scan_tables_of(ledger).state(one.name)
        if not problem or known.problem != problem:  # a hub is asked every few seconds
            self._note(note)
        self.fetched += not problem
        return result

    def _adopt(self, one: NamedFile, part: Path) -> bool:
        """Under the store's lock, as every file that is put."""
        with open(part, "rb") as file:
            if file_digest(file, "sha256").digest() != one.name:
                return False
        with self.desk.writing():
            return files_of(self.desk).adopt(one.name, part)

    def _token(self, purpose: str, one: NamedFile) -> str:
        with self.desk.reading() as ledger:
            receipt = latest_receipt(ledger, self.center.node)
        heard = receipt.time if receipt else int(self.desk.clock().timestamp())
        node = self.desk.keys.node
        token = ScanToken(purpose, node, one.channel, one.name, one.length, heard + LIFE)
        return sign_token(self.desk.keys, self.center.node, token)

    def _note(self, change: Callable[[ScanTables], None]) -> None:
        with self.desk.writing() as ledger:
            change(scan_tables_of(ledger))

    # -- how much may travel ------------------------------------------------------------------------

    def _allow(self, size: int) -> int:
        """Bytes that may travel now: none while entries wait, or on too thin a line."""
        now = self.stopwatch()
        if self._bytes:
            self._seconds += now - self._began
        if self._entries_wait() or self._too_thin():
            return 0
        if self.settings.daily_bytes:
            size = min(size, self.settings.daily_bytes - spent_today(self.desk))
        if size > 0:
            self._bytes += size
            self._began = now
            add_spent(self.desk, size)
        return size

    def _too_thin(self) -> bool:
        least = self.settings.least_rate
        return bool(least) and self._bytes >= _FIRST_BYTES and self._bytes < least * self._seconds

    def _entries_wait(self) -> bool:
        with self.desk.reading() as ledger:
            return pending_entries(ledger, self.desk.keys.node, self.center.node).entries > self.baseline


@dataclass(frozen=True, slots=True)
class Carried:
    """What became of scans in one synchronisation; `failure` is what the line said last."""

    sent: int = 0
    fetched: int = 0
    failure: LinkFailed | None = None


FILL_ROUNDS = 20
"""Exchanges in a row that fill up what is older than a checkpoint, before scans have their turn."""


@needs(MACHINE)
def drain_all(
    desk: Desk,
    center: PublicKeys,
    post: Post,
    wire: Wire | None,
    pace: Pace,
    stopwatch: Callable[[], float],
    *,
    hub: bytes = b"",
) -> tuple[Drained, Carried]:
    """Exchanges entries with the center, then carries scans (`carry_all`); `hub`: who answered just now."""
    talk = ScanTalk(desk)
    carrier = Carrier(desk, center, wire, talk, stopwatch, hub=hub) if wire is not None else None
    found = carry_all(desk, center, post, pace, talk, carrier)
    _sweep_daily(desk)
    return found


@needs(MACHINE)
def carry_all(
    desk: Desk, peer: PublicKeys, post: Post, pace: Pace, talk: Talk, carrier: Carrier | None
) -> tuple[Drained, Carried]:
    """Exchanges until nothing is left, then carries scans, exchanging again for what they change.

    Without a carrier scans are asked about and not carried. Each scan is tried once.
    """

    def exchange() -> Drained:
        return drain(
            *(desk.store, desk.keys, peer, post, desk.clock, pace),
            scans=talk,
            fill_rounds=FILL_ROUNDS,
            conditions=lambda: [condition_of(desk)],
        )

    done = exchange()
    while done.reached and done.failure is None and not done.problem:
        again = talk.more
        if carrier is not None and not again and carrier.failure is None:
            carrier.baseline = done.pending
            again = carrier.run()
        if not again:
            break
        done = exchange().after(done)
    if carrier is None:
        return done, Carried()
    return done, Carried(carrier.sent, carrier.fetched, carrier.failure)


def _sweep_daily(desk: Desk) -> None:
    """Once a day, for a listing of all files takes its time."""
    if desk.tables.setting(_SWEPT) == desk.today():
        return
    sweep_scans(desk)
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(_SWEPT, desk.today())


def _add(file: BinaryIO, piece: bytes) -> None:
    file.write(piece)


@needs(MACHINE)
def spent_today(desk: Desk) -> int:
    """Bytes of scans sent and fetched today, whatever came of them."""
    day, spent = desk.tables.setting(_SPENT) or (0, 0)
    return int(spent) if day == desk.today() else 0


@needs(MACHINE)
def add_spent(desk: Desk, size: int) -> None:
    """Counts bytes that are about to travel."""
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(_SPENT, [desk.today(), spent_today(desk) + size])


@needs(MACHINE)
def scans_pending(desk: Desk) -> int:
    """How many scans this desk attached the center has not confirmed; what cannot be sent counts too."""
    with desk.reading() as ledger:
        incarnation = center_incarnation(desk, ledger)
        return scan_tables_of(ledger).count_unconfirmed(desk.keys.node, incarnation)


@needs(MACHINE)
def scans_wanted(desk: Desk) -> bool:
    """Whether somebody here asked for a scan that has not come."""
    with desk.reading() as ledger:
        return bool(scan_tables_of(ledger).wanted())
