"""A whole intake without the mouse, over the real store: from greeting to slip."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import open_desk
from desk_app.operations.find import find, show
from desk_app.operations.officers import add_officer
from desk_app.operations.receive import Received
from desk_app.ui.intake_page import IntakePage
from sync.model.dossier import Intake, Paper
from tests.ui.steps import BIRTH, CARD, NINE_FIFTEEN, Counter, press, scan, slow, type_in


def received(counter: Counter) -> Intake:
    desk = counter.running.desk
    assert desk is not None
    [row] = find(desk, "", 1)
    intake = show(desk, row.id).dossier.intake
    assert intake is not None
    return intake


def test_a_new_citizen_is_received_by_keyboard_alone(counter: Counter) -> None:
    type_in("kh sinh")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    assert counter.intake.form.procedure.procedure is not None
    assert counter.intake.form.procedure.procedure.code == BIRTH
    type_in("Đỗ Thị Hạnh")
    press(Qt.Key.Key_Return)
    for words in ("990199000123", "3/2/1999"):
        type_in(words)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Tab)
    for words in ("Thôn Đoài, xã Ví Dụ", "0900000123"):
        type_in(words)
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    intake = received(counter)
    person = intake.applicant
    assert (person.full_name, person.id_number, person.id_kind) == (
        "Đỗ Thị Hạnh",
        "990199000123",
        "citizen_card",
    )
    assert (person.date_of_birth, person.gender) == (date(1999, 2, 3), "Nữ")
    assert (person.address, person.phone) == ("Thôn Đoài, xã Ví Dụ", "0900000123")
    assert intake.owner == person
    assert intake.number in counter.intake.said.text()
    assert "17:00 hôm nay" in counter.intake.said.text()


def test_the_slip_is_printed_only_when_the_dossier_is_durable_and_the_page_is_ready_again(
    counter: Counter,
) -> None:
    held: list[str] = []

    def look(_pdf: bytes, title: str) -> None:
        assert counter.running.desk is not None
        held.extend(row.number for row in find(counter.running.desk, title, 5))

    counter.printing = look
    a_card_and_a_procedure(counter)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    [(number, pdf)] = counter.printed
    assert held == [number]
    with pypdfium2.PdfDocument(pdf) as document:
        assert number in document[0].get_textpage().get_text_range()
    counter.until(lambda: "Đã gửi in" in counter.window.status.printer.text())
    assert counter.intake.form.untouched
    assert counter.intake.form.procedure.search.hasFocus()


def a_card_and_a_procedure(counter: Counter) -> None:
    scan(CARD)
    type_in("dkks")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)


def test_a_card_and_a_common_procedure_take_at_most_twelve_keys_or_scans(counter: Counter) -> None:
    scan(CARD)
    keys = 1
    for letter in "dkks":
        type_in(letter)
        keys += 1
    counter.until(lambda: counter.intake.form.procedure.search.open)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_F9):
        press(key)
        keys += 1
    counter.until(lambda: counter.printed)
    assert keys <= 12


def test_a_returning_applicant_is_offered_with_the_last_data(counter: Counter) -> None:
    a_card_and_a_procedure(counter)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    type_in("dkks")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    type_in("mau ngu")
    counter.until(lambda: counter.intake.form.applicant.search.open)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9)
    counter.until(lambda: len(counter.printed) == 2)
    assert received(counter).applicant.id_number == "990099000001"


def test_papers_owner_and_representative_come_with_the_dossier(counter: Counter) -> None:
    a_card_and_a_procedure(counter)
    form = counter.intake.form
    form.owner_differs.setFocus()
    press(Qt.Key.Key_Space)
    assert form.owner.search.hasFocus()
    type_in("Lê Hoàng Kiểm Thử")
    press(Qt.Key.Key_Return)
    form.papers.add.setFocus()
    press(Qt.Key.Key_Space)
    type_in("Giấy cam đoan")
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Tab)
    type_in("2")
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    intake = received(counter)
    assert (intake.owner.full_name, intake.applicant.full_name) == ("Lê Hoàng Kiểm Thử", "Nguyễn Văn Mẫu")
    assert intake.papers[-1] == Paper("Giấy cam đoan", 1, 2, 0)
    assert intake.papers[0].originals == 1


def test_mistakes_are_said_beside_their_fields_all_at_once(counter: Counter) -> None:
    form = counter.intake.form
    a_card_and_a_procedure(counter)
    form.applicant.unfold("full_name")
    press(Qt.Key.Key_Backspace)
    form.applicant.fields["full_name"].clear()
    form.applicant.fields["phone"].setText("12x")  # type: ignore[union-attr]
    form.applicant.fields["date_of_birth"].setText("31/02/2000")  # type: ignore[union-attr]
    press(Qt.Key.Key_F9)
    counter.until(counter.intake.said.text)
    wrong = {name for name, field in form.applicant.fields.items() if field.property("wrong")}
    assert wrong == {"full_name", "phone", "date_of_birth"}
    assert form.applicant.fields["full_name"].hasFocus()
    assert "3 chỗ" in counter.intake.said.text()
    assert not counter.printed
    type_in("Nguyễn Văn Mẫu")
    counter.until(lambda: not form.applicant.fields["full_name"].property("wrong"))
    assert form.applicant.fields["full_name"].hasFocus()


def test_nothing_chosen_is_a_sentence_beside_the_procedure(counter: Counter) -> None:
    press(Qt.Key.Key_F9)
    counter.until(counter.intake.said.text)
    assert not counter.intake.form.procedure.mistake.isHidden()
    assert counter.intake.form.procedure.search.hasFocus()


def test_f9_before_the_page_has_read_the_procedures_is_not_lost(counter: Counter) -> None:
    """On a slow machine the page is in front before it is filled."""
    session = counter.running.session
    assert session is not None
    with slow(counter):
        page = IntakePage(session.counter)
        counter.qtbot.addWidget(page)
        page.receive()
        assert page.said.text() == ""
    counter.until(page.said.text)
    assert not page.form.procedure.mistake.isHidden()


def test_f9_before_a_draft_is_read_does_not_receive_it_unseen(
    office: Path, opened: Callable[..., Counter]
) -> None:
    first = opened(office).ready()
    a_card_and_a_procedure(first)
    first.close()
    counter = opened(office)
    counter.until(lambda: counter.running.session is not None)
    session = counter.running.session
    assert session is not None
    with slow(counter):
        page = IntakePage(session.counter)
        counter.qtbot.addWidget(page)
        page.receive()
    counter.until(lambda: not page.form.untouched)
    assert "bản nháp" in page.saved.text()
    assert not page._busy, "nothing is being received"


def test_a_procedure_without_a_known_limit_asks_for_a_date_and_a_reason(counter: Counter) -> None:
    desk = counter.running.desk
    assert desk is not None
    unknown = next(one for one in desk.catalogue if not one.limit and not one.cases)
    scan_card(counter)
    counter.intake.form.procedure.put(unknown)
    press(Qt.Key.Key_F9)
    due = counter.intake.form.due
    counter.until(lambda: not due.mistake.isHidden())
    due.day.setText("30/11/2026")
    due.reason.setText("Chờ xác minh")
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    intake = received(counter)
    assert (intake.due_at.date(), intake.due_reason) == (date(2026, 11, 30), "Chờ xác minh")


def scan_card(counter: Counter) -> None:
    scan(CARD)
    counter.until(lambda: not counter.intake.form.applicant.empty)


def test_a_printer_in_trouble_never_loses_the_dossier(counter: Counter) -> None:
    def trouble(_pdf: bytes, _title: str) -> None:
        raise DeskError("Máy in hết giấy.", "Nạp giấy.")

    counter.printing = trouble
    a_card_and_a_procedure(counter)
    press(Qt.Key.Key_F9)
    counter.until(lambda: "Máy in hết giấy" in counter.window.status.printer.text())
    desk = counter.running.desk
    assert desk is not None
    [row] = find(desk, "", 5)
    assert not desk.paths.slips.exists()  # a slip is drawn when it is printed, and lies on no disk
    assert row.number in counter.intake.said.text()


def test_a_clock_that_went_back_is_confirmed_by_one_button(counter: Counter) -> None:
    a_card_and_a_procedure(counter)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    counter.now = counter.now.replace(year=2025)
    a_card_and_a_procedure(counter)
    counter.until(lambda: counter.intake.preview.page is not None)
    press(Qt.Key.Key_F9)
    counter.until(counter.intake.date_is_right.hasFocus)
    assert "lùi" in counter.intake.said.text()
    press(Qt.Key.Key_Space)
    counter.until(lambda: len(counter.printed) == 2)


def test_f9_twice_is_one_dossier(counter: Counter) -> None:
    a_card_and_a_procedure(counter)
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    counter.qtbot.wait(50)
    assert len(counter.printed) == 1


def test_the_slip_is_previewed_as_it_is_filled(counter: Counter) -> None:
    assert counter.intake.preview.page is None
    type_in("dkks")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    counter.until(lambda: counter.intake.preview.page is not None)
    first = counter.intake.preview.page
    scan_card(counter)
    counter.until(lambda: counter.intake.preview.page is not first)
    assert counter.intake.side_due.text() == "17:00 hôm nay"
    assert "trong ngày" in counter.intake.form.due.explanation.text().lower()


def test_each_page_has_its_key(counter: Counter) -> None:
    for key, name in ((Qt.Key.Key_F3, "F3"), (Qt.Key.Key_F8, "F8"), (Qt.Key.Key_F2, "F2")):
        press(key)
        assert counter.window.stack.currentWidget() is counter.window.page(name)
        assert counter.window.rail.buttons[name].isChecked()
        assert QApplication.focusWidget() is not None
    assert isinstance(counter.window.stack.currentWidget(), IntakePage)


def test_several_officers_choose_who_sits_down(office: Path, opened: Callable[..., Counter]) -> None:
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    add_officer(desk, "Lê Thị Hai")
    desk.close()
    counter = opened(office)
    counter.until(lambda: getattr(counter.window.stack.currentWidget(), "buttons", None))
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    counter.ready()
    assert "Lê Thị Hai" in counter.window.status.officer.text()
    a_card_and_a_procedure(counter)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    assert received(counter).officer.name == "Lê Thị Hai"


def test_what_f9_gives_back_is_a_received_dossier() -> None:
    """The page reads these names from it without importing it; they must stay."""
    assert {"dossier_id", "number", "due_at", "fee", "slip", "slip_problem"} <= set(Received.__slots__)
