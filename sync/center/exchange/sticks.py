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
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.restored import active_nodes_of, note_contact
from sync.center.units.tree import center_rows
from sync.links.stick import StickFailed, bundle_name, open_stick_file, place_bundle
from sync.links.stick_words import bundle_in_words, stick_in_words
from sync.model.moment import VIETNAM
from sync.protocol.answering import Visit
from sync.protocol.bundles import BundleReader, BundleRefused
from sync.protocol.returning import Received, pack_answer, receive_bundle
from sync.protocol.unloading import news_in, open_bundle


@dataclass(frozen=True, slots=True)
class StickVisit:
    """A bundle taken in at the center. Counts are of entries; `sent` and `sent_dossiers` went into the reply.

    `refused` are reasons for a log, without names. `reply` is where the answer lies; `more`: another trip has
    something to bring, either way. A `revoked` desk gets no answer.
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
                center.store, center.keys, reader, center.clock(), bookkeeping(center, visits), center.entropy
            )
        carry_waiting(center)
        with center.store.transaction() as ledger:
            rows = center_rows(ledger)
            note_contact(rows, received.record.node, center.clock(), whole=received.whole)
            active = active_nodes_of(rows, received.record.unit)
            receivers = [center.keys.public] + [one.keys for one in active]
        if received.revoked:
            return _visit(received, None, 0, 0, more=False)

        def write(file: BinaryIO) -> tuple[int, int, bool]:
            made = pack_answer(
                center.store,
                center.keys,
                received,
                receivers,
                center.clock(),
                file,
                entropy=center.entropy,
            )
            return made.manifest.entries, made.manifest.dossiers, made.manifest.more

        record = received.record
        name = bundle_name("tra-loi", record.unit, record.desk, center.clock(), center.entropy(2))
        placed, (sent, dossiers, more) = place_bundle(reply, name, write, lambda one: _whole(center, one))
    return _visit(received, placed, sent, dossiers, more=more)


def _visit(received: Received, placed: Path | None, sent: int, dossiers: int, *, more: bool) -> StickVisit:
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
        sent=sent,
        sent_dossiers=dossiers,
        more=more or told.more or bool(received.wants),
        revoked=received.revoked,
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
