"""The journal's mirror: follows by itself, holds nothing in clear, is read past what is damaged in it."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations import mirror, mirror_files
from desk_app.operations.acting import act_on
from desk_app.operations.backup import back_up, choose_place
from desk_app.operations.backup_key import kept_key
from desk_app.operations.backup_plan import Plan, set_plan
from desk_app.operations.desk import Desk
from desk_app.operations.mirror import catch_up, choose_mirror, end_mirror, mirror_folder, renew
from desk_app.operations.mirror_plan import behind_words, standing, standing_words
from desk_app.operations.mirror_reading import MirrorRead, find_mirror, mirror_key, read_mirror
from desk_app.operations.receive import receive
from desk_app.operations.retention import purge_due
from tests.offices import OFFICER, MovedClock, new_desk, request
from tests.operations.communes import Commune


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Another volume."""
    folder = tmp_path / "volume"
    folder.mkdir()
    return folder


def _read(place: Path) -> MirrorRead:
    found = find_mirror(place)
    assert found is not None
    return read_mirror(found, mirror_key(found, ""))


def _received(desk: Desk, count: int = 1) -> list[bytes]:
    return [one.dossier_id for one in receive(desk, [request() for _ in range(count)], OFFICER).value]


def test_every_own_entry_is_in_the_mirror_and_nothing_in_clear(
    tmp_path: Path, clock: MovedClock, place: Path
) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    choose_mirror(desk, place)
    ids = _received(desk, 3)
    assert standing(desk).behind == 4
    assert behind_words(standing(desk)) == "Sổ dự phòng thiếu 4 ghi nhận"
    stands = catch_up(desk).value
    assert (stands.behind, stands.trouble, stands.at) == (0, "", clock.now)
    held = _read(place)
    assert held.dossiers == set(ids)
    assert (held.count, held.damaged, held.torn) == (4, 0, False)
    written = b"".join(one.read_bytes() for one in place.rglob("*") if one.is_file())
    for word in ("Nguyễn Văn Mẫu", "990099000001", "0900000001", "node-secret", "received"):
        assert word.encode() not in written
    desk.close()


def test_what_is_written_later_is_added_behind_and_written_once(
    tmp_path: Path, clock: MovedClock, place: Path
) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    choose_mirror(desk, place)
    catch_up(desk)
    segment = next(mirror_folder(desk, place).glob("*.mcj"))
    before = segment.read_bytes()
    ids = _received(desk, 2)
    catch_up(desk)
    grown = segment.read_bytes()
    assert grown.startswith(before)
    assert len(grown) > len(before)
    catch_up(desk)
    assert segment.read_bytes() == grown
    assert _read(place).dossiers == set(ids)
    desk.close()


def test_a_volume_that_is_gone_stops_no_reception_and_is_caught_up_with(
    tmp_path: Path, clock: MovedClock, place: Path
) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    choose_mirror(desk, place)
    catch_up(desk)
    away = place.rename(tmp_path / "out")
    ids = _received(desk, 2)
    with pytest.raises(DeskError, match="Không thấy nơi sao lưu"):
        catch_up(desk)
    stands = standing(desk)
    assert stands.behind == 2
    assert "Không thấy" in standing_words(stands)
    assert not place.exists()
    away.rename(place)
    assert catch_up(desk).value.trouble == ""
    assert _read(place).dossiers == set(ids)
    desk.close()


@pytest.mark.parametrize(("code", "words"), [(errno.ENOSPC, "đã đầy"), (errno.EROFS, "chỉ cho đọc")])
def test_trouble_at_the_place_has_its_sentence_and_the_next_try_goes_on(
    tmp_path: Path, clock: MovedClock, place: Path, monkeypatch: pytest.MonkeyPatch, code: int, words: str
) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    choose_mirror(desk, place)
    catch_up(desk)
    ids = _received(desk)

    def fail(*_given: object) -> int:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as broken:
        broken.setattr(mirror_files, "append", fail)
        with pytest.raises(DeskError, match=words):
            catch_up(desk)
    assert standing(desk).behind == 1
    catch_up(desk)
    assert _read(place).dossiers == set(ids)
    desk.close()


def test_a_torn_end_is_cut_off_and_written_again(tmp_path: Path, clock: MovedClock, place: Path) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    choose_mirror(desk, place)
    first = _received(desk)
    catch_up(desk)
    segment = next(mirror_folder(desk, place).glob("*.mcj"))
    good = segment.stat().st_size
    second = _received(desk)
    catch_up(desk)
    whole = segment.read_bytes()
    for length in (good + 1, good + 30, len(whole) - 1):
        segment.write_bytes(whole[:length])
        held = _read(place)
        assert (held.torn, held.damaged, held.dossiers) == (True, 0, set(first))
    third = _received(desk)
    catch_up(desk)
    held = _read(place)
    assert (held.torn, held.damaged, held.dossiers) == (False, 0, {*first, *second, *third})
    desk.close()


def test_damage_in_the_middle_is_noticed_and_what_is_behind_it_still_read(
    tmp_path: Path, clock: MovedClock, place: Path
) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    choose_mirror(desk, place)
    catch_up(desk)
    segment = next(mirror_folder(desk, place).glob("*.mcj"))
    ids, ends = [], [segment.stat().st_size]
    for _one in range(3):
        ids += _received(desk)
        catch_up(desk)
        ends.append(segment.stat().st_size)
    raw = bytearray(segment.read_bytes())
    for at in (ends[1] + 2, ends[1] + 5, ends[1] + 9, ends[1] + 40):  # mark, index, length, record
        hurt = bytearray(raw)
        hurt[at] ^= 0x55
        segment.write_bytes(hurt)
        held = _read(place)
        assert (held.damaged, held.torn, held.dossiers) == (1, False, {ids[0], ids[2]}), at
    ids += _received(desk)
    catch_up(desk)  # the desk lives: what was damaged is written again
    held = _read(place)
    assert (held.damaged, held.dossiers) == (0, set(ids))
    desk.close()


def test_a_segment_that_was_lost_or_cut_short_is_noticed(
    tmp_path: Path, clock: MovedClock, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirror, "SEGMENT_BYTES", 1)
    desk = new_desk(tmp_path / "desk", clock)
    choose_mirror(desk, place)
    ids = []
    for _one in range(4):
        ids += _received(desk)
        catch_up(desk)
    segments = sorted(mirror_folder(desk, place).glob("*.mcj"))
    assert len(segments) == 4
    assert _read(place).dossiers == set(ids)
    raw = segments[1].read_bytes()
    segments[1].write_bytes(raw[: len(raw) // 2])
    assert _read(place).damaged == 1
    segments[1].unlink()
    held = _read(place)
    assert (held.damaged, held.dossiers) == (1, {ids[0], *ids[2:]})
    desk.close()


def test_what_center_and_a_proved_backup_have_is_let_go_and_nothing_else(
    commune: Commune, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mirror, "SEGMENT_BYTES", 1)
    desk, spare = commune.desks[0], commune.root / "spare"
    spare.mkdir()
    choose_place(desk, spare)
    set_plan(desk, Plan((str(spare),)))
    choose_mirror(desk, place)
    first = set()
    for _one in range(3):
        commune.received(desk)
        catch_up(desk)
    first = _read(place).dossiers
    assert len(first) == 3
    back_up(desk, spare)
    commune.received(desk)
    catch_up(desk)
    assert _read(place).dossiers > first  # the center has not
    commune.cut = False
    commune.sync(desk)
    commune.received(desk)
    catch_up(desk)
    kept = _read(place)
    assert not kept.dossiers & first
    assert len(kept.dossiers) == 2  # the one no backup has, and the one the center has not


def test_a_mirror_written_anew_holds_what_the_store_holds(
    tmp_path: Path, clock: MovedClock, place: Path
) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    choose_mirror(desk, place)
    ids = _received(desk, 20)
    catch_up(desk)
    before = {one.name for one in mirror_folder(desk, place).glob("*.mcj")}
    assert renew(desk).value.behind == 0
    after = {one.name for one in mirror_folder(desk, place).glob("*.mcj")}
    assert not before & after
    held = _read(place)
    assert (held.dossiers, held.damaged) == (set(ids), 0)
    desk.close()


def test_a_mirror_that_was_turned_off_is_let_lie(tmp_path: Path, clock: MovedClock, place: Path) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    choose_mirror(desk, place)
    catch_up(desk)
    end_mirror(desk)
    _received(desk)
    stands = catch_up(desk).value
    assert (stands.place, behind_words(stands)) == ("", "")
    assert not _read(place).dossiers
    with pytest.raises(DeskError, match="không được nằm trong"):
        choose_mirror(desk, desk.paths.data)
    desk.close()


def test_another_desks_key_opens_nothing(tmp_path: Path, clock: MovedClock, place: Path) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    choose_mirror(desk, place)
    _received(desk)
    catch_up(desk)
    found = find_mirror(place)
    assert found is not None
    key = kept_key(found.desk_id)
    assert key is not None
    held = read_mirror(found, bytes(32))
    assert (held.count, held.desk) == (0, None)
    shutil.rmtree(found.folder)
    assert find_mirror(place) is None
    desk.close()


def _withdrawn(desk: Desk) -> bytes:
    """A dossier that ended at once, of a kind the law keeps two years."""
    [one] = receive(desk, [request(procedure="2.000884")], OFFICER).value
    act_on(desk, one.number, "withdraw", {"reason": "Công dân xin rút"}, OFFICER)
    return one.dossier_id


def _bodies(place: Path, dossier: bytes) -> list[bytes]:
    """What the mirror holds in words of a dossier."""
    held = _read(place)
    assert held.damaged == 0
    entries = [one for some in held.entries.values() for one in some.values() if one.dossier == dossier]
    assert entries
    return [one.body for one in entries if one.body is not None]


def test_a_purge_reaches_the_mirror(tmp_path: Path, clock: MovedClock, place: Path) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    choose_mirror(desk, place)
    dossier, stays = _withdrawn(desk), _received(desk)[0]
    catch_up(desk)
    assert len(_bodies(place, dossier)) == 2
    clock.now = clock.now.replace(year=clock.now.year + 3)
    purge_due(desk, OFFICER, "Quyết định 15/QĐ-UBND", date_confirmed=True)
    assert standing(desk).purged
    assert standing_words(standing(desk)) == "Đang chép lại để bỏ nội dung đã hủy."
    stands = catch_up(desk).value
    assert (stands.behind, stands.purged, stands.trouble) == (0, False, "")
    assert _bodies(place, dossier) == []
    assert _bodies(place, stays)
    desk.close()


def test_a_mirror_that_was_out_during_a_purge_loses_the_bodies_when_it_is_back(
    tmp_path: Path, clock: MovedClock, place: Path
) -> None:
    desk = new_desk(tmp_path / "desk", clock)
    choose_mirror(desk, place)
    dossier = _withdrawn(desk)
    catch_up(desk)
    away = place.rename(tmp_path / "out")
    clock.now = clock.now.replace(year=clock.now.year + 3)
    purge_due(desk, OFFICER, "Quyết định 15/QĐ-UBND", date_confirmed=True)
    with pytest.raises(DeskError, match="Không thấy nơi sao lưu"):
        catch_up(desk)
    assert standing(desk).purged
    away.rename(place)
    catch_up(desk)
    assert _bodies(place, dossier) == []
    assert not standing(desk).purged
    desk.close()
