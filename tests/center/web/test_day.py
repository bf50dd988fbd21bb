"""A day of staff: log in, find a dossier, decide, forward; and what happens when two do it at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desk_app.operations.desk import shipped_calendar
from sync.acts.counter import Taken, record_payment
from sync.acts.move import Move
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.work.checking import verify
from sync.center.work.listing import dossiers
from sync.journal.own import Draft
from sync.model.dossier import Officer
from tests.center.places import UNIT, Clock, MemoryDesk
from tests.center.web.conftest import ONE, OTHER
from tests.center.web.visitor import Visitor, hire

Enter = Callable[..., Visitor]


def test_from_the_list_to_a_decision(center: Center, dossier: str, enter: Enter) -> None:
    me = enter(Role.SPECIALIST)
    assert me.open("/ho-so") == 200
    assert f'href="{dossier}"' in me.text
    assert ONE in me.text
    assert me.open(dossier) == 200
    assert "Nguyễn Thị Đào" in me.text
    assert me.fill(dossier + "/quyet-dinh", status="supplement", reason="Thiếu giấy khai sinh") == 303
    me.follow()
    assert "Yêu cầu bổ sung giấy tờ" in me.text
    assert "Lý do gần nhất: Thiếu giấy khai sinh" in me.text
    assert dossiers(center)[0]["status"] == "supplement"
    assert verify(center)["ok"]


def test_an_act_names_who_did_it(center: Center, dossier: str, enter: Enter) -> None:
    me = enter(Role.LEADER)
    me.fill(dossier + "/quyet-dinh", status="processing", reason="")
    me.open(dossier)
    assert "Lê Văn Cường" in me.text.split("Quá trình giải quyết")[1]


@pytest.mark.parametrize("status", ["supplement", "fee_due", "stopped", "withdrawn", "done:refused"])
def test_a_decision_that_a_citizen_reads_needs_its_reason(dossier: str, enter: Enter, status: str) -> None:
    me = enter(Role.LEADER)
    assert me.fill(dossier + "/quyet-dinh", status=status, reason=" \n ") == 422
    assert 'id="m-reason"' in me.answer.text
    assert f'value="{status}" checked' in me.answer.text


@pytest.mark.parametrize("status", ["", "returned", "received", "xong", "done:granted", "' OR 1=1 --"])
def test_what_is_not_offered_is_not_taken(center: Center, dossier: str, enter: Enter, status: str) -> None:
    me = enter(Role.SPECIALIST)
    assert me.fill(dossier + "/quyet-dinh", status=status, reason="Vì thế") == 422
    assert 'id="m-status"' in me.answer.text
    assert ">Vì thế</textarea>" in me.text, "what was typed is still there"
    assert dossiers(center)[0]["status"] == "received"


def test_a_reason_that_is_too_long_or_broken_is_kept_and_named(dossier: str, enter: Enter) -> None:
    me = enter(Role.LEADER)
    assert me.fill(dossier + "/quyet-dinh", status="stopped", reason="dài " * 600) == 422
    assert "viết trong 2000 ký tự" in me.text
    assert me.fill(dossier + "/quyet-dinh", status="stopped", reason="hỏng \x01 rồi") == 422
    assert "ký tự" in me.text


def test_a_refusal_after_reception_is_done_with_its_result(
    center: Center, dossier: str, enter: Enter
) -> None:
    me = enter(Role.LEADER)
    assert me.fill(dossier + "/quyet-dinh", status="done:refused", reason="Không đủ điều kiện") == 303
    assert dossiers(center)[0]["status"] == "done"


def test_the_second_of_two_sees_what_changed_and_overwrites_nothing(
    center: Center, dossier: str, enter: Enter
) -> None:
    first, second = enter(Role.SPECIALIST), enter(Role.LEADER)
    first.open(dossier + "/quyet-dinh")
    second.open(dossier + "/quyet-dinh")
    assert first.send(dossier + "/quyet-dinh", status="supplement", reason="Thiếu bản sao") == 303
    assert second.send(dossier + "/quyet-dinh", status="stopped", reason="Trùng hồ sơ khác") == 409
    assert "Thay đổi từ khi mở trang này" in second.text
    assert "Thiếu bản sao" in second.text, "it says what the other did"
    assert ">Trùng hồ sơ khác</textarea>" in second.text
    assert dossiers(center)[0]["status"] == "supplement"
    assert second.send(dossier + "/quyet-dinh", status="stopped", reason="Trùng hồ sơ khác") == 303
    assert dossiers(center)[0]["status"] == "stopped"


def test_what_a_desk_sent_meanwhile_is_a_change_too(dossier: str, desk: MemoryDesk, enter: Enter) -> None:
    me = enter(Role.SPECIALIST)
    me.open(dossier + "/quyet-dinh")
    desk.status(bytes.fromhex(dossier.rpartition("/")[2]), "withdrawn")
    desk.push()
    assert me.send(dossier + "/quyet-dinh", status="processing", reason="") in (409, 422)
    assert "Công dân yêu cầu rút hồ sơ" in me.text


def test_forwarding_reaches_the_other_unit(center: Center, dossier: str, enter: Enter) -> None:
    me = enter(Role.RECEPTION)
    assert me.fill(dossier + "/chuyen", unit=OTHER, note="Nhờ xác minh") == 303
    me.follow()
    assert "Đang ở" in me.text
    assert "Xã Láng Giềng" in me.text
    assert len(dossiers(center)) == 1, "it is still listed once, at home"


@pytest.mark.parametrize("unit", ["", UNIT, "H77", "'"])
def test_a_unit_that_cannot_take_it_is_named(dossier: str, enter: Enter, unit: str) -> None:
    me = enter(Role.RECEPTION)
    assert me.fill(dossier + "/chuyen", unit=unit, note="Nhờ xác minh") == 422
    assert 'id="m-unit"' in me.answer.text
    assert ">Nhờ xác minh</textarea>" in me.text


def test_an_expired_session_comes_back_to_the_same_form_with_its_content(
    center: Center, clock: Clock, dossier: str, visitor: Visitor
) -> None:
    hire(center, "chi.huong", Role.SPECIALIST)
    visitor.log_in("chi.huong")
    form = dossier + "/quyet-dinh"
    visitor.open(form)
    clock.advance(minutes=31)
    assert visitor.send(form, status="supplement", reason="Thiếu “giấy” <b>khai sinh</b>") == 401
    assert "được giữ lại" in visitor.text
    from tests.center.web.visitor import PASSWORD

    assert visitor.send("/dang-nhap", login="chi.huong", password="sai mật khẩu") == 422
    assert visitor.send("/dang-nhap", login="chi.huong", password=PASSWORD) == 303
    assert visitor.location == form
    visitor.follow()
    assert "nội dung đã nhập còn nguyên" in visitor.text
    assert 'value="supplement" checked' in visitor.text
    assert "Thiếu “giấy” <b>khai sinh</b></textarea>" in visitor.text
    assert "<b>khai" not in visitor.answer.text, "and nothing of it is markup"
    assert dossiers(center)[0]["status"] == "received", "logging in sends nothing by itself"
    hidden = visitor.hidden()
    assert visitor.open(form) == 200
    assert 'value="supplement" checked' in visitor.text, "looking again loses nothing"
    assert visitor.send(form, hidden, status="supplement", reason="Thiếu giấy khai sinh") == 303
    visitor.open(form)
    assert "checked" not in visitor.text, "what was sent is not offered again"


def test_a_form_of_an_earlier_session_is_shown_again_not_sent(
    center: Center, dossier: str, enter: Enter
) -> None:
    me = enter(Role.SPECIALIST)
    me.open(dossier + "/quyet-dinh")
    old = me.hidden()
    me.fill("/dang-xuat")
    hire(center, "chi.huong", Role.SPECIALIST)
    me.log_in("chi.huong")
    assert me.send(dossier + "/quyet-dinh", old, status="stopped", reason="Trùng") == 403
    assert ">Trùng</textarea>" in me.text
    assert dossiers(center)[0]["status"] == "received"


def test_a_dossier_shows_what_was_paid_where_it_goes_and_what_is_doubtful(
    center: Center, desk: MemoryDesk, enter: Enter
) -> None:
    [dossier] = desk.receive(ONE)
    with desk.store.snapshot() as ledger:
        state = ledger.dossier(desk.channel, dossier)
    assert state is not None
    by = Officer("1", "Trần Văn Bình")
    paid = record_payment(state, Taken(15_000), shipped_calendar(), officer=by, now=center.clock())
    assert isinstance(paid, Move)
    desk.write(Draft(paid.kind, paid.body, dossier))
    desk.status(dossier, "returned")  # against the rule: it is received only
    desk.push()
    me = enter(Role.SPECIALIST)
    assert me.open(f"/ho-so/{UNIT}/{dossier.hex()}") == 200
    assert "15.000 đồng" in me.text
    assert "tiền mặt, Trần Văn Bình" in me.text
    assert "Tại quầy" in me.text
    assert "Có ghi nhận trái với trạng thái lúc đó" in me.text
    me.open("/ho-so?han=flagged")
    assert ONE in me.text


def test_the_overview_of_who_looks_after_machines_counts_them(desk: MemoryDesk, enter: Enter) -> None:
    with desk.center.store.transaction() as ledger:
        ledger.rows.save_node(desk.record)
    me = enter(Role.ADMINISTRATOR)
    assert me.open("/") == 200
    assert "không đọc hồ sơ" in me.text
    assert "<b>1</b> ! máy cần xem" in me.text
    assert "Máy của các đơn vị" not in enter(Role.SPECIALIST).text
