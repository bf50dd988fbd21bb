"""Verifying a center: every chain and seal anew, and every projection against a rebuild."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.projection import projected
from sync.center.store.recounting import wrong_sums
from sync.center.units.tree import center_rows
from sync.center.work.scans import check_scans
from sync.identity.keys import NotGenuine, PublicKeys
from sync.identity.seals import check_seal
from sync.journal.ledger import Ledger
from sync.journal.purged import bare_notes, is_purged, purges_of
from sync.model.entry import NO_PREV, EntryRefused, JournalId, Tip, decode_entry
from sync.model.fold import FOLD_VERSION, stands

_MAX_PROBLEMS = 100
_AT_ONCE = 500
_COUNTED = ("channels", "journals", "entries", "seals", "dossiers", "purged")


def verify(center: Center) -> dict[str, Any]:
    """``{"ok", "channels", "journals", "entries", "seals", "dossiers", "scans", "problems"}``.

    Counts are of what was checked; `problems` are sentences that name journals and dossiers by
    their ids, never people, at most 100. Reads one snapshot, so it may run beside the server.
    """
    counts: dict[str, int] = dict.fromkeys(_COUNTED, 0)
    problems: list[str] = []
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        for channel in rows.channels():
            counts["channels"] += 1
            counts["purged"] += len(purges_of(rows, channel))
            missing = len(bare_notes(rows, channel))
            if missing:
                problems.append(f"{channel}: {missing} bodies are missing and nobody purged them")
            for row, journal in rows.journals(channel):
                counts["journals"] += 1
                _check_journal(ledger, row, journal, counts, problems)
            counts["dossiers"] += _check_projections(ledger, channel, problems)
        problems += wrong_sums(rows)
    counts["scans"] = check_scans(center, problems)
    return {"ok": not problems, **counts, "problems": problems[:_MAX_PROBLEMS]}


def _check_journal(
    ledger: Ledger, row: int, journal: JournalId, counts: dict[str, int], problems: list[str]
) -> None:
    rows = center_rows(ledger)
    name = f"{journal.channel} {journal.node.hex()[:8]}/{journal.incarnation.hex()}"
    places: dict[bytes, int] = {}
    prevs: set[bytes] = set()
    t = tables.entries.c
    stored = select(t.seq, t.digest, t.envelope, t.body).where(t.journal == row).order_by(t.seq, t.digest)
    with rows.connection.execute(stored.execution_options(stream_results=True)) as found:
        for seq, digest, envelope, body in found:
            counts["entries"] += 1
            try:
                entry = decode_entry(bytes(envelope), None if body is None else bytes(body))
            except EntryRefused as error:
                problems.append(f"{name}: entry {seq}: {error}")
                continue
            if entry.body is not None and is_purged(rows, entry):
                problems.append(f"{name}: entry {seq}: purged, and its body is still here")
            if (entry.seq, entry.digest, entry.journal) != (seq, bytes(digest), journal):
                problems.append(f"{name}: entry {seq}: stands under another name")
            if entry.prev != NO_PREV and places.get(entry.prev) != entry.seq - 1:
                problems.append(f"{name}: entry {seq}: broken chain")
            places[entry.digest] = entry.seq
            prevs.add(entry.prev)
    ends = {Tip(seq, digest) for digest, seq in places.items() if digest not in prevs}
    if ends != rows.tips(row):
        problems.append(f"{name}: heads are not where the chain ends")
    _check_seals(ledger, row, journal, places, ends, counts, problems, name)


def _check_seals(
    ledger: Ledger,
    row: int,
    journal: JournalId,
    places: dict[bytes, int],
    ends: set[Tip],
    counts: dict[str, int],
    problems: list[str],
    name: str,
) -> None:
    keys = _keys(ledger, journal.node)
    if keys is None:
        problems.append(f"{name}: its writer is not known")
        return
    sealed: set[Tip] = set()
    last = max(places.values(), default=0)
    for one in ledger.rows.seals(row, 0, last):
        counts["seals"] += 1
        sealed.add(one.tip)
        try:
            check_seal(keys.sign, journal, one)
        except NotGenuine:
            problems.append(f"{name}: seal at {one.tip.seq}: wrong signature")
        if places.get(one.tip.digest) != one.tip.seq:
            problems.append(f"{name}: seal at {one.tip.seq}: of no entry")
    if not ends <= sealed:
        problems.append(f"{name}: ends without a seal")


def _keys(ledger: Ledger, node: bytes) -> PublicKeys | None:
    if node in ledger.trusted:
        return ledger.trusted[node]
    record = ledger.rows.node(node)
    return record.keys if record else None


def _check_projections(ledger: Ledger, channel: str, problems: list[str]) -> int:
    """Folds every dossier of the channel anew and compares rows; returns how many there are."""
    rows = center_rows(ledger)
    e, j, c, d = tables.entries.c, tables.journals.c, tables.channels.c, tables.dossiers
    joined = tables.entries.join(tables.journals, e.journal == j.id).join(tables.channels, j.channel == c.id)
    named = select(e.dossier).select_from(joined).where(c.name == channel, e.dossier.is_not(None)).distinct()
    ids = sorted(bytes(one) for (one,) in rows.connection.execute(named).all())
    kept = {bytes(one) for (one,) in rows.connection.execute(select(d.c.id).where(d.c.channel == channel))}
    wrong: dict[str, list[bytes]] = defaultdict(list)
    wrong["has no entries"] += sorted(kept - set(ids))
    for at in range(0, len(ids), _AT_ONCE):
        some = ids[at : at + _AT_ONCE]
        stored = rows.connection.execute(select(d).where(d.c.channel == channel, d.c.id.in_(some))).all()
        by_id = {bytes(row.id): {**row._mapping, "id": bytes(row.id)} for row in stored}
        anew = _rebuilt(ledger, channel, some)
        wrong["has nothing that counts"] += sorted(by_id.keys() - anew.keys())
        for one, rebuilt in anew.items():
            if rebuilt is None:
                wrong["cannot be rebuilt"].append(one)
            elif one not in by_id:
                wrong["is missing from the projection"].append(one)
            elif by_id[one]["fold_version"] != FOLD_VERSION or by_id[one]["counted"] < 0:
                continue  # of an older program: it is written anew in the background (`refolding`)
            elif by_id[one] != rebuilt:
                wrong["differs from its rebuild"].append(one)
    problems += [f"{channel}: dossier {one.hex()} {what}" for what, some in wrong.items() for one in some]
    return len(ids)


def _rebuilt(ledger: Ledger, channel: str, ids: Sequence[bytes]) -> dict[bytes, dict[str, Any] | None]:
    """The rows of dossiers folded anew, of those that stand; None for one whose entries are damaged."""
    try:
        held = ledger.rows.dossier_entries(channel, ids)
        folded = (ledger.fold(channel, one, held[one]) for one in ids)
        return {one.id: projected(channel, one) for one in folded if stands(one)}
    except EntryRefused:
        if len(ids) == 1:
            return {ids[0]: None}
    return {name: row for one in ids for name, row in _rebuilt(ledger, channel, [one]).items()}
