"""Backups of a desk: proved, encrypted, rotated, and restored without a number twice."""

from __future__ import annotations

import errno
import os
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations import backup as backing
from desk_app.operations import backup_copies as lying
from desk_app.operations.backup import back_up, back_up_everywhere, choose_place
from desk_app.operations.backup_key import make_code
from desk_app.operations.backup_plan import Plan, age_words, set_plan, standing
from desk_app.operations.find import find
from desk_app.operations.receive import receive
from desk_app.operations.restoring import found_copies, restore
from desk_app.paths import DeskPaths
from sync.model.number import SPARE_FIRST
from tests.offices import OFFICER, MovedClock, new_desk, request
from tests.operations.communes import Commune


def _place(tmp_path: Path, desk: object) -> Path:
    place = tmp_path / "volume"
    place.mkdir(exist_ok=True)
    choose_place(desk, place)  # type: ignore[arg-type]
    return place


def test_a_backup_holds_nothing_in_clear_and_counts_what_is_there(tmp_path: Path, clock: MovedClock) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    receive(desk, [request(), request()], OFFICER)
    made = back_up(desk, _place(tmp_path, desk))
    desk.close()
    assert made.copy.manifest.dossiers == 2
    assert made.copy.manifest.entries >= 3
    written = b"".join(one.read_bytes() for one in made.copy.folder.parent.rglob("*") if one.is_file())
    for word in ("Nguyễn Văn Mẫu", "990099000001", "0900000001", "Thôn 1"):
        assert word.encode() not in written


def test_a_restored_desk_gets_back_what_the_center_had_and_gives_no_number_twice(commune: Commune) -> None:
    commune.cut = False
    desk, data = commune.desks[0], commune.root / "desk-1"
    numbers = commune.received(desk, 2)
    place = _place(commune.root, desk)
    back_up(desk, place)
    numbers += commune.received(desk, 3)
    commune.sync(desk)
    numbers += commune.received(desk, 1)  # never left the disk
    desk.close()
    shutil.rmtree(data)

    done = restore(data, place, commune.clock)
    commune.desks[0] = desk = done.desk
    assert done.numbers
    assert (done.aside, done.passed, done.scans_missing) == (None, 0, 0)
    numbers += commune.received(desk, 2)
    for _round in range(2):
        for one in commune.desks:
            commune.sync(one)
    numbers += commune.received(desk, 2)
    commune.sync(desk)
    commune.sync(commune.desks[1])
    assert len(set(numbers)) == len(numbers)
    assert len(commune.roots()) == 1
    there = {row.number for row in find(desk, "")}
    assert set(numbers) - there == {numbers[5]}


def test_a_copy_that_is_the_newest_state_begins_a_new_journal_all_the_same(commune: Commune) -> None:
    desk, data = commune.desks[0], commune.root / "desk-1"
    first = commune.received(desk)[0]
    place = _place(commune.root, desk)
    back_up(desk, place)
    desk.close()
    done = restore(data, place, commune.clock)
    commune.desks[0] = done.desk
    assert done.aside is not None
    assert DeskPaths(done.aside).database.exists()
    again = commune.received(done.desk)[0]
    assert first.endswith("-0001")
    assert int(again[-4:]) >= SPARE_FIRST


def test_a_new_machine_waits_for_the_centers_numbers(commune: Commune, own_home: Path) -> None:
    commune.cut = False
    desk, data = commune.desks[0], commune.root / "desk-1"
    place = _place(commune.root, desk)
    code = make_code(desk.paths)
    back_up(desk, place)
    desk.close()
    shutil.rmtree(data)
    keys = [one for one in own_home.rglob("*") if one.is_file() and "desk-" in one.name]
    for gone in (*keys, *own_home.rglob("head-*.mark")):
        gone.unlink()
    with pytest.raises(DeskError, match="Cần mã khôi phục"):
        restore(data, place, commune.clock)
    with pytest.raises(DeskError, match="Mã khôi phục không đúng"):
        restore(data, place, commune.clock, "ABCD-EFGH")
    assert not data.exists()
    done = restore(data, place, commune.clock, code.lower())
    commune.desks[0] = done.desk
    assert not done.numbers
    with pytest.raises(DeskError, match="chờ trung tâm"):
        commune.received(done.desk)
    commune.sync(done.desk)
    assert commune.received(done.desk)[0][-4:] != "0001"


def test_a_damaged_copy_is_passed_over_for_the_one_before(tmp_path: Path, clock: MovedClock) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    receive(desk, [request()], OFFICER)
    place = _place(tmp_path, desk)
    good = back_up(desk, place).copy
    clock.forward(hours=1)
    bad = back_up(desk, place).copy
    desk.close()
    raw = bytearray(bad.database.read_bytes())
    raw[len(raw) // 2] ^= 1
    bad.database.write_bytes(raw)
    with pytest.raises(DeskError, match="bị hỏng"):
        restore(tmp_path / "desk", bad.folder, clock)
    done = restore(tmp_path / "desk", place, clock)
    done.desk.close()
    assert (done.copy.folder, done.passed) == (good.folder, 1)


def test_a_store_that_does_not_prove_makes_no_backup_and_older_ones_stay(
    tmp_path: Path, clock: MovedClock
) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    receive(desk, [request()], OFFICER)
    place = _place(tmp_path, desk)
    good = back_up(desk, place).copy
    with desk.store.transaction(marked=False) as ledger:
        ledger.rows.connection.execute("UPDATE entries SET body = x'00' WHERE id = 2")  # type: ignore[attr-defined]
    with pytest.raises(DeskError, match="sai lệch"):
        back_up(desk, place)
    assert [one.folder for one in found_copies(place)] == [good.folder]
    assert standing(desk).kept[str(place)].trouble
    desk.close()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "đã đầy"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.EIO, "báo lỗi hoặc đã bị rút ra"),
    ],
)
def test_trouble_at_the_place_has_its_sentence_and_leaves_the_earlier_copies(
    tmp_path: Path, clock: MovedClock, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    place = _place(tmp_path, desk)
    good = back_up(desk, place).copy

    def fail(*_given: object) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as broken:
        broken.setattr(backing, "_write", fail)
        with pytest.raises(DeskError, match=words) as told:
            back_up(desk, place)
    assert told.value.advice
    assert [one.folder for one in found_copies(place)] == [good.folder]
    assert not list(place.rglob("*.part"))
    assert back_up(desk, place).copy.folder != good.folder
    assert not standing(desk).trouble
    desk.close()


def test_a_volume_that_is_not_mounted_gets_no_backup(tmp_path: Path, clock: MovedClock) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    place = _place(tmp_path, desk)
    set_plan(desk, Plan((str(place), str(tmp_path / "stick"))))
    shutil.rmtree(place)
    place.mkdir()  # the empty folder that a volume is mounted on
    made, troubles = back_up_everywhere(desk)
    assert not made
    assert ["Không thấy nơi sao lưu" in one.title for one in troubles] == [True, True]
    assert not list(place.iterdir())
    with pytest.raises(DeskError, match="không được nằm trong"):
        choose_place(desk, desk.paths.data)
    desk.close()


def test_rotation_keeps_days_weeks_and_months_and_never_removes_the_newest(
    tmp_path: Path, clock: MovedClock
) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    place = _place(tmp_path, desk)
    made = back_up(desk, place)
    copies = []
    for hours in range(0, 24 * 90, 8):
        moment = made.copy.made_at - timedelta(hours=hours)
        manifest = lying.Manifest("0" * 16, moment.isoformat(), "", 0, 0, 0, 0, 0, 0)
        copies.append(lying.Copy(Path(f"{hours:05}"), manifest))
    gone = lying.outlived(copies, days=7, weeks=4, months=12)
    kept = [one for one in copies if one not in gone]
    assert kept[:3] == copies[:3]
    assert len({one.made_at.date() for one in kept}) >= 7
    assert len(kept) <= 3 + 7 + 4 + 12
    assert {one.made_at.strftime("%Y-%m") for one in kept} == {
        one.made_at.strftime("%Y-%m") for one in copies
    }
    assert lying.outlived(copies[:1], 0, 0, 0) == []
    desk.close()


def test_old_copies_go_only_after_a_new_one_was_proved(tmp_path: Path, clock: MovedClock) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    place = _place(tmp_path, desk)
    plan = Plan((str(place),), days=1, weeks=0, months=0)
    folders = []
    for _time in range(5):
        folders.append(back_up(desk, place, plan).copy.folder.name)
        clock.forward(hours=1)
    assert [one.folder.name for one in found_copies(place)] == folders[:1:-1]
    desk.close()


def test_a_backup_is_due_by_the_clock_and_its_age_is_said(tmp_path: Path, clock: MovedClock) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    place = _place(tmp_path, desk)
    assert not standing(desk).due(clock())
    set_plan(desk, Plan((str(place),), hours=4, warn_days=2))
    assert standing(desk).due(clock())
    assert standing(desk).too_old(clock())
    back_up_everywhere(desk)
    assert not standing(desk).due(clock())
    clock.forward(hours=5)
    assert standing(desk).due(clock())
    assert age_words(standing(desk).last, clock()) == "Sao lưu 5 giờ trước"
    clock.forward(hours=-10)
    assert standing(desk).due(clock())
    clock.forward(days=3)
    assert standing(desk).too_old(clock())
    with pytest.raises(DeskError, match="Số giờ phải từ 1 đến 24"):
        set_plan(desk, Plan(hours=0))
    desk.close()


def test_a_stick_that_is_plugged_in_gets_its_copy_at_once_and_says_so(
    tmp_path: Path, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, stick = new_desk(tmp_path / "desk", clock), tmp_path / "stick"
    stick.mkdir()
    choose_place(desk, stick)
    set_plan(desk, Plan((str(stick),)))
    back_up_everywhere(desk)
    away = stick.rename(tmp_path / "pocket")
    clock.forward(hours=5)
    assert standing(desk, []).due(clock())
    back_up_everywhere(desk)
    clock.forward(minutes=1)
    assert not standing(desk, []).due(clock())  # out; it is not tried every minute
    away.rename(stick)
    assert standing(desk, [stick]).due(clock())
    monkeypatch.setattr(backing, "drives", lambda: [stick])
    made, troubles = back_up_everywhere(desk)
    assert (len(made), troubles) == (1, [])
    seen = standing(desk, [stick])
    assert (seen.due(clock()), seen.on_stick, seen.trouble) == (False, True, "")
    assert age_words(seen.last, clock(), seen.on_stick) == "Vừa sao lưu ra USB, rút được"
    desk.close()


def test_a_stick_of_this_desk_under_another_letter_gets_its_copy_and_a_strangers_does_not(
    tmp_path: Path, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, sticks = new_desk(tmp_path / "desk", clock), [tmp_path / "E", tmp_path / "F"]
    for one in sticks:
        one.mkdir()
    choose_place(desk, sticks[0])
    monkeypatch.setattr(backing, "drives", lambda: sticks)
    assert standing(desk, sticks).due(clock())
    made, troubles = back_up_everywhere(desk)
    assert [one.copy.folder.parent.parent for one in made] == sticks[:1]
    assert troubles == []
    assert list(sticks[1].iterdir()) == []
    desk.close()


def test_a_block_that_was_taken_before_the_marks_were_lost_is_never_taken_again(
    commune: Commune, own_home: Path
) -> None:
    data, place = commune.root / "desk-1", _place(commune.root, commune.desks[0])
    back_up(commune.desks[0], place)
    numbers = []

    def lost_and_restored(*, marks: bool = False) -> bool:
        commune.desks[0].close()
        shutil.rmtree(data)
        for one in own_home.rglob("head-*.mark") if marks else ():
            one.unlink()
        done = restore(data, place, commune.clock)
        commune.desks[0] = done.desk
        return done.numbers

    assert lost_and_restored()
    numbers += commune.received(commune.desks[0])
    assert not lost_and_restored(marks=True)
    assert not lost_and_restored()  # there are marks again, but not of what was taken before
    commune.cut = False
    commune.sync(commune.desks[0])
    numbers += commune.received(commune.desks[0])
    assert len(set(numbers)) == 2
