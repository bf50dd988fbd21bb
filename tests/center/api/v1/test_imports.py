"""Dossiers received elsewhere: one per message, checked field by field, of a unit of ours from then on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sync.acts.importing import Coming, Sender, bring
from sync.catalogue.catalogue import load_shipped
from sync.center.staff.keys import KeyScope
from sync.center.staff.record import lines
from sync.center.store.opening import Center
from sync.center.work.checking import verify
from sync.center.work.deciding import decide
from sync.center.work.listing import dossiers
from sync.model.bodies import unpack
from sync.model.dossier import Officer
from tests.center.api.v1.conftest import ALL, ELSEWHERE, ONE, OTHER, SENT, Caller, message
from tests.center.places import START, UNIT

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=10), inner, max_size=4),
    max_leaves=8,
)
FIELDS = (*SENT, "Email", "KenhThucHien", "HinhThuc", "NoiNopHoSo", "TrangThaiHoSo", "NgayNopHoSo", "Khac")


def fields_of(answer: Any) -> list[str]:
    return [one["field"] for one in answer.json()["errors"]]


def test_a_dossier_received_elsewhere_is_one_of_the_unit(
    center: Center, caller: Callable[..., Caller]
) -> None:
    me = caller(*ALL)
    answer = me.post("/imports", message())
    assert answer.status_code == 201
    made = answer.json()
    [row] = dossiers(center)
    assert (row["number"], row["unit"], row["status"]) == (ELSEWHERE, UNIT, "received")
    assert (row["received_at"], row["due_at"]) == ("2026-11-23T08:00+07:00", "2026-11-26T08:00+07:00")
    shown = me.get(f"/dossiers/{UNIT}/{made['dossier']}").json()
    assert shown["owner"]["id_number"] == "990099000001"
    assert shown["papers"][0] == {"name": "Tờ khai", "originals": 2, "certified_copies": 0, "copies": 0}
    assert shown["fees"] == [{"name": "Lệ phí", "amount": 3000}]
    assert shown["flags"] == []
    [event] = shown["history"]
    assert (event["act"], event["officer"]) == ("imported", "cong-tinh")
    assert decide(center, ELSEWHERE, "processing")["status"] == "processing"
    found = verify(center)
    assert found["ok"], found["problems"]
    line = next(one for one in lines(center) if one.act == "api-imported")
    assert (line.login, line.what) == ("api:cong-tinh", f"{ELSEWHERE} – m-1")


def test_a_message_sent_again_makes_no_second_dossier(center: Center, caller: Callable[..., Caller]) -> None:
    me, next_key = caller(KeyScope.IMPORT), caller(KeyScope.IMPORT)
    first = me.post("/imports", message())
    for again in (me, next_key):
        answer = again.post("/imports", message())
        assert (answer.status_code, answer.json()) == (200, first.json())
    assert me.get("/imports/m-1").json() == first.json()
    assert len(dossiers(center)) == 1


def test_a_message_with_another_content_is_refused(center: Center, caller: Callable[..., Caller]) -> None:
    me = caller(KeyScope.IMPORT)
    assert me.post("/imports", message()).status_code == 201
    answer = me.post("/imports", message(ChuHoSo="Trần Thị Thử"))
    assert (answer.status_code, fields_of(answer)) == (409, ["id"])
    assert [one["owner"] for one in dossiers(center)] == ["Nguyễn Văn Mẫu"]


def test_a_number_is_one_dossiers(center: Center, caller: Callable[..., Caller]) -> None:
    me, other = caller(KeyScope.IMPORT), caller(KeyScope.IMPORT, name="bo-nganh")
    assert me.post("/imports", message()).status_code == 201
    for second in (me.post("/imports", message("m-2")), other.post("/imports", message("m-1", OTHER))):
        assert (second.status_code, fields_of(second)) == (409, ["dossier.MaHoSo"])
    assert len(dossiers(center)) == 1


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("dossier.MaHoSo", {"MaHoSo": ONE}),
        ("dossier.MaHoSo", {"MaHoSo": "123"}),
        ("dossier.MaHoSo", {"MaHoSo": None}),
        ("dossier.MaTTHC", {"MaTTHC": "9.999999"}),
        ("dossier.ChuHoSo", {"ChuHoSo": " "}),
        ("dossier.ChuHoSo", {"ChuHoSo": "a\x00b"}),
        ("dossier.SoDienThoai", {"SoDienThoai": "abc"}),
        ("dossier.Email", {"Email": "x"}),
        ("dossier.DinhDanhCHS.SoDinhDanh", {"DinhDanhCHS": {"LoaiDinhDanh": 1, "SoDinhDanh": "12"}}),
        ("dossier.DinhDanhCHS.LoaiDinhDanh", {"DinhDanhCHS": {"LoaiDinhDanh": 7, "SoDinhDanh": "1" * 12}}),
        ("dossier.LoaiDoiTuong", {"LoaiDoiTuong": 9}),
        ("dossier.KenhThucHien", {"KenhThucHien": 4}),
        ("dossier.TrangThaiHoSo", {"TrangThaiHoSo": 10}),
        ("dossier.NgayTiepNhan", {"NgayTiepNhan": "20261323080000"}),
        ("dossier.NgayTiepNhan", {"NgayTiepNhan": "20261124080000"}),
        ("dossier.NgayHenTra", {"NgayHenTra": "20261122080000"}),
        ("dossier.NgayNopHoSo", {"NgayNopHoSo": "20261123090000"}),
        ("dossier.DanhSachLePhi[0].Gia", {"DanhSachLePhi": [{"TenPhiLePhi": "x", "Gia": -1}]}),
        ("dossier.DanhSachTepDinhKemKhac[0].TenGiayTo", {"DanhSachTepDinhKemKhac": [{}]}),
        ("dossier.TenKhongCo", {"TenKhongCo": 1}),
        ("dossier.\\ud800", {"\ud800": 1}),
    ],
)
def test_what_is_wrong_is_named_by_its_path_and_nothing_is_written(
    center: Center, caller: Callable[..., Caller], field: str, changes: dict[str, Any]
) -> None:
    answer = caller(KeyScope.IMPORT).post("/imports", message(**changes))
    assert answer.status_code == 422
    assert field in [one.encode("ascii", "backslashreplace").decode() for one in fields_of(answer)]
    assert dossiers(center) == []


def test_several_mistakes_are_told_at_once(caller: Callable[..., Caller]) -> None:
    wrong = message(MaHoSo=ONE, MaTTHC="9.999999", SoDienThoai="abc", NgayHenTra="20261122080000")
    answer = caller(KeyScope.IMPORT).post("/imports", wrong)
    assert {"dossier.MaHoSo", "dossier.MaTTHC", "dossier.SoDienThoai", "dossier.NgayHenTra"} == set(
        fields_of(answer)
    )


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(FIELDS, JSON)), st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_whatever_is_told_becomes_an_entry_that_can_be_read_or_mistakes(
    strange: dict[str, object], whole: bool
) -> None:
    raw = {**SENT, **strange} if whole else strange
    sender = Sender("cong-tinh", "m", UNIT, {UNIT})
    found = bring(raw, sender, load_shipped().procedures.get, officer=Officer("api", "x"), now=START)
    if isinstance(found, Coming):
        assert unpack(found.move.body)["number"] == found.number
    else:
        assert found
        assert all(one.field.startswith("dossier") and one.message for one in found)
