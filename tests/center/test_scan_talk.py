"""What an exchange says of scans: only what was asked counts as held, and only of channels of one's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sync.center.exchange import answering
from sync.center.exchange.answering import exchange
from sync.center.exchange.scans import scan_files
from sync.center.store import scans as rows_of
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from sync.journal.ledger import Ledger
from sync.protocol.answering import Visit
from sync.protocol.draining import drain
from sync.protocol.hearing import Heard
from sync.protocol.limits import MAX_SCANS
from sync.protocol.retry import Pace
from tests.center.places import Place
from tests.center.scanned import ScanDesk


@pytest.fixture
def center(tmp_path: Path) -> Iterator[Center]:
    with Place(tmp_path).open() as center:
        yield center


@dataclass
class Talk:
    """Asks about some names and keeps what is answered."""

    names: list[bytes]
    heard: list[Heard] = field(default_factory=list)

    def asked(self) -> Iterable[bytes]:
        return self.names

    def told(self, heard: Heard) -> None:
        self.heard.append(heard)


def asked(center: Center, desk: ScanDesk, names: list[bytes]) -> Heard:
    """The last answer about those names."""
    talk = Talk(names)

    def post(_path: str, sealed: bytes) -> bytes:
        return exchange(center, sealed).sealed

    done = drain(desk.store, desk.keys, center.keys.public, post, center.clock, Pace(), scans=talk)
    assert done.failure is None
    assert done.pending == 0
    return talk.heard[-1]


def brought(center: Center, desk: ScanDesk, name: bytes, sealed: bytes) -> None:
    """The file is at the center, as after an upload."""
    scan_files(center, desk.channel).put(name, sealed)
    with center.store.transaction() as ledger:
        connection = center_rows(ledger).connection
        rows_of.put_state(connection, desk.channel, name, len(sealed), rows_of.HELD)


def test_a_scan_is_wanted_until_its_file_is_there_and_then_held(center: Center) -> None:
    desk = ScanDesk(center)
    file, sealed = desk.scan(100, push=False)
    first = asked(center, desk, [file.name])
    assert not first.scans_held
    assert first.scans_wanted == {file.name}, "its entry came along"
    brought(center, desk, file.name, sealed)
    then = asked(center, desk, [file.name])
    assert then.scans_held == {file.name}
    assert not then.scans_wanted
    assert then.incarnation
    scan_files(center, desk.channel).remove(file.name)
    assert asked(center, desk, [file.name]).scans_wanted == {file.name}
    assert asked(center, desk, []).scans_wanted == {file.name}, "lost: said unasked"


def test_of_another_unit_s_files_nothing_is_said(center: Center) -> None:
    desk, other = ScanDesk(center), ScanDesk(center, unit="H99.99.002")
    file, sealed = desk.scan(100)
    brought(center, desk, file.name, sealed)
    heard = asked(center, other, [file.name, bytes(32)])
    assert (heard.scans_held, heard.scans_wanted) == (frozenset(), frozenset())


def test_what_nobody_asked_about_is_not_believed_to_be_held(
    center: Center, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = ScanDesk(center)

    def boast(_center: Center, _ledger: Ledger, visit: Visit) -> None:
        visit.scans_held += [bytes([7]) * 32]

    monkeypatch.setattr(answering, "tell_of_scans", boast)
    assert asked(center, desk, [bytes(32)]).scans_held == frozenset()


def test_more_names_than_fit_are_left_for_the_next_exchange(center: Center) -> None:
    desk = ScanDesk(center)
    file, _sealed = desk.scan(100)
    heard = asked(center, desk, [bytes(32)] * MAX_SCANS + [file.name])
    assert heard.scans_wanted == frozenset()


def test_an_exchange_without_scans_names_none() -> None:
    from sync.protocol.codec import PLAIN, pack
    from sync.protocol.messages import Reply, Request

    request = Request("motcua 1", 0, 0, [])
    assert pack(request, PLAIN).endswith(b"\x90")
    assert pack(Reply(), PLAIN).endswith(b"\x90\x90")
