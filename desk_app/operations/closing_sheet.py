"""The closing sheet of a day: the journals' heads on paper, and a printed sheet held against the journals.

Whoever has the database's key can rewrite a journal and seal it anew; what was printed cannot follow. A head
is the SHA-256 of the last entry, which names the one before it: a journal that still holds the head of a
sheet, reached from its own end, holds all that was written until then, unchanged.

A head on paper: ``node/incarnation #seq digest ~check``, 8, 8 and 16 hex digits, and 4 of a SHA-256 over
the rest, so that a slip of the finger is not taken for tampering.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from desk_app.domain.closing import DIGEST_SHOWN, ClosingSheet, Head
from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import AUDIT, MONEY
from desk_app.operations.checking import verify_journal
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.store.tables import connection_of
from sync.journal.filling import filling_of
from sync.journal.ledger import Ledger
from sync.journal.marks import MarkState
from sync.model.entry import NO_PREV, EntryRefused, JournalId, decode_entry
from sync.model.moment import day_of

SAME, OLDER, MISSING, UNKNOWN = "same", "older", "missing", "unknown"
"""A head of a sheet: the journal's own; further back in it; no more in it; of a journal not held here."""
MOST_HEADS: Final = 30
"""On one sheet, those written last: they and a QR code of them fit one page."""
_HEAD: Final = re.compile(
    r"([0-9a-f]{8})\s*/\s*([0-9a-f]{8})\s*#\s*(\d{1,19})\s+([0-9a-f]{16})\s*~\s*([0-9a-f]{4})"
)
_LOOKS_LIKE: Final = re.compile(r"[0-9a-f]{8}\s*/\s*[0-9a-f]{8}")
_MARKS: Final = {
    MarkState.OK: "",
    MarkState.MISSING: "không có mốc ngoài cơ sở dữ liệu",
    MarkState.AHEAD: "sổ ngắn hơn hoặc khác mốc đã ghi ngoài cơ sở dữ liệu",
    MarkState.OTHER_MACHINE: "mốc ghi ở máy khác",
}


@dataclass(frozen=True, slots=True)
class SheetVerdict:
    """A sheet against the journals: each head with `SAME`, `OLDER`, `MISSING` or `UNKNOWN`; one sentence."""

    ok: bool
    sentence: str
    heads: tuple[tuple[Head, str], ...]


@needs(AUDIT, MONEY)
def closing_sheet(desk: Desk, day: date | None = None) -> ClosingSheet:
    """The sheet of a day, today's without one. Raises `DeskError` for a day that is still to come."""
    now = desk.clock()
    of = day or day_of(now)
    if of > day_of(now):
        raise DeskError("Chưa đến ngày này nên chưa chốt sổ được.", "Chọn hôm nay hoặc một ngày đã qua.")
    problems: list[str] = []
    with desk.reading() as ledger:
        heads = _heads(desk, ledger, of)
        for row, journal in ledger.rows.journals(desk.settings.channel):
            verify_journal(ledger, row, journal, problems)
        mark = _MARKS[desk.store.marks.check(ledger.knows)]
    if mark:
        problems.append(mark)
    settings = desk.settings
    return ClosingSheet(
        of, now, settings.unit, settings.unit_name, settings.desk, tuple(heads), tuple(problems)
    )


def _heads(desk: Desk, ledger: Ledger, day: date) -> list[Head]:
    """The last entry of each journal of the unit written on `day` or before, the latest written first."""
    connection, channel = connection_of(ledger), desk.settings.channel
    packed = day.toordinal().to_bytes(4, "big")
    last = (
        "SELECT seq, digest, substr(envelope, 3, 4) FROM entries WHERE journal = ?"
        " AND substr(envelope, 3, 4) <= ? ORDER BY seq DESC LIMIT 1"
    )
    count = "SELECT count(*) FROM entries WHERE substr(envelope, 3, 4) = ? AND journal = ?"
    found: list[tuple[bytes, Head]] = []
    for row, journal in ledger.rows.journals(channel):
        place = connection.execute(last, (row, packed)).fetchone()
        if place is None:
            continue
        written = int(connection.execute(count, (packed, row)).fetchone()[0])
        record = ledger.rows.node(journal.node)
        writer = f"Quầy {record.desk}" if record is not None and record.desk else "Trung tâm"
        digest = bytes(place[1]).hex()[:DIGEST_SHOWN]
        head = Head(journal.node.hex()[:8], journal.incarnation.hex()[:8], place[0], digest, written, writer)
        found.append((bytes(place[2]), head))
    found.sort(key=lambda one: one[0], reverse=True)
    return [head for _day, head in found[:MOST_HEADS]]


@needs(AUDIT)
def check_sheet(desk: Desk, texts: Sequence[str]) -> SheetVerdict:
    """Holds a printed sheet (typed, or the codes of its picture) against the journals.

    Raises `DeskError` where no head is found, or one was mistyped.
    """
    wanted = heads_in("\n".join(texts))
    with desk.reading() as ledger:
        journals = [
            (row, journal)
            for channel in ledger.rows.channels()
            for row, journal in ledger.rows.journals(channel)
        ]
        chains: dict[int, _Chain] = {}
        judged = tuple((head, _state(ledger, journals, chains, head)) for head in wanted)
    states = {state for _head, state in judged}
    return SheetVerdict(not states & {MISSING, UNKNOWN}, _sentence(judged, states), judged)


def heads_in(text: str) -> tuple[Head, ...]:
    """The heads of a sheet's text. Raises `DeskError` for a mistyped one, or where there is none."""
    found: list[Head] = []
    low = text.lower()
    for one in _HEAD.finditer(low):
        node, incarnation, seq, digest, check = one.groups()
        head = Head(node, incarnation, int(seq), digest)
        if head.check != check:
            raise DeskError(
                f"Dòng {node}/{incarnation} #{seq} gõ chưa đúng.",
                "So lại từng chữ với phiếu, hoặc quét mã QR.",
            )
        found.append(head)
    if not found or len(found) < len(_LOOKS_LIKE.findall(low)):
        raise DeskError(
            "Không đọc đủ đầu sổ nào của phiếu chốt.",
            "Gõ cả dòng như trên phiếu (từ mã máy đến bốn chữ sau dấu ~), hoặc quét mã QR của phiếu.",
        )
    return tuple(dict.fromkeys(found))


@dataclass(frozen=True, slots=True)
class _Chain:
    """One journal as it is now: each sound entry's place and the one before it; its tips; what lies below."""

    places: Mapping[bytes, tuple[int, bytes]]
    tips: frozenset[bytes]
    below: frozenset[bytes]

    def back_from(self, tip: bytes) -> set[bytes]:
        """All entries from `tip` back to the first one; empty where the chain does not reach it."""
        seen: set[bytes] = set()
        while tip != NO_PREV and tip not in self.below:
            place = self.places.get(tip)
            if place is None or tip in seen:
                return set()
            seen.add(tip)
            tip = place[1]
        return seen


def _chain(ledger: Ledger, row: int, journal: JournalId) -> _Chain:
    filling = filling_of(ledger.rows, journal.channel)
    below = frozenset(one.digest for one in filling.places(journal)) if filling is not None else frozenset()
    places: dict[bytes, tuple[int, bytes]] = {}
    for entry in ledger.rows.entries_after(row, 0):
        try:
            sound = decode_entry(entry.envelope, entry.body)
        except EntryRefused:
            continue  # what does not hash is not in the chain
        if sound.journal == journal:
            places[sound.digest] = sound.seq, sound.prev
    return _Chain(places, frozenset(tip.digest for tip in ledger.rows.tips(row)), below)


def _state(
    ledger: Ledger, journals: Sequence[tuple[int, JournalId]], chains: dict[int, _Chain], head: Head
) -> str:
    named = [
        (row, journal)
        for row, journal in journals
        if (journal.node.hex()[:8], journal.incarnation.hex()[:8]) == (head.node, head.incarnation)
    ]
    if not named:
        return UNKNOWN
    for row, journal in named:
        chain = chains.get(row)
        if chain is None:
            chain = chains[row] = _chain(ledger, row, journal)
        for tip in chain.tips:
            held = {
                digest
                for digest in chain.back_from(tip)
                if digest.hex().startswith(head.digest) and chain.places[digest][0] == head.seq
            }
            if held:
                return SAME if tip in held else OLDER
    return MISSING


def _sentence(judged: Sequence[tuple[Head, str]], states: set[str]) -> str:
    if MISSING in states:
        bad = next(head for head, state in judged if state == MISSING)
        return (
            f"SỔ GỐC ĐÃ BỊ SỬA, CẮT BỚT HOẶC THAY BẰNG BẢN CŨ: không còn mục #{bad.seq} của {bad.node} như đã"
            " in trên phiếu. Giữ nguyên máy và phiếu, báo người phụ trách kỹ thuật."
        )
    if UNKNOWN in states:
        bad = next(head for head, state in judged if state == UNKNOWN)
        return (
            f"Máy này không giữ sổ {bad.node}/{bad.incarnation} có trên phiếu: đồng bộ rồi đối chiếu lại; nếu"
            " phiếu in từ chính máy này thì sổ đã bị thay, báo người phụ trách kỹ thuật."
        )
    if states == {SAME}:
        return "Khớp: sổ gốc đúng như trên phiếu, từ đó chưa ghi thêm."
    return "Khớp: mọi mục đã có khi in phiếu vẫn còn nguyên, sau đó sổ có ghi thêm."
