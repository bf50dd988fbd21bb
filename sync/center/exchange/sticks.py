"""Bundles that people carry to the center: taken in as an exchange is, answered on the same stick."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from sync.center.exchange.answering import bookkeeping
from sync.center.exchange.carrying import carry_waiting
from sync.center.exchange.stick_scans import CenterSink, load_for
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.restored import active_nodes_of, note_contact
from sync.center.units.tree import center_rows, checked_code
from sync.links.stick import StickFailed, bundle_name, free_in, open_stick_file, place_bundle
from sync.links.stick_words import bundle_in_words, stick_in_words
from sync.model.moment import VIETNAM
from sync.protocol.answering import Visit
from sync.protocol.bundles import BundleReader, BundleRefused, Manifest
from sync.protocol.histories import pack_history
from sync.protocol.returning import Received, pack_answer, receive_bundle
from sync.protocol.unloading import news_in, open_bundle


@dataclass(frozen=True, slots=True)
class StickVisit:
    """A bundle taken in at the center. Counts are of entries; `sent` and `sent_dossiers` went into the reply.

    `refused` are reasons for a log, without names. `reply` is where the answer lies; `more`: another trip has
    something to bring, either way. A `revoked` desk gets no answer. `scans` were taken in, `scans_known` were
    here; of others the file on the stick was not whole, or nothing names it (`scans_turned_away`), or it was
    missing or damaged at the maker already (`scans_missing`), or it found no room (`scans_left`).
    `scans_sent` go home in the reply.
    """

    unit: str
    desk: int
    made_at: datetime
    received: int
    dossiers: int
    parked: int
    refused: tuple[str, ...]
    reply: Path | None
    sent: int
    sent_dossiers: int
    more: bool
    revoked: bool = False
    scans: int = 0
    scans_known: int = 0
    scans_turned_away: int = 0
    scans_missing: int = 0
    scans_left: int = 0
    scans_sent: int = 0


@dataclass(frozen=True, slots=True)
class StickFacts:
    """What a bundle says of itself; `news`: it comes from further than what is held here."""

    unit: str
    role: str
    desk: int
    made_at: datetime
    entries: int
    dossiers: int
    size: int
    more: bool
    news: bool
    scans: int = 0
    scan_bytes: int = 0
    scans_left: int = 0
    scans_missing: int = 0


def show_stick(center: Center, path: Path) -> StickFacts:
    """What a bundle holds, by its maker's signed word; takes nothing in. Raises `CenterError`."""
    with _in_words(), open_stick_file(path) as file:
        bundle = open_bundle(center.store, center.keys, file).bundle
    told = bundle.manifest
    return StickFacts(
        unit=told.unit,
        role=told.role,
        desk=told.desk,
        made_at=datetime.fromtimestamp(told.time, VIETNAM),
        entries=told.entries,
        dossiers=told.dossiers,
        size=bundle.size,
        more=told.more,
        news=any(news_in(center.store, bundle).values()),
        scans=told.scans,
        scan_bytes=told.scan_bytes,
        scans_left=told.scans_left,
        scans_missing=len(told.scans_missing),
    )


def take_stick(center: Center, path: Path, reply: Path) -> StickVisit:
    """Takes a desk's or hub's bundle in and writes the answer into the folder `reply`. Raises `CenterError`.

    What was taken in stays so when the answer cannot be written: the bundle is simply brought again.
    """
    visits: list[Visit] = []
    with _in_words():
        with open_stick_file(path) as file:
            reader = open_bundle(center.store, center.keys, file)
            received = receive_bundle(
                center.store,
                center.keys,
                reader,
                center.clock(),
                bookkeeping(center, visits),
                center.entropy,
                lambda record: CenterSink(center, record),
            )
        carry_waiting(center)
        if received.taken.received or received.taken.scans.taken:
            center.stirred()
        with center.store.transaction() as ledger:
            rows = center_rows(ledger)
            note_contact(rows, received.record.node, center.clock(), whole=received.whole)
            active = active_nodes_of(rows, received.record.unit)
            receivers = [center.keys.public] + [one.keys for one in active]
        if received.revoked:
            return _visit(received, None, None)
        load = load_for(center, received, free_in(reply))

        def write(file: BinaryIO) -> Manifest:
            made = pack_answer(
                center.store,
                center.keys,
                received,
                receivers,
                center.clock(),
                file,
                entropy=center.entropy,
                load=load,
            )
            return made.manifest

        record = received.record
        name = bundle_name("tra-loi", record.unit, record.desk, center.clock(), center.entropy(2))
        placed, sent = place_bundle(reply, name, write, lambda one: _whole(center, one))
    return _visit(received, placed, sent)


@dataclass(frozen=True, slots=True)
class HistoryOut:
    """A unit's history that lies whole on a stick: `entries` of `dossiers`, for the unit's `machines`."""

    path: Path
    size: int
    entries: int
    dossiers: int
    machines: int


def write_history(center: Center, unit: str, folder: Path) -> HistoryOut:
    """Writes all that a unit has written so far into a folder, for its new desks. Raises `CenterError`.

    The unit's machines that are enrolled now can open it, and no others.
    """
    unit = checked_code(unit)
    with center.store.snapshot() as ledger:
        receivers = [one.keys for one in active_nodes_of(center_rows(ledger), unit)]
        begun = bool(ledger.heads(f"unit:{unit}"))
    if not receivers or not begun:
        raise CenterError(
            f"Đơn vị {unit} chưa có máy nào ghi danh, hoặc chưa có hồ sơ nào ở trung tâm.",
            "Hãy ghi danh máy mới trước (`center invite`), rồi ghi gói lịch sử cho máy đó.",
        )

    def write(file: BinaryIO) -> Manifest:
        keys = [center.keys.public, *receivers]
        return pack_history(
            center.store, center.keys, unit, keys, center.clock(), file, entropy=center.entropy
        ).manifest

    name = bundle_name("lich-su", unit, 0, center.clock(), center.entropy(2))
    with _in_words():
        placed, told = place_bundle(folder, name, write, lambda one: _whole(center, one))
        size = placed.stat().st_size
    return HistoryOut(placed, size, told.entries, told.dossiers, len(receivers))


def _visit(received: Received, placed: Path | None, sent: Manifest | None) -> StickVisit:
    told, taken = received.bundle.manifest, received.taken
    return StickVisit(
        unit=received.record.unit,
        desk=received.record.desk,
        made_at=datetime.fromtimestamp(told.time, VIETNAM),
        received=taken.received,
        dossiers=len(taken.dossiers),
        parked=taken.parked,
        refused=tuple(sorted({reason for _journal, reason in taken.refused})),
        reply=placed,
        sent=sent.entries if sent is not None else 0,
        sent_dossiers=sent.dossiers if sent is not None else 0,
        more=sent is not None and (sent.more or told.more or bool(received.wants) or bool(told.scans_left)),
        revoked=received.revoked,
        scans=len(taken.scans.taken),
        scans_known=taken.scans.known,
        scans_turned_away=taken.scans.unnamed + len(taken.scans.damaged),
        scans_missing=len(told.scans_missing),
        scans_left=told.scans_left,
        scans_sent=sent.scans if sent is not None else 0,
    )


def _whole(center: Center, file: BinaryIO) -> None:
    """Reads a bundle of our own to its end. Raises `BundleRefused`."""
    for _segments in BundleReader(file, center.keys, lambda *_: True).cargo():
        pass


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except BundleRefused as refused:
        raise CenterError(*bundle_in_words(refused)) from refused
    except StickFailed as failed:
        raise CenterError(*stick_in_words(failed)) from failed
