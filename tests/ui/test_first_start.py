"""A first day: an empty folder becomes a desk by keyboard, and a power cut on the way loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from desk_app.operations.backup import back_up, choose_place
from desk_app.operations.backup_key import make_code
from desk_app.operations.desk import open_desk
from desk_app.operations.find import find
from desk_app.operations.first_start import ENROL, is_first_start, read_answers
from desk_app.operations.mirror import catch_up, choose_mirror
from desk_app.operations.receive import receive
from desk_app.ui.first_start import FirstStart
from desk_app.ui.suggest import SuggestLine
from sync.center.units.invitations import invite
from tests.offices import request
from tests.ui.centers import WiredCenter
from tests.ui.films import card_pdf
from tests.ui.steps import CARD, NINE_FIFTEEN, UNIT, Counter, focus, press, scan, type_in

NAME = "Ủy ban nhân dân xã Ví Dụ"
Opened = Callable[..., Counter]


class Hands:
    """An officer's hands at the first start, counting the keys that are no typed facts."""

    def __init__(self, counter: Counter) -> None:
        self.counter = counter
        self.keys = 0
        counter.until(lambda: counter.running._first is not None)
        counter.until(lambda: self.page.isVisible() and self.page.answers.page)

    @property
    def page(self) -> FirstStart:
        first = self.counter.running._first
        assert first is not None
        return first

    @property
    def asked(self) -> str:
        return self.page.answers.page

    def at(self, page: str) -> None:
        self.counter.until(lambda: self.asked == page and not self.page._busy)

    def press(self, key: Qt.Key) -> None:
        self.keys += 1
        press(key)

    def enter(self, until: str = "") -> None:
        self.press(Qt.Key.Key_Return)
        if until:
            self.at(until)

    def line(self) -> QLineEdit:
        line = focus()
        assert isinstance(line, QLineEdit)
        return line

    def answer_alone(self) -> None:
        """To the officer's name, which is typed and not yet sent."""
        self.at("way")
        self.enter("name")
        type_in(NAME)
        self.enter("code")
        type_in(UNIT.lower())
        self.enter("desk")
        self.enter("office")
        assert self.line().text() == "Ví Dụ", "the place follows from the name"
        for _ in range(3):
            self.enter()
        self.at("officers")
        type_in("Trần Thị Thử")


def test_a_first_day_from_an_empty_folder_to_a_dossier_found_again(tmp_path: Path, opened: Opened) -> None:
    counter = opened(tmp_path / "desk")
    hands = Hands(counter)
    hands.answer_alone()
    hands.enter("printer")
    hands.enter("scanner")
    hands.enter("slip")
    counter.until(lambda: [title for title, _ in counter.printed] == ["Phiếu thử (MẪU)"])
    hands.enter()
    assert hands.keys <= 12, "twelve keys beside the typed facts: well under three minutes"
    counter.ready()
    assert not is_first_start(tmp_path / "desk")
    assert counter.window.status.officer.text() == f"Trần Thị Thử · {NAME}"
    type_in("khai sinh")
    counter.until(lambda: counter.intake.form.procedure.search.rows)
    press(Qt.Key.Key_Return)
    scan(CARD)
    counter.until(lambda: counter.intake.form.applicant.person().full_name == "Nguyễn Văn Mẫu")
    counter.go(Qt.Key.Key_F9)
    counter.until(lambda: len(counter.printed) == 2)
    title, _pdf = counter.printed[-1]
    assert f"{UNIT}-261123-0001" in title
    counter.go(Qt.Key.Key_F3)
    counter.until(counter.finding.search.hasFocus)
    type_in("nguyen van mau")
    counter.until(lambda: counter.finding.count.text().startswith("1 "))
    counter.close()
    assert open_desk(tmp_path / "desk", lambda: NINE_FIFTEEN).settings.unit == UNIT


@pytest.mark.parametrize("cut", ["name", "code", "officers", "printer", "slip"])
def test_a_power_cut_at_any_question_loses_nothing_that_was_asked(
    cut: str, tmp_path: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "desk"
    first = opened(data)
    hands = Hands(first)
    if cut in ("name", "code"):
        hands.at("way")
        hands.enter("name")
        type_in(NAME)
        if cut == "code":
            hands.enter("code")
            type_in("000.01")
    else:
        hands.answer_alone()
        for page in ("printer", "scanner", "slip")[: {"officers": 0, "printer": 1, "slip": 3}[cut]]:
            hands.enter(page)
    first.until(lambda: read_answers(data) == hands.page.answers)
    monkeypatch.setattr(hands.page, "keep_now", lambda: None)  # the power goes: nothing is said good-bye to
    kept = hands.page.answers
    first.close()
    second = Hands(opened(data))
    second.at(cut)
    assert second.page.answers == kept
    if cut == "name":
        assert second.line().text() == NAME
        second.enter("code")
    assert is_first_start(data)


def test_a_commune_is_picked_by_a_few_letters(tmp_path: Path, opened: Opened) -> None:
    hands = Hands(opened(tmp_path / "desk"))
    hands.at("way")
    hands.enter("name")
    type_in("hoan kiem")
    line = hands.page.step.lines[0]
    assert isinstance(line, SuggestLine)
    hands.counter.until(lambda: line.rows)
    hands.press(Qt.Key.Key_Down)
    hands.enter()
    assert line.text() == "Ủy ban nhân dân phường Hoàn Kiếm"
    hands.enter("code")
    assert hands.page.answers.upstream_title == "Ủy ban nhân dân thành phố Hà Nội"


def test_what_is_wrong_is_said_beside_the_field(tmp_path: Path, opened: Opened) -> None:
    hands = Hands(opened(tmp_path / "desk"))
    hands.at("way")
    hands.enter("name")
    hands.enter()
    assert hands.asked == "name"
    assert "Ghi tên đơn vị" in hands.page.step.wrongs[0].text()
    type_in(NAME)
    hands.enter("code")
    type_in("xa vi du")
    hands.enter()
    assert "không đúng kiểu" in hands.page.step.wrongs[0].text()
    assert focus() is hands.page.step.lines[0]
    QTest.keyClick(hands.page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    hands.at("name")
    assert hands.line().text() == NAME


@pytest.fixture
def wired(tmp_path: Path) -> WiredCenter:
    return WiredCenter(tmp_path / "center")


def to_the_invitation(hands: Hands) -> None:
    hands.at("way")
    press(Qt.Key.Key_Tab)
    hands.enter("officers")
    type_in("Trần Thị Thử")
    hands.enter("desk")
    hands.enter("office")
    for _ in range(3):
        hands.enter()
    hands.at("invitation")


def test_a_desk_is_enrolled_by_the_qr_of_its_invitation(
    tmp_path: Path, opened: Opened, wired: WiredCenter
) -> None:
    invitation = invite(wired.center, UNIT, "http://127.0.0.1:9", name=NAME).encode()
    (tmp_path / "thu-moi.pdf").write_bytes(card_pdf(invitation))
    counter = opened(tmp_path / "desk", post=wired.post)
    hands = Hands(counter)
    to_the_invitation(hands)
    type_in(invitation[:-3])
    hands.enter()
    assert "bị cắt mất" in hands.page.step.wrongs[0].text()
    hands.page.step.take_picture(str(tmp_path / "thu-moi.pdf"))  # type: ignore[attr-defined]
    hands.at("printer")
    assert hands.page.desk is not None
    settings = hands.page.desk.settings
    assert (settings.enrolled, settings.unit_name, settings.desk) == (True, NAME, 1)
    for page in ("scanner", "slip", ""):
        hands.enter(page)
    counter.ready()
    counter.close()
    wired.close()


def test_an_invitation_typed_by_a_scanner_needs_no_more_than_the_scan(
    tmp_path: Path, opened: Opened, wired: WiredCenter
) -> None:
    hands = Hands(opened(tmp_path / "desk", post=wired.post))
    to_the_invitation(hands)
    scan(invite(wired.center, UNIT, "http://127.0.0.1:9", name=NAME).encode())
    hands.at("printer")
    wired.close()


def test_a_center_out_of_reach_is_asked_again_with_the_same_invitation(
    tmp_path: Path, opened: Opened, wired: WiredCenter
) -> None:
    counter = opened(tmp_path / "desk", post=wired.post)
    hands = Hands(counter)
    to_the_invitation(hands)
    wired.cut = True
    scan(invite(wired.center, UNIT, "http://127.0.0.1:9", name=NAME).encode())
    counter.until(lambda: hands.page.step.wrongs and hands.page.step.wrongs[0].isVisible())
    assert "Chưa ghi danh được" in hands.page.step.wrongs[0].text()
    counter.close()
    wired.cut = False
    again = Hands(opened(tmp_path / "desk", post=wired.post))
    again.at("invitation")
    assert again.page.answers.way == ENROL
    again.enter("printer")
    wired.close()


def test_one_who_could_not_enrol_may_work_alone_after_all(
    tmp_path: Path, opened: Opened, wired: WiredCenter
) -> None:
    wired.cut = True
    counter = opened(tmp_path / "desk", post=wired.post)
    hands = Hands(counter)
    to_the_invitation(hands)
    scan(invite(wired.center, UNIT, "http://127.0.0.1:9", name=NAME).encode())
    counter.until(lambda: hands.page.step.wrongs and hands.page.step.wrongs[0].isVisible())
    for page in ("office", "desk", "officers", "way"):
        QTest.keyClick(hands.page, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        hands.at(page)
    QTest.keyClick(focus(), Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    hands.page.step.buttons[0].setFocus()  # type: ignore[attr-defined]
    hands.enter("name")
    type_in(NAME)
    hands.enter("code")
    type_in(UNIT)
    hands.enter("desk")
    hands.enter("office")
    for _ in range(3):
        hands.enter()
    hands.at("officers")
    hands.enter("printer")
    assert hands.page.desk is not None
    assert not hands.page.desk.settings.enrolled
    wired.close()


def test_an_empty_folder_becomes_the_desk_of_a_backup_completed_by_the_mirror(
    office: Path, tmp_path: Path, opened: Opened
) -> None:
    place = tmp_path / "volume"
    place.mkdir()
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    choose_place(desk, place)
    choose_mirror(desk, place)
    name = desk.settings.unit_name
    back_up(desk, place)
    receive(desk, [request()], desk.tables.officers()[0])
    catch_up(desk)
    desk.close()
    hands = Hands(opened(tmp_path / "new"))
    until, box = hands.counter.until, hands.page.restoring
    assert box is not None
    box.look(str(tmp_path))
    until(lambda: "Không có bản sao lưu nào" in box.said.text())
    assert hands.page.isVisible()
    box.look(str(place))
    until(lambda: box.copies.count() == 1)
    assert box.copies.item(0).text() == "09:15 23/11/2026 · 0 hồ sơ · 0 bản chụp"
    assert "Có sổ dự phòng" in box.said.text()
    assert box.code.isHidden()
    QTest.keyClick(box.copies, Qt.Key.Key_Return)
    until(lambda: not box.open.isHidden())
    assert "Đã khôi phục 0 hồ sơ từ bản 09:15 23/11/2026." in box.said.text()
    assert "Sổ dự phòng: 2 ghi nhận của 1 hồ sơ." in box.said.text()
    assert "quét mã QR trên phiếu" in box.said.text()
    assert not hands.page.forward.isEnabled()
    box.open.click()
    until(lambda: hands.counter.running.desk is not None)
    made = hands.counter.running.desk
    assert made is not None
    assert (made.settings.unit_name, len(find(made, ""))) == (name, 1)
    assert not is_first_start(tmp_path / "new")


def test_a_window_closed_before_the_restored_desk_was_opened_leaves_that_desk(
    office: Path, tmp_path: Path, opened: Opened
) -> None:
    place = tmp_path / "volume"
    place.mkdir()
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    choose_place(desk, place)
    back_up(desk, place)
    desk.close()
    hands = Hands(opened(tmp_path / "new"))
    box = hands.page.restoring
    assert box is not None
    box.look(str(place))
    hands.counter.until(lambda: box.copies.count() == 1)
    box.go.click()
    hands.counter.until(lambda: not box.open.isHidden())
    hands.counter.running.close()
    assert not is_first_start(tmp_path / "new")
    open_desk(tmp_path / "new", lambda: NINE_FIFTEEN).close()


def test_a_machine_without_the_key_asks_for_the_printed_code(
    office: Path, tmp_path: Path, opened: Opened, own_home: Path
) -> None:
    place = tmp_path / "volume"
    place.mkdir()
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    choose_place(desk, place)
    code = make_code(desk.paths)
    back_up(desk, place)
    desk.close()
    for one in [one for one in own_home.rglob("*") if one.is_file() and "desk-" in one.name]:
        one.unlink()
    hands = Hands(opened(tmp_path / "new"))
    box = hands.page.restoring
    assert box is not None
    box.look(str(place))
    hands.counter.until(lambda: not box.code.isHidden())
    assert not box.label.isHidden()
    box.code.setText("ABCD")
    QTest.keyClick(box.code, Qt.Key.Key_Return)
    hands.counter.until(lambda: "Mã khôi phục không đúng" in box.said.text())
    box.code.setText(code)
    QTest.keyClick(box.code, Qt.Key.Key_Return)
    hands.counter.until(lambda: not box.open.isHidden())
    assert "chạy “motcua setup --desk N”" in box.said.text()
