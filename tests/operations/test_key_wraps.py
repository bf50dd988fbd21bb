"""A desk locked with passwords: its key is on no disk; passwords and the printed sheet open it, nothing
else."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.backup import back_up, choose_place
from desk_app.operations.backup_key import ENVELOPE, kept_key
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.find import find
from desk_app.operations.founding import read_identity
from desk_app.operations.key_asking import ask_by
from desk_app.operations.key_files import KeyMissing, KeyPlace
from desk_app.operations.key_opening import KeyLocked
from desk_app.operations.key_wraps import (
    drop_wrap,
    lock_with,
    locked_of,
    new_code,
    put_right,
    recovery_sheet,
    status,
    status_of,
    turn_off,
    turn_on,
    unwrap,
    unwrap_by_code,
    wrap_for,
)
from desk_app.operations.receive import receive
from desk_app.operations.restoring import restore
from desk_app.paths import DeskPaths
from desk_app.store.store import write_atomically
from tests.offices import OFFICER, MovedClock, new_desk, request

PASSWORD = "mot cau rat de nho"
ANOTHER = "cau khac cung de nho"


@pytest.fixture(autouse=True)
def nobody_is_asked() -> Iterator[None]:
    """As in a process that a scheduler starts."""
    ask_by(None)
    yield
    ask_by(None)


def locked(data: Path, *officers: tuple[str, str]) -> tuple[bytes, str]:
    """A desk with a dossier, locked with passwords and closed: its key and its printed code."""
    with closing(new_desk(data)) as desk:
        receive(desk, [request()], OFFICER)
        code = new_code(desk)
        for login, password in officers or (("lan", PASSWORD),):
            wrap_for(desk, login, password)
        turn_on(desk)
        return desk.store.key, code


def places_of(desk_id: str) -> list[Path]:
    """Every file among this machine's keys that is of the desk's key."""
    place = KeyPlace(desk_id)
    return [one for one in place.secrets.folder.iterdir() if desk_id in one.name and "mark" not in one.name]


def test_a_new_desk_opens_by_itself(tmp_path: Path) -> None:
    with closing(new_desk(tmp_path)) as desk:
        found = status(desk)
    assert (found.mode, found.logins, found.printed, found.unattended) == ("auto", (), False, True)
    open_desk(tmp_path, MovedClock()).close()


def test_a_locked_desks_key_is_nowhere_on_the_disk(tmp_path: Path, own_home: Path) -> None:
    key, _code = locked(tmp_path / "desk")
    for folder in (tmp_path, own_home):
        for file in (one for one in folder.rglob("*") if one.is_file()):
            content = file.read_bytes()
            assert key not in content, file.name
            assert key.hex().encode() not in content, file.name
    with pytest.raises(KeyLocked, match="khóa bằng mật khẩu nên lệnh này không tự mở được"):
        open_desk(tmp_path / "desk", MovedClock())


def test_the_search_for_a_key_on_the_disk_finds_one_that_lies_there(tmp_path: Path, own_home: Path) -> None:
    with closing(new_desk(tmp_path / "desk")) as desk:
        assert any(desk.store.key in one.read_bytes() for one in own_home.rglob("*") if one.is_file())


def test_every_password_with_a_wrap_and_the_code_open_it(tmp_path: Path) -> None:
    key, code = locked(tmp_path, ("lan", PASSWORD), ("minh", ANOTHER))
    assert unwrap(tmp_path, "Lan", PASSWORD) == unwrap(tmp_path, "minh", ANOTHER) == key
    assert unwrap(tmp_path, "", ANOTHER) == unwrap_by_code(tmp_path, code.lower().replace("-", " ")) == key
    for login, password in (("lan", ANOTHER), ("minh", PASSWORD), ("ai", PASSWORD), ("", "sai"), ("lan", "")):
        with pytest.raises(DeskError, match="không mở được dữ liệu trên máy này"):
            unwrap(tmp_path, login, password)
    with closing(open_desk(tmp_path, MovedClock(), unwrap(tmp_path, "lan", PASSWORD))) as desk:
        assert len(find(desk, "Mẫu", 5)) == 1


def test_a_group_of_the_code_typed_wrong_is_named(tmp_path: Path) -> None:
    _key, code = locked(tmp_path)
    groups = code.split("-")
    groups[2] = ("A" if groups[2][0] != "A" else "B") + groups[2][1:]
    with pytest.raises(DeskError, match="nhóm 3 gõ sai"):
        unwrap_by_code(tmp_path, "-".join(groups))
    with pytest.raises(DeskError, match="thiếu hoặc thừa"):
        unwrap_by_code(tmp_path, "-".join(groups[:7]))
    with closing(new_desk(tmp_path / "other")) as other, pytest.raises(DeskError, match="không đúng"):
        unwrap_by_code(tmp_path, new_code(other))


def test_it_is_not_locked_before_a_password_and_a_printed_code_open_it(tmp_path: Path) -> None:
    with closing(new_desk(tmp_path)) as desk:
        with pytest.raises(DeskError, match="Chưa mật khẩu nào"):
            turn_on(desk)
        wrap_for(desk, "lan", PASSWORD)
        with pytest.raises(DeskError, match="Chưa in tờ khôi phục"):
            turn_on(desk)
        with pytest.raises(DeskError, match="ít nhất 10"):
            lock_with(desk, None, "ngan")
        new_code(desk)
        assert lock_with(desk, None, PASSWORD) == OFFICER.name
        assert drop_wrap(desk, "lan")
        with pytest.raises(DeskError, match="mật khẩu cuối cùng"):
            drop_wrap(desk, OFFICER.name)


def test_unlocked_again_it_opens_by_itself(tmp_path: Path) -> None:
    key, _code = locked(tmp_path)
    with closing(open_desk(tmp_path, MovedClock(), unwrap(tmp_path, "lan", PASSWORD))) as desk:
        turn_off(desk)
    open_desk(tmp_path, MovedClock()).close()
    assert kept_key(read_identity(DeskPaths(tmp_path))) == key


def test_a_new_password_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    key, _code = locked(tmp_path, ("lan", PASSWORD))
    with closing(open_desk(tmp_path, MovedClock(), key)) as desk:
        assert wrap_for(desk, "lan", ANOTHER)
        assert not wrap_for(desk, "lan", ANOTHER)
        wrap_for(desk, "minh", PASSWORD)
        assert drop_wrap(desk, "minh")
    assert unwrap(tmp_path, "lan", ANOTHER) == key
    for login in ("lan", "minh"):
        with pytest.raises(DeskError, match="không mở được"):
            unwrap(tmp_path, login, PASSWORD)


def test_locking_that_was_cut_short_is_finished_at_the_next_start(tmp_path: Path) -> None:
    key, _code = locked(tmp_path)
    desk_id = read_identity(DeskPaths(tmp_path))
    KeyPlace(desk_id).put_unattended(key)  # the power went before it was taken away
    with pytest.raises(KeyLocked):
        open_desk(tmp_path, MovedClock())
    assert kept_key(desk_id) is None


@pytest.mark.parametrize("harm", ["cut", "flipped", "gone"])
@pytest.mark.parametrize("which", [0, 1])
def test_one_damaged_file_is_made_anew_from_the_other(tmp_path: Path, harm: str, which: int) -> None:
    key, _code = locked(tmp_path)
    place = KeyPlace(read_identity(DeskPaths(tmp_path)))
    damage(place.files[which], harm)
    assert status_of(tmp_path).damaged == "one"
    with pytest.raises(KeyLocked):
        open_desk(tmp_path, MovedClock())
    assert status_of(tmp_path).damaged == ""
    assert unwrap(tmp_path, "lan", PASSWORD) == key


def damage(file: Path, harm: str) -> None:
    """Cuts a file, flips a bit of it, or removes it."""
    raw = bytearray(file.read_bytes())
    raw[len(raw) // 2] ^= 1
    if harm == "gone":
        file.unlink()
    else:
        file.write_bytes(raw if harm == "flipped" else raw[: len(raw) // 2])


def test_with_both_files_damaged_the_printed_code_puts_it_right(tmp_path: Path) -> None:
    key, code = locked(tmp_path)
    for file in KeyPlace(read_identity(DeskPaths(tmp_path))).files:
        damage(file, "flipped")
    assert status_of(tmp_path).damaged == "all"
    with pytest.raises(KeyMissing, match=r"Cả hai tệp khóa .* đều hỏng") as refused:
        open_desk(tmp_path, MovedClock())
    assert "key unlock" in refused.value.sentence
    with closing(open_desk_by(tmp_path, unwrap_by_code(tmp_path, code))) as desk:
        assert put_right(desk)
        wrap_for(desk, "lan", PASSWORD)
    assert unwrap(tmp_path, "lan", PASSWORD) == unwrap_by_code(tmp_path, code) == key


def test_with_both_files_gone_the_printed_code_still_opens_it(tmp_path: Path) -> None:
    key, code = locked(tmp_path)
    for file in KeyPlace(read_identity(DeskPaths(tmp_path))).files:
        file.unlink()
    with pytest.raises(KeyMissing, match="Không tìm thấy khóa"):
        open_desk(tmp_path, MovedClock())
    with closing(open_desk_by(tmp_path, unwrap_by_code(tmp_path, code))) as desk:
        assert put_right(desk)
        assert (status(desk).mode, status(desk).printed) == ("password", True)
        assert desk.store.key == key


def open_desk_by(data: Path, key: bytes) -> Desk:
    """The desk, opened with a key that somebody gave."""
    return open_desk(data, MovedClock(), key)


def test_damaged_wraps_do_not_stop_a_desk_that_opens_by_itself(tmp_path: Path) -> None:
    with closing(new_desk(tmp_path)) as desk:
        new_code(desk)
        for file in KeyPlace(read_identity(desk.paths)).files:
            damage(file, "cut")
    with closing(open_desk(tmp_path, MovedClock())) as desk:
        assert status(desk).damaged == "all"
        assert put_right(desk)
        assert status(desk).printed


def test_a_backup_of_a_locked_desk_is_restored_locked(tmp_path: Path) -> None:
    data, place, clock = tmp_path / "desk", tmp_path / "stick", MovedClock()
    place.mkdir()
    key, code = locked(data)
    desk_id = read_identity(DeskPaths(data))
    with closing(open_desk(data, clock, key)) as desk:
        choose_place(desk, place)
        back_up(desk, place)
    with pytest.raises(KeyLocked):
        restore(data, place, clock)
    restore(data, place, clock, code).desk.close()
    assert kept_key(desk_id) is None
    shutil.rmtree(data)
    for file in places_of(desk_id):
        file.unlink()
    with pytest.raises(DeskError, match="Cần mã khôi phục"):
        restore(data, place, clock)
    restore(data, place, clock, code).desk.close()  # another machine
    assert kept_key(desk_id) is None
    assert unwrap_by_code(data, code) == key
    assert not any(key in one.read_bytes() for one in places_of(desk_id))


def test_envelopes_of_the_format_before_are_still_opened(tmp_path: Path) -> None:
    with closing(new_desk(tmp_path)) as desk:
        envelope, code = ENVELOPE.seal(bytes.fromhex(read_identity(desk.paths)), desk.store.key, desk.entropy)
        write_atomically(desk.paths.envelope, envelope)
        key = desk.store.key
    for file in places_of(read_identity(DeskPaths(tmp_path))):
        file.unlink()
    assert unwrap_by_code(tmp_path, code) == key


def test_the_sheet_says_its_code_and_is_kept_nowhere(tmp_path: Path, own_home: Path) -> None:
    with closing(new_desk(tmp_path / "desk")) as desk:
        pdf, code = recovery_sheet(desk)
        assert unwrap_by_code(desk.paths.data, code) == desk.store.key
    assert pdf.startswith(b"%PDF-")
    plain = code.replace("-", "").encode()
    for file in (one for folder in (tmp_path, own_home) for one in folder.rglob("*") if one.is_file()):
        assert plain not in file.read_bytes()
        assert code.encode() not in file.read_bytes()


def test_one_desks_wraps_open_no_other_desk(tmp_path: Path) -> None:
    locked(tmp_path / "one")
    locked(tmp_path / "two", ("minh", ANOTHER))
    one, two = (KeyPlace(read_identity(DeskPaths(tmp_path / name))) for name in ("one", "two"))
    for mine, theirs in zip(one.files, two.files, strict=True):
        theirs.write_bytes(mine.read_bytes())
    with pytest.raises(KeyMissing):
        locked_of(tmp_path / "two")
