"""What a desk says of itself with each contact stands at its center: what waits, its disk, its catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.operations.conditions import condition_of
from desk_app.operations.desk import Desk
from desk_app.operations.sticks import export_stick
from sync.catalogue.releases import AMENDED, Change
from sync.center.api.metrics import metrics
from sync.center.api.watching import Watch
from sync.center.exchange.sticks import take_stick
from sync.center.publishing.publishing import Decision, prepare, publish, sign_here
from sync.center.store.opening import Center
from sync.center.units.conditions import LATE, NOTHING, Told, newest, note_conditions
from sync.center.units.standing import Machine, machines
from sync.center.units.tree import center_rows
from sync.identity.keys import NodeKeys
from sync.model.moment import day_of
from sync.protocol.answering import Visit
from sync.protocol.codec import PLAIN, pack, unpack
from sync.protocol.draining import Drained, drain
from sync.protocol.messages import Condition, Request
from sync.protocol.retry import Pace
from tests.attachments.papers import small_jpeg
from tests.center.scanned import attach_to
from tests.operations.communes import Commune, HubCommune

SOME = Told(free=50_000)


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Commune]:
    """A center and one desk, with a line."""
    commune = Commune(tmp_path / "commune", count=1)
    yield commune
    commune.close()


def told(center: Center, desk: Desk) -> Machine:
    [one] = [one for one in machines(center) if one.node == desk.keys.node]
    return one


def one_message(commune: Commune, desk: Desk) -> Drained:
    """One exchange over a line that carries little, then it breaks off."""
    assert desk.settings.center is not None
    return drain(
        *(desk.store, desk.keys, desk.settings.center, commune.post, desk.clock, Pace(4096)),
        max_rounds=1,
        conditions=lambda: [condition_of(desk)],
    )


def test_a_desk_that_gave_all_says_that_nothing_waits_and_how_full_its_disk_is(commune: Commune) -> None:
    [desk] = commune.desks
    commune.received(desk)
    commune.sync(desk)
    said = told(commune.center, desk).told
    assert (said.entries, said.scans, said.since) == (0, 0, None)
    assert said.free == 1 or (said.free > 0 and said.free % 100 == 0)
    assert not told(commune.center, desk).needs_care(commune.clock())


def test_what_still_waits_when_the_line_breaks_off_is_known_with_its_age(commune: Commune) -> None:
    [desk] = commune.desks
    commune.received(desk, 60)
    begun = commune.clock()
    commune.forward(hours=30)
    sent = one_message(commune, desk)
    one = told(commune.center, desk)
    assert one.told.entries == sent.pending > 0
    assert one.told.since is not None
    assert abs(one.told.since - begun) <= timedelta(minutes=1)
    now = commune.center_clock()
    assert one.told.late(now)
    assert one.needs_care(now)
    figures = metrics(commune.center, Watch())
    assert f"motcua_nodes_entries_waiting {sent.pending}\n" in figures
    assert "motcua_nodes_waiting_long 1\n" in figures
    commune.sync(desk)
    assert told(commune.center, desk).told.entries == 0
    assert "motcua_nodes_waiting_long 0\n" in metrics(commune.center, Watch())


def test_scans_that_wait_are_told_with_the_day_of_the_oldest(commune: Commune) -> None:
    [desk] = commune.desks
    [number] = commune.received(desk)
    for seed in (1, 2):
        attach_to(desk, number, small_jpeg(seed))
    begun = commune.clock()
    commune.forward(days=3)
    commune.sync(desk)  # a line without a way for scans
    said = told(commune.center, desk).told
    assert (said.entries, said.scans) == (0, 2)
    assert said.since is not None
    assert day_of(said.since) == day_of(begun)
    assert told(commune.center, desk).needs_care(commune.center_clock())


def test_a_desk_says_which_release_it_goes_by(commune: Commune) -> None:
    [desk] = commune.desks
    today = day_of(commune.clock())
    change = Change("procedures", "1.004873", AMENDED, {"limit": "9 ngày làm việc"})
    release = prepare(commune.center, [change], Decision("1/QĐ", today, today))
    publish(commune.center, sign_here(release, NodeKeys(bytes(range(64)))).raw)
    assert told(commune.center, desk).release == 0
    commune.sync(desk)
    commune.sync(desk)
    assert told(commune.center, desk).release == 1


def test_a_hub_passes_on_how_its_desks_stand_and_when_it_heard_them(tmp_path: Path) -> None:
    commune = HubCommune(tmp_path / "hub", count=1)
    try:
        [desk] = commune.desks
        commune.cut = True
        commune.forward(days=2)
        commune.sync(desk)
        assert told(commune.hub, desk).told.free > 0
        before = told(commune.center, desk)
        commune.cut = False
        commune.forward_up()
        after = told(commune.center, desk)
        assert after.told.time > before.told.time
        assert after.told.free == told(commune.hub, desk).told.free
        assert after.heard_at > before.heard_at, "it was heard, through its hub"
        [hub] = [one for one in machines(commune.center) if one.role == "hub"]
        assert hub.told.free > 0
    finally:
        commune.close()


def test_a_program_that_says_nothing_is_answered_as_ever(commune: Commune) -> None:
    [desk] = commune.desks
    known = told(commune.center, desk).told
    assert desk.settings.center is not None
    drain(desk.store, desk.keys, desk.settings.center, commune.post, desk.clock, Pace())
    assert told(commune.center, desk).told == known
    frame = pack(Request("older", 0, 1, []), PLAIN)
    fields = msgspec.msgpack.decode(frame[2:])
    older = frame[:2] + msgspec.msgpack.encode(fields[:-1])
    assert unpack(older, Request).conditions == []
    newer = frame[:2] + msgspec.msgpack.encode([*fields[:-1], [[b"", 0, 1, 2, 3, 4, 5, 6, "more"]], "more"])
    assert unpack(newer, Request).conditions[0].release == 6


def test_nobody_speaks_for_a_machine_that_is_not_behind_it(commune: Commune) -> None:
    [desk] = commune.desks
    stranger = bytes(16)
    with commune.center.store.transaction() as ledger:
        rows = center_rows(ledger)
        record = rows.node(desk.keys.node)
        hub = next((one for one in [rows.node(commune.center.keys.node)] if one is not None), None)
        assert record is not None
        assert hub is not None
        for teller in (record, replace(hub, role="hub", unit="H99.99.777")):
            visit = Visit(teller, "x", 0, 1_795_410_000)
            visit.conditions = (
                Condition(stranger, free=7),
                *([] if teller is record else [Condition(desk.keys.node, free=7)]),
            )
            note_conditions(rows, visit)
    assert told(commune.center, desk).told.free != 7


@given(st.integers(0, 2**32), st.integers(0, 2**32))
def test_the_later_word_of_two_ways_counts(one: int, other: int) -> None:
    at = newest("", Told(time=one)) if one else ""
    both = newest(at, Told(time=other))
    assert both == (newest("", Told(time=max(one, other))) if max(one, other) else "")


def test_what_is_late_and_what_is_full(commune: Commune) -> None:
    now = commune.clock()
    old = int((now - LATE - timedelta(minutes=1)).timestamp())
    assert Told(entries=1, entries_since=old).late(now)
    assert Told(scans=1, scans_since=old, entries_since=int(now.timestamp())).late(now)
    assert not Told(entries=1, entries_since=int(now.timestamp())).late(now)
    assert Told(free=1_900).full
    assert not SOME.full
    assert not NOTHING.full
    assert not NOTHING.known


def test_a_stick_says_how_its_desk_stands_unless_a_line_said_it_later(
    commune: Commune, pocket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [desk] = commune.desks
    commune.cut = True
    commune.forward(hours=1)
    monkeypatch.setattr(desk.store, "free_bytes", lambda: 1_500_000_000)
    first = export_stick(desk, pocket).value.path
    take_stick(commune.center, first, pocket)
    assert told(commune.center, desk).told.free == 1500
    commune.forward(hours=1)
    old = export_stick(desk, pocket).value.path
    commune.forward(hours=1)
    monkeypatch.setattr(desk.store, "free_bytes", lambda: 9_000_000_000)
    commune.cut = False
    commune.sync(desk)
    take_stick(commune.center, old, pocket)
    assert told(commune.center, desk).told.free == 9000
