"""A correction on the dossier's page: the papers and everybody of the dossier, each changed alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk_app.ui.act_form import ActForm
from desk_app.ui.correction_boxes import PapersBox, PeopleBox
from desk_app.ui.dossier_page import DossierPage
from sync.model.dossier import Intake, Paper, Person
from tests.ui.following import acted, ask_for, do, now, opened_page, received, words, write
from tests.ui.steps import CARD, Counter, press, scan, type_in

Open = Callable[..., Counter]
FORM = "Tờ khai cấp Giấy xác nhận tình trạng hôn nhân"


@pytest.fixture
def counter(opened: Open, office: Path) -> Counter:
    """A window on an office with one dossier."""
    return opened(received(office)).ready()


def correcting(counter: Counter) -> DossierPage:
    """The dossier's page with the correction begun, its reason typed and its checklist there."""
    page = opened_page(counter)
    ask_for(counter, page.pane, "dinh chinh")
    type_in("Ghi thiếu")
    counter.until(lambda: len(papers(page.pane.form).papers.draft()) > 1)
    return page


def people(form: ActForm) -> PeopleBox:
    return next(box for box in form.boxes if isinstance(box, PeopleBox))


def papers(form: ActForm) -> PapersBox:
    return next(box for box in form.boxes if isinstance(box, PapersBox))


def at(widget: QWidget) -> None:
    """The cursor goes there, as by Tab."""
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def intake(counter: Counter) -> Intake:
    found = now(counter).intake
    assert found is not None
    return found


def test_another_payer_and_collector_are_given_and_the_cards_come_back(counter: Counter) -> None:
    before = intake(counter)
    page = correcting(counter)
    assert page._scroll.isHidden(), "the form has the whole page"
    asked = people(page.pane.form).people
    for role, name in (("payer", "Công ty TNHH Ví Dụ"), ("collector", "Phạm Văn Ba")):
        at(asked.ticks[role])
        press(Qt.Key.Key_Space)
        counter.until(asked.others[role].search.hasFocus)
        type_in(name)
        press(Qt.Key.Key_Return)
        counter.until(asked.others[role].fields["id_number"].hasFocus)
    asked.others["payer"].details.kind.setCurrentIndex(1)
    do(counter, page)
    after = intake(counter)
    assert after.payer == Person("Công ty TNHH Ví Dụ", kind="organisation")
    assert after.collector == Person("Phạm Văn Ba")
    assert (after.applicant, after.papers, after.due_at) == (before.applicant, before.papers, before.due_at)
    assert now(counter).issue == 1
    counter.until(lambda: page._scroll.isVisible() and "Phạm Văn Ba" in words(page))
    counter.until(lambda: counter.printed)


def test_a_role_whose_tick_is_taken_away_is_nobodys_any_more(opened: Open, office: Path) -> None:
    received(office)
    acted(office, "reissue", {"reason": "x", "changes": {"owner": {"full_name": "Lê Thị Hai"}}})
    counter = opened(office).ready()
    page = correcting(counter)
    at(people(page.pane.form).people.ticks["owner"])
    press(Qt.Key.Key_Space)
    assert page.pane.form.given()["changes"] == {"owner": None}
    do(counter, page)
    assert intake(counter).owner == intake(counter).applicant


def test_papers_are_corrected_over_the_procedures_checklist(counter: Counter) -> None:
    page = correcting(counter)
    part = papers(page.pane.form).papers
    listed = [str(row["name"]) for row in part.draft()]
    assert listed[0] == FORM
    at(part._rows[1].tick)
    press(Qt.Key.Key_Space)
    at(part.add)
    press(Qt.Key.Key_Space)
    type_in("Sổ hộ khẩu cũ")
    do(counter, page)
    assert intake(counter).papers == (Paper(FORM, 1), Paper(listed[1], 1), Paper("Sổ hộ khẩu cũ", 1))


def test_what_is_handed_in_and_not_touched_is_not_given(counter: Counter) -> None:
    page = correcting(counter)
    assert page.pane.form.given() == {"reason": "Ghi thiếu"}


def test_a_mistake_is_said_beside_the_persons_field(counter: Counter) -> None:
    page = correcting(counter)
    asked = people(page.pane.form).people
    at(asked.applicant.fields["full_name"])
    write("A")
    press(Qt.Key.Key_Backspace)
    at(asked.applicant.fields["phone"])
    write("12")
    page.pane.form.do.click()
    name = asked.applicant.details.lines["full_name"]
    phone = asked.applicant.details.lines["phone"]
    counter.until(lambda: name.isVisible() and phone.isVisible())
    assert ("họ và tên" in name.text(), "6 chữ số" in phone.text()) == (True, True)
    counter.until(asked.applicant.fields["full_name"].hasFocus)
    assert now(counter).issue == 0


def test_a_scanned_card_is_the_person_being_corrected(counter: Counter) -> None:
    page = correcting(counter)
    asked = people(page.pane.form).people
    at(asked.ticks["collector"])
    press(Qt.Key.Key_Space)
    counter.until(asked.others["collector"].search.hasFocus)
    scan(CARD)
    counter.until(lambda: asked.others["collector"].person().full_name == "Nguyễn Văn Mẫu")
    assert page.isVisible(), "no intake was begun"
    counter.until(asked.others["collector"].shown.hasFocus)
    do(counter, page)
    found = intake(counter)
    assert found.collector is not None
    assert found.collector.id_number == "990099000001"
    assert [(one.role, one.paper) for one in found.shown] == [("collector", "identity")]
