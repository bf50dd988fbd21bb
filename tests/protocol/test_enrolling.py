"""Enrolment: sealed to the invitation's keys, signed by the new key, answered once and for all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.identity.boxes import RequestBox
from sync.identity.keys import NotGenuine
from sync.model import kinds
from sync.protocol import engine
from sync.protocol.codec import MessageRefused
from sync.protocol.engine import EnrolRefused
from tests.protocol.world import CHANNEL, DAY, KEYS, NOON, UNIT, Crash, Desk, World, projections


def enrol(world: World, desk: Desk, **more: object) -> engine.Enrolled:
    """The desk asks, the center's policy answers, the desk keeps it."""
    question = engine.ask_enrol(desk.keys, world.invitation, NOON, desk=3, **more)  # type: ignore[arg-type]
    sealed = engine.answer_enrol(
        world.center.store, world.center.keys, question.sealed, NOON, world.center.policy
    )
    enrolled = engine.hear_enrol(question, sealed)
    with desk.store.transaction() as ledger:
        engine.keep_enrolment(ledger, enrolled, world.center.keys.public)
    return enrolled


def test_a_new_desk_belongs_and_can_exchange_at_once() -> None:
    world = World(1)
    desk = world.blank(3)
    enrolled = enrol(world, desk)
    assert (enrolled.certificate.unit, enrolled.certificate.desk, enrolled.unit_name) == (
        UNIT,
        3,
        "Xã Đồng Tâm",
    )
    assert enrolled.time == int(NOON.timestamp())
    assert not desk.exchange(world.center).problem


def test_the_same_key_asking_again_gets_the_same_answer() -> None:
    world = World(1)
    desk = world.blank(3)
    assert enrol(world, desk).raw == enrol(world, desk).raw


def test_a_wrong_code_is_refused_with_a_word() -> None:
    world = World(1)
    desk = world.blank(3)
    wrong = replace(world.invitation, code=bytes(10))
    question = engine.ask_enrol(desk.keys, wrong, NOON)
    sealed = engine.answer_enrol(
        world.center.store, world.center.keys, question.sealed, NOON, world.center.policy
    )
    with pytest.raises(EnrolRefused) as caught:
        engine.hear_enrol(question, sealed)
    assert caught.value.refusal == "code_unknown"


def test_a_stand_alone_desk_brings_its_journals_along() -> None:
    """It wrote before it had a certificate; the center adopts its journals from their first entry."""
    world = World(1)
    desk = world.blank(3)
    dossier = desk.receive(serial=1)
    with desk.store.snapshot() as ledger:
        heads = engine.standing_heads(ledger, desk.keys.node)
    assert [(one.channel, one.tips[0].seq) for one in heads] == [(CHANNEL, 2)]
    enrol(world, desk, unit=UNIT, heads=heads)
    desk.drain(world.center)
    world.heal()
    assert world.equal()
    for node in world.nodes:
        assert (CHANNEL, dossier) in projections(node)
    assert projections(world.desks[0]) == projections(world.center)


def test_the_policy_sees_who_asks_and_what_they_bring() -> None:
    world = World(1)
    desk = world.blank(3)
    desk.receive(serial=1)
    seen: list[engine.Applicant] = []

    def policy(_ledger: object, applicant: engine.Applicant) -> str:
        seen.append(applicant)
        return "no_desk_left"

    with desk.store.snapshot() as ledger:
        heads = engine.standing_heads(ledger, desk.keys.node)
    question = engine.ask_enrol(desk.keys, world.invitation, NOON, desk=2, unit=UNIT, heads=heads)
    engine.answer_enrol(world.center.store, world.center.keys, question.sealed, NOON, policy)
    [applicant] = seen
    assert (applicant.keys, applicant.role, applicant.desk) == (desk.keys.public, kinds.DESK, 2)
    assert (applicant.unit, applicant.clock) == (UNIT, int(NOON.timestamp()))
    assert applicant.heads == desk.ledger.heads(CHANNEL)


def test_a_request_signed_by_another_key_is_refused() -> None:
    world = World(1)
    question = engine.ask_enrol(KEYS[3], world.invitation, NOON)
    from sync.identity.boxes import AnswerBox

    text = AnswerBox(world.center.keys, question.sealed).message
    forged = RequestBox(world.center.keys.public, bytes(64) + text[64:]).sealed
    renamed = RequestBox(world.center.keys.public, text[:64] + KEYS[4].node + text[80:]).sealed
    for sealed in (forged, renamed):
        with pytest.raises(MessageRefused):
            engine.answer_enrol(world.center.store, world.center.keys, sealed, NOON, world.center.policy)


def test_an_answer_by_another_center_is_no_answer() -> None:
    world = World(1)
    question = engine.ask_enrol(KEYS[3], world.invitation, NOON)
    sealed = engine.answer_enrol(
        world.center.store, world.center.keys, question.sealed, NOON, world.center.policy
    )
    other = engine.ask_enrol(KEYS[3], world.invitation, NOON)
    with pytest.raises(NotGenuine):
        engine.hear_enrol(other, sealed)


def test_a_failed_policy_leaves_nothing_behind() -> None:
    world = World(1)
    before = world.center.store.tables.copied()
    world.center.store.crash_at = 1
    question = engine.ask_enrol(KEYS[3], world.invitation, NOON)
    with pytest.raises(Crash):
        engine.answer_enrol(world.center.store, world.center.keys, question.sealed, NOON, world.center.policy)
    assert world.center.store.tables == before
    assert DAY.year == 2026


@given(st.binary(max_size=300))
def test_noise_is_refused(raw: bytes) -> None:
    world = WORLD
    for sealed in (raw, RequestBox(world.center.keys.public, raw).sealed):
        with pytest.raises(MessageRefused):
            engine.answer_enrol(world.center.store, world.center.keys, sealed, NOON, world.center.policy)


WORLD = World(1)
