"""Revoking a node: an entry of the center says how far its journals count, by place.

What it wrote beyond is in quarantine here until a named person, who has compared it with slips, closing
sheets or a hub's receipt, admits it up to a place.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

import msgspec
from sqlalchemy import func, select

from sync.center.exchange.carrying import carry_waiting
from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.restored import nodes_of
from sync.center.units.tree import center_rows, checked_code
from sync.journal.bounds import Bound, bound_body, bounds_of, revoked_nodes
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import NodeRecord, Rows
from sync.journal.travelling import ways_of
from sync.model import kinds
from sync.model.entry import Entry, JournalId, Tip
from sync.model.moment import day_of
from sync.model.text import TextRefused, nfc_line
from sync.protocol.receipts import own_journals

Places = dict[JournalId, frozenset[Tip]]


@dataclass(frozen=True, slots=True)
class Revoked:
    """What a revocation did: `entries` still count, `quarantined` do not.

    `journals` are (incarnation, last seq that counts) by name; `dossiers` what could be read on that PC.
    `elsewhere` are the units to which dossiers in quarantine had been carried: there they count as little.
    """

    node: bytes
    unit: str
    desk: int
    journals: tuple[tuple[str, str, int], ...]
    entries: int
    quarantined: int
    dossiers: Mapping[str, int]
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Waiting:
    """A run of quarantined entries: of which journal, from where, up to the place that may be admitted.

    `elsewhere` are the units to which its dossiers had been carried: there they count as little.
    """

    node: bytes
    unit: str
    desk: int
    channel: str
    incarnation: str
    first: int
    last: int
    digest: str
    entries: int
    days: tuple[str, str]
    numbers: tuple[str, ...]
    elsewhere: tuple[str, ...] = ()


def find_node(rows: CenterRows, named: str) -> NodeRecord:
    """The node that a person means: ``UNIT/DESK``, or its id or the beginning of it (8 hex digits at least).

    Of several that had the desk number, the one not revoked. Raises `CenterError`.
    """
    unit, slash, desk = named.strip().rpartition("/")
    if slash and desk.isdigit():
        found = [one for one in nodes_of(rows, checked_code(unit)) if one.desk == int(desk)]
        active = [one for one in found if not is_revoked(rows, one.node)]
        found = active or found
    else:
        found = _by_id(rows, named.strip().lower())
    if len(found) != 1:
        raise CenterError(
            f"Không xác định được máy “{named}”.",
            "Hãy ghi MÃ-ĐƠN-VỊ/SỐ-QUẦY (ví dụ H26.16.05/2) hoặc mã máy; xem bằng `center nodes`.",
        )
    return found[0]


def _by_id(rows: CenterRows, prefix: str) -> list[NodeRecord]:
    if len(prefix) < 8 or any(char not in "0123456789abcdef" for char in prefix):
        return []
    t = tables.nodes.c
    nodes = [bytes(one) for (one,) in rows.connection.execute(select(t.node).where(t.role != kinds.CENTER))]
    records = [rows.node(one) for one in nodes if one.hex().startswith(prefix)]
    return [one for one in records if one is not None]


def is_revoked(rows: CenterRows, node: bytes) -> bool:
    """Whether a revocation of the node is known here."""
    return bounds_of(rows, node) is not None


def revoke(
    center: Center,
    named: str,
    by: str,
    reason: str,
    *,
    last: Mapping[str, int] | None = None,
    ranges_from: date | None = None,
) -> Revoked:
    """Revokes a node; what the center holds of it counts on, unless `last` says less for an incarnation.

    `last`: beginning of an incarnation (hex) -> last seq that counts (0: none), cut at the last
    seal before it: nothing travels without one. `ranges_from`: from that
    date on its number ranges may be leased again. Raises `CenterError`.
    """
    done = _revoke(center, named, _words(center, by, reason), last or {}, ranges_from)
    carry_waiting(center)
    return done


def _revoke(
    center: Center, named: str, words: tuple[str, str], last: Mapping[str, int], ranges_from: date | None
) -> Revoked:
    who, why = words
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        record = find_node(rows, named)
        channel = f"unit:{record.unit}"
        for one in sorted({channel, *record.writes}):
            rows.lock(one)
        places = _cut(ledger, record, last)
        _check_date(center, ranges_from)
        dossiers = readable(rows, record.node)
        bound = Bound(record.node, places, center.clock(), who, why, ranges_from)
        order(center, ledger, channel, kinds.REVOCATION, bound)
        rows.put_note(f"readable:{record.node.hex()}", msgspec.json.encode(dossiers))
        journals = own_journals(ledger, record.node)
        tips = {journal: rows.tips(row) for row, journal in journals}
        return Revoked(
            node=record.node,
            unit=record.unit,
            desk=record.desk,
            journals=tuple(
                (one.channel, one.incarnation.hex(), max((tip.seq for tip in tips[one]), default=0))
                for _row, one in journals
            ),
            entries=sum(len(rows.index(row)) for row, _one in journals),
            quarantined=sum(len(rows.quarantined(row)) for row, _one in journals),
            dossiers=dossiers,
            elsewhere=_elsewhere(
                rows, (one for row, _one in journals for one, _seal in rows.quarantined(row))
            ),
        )


def _elsewhere(rows: CenterRows, entries: Iterable[Entry]) -> tuple[str, ...]:
    """The other units in whose channels the entries' dossiers are."""
    found = {
        way.partition(":")[2]
        for dossier, channel in {(one.dossier, one.journal.channel) for one in entries if one.dossier}
        for way in ways_of(rows, dossier)
        if way != channel
    }
    return tuple(sorted(found))


def admit(center: Center, named: str, incarnation: str, seq: int, digest: str, by: str, reason: str) -> int:
    """Lets quarantined entries count, up to (seq, digest) of a journal; how many. Raises `CenterError`."""
    count = _admit(center, named, incarnation, seq, digest, _words(center, by, reason))
    carry_waiting(center)
    return count


def _admit(
    center: Center, named: str, incarnation: str, seq: int, digest: str, words: tuple[str, str]
) -> int:
    who, why = words
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        record = find_node(rows, named)
        for row, journal in own_journals(ledger, record.node):
            if not journal.incarnation.hex().startswith(incarnation.lower()):
                continue
            before = rows.quarantined(row)
            tips = [
                one.tip
                for one, seal in before
                if seal is not None
                and one.seq == seq
                and len(digest) >= 8
                and one.digest.hex().startswith(digest.lower())
            ]
            if len(tips) == 1:
                bound = Bound(record.node, {journal: frozenset(tips)}, center.clock(), who, why)
                order(center, ledger, f"unit:{record.unit}", kinds.ADMITTED, bound)
                return len(before) - len(rows.quarantined(row))
    raise CenterError(
        "Không có dữ liệu cách ly nào ở vị trí đã ghi.",
        "Hãy chép đúng số thứ tự và mã từ `center quarantine list`.",
    )


def quarantine(center: Center) -> list[Waiting]:
    """What lies in quarantine, journal by journal and branch by branch; numbers of dossiers, no names."""
    found: list[Waiting] = []
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        for node in revoked_nodes(rows):
            record = rows.node(node)
            if record is None:
                continue
            for row, journal in own_journals(ledger, node):
                found += _waiting(rows, record, row, journal)
    return found


def _waiting(rows: CenterRows, record: NodeRecord, row: int, journal: JournalId) -> list[Waiting]:
    entries = {one.digest: one for one, _seal in rows.quarantined(row)}
    followed = {one.prev for one in entries.values()}
    found = []
    for end in (one for one in entries.values() if one.digest not in followed):
        chain, at = [], end.digest
        while at in entries:
            chain.append(entries[at])
            at = entries[at].prev
        days = sorted(one.day for one in chain)
        found.append(
            Waiting(
                node=record.node,
                unit=record.unit,
                desk=record.desk,
                channel=journal.channel,
                incarnation=journal.incarnation.hex(),
                first=chain[-1].seq,
                last=end.seq,
                digest=end.digest.hex(),
                entries=len(chain),
                days=(_day(days[0]), _day(days[-1])),
                numbers=tuple(_number(one.text) for one in reversed(chain) if one.kind == kinds.RECEIVED),
                elsewhere=_elsewhere(rows, chain),
            )
        )
    return found


def _day(ordinal: int) -> str:
    try:
        return date.fromordinal(ordinal).isoformat()
    except (ValueError, OverflowError):
        return str(ordinal)


def _number(raw: bytes | None) -> str:
    """The number a received entry gives, to be compared with the slip the citizen holds."""
    try:
        body = msgspec.json.decode(raw or b"")
    except msgspec.DecodeError:
        return "?"
    number = body.get("number") if isinstance(body, dict) else None
    return number[:40] if isinstance(number, str) and number.isprintable() else "?"


def readable(rows: CenterRows, node: bytes) -> dict[str, int]:
    """How many dossiers of each status the node could read when it was last heard of; no names."""
    record = rows.node(node)
    at = rows.connection.scalar(select(tables.contacts.c.at).where(tables.contacts.c.node == node))
    if record is None or at is None:
        return {}
    d = tables.dossiers.c
    counted = (
        select(d.status, func.count())
        .where(d.channel.in_(record.reads), d.received_at <= at)
        .group_by(d.status)
        .order_by(d.status)
    )
    return {str(status): int(count) for status, count in rows.connection.execute(counted).all()}


def kept_readable(rows: CenterRows, node: bytes) -> dict[str, int]:
    """`readable` as it was when the node was revoked."""
    raw = rows.note(f"readable:{node.hex()}")
    return msgspec.json.decode(raw, type=dict[str, int]) if raw else readable(rows, node)


def order(center: Center, ledger: Ledger, channel: str, kind: str, bound: Bound) -> None:
    """Writes a revocation or an admission into the unit's channel, and does what it says."""
    own = OwnJournals(ledger, center.keys, center.entropy)
    draft = Draft(kind, bound_body(bound), personal=False)
    for entry in own.append(channel, [draft], day_of(center.clock()).toordinal()).entries:
        ledger.obey(entry)


def _words(center: Center, by: str, reason: str) -> tuple[str, str]:
    if center.upstream is not None:
        raise CenterError(
            "Máy đầu mối không thu hồi máy và không cho tính dữ liệu cách ly.",
            "Hãy làm việc này ở trung tâm.",
        )
    try:
        who, why = nfc_line(by), nfc_line(reason)
    except TextRefused as error:
        raise CenterError(error.title, error.advice) from error
    if not who or not why:
        raise CenterError("Thiếu tên người quyết định hoặc lý do.", "Hãy ghi cả --by và --reason.")
    return who, why


def _check_date(center: Center, ranges_from: date | None) -> None:
    if ranges_from is not None and ranges_from <= day_of(center.clock()):
        raise CenterError(
            "Ngày được cấp lại dải số phải sau hôm nay.",
            "Máy bị thu hồi có thể đã phát số đến hôm nay; hãy chọn một ngày sau đó.",
        )


def _cut(ledger: Ledger, record: NodeRecord, last: Mapping[str, int]) -> Places:
    """Where the center stands in the node's journals, or less where `last` says so."""
    rows = ledger.rows
    places: Places = {}
    unused = set(last)
    for row, journal in own_journals(ledger, record.node):
        named = [one for one in last if one and journal.incarnation.hex().startswith(one.lower())]
        unused -= set(named)
        places[journal] = rows.tips(row)
        if named:
            upto = last[named[0]]
            if upto > max((tip.seq for tip in rows.tips(row)), default=0):
                raise CenterError(
                    f"Sổ {named[0]} của máy này không có mục số {upto}.",
                    "Xem số mục bằng `center nodes --json`.",
                )
            places[journal] = _sealed_upto(rows, row, upto)
    if unused:
        raise CenterError(
            f"Máy này không có sổ {', '.join(sorted(unused))}.", "Xem bằng `center nodes --json`."
        )
    return {journal: tips for journal, tips in places.items() if tips}


def _sealed_upto(rows: Rows, row: int, upto: int) -> frozenset[Tip]:
    """The last sealed places of a journal with no higher seq: one on each branch."""
    held = {place.digest: place for place in rows.index(row)}
    found = {seal.tip for seal in rows.seals(row, 0, upto)}
    behind: set[bytes] = set()
    for tip in found:
        at = held[tip.digest].prev if tip.digest in held else b""
        while at in held and at not in behind:
            behind.add(at)
            at = held[at].prev
    return frozenset(tip for tip in found if tip.digest not in behind)
