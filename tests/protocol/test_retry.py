"""Backoff is bounded and jittered, sizes follow the line, and a run of exchanges always ends."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.protocol import engine, limits, ports
from sync.protocol.draining import IDLE_ROUNDS
from sync.protocol.engine import Backoff, LinkFailed, Pace
from tests.protocol.world import World


@given(st.lists(st.floats(0, 0.999), min_size=1, max_size=40))
def test_delays_stay_between_five_seconds_and_five_minutes(chances: list[float]) -> None:
    drawn = iter(chances)
    backoff = Backoff(lambda: next(drawn))
    delays = [backoff.failed() for _ in chances]
    assert all(5 <= delay <= 300 for delay in delays)
    assert all(delay >= 150 for delay in delays[7:]), "it does grow"


def test_two_desks_do_not_knock_at_the_same_moment() -> None:
    first, second = Backoff(Random(1).random), Backoff(Random(2).random)
    assert [first.failed() for _ in range(6)][2:] != [second.failed() for _ in range(6)][2:]


def test_reconnection_starts_over_and_the_centers_wish_is_heard() -> None:
    backoff = Backoff(lambda: 0.5)
    for _ in range(9):
        backoff.failed()
    backoff.reset()
    assert backoff.failed() == 5
    assert backoff.failed(retry_after=120) == 120
    assert backoff.failed(retry_after=9_999) == 300


def test_sizes_grow_on_success_halve_on_failure_and_have_ends() -> None:
    pace = Pace()
    pace.succeeded(full=False)
    assert pace.size == limits.FIRST_BUDGET, "a small message shows nothing about the line"
    for _ in range(10):
        pace.succeeded(full=True)
    assert pace.size == limits.MAX_BUDGET
    pace.failed()
    assert pace.size == limits.MAX_BUDGET // 2
    for _ in range(20):
        pace.failed()
    assert pace.size == limits.MIN_BUDGET


def test_a_run_reports_what_stopped_it_and_loses_nothing() -> None:
    world = World(1)
    [desk] = world.desks
    for serial in range(1, 60):
        desk.receive(serial=serial)
    calls = 0

    def post(path: str, sealed: bytes) -> bytes:
        nonlocal calls
        calls += 1
        assert path == ports.EXCHANGE_PATH
        if calls == 3:
            raise LinkFailed(ports.UNREACHABLE)
        return world.center.answer(sealed)

    pace = Pace(4096)
    done = engine.drain(desk.store, desk.keys, world.center.keys.public, post, lambda: desk.clock, pace)
    assert done.reached
    assert done.failure is not None
    assert done.failure.kind == ports.UNREACHABLE
    assert done.rounds == 2
    assert done.pending == desk.pending > 0
    assert desk.drain(world.center).pending == 0


def test_an_answer_that_is_not_genuine_is_somebody_in_the_way() -> None:
    world = World(1)
    [desk] = world.desks
    done = engine.drain(
        desk.store,
        desk.keys,
        world.center.keys.public,
        lambda _path, _sealed: b"<html>Please log in</html>",
        lambda: desk.clock,
        Pace(),
    )
    assert not done.reached
    assert done.failure is not None
    assert done.failure.kind == ports.PORTAL


def test_a_run_that_brings_nothing_ends() -> None:
    """The center wants what nobody has: that must not keep the line busy for ever."""
    world = World(1)
    [desk] = world.desks
    desk.receive(serial=1)
    world.heal()
    with world.center.store.transaction() as ledger:
        record = ledger.rows.node(desk.keys.node)
        assert record is not None
    rounds = 0

    def post(_path: str, sealed: bytes) -> bytes:
        nonlocal rounds
        rounds += 1
        answer = engine.open_request(world.center.keys, sealed)
        with world.center.store.transaction() as ledger:
            reply = engine.respond(ledger, world.center.keys, answer, desk.clock, None, desk.chance)
        import msgspec

        return engine.seal_reply(world.center.keys, answer, msgspec.structs.replace(reply, more=True))

    engine.drain(desk.store, desk.keys, world.center.keys.public, post, lambda: desk.clock, Pace())
    assert rounds == IDLE_ROUNDS


def test_progress_is_shown_and_can_stop_a_run() -> None:
    world = World(1)
    [desk] = world.desks
    for serial in range(1, 60):
        desk.receive(serial=serial)
    seen: list[int] = []

    def progress(done: engine.Drained) -> bool:
        seen.append(done.pending)
        return len(seen) < 2

    done = engine.drain(
        desk.store,
        desk.keys,
        world.center.keys.public,
        lambda _path, sealed: world.center.answer(sealed),
        lambda: desk.clock,
        Pace(4096),
        progress=progress,
    )
    assert (done.rounds, done.pending) == (2, seen[-1])
    assert seen[0] > seen[1] > 0


def test_a_clock_that_is_wrong_is_measured_and_changes_nothing() -> None:
    world = World(1)
    [desk] = world.desks
    desk.clock = desk.clock.replace(year=2009)
    desk.receive(serial=1)
    done = desk.drain(world.center)
    assert done.pending == 0
    assert done.clock_error == pytest.approx(-17 * 365.25 * 86400, rel=0.01)
