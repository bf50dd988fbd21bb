"""A dossier between units: the center carries it into the other unit's channel, and its result comes home."""

from __future__ import annotations

from itertools import permutations

import pytest

from sync.journal.carriage import carry
from sync.journal.own import OwnJournals
from sync.journal.travelling import to_be_carried, unit_is_known
from sync.model import kinds
from sync.model.carried import PIECE_BYTES, unpacked
from sync.model.status import Status
from tests.protocol.units import UNITS, UnitDesk, Units
from tests.protocol.world import DAY, Crash

A, B, C = UNITS


def two() -> tuple[Units, UnitDesk, UnitDesk]:
    units = Units(2)
    return units, units.desks[0], units.desks[1]


def carriers(units: Units, unit: str) -> int:
    """Entries that carry others, in the channel of a unit at the center."""
    return sum(
        entry.kind == kinds.CARRIED and entry.journal.channel == f"unit:{unit}"
        for entry in units.center.entries().values()
    )


def test_a_forwarded_dossier_is_read_by_the_other_unit_as_it_was_written() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    assert other.state(dossier) == home.state(dossier)
    assert other.state(dossier).unit == A
    assert other.state(dossier).number == f"{A}-261123-0001"
    assert [event.unit for event in other.state(dossier).history] == [A, A]


def test_a_dossier_received_for_another_unit_travels_at_once() -> None:
    units, home, other = two()
    dossier = home.take_in(1, for_unit=B)
    units.heal()
    assert other.state(dossier).intake == home.state(dossier).intake
    assert other.state(dossier).status is Status.RECEIVED


def test_what_stays_at_home_is_never_carried() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, "")
    units.heal()
    assert not other.knows(dossier)
    assert carriers(units, B) == 0


def test_the_result_comes_back() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    other.accept(dossier)
    other.move(dossier, "done")
    other.forward(dossier, A)
    units.heal()
    there = home.state(dossier)
    assert there.status is Status.DONE
    assert there.away is not None
    assert there.away.back_at is not None
    assert there.ready_at is None, "the result is on its way, not at the counter"
    home.write(dossier, kinds.ARRIVED, number="12/QĐ")
    home.move(dossier, "returned")
    units.heal()
    assert other.state(dossier) == home.state(dossier)
    assert other.state(dossier).status is Status.RETURNED
    assert other.state(dossier).away is None


def test_the_papers_are_where_they_were_accepted() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    sent = home.state(dossier).away
    assert sent is not None
    assert (sent.unit, sent.name, sent.accepted_at) == (B, "Xã B", None)
    other.accept(dossier)
    units.heal()
    there = home.state(dossier).away
    assert there is not None
    assert there.accepted_at is not None
    assert home.state(dossier).status is Status.PROCESSING


def test_each_entry_is_carried_once_however_often_the_center_is_asked() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    other.accept(dossier)
    units.heal()
    before = carriers(units, A), carriers(units, B)
    assert before == (1, 2)
    for _ in range(3):
        with units.center.writing() as own:
            own.rows.put_note(f"carry:{dossier.hex()}", b"1")
        units.center.carry()
        units.heal(1)
    assert (carriers(units, A), carriers(units, B)) == before


def test_a_crash_between_the_commit_and_the_carrying_delays_it_only() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.center.crash_before_carrying = True
    with pytest.raises(Crash):
        home.exchange(units.center)
    assert to_be_carried(units.center.ledger.rows) == [dossier]
    units.center.crash_before_carrying = False
    other.drain(units.center)
    other.drain(units.center)
    assert other.knows(dossier)
    assert to_be_carried(units.center.ledger.rows) == []


def test_two_carriers_of_one_entry_count_once() -> None:
    """A center put back to before it carried carries again; the desk holds both."""
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    question = home.ask()
    units.center.crash_before_carrying = True
    with pytest.raises(Crash):
        units.center.answer(question.sealed)
    units.center.crash_before_carrying = False
    old = units.center.store.copied()
    units.heal()
    assert other.knows(dossier)
    units.center.store = old
    with units.center.writing() as own:
        own.reopen(f"unit:{B}", DAY.toordinal())
    units.heal()
    assert other.state(dossier) == home.state(dossier)
    assert carriers(units, B) == 4
    digests = [event.entry for event in other.state(dossier).history]
    assert len(digests) == len(set(digests)) == 2


def test_an_original_is_found_whatever_the_order_of_its_carriers() -> None:
    units, home, _other = two()
    dossier = home.take_in(1)
    home.write(dossier, kinds.NOTED, text="Ghi chú")
    home.forward(dossier, B)
    units.heal()
    with units.center.store.snapshot() as ledger:
        held = ledger.rows.dossier_entries(f"unit:{B}", [dossier])[dossier]
        assert len(held) == 3
        seen = {
            tuple(sorted(one.digest for one in unpacked(order, ledger.roles).entries))
            for order in permutations(held)
        }
    assert len(seen) == 1


def test_the_largest_entry_is_carried_whole() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.write(dossier, kinds.NOTED, text="n" * 15_900)
    home.forward(dossier, B)
    units.heal()
    assert other.state(dossier) == home.state(dossier)
    assert carriers(units, B) == 4, f"two pieces of {PIECE_BYTES} bytes, and two whole entries"


def test_a_third_unit_gets_it_from_the_second() -> None:
    units = Units(3)
    home, second, third = units.desks
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    second.accept(dossier)
    second.forward(dossier, C)
    units.heal()
    third.accept(dossier)
    third.move(dossier, "done")
    units.heal()
    assert home.state(dossier) == second.state(dossier) == third.state(dossier)
    assert home.state(dossier).status is Status.DONE


def test_what_was_sent_to_a_unit_not_yet_known_is_carried_when_it_is() -> None:
    units, home, other = two()
    units.center.known = frozenset({A})
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    assert not other.knows(dossier)
    units.center.known = frozenset({A, B})
    with units.center.writing() as own:
        unit_is_known(own.rows, B)
    units.heal()
    assert other.state(dossier) == home.state(dossier)


def test_the_centers_own_decision_reaches_both() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    units.center.append(
        kinds.NOTED,
        b'{"at":"2026-11-23T12:00+07:00","by":["1","T"],"text":"Chuyen gap"}',
        dossier,
        f"unit:{A}",
    )
    units.center.carry()
    units.heal()
    assert other.state(dossier) == home.state(dossier)
    assert other.state(dossier).history[-1].text == "Ghi chú: Chuyen gap"


def test_the_writer_is_introduced_to_the_other_unit_once() -> None:
    units, home, other = two()
    for serial in (1, 2):
        home.forward(home.take_in(serial), B)
    units.heal()
    record = other.ledger.rows.node(home.keys.node)
    assert record is not None
    assert record.unit == A
    introduced = [
        entry
        for entry in other.entries().values()
        if entry.kind == kinds.CERTIFICATE and entry.journal.node == units.center.keys.node
    ]
    assert len(introduced) == 2, "its own and the other unit's"


def test_a_desk_that_claims_to_carry_is_not_believed() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    with units.center.store.snapshot() as ledger:
        [first, *_rest] = [
            one
            for one in ledger.rows.dossier_entries(f"unit:{B}", [dossier])[dossier]
            if one.kind == kinds.CARRIED
        ]
    assert first.text is not None
    other.append(kinds.CARRIED, first.text, bytes(15) + b"\7", other.channel)
    assert "role" in other.state(bytes(15) + b"\7").flags


# -- pairs that had not seen each other -----------------------------------------------------------------


def both(units: Units, dossier: bytes) -> tuple[Status, set[str]]:
    """The state both units agree on."""
    units.heal()
    first, *others = units.desks
    for desk in others:
        assert desk.state(dossier) == first.state(dossier)
    return first.state(dossier).status, set(first.state(dossier).flags)


def sent(units: Units) -> bytes:
    """A dossier that another unit has accepted."""
    home, other = units.desks[:2]
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    other.accept(dossier)
    units.heal()
    return dossier


def test_a_decision_there_holds_against_a_withdrawal_at_home() -> None:
    units, home, other = two()
    dossier = sent(units)
    home.move(dossier, "withdrawn")
    other.move(dossier, "done")
    assert both(units, dossier) == (Status.DONE, {"conflict", "decided-while-withdrawn"})


def test_a_withdrawal_at_home_holds_against_stopping_there() -> None:
    units, home, other = two()
    dossier = sent(units)
    home.move(dossier, "withdrawn")
    other.move(dossier, "stopped")
    assert both(units, dossier) == (Status.WITHDRAWN, {"conflict", "units-disagree"})


def test_what_was_withdrawn_before_it_came_is_not_accepted() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    home.move(dossier, "withdrawn")
    other.accept(dossier)
    assert both(units, dossier) == (Status.WITHDRAWN, {"conflict", "accepted-too-late"})


def test_a_forwarding_is_not_taken_back_under_a_unit_that_has_accepted() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    [entry] = home.forward(dossier, B).entries
    units.heal()
    other.accept(dossier)
    home.write(dossier, kinds.UNDONE, entry=entry.digest.hex(), reason="Nhầm nơi")
    status, flags = both(units, dossier)
    assert (status, flags) == (Status.PROCESSING, {"conflict"})
    assert home.state(dossier).away is not None


def test_a_forwarding_taken_back_in_time_is_seen_by_both() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    [entry] = home.forward(dossier, B).entries
    units.heal()
    home.write(dossier, kinds.UNDONE, entry=entry.digest.hex(), reason="Nhầm nơi")
    assert both(units, dossier) == (Status.RECEIVED, set())
    assert other.state(dossier).away is None


def test_of_two_units_it_was_sent_to_the_one_that_accepted_has_it() -> None:
    units = Units(3)
    home, _second, third = units.desks
    dossier = home.take_in(1)
    clone = UnitDesk("A2", units.desks[0].keys, units.desks[0].store.copied(), units.chance)
    clone.unit, clone.upstream = A, units.center.keys
    with clone.writing() as own:
        own.reopen(clone.channel, DAY.toordinal())
    home.forward(dossier, B)
    clone.forward(dossier, C)
    units.desks.append(clone)
    units.heal(4)
    third.accept(dossier)
    _status, flags = both(units, dossier)
    assert "sent-twice" in flags
    away = home.state(dossier).away
    assert away is not None
    assert away.unit == C


def test_of_two_units_that_accepted_unseen_the_first_in_order_has_it() -> None:
    units = Units(3)
    home, second, third = units.desks
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    home.forward(dossier, C)
    units.heal()
    second.accept(dossier)
    third.accept(dossier)
    _status, flags = both(units, dossier)
    assert {"conflict", "accepted-twice"} <= flags


def test_nothing_is_carried_by_a_store_that_is_no_centers() -> None:
    _units, home, _other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    assert to_be_carried(home.ledger.rows) == []
    with home.store.transaction() as ledger:
        own = OwnJournals(ledger, home.keys, home.chance)
        assert carry(own, DAY.toordinal(), lambda _unit: True) == 0


def test_an_entry_is_never_carried_back_into_the_channel_it_was_written_in() -> None:
    """What the home channel lacks comes from its writer, or lies beyond a revoked desk's bounds."""
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    channel = f"unit:{A}"
    tables = units.center.store.tables
    gone = tables.by_dossier[channel, dossier].pop()
    with units.center.writing() as own:
        own.rows.put_note(f"carry:{dossier.hex()}", b"1")
    units.center.carry()
    assert carriers(units, A) == 0
    assert gone.digest not in {one.digest for one in tables.by_dossier[channel, dossier]}
    assert other.knows(dossier)
