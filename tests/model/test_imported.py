"""A dossier received elsewhere: the fold reads it as that office's reception, in any order."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from sync.model import kinds
from sync.model.bodies import intake_fields, pack
from sync.model.dossier import Intake, Officer
from sync.model.entry import Entry
from sync.model.fold import fold
from sync.model.moment import iso_minute
from sync.model.status import Status
from tests.model.test_fold import CENTER, DESK, DOSSIER, INTAKE, ROLES, entry, to

TAKEN = replace(INTAKE, number="G22.99.01-261123-0007", officer=Officer("", "Trung tâm tỉnh"), desk=0)


def imported(intake: Intake = TAKEN, node: bytes = CENTER, seq: int = 1, **more: object) -> Entry:
    body = {
        **intake_fields(intake),
        "at": "2026-11-23T15:00+07:00",
        "by": ["api:cong-tinh", "cong-tinh"],
        "received": iso_minute(intake.received_at),
        "received_by": ["", "Trung tâm tỉnh"],
        "from": "cong-tinh",
        "message": "m-1",
        **more,
    }
    return entry(node, seq, kinds.IMPORTED, pack(body))


def test_it_is_received_as_the_other_office_promised() -> None:
    dossier = fold(DOSSIER, [imported()], ROLES)
    assert dossier.intake == TAKEN
    assert (dossier.number, dossier.due_at, dossier.status) == (TAKEN.number, TAKEN.due_at, Status.RECEIVED)
    assert dossier.status_since == TAKEN.received_at
    assert dossier.flags == ()
    [event] = dossier.history
    assert event.effective
    assert event.officer == Officer("api:cong-tinh", "cong-tinh")
    assert event.details == {}
    assert "cong-tinh" in event.text


def test_only_a_center_may_say_so() -> None:
    assert fold(DOSSIER, [imported(node=DESK)], ROLES).flags == ("no-intake", "role")


def test_told_once_more_it_changes_nothing() -> None:
    again = imported(seq=2)
    dossier = fold(DOSSIER, [imported(), again], ROLES)
    assert (dossier.intake, dossier.flags) == (TAKEN, ())
    assert [event.effective for event in dossier.history] == [True, False]
    other = imported(replace(TAKEN, subject="khác"), seq=2)
    assert fold(DOSSIER, [imported(), other], ROLES).flags == ("conflict",)


def test_it_is_worked_on_like_any_other_in_whatever_order_entries_come() -> None:
    first = imported()
    moved = entry(DESK, 1, kinds.STATUS, to(Status.PROCESSING), [first])
    done = entry(DESK, 2, kinds.STATUS, to(Status.DONE), [moved])
    found = {repr(fold(DOSSIER, order, ROLES)) for order in permutations([first, moved, done])}
    assert len(found) == 1
    assert fold(DOSSIER, [first, moved, done], ROLES).status is Status.DONE
