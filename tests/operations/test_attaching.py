"""Scans at the desk: attached durably, stored once, never in clear, and reported when something is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.attaching import (
    attach,
    attachment_pages,
    attachments_of,
    detach,
    files_of,
    open_attachment,
    sweep_scans,
)
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from desk_app.operations.receive import receive
from desk_app.operations.scan_settings import scan_settings, set_scans
from sync.attachments.files import ScanFiles
from tests.attachments.papers import CANARY, page, small_jpeg, written
from tests.offices import OFFICER, MovedClock, new_desk, reopened, request

NUMBER, OTHER = "H99.99.001-261123-0001", "H99.99.001-261123-0002"


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    """A desk with two dossiers."""
    opened = new_desk(tmp_path / "desk", clock)
    receive(opened, [request(), request()], OFFICER)
    yield opened
    opened.close()


def test_an_attached_scan_is_listed_opened_and_in_the_history(desk: Desk) -> None:
    one = attach(desk, NUMBER, small_jpeg(), "Tờ khai", OFFICER).value
    assert (one.place, one.state, one.scan.title, one.scan.file.pages) == (1, "waiting", "Tờ khai", 1)
    scan, pdf = open_attachment(desk, NUMBER, 1)
    assert pdf.startswith(b"%PDF-")
    assert sha256(pdf).digest() == scan.file.plain
    event = show(desk, NUMBER).dossier.history[-1]
    assert (event.act, event.text) == ("attached", "Đính kèm bản chụp: Tờ khai (1 trang)")
    assert not event.details, "the key is nobody's history"
    assert [png[:4] for png in attachment_pages(desk, NUMBER, 1, 40)] == [b"\x89PNG"]
    assert verify(desk)["problems"] == []


def test_scans_outlive_a_restart(desk: Desk) -> None:
    attach(desk, NUMBER, small_jpeg(), "Tờ khai", OFFICER)
    before = open_attachment(desk, NUMBER, 1)
    desk.close()
    with reopened(desk.paths.data) as again:
        assert open_attachment(again, NUMBER, 1) == before
        assert verify(again)["ok"]


def test_the_same_paper_in_two_dossiers_is_stored_once(desk: Desk) -> None:
    first = attach(desk, NUMBER, small_jpeg(), "Hộ chiếu", OFFICER).value.scan
    second = attach(desk, OTHER, small_jpeg(), "Hộ chiếu", OFFICER).value.scan
    assert first.file == second.file
    assert list(files_of(desk).names()) == [first.name]
    with pytest.raises(DeskError, match="đã có trong hồ sơ"):
        attach(desk, NUMBER, small_jpeg(), "Lần nữa", OFFICER)


def test_two_different_papers_have_different_keys(desk: Desk) -> None:
    one = attach(desk, NUMBER, small_jpeg(1), "Một", OFFICER).value.scan
    two = attach(desk, NUMBER, small_jpeg(2), "Hai", OFFICER).value.scan
    assert one.file.key != two.file.key
    assert [each.scan.title for each in attachments_of(desk, NUMBER)] == ["Một", "Hai"]


def test_nothing_of_a_scan_lies_in_clear_on_the_disk(desk: Desk) -> None:
    source = written(page(size=(400, 500)), "PNG", pnginfo=None)
    attach(desk, NUMBER, source + CANARY, "Trần Thị Thử", OFFICER)
    _scan, pdf = open_attachment(desk, NUMBER, 1)
    wanted = (CANARY, "Trần Thị Thử".encode(), pdf[200:260], source[100:160], b"%PDF-", b"\xff\xd8\xff\xe0")
    for path in desk.paths.data.rglob("*"):
        if path.is_file() and not path.is_relative_to(desk.paths.slips):
            content = path.read_bytes()
            assert not [one for one in wanted if one in content], path.name


def test_what_is_no_scan_is_refused_and_nothing_is_written(desk: Desk) -> None:
    before = show(desk, NUMBER).dossier
    with pytest.raises(DeskError, match="không phải PDF"):
        attach(desk, NUMBER, b"MZ a program", "Tờ khai", OFFICER)
    assert show(desk, NUMBER).dossier == before
    assert not desk.paths.scans.exists()


def test_a_file_that_could_not_be_written_is_not_promised(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as disk:
        disk.setattr(ScanFiles, "put", full)
        with pytest.raises(DeskError, match="chưa đính kèm"):
            attach(desk, NUMBER, small_jpeg(), "Tờ khai", OFFICER)
    assert attachments_of(desk, NUMBER) == []
    attach(desk, NUMBER, small_jpeg(), "Tờ khai", OFFICER)


def test_a_missing_a_damaged_and_a_changed_file_are_reported(desk: Desk) -> None:
    names = [attach(desk, NUMBER, small_jpeg(n), f"Tờ {n}", OFFICER).value.scan.name for n in range(3)]
    missing, shorter, changed = (files_of(desk).path(name) for name in names)
    missing.unlink()
    shorter.write_bytes(shorter.read_bytes()[:-1])
    changed.write_bytes(bytes(changed.stat().st_size))
    report = verify(desk)
    assert not report["ok"]
    words = {name: [line for line in report["problems"] if name.hex()[:16] in line] for name in names}
    assert [
        "thiếu tệp" in words[names[0]][0],
        "hỏng" in words[names[1]][0],
        "hỏng" in words[names[2]][0],
    ] == [True] * 3
    assert [one.state for one in attachments_of(desk, NUMBER)][:2] == ["missing", "damaged"]
    with pytest.raises(DeskError, match="chưa có ở máy này"):
        open_attachment(desk, NUMBER, 1)
    with pytest.raises(DeskError, match="hỏng hoặc bị đổi"):
        open_attachment(desk, NUMBER, 3)


def test_attaching_the_same_paper_again_heals_a_lost_file(desk: Desk) -> None:
    scan = attach(desk, NUMBER, small_jpeg(), "Tờ khai", OFFICER).value.scan
    files_of(desk).remove(scan.name)
    attach(desk, OTHER, small_jpeg(), "Tờ khai", OFFICER)
    assert open_attachment(desk, NUMBER, 1)[0].name == scan.name


def test_a_scan_taken_off_leaves_the_list_and_stays_in_the_record(desk: Desk, clock: MovedClock) -> None:
    scan = attach(desk, NUMBER, small_jpeg(), "Nhầm", OFFICER).value.scan
    with pytest.raises(DeskError, match="lý do"):
        detach(desk, NUMBER, 1, " ", OFFICER)
    dossier = detach(desk, NUMBER, 1, "Nhầm hồ sơ", OFFICER).value
    assert (dossier.scans, [one.name for one in dossier.detached]) == ((), [scan.name])
    assert dossier.history[-1].text == "Gỡ bản chụp đính kèm nhầm: Nhầm – Nhầm hồ sơ"
    clock.forward(days=9)
    sweep_scans(desk)
    assert list(files_of(desk).names()) == [scan.name]
    attach(desk, NUMBER, small_jpeg(), "Đúng rồi", OFFICER)
    assert verify(desk)["ok"]


def test_a_file_nobody_names_is_swept_after_a_week(desk: Desk, clock: MovedClock) -> None:
    import os

    content = b"an upload that a power cut left behind"
    files_of(desk).put(sha256(content).digest(), content)
    os.utime(files_of(desk).path(sha256(content).digest()), (clock.now.timestamp(),) * 2)
    clock.forward(days=6)
    assert sweep_scans(desk) == 0
    clock.forward(days=1)
    assert sweep_scans(desk) == 1


def test_settings_are_kept_and_nonsense_is_refused(desk: Desk, tmp_path: Path) -> None:
    set_scans(desk, dpi=200, folder=str(tmp_path))
    assert (scan_settings(desk).dpi, scan_settings(desk).folder) == (200, str(tmp_path))
    for wrong in ({"dpi": 5}, {"jpeg": 100}, {"daily_bytes": -1}, {"folder": str(tmp_path / "none")}):
        with pytest.raises(DeskError):
            set_scans(desk, **wrong)
