"""Every act of a commune done by keyboard from the dossier's page; mistakes, due times and papers with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk_app.operations.acting import act_on
from desk_app.ui.correction_matter import ProcedureBox
from desk_app.ui.parts import Words
from sync.model.status import Status
from sync.model.words import moment_on_screen
from tests.patience import WAIT
from tests.ui.following import (
    FIRST,
    acted,
    ask_for,
    chord,
    do,
    now,
    opened_page,
    received,
    words,
    write,
)
from tests.ui.steps import BIRTH, NINE_FIFTEEN, Counter, focus, press, type_in

Open = Callable[..., Counter]
TAB = Qt.Key.Key_Tab


def begun(opened: Open, office: Path, *acts: tuple[str, dict[str, object]]) -> Counter:
    """A window on an office with one dossier, on which these acts were done before."""
    received(office)
    for name, given in acts:
        acted(office, name, given)
    return opened(office).ready()


def answer(*texts: str) -> None:
    """Types into one field after the other, Tab between them; an empty text leaves a field as it is."""
    for at, text in enumerate(texts):
        if at:
            press(TAB)
        if text:
            write(text)


@pytest.mark.parametrize(
    ("before", "name", "texts", "status", "said", "paper"),
    [
        ((), "ban giao", ("Tư pháp – hộ tịch", "Lê Thị Hai"), Status.PROCESSING, "Lê Thị Hai", "0001"),
        ((), "chuyen len", (), Status.PROCESSING, "Chuyển hồ sơ đến Cấp trên", "0001"),
        ((), "yeu cau bo sung", ("Bản án ly hôn",), Status.SUPPLEMENT, "Bản án ly hôn", "0001"),
        ((), "yeu cau nop phi", ("30.000", "Lệ phí"), Status.FEE_DUE, "30.000 đ", ""),
        ((), "dung giai quyet", ("Không còn đối tượng",), Status.STOPPED, "Không còn đối tượng", "0001"),
        ((), "rut ho so", ("Công dân đổi ý",), Status.WITHDRAWN, "Công dân đổi ý", ""),
        ((), "tu choi", ("Không thuộc thẩm quyền",), Status.DONE, "Từ chối giải quyết", "0001"),
        ((), "xin loi", ("Chờ xác minh",), Status.RECEIVED, "Đã hẹn lại", "0001"),
        ((), "nhan ket qua", ("15/UBND",), Status.DONE, "số 15/UBND", ""),
        ((), "da co ket qua", ("Giấy xác nhận",), Status.DONE, "Giấy xác nhận", ""),
        ((), "ghi chu", ("Công dân hẹn chiều",), Status.RECEIVED, "Công dân hẹn chiều", ""),
        ((), "ghi noi de", ("Tủ 2, ngăn 3",), Status.RECEIVED, "Tủ 2, ngăn 3", ""),
        ((), "goi dien", (), Status.RECEIVED, "Nguyễn Thị 1 0900000001 – đã báo", ""),
        ((), "thu phi", ("8.000",), Status.RECEIVED, "8.000 đ, tiền mặt", ""),
        ((), "dinh chinh", ("Ghi sai tên", "", "Nguyễn Thị Mốt"), Status.RECEIVED, "Nguyễn Thị Mốt", "0001"),
        ((), "huy tiep nhan", ("Nhập trùng",), Status.RECEIVED, "Đã hủy tiếp nhận", ""),
        ((("finish", {"result": "Giấy"}),), "chuyen lai", ("Sai tên",), Status.PROCESSING, "Sai tên", ""),
        ((("supplement", {"items": ["Bản án"]}),), "nhan bo sung", (), Status.RECEIVED, "bổ sung", "0001"),
        ((("fee", {"amount": 30_000}),), "thu phi", (), Status.PROCESSING, "30.000 đ, tiền mặt", ""),
        ((("handover", {"to": "Tư pháp"}),), "hoan tac", ("", "Bấm nhầm"), Status.RECEIVED, "Bấm nhầm", ""),
    ],
)
def test_each_act_is_done_by_keys_alone_and_is_in_the_history_at_once(
    opened: Open,
    office: Path,
    before: tuple[tuple[str, dict[str, object]], ...],
    name: str,
    texts: tuple[str, ...],
    status: Status,
    said: str,
    paper: str,
) -> None:
    counter = begun(opened, office, *before)
    page = opened_page(counter)
    ask_for(counter, page.pane, name)
    answer(*texts)
    do(counter, page)
    assert now(counter).status is status
    counter.until(lambda: said in words(page))
    counter.until(page.acts.hasFocus)
    if paper:
        counter.until(lambda: counter.printed)
        assert counter.printed[0][1].startswith(b"%PDF")
    else:
        assert counter.printed == []


def test_what_is_not_possible_now_says_why_in_one_sentence(opened: Open, office: Path) -> None:
    counter = begun(opened, office, ("supplement", {"items": ["Bản án"]}))
    page = opened_page(counter)
    ask_for(counter, page.pane, "yeu cau bo sung")
    assert page.pane.said.text() == "Hồ sơ đã được yêu cầu bổ sung một lần."
    assert "– Hồ sơ đã được yêu cầu bổ sung một lần." in page.pane.list.words("supplement")
    assert not page.pane.form.isVisible()


def test_possible_acts_come_first_and_a_part_of_the_name_finds_one(opened: Open, office: Path) -> None:
    counter = begun(opened, office)
    page = opened_page(counter)
    chord(Qt.Key.Key_M)
    counter.until(page.pane.list.search.hasFocus)
    names = page.pane.list.names
    assert names.index("handover") < names.index("supplemented")
    type_in("xin loi")
    assert page.pane.list.names == ["apology"]


def test_mistakes_stand_beside_their_fields_all_at_once_with_the_cursor_on_the_first(
    opened: Open, office: Path
) -> None:
    counter = begun(opened, office)
    page = opened_page(counter)
    ask_for(counter, page.pane, "thu phi")
    answer("tám nghìn")
    press(TAB)
    press(Qt.Key.Key_Down)
    chord(Qt.Key.Key_Return)
    boxes = {box.field.name: box for box in page.pane.form.boxes}
    assert boxes["amount"].mistake.text() == "✕ Ghi số tiền bằng chữ số, ví dụ 20000."
    assert focus() is boxes["amount"].editor
    write("8000")
    assert not boxes["amount"].mistake.isVisible()
    chord(Qt.Key.Key_Return)
    counter.until(boxes["proof"].mistake.isVisible)
    assert focus() is boxes["proof"].editor
    assert now(counter).payments == ()


def test_two_empty_fields_are_both_told(opened: Open, office: Path) -> None:
    counter = begun(opened, office)
    page = opened_page(counter)
    ask_for(counter, page.pane, "xin loi")
    chord(Qt.Key.Key_Return)
    assert page.pane.form.boxes[0].mistake.text() == "✕ Cần ghi lý do chậm trả kết quả."
    ask = page.pane.form
    press(Qt.Key.Key_Escape)
    counter.until(page.pane.list.search.hasFocus)
    type_in("dinh chinh")
    press(Qt.Key.Key_Return)
    counter.until(lambda: ask.boxes and ask.boxes[0].editor.hasFocus())
    press(TAB)
    type_in("không có thủ tục này")
    chord(Qt.Key.Key_Return)
    assert [box.field.name for box in ask.boxes if box.mistake.isVisible()] == ["reason", "changes.procedure"]
    assert focus() is ask.boxes[0].editor


def test_an_apology_shows_its_new_date_before_it_is_made(opened: Open, office: Path) -> None:
    counter = begun(opened, office)
    page = opened_page(counter)
    ask_for(counter, page.pane, "xin loi")
    foreseen = page.pane.form.foreseen
    counter.until(lambda: "02/12/2026" in foreseen.text())  # 27/11 and three working days more
    answer("Chờ xác minh", "5")
    counter.until(lambda: "04/12/2026" in foreseen.text())
    assert now(counter).renewed is None
    do(counter, page)
    due = now(counter).due_at
    assert due is not None
    assert moment_on_screen(due) in page.said.text()


def test_a_late_apology_is_told_to_be_late_before_it_is_made(opened: Open, office: Path) -> None:
    received(office)
    counter = opened(office)
    counter.now = NINE_FIFTEEN + timedelta(days=4)
    page = opened_page(counter.ready())
    assert "Hôm nay đến hạn" in page.due.text()
    ask_for(counter, page.pane, "xin loi")
    counter.until(lambda: "muộn hơn quy định" in page.pane.form.foreseen.text())


def test_a_supplement_received_shows_the_new_due_time_before_it_is_confirmed(
    opened: Open, office: Path
) -> None:
    received(office)
    acted(office, "supplement", {"items": ["Bản án"]})
    counter = opened(office)
    counter.now = NINE_FIFTEEN + timedelta(days=2)
    page = opened_page(counter.ready())
    assert page.due.text().startswith("Ⅱ Tạm dừng")
    ask_for(counter, page.pane, "nhan bo sung")
    foreseen = page.pane.form.foreseen
    counter.until(lambda: "30/11/2026" in foreseen.text())  # three working days from 25/11
    press(Qt.Key.Key_Down)  # 27/11 and the one working day waited
    counter.until(lambda: "30/11/2026" in foreseen.text() and page.pane.form.given() == {"rule": "EXTEND"})
    assert now(counter).status is Status.SUPPLEMENT


def test_enter_in_a_line_does_the_act_and_in_several_lines_begins_another(opened: Open, office: Path) -> None:
    counter = begun(opened, office)
    page = opened_page(counter)
    ask_for(counter, page.pane, "yeu cau bo sung")
    type_in("Bản án")
    press(Qt.Key.Key_Return)
    type_in("Giấy khai sinh")
    press(TAB)
    type_in("Thiếu giấy tờ")
    press(Qt.Key.Key_Return)
    counter.until(lambda: page.said.text().startswith("✓"))
    assert now(counter).history[-1].details["items"] == ["Bản án", "Giấy khai sinh"]


def test_the_paper_of_an_act_is_not_printed_where_its_tick_is_taken_away(opened: Open, office: Path) -> None:
    counter = begun(opened, office)
    page = opened_page(counter)
    ask_for(counter, page.pane, "xin loi")
    answer("Chờ xác minh", "")
    press(TAB)
    assert focus() is page.pane.form.papers["apology"]
    press(Qt.Key.Key_Space)
    do(counter, page)
    assert "Đang in" not in page.said.text()
    counter.qtbot.wait(50)
    assert counter.printed == []


def test_a_correction_of_the_procedure_reissues_the_slip_and_says_the_old_one_is_void(
    opened: Open, office: Path
) -> None:
    counter = begun(opened, office)
    page = opened_page(counter)
    ask_for(counter, page.pane, "dinh chinh")
    type_in("Chọn nhầm thủ tục")
    press(TAB)
    write("dkks")
    box = page.pane.form.boxes[1]
    assert isinstance(box, ProcedureBox)
    counter.until(lambda: box.line.open)
    press(Qt.Key.Key_Return)
    counter.until(lambda: "23/11/2026" in page.pane.form.foreseen.text())  # within the day
    do(counter, page)
    after = now(counter)
    assert after.intake is not None
    assert (after.issue, after.intake.procedure.code, after.number) == (1, BIRTH, FIRST)
    counter.until(lambda: "các phiếu trước không còn giá trị" in words(page))
    counter.until(lambda: counter.printed)


def test_what_was_not_touched_is_not_corrected(opened: Open, office: Path) -> None:
    counter = begun(opened, office)
    page = opened_page(counter)
    before = now(counter).intake
    ask_for(counter, page.pane, "dinh chinh")
    type_in("Phiếu bị rách")
    assert page.pane.form.given() == {"reason": "Phiếu bị rách"}
    do(counter, page)
    assert now(counter).intake == before


def test_ctrl_z_takes_back_the_last_act_with_a_reason_and_strikes_it_through(
    opened: Open, office: Path
) -> None:
    counter = begun(opened, office, ("locate", {"place": "Tủ 1"}), ("handover", {"to": "Tư pháp"}))
    page = opened_page(counter)
    chord(Qt.Key.Key_Z)
    form = page.pane.form
    counter.until(lambda: form.isAncestorOf(focus()))
    choices = [words_ for _value, words_ in form.boxes[0].field.choices]
    assert ["Tư pháp" in choices[0], "Tủ 1" in choices[1]] == [True, True]
    answer("", "Bấm nhầm hồ sơ")
    do(counter, page)
    assert now(counter).status is Status.RECEIVED
    counter.until(
        lambda: any("Tư pháp" in one.text() and one.font().strikeOut() for one in page.findChildren(Words))
    )


def test_an_act_of_another_hand_while_one_types_leaves_what_is_typed(opened: Open, office: Path) -> None:
    counter = begun(opened, office)
    page = opened_page(counter)
    ask_for(counter, page.pane, "ghi chu")
    type_in("Đang gõ dở")
    desk, session = counter.running.desk, counter.running.session
    assert desk is not None
    assert session is not None
    officer = session.counter.officer
    counter.running.lanes.write(lambda: act_on(desk, FIRST, "locate", {"place": "Tủ 9"}, officer))
    counter.until(lambda: "Tủ 9" in words(page))
    assert page.pane.form.given() == {"text": "Đang gõ dở"}
    assert page.pane.form.isAncestorOf(focus())


def test_an_act_that_became_impossible_meanwhile_is_refused_in_words(opened: Open, office: Path) -> None:
    counter = begun(opened, office)
    page = opened_page(counter)
    ask_for(counter, page.pane, "yeu cau nop phi")
    answer("5000")
    desk, session = counter.running.desk, counter.running.session
    assert desk is not None
    assert session is not None
    act_on(desk, FIRST, "stop", {"reason": "Quầy khác đã dừng"}, session.counter.officer)
    chord(Qt.Key.Key_Return)
    counter.until(page.pane.form.mistake.isVisible)
    assert page.pane.form.do.isEnabled()
    assert now(counter).status is Status.STOPPED


def test_escape_goes_back_one_step_at_a_time(opened: Open, office: Path) -> None:
    counter = begun(opened, office)
    page = opened_page(counter)
    ask_for(counter, page.pane, "ghi chu")
    press(Qt.Key.Key_Escape)
    counter.until(page.pane.list.search.hasFocus)
    press(Qt.Key.Key_Escape)
    assert not page.pane.isVisible()
    assert page.acts.hasFocus()
    press(Qt.Key.Key_Escape)
    assert counter.finding.list.isVisible()


def test_giving_the_result_out_is_asked_of_its_own_page(qtbot: QtBot, opened: Open, office: Path) -> None:
    counter = begun(opened, office, ("finish", {"result": "Giấy"}))
    page = opened_page(counter)
    with qtbot.waitSignal(counter.finding.return_wanted, timeout=WAIT) as wanted:
        ask_for_return(counter)
    assert wanted.args == [page.dossier_id]
    assert not page.pane.isVisible()


def ask_for_return(counter: Counter) -> None:
    chord(Qt.Key.Key_M)
    counter.until(counter.finding.dossier.pane.list.search.hasFocus)
    type_in("tra ket qua")
    press(Qt.Key.Key_Return)


def test_under_a_doubtful_date_the_act_waits_for_the_officer_to_confirm_it(
    opened: Open, office: Path
) -> None:
    received(office)
    counter = opened(office)
    counter.now = NINE_FIFTEEN + timedelta(days=40)
    page = opened_page(counter.ready())
    ask_for(counter, page.pane, "ghi chu")
    type_in("Sau kỳ nghỉ")
    chord(Qt.Key.Key_Return)
    confirm = page.pane.form.date_is_right
    counter.until(confirm.isVisible)
    assert now(counter).history[-1].act == "received"
    confirm.setFocus()
    press(Qt.Key.Key_Space)
    counter.until(lambda: page.said.text().startswith("✓"))
    assert now(counter).history[-1].text == "Ghi chú: Sau kỳ nghỉ"


def test_another_page_opens_an_act_s_form_at_once_or_hears_why_not(opened: Open, office: Path) -> None:
    counter = begun(opened, office)
    dossier = now(counter).id
    press(Qt.Key.Key_F3)
    counter.finding.open_act(dossier, "apology")
    form = counter.finding.dossier.pane.form
    counter.until(lambda: form.isVisible() and form.boxes[0].editor.hasFocus())
    assert form.name == "apology"
    press(Qt.Key.Key_Escape)
    assert not counter.finding.dossier.pane.isVisible()
    counter.finding.open_act(dossier, "supplemented")
    counter.until(lambda: "Được tiếp nhận" in counter.finding.dossier.said.text())
    assert not counter.finding.dossier.pane.isVisible()
