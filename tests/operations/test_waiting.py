"""Drafts that wait, Mẫu 02 before reception, the list of what was handed in, the account and its code."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.bank import choose_account, paying, transfer_for
from desk_app.operations.desk import Desk
from desk_app.operations.find import find, show
from desk_app.operations.forms import make_form
from desk_app.operations.intake_papers import draft_supplement
from desk_app.operations.intake_payment import Paying, receive_paid, record_payments
from desk_app.operations.receive import receive
from desk_app.operations.waiting import give_up, put_waiting, waiting
from tests.offices import MAU, OFFICER, THU, MovedClock, new_desk, reopened, request

COPY = "2.000815"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path / "desk")
    yield made
    made.close()


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def test_waiting_drafts_are_found_by_name_telephone_and_card_after_a_restart(tmp_path: Path) -> None:
    clock = MovedClock()
    desk = new_desk(tmp_path / "desk", clock)
    put_waiting(
        desk, {"note": "a"}, (MAU.full_name, MAU.id_number, MAU.phone), "Đăng ký khai sinh", ["Tờ khai"]
    )
    clock.forward(hours=1)
    put_waiting(desk, {"note": "b"}, (THU.full_name, THU.id_number, THU.phone), "Đăng ký khai tử", [])
    desk.close()
    with reopened(tmp_path / "desk", clock) as again:
        assert [one.name for one in waiting(again)] == [THU.full_name, MAU.full_name]
        for text in ("mau nguyen", "990099000001", "0900000001", "khai sinh"):
            [found] = waiting(again, text)
            assert (found.draft, found.items) == ({"note": "a"}, ("Tờ khai",))
        give_up(again, waiting(again)[0].key)
        assert len(waiting(again)) == 1


def test_the_supplement_form_of_a_draft_gives_no_number_and_receives_nothing(desk: Desk) -> None:
    items = ("Tờ khai đăng ký khai sinh", "Giấy chứng sinh")
    said = text_of(draft_supplement(desk, request(procedure="1.001193"), items, "Chưa đủ giấy tờ.", OFFICER))
    assert "PHIẾU YÊU CẦU BỔ SUNG" in said
    assert all(item in said for item in items)
    assert MAU.full_name in said
    assert "Thời gian nhận hồ sơ" not in said
    assert find(desk, "") == []


def test_the_supplement_form_needs_a_name_and_what_is_missing(desk: Desk) -> None:
    with pytest.raises(DeskError) as refused:
        draft_supplement(desk, request(replace(MAU, full_name="")), (), "", OFFICER)
    assert {one.field for one in refused.value.mistakes} == {"applicant.full_name", "papers"}


def test_the_supplement_form_goes_without_a_due_time_nobody_knows_yet(desk: Desk) -> None:
    unknown = next(one for one in desk.catalogue if not one.limit and not one.cases)
    assert draft_supplement(desk, request(procedure=unknown.code), ("Đơn",), "", OFFICER)


def test_the_list_names_what_was_handed_in_together_and_nothing_else(desk: Desk) -> None:
    receive(desk, [request(THU)], OFFICER)
    both = receive(desk, [request(), replace(request(procedure=COPY), pages=3)], OFFICER).value
    said = text_of(make_form(desk, "submitted-list", both[1].number))
    assert all(one.number[-11:] in said for one in both)
    assert "Tổng số hồ sơ: 02" in said
    assert THU.full_name not in said
    assert "Tổng phí, lệ phí: 5.000" in said


def test_a_guide_says_papers_limit_fee_and_basis(desk: Desk) -> None:
    said = text_of(make_form(desk, "guide", COPY))
    for part in ("Giấy tờ phải nộp", "2.000 đ một trang", "trong ngày", "Thông tư 226/2016", "Các bước"):
        assert part in said
    with pytest.raises(DeskError, match=r"Không có thủ tục mã “9.9”"):
        make_form(desk, "guide", "9.9")


def test_an_account_is_checked_kept_and_taken_away(desk: Desk) -> None:
    with pytest.raises(DeskError) as refused:
        choose_account(desk, "97", "12 34-5", "")
    assert [one.field for one in refused.value.mistakes] == ["bank", "account", "holder"]
    assert transfer_for(desk, "H99-261123-0001", 8000) is None
    choose_account(desk, "970436", "0011 001234567", "UBND xã Ví Dụ")
    transfer = transfer_for(desk, "H99.99.001-261123-0001", 8000)
    assert transfer is not None
    assert (transfer.account, transfer.bank) == ("0011001234567", "Vietcombank")
    assert "HS H99990012611230001" in transfer.code
    assert transfer_for(desk, "H99.99.001-261123-0001", 0) is None
    choose_account(desk, "", "", "")
    assert paying(desk).account is None


def test_the_slip_bears_the_code_only_where_settings_want_it(desk: Desk) -> None:
    choose_account(desk, "970436", "0011001234567", "UBND xã Ví Dụ")
    [one] = receive(desk, [replace(request(procedure=COPY), pages=1)], OFFICER).value
    assert "chuyển khoản" not in text_of(make_form(desk, "slip", one.number, paper="a4"))
    choose_account(desk, "970436", "0011001234567", "UBND xã Ví Dụ", on_slip=True)
    assert "Quét để chuyển khoản 2.000 đ" in text_of(make_form(desk, "slip", one.number, paper="a4"))


def test_money_taken_with_the_reception_is_one_transaction_with_it(desk: Desk) -> None:
    asked = [request(), replace(request(procedure=COPY), pages=3)]
    done = receive_paid(desk, asked, OFFICER, Paying("cash", MAU.full_name)).value
    paid = [show(desk, one.number).dossier.payments for one in done]
    assert [len(one) for one in paid] == [0, 1]
    assert (paid[1][0].amount, paid[1][0].way) == (5000, "cash")
    with pytest.raises(DeskError):
        receive_paid(desk, asked[1:], OFFICER, Paying("transfer", MAU.full_name))
    assert len(find(desk, "")) == 2, "a transfer nobody saw is not received either"


def test_a_transfer_seen_later_is_recorded_for_each_dossier(desk: Desk) -> None:
    asked = [replace(request(procedure=COPY), pages=1), replace(request(THU, COPY), pages=2)]
    done = receive_paid(desk, asked, OFFICER, Paying()).value
    total = record_payments(
        desk, [(one.dossier_id, one.fee) for one in done], "vietqr", OFFICER, proof="Đã thấy tiền về"
    ).value
    assert total == 6000
    assert [show(desk, one.number).dossier.payments[0].way for one in done] == ["vietqr", "vietqr"]


def test_the_most_used_here_come_first_and_old_habits_fade(tmp_path: Path) -> None:
    clock = MovedClock()
    desk = new_desk(tmp_path / "desk", clock)
    for _ in range(5):
        receive(desk, [request(procedure="1.001193")], OFFICER)
    clock.forward(days=95)
    receive(desk, [request()], OFFICER, date_confirmed=True)
    usage = desk.tables.usage(1)
    assert usage["1.004873"] > usage["1.001193"] > 0
    assert desk.tables.usage(2)["1.004873"] < usage["1.004873"], "our own receptions weigh more"
    desk.close()
