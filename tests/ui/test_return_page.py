"""A result is given out by scans and few keys, and nothing is given out that must not be."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from desk_app.operations.bank import choose_account
from desk_app.operations.unit_words import ratings
from desk_app.ui.order import reading_order
from desk_app.ui.public_display import PublicDisplay
from sync.model.dossier import Dossier
from sync.model.lookup_code import lookup_code
from sync.model.moment import day_of
from sync.model.status import Status
from tests.ui.results import COPY, MAU, THU, asked, desk_of, digits, do, finished, now, received, returning
from tests.ui.steps import CARD, OTHER_CARD, Counter, focus, press, scan, slow, type_in
from tests.ui.test_look import cut_off


class KeysCounted(QObject):
    """How many keys went down, wherever the focus was."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self._last: object = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and watched is focus():
            self.count += 1
        return False


def alt(counter: Counter, letter: str) -> None:
    QTest.keyClick(counter.window, getattr(Qt.Key, f"Key_{letter}"), Qt.KeyboardModifier.AltModifier)


def opened_by_slip(counter: Counter, dossier: Dossier) -> None:
    scan(digits(counter, dossier))
    opened(counter, dossier)


def opened(counter: Counter, dossier: Dossier) -> None:
    page = returning(counter)
    counter.until(
        lambda: page.isVisible() and page.part.found is not None and page.part.found.dossier.id == dossier.id
    )


def given_out(counter: Counter, dossier: Dossier) -> Dossier:
    counter.until(lambda: now(counter, dossier).status is Status.RETURNED)
    counter.until(lambda: returning(counter).said.text().startswith("✓ Đã trả"))
    return now(counter, dossier)


def says(counter: Counter, words: str) -> bool:
    return words in returning(counter).said.text()


def test_a_result_is_returned_in_at_most_six_keys_after_the_scan(counter: Counter) -> None:
    dossier = finished(counter)
    opened_by_slip(counter, dossier)
    keys = KeysCounted()
    QApplication.instance().installEventFilter(keys)  # type: ignore[union-attr]
    press(Qt.Key.Key_Return)
    done = given_out(counter, dossier)
    QApplication.instance().removeEventFilter(keys)  # type: ignore[union-attr]
    assert 1 <= keys.count <= 6
    assert done.returned is not None
    assert done.returned.collector is not None
    assert (done.returned.collector.full_name, done.returned.relation) == ("Nguyễn Văn Mẫu", "self")
    counter.until(lambda: [title for title, _ in counter.printed] == [dossier.number])
    assert returning(counter).search.hasFocus(), "ready for the next scan"


@pytest.mark.parametrize("page", [Qt.Key.Key_F2, Qt.Key.Key_F3, Qt.Key.Key_F5, Qt.Key.Key_F8])
def test_a_slip_whose_result_is_ready_leads_here_from_any_page(counter: Counter, page: Qt.Key) -> None:
    dossier = finished(counter)
    press(page)
    opened_by_slip(counter, dossier)
    press(Qt.Key.Key_F9)
    given_out(counter, dossier)


def test_a_slip_whose_result_is_not_ready_leads_to_the_dossier(counter: Counter) -> None:
    dossier = received(counter)
    scan(digits(counter, dossier))
    counter.until(counter.finding.dossier.isVisible)


def test_number_look_up_code_name_and_phone_find_the_result(counter: Counter) -> None:
    dossier = finished(counter)
    press(Qt.Key.Key_F4)
    page = returning(counter)
    for scanned in (dossier.number, lookup_code(dossier.id)):
        scan(scanned)
        opened(counter, dossier)
        press(Qt.Key.Key_Escape)
        counter.until(page.search.hasFocus)
    for typed in ("van mau", dossier.number[-4:], "0900000001"):
        page.search.clear()
        type_in(typed)
        counter.until(lambda: page.search.open)
        press(Qt.Key.Key_Return)
        opened(counter, dossier)
        press(Qt.Key.Key_Escape)
    scan(CARD)
    counter.until(lambda: page.search.open)
    press(Qt.Key.Key_Return)
    opened(counter, dossier)


def test_enter_before_the_list_has_followed_opens_the_one_that_was_typed(counter: Counter) -> None:
    """On a slow machine the row that is marked is one of what was typed before: another citizen's."""
    other = finished(counter, asked(person=THU))
    dossier = finished(counter)
    press(Qt.Key.Key_F4)
    page = returning(counter)
    type_in("van mau")
    counter.until(lambda: page.search.open)
    assert [row.value for row in page.search.rows] == [dossier.id]
    with slow(counter):
        page.search.selectAll()
        type_in("tran thu")
        press(Qt.Key.Key_Return)
    opened(counter, other)


def test_enter_before_the_list_has_followed_leaves_the_choice_among_several(counter: Counter) -> None:
    first, second = finished(counter), finished(counter)
    press(Qt.Key.Key_F4)
    page = returning(counter)
    with slow(counter):
        type_in("van mau")
        press(Qt.Key.Key_Return)
    counter.until(lambda: page.search.open)
    assert {row.value for row in page.search.rows} == {first.id, second.id}
    assert page.part.found is None


def test_a_card_on_this_page_says_who_collects(counter: Counter) -> None:
    dossier = finished(counter, asked(owner=THU))
    opened_by_slip(counter, dossier)
    scan(OTHER_CARD)
    page = returning(counter)
    counter.until(lambda: page.part.collector.lines["name"].text() == "Trần Thị Thử")
    assert page.isVisible()
    press(Qt.Key.Key_F9)
    out = given_out(counter, dossier).returned
    assert out is not None
    assert out.collector is not None
    assert out.collector.id_number == THU.id_number


def test_a_wrong_person_is_told_before_and_gets_nothing(counter: Counter) -> None:
    dossier = finished(counter)
    opened_by_slip(counter, dossier)
    scan(OTHER_CARD)
    counter.until(lambda: says(counter, "Trần Thị Thử không phải chủ hồ sơ"))
    press(Qt.Key.Key_F9)
    assert says(counter, "cần giấy ủy quyền")
    assert now(counter, dossier).status is Status.DONE
    alt(counter, "Y")
    page = returning(counter)
    counter.until(page.part.collector.lines["authority"].hasFocus)
    press(Qt.Key.Key_F9)
    assert says(counter, "chưa ghi giấy ủy quyền")
    assert focus() is page.part.collector.lines["authority"]
    type_in("Số 15/2026, UBND xã Ví Dụ")
    press(Qt.Key.Key_F9)
    out = given_out(counter, dossier).returned
    assert out is not None
    assert (out.relation, out.authority) == ("authorised", "Số 15/2026, UBND xã Ví Dụ")


def test_a_lost_slip_wants_an_identity_and_a_reason(counter: Counter) -> None:
    dossier = finished(counter)
    press(Qt.Key.Key_F4)
    type_in("van mau")
    counter.until(lambda: returning(counter).search.open)
    press(Qt.Key.Key_Return)
    opened(counter, dossier)
    scan(CARD)
    alt(counter, "M")
    lines = returning(counter).part.collector.lines
    counter.until(lines["reason"].hasFocus)
    assert "990099000001" in lines["checked"].text()
    press(Qt.Key.Key_F9)
    assert says(counter, "Mất phiếu: đối chiếu giấy tờ tùy thân")
    assert now(counter, dossier).status is Status.DONE
    type_in("Báo mất ví")
    press(Qt.Key.Key_F9)
    out = given_out(counter, dossier).returned
    assert out is not None
    assert (out.slip, out.reason, out.relation) == ("lost", "Báo mất ví", "lost-slip")
    assert "990099000001" in out.checked


def test_an_unpaid_fee_is_told_and_paid_right_there(counter: Counter) -> None:
    dossier = finished(counter, asked(COPY, pages=3))
    assert dossier.intake is not None
    assert dossier.intake.fee > 0
    opened_by_slip(counter, dossier)
    page = returning(counter)
    assert "Chưa ghi thu" in page.part.against.text()
    press(Qt.Key.Key_F9)
    assert says(counter, "bấm F9 lần nữa để trả mà chưa thu")
    assert now(counter, dossier).status is Status.DONE
    assert focus() is page.part.pay.buttons["cash"]
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_F9)
    done = given_out(counter, dossier)
    assert (done.paid, done.payments[0].way) == (dossier.intake.fee, "cash")


def test_a_result_may_go_out_unpaid_when_that_is_said_twice(counter: Counter) -> None:
    dossier = finished(counter, asked(COPY, pages=3))
    opened_by_slip(counter, dossier)
    press(Qt.Key.Key_F9)
    press(Qt.Key.Key_F9)
    assert given_out(counter, dossier).paid == 0


def test_a_transfer_wants_to_be_seen_and_a_code_is_shown(counter: Counter) -> None:
    choose_account(desk_of(counter), "970436", "0011001234567", "UBND xã Ví Dụ")
    dossier = finished(counter, asked(COPY, pages=3))
    opened_by_slip(counter, dossier)
    page = returning(counter)
    page.part.pay.buttons["transfer"].setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_F9)
    assert says(counter, "Đã thấy tiền về")
    page.part.pay.buttons["vietqr"].setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_F9)
    counter.until(lambda: page.code.shown)
    assert now(counter, dossier).status is Status.DONE
    press(Qt.Key.Key_Escape)
    counter.until(lambda: not page.code.shown)
    page.part.pay.buttons["vietqr"].setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_F9)
    counter.until(lambda: page.code.shown)
    press(Qt.Key.Key_F9)
    done = given_out(counter, dossier)
    assert [one.way for one in done.payments] == ["vietqr"]


def test_without_an_account_no_code_is_shown_and_nothing_goes_out(counter: Counter) -> None:
    dossier = finished(counter, asked(COPY, pages=3))
    opened_by_slip(counter, dossier)
    returning(counter).part.pay.buttons["vietqr"].setFocus()
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_F9)
    counter.until(lambda: says(counter, "Chưa có tài khoản nhận tiền"))
    assert now(counter, dossier).status is Status.DONE


def test_a_void_slip_is_told_and_gives_nothing(counter: Counter) -> None:
    dossier = received(counter)
    old = digits(counter, dossier)
    do(counter, dossier, "reissue", reason="Phiếu bị rách")
    do(counter, dossier, "handover", to="Tư pháp", begins="yes")
    do(counter, dossier, "finish", result="approved")
    scan(old)
    opened(counter, dossier)
    page = returning(counter)
    assert "PHIẾU HẾT HIỆU LỰC" in page.part.slip.text()
    assert says(counter, "Phiếu này đã hết hiệu lực")
    press(Qt.Key.Key_F9)
    assert page.part.collector.lost.hasFocus()
    assert now(counter, dossier).status is Status.DONE
    scan(digits(counter, dossier))
    counter.until(lambda: "Phiếu thật" in page.part.slip.text())
    press(Qt.Key.Key_F9)
    given_out(counter, dossier)


def test_a_slip_that_was_altered_proves_nothing(counter: Counter) -> None:
    dossier = finished(counter)
    opened_by_slip(counter, dossier)
    page = returning(counter)
    assert page.part.found is not None
    page.put(replace(page.part.found, doubt=True, said="PHIẾU BỊ SỬA HOẶC GIẢ."))
    press(Qt.Key.Key_F9)
    assert says(counter, "Phiếu này không chứng minh được gì")
    assert now(counter, dossier).status is Status.DONE


def test_what_is_not_finished_returned_or_annulled_is_said_in_one_sentence(counter: Counter) -> None:
    running, returned, annulled = received(counter), finished(counter), received(counter)
    slips = {one.id: digits(counter, one) for one in (running, returned, annulled)}
    do(counter, annulled, "annul", reason="Nhận nhầm")
    press(Qt.Key.Key_F4)
    scan(digits(counter, returned))
    opened(counter, returned)
    press(Qt.Key.Key_F9)
    given_out(counter, returned)
    for dossier, words in (
        (running, "chưa có kết quả"),
        (returned, "đã trả kết quả cho Nguyễn Văn Mẫu"),
        (annulled, "hủy tiếp nhận"),
    ):
        scan(slips[dossier.id])
        opened(counter, dossier)
        counter.until(partial(says, counter, words))
        assert not returning(counter).button.isEnabled()
        before = len(now(counter, dossier).history)
        press(Qt.Key.Key_F9)
        assert len(now(counter, dossier).history) == before
    alt(counter, "H")
    counter.until(counter.finding.dossier.isVisible)


def test_a_letter_goes_by_post_with_its_code_and_no_signature(counter: Counter) -> None:
    dossier = finished(counter, asked(return_by="post", return_to="Thôn 1, Xã Ví Dụ"))
    opened_by_slip(counter, dossier)
    page = returning(counter)
    page.part.collector.lines["post_code"].setFocus()
    type_in("EB123456789VN")
    press(Qt.Key.Key_F9)
    out = given_out(counter, dossier).returned
    assert out is not None
    assert (out.relation, out.post_code, out.signed, out.collector) == ("post", "EB123456789VN", "", None)
    assert not page.rating.invite.isVisible(), "nobody is there to be asked"


def test_several_results_of_one_person_go_out_together(counter: Counter) -> None:
    first, second, third = finished(counter), finished(counter), finished(counter)
    someone_elses = finished(counter, asked(person=THU))
    opened_by_slip(counter, first)
    page = returning(counter)
    assert set(page.part.others) == {second.id, third.id}
    alt(counter, "T")
    counter.until(lambda: all(box.isChecked() for box in page.part.others.values()))
    press(Qt.Key.Key_F9)
    for dossier in (first, second, third):
        given_out(counter, dossier)
    assert now(counter, someone_elses).status is Status.DONE
    counter.until(lambda: len(counter.printed) == 3)


def test_the_rating_is_offered_and_the_next_scan_takes_it_away(counter: Counter) -> None:
    first, second = finished(counter), finished(counter)
    opened_by_slip(counter, first)
    press(Qt.Key.Key_F9)
    given_out(counter, first)
    page = returning(counter)
    counter.until(page.rating.invite.isVisible)
    alt(counter, "G")
    counter.until(lambda: page.rating.asking)
    opened_by_slip(counter, second)
    assert not page.rating.asking
    press(Qt.Key.Key_F9)
    given_out(counter, second)
    alt(counter, "G")
    counter.until(lambda: page.rating.asking)
    press(Qt.Key.Key_5)
    press(Qt.Key.Key_Return)
    today = day_of(counter.now)
    counter.until(lambda: ratings(desk_of(counter), today, today))
    [given] = ratings(desk_of(counter), today, today)
    assert (given.level, given.field) == (5, "Hộ tịch")
    counter.until(lambda: not page.rating.asking)


def test_what_was_typed_stays_when_the_sync_brings_something(counter: Counter) -> None:
    dossier = finished(counter)
    opened_by_slip(counter, dossier)
    page = returning(counter)
    alt(counter, "Y")
    page.part.collector.lines["authority"].setFocus()
    type_in("Số 15")
    counter.until(lambda: page.part.collector.lines["authority"].text() == "Số 15")
    do(counter, dossier, "locate", place="Tủ 3, ngăn 2")
    assert counter.running.session is not None
    from desk_app.operations.outcome import Changes

    counter.running.session.counter.lanes.announce(Changes(dossiers=True))
    counter.until(lambda: "Tủ 3, ngăn 2" in page.part.facts.text())
    assert page.part.collector.lines["authority"].text() == "Số 15"


def test_a_result_is_given_once_however_often_the_key_is_pressed(counter: Counter) -> None:
    dossier = finished(counter)
    opened_by_slip(counter, dossier)
    for _ in range(3):
        press(Qt.Key.Key_F9)
    done = given_out(counter, dossier)
    assert sum(one.details.get("to") == Status.RETURNED for one in done.history) == 1


def test_an_originals_count_and_the_way_of_signing_are_kept(counter: Counter) -> None:
    dossier = finished(counter)
    opened_by_slip(counter, dossier)
    part = returning(counter).part
    part.originals.setFocus()
    type_in("2")
    part.signed.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_F9)
    out = given_out(counter, dossier).returned
    assert out is not None
    assert (out.originals_back, out.signed) == (2, "screen")


@pytest.mark.parametrize("size", [(1366, 728), (1024, 728), (1024, 600), (960, 540)])
def test_nothing_is_cut_off_with_everything_open(counter: Counter, size: tuple[int, int]) -> None:
    counter.window.resize(*size)
    request = asked(COPY, pages=3)
    first = finished(counter, request)
    finished(counter, request)
    finished(counter, asked(person=MAU))
    opened_by_slip(counter, first)
    page = returning(counter)
    page.part.collector.relations["authorised"].setChecked(True)
    page.part.collector.lost.setChecked(True)
    page.part.pay.buttons["transfer"].setChecked(True)
    counter.until(lambda: cut_off(counter.window) == [])


def test_tab_follows_reading_and_each_letter_leads_to_one_place(counter: Counter) -> None:
    dossier = finished(counter)
    opened_by_slip(counter, dossier)
    page = returning(counter)
    wanted = [one for one in reading_order(page) if one.isVisible() and one.isEnabled()]
    radios = [one for one in page.part.collector.relations.values() if not one.isChecked()]
    wanted[0].setFocus()
    walked = []
    for _ in range(len(wanted) - len(radios)):
        walked.append(focus())
        press(Qt.Key.Key_Tab)
    assert walked == [one for one in wanted if one not in radios]
    letters = [
        one.text()[one.text().index("&") + 1].lower()
        for one in page.findChildren(QAbstractButton)
        if "&" in one.text()
    ]
    assert sorted(set(letters)) == sorted(letters)


def test_on_the_second_screen_the_rating_is_asked_at_once(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked_about: list[str] = []
    monkeypatch.setattr(PublicDisplay, "rates_here", property(lambda _self: True))
    monkeypatch.setattr(PublicDisplay, "ask_rating", lambda self: asked_about.append(self.field))
    dossier = finished(counter)
    opened_by_slip(counter, dossier)
    press(Qt.Key.Key_F9)
    given_out(counter, dossier)
    assert asked_about == ["Hộ tịch"]
    assert not returning(counter).rating.invite.isVisible()
