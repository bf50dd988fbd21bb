"""Everybody of a dossier by keyboard: roles, addresses, doubts, households, old text put right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit

from desk_app.operations.find import find, show
from desk_app.ui.person_part import PersonPart
from sync.model.dossier import Intake, Shown
from tests.ui.steps import CARD, OTHER_CARD, Counter, focus, press, scan, type_in

MARRIED = "1.004873"


def begun(counter: Counter, code: str = "dkks") -> None:
    type_in(code)
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)


def received(counter: Counter, count: int = 1) -> Intake:
    press(Qt.Key.Key_F9)
    counter.until(lambda: len(counter.printed) == count)
    desk = counter.running.desk
    assert desk is not None
    intake = show(desk, find(desk, "")[0].id).dossier.intake
    assert intake is not None
    return intake


def combined(key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    both = modifiers[0]
    for modifier in modifiers[1:]:
        both |= modifier
    QTest.keyClick(focus(), key, both)


def typing_into(part: PersonPart, field: str) -> QLineEdit:
    part.unfold(field)
    return part.details.line(field)


def pasted(text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    combined(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


# ------------------------------------------------------------------------------------------------------ roles


def test_four_more_roles_are_one_stop_of_tab_and_reached_by_arrows(counter: Counter) -> None:
    begun(counter)
    scan(CARD)
    people = counter.intake.form.people
    assert people.ticks["owner"].hasFocus()
    for role in ("representative", "payer", "collector"):
        press(Qt.Key.Key_Right)
        assert people.ticks[role].hasFocus()
    press(Qt.Key.Key_Right)
    assert people.ticks["collector"].hasFocus()
    press(Qt.Key.Key_Left)
    press(Qt.Key.Key_Space)
    assert people.others["payer"].search.hasFocus()
    press(Qt.Key.Key_Tab)
    assert not any(tick.hasFocus() for tick in people.ticks.values())


def test_payer_and_collector_come_with_the_dossier(counter: Counter) -> None:
    begun(counter)
    scan(CARD)
    people = counter.intake.form.people
    for role, name in (("payer", "Lê Hoàng Kiểm Thử"), ("collector", "Trần Thị Thử")):
        people.ticks[role].setFocus()
        press(Qt.Key.Key_Space)
        type_in(name)
        press(Qt.Key.Key_Return)
    intake = received(counter)
    assert intake.payer is not None
    assert intake.collector is not None
    assert (intake.payer.full_name, intake.collector.full_name) == ("Lê Hoàng Kiểm Thử", "Trần Thị Thử")


def test_a_scanned_card_counts_as_shown_and_a_typed_number_does_not(counter: Counter) -> None:
    begun(counter)
    scan(CARD)
    assert received(counter).shown == (Shown("applicant", "identity"),)
    begun(counter)
    type_in("Trần Thị Thử")
    press(Qt.Key.Key_Return)
    assert received(counter, 2).shown == ()


def test_a_representative_says_by_what_right_and_the_paper_is_ticked_not_kept(counter: Counter) -> None:
    begun(counter, MARRIED)
    scan(CARD)
    people = counter.intake.form.people
    people.ticks["representative"].setFocus()
    press(Qt.Key.Key_Space)
    scan(OTHER_CARD)
    people.right.setFocus()
    counter.until(lambda: "Chọn căn cứ" in people.right_line.text())
    press(Qt.Key.Key_Down)
    counter.until(lambda: "chứng thực" in people.right_line.text())
    people.paper_seen.setFocus()
    press(Qt.Key.Key_Space)
    counter.until(lambda: not people.right_line.isVisible())
    intake = received(counter)
    assert intake.representation == "authorised"
    assert set(intake.shown) == {
        Shown("applicant", "identity"),
        Shown("representative", "identity"),
        Shown("representative", "authorisation"),
    }


def test_an_organisation_is_named_as_one_and_has_no_birth_date(counter: Counter) -> None:
    begun(counter)
    part = counter.intake.form.applicant
    typing_into(part, "full_name").setText("Công ty TNHH Thử")
    part.details.line("date_of_birth").setText("01/02/1999")
    part.details.kind.setFocus()
    press(Qt.Key.Key_Down)
    assert not part.fields["date_of_birth"].isVisible()
    assert "tên tổ chức" in part.fields["full_name"].accessibleName()
    counter.until(lambda: "qua một người" in part.mistake.text())
    applicant = received(counter).applicant
    assert (applicant.kind, applicant.date_of_birth) == ("organisation", None)


def test_the_dossiers_page_says_who_pays_and_what_was_seen(counter: Counter) -> None:
    begun(counter)
    scan(CARD)
    counter.intake.form.people.ticks["payer"].setFocus()
    press(Qt.Key.Key_Space)
    type_in("Lê Hoàng Kiểm Thử")
    press(Qt.Key.Key_Return)
    received(counter)
    counter.go(Qt.Key.Key_F3)
    counter.until(lambda: counter.finding.isVisible() and focus() is not None)
    counter.until(lambda: counter.finding.rows.rowCount() == 1)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    words = lambda: " ".join(label.text() for label in counter.window.findChildren(QLabel))  # noqa: E731
    counter.until(lambda: "Đã xem, không giữ" in words())
    assert "Giấy tờ tùy thân của người nộp" in words()
    assert "Người nộp phí" in words()


def test_all_roles_come_back_from_the_draft(
    counter: Counter, office: Path, opened: Callable[..., Counter]
) -> None:
    begun(counter)
    scan(CARD)
    people = counter.intake.form.people
    people.ticks["representative"].setChecked(True)
    people.others["representative"].details.line("full_name").setText("Trần Thị Thử")
    people.others["representative"].unfold()
    people.right.setCurrentIndex(2)
    people.paper_seen.setChecked(True)
    before = counter.intake.form.request()
    counter.close()
    second = opened(office)
    second.until(lambda: second.running.session and second.intake.form.procedure.procedure)
    again = second.intake.form.request()
    assert (again.representative, again.representation) == (before.representative, "relative")
    assert again.shown == before.shown


# ------------------------------------------------------------------------------------------------- households


def test_the_household_is_offered_as_owner_before_anything_is_typed(counter: Counter) -> None:
    begun(counter)
    scan(OTHER_CARD.replace("Số 5, Phường Ví Dụ", "Thôn 1, Xã Ví Dụ"))
    received(counter)
    begun(counter)
    scan(CARD)
    owner = counter.intake.form.owner
    press(Qt.Key.Key_Space)
    counter.until(lambda: owner.search.open)
    assert [row.title for row in owner.search.rows] == ["Trần Thị Thử"]
    assert owner.search.rows[0].note.startswith("cùng hộ")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    intake = received(counter, 2)
    assert (intake.owner.full_name, intake.applicant.full_name) == ("Trần Thị Thử", "Nguyễn Văn Mẫu")


# -------------------------------------------------------------------------------------------------- addresses


def test_an_address_is_picked_by_initials_and_keeps_its_commune(counter: Counter) -> None:
    begun(counter)
    part = counter.intake.form.applicant
    typing_into(part, "full_name").setText("Nguyễn Văn Mẫu")
    typing_into(part, "address")
    type_in("Thôn 2, vbhp")
    assert part.details.address.open
    press(Qt.Key.Key_Return)
    assert part.person().address == "Thôn 2, Xã Vĩnh Bảo, Thành phố Hải Phòng"
    assert received(counter).applicant.commune == "11824"


def test_an_old_commune_is_found_and_its_name_kept_behind(counter: Counter) -> None:
    part = counter.intake.form.applicant
    typing_into(part, "address")
    type_in("Thôn 1, dao duc vi xuyen")
    press(Qt.Key.Key_Return)
    person = part.person()
    assert person.address == (
        "Thôn 1, Xã Vị Xuyên, Tỉnh Tuyên Quang (trước đây: Xã Đạo Đức, Huyện Vị Xuyên, Tỉnh Hà Giang)"
    )
    assert person.commune == "00913"


def test_an_old_address_on_a_card_stays_as_printed_and_says_what_it_is_now(counter: Counter) -> None:
    old = "Thôn 1, Xã Đạo Đức, Huyện Vị Xuyên, Tỉnh Hà Giang"
    scan(CARD.replace("Thôn 1, Xã Ví Dụ, Tỉnh Thử Nghiệm", old))
    part = counter.intake.form.applicant
    counter.until(lambda: part.person().commune == "00913")
    assert part.person().address == old
    assert any("Nay là Xã Vị Xuyên" in label.text() for label in part.findChildren(QLabel))


def test_the_arrow_key_puts_the_new_name_in_the_place_of_the_old(counter: Counter) -> None:
    part = counter.intake.form.applicant
    typing_into(part, "address").setText("Thôn 1, Xã Đạo Đức, Huyện Vị Xuyên, Tỉnh Hà Giang")
    part.details.address.settle()
    press(Qt.Key.Key_Down)
    assert part.details.address.open
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert part.person().address.startswith("Thôn 1, Xã Vị Xuyên, Tỉnh Tuyên Quang (trước đây:")


def test_a_place_that_no_list_knows_stays_as_typed(counter: Counter) -> None:
    part = counter.intake.form.applicant
    typing_into(part, "address")
    type_in("Thôn 1, Xã Ví Dụ, Tỉnh Thử Nghiệm")
    press(Qt.Key.Key_Tab)
    person = part.person()
    assert (person.address, person.commune) == ("Thôn 1, Xã Ví Dụ, Tỉnh Thử Nghiệm", "")


def test_another_text_forgets_the_commune(counter: Counter) -> None:
    part = counter.intake.form.applicant
    typing_into(part, "address")
    type_in("Thôn 2, vbhp")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Backspace)
    assert part.person().commune == ""


# ----------------------------------------------------------------------------------------------------- doubts


def test_what_is_odd_is_said_beside_its_field_and_stops_nothing(counter: Counter) -> None:
    begun(counter)
    part = counter.intake.form.applicant
    typing_into(part, "full_name").setText("Nguyễn Văn Mẫu")
    typing_into(part, "id_number").setText("99009900001")
    typing_into(part, "phone").setText("090000001")
    lines = part.details.lines
    counter.until(lambda: "12 chữ số" in lines["id_number"].text())
    assert "10 chữ số" in lines["phone"].text()
    assert not part.fields["phone"].property("wrong")
    assert received(counter).applicant.phone == "090000001"


def test_a_doubt_gives_way_to_a_mistake_and_comes_back(counter: Counter) -> None:
    begun(counter)
    part = counter.intake.form.applicant
    typing_into(part, "phone").setText("12x")
    press(Qt.Key.Key_F9)
    counter.until(lambda: part.fields["phone"].property("wrong"))
    assert part.details.lines["phone"].text().startswith("✕")
    assert part.fields["full_name"].hasFocus()


# --------------------------------------------------------------------------------------------------- old text


@pytest.mark.parametrize(
    ("old", "said"),
    [("NguyÔn V¨n MÉu", "TCVN3"), ("Nguyeãn Vaên Maãu", "VNI"), ("Nguyá»…n VÄƒn Máº«u", "UTF-8")],
)
def test_pasted_old_text_is_put_right_and_said(counter: Counter, old: str, said: str) -> None:
    part = counter.intake.form.applicant
    field = typing_into(part, "full_name")
    pasted(old)
    assert field.text() == "Nguyễn Văn Mẫu"
    assert said in hint(counter)
    combined(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.text() == old
    press(Qt.Key.Key_Tab)
    assert field.text() == old


def hint(counter: Counter) -> str:
    found = [one for one in counter.window.findChildren(QLabel, "hint") if one.isVisible()]
    return found[0].text() if found else ""


def test_what_was_typed_by_a_wrongly_set_program_is_put_right_on_leaving(counter: Counter) -> None:
    part = counter.intake.form.applicant
    field = typing_into(part, "full_name")
    type_in("TrÇn ThÞ Thö")
    assert field.text() == "TrÇn ThÞ Thö"
    press(Qt.Key.Key_Tab)
    assert field.text() == "Trần Thị Thử"
    assert "TCVN3" in hint(counter)


def test_a_doubtful_word_is_offered_and_changed_only_when_asked(counter: Counter) -> None:
    part = counter.intake.form.applicant
    field = typing_into(part, "full_name")
    pasted("Loïc")
    assert field.text() == "Loïc"
    assert "Ctrl+Shift+V" in hint(counter)
    combined(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    assert field.text() == "Lọc"


def test_lost_letters_are_told(counter: Counter) -> None:
    typing_into(counter.intake.form.applicant, "full_name")
    pasted("Nguy?n V?n M?u")
    assert "mất dấu" in hint(counter)


def test_the_note_and_the_search_line_are_watched_too(counter: Counter) -> None:
    form = counter.intake.form
    form.note.setFocus()
    pasted("C«ng d©n cÇn gÊp")
    assert form.note.toPlainText() == "Công dân cần gấp"
    combined(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.note.toPlainText() == "C«ng d©n cÇn gÊp"
    form.applicant.search.setFocus()
    pasted("NguyÔn V¨n MÉu")
    assert form.applicant.search.text() == "Nguyễn Văn Mẫu"


def test_plain_text_is_left_in_peace(counter: Counter) -> None:
    field = typing_into(counter.intake.form.applicant, "full_name")
    pasted("Nguyễn Thị Thử")
    assert field.text() == "Nguyễn Thị Thử"
    assert hint(counter) == ""
