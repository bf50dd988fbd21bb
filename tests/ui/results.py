"""Finished dossiers for the stories of returning and of the day."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from desk_app.operations.acting import act_on
from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from desk_app.operations.receive import receive
from desk_app.operations.slips import slip_digits
from desk_app.ui.return_page import ReturnPage
from desk_app.ui.today_page import TodayPage
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Dossier, Person
from tests.offices import OFFICER
from tests.ui.steps import BIRTH, Counter

MAU = Person("Nguyễn Văn Mẫu", "990099000001", phone="0900000001")
THU = Person("Trần Thị Thử", "990300000002", phone="0900000002")
COPY = "2.000815"


def desk_of(counter: Counter) -> Desk:
    assert counter.running.desk is not None
    return counter.running.desk


def asked(procedure: str = BIRTH, person: Person = MAU, **more: Any) -> IntakeRequest:
    """What is handed in."""
    return replace(IntakeRequest(procedure, person), **more)


def received(counter: Counter, request: IntakeRequest | None = None) -> Dossier:
    """A dossier that was received."""
    desk = desk_of(counter)
    [one] = receive(desk, [request or asked()], OFFICER).value
    return show(desk, one.dossier_id).dossier


def do(counter: Counter, dossier: Dossier, act: str, **given: Any) -> Dossier:
    """An act of another page."""
    return act_on(desk_of(counter), dossier.id, act, given, OFFICER).value


def finished(counter: Counter, request: IntakeRequest | None = None) -> Dossier:
    """A dossier whose result lies at the desk."""
    dossier = received(counter, request)
    do(counter, dossier, "handover", to="Tư pháp", begins="yes")
    return do(counter, dossier, "finish", result="approved")


def now(counter: Counter, dossier: Dossier) -> Dossier:
    """The dossier as it stands."""
    return show(desk_of(counter), dossier.id).dossier


def digits(counter: Counter, dossier: Dossier) -> str:
    """The code on its slip."""
    return slip_digits(desk_of(counter), now(counter, dossier))


def returning(counter: Counter) -> ReturnPage:
    page = counter.window.page("F4")
    assert isinstance(page, ReturnPage)
    return page


def day(counter: Counter) -> TodayPage:
    page = counter.window.page("F5")
    assert isinstance(page, TodayPage)
    return page
