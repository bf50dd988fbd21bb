"""The counter's acts as pure functions: an entry, or mistakes that name their field."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from sync.acts import counter, unit
from sync.acts.counter import Taken
from sync.acts.move import Made, Move
from sync.acts.requests import IntakeRequest
from sync.acts.returning import (
    ALREADY_RETURNED,
    ANNULLED,
    BY_POST,
    LOST_SLIP,
    NO_AUTHORITY,
    NOT_FINISHED,
    NOT_HERE,
    UNPAID,
    VOID_SLIP,
    WRONG_PERSON,
    Handing,
    give_out,
    return_warnings,
    same_person,
)
from sync.model import kinds
from sync.model.bodies import unpack
from sync.model.dossier import Annulled, Arrived, Dossier, Event, FeeLine, Payment, Person, Returned
from sync.model.moment import iso_minute
from sync.model.status import Status
from tests.acts.test_acts import CALENDAR, MAU, NOW, OFFICER, prepared

THU = Person("Trần Thị Thử", "990300000002")
NODE = b"n" * 16
BY: Any = {"officer": OFFICER, "now": NOW}


def a_dossier(status: Status = Status.RECEIVED, **more: object) -> Dossier:
    """A dossier of nine o'clock with a fee of 8,000."""
    intake = prepared(IntakeRequest("1.004873", MAU)).intake
    assert intake is not None
    intake = replace(intake, number="H99.99.001-261123-0001", fees=(FeeLine("Phí bản sao", 8_000),))
    plain = Dossier(b"d" * 16, "H99.99.001", status, intake, intake.number, intake.due_at)
    return replace(plain, **more)  # type: ignore[arg-type]


def body_of(made: Made) -> dict[str, object]:
    """What an act wrote."""
    assert isinstance(made, Move), made
    return unpack(made.body)


def fields_of(made: Made) -> list[str]:
    """The fields an act complained of."""
    assert isinstance(made, tuple)
    return [one.field for one in made]


DONE = a_dossier(Status.DONE, ready_at=NOW)
GONE = a_dossier(annulled=Annulled(NOW, "Trùng", "H99.99.001-261123-0009"))


@pytest.mark.parametrize(
    ("taken", "field"),
    [
        (Taken(0), "amount"),
        (Taken(10**13), "amount"),
        (Taken(5, "gold"), "way"),
        (Taken(5, "transfer"), "proof"),
        (Taken(5, "vietqr", proof=" "), "proof"),
        (Taken(5, lines=("Phí khác",)), "lines[0]"),
        (Taken(5, payer="x" * 3000), "payer"),
        (Taken(5, proof="\x00"), "proof"),
    ],
)
def test_a_wrong_payment_names_its_field(taken: Taken, field: str) -> None:
    assert field in fields_of(counter.record_payment(a_dossier(), taken, CALENDAR, **BY))


def test_a_fee_already_paid_is_not_taken_again() -> None:
    whole = a_dossier(payments=(Payment(NOW, 8_000, "cash"),))
    line = a_dossier(payments=(Payment(NOW, 8_000, "cash", lines=("Phí bản sao",)),))
    assert fields_of(counter.record_payment(whole, Taken(8_000), CALENDAR, **BY)) == ["lines"]
    again = Taken(8_000, lines=("Phí bản sao",))
    assert fields_of(counter.record_payment(line, again, CALENDAR, **BY)) == ["lines"]
    assert body_of(counter.record_payment(a_dossier(), again, CALENDAR, **BY))["amount"] == 8_000


def test_a_settled_demand_gives_back_the_working_days_waited() -> None:
    asked = a_dossier(Status.FEE_DUE, demanded=8_000, status_since=NOW)
    later: Any = {
        "officer": OFFICER,
        "now": NOW + timedelta(days=3),
    }  # Monday to Thursday; Tuesday is a holiday
    made = body_of(counter.record_payment(asked, Taken(8_000), CALENDAR, **later))
    assert asked.due_at is not None
    assert made["due"] == iso_minute(asked.due_at + timedelta(days=4))  # two days on, over a weekend
    part = body_of(counter.record_payment(asked, Taken(3_000), CALENDAR, **later))
    assert "due" not in part


@pytest.mark.parametrize(
    ("make", "field"),
    [
        (lambda d: counter.locate(replace(d, status=Status.RETURNED), "Tủ 1", **BY), "status"),
        (lambda d: counter.forward(d, "", "", **BY), "name"),
        (lambda d: counter.forward(replace(d, status=Status.DONE), "", "Trung tâm", **BY), "status"),
        (lambda d: counter.forward(replace(d, status=Status.SUPPLEMENT), "", "A", **BY), "status"),
        (lambda d: counter.arrive(replace(d, status=Status.WITHDRAWN), **BY), "status"),
        (lambda d: counter.arrive(replace(d, arrived=Arrived(NOW)), **BY), "status"),
        (lambda d: counter.arrive(d, dated=date(2027, 1, 1), **BY), "date"),
        (lambda d: counter.call(d, "", "", "reached", **BY), "phone"),
        (lambda d: counter.call(d, "0900", "", "sang", **BY), "outcome"),
        (lambda d: counter.note(d, " ", **BY), "text"),
        (lambda d: counter.withdraw(d, "", **BY), "reason"),
        (lambda d: counter.withdraw(replace(d, status=Status.DONE), "x", **BY), "status"),
        (lambda d: counter.annul(d, "", **BY), "reason"),
        (lambda d: counter.annul(d, "x", "số 5", **BY), "instead_of"),
        (lambda d: counter.annul(d, "x", d.number, **BY), "instead_of"),
        (lambda d: counter.annul(replace(d, status=Status.RETURNED), "x", **BY), "status"),
        (lambda d: counter.annul(GONE, "x", **BY), "status"),
        (lambda d: counter.ask_fee(d, -1, "x", **BY), "amount"),
        (lambda d: counter.finish(GONE, "", **BY), "status"),
        (lambda d: counter.reopen(DONE, "", **BY), "reason"),
        (lambda d: counter.undo(d, NODE, "x", **BY), "entry"),
        (lambda d: counter.undo(d, NODE, "", **BY), "reason"),
    ],
)
def test_an_act_that_may_not_be_done_says_why(make: Callable[[Dossier], Made], field: str) -> None:
    made = make(a_dossier())
    assert field in fields_of(made)
    assert all(one.message.endswith(".") for one in made if not isinstance(one, Move))  # type: ignore[union-attr]


def event(act: str, node: bytes = NODE, *, days: int = 0, **details: object) -> Event:
    """A line of history of some days ago."""
    at = NOW - timedelta(days=days)
    return Event(at, act, OFFICER, "H99.99.001", node.hex(), "x", f"{act:x<64}", True, details)


def test_only_the_last_act_of_this_desk_may_be_undone() -> None:
    handed, noted = event(kinds.HANDOVER), event(kinds.NOTED)
    theirs = event(kinds.STATUS, b"o" * 16, to="done")
    assert counter.undoable(a_dossier(history=(handed, noted)), NODE, NOW) == noted
    assert counter.undoable(a_dossier(history=(handed, noted)), NODE, NOW, handed.entry) == handed
    assert counter.undoable(a_dossier(history=(handed, theirs)), NODE, NOW) is None
    assert counter.undoable(a_dossier(history=(noted, theirs)), NODE, NOW, noted.entry) == noted
    assert counter.undoable(a_dossier(history=(handed, event(kinds.APOLOGY))), NODE, NOW) is None


def test_a_returning_may_be_undone_until_midnight() -> None:
    today, before = event(kinds.STATUS, to="returned"), event(kinds.STATUS, to="returned", days=1)
    assert counter.undoable(a_dossier(Status.RETURNED, history=(today,)), NODE, NOW) == today
    assert counter.undoable(a_dossier(Status.RETURNED, history=(before,)), NODE, NOW) is None


# -- returning -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dossier", "handing", "kind", "blocking"),
    [
        (GONE, Handing(MAU), ANNULLED, True),
        (a_dossier(Status.RETURNED, returned=Returned(NOW, MAU)), Handing(MAU), ALREADY_RETURNED, True),
        (a_dossier(Status.PROCESSING), Handing(MAU), NOT_FINISHED, True),
        (DONE, Handing(THU), WRONG_PERSON, True),
        (DONE, Handing(THU, "authorised"), NO_AUTHORITY, True),
        (replace(DONE, issue=1), Handing(MAU, slip_issue=0), VOID_SLIP, True),
        (DONE, Handing(MAU, "lost-slip"), LOST_SLIP, True),
        (DONE, Handing(MAU, slip="lost", reason="Mất"), LOST_SLIP, True),
        (DONE, Handing(MAU), UNPAID, False),
        (replace(DONE, ready_at=None), Handing(MAU), NOT_HERE, False),
        (replace(DONE, intake=replace(DONE.intake, return_by="post")), Handing(MAU), BY_POST, False),  # type: ignore[type-var]
    ],
)
def test_what_speaks_against_returning_is_said_in_a_sentence(
    dossier: Dossier, handing: Handing, kind: str, blocking: bool
) -> None:
    [found] = [one for one in return_warnings(dossier, handing) if one.kind == kind]
    assert found.blocking is blocking
    assert found.sentence.endswith(".")
    assert isinstance(give_out(dossier, handing, **BY), Move) is not blocking


def test_nothing_speaks_against_a_paid_result_for_its_owner() -> None:
    paid = replace(DONE, payments=(Payment(NOW, 8_000, "cash"),))
    assert return_warnings(paid, Handing(MAU, slip_issue=0)) == ()
    assert return_warnings(paid, Handing(THU, "authorised", authority="GUQ số 5, 20/11/2026")) == ()
    assert return_warnings(paid, Handing(MAU, "lost-slip", reason="Mất phiếu", checked="Căn cước")) == ()
    out = body_of(give_out(paid, Handing(MAU, "lost-slip", reason="Mất phiếu", checked="Căn cước"), **BY))
    assert (out["to"], out["slip"], out["reason"], out["checked"]) == (
        "returned",
        "lost",
        "Mất phiếu",
        "Căn cước",
    )


def test_people_are_the_same_by_number_else_by_name_and_birth() -> None:
    assert same_person(MAU, Person("Nguyen van mau", "990099000001"))
    assert not same_person(MAU, Person(MAU.full_name, "990099000009"))
    born = Person("Trần Thị Thử", date_of_birth=date(1990, 1, 1))
    assert same_person(THU, born)
    assert not same_person(born, replace(born, date_of_birth=date(1991, 1, 1)))
    assert not same_person(Person(""), Person(""))


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"relation": "neighbour"}, "relation"),
        ({"slip": "eaten"}, "slip"),
        ({"signed": "blood"}, "signed"),
        ({"originals_back": 1000}, "originals_back"),
        ({"originals_back": -1}, "originals_back"),
        ({"post_code": "x" * 61}, "post_code"),
    ],
)
def test_a_wrong_word_of_the_returning_names_its_field(change: dict[str, object], field: str) -> None:
    assert field in fields_of(give_out(DONE, replace(Handing(MAU), **change), **BY))  # type: ignore[arg-type]


# -- the unit's own ------------------------------------------------------------------------------


def test_a_rating_names_no_officer_no_dossier_and_no_time_of_day() -> None:
    made = unit.rate("Hộ tịch", 2, NOW.date(), 5, procedure="1.004873", reasons=["Nhanh"])
    assert body_of(made) == {
        "day": "2026-11-23", "desk": 2, "field": "Hộ tịch", "procedure": "1.004873", "level": 5,
        "reasons": ["Nhanh"],
    }  # fmt: skip
    assert fields_of(unit.rate("", 2, NOW.date(), 6)) == ["level", "field"]


def test_a_difference_of_the_cash_needs_a_word() -> None:
    span = (NOW - timedelta(hours=1), NOW)
    assert fields_of(unit.close_shift(1, span, 8_000, 7_000, **BY)) == ["note"]
    assert body_of(unit.close_shift(1, span, 8_000, 7_000, "Trả lại nhầm", **BY))["counted"] == 7_000
    assert "to" in fields_of(unit.close_shift(1, span[::-1], 0, 0, **BY))
    assert "counted" in fields_of(unit.close_shift(1, span, 0, -1, "x", **BY))


def test_a_shared_setting_has_a_plain_key_and_a_small_value() -> None:
    assert body_of(unit.share_setting("opening_hours", {"mon": ["07:30"]}, 3, **BY))["height"] == 3
    assert fields_of(unit.share_setting("Giờ mở cửa", 1, 1, **BY)) == ["key"]
    for value in ("x" * 9000, {1, 2}, float("nan")):
        assert fields_of(unit.share_setting("a", value, 1, **BY)) == ["value"]
