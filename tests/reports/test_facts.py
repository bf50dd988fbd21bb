"""What a dossier adds to the figures: the boundaries of in time and late."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from sync.model import kinds
from sync.model.dossier import Annulled, Dossier, Event, Officer
from sync.model.moment import VIETNAM
from sync.model.status import Status
from sync.reports.facts import Outcome, facts_of, outcome_at
from tests.center.places import intake

DUE = datetime(2026, 11, 27, 9, 15, tzinfo=VIETNAM)


def dossier(status: Status = Status.DONE, ended: datetime | None = DUE) -> Dossier:
    first = intake("H99.99.001-261123-0001", DUE - timedelta(days=3))
    return Dossier(bytes(16), first.unit, status, first, first.number, DUE, ended_at=ended)


@pytest.mark.parametrize(
    ("ended", "expected"),
    [
        (DUE - timedelta(days=1), Outcome.EARLY),
        (DUE.replace(hour=0, minute=0), Outcome.ON_TIME),
        (DUE, Outcome.ON_TIME),
        (DUE + timedelta(minutes=1), Outcome.LATE),
    ],
)
def test_the_due_minute_itself_is_in_time_and_the_next_is_late(ended: datetime, expected: Outcome) -> None:
    assert facts_of(dossier(ended=ended)).outcome is expected


def test_days_are_vietnamese_days() -> None:
    ended = datetime.fromisoformat("2026-11-26T17:30+00:00")  # half past midnight of the day it is due
    assert outcome_at(ended, DUE) is Outcome.ON_TIME


def moved(at: datetime, to: str, *, effective: bool = True, act: str = kinds.STATUS) -> Event:
    return Event(at, act, Officer("1", "B"), "U", "", "", "", effective, {"to": to})


def test_what_is_open_has_no_outcome_and_what_has_no_due_time_is_neither_late_nor_in_time() -> None:
    assert facts_of(dossier(Status.PROCESSING, None)).outcome is Outcome.OPEN
    assert facts_of(replace(dossier(), due_at=None)).outcome is Outcome.UNDATED


def test_a_second_request_for_a_supplement_makes_it_late() -> None:
    asked = moved(DUE, "supplement")
    assert facts_of(replace(dossier(), history=(asked,))).outcome is Outcome.ON_TIME
    assert facts_of(replace(dossier(), history=(asked, asked))).outcome is Outcome.LATE
    undone = replace(asked, effective=False)
    assert facts_of(replace(dossier(), history=(asked, undone))).outcome is Outcome.ON_TIME


def test_an_annulled_intake_and_one_never_seen_count_nowhere() -> None:
    assert facts_of(dossier()).counts
    assert not facts_of(replace(dossier(), annulled=Annulled(DUE, "nhầm"))).counts
    assert not facts_of(replace(dossier(), intake=None)).counts
