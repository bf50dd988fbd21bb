"""Processes as data: what an office may set, what it adds up to, and what stands in for one."""

from __future__ import annotations

from typing import Any

import pytest

from sync.model.process import Process, default_process, hours_words, named_hours, sum_against
from sync.model.strict import FieldError

FIVE = ["receive", "appraise", "approve", "seal", "return"]


def steps(*kinds: str, **more: Any) -> dict[str, Any]:
    return {"steps": [{"kind": kind, "limit": "4 giờ"} for kind in kinds], **more}


def test_a_step_without_a_word_has_the_name_and_the_role_of_its_kind() -> None:
    process = Process.from_dict(steps(*FIVE))
    assert [one.name for one in process.steps] == [
        "Tiếp nhận", "Thẩm định", "Phê duyệt", "Đóng dấu", "Trả kết quả",
    ]  # fmt: skip
    assert [one.role for one in process.steps] == [
        "reception", "specialist", "leader", "records", "reception",
    ]  # fmt: skip
    assert process.after("seal") == process.steps[4]
    assert process.after("return") is None
    assert process.after("unknown") == process.steps[0]
    assert (process.step("nowhere"), process.first("resolve")) == (None, None)


@pytest.mark.parametrize(
    ("raw", "field"),
    [
        (steps(), "steps"),
        (steps("receive", "return"), "steps"),
        (steps("appraise", "approve", "return"), "steps"),
        (steps("receive", "approve", "appraise", "return"), "steps"),
        (steps("receive", "seal", "approve", "return"), "steps"),
        (steps("receive", "approve", "return", "seal"), "steps"),
        (steps("receive", "receive", "approve", "return"), "steps"),
        (steps("receive", "approve", "approve", "return"), "steps"),
        (steps(*FIVE, supplement="LATER"), "supplement"),
        (steps(*FIVE, colour="red"), "colour"),
        (steps("receive", "dance", "return"), "steps[1].kind"),
        ({"steps": [{"kind": "receive", "limit": "trong ngày"}]}, "steps[0].limit"),
        ({"steps": [{"kind": "receive", "limit": "4 giờ", "role": "king"}]}, "steps[0].role"),
        ({"steps": [{"kind": "receive", "limit": "4 giờ", "code": "Bước 1"}]}, "steps[0].code"),
        ({"steps": [{"kind": "receive", "limit": "4 giờ", "extra": 1}]}, "steps[0].extra"),
        ({"steps": 7}, "steps"),
        ([], ""),
    ],
    ids=range(17),
)
def test_a_process_nobody_could_work_by_is_refused_with_its_field(raw: object, field: str) -> None:
    with pytest.raises(FieldError) as refused:
        Process.from_dict(raw)
    assert refused.value.field == field


def test_two_signatures_one_after_the_other_need_codes_of_their_own() -> None:
    raw = steps("receive", "appraise", "approve", "approve", "return")
    raw["steps"][2]["code"] = "head"
    assert [one.code for one in Process.from_dict(raw).steps][2:4] == ["head", "approve"]


def test_more_than_the_limit_is_too_much_and_less_is_said() -> None:
    process = Process.from_dict(steps(*FIVE))  # 20 hours by name
    assert sum_against(process, "2 ngày làm việc") == (
        False,
        "Các bước cộng lại 2 ngày làm việc 4 giờ, quá thời hạn của thủ tục (2 ngày làm việc).",
    )
    assert sum_against(process, "3 ngày làm việc") == (
        True,
        (
            "Các bước cộng lại 2 ngày làm việc 4 giờ, còn dư 4 giờ so với thời hạn của thủ tục "
            "(3 ngày làm việc)."
        ),
    )
    assert sum_against(process, "20 giờ") == (True, "")
    assert sum_against(process, "") == sum_against(process, "tùy trường hợp") == (True, "")
    assert not sum_against(process, "3 ngày")[0]  # two working days are sure to lie in three days


def test_limits_by_name_count_eight_hours_a_day() -> None:
    assert (named_hours("3 ngày làm việc"), named_hours("5 giờ")) == (24, 5)
    assert (named_hours("5 ngày"), named_hours("bao giờ xong")) == (None, None)
    assert (hours_words(20), hours_words(8), hours_words(3)) == (
        "2 ngày làm việc 4 giờ",
        "1 ngày làm việc",
        "3 giờ",
    )


@pytest.mark.parametrize(
    ("limit", "shares"),
    [
        ("8 giờ", ["1 giờ", "6 giờ", "1 giờ"]),
        ("trong ngày", ["1 giờ", "6 giờ", "1 giờ"]),
        ("2 ngày làm việc", ["2 giờ", "1 ngày làm việc", "2 giờ", "2 giờ", "2 giờ"]),
        ("10 ngày làm việc", ["4 giờ", "8 ngày làm việc", "4 giờ", "4 giờ", "4 giờ"]),
        ("2 giờ", ["", "", ""]),
        ("", ["", "", "", "", ""]),
        ("100 năm", ["", "", "", "", ""]),
    ],
)
def test_where_none_was_set_a_process_is_made_of_the_limit(limit: str, shares: list[str]) -> None:
    assert [one.limit for one in default_process(limit).steps] == shares


def test_any_change_of_a_process_is_another_version() -> None:
    base = Process.from_dict(steps(*FIVE))
    changed = [
        Process.from_dict(steps(*FIVE, supplement="EXTEND")),
        Process.from_dict(steps(*FIVE, basis="QĐ 1")),
        Process.from_dict(steps("receive", "resolve", "return")),
    ]
    assert len({base.version, *(one.version for one in changed)}) == 4
    assert Process.from_dict(steps(*FIVE)).version == base.version
