"""Hồ sơ đi bằng thẻ nhớ: out at the desk, in at the center, the answer home; nothing of it by trust."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.checking import verify
from desk_app.operations.drives import bundles_in
from desk_app.operations.find import find
from desk_app.operations.receipts import sync_state
from desk_app.operations.sticks import export_stick, import_stick, look
from sync.center.exchange.sticks import StickVisit, show_stick, take_stick
from sync.center.store.trouble import CenterError
from sync.center.work.checking import verify as verify_center
from sync.center.work.deciding import decide
from sync.protocol import limits
from tests.offices import UNIT, MovedClock, new_desk
from tests.operations.communes import Commune


def answer_of(visit: StickVisit) -> Path:
    """Where the center's answer lies."""
    assert visit.reply is not None
    return visit.reply


def test_a_dossier_goes_to_the_center_and_its_receipt_and_decision_come_home(
    commune: Commune, pocket: Path
) -> None:
    desk, other = commune.desks
    numbers = commune.received(desk, 3)
    assert sync_state(desk).pending_dossiers == 3
    out = export_stick(desk, pocket).value
    assert (out.entries, out.dossiers, out.more) == (3, 3, False)
    assert out.path.suffix == ".mcb"
    assert out.path.name.isascii()
    assert sync_state(desk).pending_dossiers == 3, "on a stick is not at the center"
    shown = show_stick(commune.center, out.path)
    assert (shown.unit, shown.desk, shown.entries, shown.dossiers, shown.news) == (UNIT, 1, 3, 3, True)
    visit = take_stick(commune.center, out.path, pocket)
    assert (visit.received, visit.dossiers, visit.desk, visit.refused) == (3, 3, 1, ())
    decide(commune.center, numbers[0], "processing", "")
    visit = take_stick(commune.center, out.path, pocket)
    assert (visit.received, visit.sent) == (0, 1)

    facts = look(desk, answer_of(visit))
    assert (facts.from_center, facts.answer, facts.entries, facts.news, facts.ours) == (
        True,
        True,
        1,
        True,
        False,
    )
    taken = import_stick(desk, answer_of(visit)).value
    assert (taken.received, taken.acknowledged, taken.pending, taken.refused) == (1, 3, 0, 0)
    state = sync_state(desk)
    assert (state.pending, state.held, state.total) == (0, 3, 3)
    assert {row.number: str(row.status) for row in find(desk, "")}[numbers[0]] == "processing"
    assert facts.confirms
    assert not look(desk, answer_of(visit)).news
    assert not look(desk, answer_of(visit)).confirms
    again = import_stick(desk, answer_of(visit)).value
    assert (again.received, again.acknowledged, again.pending) == (0, 0, 0)
    # the same stick, at the other desk: its dossiers and the decision, by way of bundle and answer
    import_stick(other, out.path)
    import_stick(other, answer_of(visit))
    assert {row.number for row in find(other, "")} == set(numbers)
    assert len(commune.roots()) == 1
    assert all(verify(one)["ok"] for one in commune.desks)
    assert verify_center(commune.center)["ok"]


def test_a_colleague_carries_what_a_dead_machine_left_on_its_stick(commune: Commune, pocket: Path) -> None:
    """Any machine of the unit can open it, and takes it on: by its own stick, or when the line is back."""
    desk, other = commune.desks
    numbers = commune.received(desk, 2)
    out = export_stick(desk, pocket).value
    desk.close()  # and never comes back
    commune.desks = [other]
    assert import_stick(other, out.path).value.received == 2
    onward = export_stick(other, pocket).value
    assert onward.entries == 2
    visit = take_stick(commune.center, onward.path, pocket)
    assert visit.received == 2
    import_stick(other, answer_of(visit))
    assert export_stick(other, pocket).value.entries == 0, "and not again once the center has it"
    assert {row.number for row in find(other, "")} == set(numbers)
    assert len(commune.roots()) == 1


def test_stick_and_line_at_once_end_in_the_same(commune: Commune, pocket: Path) -> None:
    desk, other = commune.desks
    commune.received(desk, 2)
    old = export_stick(desk, pocket).value
    commune.received(other, 1)
    commune.received(desk, 1)
    commune.cut = False
    commune.sync(desk)
    assert take_stick(commune.center, old.path, pocket).received == 0
    late = take_stick(commune.center, old.path, pocket)
    commune.received(desk, 1)
    for _round in range(2):
        for one in commune.desks:
            commune.sync(one)
            import_stick(one, answer_of(late))
    assert len(commune.roots()) == 1
    assert [sync_state(one).pending for one in commune.desks] == [0, 0]


def test_the_answer_of_a_center_that_was_put_back_counts_at_once(commune: Commune, pocket: Path) -> None:
    """Its receipts are another incarnation's; a desk without any line must not wait for ever."""
    from sync.protocol.answering import forget_incarnation

    [desk, _other] = commune.desks
    commune.received(desk, 2)
    with commune.center.store.transaction() as ledger:
        forget_incarnation(ledger)
    out = export_stick(desk, pocket).value
    commune.forward(days=3)
    assert import_stick(desk, answer_of(take_stick(commune.center, out.path, pocket))).value.pending == 0


def test_a_desk_that_lost_its_disk_gets_its_entries_back_from_its_own_stick(
    commune: Commune, pocket: Path, tmp_path: Path
) -> None:
    from tests.offices import reopened

    [desk, _other] = commune.desks
    desk.close()
    data, backup = commune.root / "desk-1", tmp_path / "backup"
    shutil.copytree(data, backup)
    with reopened(data, commune.clock) as desk:
        numbers = commune.received(desk, 2)
        out = export_stick(desk, pocket).value
    shutil.rmtree(data)
    shutil.copytree(backup, data)
    with reopened(data, commune.clock) as desk:
        assert find(desk, "") == []
        facts = look(desk, out.path)
        assert (facts.ours, facts.news) == (True, True)
        assert import_stick(desk, out.path).value.received == 2
        assert {row.number for row in find(desk, "")} == set(numbers)
    commune.desks = commune.desks[1:]


def test_a_bundle_is_for_the_machines_of_its_unit_only(
    commune: Commune, pocket: Path, tmp_path: Path
) -> None:
    from desk_app.operations.enrolment import enrol
    from sync.center.units.invitations import invite

    commune.cut = False
    line = invite(commune.center, "H99.99.002", "http://127.0.0.1:9", name="Xã khác").encode()
    stranger = enrol(tmp_path / "other", line, clock=commune.clock, post=commune.post)
    commune.received(commune.desks[0])
    out = export_stick(commune.desks[0], pocket).value
    with pytest.raises(DeskError, match="không gửi cho máy này"):
        look(stranger, out.path)
    with pytest.raises(DeskError, match="không gửi cho máy này"):
        import_stick(stranger, out.path)
    assert find(stranger, "") == []
    stranger.close()


def test_a_desk_without_a_center_is_told_so(tmp_path: Path, pocket: Path) -> None:
    desk = new_desk(tmp_path / "alone", MovedClock())
    for act in (lambda: export_stick(desk, pocket), lambda: look(desk, pocket / "x.mcb")):
        with pytest.raises(DeskError, match="chưa ghi danh"):
            act()
    desk.close()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "không phải gói dữ liệu"),
        (b"PK\x03\x04../../evil.mcb", "không phải gói dữ liệu"),
        (b"MCBNDL2\n" + bytes(400), "phiên bản Một cửa mới hơn"),
        (b"MCBNDL1\n", "bị cụt"),
        (b"MCBNDL1\n\x00\x00\x00\x05abcde" + bytes(64), "bị hỏng"),
        (b"MCBNDL1\n\xff\xff\xff\xff" + bytes(400), "lớn hơn mức cho phép"),
    ],
)
def test_a_hostile_file_is_refused_with_its_reason(
    commune: Commune, pocket: Path, content: bytes, words: str
) -> None:
    path = pocket / "..; rm -rf .mcb"
    path.write_bytes(content)
    before = commune.roots()
    with pytest.raises(DeskError, match=words):
        import_stick(commune.desks[0], path)
    with pytest.raises(CenterError, match=words):
        take_stick(commune.center, path, pocket)
    assert commune.roots() == before
    assert [one.name for one in pocket.iterdir()] == [path.name], "nothing was written beside it"


def test_a_cut_or_changed_bundle_brings_nothing(commune: Commune, pocket: Path) -> None:
    [desk, _other] = commune.desks
    commune.received(desk, 2)
    raw = export_stick(desk, pocket).value.path.read_bytes()
    path = pocket / "changed.mcb"
    for at in {0, 7, 9, 100, len(raw) // 2, len(raw) - 70, len(raw) - 1}:
        for damaged in (raw[:at], raw[:at] + bytes((raw[at] ^ 1,)) + raw[at + 1 :], raw + b"x"):
            path.write_bytes(damaged)
            with pytest.raises(CenterError):
                take_stick(commune.center, path, pocket)
    path.write_bytes(raw)
    assert take_stick(commune.center, path, pocket).received == 2


@pytest.mark.skipif(os.name != "posix", reason="pipes, devices and links are made so on POSIX only")
def test_what_is_no_plain_file_is_refused_at_once(commune: Commune, pocket: Path) -> None:
    [desk, _other] = commune.desks
    os.mkfifo(pocket / "pipe.mcb")
    (pocket / "folder.mcb").mkdir()
    (pocket / "zero.mcb").symlink_to("/dev/zero")
    for name in ("pipe.mcb", "folder.mcb", "zero.mcb"):
        with pytest.raises(DeskError, match="không phải gói dữ liệu"):
            look(desk, pocket / name)
    with pytest.raises(DeskError, match="Không đọc được"):
        look(desk, pocket / "nothing.mcb")


def test_a_file_beyond_two_gigabytes_is_not_even_read(commune: Commune, pocket: Path) -> None:
    path = pocket / "huge.mcb"
    with path.open("wb") as file:
        file.truncate(limits.MAX_BUNDLE + 1)
    with pytest.raises(DeskError, match="lớn hơn mức cho phép"):
        look(commune.desks[0], path)


@pytest.mark.skipif(os.name != "posix", reason="links are made so on POSIX only")
def test_nothing_on_the_stick_leads_the_writing_elsewhere(
    commune: Commune, pocket: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A link that waits under the name to be written is not written through."""
    [desk, _other] = commune.desks
    target = tmp_path / "precious"
    target.write_text("precious")
    monkeypatch.setattr("desk_app.operations.sticks.bundle_name", lambda *_: "known.mcb")
    (pocket / "known.mcb.part").symlink_to(target)
    with pytest.raises(DeskError):
        export_stick(desk, pocket)
    assert target.read_text() == "precious"


def test_the_places_and_media_that_fail_are_named(
    commune: Commune, pocket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import errno

    [desk, _other] = commune.desks
    commune.received(desk)
    with pytest.raises(DeskError, match="Không thấy thư mục"):
        export_stick(desk, pocket / "gone")

    def failing(number: int) -> object:
        def fsync(_handle: int) -> None:
            raise OSError(number, "said by the medium")

        return fsync

    for number, words in ((errno.ENOSPC, "đã đầy"), (errno.EIO, "báo lỗi"), (errno.EROFS, "không cho ghi")):
        with monkeypatch.context() as patched:
            patched.setattr("sync.links.stick.os.fsync", failing(number))
            with pytest.raises(DeskError, match=words):
                export_stick(desk, pocket)
        assert list(pocket.iterdir()) == [], "nothing half-written stays"
    assert export_stick(desk, pocket).value.entries == 1


def test_a_stick_that_keeps_something_else_than_was_written_is_not_trusted(
    commune: Commune, pocket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [desk, _other] = commune.desks
    commune.received(desk)
    replace = os.replace

    def lying(source: Path, target: Path) -> None:
        raw = bytearray(Path(source).read_bytes())
        raw[len(raw) // 2] ^= 1
        Path(source).write_bytes(raw)
        replace(source, target)

    monkeypatch.setattr("sync.links.stick.os.replace", lying)
    with pytest.raises(DeskError, match="đọc lại khác với điều đã ghi"):
        export_stick(desk, pocket)
    assert list(pocket.iterdir()) == []


def test_the_newest_bundles_of_a_stick_are_offered_first(commune: Commune, pocket: Path) -> None:
    [desk, _other] = commune.desks
    first = export_stick(desk, pocket).value.path
    os.utime(first, (1, 1))
    commune.forward(minutes=5)
    second = export_stick(desk, pocket).value.path
    (pocket / "note.txt").write_text("x")
    assert bundles_in(pocket) == [second, first]
    assert bundles_in(pocket / "gone") == []
