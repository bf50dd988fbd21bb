"""A store in memory: the same contract as the real ones, for models, tests and tools."""

from __future__ import annotations

import copy
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from sync.identity.keys import PublicKeys
from sync.identity.seals import Seal
from sync.journal.ledger import Ledger
from sync.journal.port import CONTROL, FINISHED, Loans, NodeRecord, Place, Recent
from sync.journal.sums import Folded, Sum, folded_of
from sync.model.dossier import Dossier
from sync.model.entry import PERSONAL, Entry, JournalId, Tip, trusted_entry
from sync.model.heads import Heads
from sync.model.number import Lease

MAX_PARKED_BYTES = 4 * 1024 * 1024
"""What one node may keep waiting behind gaps."""


@dataclass
class _Tables:
    journals: list[JournalId] = field(default_factory=list)
    tips: dict[int, frozenset[Tip]] = field(default_factory=dict)
    entries: dict[int, dict[bytes, Entry]] = field(default_factory=dict)
    seals: dict[int, dict[bytes, Seal]] = field(default_factory=dict)
    by_dossier: dict[tuple[str, bytes], list[Entry]] = field(default_factory=dict)
    dossiers: dict[tuple[str, bytes], Dossier] = field(default_factory=dict)
    parked: dict[int, dict[tuple[bytes, bytes], tuple[bytes, bytes]]] = field(default_factory=dict)
    nodes: dict[bytes, NodeRecord] = field(default_factory=dict)
    leases: list[tuple[str, Lease]] = field(default_factory=list)
    notes: dict[str, bytes] = field(default_factory=dict)
    sums: dict[str, dict[int, Sum]] = field(default_factory=dict)
    aside: dict[int, dict[bytes, tuple[Entry, Seal | None]]] = field(default_factory=dict)
    lent: dict[str, dict[bytes, Entry]] = field(default_factory=dict)

    def copied(self) -> _Tables:
        """A copy deep enough that writing one leaves the other: entries themselves are frozen."""
        return _Tables(
            list(self.journals),
            dict(self.tips),
            {row: dict(held) for row, held in self.entries.items()},
            {row: dict(held) for row, held in self.seals.items()},
            {key: list(held) for key, held in self.by_dossier.items()},
            dict(self.dossiers),
            {row: dict(held) for row, held in self.parked.items()},
            dict(self.nodes),
            list(self.leases),
            dict(self.notes),
            {channel: dict(held) for channel, held in self.sums.items()},
            {row: dict(held) for row, held in self.aside.items()},
            {channel: dict(held) for channel, held in self.lent.items()},
        )

    def held(self, channel: str) -> Iterator[Entry]:
        """Every entry of the channel's journals."""
        for row, journal in enumerate(self.journals):
            if journal.channel == channel:
                yield from self.entries[row].values()


class _MemoryLoans:
    """`Loans` over dictionaries."""

    def __init__(self, tables: _Tables) -> None:
        self.tables = tables

    def lend(self, channel: str, entries: Sequence[Entry]) -> list[Entry]:
        held = {entry.digest for entry in self.tables.held(channel)}
        lent = self.tables.lent.setdefault(channel, {})
        fresh = {e.digest: e for e in entries if e.digest not in held and e.digest not in lent}
        lent |= fresh
        return list(fresh.values())

    def repaid(self, channel: str, digests: Sequence[bytes]) -> None:
        for digest in digests:
            self.tables.lent.get(channel, {}).pop(digest, None)

    def lent(self, channel: str, most: int) -> Sequence[Entry]:
        return list(self.tables.lent.get(channel, {}).values())[:most]

    def lent_of(self, channel: str, node: bytes) -> Sequence[Entry]:
        return [one for one in self.tables.lent.get(channel, {}).values() if one.journal.node == node]


class _MemoryRecent:
    """`Recent` over dictionaries."""

    def __init__(self, tables: _Tables) -> None:
        self.tables = tables

    def dossiers(self, channel: str, since: int) -> Iterable[tuple[bool, int, bytes]]:
        for (of, one), entries in self.tables.by_dossier.items():
            if of == channel:
                folded = self.tables.dossiers.get((of, one))
                unfinished = folded is None or folded.status not in FINISHED
                day = max((entry.day for entry in entries if entry.day >= since), default=0)
                if unfinished or day:
                    yield unfinished, day, one

    def control(self, channel: str, since: int) -> Iterable[Entry]:
        return [
            entry
            for entry in self.tables.held(channel)
            if not entry.dossier and (entry.kind in CONTROL or entry.day >= since)
        ]


class MemoryRows:
    """`Rows` over dictionaries; `tables.dossiers` are the projections."""

    def __init__(self, tables: _Tables) -> None:
        self.tables = tables

    @property
    def loans(self) -> Loans | None:
        return _MemoryLoans(self.tables)

    @property
    def recent(self) -> Recent | None:
        return _MemoryRecent(self.tables)

    def lock(self, channel: str) -> None:
        """One thread, one transaction: nothing to do."""

    def channels(self) -> Sequence[str]:
        return sorted({journal.channel for journal in self.tables.journals})

    def journals(self, channel: str) -> Sequence[tuple[int, JournalId]]:
        return [(row, j) for row, j in enumerate(self.tables.journals) if j.channel == channel]

    def journal_row(self, journal: JournalId, *, create: bool) -> int | None:
        journals = self.tables.journals
        if journal in journals:
            return journals.index(journal)
        if not create:
            return None
        journals.append(journal)
        row = len(journals) - 1
        self.tables.entries[row] = {}
        self.tables.seals[row] = {}
        self.tables.parked[row] = {}
        self.tables.aside[row] = {}
        return row

    def heads(self, channel: str) -> Heads:
        return {journal: tips for row, journal in self.journals(channel) if (tips := self.tips(row))}

    def tips(self, row: int) -> frozenset[Tip]:
        return self.tables.tips.get(row, frozenset())

    def set_tips(self, row: int, tips: frozenset[Tip]) -> None:
        self.tables.tips[row] = tips

    def seqs(self, row: int, digests: Sequence[bytes]) -> Mapping[bytes, int]:
        held = self.tables.entries[row]
        return {digest: held[digest].seq for digest in digests if digest in held}

    def index(self, row: int) -> Sequence[Place]:
        held = sorted(self.tables.entries[row].values(), key=lambda e: (e.seq, e.digest))
        return [Place(entry.seq, entry.digest, entry.prev) for entry in held]

    def entries_after(self, row: int, seq: int) -> Iterator[Entry]:
        held = sorted(self.tables.entries[row].values(), key=lambda e: (e.seq, e.digest))
        return iter([entry for entry in held if entry.seq > seq])

    def dossiers_after(self, row: int, seq: int) -> set[bytes]:
        return {entry.dossier for entry in self.entries_after(row, seq) if entry.dossier}

    def entries(self, row: int, digests: Sequence[bytes]) -> Mapping[bytes, Entry]:
        held = self.tables.entries[row]
        return {digest: held[digest] for digest in digests if digest in held}

    def seals(self, row: int, after: int, upto: int) -> Sequence[Seal]:
        held = self.tables.seals[row].values()
        return sorted((s for s in held if after < s.tip.seq <= upto), key=lambda s: s.tip)

    def insert_entries(self, row: int, entries: Sequence[Entry]) -> None:
        held = self.tables.entries[row]
        for entry in entries:
            if entry.digest in held:
                raise AssertionError("an entry was inserted twice")
            held[entry.digest] = entry
            if entry.dossier:
                key = entry.journal.channel, entry.dossier
                self.tables.by_dossier.setdefault(key, []).append(entry)

    def insert_seals(self, row: int, seals: Sequence[Seal]) -> None:
        for one in seals:
            self.tables.seals[row].setdefault(one.tip.digest, one)

    def dossier_entries(self, channel: str, dossiers: Sequence[bytes]) -> Mapping[bytes, Sequence[Entry]]:
        found = {one: list(self.tables.by_dossier.get((channel, one), ())) for one in dossiers}
        for entry in self.tables.lent.get(channel, {}).values():
            if entry.dossier in found:
                found[entry.dossier].append(entry)
        return {one: held for one, held in found.items() if held}

    def save_dossiers(self, channel: str, dossiers: Sequence[Dossier]) -> None:
        for dossier in dossiers:
            self.tables.dossiers[channel, dossier.id] = dossier

    def drop_dossiers(self, channel: str, dossiers: Sequence[bytes]) -> None:
        for one in dossiers:
            self.tables.dossiers.pop((channel, one), None)

    def purge(self, channel: str, dossiers: Sequence[bytes], digests: Sequence[bytes]) -> set[bytes]:
        tables, names, single = self.tables, set(dossiers), set(digests)
        touched: set[bytes] = set()

        def left(entry: Entry) -> Entry:
            hit = entry.digest in single
            if hit and entry.dossier:
                touched.add(entry.dossier)
            gone = (hit or entry.dossier in names) and entry.flags & PERSONAL and entry.body is not None
            return trusted_entry(entry.envelope, None) if gone else entry

        for row, _journal in self.journals(channel):
            tables.entries[row] = {d: left(entry) for d, entry in tables.entries[row].items()}
            tables.aside[row] = {d: (left(entry), mark) for d, (entry, mark) in tables.aside[row].items()}
        for key, held in tables.by_dossier.items():
            if key[0] == channel:
                tables.by_dossier[key] = [left(entry) for entry in held]
        tables.lent[channel] = {d: left(entry) for d, entry in tables.lent.get(channel, {}).items()}
        return touched

    def give_body(self, row: int, entry: Entry) -> None:
        tables, key = self.tables, (entry.journal.channel, entry.dossier)
        tables.entries[row][entry.digest] = entry
        if entry.dossier:
            tables.by_dossier[key] = [
                entry if one.digest == entry.digest else one for one in tables.by_dossier[key]
            ]

    def quarantine(self, row: int, entries: Sequence[Entry], seals: Sequence[Seal]) -> None:
        aside, held, sealed = self.tables.aside[row], self.tables.entries[row], self.tables.seals[row]
        for entry in entries:
            aside.setdefault(entry.digest, (entry, None))
            if held.pop(entry.digest, None) is not None and entry.dossier:
                key = entry.journal.channel, entry.dossier
                left = [one for one in self.tables.by_dossier[key] if one.digest != entry.digest]
                self.tables.by_dossier[key] = left
                if not left:
                    del self.tables.by_dossier[key]
        for seal in seals:
            sealed.pop(seal.tip.digest, None)
            if seal.tip.digest in aside and aside[seal.tip.digest][1] is None:
                aside[seal.tip.digest] = aside[seal.tip.digest][0], seal

    def quarantined(self, row: int) -> Sequence[tuple[Entry, Seal | None]]:
        return sorted(self.tables.aside[row].values(), key=lambda one: (one[0].seq, one[0].digest))

    def quarantined_among(self, row: int, places: Sequence[Tip]) -> frozenset[Tip]:
        aside = self.tables.aside[row]
        return frozenset(one for one in places if one.digest in aside and aside[one.digest][0].tip == one)

    def quarantined_span(self, row: int) -> tuple[int, int]:
        seqs = [entry.seq for entry, _seal in self.tables.aside[row].values()]
        return (min(seqs), max(seqs)) if seqs else (0, 0)

    def unquarantine(self, row: int, places: Sequence[Tip]) -> None:
        for one in places:
            self.tables.aside[row].pop(one.digest, None)

    def quarantined_bytes(self, node: bytes) -> int:
        return sum(
            len(entry.envelope) + len(entry.body or b"")
            for row, held in self.tables.aside.items()
            if self.tables.journals[row].node == node
            for entry, _seal in held.values()
        )

    def day_sums(self, channel: str, days: Sequence[int] | None) -> Mapping[int, Sum]:
        held = self.tables.sums.get(channel, {})
        return {day: one for day, one in held.items() if days is None or day in days}

    def put_day_sums(self, channel: str, sums: Mapping[int, Sum]) -> None:
        held = self.tables.sums.setdefault(channel, {})
        held |= sums
        self.tables.sums[channel] = {day: one for day, one in held.items() if one.count}

    def digests_of(self, channel: str, days: Sequence[int] | None) -> Iterable[tuple[int, bytes]]:
        return [
            (entry.day, digest)
            for row, _journal in self.journals(channel)
            for digest, entry in self.tables.entries[row].items()
            if days is None or entry.day in days
        ]

    def folded(self, channel: str, dossiers: Sequence[bytes] | None) -> Iterable[Folded]:
        return [
            folded_of(dossier)
            for (of, one), dossier in self.tables.dossiers.items()
            if of == channel and (dossiers is None or one in dossiers)
        ]

    def park(self, row: int, node: bytes, first: Place, raw: bytes) -> bool:
        waiting = sum(
            len(held)
            for other, runs in self.tables.parked.items()
            if self.tables.journals[other].node == node
            for _prev, held in runs.values()
        )
        key = first.prev, first.digest
        if key in self.tables.parked[row]:
            waiting -= len(self.tables.parked[row][key][1])
        if waiting + len(raw) > MAX_PARKED_BYTES:
            return False
        kept = self.tables.parked[row].get(key)
        if kept is None or len(kept[1]) < len(raw):
            self.tables.parked[row][key] = first.prev, raw
        return True

    def parked(self, row: int) -> Sequence[tuple[bytes, bytes]]:
        return list(self.tables.parked[row].values())

    def unpark(self, row: int, prev: bytes) -> None:
        self.tables.parked[row] = {k: v for k, v in self.tables.parked[row].items() if k[0] != prev}

    def node(self, node: bytes) -> NodeRecord | None:
        return self.tables.nodes.get(node)

    def save_node(self, record: NodeRecord) -> None:
        self.tables.nodes[record.node] = record

    def roles(self) -> Mapping[bytes, str]:
        return {node: record.role for node, record in self.tables.nodes.items()}

    def save_lease(self, channel: str, lease: Lease) -> None:
        if (channel, lease) not in self.tables.leases:
            self.tables.leases.append((channel, lease))

    def leases(self, channel: str) -> Sequence[Lease]:
        return [lease for of, lease in self.tables.leases if of == channel]

    def note(self, key: str) -> bytes | None:
        return self.tables.notes.get(key)

    def put_note(self, key: str, value: bytes | None) -> None:
        if value is None:
            self.tables.notes.pop(key, None)
        else:
            self.tables.notes[key] = value

    def notes(self, prefix: str) -> Iterable[tuple[str, bytes]]:
        return sorted((k, v) for k, v in self.tables.notes.items() if k.startswith(prefix))


class MemoryStore:
    """`JournalStore` in memory; `trusted` as for `Ledger`. `copied()` is a disk image."""

    def __init__(self, trusted: Mapping[bytes, PublicKeys]) -> None:
        self.trusted = dict(trusted)
        self.tables = _Tables()

    @contextmanager
    def transaction(self) -> Iterator[Ledger]:
        """All or nothing, as on disk."""
        before = self.tables.copied()
        try:
            yield Ledger(MemoryRows(self.tables), self.trusted)
        except BaseException:
            self.tables = before
            raise

    @contextmanager
    def snapshot(self) -> Iterator[Ledger]:
        """What is committed now."""
        yield Ledger(MemoryRows(self.tables), self.trusted)

    def copied(self) -> MemoryStore:
        """A copy of the whole store, as a backup or a cloned disk is one."""
        other = MemoryStore(self.trusted)
        other.tables = copy.copy(self.tables).copied()
        return other
