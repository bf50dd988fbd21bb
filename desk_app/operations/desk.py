"""The desk itself: an opened data folder with its settings, calendar and catalogue."""

from __future__ import annotations

import json
import os
import time as ticking
from collections.abc import Callable, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desk_app.documents.office import Office
from desk_app.domain.accesses import Accesses
from desk_app.domain.mistakes import DeskError
from desk_app.operations.clear_papers import clear_papers
from desk_app.operations.founding import check_set_up, clear_unfinished, read_identity
from desk_app.operations.key_files import SERVICE
from desk_app.operations.key_opening import opening_key
from desk_app.operations.troubles import closed_on_trouble, in_words
from desk_app.paths import DeskPaths, keys_folder, mark_folders
from desk_app.store.driver import StoreTrouble
from desk_app.store.rebuild import refold_some, refolding_due, set_refolded
from desk_app.store.store import Store, write_atomically
from desk_app.store.tables import DeskTables, connection_of, tables_of
from sync.acts.receive import Terms
from sync.durable import make_folder
from sync.identity.keys import NodeKeys, PublicKeys
from sync.identity.secrets import SecretStore
from sync.journal.ledger import Ledger
from sync.journal.marks import HeadMarks
from sync.journal.own import OwnJournals
from sync.journal.port import NodeRecord
from sync.model.accounts import NO_ACCOUNTS
from sync.model.calendar import Calendar
from sync.model.due import Policy, SupplementRule
from sync.model.kinds import DESK
from sync.model.moment import day_of
from sync.model.number import TRAINING_UNIT, Lease, main_range
from sync.resources import read_resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desk_app.domain.login_session import LoginSession
    from sync.catalogue.catalogue import Catalogue

REFOLDED_AT_START = 2_000
"""Rows brought up to a newer fold before a start goes on, about a second; the window does the rest."""
REFOLDED_AT_ONCE = 50
"""Rows brought up in one step while officers work: some 20 ms."""
FORM_SET = "TT 03/2025"
CALENDAR = "calendar"
CALENDAR_OWN = "calendar_own"
"""The unit's own hours and days, laid over the calendar."""
ALWAYS = date(2000, 1, 1)
"""First date of a range nobody held before: a desk set up under a wrong clock may still number."""
PUBLISHED, FEES_OWN = "published", "fees_own"
"""Which releases of the center count here: {publisher, digest, count}; what the unit wrote: {fees, stamp}."""
Clock = Callable[[], datetime]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the office set up: `desk` 1 to 6, `cutoff` of policy P2, `center` the pinned center's keys."""

    unit: str
    unit_name: str
    desk: int
    policy: Policy = "P1"
    cutoff: time | None = None
    form_set: str = FORM_SET
    upstream_title: str = ""
    place: str = ""
    address: str = ""
    phone: str = ""
    center: PublicKeys | None = None
    center_address: str = ""
    center_pins: tuple[bytes, ...] = ()
    center_title: str = ""
    typeface: str = "shipped"
    reception_title: str = ""
    supplement_rule: SupplementRule = "RESTART"

    @property
    def channel(self) -> str:
        """The unit's channel."""
        return f"unit:{self.unit}"

    @property
    def enrolled(self) -> bool:
        """Whether a center knows this desk."""
        return self.center is not None

    @property
    def office(self) -> Office:
        """The office as papers name it."""
        return Office(
            self.unit_name,
            self.upstream_title,
            self.reception_title,
            self.place,
            self.address,
            self.phone,
            self.training,
        )

    @property
    def training(self) -> bool:
        """Whether this is a desk to practise at: nothing of it is genuine."""
        return self.unit == TRAINING_UNIT

    @property
    def terms(self) -> Terms:
        """What dossiers are received by."""
        return Terms(self.unit, self.desk, self.policy, self.cutoff, self.form_set)


class Desk:
    """An opened data folder. Threads share it; the store queues writers."""

    def __init__(self, store: Store, keys: NodeKeys, clock: Clock) -> None:
        self.store = store
        self.keys = keys
        self.clock = clock
        self.entropy: Callable[[int], bytes] = os.urandom
        self.ticks: Callable[[], float] = ticking.monotonic  # nobody sets it, as the clock can be
        self.session: LoginSession | None = None
        self.held = NO_ACCOUNTS  # as an operation last asked for them
        store.gate = self._reads_citizens
        self.accesses = Accesses()
        self._catalogue: tuple[str, Catalogue] | None = None
        self._calendar: tuple[str, Calendar] | None = None
        self.settings = self.trust()

    def _reads_citizens(self) -> bool:
        from desk_app.operations.doors import reads_citizens

        return not self.held.on or reads_citizens(self)

    def trust(self) -> Settings:
        """Reads the settings again (another process may have enrolled the desk) and pins the center."""
        self.settings = read_settings(self.tables.settings())
        if self.settings.center is not None:
            self.store.trusted[self.settings.center.node] = self.settings.center
        return self.settings

    @property
    def tables(self) -> DeskTables:
        """The desk's small tables, to read."""
        return DeskTables(self.store.reader())

    @property
    def paths(self) -> DeskPaths:
        """Where its files lie."""
        return self.store.paths

    @property
    def calendar(self) -> Calendar:
        """The calendar in force, the unit's own hours and days over it; read again where it was changed."""
        table, own = self.tables.setting(CALENDAR), self.tables.setting(CALENDAR_OWN) or {}
        stamp = f"{table['version'] if table else ''}+{self._published_stamp}+{own.get('stamp', '')}"
        if self._calendar is None or self._calendar[0] != stamp:
            from desk_app.operations.calendars import overlaid

            self._calendar = stamp, overlaid(self.base_calendar, own)
        return self._calendar[1]

    @property
    def base_calendar(self) -> Calendar:
        """The calendar that was taken in, or the shipped one, with what the center published over it."""
        table = self.tables.setting(CALENDAR)
        base = Calendar.from_table(table) if table else shipped_calendar()
        from desk_app.operations.releases import published_calendar

        return published_calendar(self, base) if self._published_stamp else base

    @property
    def _published_stamp(self) -> str:
        """Which releases count, and the day by which they hold; empty before the first."""
        held = self.tables.setting(PUBLISHED)
        return f"{held['digest'][:8]}@{self.today()}" if held else ""

    @property
    def catalogue(self) -> Catalogue:
        """The shipped procedures with what was published and imported over them, by whichever process."""
        fees = (self.tables.setting(FEES_OWN) or {}).get("stamp", "")
        stamp = f"{self.tables.setting('catalogue_version') or ''}+{self._published_stamp}"
        stamp += f"+{fees}@{self.today()}" if fees else ""
        if self._catalogue is None or self._catalogue[0] != stamp:
            from desk_app.operations.catalogue import read_desk_catalogue

            self._catalogue = stamp, read_desk_catalogue(self)
        return self._catalogue[1]

    def own(self, ledger: Ledger) -> OwnJournals:
        """Our writing in a transaction, under the key that is ours now, of what the session may write."""
        from desk_app.operations.writing_rights import check_drafts

        self.reload_keys(ledger)
        return OwnJournals(ledger, self.keys, self.entropy, lambda drafts: check_drafts(self, drafts))

    def reload_keys(self, ledger: Ledger) -> None:
        """Takes up the key that another process has changed to."""
        if ledger.rows.note("own-node") != self.keys.node:
            self.keys = NodeKeys(ledger.rows.note("node-secret") or b"")

    def today(self) -> int:
        """Today's ordinal, for envelopes."""
        return day_of(self.clock()).toordinal()

    @contextmanager
    def writing(self) -> Iterator[Ledger]:
        """A store transaction whose troubles come out as `DeskError`."""
        try:
            with self.store.transaction() as ledger:
                yield ledger
        except StoreTrouble as trouble:
            raise in_words(trouble) from trouble

    @contextmanager
    def reading(self) -> Iterator[Ledger]:
        """A store snapshot whose troubles come out as `DeskError`."""
        try:
            with self.store.snapshot() as ledger:
                yield ledger
        except StoreTrouble as trouble:
            raise in_words(trouble) from trouble

    def close(self) -> None:
        """Closes the store."""
        self.store.close()


def shipped_calendar() -> Calendar:
    """The calendar in `resources/`, used until a center publishes another."""
    return Calendar.from_table(json.loads(read_resource("calendars", "vietnam.json")))


def read_settings(raw: Mapping[str, Any]) -> Settings:
    """Settings from the store's table."""
    names = (
        "unit", "unit_name", "desk", "policy", "form_set", "upstream_title", "place", "address", "phone",
        "center_address", "center_title", "typeface", "reception_title", "supplement_rule",
    )  # fmt: skip
    known = {name: raw[name] for name in names if name in raw}
    cutoff = time.fromisoformat(raw["cutoff"]) if raw.get("cutoff") else None
    center = PublicKeys(*(bytes.fromhex(part) for part in raw["center"])) if raw.get("center") else None
    pins = tuple(bytes.fromhex(one) for one in raw.get("center_pins", ()))
    return Settings(**known, cutoff=cutoff, center=center, center_pins=pins)


def _open_store(paths: DeskPaths, desk_id: str, key: bytes, *, create: bool = False) -> Store:
    marks = HeadMarks(mark_folders(), desk_id, paths.data, fresh=create)
    try:
        return Store(paths, key, marks, create=create)
    except StoreTrouble as trouble:
        raise in_words(trouble) from trouble


def open_desk(data: Path, clock: Clock, key: bytes | None = None) -> Desk:
    """The desk of a folder; `key` where somebody gave it. Raises `DeskError` when it cannot be opened,
    `KeyLocked` among them where it opens by a password only and nobody gave one."""
    paths = DeskPaths(data)
    desk_id = read_identity(paths)
    key = opening_key(data, desk_id, key)
    store = _open_store(paths, desk_id, key)
    with closed_on_trouble(store):
        with store.snapshot() as ledger:
            secret = ledger.rows.note("node-secret")
            own = ledger.rows.node(ledger.rows.note("own-node") or b"")
        if secret is None:
            store.close()
            raise DeskError(
                "Quầy này lập chưa xong.", "Xóa thư mục dữ liệu trống này rồi chạy lại “motcua setup”."
            )
        desk = Desk(store, NodeKeys(secret, own.keys if own else None), clock)
        refold_step(desk, REFOLDED_AT_START)
        clear_papers(paths, clock())
        from desk_app.operations.releases import apply_received

        apply_received(desk)
        return desk


def refold_step(desk: Desk, limit: int) -> bool:
    """Brings up to `limit` rows that an older program's fold wrote up to date; whether some may be left."""
    with desk.reading() as ledger:
        if not refolding_due(ledger):
            return False
    try:
        with desk.store.transaction(marked=False) as ledger:
            return refold_some(connection_of(ledger), ledger, limit) == limit
    except StoreTrouble as trouble:
        raise in_words(trouble) from trouble


def create_desk(data: Path, values: Mapping[str, object], officer: str, clock: Clock, *, lease: bool) -> Desk:
    """A new desk in an empty folder: keys, store, journal and settings, in one transaction.

    `lease`: whether it takes its desk's main range of numbers itself (stand-alone), or waits for a center's.
    Raises `DeskError` when the folder already holds a desk.
    """
    paths = DeskPaths(data)
    if paths.identity.exists():
        raise DeskError("Thư mục này đã có một quầy.", "Mở quầy đó, hoặc chọn thư mục trống khác.")
    clear_unfinished(paths)
    try:
        make_folder(data)
        desk_id = os.urandom(8).hex()
        key = os.urandom(32)
        SecretStore(keys_folder(), SERVICE).put(f"desk-{desk_id}", key)
        write_atomically(paths.founding, json.dumps({"desk": desk_id}).encode())
    except OSError as error:
        raise DeskError(
            "Không ghi được thư mục dữ liệu hoặc thư mục khóa.", "Kiểm tra quyền và ổ đĩa."
        ) from error
    store = _open_store(paths, desk_id, key, create=True)
    keys = NodeKeys.generate()
    settings = read_settings(values)
    with store.transaction() as ledger:
        tables = tables_of(ledger)
        for name, value in values.items():
            tables.put_setting(name, value)
        tables.add_officer(officer)
        set_refolded(ledger)
        _own_node(ledger, keys, settings, clock, lease=lease)
    write_atomically(paths.identity, json.dumps({"desk": desk_id, "format": 1}).encode())
    paths.founding.unlink(missing_ok=True)
    return Desk(store, keys, clock)


def _own_node(ledger: Ledger, keys: NodeKeys, settings: Settings, clock: Clock, *, lease: bool) -> None:
    channel, now = settings.channel, clock()
    rows = ledger.rows
    rows.put_note("node-secret", keys.secret)
    rows.put_note("own-node", keys.node)
    rows.put_note("own-channel", channel.encode("ascii"))
    rows.put_note("clock", now.isoformat().encode("ascii"))
    channels = (channel,)
    rows.save_node(NodeRecord(keys.public, DESK, settings.unit, settings.desk, channels, channels))
    own = OwnJournals(ledger, keys, os.urandom)
    journal = own.reopen(channel, day_of(now).toordinal())
    if lease:
        first, last = main_range(settings.desk)
        rows.save_lease(channel, Lease(settings.unit, first, last, keys.node, journal.incarnation, ALWAYS))


def set_up(  # noqa: PLR0913 - one for each setting
    data: Path,
    *,
    unit: str,
    name: str,
    clock: Clock,
    desk: int = 1,
    officer: str = "Cán bộ tiếp nhận",
    upstream_title: str = "",
    place: str = "",
    address: str = "",
    phone: str = "",
    policy: str = "P1",
    cutoff: time | None = None,
) -> Desk:
    """A stand-alone commune's desk, ready to receive; it takes the main range of its desk number.

    Run on the folder of a stand-alone desk that was restored and may no longer number, it names the unused
    desk number that the new journal takes. Raises `DeskError`.
    """
    check_set_up(unit, name, desk, policy)
    if DeskPaths(data).identity.exists():
        from desk_app.operations.numbers import take_desk_number

        return take_desk_number(data, unit, desk, clock)
    values: dict[str, object] = {
        "unit": unit,
        "unit_name": name,
        "desk": desk,
        "policy": "P2" if cutoff and policy == "P1" else policy,
        "cutoff": cutoff.isoformat("minutes") if cutoff else "",
        "upstream_title": upstream_title,
        "place": place,
        "address": address,
        "phone": phone,
    }
    return create_desk(data, values, officer, clock, lease=True)
