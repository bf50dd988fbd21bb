"""Stories of the intake page: several dossiers, missing papers, doubles, money, the guide, a table."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from desk_app.operations.bank import choose_account, paying
from desk_app.operations.drafts import load_drafts
from desk_app.operations.find import find, show
from desk_app.operations.waiting import waiting
from sync.model.dossier import Dossier
from sync.model.status import Status
from tests.ui.steps import BIRTH, CARD, OTHER_CARD, Counter, focus, press, scan, type_in

COPY, SINGLE = "2.000815", "1.004873"


def keys(counter: Counter, sequence: str) -> None:
    QTest.keySequence(counter.window, sequence)


def choose(counter: Counter, text: str) -> None:
    type_in(text)
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)


def received(counter: Counter, count: int) -> list[Dossier]:
    """All dossiers, in the order they were received."""
    desk = counter.running.desk
    assert desk is not None
    counter.until(lambda: len(find(desk, "")) == count)
    return [show(desk, row.id).dossier for row in reversed(find(desk, ""))]


def titles(counter: Counter) -> list[str]:
    with_text = []
    for _, pdf in counter.printed:
        with pypdfium2.PdfDocument(pdf) as document:
            with_text.append(document[0].get_textpage().get_text_range())
    names = ("GIẤY TIẾP NHẬN", "DANH SÁCH HỒ SƠ", "YÊU CẦU BỔ SUNG", "HƯỚNG DẪN THỦ TỤC")
    return [next(name for name in names if name in text) for text in with_text]


# ------------------------------------------------------------------------------------------- several at once


def test_three_dossiers_of_one_citizen_are_received_by_one_f9_with_their_slips_and_a_list(
    counter: Counter,
) -> None:
    scan(CARD)
    choose(counter, "dkks")
    keys(counter, "Ctrl+N")
    choose(counter, COPY)
    form = counter.intake.form
    form.fee.pages.setValue(3)
    form.return_by.put("post", "Thôn 9, Xã Ví Dụ")
    keys(counter, "Ctrl+N")
    choose(counter, "xac nhan tinh trang")
    form.note.setPlainText("của hồ sơ thứ ba")
    assert [one.procedure.code for one in form.matters.matters] == [BIRTH, COPY]
    press(Qt.Key.Key_F9)
    counter.until(lambda: len(counter.printed) == 4)
    dossiers = received(counter, 3)
    intakes = [one.intake for one in dossiers if one.intake]
    assert [one.procedure.code for one in intakes] == [BIRTH, COPY, SINGLE]
    assert {one.applicant.id_number for one in intakes} == {"990099000001"}
    assert [one.fee for one in intakes] == [0, 5000, 0]
    assert [one.return_to for one in intakes] == ["", "Thôn 9, Xã Ví Dụ", ""]
    assert [one.note for one in intakes] == ["", "", "của hồ sơ thứ ba"]
    assert sorted(titles(counter)) == ["DANH SÁCH HỒ SƠ", *["GIẤY TIẾP NHẬN"] * 3]
    assert "3 hồ sơ" in counter.intake.said.text()
    assert form.untouched


def test_one_set_aside_is_typed_on_and_another_left_out(counter: Counter) -> None:
    scan(CARD)
    choose(counter, "dkks")
    keys(counter, "Ctrl+N")
    choose(counter, COPY)
    form = counter.intake.form
    form.fee.pages.setValue(7)
    form.several.open(0)
    assert form.procedure.procedure is not None
    assert form.procedure.procedure.code == BIRTH
    form.matters.dropped.emit(0)
    form.several.open(0) if form.matters.matters else None
    press(Qt.Key.Key_F9)
    [dossier] = received(counter, 1)
    assert dossier.intake is not None
    assert dossier.intake.procedure.code == BIRTH


def test_what_is_wrong_in_one_set_aside_brings_it_back(counter: Counter) -> None:
    desk = counter.running.desk
    assert desk is not None
    unknown = next(one for one in desk.catalogue if not one.limit and not one.cases)
    scan(CARD)
    form = counter.intake.form
    counter.until(lambda: not form.applicant.empty)
    form.procedure.put(unknown)
    keys(counter, "Ctrl+N")
    choose(counter, "dkks")
    press(Qt.Key.Key_F9)
    counter.until(lambda: not form.due.mistake.isHidden())
    assert form.procedure.procedure == unknown
    assert [one.procedure.code for one in form.matters.matters] == [BIRTH]
    assert find(desk, "") == []


def test_papers_put_and_taken_back_within_one_turn_leave_the_keys_where_they_are(counter: Counter) -> None:
    """A row nobody wants any more would come up as a window of its own, which fails any test."""
    form, desk = counter.intake.form, counter.running.desk
    assert desk is not None
    form.procedure.put(next(one for one in desk.catalogue if one.papers))
    keys(counter, "Ctrl+N")
    counter.qtbot.wait(50)
    assert len(form.matters.matters) == 1
    assert form.procedure.search.hasFocus()


# --------------------------------------------------------------------------------------------- doubles, more


def test_the_same_matter_is_a_calm_line_with_a_key_and_stops_nothing(counter: Counter) -> None:
    form, before = counter.intake.form, ""
    for _ in range(2):
        scan(CARD)
        choose(counter, "dkks")
        counter.until(counter.intake.side_due.text)
        before = form.alike.text()
        press(Qt.Key.Key_F9)
        counter.until(lambda: form.untouched)
    first, second = received(counter, 2)
    assert first.number in before
    assert "23/11/2026" in before
    assert second.number != first.number
    scan(CARD)
    choose(counter, "dkks")
    counter.until(form.open_alike.isVisible)
    keys(counter, "Ctrl+G")
    counter.until(counter.finding.dossier.isVisible)


def test_the_guide_is_one_key_away_and_printed_for_the_citizen(counter: Counter) -> None:
    choose(counter, "dkks")
    keys(counter, "Ctrl+H")
    assert not counter.intake.panes.on_form
    keys(counter, "Ctrl+P")
    counter.until(lambda: counter.printed)
    assert titles(counter) == ["HƯỚNG DẪN THỦ TỤC"]
    keys(counter, "Esc")
    assert counter.intake.panes.on_form
    assert counter.intake.form.applicant.search.hasFocus()


def test_a_due_date_on_a_rest_day_is_a_warning_only(counter: Counter) -> None:
    desk = counter.running.desk
    assert desk is not None
    unknown = next(one for one in desk.catalogue if not one.limit and not one.cases)
    scan(CARD)
    form = counter.intake.form
    form.procedure.put(unknown)
    form.due.day.setText("29/11/2026")
    form.due.reason.setText("Chờ xác minh")
    counter.until(lambda: "ngày nghỉ" in form.cautions.text())
    press(Qt.Key.Key_F9)
    received(counter, 1)


def test_a_dossier_from_the_portal_keeps_its_own_time_and_number(counter: Counter) -> None:
    scan(CARD)
    choose(counter, "dkks")
    keys(counter, "Ctrl+L")
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    form = counter.intake.form
    press(Qt.Key.Key_Tab)
    scan("G22.99.01-251120-0007")  # keyed in or scanned: it stays in its field
    assert form.channel.number.text() == "G22.99.01-251120-0007"
    press(Qt.Key.Key_Tab)
    type_in("32/11/2026")
    press(Qt.Key.Key_F9)
    counter.until(lambda: not form.channel.mistake.isHidden())
    form.channel.day.setText("20/11/2026")
    form.channel.clock.setText("21:40")
    press(Qt.Key.Key_F9)
    [dossier] = received(counter, 1)
    intake = dossier.intake
    assert intake is not None
    assert (intake.channel, intake.portal_number) == ("online", "G22.99.01-251120-0007")
    assert f"{intake.portal_at:%H:%M %d/%m/%Y}" == "21:40 20/11/2026"


# -------------------------------------------------------------------------------------------- missing papers


def put_away(counter: Counter) -> None:
    scan(CARD)
    choose(counter, "dkks")
    form = counter.intake.form
    form.note.setPlainText("đã dặn")
    tick = form.papers.first_missing
    assert tick is None
    form.papers._rows[0].tick.setChecked(False)
    assert form.papers.missing() == ("Tờ khai đăng ký khai sinh",)
    keys(counter, "Ctrl+B")
    counter.until(counter.intake.waiting.link.isVisible)


def test_a_missing_paper_prints_mau_02_and_the_draft_waits_across_restarts(
    office: Path, opened: Callable[..., Counter]
) -> None:
    first = opened(office).ready()
    put_away(first)
    first.until(lambda: first.printed)
    assert titles(first) == ["YÊU CẦU BỔ SUNG"]
    assert first.intake.waiting.link.text() == "Nháp chờ bổ sung (1)"
    assert first.intake.form.untouched
    first.close()
    second = opened(office).ready()
    second.until(second.intake.waiting.link.isVisible)
    keys(second, "Ctrl+D")
    pane = second.intake.panes.front
    scan(CARD)
    second.until(lambda: pane.list.count() == 1)
    second.until(lambda: pane.search.text() == "990099000001")
    pane.search.setFocus()
    press(Qt.Key.Key_Return)
    second.until(lambda: second.intake.panes.on_form)
    form = second.intake.form
    assert form.note.toPlainText() == "đã dặn"
    assert focus() is form.papers.first_missing
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_F9)
    [dossier] = received(second, 1)
    assert dossier.intake is not None
    assert len(dossier.intake.papers) == 2
    second.until(lambda: not second.intake.waiting.link.isVisible())
    desk = second.running.desk
    assert desk is not None
    assert load_drafts(desk) == []


def test_what_stands_on_the_page_waits_when_another_draft_is_opened(counter: Counter) -> None:
    put_away(counter)
    scan(OTHER_CARD)
    keys(counter, "Ctrl+D")
    pane = counter.intake.panes.front
    counter.until(lambda: pane.list.count() == 1)
    press(Qt.Key.Key_Return)
    counter.until(lambda: counter.intake.panes.on_form)
    desk = counter.running.desk
    assert desk is not None
    counter.until(lambda: len(waiting(desk)) == 2)
    assert counter.intake.form.applicant.person().full_name == "Nguyễn Văn Mẫu"
    assert {one.name for one in waiting(desk)} == {"Nguyễn Văn Mẫu", "Trần Thị Thử"}


def test_a_waiting_draft_is_given_up_by_two_presses_only(counter: Counter) -> None:
    put_away(counter)
    keys(counter, "Ctrl+D")
    pane = counter.intake.panes.front
    counter.until(lambda: pane.list.count() == 1)
    pane.drop.click()
    assert "lần nữa" in pane.drop.text()
    pane.drop.click()
    counter.until(lambda: pane.list.count() == 0)


# -------------------------------------------------------------------------------------------------- settling


def copies(counter: Counter) -> None:
    scan(CARD)
    choose(counter, COPY)
    counter.intake.form.fee.pages.setValue(3)
    counter.until(lambda: counter.intake.look.fee == 5000)


def test_an_on_the_spot_procedure_is_received_and_returned_in_one_step(counter: Counter) -> None:
    copies(counter)
    assert counter.intake.at_once.isVisible()
    keys(counter, "Shift+F9")
    [dossier] = received(counter, 1)
    assert dossier.status is Status.RETURNED


def test_a_procedure_with_a_limit_is_not_returned_at_once(counter: Counter) -> None:
    scan(CARD)
    choose(counter, "xac nhan tinh trang")
    assert not counter.intake.at_once.isVisible()
    keys(counter, "Shift+F9")
    assert "không trả ngay" in counter.intake.said.text()
    assert not counter.intake.form.untouched


def test_the_fee_is_a_sum_with_its_reckoning(counter: Counter) -> None:
    copies(counter)
    counter.intake.form.fee.copies.setValue(2)
    said = counter.intake.form.fee.reckoning
    counter.until(lambda: "= 10.000 đ" in said.text())
    assert "(2 trang × 2.000 đ + 1 trang × 1.000 đ) × 2 bản" in said.text()


def test_cash_is_recorded_with_the_reception(counter: Counter) -> None:
    copies(counter)
    keys(counter, "Ctrl+T")
    press(Qt.Key.Key_F9)
    counter.until(lambda: "đã thu 5.000 đ" in counter.intake.said.text())
    [dossier] = received(counter, 1)
    assert [(one.amount, one.way) for one in dossier.payments] == [(5000, "cash")]


def test_a_transfer_nobody_saw_is_not_taken_for_paid(counter: Counter) -> None:
    copies(counter)
    keys(counter, "Ctrl+T")
    form = counter.intake.form
    form.pay.buttons["transfer"].setChecked(True)
    press(Qt.Key.Key_F9)
    counter.until(lambda: not form.pay.mistake.isHidden())
    assert focus() is form.pay.seen
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_F9)
    [dossier] = received(counter, 1)
    assert [(one.amount, one.way) for one in dossier.payments] == [(5000, "transfer")]


def test_a_vietqr_code_with_the_number_is_shown_until_the_money_is_seen(counter: Counter) -> None:
    desk = counter.running.desk
    assert desk is not None
    choose_account(desk, "970436", "0011001234567", "UBND xã Ví Dụ")
    copies(counter)
    keys(counter, "Ctrl+T")
    counter.intake.form.pay.buttons["vietqr"].setChecked(True)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.intake.panes.paying)
    [dossier] = received(counter, 1)
    assert dossier.payments == ()
    code = counter.intake.panes.front.code.text
    assert dossier.number.replace(".", "").replace("-", "") in code
    assert "54045000" in code
    press(Qt.Key.Key_Space)
    counter.until(lambda: "VietQR" in counter.intake.said.text())
    [dossier] = received(counter, 1)
    assert [(one.amount, one.way) for one in dossier.payments] == [(5000, "vietqr")]
    assert counter.intake.form.procedure.search.hasFocus()


def test_a_code_that_is_not_paid_by_leaves_the_fee_unpaid(counter: Counter) -> None:
    desk = counter.running.desk
    assert desk is not None
    choose_account(desk, "970436", "0011001234567", "UBND xã Ví Dụ")
    copies(counter)
    keys(counter, "Ctrl+T")
    counter.intake.form.pay.buttons["vietqr"].setChecked(True)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.intake.panes.paying)
    keys(counter, "Esc")
    assert "Chưa thu phí" in counter.intake.said.text()
    [dossier] = received(counter, 1)
    assert dossier.payments == ()


# --------------------------------------------------------------------------------------------------- a table


def test_a_table_is_looked_at_row_by_row_before_f9_receives_it(counter: Counter, tmp_path: Path) -> None:
    file = tmp_path / "hồ sơ.csv"
    file.write_text(
        "Thủ tục;Họ và tên;CCCD\n1.004873;Trần Văn Ba;990099000011\n9.9;=A1;1\n", encoding="utf-8"
    )
    keys(counter, "Ctrl+I")
    pane = counter.intake.panes.front
    pane.choose.click()
    [dialog] = pane.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.reject()
    counter.window.activateWindow()
    counter.until(counter.window.isActiveWindow)
    counter.until(lambda: pane.rows.rowCount() == 2)
    desk = counter.running.desk
    assert desk is not None
    assert find(desk, "") == []
    said = [pane.rows.item(row, 3).text() for row in range(2)]
    assert said[0] == "Đúng"
    assert "công thức" in said[1]
    press(Qt.Key.Key_F9)
    [dossier] = received(counter, 1)
    counter.until(lambda: dossier.number in pane.rows.item(0, 3).text())
    press(Qt.Key.Key_F9)
    counter.qtbot.wait(50)
    assert len(find(desk, "")) == 1, "F9 twice receives once"
    pane.print.click()
    counter.until(lambda: counter.printed)


# ------------------------------------------------------------------------------------------------ keystrokes


def test_a_new_citizen_without_a_card_takes_at_most_forty_keys_beside_name_and_address(
    counter: Counter,
) -> None:
    pressed = 0

    def typed(text: str) -> None:
        nonlocal pressed
        type_in(text)
        pressed += len(text)

    def key(which: Qt.Key) -> None:
        nonlocal pressed
        press(which)
        pressed += 1

    typed("dkks")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    key(Qt.Key.Key_Return)
    type_in("Đỗ Thị Hạnh")
    key(Qt.Key.Key_Return)
    typed("990199000123")
    key(Qt.Key.Key_Tab)
    typed("03021999")
    key(Qt.Key.Key_Tab)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Down)
    key(Qt.Key.Key_Tab)
    type_in("Thôn Đoài, xã Ví Dụ")
    key(Qt.Key.Key_F9)
    [dossier] = received(counter, 1)
    assert dossier.intake is not None
    assert dossier.intake.applicant.address == "Thôn Đoài, xã Ví Dụ"
    assert pressed <= 40


def test_a_returning_citizen_with_a_card_paying_cash_takes_at_most_twelve(counter: Counter) -> None:
    scan(CARD)
    choose(counter, "ctbs")
    counter.intake.form.fee.pages.setFocus()
    press(Qt.Key.Key_Up)
    counter.until(lambda: counter.intake.look.fee > 0)
    keys(counter, "Ctrl+T")
    press(Qt.Key.Key_F9)
    [dossier] = received(counter, 1)
    assert dossier.payments
    assert 1 + 4 + 1 + 1 + 1 + 1 <= 12


def test_the_account_is_set_in_settings_and_its_mistakes_are_told(counter: Counter) -> None:
    counter.go(Qt.Key.Key_F10)
    page = counter.window.page("F10")
    section = page.section("Nhận tiền")  # type: ignore[attr-defined]
    counter.until(lambda: "Chưa có tài khoản" in section.said.text())
    section.account.setText("12-3")
    section.save.click()
    counter.until(lambda: "Số tài khoản" in section.said.text())
    section.bank.setCurrentIndex(section.bank.findData("970436"))
    section.account.setText("0011001234567")
    section.holder.setText("UBND xã Ví Dụ")
    section.save.click()
    counter.until(lambda: "Đã lưu" in section.said.text())
    desk = counter.running.desk
    assert desk is not None
    account = paying(desk).account
    assert account is not None
    assert (account.bank, account.account) == ("970436", "0011001234567")
