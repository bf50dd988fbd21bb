"""A whole intake by scanner, and scans that find dossiers, are garbled, or are none."""

from __future__ import annotations

import unicodedata

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desk_app.operations.acting import act_on
from desk_app.operations.find import find, show
from desk_app.operations.slips import slip_digits
from desk_app.ui.dossier_page import DossierPage
from sync.model.lookup_code import lookup_code
from tests.offices import OFFICER
from tests.ui.steps import CARD, OTHER_CARD, Counter, press, scan, type_in


def receive_by_scan(counter: Counter, card: str = CARD) -> None:
    count = len(counter.printed)
    scan(card)
    type_in("dkks")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9)
    counter.until(lambda: len(counter.printed) > count)


def opened_dossier(counter: Counter, number: str) -> None:
    page = counter.finding.dossier
    counter.until(lambda: page.isVisible() and page.title.text() == number)
    assert isinstance(page, DossierPage)


def test_a_card_an_owners_card_and_f9_are_an_intake(counter: Counter) -> None:
    type_in("dkks")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    scan(CARD)
    form = counter.intake.form
    assert form.owner_differs.hasFocus()
    press(Qt.Key.Key_Space)
    scan(OTHER_CARD)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    desk = counter.running.desk
    assert desk is not None
    intake = show(desk, counter.printed[0][0]).dossier.intake
    assert intake is not None
    assert intake.applicant.full_name == "Nguyễn Văn Mẫu"
    assert intake.owner.full_name == "Trần Thị Thử"
    assert intake.owner.id_number == "990300000002"


def test_the_slips_code_opens_the_dossier_from_any_page(counter: Counter) -> None:
    receive_by_scan(counter)
    number = counter.printed[0][0]
    desk = counter.running.desk
    assert desk is not None
    digits = slip_digits(desk, show(desk, number).dossier)
    for key in (Qt.Key.Key_F2, Qt.Key.Key_F8):
        press(key)
        scan(digits)
        opened_dossier(counter, number)
        press(Qt.Key.Key_Escape)
        scan(number)
        opened_dossier(counter, number)


def test_a_slip_that_no_longer_holds_is_marked_in_words(counter: Counter) -> None:
    receive_by_scan(counter)
    number = counter.printed[0][0]
    desk = counter.running.desk
    assert desk is not None
    digits = slip_digits(desk, show(desk, number).dossier)
    scan(digits)
    opened_dossier(counter, number)
    said = counter.finding.dossier.said
    assert said.text().startswith("✓ Phiếu thật")
    assert said.property("role") == "quiet"
    act_on(desk, number, "reissue", {"reason": "Phiếu bị rách"}, OFFICER)
    scan(digits)
    counter.until(lambda: said.text().startswith("! PHIẾU HẾT HIỆU LỰC"))
    assert said.isVisible()
    assert said.property("role") == "caution"
    changed = digits[:-1] + str((int(digits[-1]) + 1) % 10)
    scan(changed)
    counter.until(lambda: said.text().startswith("! PHIẾU BỊ SỬA"))


def test_a_look_up_code_opens_its_dossier(counter: Counter) -> None:
    receive_by_scan(counter)
    number = counter.printed[0][0]
    desk = counter.running.desk
    assert desk is not None
    scan(lookup_code(show(desk, number).dossier.id))
    opened_dossier(counter, number)
    assert "Đối chiếu tên" in counter.finding.dossier.said.text()


def test_a_card_scanned_on_another_page_begins_an_intake(counter: Counter) -> None:
    press(Qt.Key.Key_F8)
    scan(CARD)
    assert counter.intake.isVisible()
    assert counter.intake.form.applicant.person().full_name == "Nguyễn Văn Mẫu"


def test_a_second_card_replaces_the_whole_person(counter: Counter) -> None:
    scan(CARD)
    counter.intake.form.applicant.unfold("phone")
    type_in("0900000123")
    scan(OTHER_CARD)
    person = counter.intake.form.applicant.person()
    assert (person.full_name, person.id_number, person.phone) == ("Trần Thị Thử", "990300000002", "")


def test_a_scan_in_the_middle_of_typing_keeps_what_was_typed(counter: Counter) -> None:
    type_in("khai si")
    scan(CARD)
    assert counter.intake.form.procedure.search.text() == "khai si"
    assert counter.intake.form.applicant.person().full_name == "Nguyễn Văn Mẫu"


def test_a_pasted_card_is_read_like_a_scanned_one(counter: Counter) -> None:
    counter.intake.form.applicant.search.setFocus()
    QGuiApplication.clipboard().setText(unicodedata.normalize("NFD", CARD) + "\n")
    counter.intake.form.applicant.search.paste()
    assert counter.intake.form.applicant.person().full_name == "Nguyễn Văn Mẫu"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (CARD.replace("01021999", "31021999"), "không phải một ngày có thật"),
        (CARD[: CARD.rindex("|")], "thiếu hoặc thừa"),
        ("https://example.invalid/steal?x=1", "không mở"),
        ('{"cccd": "990099000001"}', "không mở"),
        ("4" * 340, "sai lệch"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_sentence_and_fills_nothing(
    counter: Counter, text: str, said: str
) -> None:
    scan(text)
    assert said in counter.intake.said.text()
    assert counter.intake.form.untouched
    assert counter.intake.form.procedure.search.text() == ""


def test_an_unknown_number_is_said_and_nothing_is_opened(counter: Counter) -> None:
    scan("000.01.06.H99-261123-0999")
    counter.until(lambda: "Không có hồ sơ" in counter.finding.count.text())
    assert not counter.finding.dossier.isVisible()


def test_nothing_scanned_is_kept_whole(counter: Counter) -> None:
    """Only the parsed fields stay: not the raw text, not the old number."""
    receive_by_scan(counter, OTHER_CARD)
    desk = counter.running.desk
    assert desk is not None
    [row] = find(desk, "", 5)
    assert "012345678" not in repr(show(desk, row.id))
