"""What a unit is brought of another's entries is proved by their writers' seals, or shown as not proved."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.identity.seals import seal
from sync.journal.control import certificate_body
from sync.journal.own import Draft
from sync.journal.segments import Segment, SegmentRefused
from sync.model import kinds
from sync.model.carried import Original, carried_texts, way_text
from sync.model.dossier import Event
from sync.model.entry import SALT_BYTES, Entry, JournalId, Tip, new_entry
from sync.model.status import Status
from tests.protocol.units import UNITS, UnitDesk, Units
from tests.protocol.world import DAY, KEYS

A, B, C = UNITS
FORGED = "Nội dung chuyển đến không khớp con dấu của nơi ghi, không được tính"


def two() -> tuple[Units, UnitDesk, UnitDesk]:
    units = Units(2)
    return units, units.desks[0], units.desks[1]


def lines(desk: UnitDesk, dossier: bytes, *, proved: bool) -> list[Event]:
    """The lines of other units' acts, proved by their writers' seals or not."""
    channel = desk.unit
    return [one for one in desk.state(dossier).history if one.unit != channel and one.carried != proved]


def carry_by_hand(units: Units, unit: str, dossier: bytes, texts: Iterable[bytes]) -> None:
    """A center that says what it likes, and does not read it back, writes entries that carry these texts."""
    channel, day = f"unit:{unit}", DAY.toordinal()
    with units.center.writing() as own:
        now = own.current(channel)
        assert now is not None
        own._write(*now, [Draft(kinds.CARRIED, text, dossier) for text in texts], day)
        own.ledger.refold(channel, [dossier])


def written(desk: UnitDesk, dossier: bytes) -> list[Entry]:
    """The dossier's entries as their writer holds them."""
    ledger = desk.ledger
    return list(ledger.rows.dossier_entries(desk.channel, [dossier])[dossier])


def sealed(desk: UnitDesk, entry: Entry) -> Original:
    return Original(entry, kinds.DESK, seal(desk.keys, entry.journal, entry.tip).signature)


def test_all_that_is_carried_is_proved_though_few_entries_are_sealed() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.write(dossier, kinds.NOTED, text="một")
    for serial in range(2, 40):
        home.take_in(serial)
    home.write(dossier, kinds.NOTED, text="hai")
    home.take_in(40)
    home.forward(dossier, B)
    home.take_in(41)
    units.heal()
    other.accept(dossier)
    other.take_in(1)
    units.heal()
    assert len(lines(other, dossier, proved=True)) == 4
    assert lines(other, dossier, proved=False) == []
    assert len(lines(home, dossier, proved=True)) == 1
    assert other.state(dossier) == home.state(dossier)


def test_the_centers_own_acts_need_no_other_seal_than_the_carriers() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    body = b'{"at":"2026-11-23T12:00+07:00","by":["1","T"],"text":"n"}'
    units.center.append(kinds.NOTED, body, dossier, f"unit:{A}")
    units.center.carry()
    units.heal()
    assert len(lines(other, dossier, proved=True)) == 3


def test_what_a_center_carries_without_a_seal_counts_and_is_shown_as_brought() -> None:
    """A center of before these proofs, or one that has no seal at hand."""
    units, home, other = two()
    units.center.known = frozenset({A})
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    carry_by_hand(
        units,
        B,
        dossier,
        [t for one in written(home, dossier) for t in carried_texts(Original(one, kinds.DESK))],
    )
    units.heal()
    assert other.state(dossier) == home.state(dossier)
    assert len(lines(other, dossier, proved=False)) == 2


def test_a_reader_that_knows_no_ways_takes_them_for_nothing() -> None:
    """By the rule of version 1: of fewer pieces than parts nothing comes, and nothing is said."""
    _units, home, _other = two()
    dossier = home.take_in(1)
    first, second = written(home, dossier)[0], home.write(dossier, kinds.NOTED, text="n").entries[0]
    text = way_text(first.digest, [second], seal(home.keys, second.journal, second.tip).signature)
    form, number, parts = text[:3]
    assert (form, number, parts) == (1, 255, 255)


# -- lies on the way ------------------------------------------------------------------------------------


def coming(units: Units) -> Segment:
    """The center's journal of the other unit's channel, as a hub or a neighbour passes it on."""
    with units.center.store.snapshot() as ledger:
        [(row, journal)] = [
            one for one in ledger.rows.journals(f"unit:{B}") if one[1].node == units.center.keys.node
        ]
        entries = tuple(ledger.rows.entries_after(row, 0))
        return Segment(journal, entries, tuple(ledger.rows.seals(row, 0, entries[-1].seq)))


def altered(one: Entry, body: bytes, **more: bytes) -> Entry:
    return new_entry(
        one.journal,
        Tip(one.seq - 1, one.prev),
        kind=one.kind,
        body=body,
        day=one.day,
        flags=one.flags,
        dossier=more.get("dossier", one.dossier),
        height=one.height,
    )


def test_a_hub_that_alters_what_is_carried_is_refused() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    home.exchange(units.center)
    segment = coming(units)
    at = next(at for at, one in enumerate(segment.entries) if one.kind == kinds.CARRIED)
    one = segment.entries[at]
    assert one.body is not None
    body = one.body[:-70] + bytes((one.body[-70] ^ 1,)) + one.body[-69:]
    for lie in (altered(one, body), altered(one, one.body, dossier=bytes(16))):
        entries = (*segment.entries[:at], lie, *segment.entries[at + 1 :])
        with pytest.raises(SegmentRefused), other.store.transaction() as ledger:
            ledger.admit(replace(segment, entries=entries))
        with pytest.raises(SegmentRefused), other.store.transaction() as ledger:
            ledger.admit(Segment(segment.journal, entries[: at + 1], segment.seals[-1:]))
    assert not other.knows(dossier)
    units.heal()
    assert other.state(dossier) == home.state(dossier)


def test_a_neighbour_that_carries_is_not_believed_whatever_seals_it_brings() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    units.heal()
    for text in carried_texts(sealed(home, written(home, dossier)[0])):
        other.append(kinds.CARRIED, text, dossier, other.channel)
    units.heal()
    assert other.state(dossier).intake is None
    assert "role" in other.state(dossier).flags


# -- lies of whoever carries ----------------------------------------------------------------------------


def forwarded() -> tuple[Units, UnitDesk, UnitDesk, bytes]:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    return units, home, other, dossier


def false_note(desk: UnitDesk, dossier: bytes, seen: Entry, journal: JournalId | None = None) -> Entry:
    """An act that the desk never wrote, in its name."""
    body = b'{"at":"2026-11-23T12:00+07:00","by":["1","T"],"to":"done"}'
    return new_entry(
        journal or seen.journal,
        seen.tip,
        kind=kinds.STATUS,
        body=bytes(SALT_BYTES) + body,
        day=DAY.toordinal(),
        flags=2,
        dossier=dossier,
        seen=[seen.digest],
        height=seen.height + 1,
    )


def test_an_act_under_a_false_seal_has_no_effect_and_is_said() -> None:
    units, home, other, dossier = forwarded()
    last = written(home, dossier)[-1]
    lie = false_note(home, dossier, last)
    wrong = Original(lie, kinds.DESK, seal(other.keys, lie.journal, lie.tip).signature)
    carry_by_hand(units, B, dossier, carried_texts(wrong))
    units.heal()
    state = other.state(dossier)
    assert (state.status, state.flags) == (Status.PROCESSING, ("not-genuine",))
    assert [one.text for one in state.history if not one.effective] == [FORGED]
    assert state.tips == home.state(dossier).tips, "no act rests on it"


def test_a_seal_taken_from_another_entry_proves_nothing() -> None:
    units, home, other, dossier = forwarded()
    last = written(home, dossier)[-1]
    lie = false_note(home, dossier, last)
    stolen = Original(lie, kinds.DESK, seal(home.keys, last.journal, last.tip).signature)
    carry_by_hand(units, B, dossier, carried_texts(stolen))
    units.heal()
    assert "not-genuine" in other.state(dossier).flags
    assert other.state(dossier).status is Status.PROCESSING


def test_an_entry_in_the_name_of_another_writer_is_refused() -> None:
    """The genuine act of one desk, put under the name of another, with the seal it had."""
    units = Units(3)
    home, other, third = units.desks
    dossier = home.take_in(1)
    home.forward(dossier, B)
    third.forward(third.take_in(1), B)  # so that its certificate is known there
    units.heal()
    real = home.move(dossier, "stopped").entries[0]
    name = JournalId(third.keys.node, third.channel, real.journal.incarnation)
    last = written(home, dossier)[-2]
    swapped = new_entry(
        name,
        Tip(real.seq - 1, real.prev),
        kind=real.kind,
        body=real.body or b"",
        day=real.day,
        flags=real.flags,
        dossier=dossier,
        seen=[last.digest],
        height=real.height,
    )
    lie = Original(swapped, kinds.DESK, seal(home.keys, real.journal, real.tip).signature)
    carry_by_hand(units, B, dossier, carried_texts(lie))
    other.drain(units.center)
    assert "not-genuine" in other.state(dossier).flags
    assert other.state(dossier).status is Status.PROCESSING


def test_an_act_of_one_dossier_is_not_replayed_for_another() -> None:
    units, home, other, dossier = forwarded()
    second = home.take_in(2)
    home.forward(second, B)
    home.move(second, "done")
    units.heal()
    before = other.state(dossier)
    act = written(home, second)[-1]
    carry_by_hand(units, B, dossier, carried_texts(sealed(home, act)))
    units.heal()
    after = other.state(dossier)
    assert (after.status, after.intake) == (before.status, before.intake)
    assert "unreadable" in after.flags
    assert after.tips == before.tips


def test_what_was_written_here_comes_back_only_under_its_writers_seal() -> None:
    units, _home, other, dossier = forwarded()
    other.accept(dossier)
    units.heal()
    mine = next(one for one in written(other, dossier) if one.kind == kinds.ACCEPTED)
    lie = false_note(other, dossier, mine)
    carry_by_hand(units, B, dossier, carried_texts(Original(lie, kinds.DESK)))
    units.heal()
    assert "not-genuine" in other.state(dossier).flags
    assert other.state(dossier).status is Status.PROCESSING
    carry_by_hand(units, B, dossier, carried_texts(sealed(other, false_note(other, dossier, mine))))
    units.heal()
    assert "not-genuine" in other.state(dossier).flags, "of several carriers the first in order counts"


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-1] + bytes((text[-1] ^ 1,)),
        lambda text: text[:-64],
        lambda text: text[:60] + bytes((text[60] ^ 1,)) + text[61:],
        lambda text: text[:35] + b"\0" + text[36:],
        lambda text: text[:35] + b"\xff" + text[36:],
        lambda text: text[:40],
    ],
    ids=["signature", "no signature", "step", "no steps", "too many steps", "cut"],
)
def test_a_way_that_leads_to_no_seal_proves_nothing_and_harms_nothing(
    spoil: Callable[[bytes], bytes],
) -> None:
    units, home, other = two()
    units.center.known = frozenset({A})
    dossier = home.take_in(1)
    home.forward(dossier, B)
    [behind] = home.append(kinds.SETTING, b'{"key":"a","value":1}', b"", home.channel).entries
    units.heal()
    entries = written(home, dossier)
    texts = [text for one in entries for text in carried_texts(Original(one, kinds.DESK))]
    mark = seal(home.keys, behind.journal, behind.tip)
    texts.append(spoil(way_text(entries[-1].digest, [behind], mark.signature)))
    carry_by_hand(units, B, dossier, texts)
    units.heal()
    assert other.state(dossier) == home.state(dossier)
    assert len(lines(other, dossier, proved=False)) == 2


def test_what_waited_for_its_writers_certificate_is_looked_at_when_that_comes() -> None:
    units, home, other, dossier = forwarded()
    lie = false_note(home, dossier, written(home, dossier)[-1])
    wrong = Original(lie, kinds.DESK, seal(other.keys, lie.journal, lie.tip).signature)
    carry_by_hand(units, B, dossier, carried_texts(wrong))
    tables = other.store.tables
    known = tables.nodes.pop(home.keys.node)
    units.heal()
    assert other.state(dossier).status is Status.DONE, "nobody here could know"
    with units.center.writing() as own:
        own.append(
            f"unit:{B}",
            [Draft(kinds.CERTIFICATE, certificate_body(known.certificate), personal=False)],
            DAY.toordinal(),
        )
    units.heal()
    shown = tables.dossiers[other.channel, dossier]
    assert (shown.status, shown.flags) == (Status.PROCESSING, ("not-genuine",))
    assert shown == other.state(dossier)
    assert not [key for key in tables.notes if key.startswith("stranger:")]


@cache
def read_only() -> tuple[Units, UnitDesk, UnitDesk, bytes]:
    """One dossier for all examples; they only read."""
    return forwarded()


@settings(max_examples=150, deadline=None, derandomize=True, database=None)
@given(st.data())
def test_nothing_is_shown_as_proved_that_its_writer_did_not_write(data: st.DataObject) -> None:
    """Whatever bytes a holder of the center's key puts into carriers: other seals, places, dossiers."""
    _units, home, other, dossier = read_only()
    mine = written(home, dossier)
    genuine = {one.digest.hex() for one in mine}
    texts: list[bytes] = []
    for _ in range(data.draw(st.integers(1, 4))):
        one = data.draw(st.sampled_from(mine))
        if data.draw(st.booleans()):
            one = false_note(home, data.draw(st.sampled_from([dossier, bytes(16)])), one)
        sealer = data.draw(st.sampled_from([home.keys, other.keys, KEYS[0], None]))
        place = data.draw(st.sampled_from([one, *mine]))
        if sealer is home.keys and place.digest.hex() not in genuine:
            continue  # that would be the writer's own word
        mark = seal(sealer, place.journal, place.tip).signature if sealer else b""
        if data.draw(st.booleans()):
            texts.append(way_text(one.digest, data.draw(st.lists(st.sampled_from(mine), max_size=3)), mark))
        for text in carried_texts(Original(one, data.draw(st.sampled_from(kinds.ROLES)), mark)):
            at = data.draw(st.integers(0, 5 * len(text)))
            texts.append(text if at >= len(text) else text[:at] + bytes((text[at] ^ 1,)) + text[at + 1 :])
    journal, last = JournalId(KEYS[0].node, other.channel, bytes(8)), None
    carriers: list[Entry] = []
    for text in texts:
        carrier = new_entry(
            journal, last, kind=kinds.CARRIED, body=text, day=1, dossier=dossier, height=len(carriers) + 1
        )
        carriers.append(carrier)
        last = carrier.tip
    found = other.ledger.fold(other.channel, dossier, data.draw(st.permutations(carriers)))
    for event in found.history:
        if event.act != kinds.CARRIED and not event.carried:
            assert event.entry in genuine
