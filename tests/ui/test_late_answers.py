"""An answer that comes late never takes back what an officer has typed or chosen meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Event
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt

from desk_app.domain.vietqr import BankAccount
from desk_app.operations.bank import choose_account, paying
from desk_app.operations.desk import Desk
from desk_app.operations.outcome import Outcome
from desk_app.operations.public_screen import public_screen
from desk_app.operations.queue import QueueSettings, put_queue_settings, queue_settings, tickets_today
from desk_app.ui.public_page import PublicPage
from desk_app.ui.public_section import PublicScreenSection
from desk_app.ui.queue_part import QueuePart
from desk_app.ui.settings_account import AccountSection
from desk_app.ui.settings_office import OfficeSection
from desk_app.ui.settings_page import SettingsPage
from desk_app.ui.settings_section import Section
from desk_app.ui.settings_time import TimeSection
from tests.ui.steps import Counter, press, slow, type_in

S = TypeVar("S", bound=Section)
ELDERLY, DISABLED = "Người cao tuổi", "Người khuyết tật"


def desk_of(counter: Counter) -> Desk:
    assert counter.running.desk is not None
    return counter.running.desk


def answered(counter: Counter) -> None:
    """Waits until whatever was asked of the reader before this has been answered, and put on the page."""
    came: list[object] = []
    counter.running.lanes.read(lambda: None, came.append)
    counter.until(lambda: came)


@contextmanager
def slow_writing(counter: Counter) -> Iterator[None]:
    """Nothing is written before the end of this."""
    go_on = Event()

    def wait() -> Outcome[None]:
        go_on.wait()
        return Outcome(None)

    counter.running.lanes.write(wait, lambda _: None)
    try:
        yield
    finally:
        go_on.set()


def section(counter: Counter, title: str, kind: type[S]) -> S:
    """A section of Cài đặt, asked for just now."""
    counter.go(Qt.Key.Key_F10)
    page = counter.window.page("F10")
    assert isinstance(page, SettingsPage)
    made = page.section(title)
    assert isinstance(made, kind)
    return made


@pytest.fixture
def queue(counter: Counter) -> QueuePart:
    press(Qt.Key.Key_F7)
    page = counter.window.page("F7")
    assert isinstance(page, PublicPage)
    counter.until(lambda: page.queue.counts.text() and page.queue.priority.count() > 1)
    return page.queue


def chosen(queue: QueuePart) -> tuple[object, object]:
    return queue.service.currentData(), queue.priority.currentData()


def test_the_priority_chosen_stays_when_the_settings_come_late(counter: Counter, queue: QueuePart) -> None:
    desk = desk_of(counter)
    services = ("Hộ tịch", "Đất đai")
    put_queue_settings(desk, QueueSettings(services, (ELDERLY, DISABLED)))
    queue.refresh(settings=True)
    counter.until(lambda: queue.service.count() == 2)
    put_queue_settings(desk, QueueSettings(("Chứng thực", *services), ("Thương binh", ELDERLY, DISABLED)))
    with slow(counter):
        queue.refresh(settings=True)
        queue.priority.setCurrentIndex(queue.priority.findData(DISABLED))
        queue.service.setCurrentIndex(queue.service.findData("Đất đai"))
    counter.until(lambda: queue.service.count() == 3)
    assert chosen(queue) == ("Đất đai", DISABLED)
    put_queue_settings(desk, QueueSettings(("Chứng thực",), (ELDERLY,)))
    queue.refresh(settings=True)
    counter.until(lambda: queue.service.count() == 1)
    assert chosen(queue) == ("Chứng thực", ""), "what is offered no longer is not chosen"


def test_the_next_citizens_priority_stays_when_the_number_before_comes_late(
    counter: Counter, queue: QueuePart
) -> None:
    with slow_writing(counter):
        queue.priority.setCurrentIndex(queue.priority.findData(ELDERLY))
        queue.take_unprinted.click()
        queue.priority.setCurrentIndex(queue.priority.findData(DISABLED))
    counter.until(lambda: queue.said.text().startswith("Số "))
    assert queue.priority.currentData() == DISABLED
    queue.take_unprinted.click()
    counter.until(lambda: len(tickets_today(desk_of(counter))) == 2)
    assert [one.priority for one in tickets_today(desk_of(counter))] == [ELDERLY, DISABLED]


def test_nothing_is_saved_over_settings_that_were_not_read_yet(counter: Counter) -> None:
    desk = desk_of(counter)
    kept = public_screen(desk), queue_settings(desk)
    with slow(counter):
        public = section(counter, "Công khai", PublicScreenSection)
        office = section(counter, "Quầy", OfficeSection)
        account = section(counter, "Nhận tiền", AccountSection)
        assert [one.save.isEnabled() for one in (public, office, account)] == [False, False, False]
        public.complaints.setFocus()
        type_in("Hòm thư góp ý")
        counter.until(lambda: public.complaints.toPlainText() == "Hòm thư góp ý")
        public.number_only.click()
    counter.until(public.save.isEnabled)
    assert public.complaints.toPlainText() == "Hòm thư góp ý"
    assert public.number_only.isChecked()
    assert public.priorities.toPlainText() == "\n".join(kept[1].priorities)
    public.save.click()
    counter.until(lambda: public.said.text() == "Đã lưu.")
    answered(counter)
    assert queue_settings(desk) == kept[1]
    assert public_screen(desk) == replace(kept[0], complaints="Hòm thư góp ý", number_only=True)


def test_what_is_changed_while_saving_is_kept_by_the_next_saving(counter: Counter) -> None:
    public = section(counter, "Công khai", PublicScreenSection)
    counter.until(public.save.isEnabled)
    with slow_writing(counter):
        public.seconds.setValue(20)
        public.save.click()
        public.seconds.setValue(30)
    counter.until(lambda: public.said.text() == "Đã lưu.")
    answered(counter)
    assert (public.seconds.value(), public_screen(desk_of(counter)).seconds) == (30, 20)
    public.save.click()
    counter.until(lambda: public_screen(desk_of(counter)).seconds == 30)


def test_the_counting_rule_chosen_stays_when_the_settings_come_late(counter: Counter) -> None:
    times = section(counter, "Thời gian", TimeSection)
    counter.until(times.sessions.text)
    answered(counter)
    with slow(counter):
        times.begin()
        times.policy.setCurrentIndex(times.policy.findData("P3"))
        times.rule.setCurrentIndex(times.rule.findData("EXTEND"))
        times.saturday.setText("7h30-11h00")
    answered(counter)
    assert (times.policy.currentData(), times.rule.currentData()) == ("P3", "EXTEND")
    assert times.saturday.text() == "7h30-11h00"
    times.save.click()
    counter.until(lambda: times.said.text().startswith("✓"))
    assert (desk_of(counter).settings.policy, desk_of(counter).settings.supplement_rule) == ("P3", "EXTEND")
    counter.until(lambda: times.saturday.text() == "07:30–11:00")


def test_the_form_set_chosen_stays_when_the_settings_come_late(counter: Counter) -> None:
    office = section(counter, "Quầy", OfficeSection)
    counter.until(office.save.isEnabled)
    with slow(counter):
        office.begin()
        office.form_set.setCurrentIndex(office.form_set.findData("TT 01/2018"))
    answered(counter)
    assert office.form_set.currentData() == "TT 01/2018"
    office.save.click()
    counter.until(lambda: office.said.text().startswith("✓"))
    answered(counter)
    assert office.form_set.currentData() == desk_of(counter).settings.form_set == "TT 01/2018"


def test_an_account_being_typed_stays_when_the_one_kept_comes_late(counter: Counter) -> None:
    desk = desk_of(counter)
    choose_account(desk, "970436", "0123456789", "UBND XA VI DU")
    with slow(counter):
        account = section(counter, "Nhận tiền", AccountSection)
        account.account.setFocus()
        type_in("999888777")
        counter.until(lambda: account.account.text() == "999888777")
        account.holder.setText("UBND XA KHAC")
    counter.until(account.save.isEnabled)
    assert (account.account.text(), account.holder.text()) == ("999888777", "UBND XA KHAC")
    account.bank.setCurrentIndex(account.bank.findData("970436"))
    account.save.click()
    counter.until(lambda: account.said.text().startswith("✓"))
    assert paying(desk).account == BankAccount("970436", "999888777", "UBND XA KHAC")
