"""A ticket's steps, letters and times, without a store."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.domain.public_words import masked_name, masked_number
from desk_app.domain.queue import Ticket, TicketState, TicketStep, call_order, letter_of, stepped
from tests.offices import MONDAY

TICKET = Ticket(1, MONDAY.date(), "A", 12, MONDAY, MONDAY)


def after(seconds: int) -> timedelta:
    return timedelta(seconds=seconds)


def test_no_two_desks_and_no_two_services_share_a_letter() -> None:
    letters = [letter_of(desk, group) for desk in range(1, 7) for group in range(4)]
    assert len(set(letters)) == 24
    assert not {"I", "O"} & set(letters)
    assert [letter_of(desk, 0) for desk in range(1, 7)] == list("ABCDEF")
    for desk, group in ((0, 0), (7, 0), (1, 4), (1, -1)):
        with pytest.raises(ValueError, match="no letter"):
            letter_of(desk, group)


def test_waiting_and_serving_are_measured_apart() -> None:
    called = stepped(TICKET, TicketStep.CALL, MONDAY + after(300), 2)
    assert (called.turn, called.state, called.counter, called.waited) == ("A012", "called", 2, 300)
    again = stepped(called, TicketStep.AGAIN, MONDAY + after(320))
    assert (again.calls, again.counter, again.waited) == (2, 2, 300)
    serving = stepped(again, TicketStep.SERVE, MONDAY + after(330))
    done = stepped(serving, TicketStep.FINISH, MONDAY + after(930))
    assert (done.state, done.waited, done.served) == (TicketState.SERVED, 300, 600)


def test_one_who_is_only_ever_called_was_served_since_the_call() -> None:
    called = stepped(TICKET, TicketStep.CALL, MONDAY + after(60), 1)
    assert stepped(called, TicketStep.FINISH, MONDAY + after(160)).served == 100


def test_a_transfer_waits_again_and_the_times_add_up() -> None:
    called = stepped(TICKET, TicketStep.CALL, MONDAY + after(60), 1)
    sent = stepped(
        stepped(called, TicketStep.SERVE, MONDAY + after(70)), TicketStep.TRANSFER, MONDAY + after(100), 3
    )
    assert (sent.state, sent.bound, sent.served) == (TicketState.WAITING, 3, 30)
    there = stepped(sent, TicketStep.CALL, MONDAY + after(140), 3)
    assert (there.waited, there.counter, there.bound) == (100, 3, 0)


def test_one_who_missed_the_call_or_was_ended_by_mistake_can_be_called_again() -> None:
    called = stepped(TICKET, TicketStep.CALL, MONDAY, 1)
    for step in (TicketStep.MISS, TicketStep.FINISH):
        gone = stepped(called, step, MONDAY)
        assert stepped(gone, TicketStep.CALL, MONDAY, 1).state is TicketState.CALLED


@pytest.mark.parametrize("step", [TicketStep.AGAIN, TicketStep.SERVE, TicketStep.FINISH, TicketStep.MISS])
def test_what_may_not_happen_is_refused_in_words(step: TicketStep) -> None:
    with pytest.raises(DeskError, match="A012 đang chờ nên không"):
        stepped(TICKET, step, MONDAY)


def test_a_clock_that_was_set_back_takes_no_time_away() -> None:
    called = stepped(TICKET, TicketStep.CALL, MONDAY - after(600), 1)
    assert called.waited == 0


def test_transferred_ones_come_first_then_priority_then_as_they_came() -> None:
    plain, first = replace(TICKET, id=1), replace(TICKET, id=5, priority="Người cao tuổi")
    sent, later = replace(TICKET, id=9, bound=2), replace(TICKET, id=3)
    assert sorted([later, sent, plain, first], key=call_order) == [sent, first, plain, later]


@pytest.mark.parametrize(
    ("name", "seen"),
    [
        ("Nguyễn Văn Mẫu", "N. V. M***"),
        ("đặng  ánh", "Đ. Á***"),
        ("Mẫu", "M***"),
        ("Đa\u0323\u0306ng Ơn", "Đ. Ơ***"),
        ("Hợp tác xã nông nghiệp dịch vụ Ví Dụ", "H. T. … V. D***"),
        ("<img src='x'>", "I. S***"),
        ("", "***"),
        ("12 34", "***"),
    ],
)
def test_a_name_on_the_public_screen_is_masked(name: str, seen: str) -> None:
    assert masked_name(name) == seen


def test_of_a_number_only_its_end_is_shown() -> None:
    assert masked_number("000.01.06.H99-261123-0042") == "•••0042"
