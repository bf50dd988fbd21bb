"""Figures at the center: kept with every change and equal to a recount, on each database."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import delete, select, text, update

from sync.acts.move import Move
from sync.acts.unit import rate
from sync.center.store import tables
from sync.center.store.dialect import Engines
from sync.center.store.opening import Center, introduce
from sync.center.store.recounting import recounted, stored_sums, wrong_sums
from sync.center.store.rows import CenterRows
from sync.center.store.store import CenterStore
from sync.center.store.tally import put_sums
from sync.center.units.tree import add_unit, center_rows
from sync.center.work import figures
from sync.center.work.checking import verify
from sync.center.work.refolding import refold_some
from sync.center.work.statutory import desk_in, reported, satisfaction_by_desk
from sync.identity.keys import NodeKeys
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.bodies import pack
from sync.reports.figures import Backlog, Flow, Satisfaction, by_month
from sync.reports.periods import month_of, year_of
from sync.reports.statutory import Settled
from sync.reports.terms import Term, month_term, year_term
from tests.center.places import CHANNEL, START, UNIT, Clock, MemoryDesk

OTHER = "H99.99.002"
MONTH = month_of(START.date())
TABLES = ("flow_sums", "backlog_sums", "rating_sums")


@pytest.fixture
def center(tmp_path: Path, engines: Engines) -> Center:
    """A center on each database, with two communes."""
    keys = NodeKeys.generate()
    lock = tmp_path / "lock" if engines.is_sqlite else None
    store = CenterStore(engines, {keys.node: keys.public}, lock=lock)
    store.migrate()
    center = Center(tmp_path, "H00", "Trung tâm", keys, store, Clock())
    introduce(center)
    for code, name in ((UNIT, "Xã Ví Dụ"), (OTHER, "Xã Láng Giềng")):
        add_unit(center, code, name)
    counted(center)
    return center


def counted(center: Center) -> None:
    """As a served center does in the background."""
    while refold_some(center, 3):
        pass


def advance(center: Center, **much: float) -> None:
    assert isinstance(center.clock, Clock)
    center.clock.advance(**much)


def said(field: str, level: int) -> Draft:
    move = rate(field, 1, START.date(), level)
    assert isinstance(move, Move)
    return Draft(move.kind, move.body)


def is_equal(center: Center) -> None:
    """What is kept is what a recount gives."""
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        for name, anew in recounted(rows).items():
            assert stored_sums(rows, tables.METADATA.tables[name]) == anew, name
        assert wrong_sums(rows) == []


def test_a_day_of_dossiers_is_counted_as_it_went(center: Center) -> None:
    desk = MemoryDesk(center, known=True)
    early, in_time, late, stopped, pending, waiting = desk.receive(
        *(f"{UNIT}-261123-{one:04d}" for one in range(1, 7))
    )
    desk.push()
    desk.status(early, "done")
    desk.status(stopped, "stopped")
    desk.status(waiting, "supplement")
    advance(center, days=3)
    desk.status(in_time, "done")
    advance(center, minutes=1)
    desk.status(late, "done")
    desk.status(early, "returned")
    desk.push()
    is_equal(center)
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        [unit] = figures.flows(connection, "unit", None, MONTH)
        assert unit == Flow(UNIT, received=6, early=2, on_time=1, late=1, without_result=1)
        assert [one.code for one in figures.flows(connection, "field", None, MONTH)] == ["Hộ tịch"]
        [procedure] = figures.flows(connection, "procedure", None, year_of(2026))
        assert (procedure.code, procedure.received, procedure.late) == ("1.004873", 6, 1)
        [officer] = figures.flows(connection, "officer", None, MONTH)
        assert (officer.code, officer.rate) == (f"{UNIT}|Trần Văn Bình", 75.0)
        days = figures.flows_by_day(connection, None, MONTH)
        assert [(one.received, one.ended) for one in days] == [(6, 2), (0, 2)]
        assert [one.code for one in by_month(figures.flows_by_day(connection, None, MONTH))] == ["2026-11"]
        assert figures.flows(connection, "unit", frozenset({OTHER}), MONTH) == []
        for kind in figures.KINDS:
            [left] = figures.backlog(connection, kind, None, center.clock())
            assert (left.running, left.late, left.waiting) == (1, 1, 1), kind
        wanted = figures.Behind(figures.LATE_ENDED, "unit", UNIT)
        now = center.clock()
        [row] = figures.dossiers_behind(connection, wanted, None, MONTH, now)
        assert row["id"] == late.hex()
        for which, expected in ((figures.LATE_NOW, {pending}), (figures.PENDING, {pending, waiting})):
            for kind, code in (("unit", UNIT), ("field", "Hộ tịch"), ("officer", f"{UNIT}|Trần Văn Bình")):
                found = figures.dossiers_behind(
                    connection, figures.Behind(which, kind, code), None, MONTH, now
                )
                assert {row["id"] for row in found} == {one.hex() for one in expected}, (which, kind)


def test_what_is_due_today_is_late_from_its_minute_on(center: Center) -> None:
    desk = MemoryDesk(center, known=True)
    desk.receive(f"{UNIT}-261123-0001")
    desk.push()
    due = center.clock() + timedelta(days=3)
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        for minutes, late in ((0, 0), (1, 1), (60 * 24, 1)):
            [one] = figures.backlog(connection, "field", None, due + timedelta(minutes=minutes))
            assert one == Backlog("Hộ tịch", 1, late, 0)


def test_what_waits_is_told_by_how_long(center: Center) -> None:
    desk = MemoryDesk(center, known=True)
    for day in (0, 5, 100):
        advance(center, days=day)
        desk.receive(f"{UNIT}-26-{day:04d}")
        desk.push()
    with center.store.snapshot() as ledger:
        aged = figures.ages(center_rows(ledger).connection, None, center.clock())
    assert [(one.code, one.running) for one in aged if one.running] == [
        ("dưới 3 ngày", 1),
        ("trên 90 ngày", 2),
    ]


@pytest.mark.parametrize("seed", range(3))
def test_whatever_happens_the_sums_are_those_of_a_recount(center: Center, seed: int) -> None:
    chance = random.Random(seed)
    desks = [MemoryDesk(center, known=True), MemoryDesk(center, unit=OTHER, known=True)]
    held: list[tuple[MemoryDesk, bytes]] = []
    for step in range(12):
        desk = chance.choice(desks)
        held += [(desk, one) for one in desk.receive(*(f"{step}-{n}" for n in range(chance.randrange(1, 6))))]
        for owner, one in chance.sample(held, min(len(held), 4)):
            owner.status(one, chance.choice(["processing", "supplement", "done", "returned", "stopped"]))
        desk.write(said(chance.choice(["Hộ tịch", "Đất đai"]), chance.randrange(1, 6)))
        for desk in desks:
            desk.push()
        advance(center, hours=chance.randrange(1, 50))
    is_equal(center)
    assert verify(center)["problems"] == []


def test_a_repeated_push_counts_nothing_twice(center: Center) -> None:
    desk = MemoryDesk(center, known=True)
    desk.receive(f"{UNIT}-261123-0001")
    desk.write(said("Hộ tịch", 5))
    assert desk.push() > 0
    with center.store.snapshot() as ledger:
        before = {one: stored_sums(center_rows(ledger), tables.METADATA.tables[one]) for one in TABLES}
    assert desk.push() == 0
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        assert {one: stored_sums(rows, tables.METADATA.tables[one]) for one in TABLES} == before
    assert all(before.values())


def admit_and_fail(center: Center, desk: MemoryDesk) -> None:
    with center.store.transaction() as ledger:
        for segment in desk.segments():
            ledger.admit(segment)
        raise RuntimeError("cut off")


def test_an_undone_transaction_leaves_no_trace_in_the_sums(center: Center) -> None:
    desk = MemoryDesk(center, known=True)
    desk.receive(f"{UNIT}-261123-0001")
    with pytest.raises(RuntimeError, match="cut off"):
        admit_and_fail(center, desk)
    with center.store.snapshot() as ledger:
        assert figures.flows(center_rows(ledger).connection, "unit", None, MONTH) == []


def test_ratings_are_sums_by_field_day_and_desk_and_name_nobody(center: Center) -> None:
    desk = MemoryDesk(center, known=True)
    desk.write(said("Hộ tịch", 5), said("Hộ tịch", 4), said("Hộ tịch", 1), said("Đất đai", 3))
    desk.push()
    is_equal(center)
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        found = figures.satisfaction(connection, "field", None, MONTH)
        assert {one.code: one.levels for one in found} == {
            "Hộ tịch": (1, 0, 0, 1, 1),
            "Đất đai": (0, 0, 1, 0, 0),
        }
        [unit] = figures.satisfaction(connection, "unit", None, MONTH)
        assert unit == Satisfaction(UNIT, (1, 0, 1, 1, 1))
        assert unit.rate == 50.0
    assert [one.name for one in tables.rating_sums.c][:4] == ["day", "unit", "field", "desk"]


def test_long_and_strange_names_of_a_hostile_desk_stop_nothing(center: Center) -> None:
    desk = MemoryDesk(center, known=True)
    body = {"day": "2026-11-23", "desk": 2**53 - 1, "field": "\x00" + "đ" * 5000, "level": 5}
    desk.write(Draft(kinds.RATING, pack(body)), Draft(kinds.RATING, pack({**body, "level": 6})))
    desk.push()
    is_equal(center)
    with center.store.snapshot() as ledger:
        [one] = figures.satisfaction(center_rows(ledger).connection, "field", None, MONTH)
    assert one.count == 1
    assert len(one.code) == 200


def test_dossiers_and_ratings_of_an_older_program_are_counted_in_the_background(center: Center) -> None:
    desk = MemoryDesk(center, known=True)
    desk.receive(*(f"{UNIT}-261123-{one:04d}" for one in range(1, 8)))
    desk.write(said("Hộ tịch", 5))
    desk.push()
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        before = {one: stored_sums(rows, tables.METADATA.tables[one]) for one in TABLES}
        for one in TABLES:
            rows.execute(text(f"DELETE FROM {one}"))
        rows.execute(update(tables.dossiers).values(counted=-1, field="", way="", outcome=""))
        rows.put_note("refolded", b"5 done")
        rows.put_note("ratings-counted", None)
    desk.status(desk.receive(f"{UNIT}-261123-0009")[0], "done")  # while it is not counted yet
    desk.push()
    assert verify(center)["problems"] == []
    counted(center)
    is_equal(center)
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        assert stored_sums(rows, tables.rating_sums) == before["rating_sums"]
        [unit] = figures.flows(rows.connection, "unit", None, MONTH)
    assert (unit.received, unit.ended) == (8, 1)


def test_a_wrong_sum_is_found_by_verifying(center: Center) -> None:
    desk = MemoryDesk(center, known=True)
    desk.receive(f"{UNIT}-261123-0001")
    desk.push()
    with center.store.transaction() as ledger:
        center_rows(ledger).execute(update(tables.backlog_sums).values(running=7))
    [problem] = verify(center)["problems"]
    assert problem.startswith("backlog_sums: ")


def test_a_dossier_carried_into_another_channel_is_counted_once(center: Center) -> None:
    desk = MemoryDesk(center, known=True)
    [one] = desk.receive(f"{UNIT}-261123-0001")
    desk.push()
    with center.store.transaction() as ledger:
        dossier = ledger.dossier(CHANNEL, one)
        assert dossier is not None
        ledger.rows.save_dossiers(f"unit:{OTHER}", [dossier])
    is_equal(center)
    with center.store.snapshot() as ledger:
        [unit] = figures.flows(center_rows(ledger).connection, "unit", None, MONTH)
    assert unit.received == 1


def test_periods_are_read_from_addresses_and_nonsense_is_this_month() -> None:
    today = START.date()
    assert figures.period_of("2024-02", today).last == date(2024, 2, 29)
    assert figures.period_of("2026", today).words == "năm 2026"
    assert figures.period_of("hom-nay", today).one_day
    for code in ("", "2026-13", "x' OR 1=1", "1999", "20261"):
        assert figures.period_of(code, today) == MONTH
    assert len({one.code for one in figures.periods(today)}) == 16


def test_a_statutory_month_keeps_its_sums_whatever_happened_since(center: Center) -> None:
    """The clock starts on 23 November: its month runs from the 15th of November to the 14th of December."""
    desk = MemoryDesk(center, known=True)
    before = month_term(2026, 12)
    early, late, later, _pending, waiting = desk.receive(*(f"{UNIT}-261123-{n:04d}" for n in range(1, 6)))
    desk.push()
    desk.status(early, "done")
    desk.status(waiting, "supplement")
    advance(center, days=10)
    desk.status(late, "done")
    desk.push()
    now = said_in(center, before)
    assert now == Settled(UNIT, 0, 0, 5, early=1, late=1, in_time=1, overdue=2)
    advance(center, days=30)
    desk.status(later, "done")
    desk.receive(f"{UNIT}-270102-0001")
    desk.push()
    is_equal(center)
    assert said_in(center, before) == now, "a time that is over stays as it was"
    following = month_term(2027, 1)
    assert said_in(center, following) == Settled(UNIT, 3, 0, 1, late=1, in_time=2, overdue=1)
    year = said_in(center, year_term(2026))
    assert year == now
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        of_field = reported(connection, "field", None, before, center.clock()).lines
        [field] = [one for one in of_field if not one.is_empty]
        assert replace(field, code=UNIT) == now
        assert reported(connection, "unit", frozenset({OTHER}), before, center.clock()).lines == ()


def said_in(center: Center, term: Term) -> Settled:
    with center.store.snapshot() as ledger:
        lines = reported(center_rows(ledger).connection, "unit", None, term, center.clock()).lines
    [line] = lines
    return line


def test_dossiers_counted_by_months_are_counted_by_halves_after_an_update(center: Center) -> None:
    desk = MemoryDesk(center, known=True)
    [done, _pending] = desk.receive(f"{UNIT}-261123-0001", f"{UNIT}-261123-0002")
    desk.status(done, "done")
    desk.push()
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.execute(update(tables.dossiers).values(counted=1))
        rows.execute(delete(tables.flow_sums))
        put_sums(rows, tables.flow_sums, recounted(rows)["flow_sums"])
        rows.put_note("refolded", b"6.1 done")
        assert field_days(rows) == {1}
    counted(center)
    with center.store.snapshot() as ledger:
        assert field_days(center_rows(ledger)) == {15}
    is_equal(center)


def field_days(rows: CenterRows) -> set[int]:
    days = select(tables.flow_sums.c.day).where(tables.flow_sums.c.kind == "field")
    return {date.fromordinal(day).day for day in rows.connection.scalars(days)}


def test_satisfaction_is_told_by_desk(center: Center) -> None:
    desk = MemoryDesk(center, known=True)
    desk.write(said("Hộ tịch", 5), said("Hộ tịch", 1))
    desk.push()
    with center.store.snapshot() as ledger:
        first, last = START.date(), START.date()
        [one] = satisfaction_by_desk(center_rows(ledger).connection, None, first, last)
    assert desk_in(one.code) == (UNIT, "1")
    assert one.levels == (1, 0, 0, 0, 1)
