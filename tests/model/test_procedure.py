"""A procedure as a value: to and from plain data, its limits by case and channel."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.model.dossier import Paper
from sync.model.procedure import Case, FeeRule, Procedure, RequiredPaper
from sync.model.strict import FieldError

FULL = Procedure(
    code="1.013225",
    name="Cấp giấy phép xây dựng mới",
    field="Xây dựng",
    version="2026.09",
    limit="20 ngày",
    limit_note="Nhà ở riêng lẻ: 15 ngày.",
    papers=(
        RequiredPaper("Đơn đề nghị"),
        RequiredPaper("Bản vẽ", originals=2),
        RequiredPaper("Bản sao giấy tờ đất", originals=0, copies=1),
        RequiredPaper("Văn bản ủy quyền", required=False),
        RequiredPaper("Thẻ căn cước", presented=True),
    ),
    fees=(
        FeeRule("Lệ phí", "le_phi", "manual", exempt=("Hộ nghèo",), source="NQ HĐND"),
        FeeRule("Phí", "phi", "per_page", 2000, 1000, 2, 200_000, channels=("desk",), optional=True),
    ),
    result="Giấy phép xây dựng",
    on_the_spot=True,
    level="Cấp xã",
    decision="56/QĐ-BXD",
    limit_online="15 ngày",
    limit_post="25 ngày",
    cases=(
        Case("nha-o", "Nhà ở riêng lẻ", "15 ngày"),
        Case("1.013225.02", "Khác", "10 ngày", limit_online="8 ngày làm việc"),
        Case("nhu-chung", "Như chung"),
    ),
    source="Cổng dịch vụ công quốc gia",
    effective_from=date(2026, 1, 1),
    effective_to=date(2026, 12, 31),
    route="xã",
    conditions="Có đất.",
    agency="Bộ Xây dựng",
    certainty="C",
)


def test_plain_data_reads_back_to_an_equal_procedure() -> None:
    plain = json.loads(json.dumps(FULL.to_dict()))
    assert Procedure.from_dict(plain) == FULL
    assert Procedure("1.000001", "A").to_dict() == {"code": "1.000001", "name": "A"}


def test_an_unset_field_is_its_default() -> None:
    read = Procedure.from_dict({"code": "1.000001", "name": "A", "papers": [{"name": "Đơn"}]})
    assert read == Procedure("1.000001", "A", papers=(RequiredPaper("Đơn"),))


def test_the_limit_is_that_of_the_case_and_the_way_of_filing() -> None:
    assert FULL.limit_for() == "20 ngày"
    assert FULL.limit_for(channel="online") == "15 ngày"
    assert FULL.limit_for(channel="post") == "25 ngày"
    assert FULL.limit_for("nha-o", "online") == "15 ngày"
    assert FULL.limit_for("1.013225.02") == "10 ngày"
    assert FULL.limit_for("1.013225.02", "online") == "8 ngày làm việc"
    assert FULL.limit_for("nhu-chung", "post") == "25 ngày"
    with pytest.raises(KeyError):
        FULL.limit_for("khong-co")
    assert Procedure("1.000001", "A").limit_for(channel="online") == ""


def test_the_papers_to_hand_in_are_the_required_ones_as_one_original() -> None:
    assert FULL.default_papers() == (
        Paper("Đơn đề nghị", originals=1),
        Paper("Bản vẽ", originals=1),
        Paper("Bản sao giấy tờ đất", originals=1),
    )


def test_days_of_effect_are_inclusive() -> None:
    assert FULL.in_force(date(2026, 1, 1))
    assert FULL.in_force(date(2026, 12, 31))
    assert not FULL.in_force(date(2025, 12, 31))
    assert not FULL.in_force(date(2027, 1, 1))
    assert Procedure("1.000001", "A").in_force(date(1990, 1, 1))


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"code": "1.1"}, "code"),
        ({"code": "１.001193"}, "code"),
        ({"name": "  "}, "name"),
        ({"name": None}, "name"),
        ({"name": "A\x00B"}, "name"),
        ({"name": "A\ud800"}, "name"),
        ({"name": "A" * 5000}, "name"),
        ({"limit": "3"}, "limit"),
        ({"limit": "3 ngày LV"}, "limit"),
        ({"limit": 3}, "limit"),
        ({"limit_online": "1 ?"}, "limit_online"),
        ({"papers": {}}, "papers"),
        ({"papers": [7]}, "papers[0]"),
        ({"papers": [{"name": "Đơn"}, {"name": "Bản sao", "originals": -1}]}, "papers[1].originals"),
        ({"papers": [{"name": "Đơn", "originals": True}]}, "papers[0].originals"),
        ({"papers": [{"name": "Đơn", "originals": 0}]}, "papers[0].originals"),
        ({"papers": [{"name": "Đơn", "required": "yes"}]}, "papers[0].required"),
        ({"papers": [{"name": "Đơn", "count": 1}]}, "papers[0].count"),
        ({"papers": [{"name": "Đơn"}, {"name": "Đơn"}]}, "papers"),
        ({"fees": [{"name": "Phí"}]}, "fees[0].amount"),
        ({"fees": [{"name": "Phí", "method": "manual", "amount": 1}]}, "fees[0].amount"),
        ({"fees": [{"name": "Phí", "amount": 1, "kind": "tax"}]}, "fees[0].kind"),
        ({"fees": [{"name": "Phí", "amount": 1, "method": "per_page"}]}, "fees[0].threshold_pages"),
        ({"fees": [{"name": "Phí", "amount": 1, "exempt": ["Hộ nghèo", 3]}]}, "fees[0].exempt[1]"),
        ({"fees": [{"name": "Phí", "amount": 1, "channels": ["fax"]}]}, "fees[0].channels"),
        ({"cases": [{"code": "Nhà", "name": "Nhà"}]}, "cases[0].code"),
        ({"cases": [{"code": "nha", "name": "Nhà", "limit": "mau"}]}, "cases[0].limit"),
        ({"cases": [{"code": "a", "name": "A"}, {"code": "a", "name": "B"}]}, "cases"),
        ({"effective_from": "31/12/2026"}, "effective_from"),
        ({"effective_from": "20261231"}, "effective_from"),
        ({"on_the_spot": 1}, "on_the_spot"),
        ({"origin": "rumour"}, "origin"),
        ({"unknown": 1}, "unknown"),
    ],
)
def test_what_is_wrong_is_refused_and_its_field_named(change: dict[str, Any], where: str) -> None:
    with pytest.raises(FieldError) as error:
        Procedure.from_dict({"code": "1.000001", "name": "A", **change})
    assert error.value.field == where
    with pytest.raises(FieldError) as error:
        Procedure.from_dict({"code": "1.000001", "name": "A", **change}, "procedures[3]")
    assert error.value.field == f"procedures[3].{where}"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from(["code", "name", "papers", "fees", "cases", "x"]), inner)
        ),
        max_leaves=12,
    )
)
def test_any_plain_data_is_a_procedure_or_a_named_error(raw: object) -> None:
    try:
        read = Procedure.from_dict(raw)
    except FieldError:
        return
    assert Procedure.from_dict(read.to_dict()) == read
