"""Restored copies, clones and moved folders: noticed at the next write, and no number twice."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import set_up
from desk_app.operations.find import find
from desk_app.operations.receive import receive
from sync.journal.marks import MarkState
from sync.model.number import Lease
from tests.offices import OFFICER, UNIT, MovedClock, new_desk, reopened, request


def _copy(data: Path, to: Path) -> None:
    shutil.rmtree(to, ignore_errors=True)
    shutil.copytree(data, to)


def test_an_old_copy_put_back_does_not_number_again(tmp_path: Path) -> None:
    data, backup = tmp_path / "desk", tmp_path / "backup"
    new_desk(data).close()
    with reopened(data) as desk:
        receive(desk, [request()], OFFICER)
    _copy(data, backup)
    with reopened(data) as desk:
        lost = receive(desk, [request()], OFFICER).value[0].number
    _copy(backup, data)
    with reopened(data) as desk:
        assert desk.store.mark_state() is MarkState.AHEAD
        with pytest.raises(DeskError, match="chờ trung tâm cấp dải số"):
            receive(desk, [request()], OFFICER)
        assert lost not in [row.number for row in find(desk, "")]
    again = set_up(data, unit=UNIT, name="Ủy ban nhân dân xã Ví Dụ", desk=2, clock=MovedClock())
    number = receive(again, [request()], OFFICER).value[0].number
    assert number == "H99.99.001-261123-1001"
    again.close()


def test_a_desk_number_that_was_used_is_not_given_again(tmp_path: Path) -> None:
    data, backup = tmp_path / "desk", tmp_path / "backup"
    new_desk(data).close()
    _copy(data, backup)
    with reopened(data) as desk:
        receive(desk, [request()], OFFICER)
    _copy(backup, data)
    with pytest.raises(DeskError, match="đã dùng"):
        set_up(data, unit=UNIT, name="Xã", desk=1, clock=MovedClock())


def test_a_desk_that_can_number_is_not_set_up_again(tmp_path: Path) -> None:
    new_desk(tmp_path).close()
    with pytest.raises(DeskError, match="đã có một quầy"):
        new_desk(tmp_path, number=3)


def test_a_cloned_folder_waits_for_a_range_of_its_own(tmp_path: Path) -> None:
    data, clone = tmp_path / "desk", tmp_path / "clone"
    new_desk(data).close()
    _copy(data, clone)
    with reopened(data) as desk, reopened(clone) as twin:
        assert receive(desk, [request()], OFFICER).value[0].number.endswith("0001")
        with pytest.raises(DeskError, match="chờ trung tâm cấp dải số"):
            receive(twin, [request()], OFFICER)
        assert receive(desk, [request()], OFFICER).value[0].number.endswith("0002")


def test_a_restored_desk_takes_a_spare_block_and_each_block_only_once(tmp_path: Path) -> None:
    data, backup = tmp_path / "desk", tmp_path / "backup"
    desk = new_desk(data)
    main = Lease(UNIT, 1, 999, desk.keys.node, b"12345678", date(2026, 11, 23))
    with desk.writing() as ledger:
        for first in (6300, 7100):
            ledger.rows.save_lease(
                desk.settings.channel, replace(main, first=first, last=first + 99, incarnation=b"")
            )
    desk.close()
    _copy(data, backup)
    numbers = []
    with reopened(data) as desk:
        numbers.append(receive(desk, [request()], OFFICER).value[0].number)
    for _ in range(2):
        _copy(backup, data)
        with reopened(data) as desk:
            numbers.append(receive(desk, [request()], OFFICER).value[0].number)
            numbers.append(receive(desk, [request()], OFFICER).value[0].number)
    assert [one[-4:] for one in numbers] == ["0001", "6300", "6301", "7100", "7101"]
    _copy(backup, data)
    with reopened(data) as desk, pytest.raises(DeskError, match="chờ trung tâm"):
        receive(desk, [request()], OFFICER)


def test_a_lost_head_mark_in_one_place_is_no_restore(tmp_path: Path, own_home: Path) -> None:
    new_desk(tmp_path).close()
    marks = sorted(own_home.rglob("head-*.mark"))
    assert len(marks) == 2
    marks[0].unlink()
    with reopened(tmp_path) as desk:
        assert receive(desk, [request()], OFFICER).value[0].number.endswith("0001")


def test_head_marks_lost_in_both_places_stop_numbering(tmp_path: Path, own_home: Path) -> None:
    new_desk(tmp_path).close()
    for mark in own_home.rglob("head-*.mark"):
        mark.unlink()
    with reopened(tmp_path) as desk, pytest.raises(DeskError, match="chờ trung tâm cấp dải số"):
        receive(desk, [request()], OFFICER)
