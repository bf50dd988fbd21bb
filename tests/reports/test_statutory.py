"""Statutory tables as values: the sums of the form hold, indices as the circular reckons them."""

from __future__ import annotations

import pytest

from sync.reports.exports import csv_of, paper_of, xlsx_of
from sync.reports.figures import Flow, Satisfaction
from sync.reports.pictures import svg_of
from sync.reports.report import Points, cell_words
from sync.reports.statutory import (
    Settled,
    index_report,
    online_points,
    rolled_up,
    settled_of,
    settled_report,
    settled_total,
    time_points,
)
from sync.reports.tables import as_it_is
from tests.center.places import START

WITHIN = Flow("x", received=10, online=4, early=3, on_time=2, late=1, undated=1, without_result=1)


def whole(one: Settled) -> bool:
    """Whether the sums of the form hold."""
    sums = (
        one.taken == one.carried + one.online + one.direct,
        one.ended == one.early + one.on_time + one.late,
        one.pending == one.in_time + one.overdue,
        one.taken == one.ended + one.pending,
    )
    return all(sums)


def test_what_was_pending_then_is_what_is_pending_now_undone() -> None:
    after = Flow("x", received=5, early=2, late=2)
    one = settled_of("x", WITHIN, after, pending=9, overdue=3)
    assert one == Settled("x", 5, 4, 6, early=3, on_time=3, late=1, in_time=5, overdue=3)
    assert whole(one)


@pytest.mark.parametrize("overdue", [0, 4, 9, 1000])
def test_no_more_are_overdue_than_are_pending(overdue: int) -> None:
    one = settled_of("x", WITHIN, Flow("x"), pending=4, overdue=overdue)
    assert one.overdue == min(overdue, 4)
    assert whole(one)


def test_units_are_summed_by_their_group_and_nothing_is_lost() -> None:
    lines = [settled_of(code, WITHIN, Flow(code), 4, 1) for code in ("a", "b", "c")]
    groups = rolled_up(lines, {"a": "up", "b": "up"})
    assert [one.code for one in groups] == ["c", "up"]
    assert settled_total(groups) == settled_total(lines)
    assert all(map(whole, groups))


def test_a_table_leaves_out_what_has_nothing_to_say_and_is_a_file_of_each_kind() -> None:
    lines = [settled_of("Hộ tịch", WITHIN, Flow(""), 4, 1), Settled("Đất đai")]
    report = settled_report(lines, "Lĩnh vực", "Biểu II.06a", "kỳ thử", as_it_is)
    assert [one.name for one in report.lines] == ["Hộ tịch"]
    assert report.total is not None
    assert len(report.heads) == 12
    assert report.total.cells == report.lines[0].cells == (11, 4, 6, 1, 7, 3, 3, 1, 4, 3, 1)
    assert b"H\xe1\xbb\x99 t\xe1\xbb\x8bch;11;4;6;1;7;3;3;1;4;3;1" in csv_of(report)
    assert xlsx_of(report, START).startswith(b"PK")
    assert paper_of(report, "Trung tâm", "09:15").startswith(b"%PDF")
    assert svg_of(report)


@pytest.mark.parametrize(
    ("line", "undated", "points"),
    [
        (Settled("x", early=2), 0, 2.0),
        (Settled("x", early=1, on_time=1), 0, 1.5),
        (Settled("x", on_time=1, late=2), 0, 1 / 3),
        (Settled("x", on_time=5, late=1), 5, 0.0),
        (Settled("x", on_time=5), 5, None),
        (Settled("x"), 0, None),
    ],
)
def test_index_1_gives_two_for_shorter_one_for_equal_none_for_longer(
    line: Settled, undated: int, points: float | None
) -> None:
    assert time_points(line, undated) == points


@pytest.mark.parametrize(
    ("online", "direct", "late", "points"),
    [(3, 7, 0, 2), (29, 71, 0, 1), (15, 85, 0, 1), (14, 86, 0, 0), (50, 50, 1, 0), (0, 0, 0, None)],
)
def test_index_9_asks_for_dossiers_online_and_none_late(
    online: int, direct: int, late: int, points: float | None
) -> None:
    assert online_points(Settled("x", online=online, direct=direct, late=late)) == points


def test_points_are_no_share() -> None:
    assert cell_words(Points(1.66)) == "1,7"
    lines = [settled_of("H1", WITHIN, Flow(""), 4, 1)]
    said = {"H1": Satisfaction("H1", (1, 0, 1, 1, 1))}
    report = index_report(lines, {"H1": 1}, said, "Chỉ số", "kỳ thử", {"H1": "Xã Ví Dụ"}.get)
    words = [cell_words(one) for one in report.lines[0].cells]
    assert words == ["7", "1,3", "0,0", "40,0 %", "71,4 %", "4", "50,0 %", "46,4 %"]
    assert b"X\xc3\xa3 V\xc3\xad D\xe1\xbb\xa5;7;1,3;0,0;40,0" in csv_of(report)
