"""A corrected procedure on the dossier's page: what its fee needs is asked for, and the fee shown before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from desk_app.ui.correction_matter import FeeBox, ProcedureBox
from desk_app.ui.dossier_page import DossierPage
from sync.model.dossier import FeeLine
from tests.ui.following import ask_for, do, now, opened_page, received, write
from tests.ui.steps import Counter, focus, press, type_in

Open = Callable[..., Counter]
CERTIFIED, COPY, HOUSEHOLD = "2.000815", "2.000635", "2.000575"
PAGES = "Phí chứng thực bản sao từ bản chính"


def correcting(opened: Open, office: Path, procedure: str) -> tuple[Counter, DossierPage]:
    """The correction of a dossier of that procedure, its reason typed and its figures there."""
    counter = opened(received(office, procedure=procedure)).ready()
    page = opened_page(counter)
    ask_for(counter, page.pane, "dinh chinh")
    type_in("Nhập nhầm")
    counter.until(lambda: "giữ nguyên" in page.pane.form.foreseen.text())
    return counter, page


def fee_of(page: DossierPage) -> FeeBox:
    return next(box for box in page.pane.form.boxes if isinstance(box, FeeBox))


def procedure_of(page: DossierPage) -> ProcedureBox:
    return next(box for box in page.pane.form.boxes if isinstance(box, ProcedureBox))


def choose(counter: Counter, page: DossierPage, text: str, code: str) -> None:
    """Another procedure, found by what is typed and taken with Enter."""
    box = procedure_of(page)
    box.line.setFocus(Qt.FocusReason.TabFocusReason)
    write(text)
    counter.until(
        lambda: box.line.open and box.line.rows and getattr(box.line.rows[0].value, "code", "") == code
    )
    press(Qt.Key.Key_Return)
    counter.until(lambda: box.value() == code)


def fees(counter: Counter) -> list[tuple[str, int]]:
    intake = now(counter).intake
    assert intake is not None
    return [(one.name, one.amount) for one in intake.fees]


def test_pages_and_copies_are_typed_and_the_new_fee_is_shown_before_it_is_done(
    opened: Open, office: Path
) -> None:
    counter, page = correcting(opened, office, "1.004873")
    choose(counter, page, CERTIFIED, CERTIFIED)
    fee = fee_of(page).fee
    counter.until(fee.pages.isVisible)
    counter.until(lambda: "Phí mới: 2.000 đ" in page.pane.form.foreseen.text())
    press(Qt.Key.Key_Tab)
    assert focus() is fee.pages
    type_in("5")
    press(Qt.Key.Key_Tab)
    assert focus() is fee.copies
    type_in("3")
    counter.until(lambda: "Phí mới: 21.000 đ" in page.pane.form.foreseen.text())
    do(counter, page)
    assert fees(counter) == [(PAGES, 21_000)]


def test_pages_are_corrected_where_the_procedure_stays(opened: Open, office: Path) -> None:
    counter, page = correcting(opened, office, CERTIFIED)
    box = fee_of(page)
    counter.until(box.isVisible)
    assert page.pane.form.given() == {"reason": "Nhập nhầm"}, "nothing was counted anew"
    box.fee.copies.setFocus(Qt.FocusReason.TabFocusReason)
    type_in("2")
    page.pane.form.do.click()
    counter.until(box.mistake.isVisible)
    assert "số trang" in box.mistake.text()
    assert focus() is box.fee.pages
    type_in("4")
    counter.until(lambda: "Phí mới: 12.000 đ" in page.pane.form.foreseen.text())
    do(counter, page)
    assert fees(counter) == [(PAGES, 12_000)]


def test_the_copies_that_were_paid_for_stand_there(opened: Open, office: Path) -> None:
    counter, page = correcting(opened, office, COPY)
    fee = fee_of(page).fee
    counter.until(fee.copies.isVisible)
    assert (fee.copies.value(), fee.pages.isHidden()) == (1, True)
    fee.copies.setFocus(Qt.FocusReason.TabFocusReason)
    type_in("3")
    counter.until(lambda: "24.000 đ" in page.pane.form.foreseen.text())
    do(counter, page)
    assert [amount for _, amount in fees(counter)] == [24_000]


def test_an_amount_of_the_provinces_is_filled_in_later(opened: Open, office: Path) -> None:
    counter, page = correcting(opened, office, "1.004873")
    fee = fee_of(page).fee
    counter.until(lambda: fee.amounts)
    [(name, line)] = fee.amounts.items()
    line.setFocus(Qt.FocusReason.TabFocusReason)
    type_in("12.000")
    do(counter, page)
    intake = now(counter).intake
    assert intake is not None
    assert (intake.fees, intake.fees_open) == ((FeeLine(name, 12_000, "le_phi"),), ())


def test_a_procedure_without_figures_asks_for_none(opened: Open, office: Path) -> None:
    counter, page = correcting(opened, office, "1.004873")
    box = fee_of(page)
    counter.until(box.isVisible)
    choose(counter, page, "2.000908", "2.000908")
    counter.until(box.isHidden)
    assert page.pane.form.given()["changes"] == {"procedure": "2.000908"}


def test_the_case_of_the_new_procedure_is_chosen(opened: Open, office: Path) -> None:
    counter, page = correcting(opened, office, "1.004873")
    choose(counter, page, HOUSEHOLD, HOUSEHOLD)
    box = procedure_of(page)
    counter.until(box.case.isVisible)
    box.case.setCurrentIndex(box.case.findData("cap-lai"))
    assert page.pane.form.given()["changes"]["case"] == "cap-lai"  # type: ignore[index]
    counter.until(lambda: "Hạn trả mới" in page.pane.form.foreseen.text())
    do(counter, page)
    intake = now(counter).intake
    assert intake is not None
    assert (intake.procedure.code, intake.procedure.case) == (HOUSEHOLD, "cap-lai")
