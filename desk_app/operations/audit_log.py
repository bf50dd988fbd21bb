"""The journal as an audit log: entries and the desk's own rows as lines a person reads, a page at a time.

A line says when, who, at which machine, about what, and what was before and after. Who may not read dossiers
sees that something was done and to which number, and no citizen's name. Nothing here can change a row.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import AUDIT, READ
from desk_app.operations.account_table import accounts_now
from desk_app.operations.audit_words import (
    ACCESS_WORDS,
    LOGIN_WORDS,
    PURGED,
    Change,
    changes_between,
    kind_words,
    unit_act_words,
)
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.rights import may
from desk_app.store import audit_rows
from desk_app.store.audit_rows import ACCESS, JOURNAL, LOGIN, Key, Raw, Span
from desk_app.store.tables import connection_of
from sync.journal.ledger import Ledger
from sync.model import kinds
from sync.model.accounts import Accounts
from sync.model.bodies import Unreadable, moment, officer_in, unpack
from sync.model.dossier import Dossier
from sync.model.entry import Entry, trusted_entry
from sync.model.moment import parse_moment
from sync.model.text import fold

NEWEST, OLDEST = "newest", "oldest"
PAGE: Final = 100
MOST_LOOKED_AT: Final = 3000
"""Rows a page reads at most: an officer who did little is looked for in steps that do not last."""
_AT_A_TIME: Final = 200
_MOST_FOLDED: Final = 400
"""Entries of a dossier beyond which before and after are not told: nobody's dossier has so many."""
Cursor = tuple[Key | None, ...]
"""Where each source of rows goes on."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What is looked for; what is empty narrows nothing. `officer`: a part of the name, without accents too;
    `number`: a dossier's; `first` and `last` are days, both included."""

    first: date | None = None
    last: date | None = None
    officer: str = ""
    number: str = ""
    sort: str = NEWEST


@dataclass(frozen=True, slots=True)
class AuditRow:
    """One line. `at` in +07:00 (None: the entry does not say, then `day` alone is known); `machine` in words;
    `subject` a number or code; `act` a short word; `place`: journal and seq, or the table's row."""

    day: date
    at: datetime | None
    who: str
    machine: str
    subject: str
    act: str
    words: str
    source: str
    place: str
    changes: tuple[Change, ...] = ()

    @property
    def utc(self) -> datetime | None:
        """The same moment in UTC."""
        return self.at.astimezone(UTC) if self.at else None


@dataclass(frozen=True, slots=True)
class Page:
    """Some lines; `next` goes on behind them, None at the end. `looked_at` rows were read for it."""

    rows: tuple[AuditRow, ...]
    next: Cursor | None
    looked_at: int


@dataclass(slots=True)
class _Reading:
    """What one page needs to put rows into words."""

    desk: Desk
    ledger: Ledger
    names: Accounts
    full: bool
    machines: dict[bytes, str] = field(default_factory=dict)
    told: dict[bytes, dict[bytes, tuple[str, str, tuple[Change, ...]]]] = field(default_factory=dict)


@needs(AUDIT)
def audit_page(desk: Desk, filters: Filters, behind: Cursor | None = None, limit: int = PAGE) -> Page:
    """The next lines. Raises `DeskError` for days that run backwards or an order that is none."""
    _check(filters)
    wanted, looked = fold(filters.officer), 0
    found: list[AuditRow] = []
    with desk.reading() as ledger:
        connection = connection_of(ledger)
        number = filters.number.strip()
        dossiers = audit_rows.dossiers_of(connection, number) if number else ()
        span = Span(filters.first, filters.last, number, dossiers, filters.sort == NEWEST)
        reading = _Reading(desk, ledger, accounts_now(desk), may(desk, READ))
        cursor = list(behind or (None,) * len(audit_rows.SOURCES))
        for at, raw in _merged(ledger, span, cursor):
            if len(found) >= limit or looked >= MOST_LOOKED_AT:
                return Page(tuple(found), tuple(cursor), looked)
            cursor[at] = raw.key
            looked += 1
            if not wanted or wanted in fold(_who(reading, raw)):
                found.append(_line(reading, raw))
    return Page(tuple(found), None, looked)


@needs(AUDIT)
def audit_lines(desk: Desk, filters: Filters, most: int) -> Iterator[AuditRow]:
    """The lines, up to `most`, read a page at a time. Raises like `audit_page`."""
    behind: Cursor | None = None
    while most > 0:
        page = audit_page(desk, filters, behind, min(most, PAGE))
        yield from page.rows
        most -= len(page.rows)
        if page.next is None:
            return
        behind = page.next


def _check(filters: Filters) -> None:
    if filters.first and filters.last and filters.last < filters.first:
        raise DeskError("Ngày đầu sau ngày cuối nên không có dòng nào.", "Ghi lại hai ngày.")
    if filters.sort not in (NEWEST, OLDEST):
        raise DeskError(f"Không có cách xếp “{filters.sort[:20]}”.", f"Chọn {NEWEST} hoặc {OLDEST}.")


def _merged(ledger: Ledger, span: Span, cursor: list[Key | None]) -> Iterator[tuple[int, Raw]]:
    """Rows of all sources in one order: by day and, as far as rows say it, by time."""
    connection = connection_of(ledger)
    sources = [
        audit_rows.each(connection, source, span, key, _AT_A_TIME)
        for source, key in zip(audit_rows.SOURCES, cursor, strict=True)
    ]
    heads = {at: raw for at, source in enumerate(sources) if (raw := next(source, None)) is not None}
    pick = max if span.newest else min
    while heads:
        at = pick(heads, key=lambda one: (_time_of(heads[one]), -one))
        yield at, heads[at]
        following = next(sources[at], None)
        if following is None:
            del heads[at]
        else:
            heads[at] = following


def _time_of(raw: Raw) -> tuple[str, str]:
    if raw.source != JOURNAL:
        return raw.key[0][:10], raw.key[0]
    at = _said(raw).get("at")
    return raw.key[0], at if isinstance(at, str) else raw.key[0]


def _said(raw: Raw) -> dict[str, Any]:
    """The body of an entry; empty where it has none that can be read."""
    entry = _entry(raw)
    with suppress(Unreadable):
        return unpack(entry.text) if entry.text is not None and entry.kind != kinds.RELEASE else {}
    return {}


def _entry(raw: Raw) -> Entry:
    _node, _channel, _seq, envelope, body = raw.values
    return trusted_entry(bytes(envelope), None if body is None else bytes(body))


def _who(reading: _Reading, raw: Raw) -> str:
    if raw.source == JOURNAL:
        with suppress(Unreadable):
            return officer_in(_said(raw)).name
        return ""
    if raw.source == LOGIN:
        account = reading.names.by_id.get(raw.values[0])
        return account.name if account else "Không rõ ai"
    return str(raw.values[1] if raw.source == ACCESS else raw.values[5])


def _line(reading: _Reading, raw: Raw) -> AuditRow:
    if raw.source == JOURNAL:
        return _journal_line(reading, raw)
    at = parse_moment(raw.key[0])
    settings = reading.desk.settings
    if raw.source == LOGIN:
        act, subject = str(raw.values[1]), ""
        words = LOGIN_WORDS.get(act, act)
        if raw.values[2] and act != "in":
            words += f" ({raw.values[2]} giây)"
    elif raw.source == ACCESS:
        act, subject = str(raw.values[2]), str(raw.values[3])
        words = ACCESS_WORDS.get(act, act)
    else:
        act, subject, words = "print", str(raw.values[0]), _print_words(raw)
    place = f"{raw.source} {raw.key[1]}"
    who = _who(reading, raw)
    return AuditRow(at.date(), at, who, f"Quầy {settings.desk}", subject, act, words, raw.source, place)


def _print_words(raw: Raw) -> str:
    from desk_app.domain.print_job import JobState

    _number, form, _copy, reprint, state, _who = raw.values
    again = f"In lại lần {reprint}" if reprint else "In"
    return f"{again} mẫu {form}: {JobState(state).label.lower()}"


def _journal_line(reading: _Reading, raw: Raw) -> AuditRow:
    node, channel, seq, *_rest = raw.values
    entry, body = _entry(raw), _said(raw)
    at: datetime | None = None
    with suppress(Unreadable):
        at = moment(body, "at")
    if entry.dossier:
        subject, words, changes = _dossier_words(reading, entry)
    else:
        (subject, words), changes = unit_act_words(entry.kind, body), ()
    if entry.body is None:
        words = f"{words} ({PURGED})"
    machine = _machine(reading, bytes(node))
    place = f"{channel} {bytes(node).hex()[:8]}/{seq}"
    day = date.fromordinal(entry.day)
    return AuditRow(day, at, _who(reading, raw), machine, subject, entry.kind, words, JOURNAL, place, changes)


def _machine(reading: _Reading, node: bytes) -> str:
    if node not in reading.machines:
        record = reading.ledger.rows.node(node)
        name = "Máy chưa rõ"
        if node in reading.ledger.trusted or (record is not None and record.role == kinds.CENTER):
            name = "Trung tâm"
        elif record is not None and record.role == kinds.HUB:
            name = "Máy chung của xã"
        elif record is not None:
            other = "" if record.unit == reading.desk.settings.unit else f" của {record.unit}"
            name = f"Quầy {record.desk}{other}"
        reading.machines[node] = f"{name} ({node.hex()[:8]})"
    return reading.machines[node]


def _dossier_words(reading: _Reading, entry: Entry) -> tuple[str, str, tuple[Change, ...]]:
    """The number, the words and the changes of an entry about a dossier."""
    told = reading.told.get(entry.dossier)
    if told is None:
        told = reading.told[entry.dossier] = _told(reading, entry)
    number = next(iter(told.values()))[0] if told else entry.dossier.hex()[:8]
    return told.get(entry.digest, (number, kind_words(entry.kind), ()))


def _told(reading: _Reading, one: Entry) -> dict[bytes, tuple[str, str, tuple[Change, ...]]]:
    """What each entry of a dossier did: its history, and the dossier folded up to each of them."""
    ledger, channel = reading.ledger, one.journal.channel
    entries = list(ledger.rows.dossier_entries(channel, [one.dossier]).get(one.dossier, ()))
    entries.sort(key=lambda entry: entry.order)
    whole = ledger.fold(channel, one.dossier, entries)
    number = whole.number or one.dossier.hex()[:8]
    texts = {event.entry: event.text for event in whole.history} if reading.full else {}
    told: dict[bytes, tuple[str, str, tuple[Change, ...]]] = {}
    before: Dossier | None = None
    for at, entry in enumerate(entries, start=1):
        changes: tuple[Change, ...] = ()
        if len(entries) <= _MOST_FOLDED:
            after = ledger.fold(channel, one.dossier, entries[:at])
            changes, before = changes_between(before, after), after
        said, words = texts.get(entry.digest.hex(), ""), kind_words(entry.kind)
        if said:
            words = said if said.startswith(words) else f"{words}: {said}"
        told[entry.digest] = number, words, changes
    return told
