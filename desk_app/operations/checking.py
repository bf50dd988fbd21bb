"""Verifying the desk's store: chains, seals, and projections equal to a rebuild."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desk_app.domain.rights import AUDIT, BACKUP
from desk_app.operations.attaching import check_files
from desk_app.operations.desk import REFOLDED_AT_START, Desk, refold_step
from desk_app.operations.doors import needs
from desk_app.store.rebuild import projection_differences
from sync.identity.keys import NotGenuine
from sync.identity.seals import check_seal
from sync.journal.filling import filling_of
from sync.journal.ledger import Ledger
from sync.journal.marks import MarkState
from sync.journal.purged import bare_notes, is_purged, purges_of
from sync.model.entry import NO_PREV, EntryRefused, JournalId, decode_entry


@needs(AUDIT, BACKUP)
def verify(desk: Desk, told: Callable[[str], None] | None = None) -> dict[str, Any]:
    """What was checked and found: ``ok``, counts, and one line for each problem, without people.

    `told` hears, in words, what is being checked now.
    """
    say = told or (lambda _stage: None)
    problems: list[str] = []
    while refold_step(desk, REFOLDED_AT_START):
        pass  # rows of an older program are no damage
    say("Đang kiểm tra từng trang của tệp dữ liệu…")
    pages = desk.store.damaged_pages()
    if pages:
        problems.append(f"{pages} trang của tệp dữ liệu bị hỏng")
    counts = {"journals": 0, "entries": 0, "seals": 0}
    say("Đang kiểm tra chuỗi và dấu niêm phong…")
    with desk.reading() as ledger:
        purged = 0
        for channel in ledger.rows.channels():
            missing = bare_notes(ledger.rows, channel)
            if missing:
                problems.append(f"{channel}: {len(missing)} mục thiếu nội dung mà không ai hủy; hãy đồng bộ")
            purged += len(purges_of(ledger.rows, channel))
            for row, journal in ledger.rows.journals(channel):
                counts["journals"] += 1
                entries, seals = verify_journal(ledger, row, journal, problems)
                counts["entries"] += entries
                counts["seals"] += seals
        say("Đang dựng lại bảng tra cứu để so…")
        dossiers, differences = projection_differences(desk.store.reader(), ledger)
        problems += differences
        state = desk.store.marks.check(ledger.knows)
    say("Đang kiểm tra các tệp đính kèm…")
    scans, lost = check_files(desk)
    problems += lost
    if state is not MarkState.OK:
        problems.append(f"Mốc ngoài cơ sở dữ liệu: {state.value}")
    return {
        "ok": not problems,
        **counts,
        "dossiers": dossiers,
        "purged": purged,
        "scans": scans,
        "head_mark": state.value,
        "problems": problems,
    }


def verify_journal(ledger: Ledger, row: int, journal: JournalId, problems: list[str]) -> tuple[int, int]:
    """Proves one journal's chain, tips and seals: how many entries and seals; a line for each problem."""
    name = f"{journal.channel} {journal.node.hex()[:8]}/{journal.incarnation.hex()[:8]}"
    record = ledger.rows.node(journal.node)
    key = record.keys.sign if record else getattr(ledger.trusted.get(journal.node), "sign", None)
    filling = filling_of(ledger.rows, journal.channel)
    below = {one.digest for one in filling.places(journal)} if filling is not None else set()
    places: dict[bytes, int] = {}
    parents: set[bytes] = set()
    for entry in ledger.rows.entries_after(row, 0):
        try:
            sound = decode_entry(entry.envelope, entry.body)
        except EntryRefused as error:
            problems.append(f"{name} #{entry.seq}: {error}")
            continue
        if entry.body is not None and is_purged(ledger.rows, entry):
            problems.append(f"{name} #{entry.seq}: nội dung đã hủy mà vẫn còn")
        if sound.journal != journal:
            problems.append(f"{name} #{entry.seq}: nằm sai sổ")
        if sound.prev != NO_PREV and sound.prev not in below and places.get(sound.prev) != sound.seq - 1:
            problems.append(f"{name} #{entry.seq}: đứt chuỗi")
        places[sound.digest] = sound.seq
        parents.add(sound.prev)
    tips = {tip.digest for tip in ledger.rows.tips(row)}
    if tips != set(places) - parents:
        problems.append(f"{name}: đầu sổ không khớp")
    seals = ledger.rows.seals(row, 0, 2**62)
    for seal in seals:
        try:
            if places.get(seal.tip.digest) != seal.tip.seq or key is None:
                raise NotGenuine("seal: of another entry")
            check_seal(key, journal, seal)
        except NotGenuine:
            problems.append(f"{name} #{seal.tip.seq}: dấu niêm phong không đúng")
    sealed = {seal.tip.digest for seal in seals}
    if not tips <= sealed:
        problems.append(f"{name}: phần cuối chưa niêm phong")
    return len(places), len(seals)
