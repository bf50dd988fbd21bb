"""A locked window holds nothing of anybody's, and what is the desk's goes on behind it."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPixmap, QPixmapCache
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.operations.accounts import change_account
from desk_app.operations.desk import open_desk
from desk_app.operations.drafts import load_drafts
from desk_app.operations.login import log_in, log_out
from desk_app.operations.public_screen import public_screen
from desk_app.operations.receive import receive
from desk_app.operations.waiting import waiting
from desk_app.ui.login_page import LoginPage
from desk_app.ui.window import MainWindow
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Person
from tests.ui.named_office import (
    CHIEF,
    CLERK,
    LEADING,
    NAMES,
    WORDS,
    enter,
    found_named_office,
    id_of,
    lock,
    login_page,
    sit,
)
from tests.ui.remains import remains, rows_alive
from tests.ui.steps import BIRTH, CARD, NINE_FIFTEEN, Counter, focus, press, scan, type_in
from tests.ui.test_intake_at_its_best import put_away
from tests.ui.test_scan_pictures import dropped

CANARY = "Bùi Thị Hoàng Yến"
NUMBER, PHONE = "990188000777", "0911777333"
TYPED = "Chim Trong Bản Nháp"
PLANTED = (CANARY, CANARY.upper(), "Hoàng Yến", NUMBER, PHONE, TYPED, "hoang yen")


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three accounts, and a dossier of the canary's."""
    data = found_named_office(tmp_path / "desk", monkeypatch)
    desk = open_desk(data, lambda: NINE_FIFTEEN)
    session = log_in(desk, CHIEF, WORDS[CHIEF])
    person = Person(CANARY, id_number=NUMBER, phone=PHONE)
    receive(desk, [IntakeRequest(BIRTH, person)], session.officer)
    log_out(desk)
    desk.close()
    return data


@pytest.fixture(autouse=True)
def clipboard() -> Iterator[None]:
    """Empty, whatever the tests before this copied."""
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


@pytest.fixture
def desk_window(office: Path, opened: Callable[..., Counter]) -> Counter:
    """A window that asks who is there."""
    return opened(office)


def plant(counter: Counter) -> list[weakref.ref[QWidget]]:
    """Has the canary stand wherever an officer brings a citizen; the pages it stands on."""
    counter.read()
    intake, window = counter.intake, counter.window
    intake.form.procedure.put(counter.running.desk.catalogue.get(BIRTH))  # type: ignore[union-attr]
    intake.form.applicant.search.setFocus()
    type_in(TYPED)
    intake.form.note.setPlainText(f"gọi {PHONE}")
    counter.go(Qt.Key.Key_F3)
    counter.until(counter.finding.rows.rowCount)
    counter.finding.search.setFocus()
    type_in("hoang yen")
    counter.until(lambda: counter.finding.rows.rowCount() == 1)
    press(Qt.Key.Key_Return)
    counter.until(lambda: counter.finding.opened_dossier)
    counter.finding.search.selectAll()
    QGuiApplication.clipboard().setText(CANARY)
    QPixmapCache.insert(CANARY, QPixmap(2, 2))
    aids = window.aids
    assert aids is not None
    counter.go(Qt.Key.Key_F4)
    aids.open_palette()
    type_in("hoang yen")
    counter.until(lambda: any(CANARY in remains for remains in _lines(aids.palette.list)))
    aids.palette.put_away()
    counter.go(Qt.Key.Key_F5)
    counter.go(Qt.Key.Key_F3)
    return [weakref.ref(window.page(key)) for key in ("F2", "F3", "F4", "F5")]


def _lines(held: Any) -> list[str]:
    return [held.item(at).text() for at in range(held.count())]


def test_a_locked_window_holds_nothing_of_what_was_on_its_pages(desk_window: Counter) -> None:
    others = rows_alive()  # of what was tried before in this process
    sit(desk_window, CHIEF)
    pages = plant(desk_window)
    assert remains(PLANTED)
    assert rows_alive() > others
    lock(desk_window)
    assert remains(PLANTED) == []
    assert rows_alive() <= others
    gc.collect()
    assert [page() for page in pages] == [None] * len(pages)
    assert not QPixmapCache.find(CANARY, QPixmap())
    assert desk_window.window.windowTitle() == "Ủy ban nhân dân xã Ví Dụ"


def test_the_walk_finds_a_page_that_is_only_covered(
    desk_window: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cover(window: MainWindow) -> list[QWidget]:
        window.session = None
        window._pages = {}
        return []

    sit(desk_window, CHIEF)
    plant(desk_window)
    monkeypatch.setattr(MainWindow, "put_off", cover)
    lock(desk_window)
    assert remains(PLANTED)


def test_the_same_officer_comes_back_to_the_same_page_and_draft(desk_window: Counter) -> None:
    sit(desk_window, CHIEF)
    plant(desk_window)
    before = desk_window.finding.opened_dossier
    lock(desk_window)
    assert login_page(desk_window).login.text() == CHIEF
    sit(desk_window, CHIEF)
    desk_window.until(lambda: desk_window.finding.opened_dossier == before)
    assert desk_window.window.key_of(desk_window.window.stack.currentWidget()) == "F3"
    desk_window.go(Qt.Key.Key_F2)
    desk_window.until(lambda: TYPED in desk_window.intake.form.applicant.search.text())


def test_one_officer_never_sees_anothers_draft(desk_window: Counter) -> None:
    sit(desk_window, CHIEF)
    plant(desk_window)
    lock(desk_window)
    sit(desk_window, CLERK)
    desk_window.read()
    assert desk_window.intake.form.untouched
    assert remains([TYPED, PHONE]) == []
    desk = desk_window.running.desk
    assert desk is not None
    assert load_drafts(desk, id_of(desk, CLERK)) == []
    with pytest.raises(Exception, match="của người khác"):
        load_drafts(desk, id_of(desk, CHIEF))


def test_what_waits_for_a_citizens_return_is_everybodys(desk_window: Counter) -> None:
    sit(desk_window, CHIEF)
    desk_window.ready()
    put_away(desk_window)
    desk = desk_window.running.desk
    assert desk is not None
    desk_window.until(lambda: waiting(desk))
    lock(desk_window)
    sit(desk_window, CLERK)
    desk_window.until(desk_window.intake.waiting.link.isVisible)


def test_a_reception_under_way_at_the_lock_is_received_and_its_slip_printed(desk_window: Counter) -> None:
    sit(desk_window, CHIEF)
    desk_window.ready()
    intake, desk = desk_window.intake, desk_window.running.desk
    assert desk is not None
    procedure = desk.catalogue.get(BIRTH)
    assert procedure is not None
    intake.form.procedure.put(procedure)
    scan(CARD)
    desk_window.until(lambda: not intake.form.own_mistakes())
    intake.receive()
    desk_window.go(Qt.Key.Key_F12)
    assert desk_window.running.session is None
    desk_window.until(lambda: desk_window.printed)
    assert desk.session is None
    sit(desk_window, CHIEF)
    desk_window.read()
    assert desk_window.intake.form.untouched


def test_printing_and_exchange_and_public_screen_go_on_while_locked(desk_window: Counter) -> None:
    sit(desk_window, CHIEF)
    desk_window.ready()
    running, desk = desk_window.running, desk_window.running.desk
    assert running.session is not None
    assert desk is not None
    public = running.session.public
    public.show_screen(public_screen(desk))
    dossier = desk.store.reader().execute("SELECT dossier FROM dossiers").fetchone()[0]
    running.session.counter.paper.print_slip(dossier, "")
    lock(desk_window)
    desk_window.until(lambda: desk_window.printed)
    assert public.screen is not None
    assert public.screen.isVisible()
    assert remains(PLANTED) == []
    ended: list[object] = []
    assert running.worker is not None
    running.worker.ended.connect(ended.append)
    running.worker.request()
    desk_window.until(lambda: ended)
    desk_window.window.activateWindow()
    desk_window.until(desk_window.window.isActiveWindow)
    sit(desk_window, CLERK)
    assert running.session is not None
    assert running.session.public is public


def test_keys_scans_and_dropped_pictures_do_nothing_while_locked(
    desk_window: Counter, tmp_path: Path
) -> None:
    sit(desk_window, CHIEF)
    desk_window.ready()
    lock(desk_window)
    page = login_page(desk_window)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F9, Qt.Key.Key_F10, Qt.Key.Key_F12):
        desk_window.go(key)
    QTest.keyClick(desk_window.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(desk_window.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert desk_window.window.stack.currentWidget() is page
    page.password.line.setFocus()
    scan(CARD)
    assert (page.password.line.text(), page.login.text()) == ("", CHIEF)
    assert "quét lại" in page.wrong.text()
    picture = tmp_path / "the.png"
    picture.write_bytes(b"\x89PNG")
    assert not dropped(page.password.line, picture)
    assert desk_window.running.session is None
    assert desk_window.window.stack.currentWidget() is page
    assert [one for one in page.findChildren(QLineEdit) if one.acceptDrops()] == []


def test_a_window_nobody_touches_locks_by_itself(desk_window: Counter) -> None:
    sit(desk_window, CLERK)
    desk_window.ready()
    seating = desk_window.running.seating
    assert seating is not None
    assert seating.idle.watching
    desk_window.now = NINE_FIFTEEN.replace(minute=19)
    seating.idle.look()
    assert desk_window.running.session is not None
    desk_window.now = NINE_FIFTEEN.replace(minute=20)
    seating.idle.look()
    assert desk_window.running.session is None
    login_page(desk_window)


def test_the_first_key_after_the_time_is_over_locks_and_does_nothing_else(desk_window: Counter) -> None:
    sit(desk_window, CLERK)
    desk_window.ready()
    desk_window.now = NINE_FIFTEEN.replace(hour=11)  # the machine slept, and nothing was counted
    QTest.keyClick(desk_window.window.windowHandle(), Qt.Key.Key_F3)
    assert desk_window.running.session is None or "F3" not in desk_window.window._pages
    login_page(desk_window)
    assert desk_window.running.session is None


def test_a_clock_put_back_does_not_keep_a_window_open(desk_window: Counter) -> None:
    sit(desk_window, CLERK)
    desk_window.ready()
    seating = desk_window.running.seating
    assert seating is not None
    desk_window.now = NINE_FIFTEEN.replace(hour=8)
    for _ in range(5 * 60):
        seating.idle.look()
    assert desk_window.running.session is None


def test_an_account_set_aside_at_another_desk_locks_this_one(desk_window: Counter, office: Path) -> None:
    sit(desk_window, CLERK)
    desk_window.ready()
    other = open_desk(office, lambda: NINE_FIFTEEN)
    by = log_in(other, CHIEF, WORDS[CHIEF]).officer
    change_account(other, id_of(other, CLERK), active=False, by=by)
    other.close()
    from desk_app.operations.outcome import Changes

    desk_window.running.lanes.announce(Changes(settings=True))
    page = login_page(desk_window)
    desk_window.until(lambda: desk_window.running.desk.session is None)  # type: ignore[union-attr]
    enter(desk_window, CLERK)
    desk_window.until(lambda: "không đúng" in page.wrong.text())


def test_a_page_that_a_role_may_not_open_is_not_offered(desk_window: Counter) -> None:
    sit(desk_window, LEADING)
    desk_window.until(lambda: desk_window.window.key_of(desk_window.window.stack.currentWidget()) == "F3")
    rail = desk_window.window.rail.buttons
    assert [key for key, button in rail.items() if not button.isVisible()] == ["F2", "F7"]
    desk_window.go(Qt.Key.Key_F2)
    assert desk_window.window.key_of(desk_window.window.stack.currentWidget()) == "F3"
    assert NAMES[LEADING] in desk_window.window.status.officer.text()


def test_an_open_desk_has_no_lock(tmp_path: Path, opened: Callable[..., Counter]) -> None:
    from tests.ui.steps import found_office

    counter = opened(found_office(tmp_path / "open")).ready()
    counter.go(Qt.Key.Key_F12)
    assert counter.running.session is not None
    assert not counter.window.status.lock.isVisible()
    assert not isinstance(counter.window.stack.currentWidget(), LoginPage)
    assert focus() is counter.intake.form.procedure.search
