"""Scans by stick: out at the desk, in at the center, its word and other desks' scans home again."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.domain.mistakes import DeskError
from desk_app.operations.attaching import attachments_of, files_of, open_attachment
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.receipts import sync_state
from desk_app.operations.sticks import export_stick, import_stick, look
from sync.attachments.files import WHOLE
from sync.center.exchange.scans import scan_files
from sync.center.exchange.sticks import StickVisit, show_stick, take_stick
from sync.center.store.trouble import CenterError
from sync.center.work.checking import verify as verify_center
from tests.attachments.papers import heavy_png, small_jpeg
from tests.center.scanned import attach_to
from tests.offices import UNIT
from tests.operations.communes import Commune

CHANNEL = f"unit:{UNIT}"


def attached(commune: Commune, desk: Desk, count: int = 1) -> tuple[str, list[bytes]]:
    [number] = commune.received(desk)
    return number, [attach_to(desk, number, small_jpeg(seed)) for seed in range(1, count + 1)]


def at_center(commune: Commune, desk: Desk, number: str) -> list[str]:
    files = scan_files(commune.center, CHANNEL)
    return [
        files.state(one.scan.name, one.scan.file.length, deep=True) for one in attachments_of(desk, number)
    ]


def home(visit: StickVisit) -> Path:
    """The answer, on the way back."""
    assert visit.reply is not None
    return visit.reply


def round_trip(commune: Commune, desk: Desk, pocket: Path) -> StickVisit:
    visit = take_stick(commune.center, export_stick(desk, pocket).value.path, pocket)
    import_stick(desk, home(visit))
    return visit


def test_scans_go_along_and_the_center_s_word_on_them_comes_home(commune: Commune, pocket: Path) -> None:
    desk, _other = commune.desks
    number, _names = attached(commune, desk, 2)
    out = export_stick(desk, pocket).value
    assert (out.scans, out.scans_left, out.scans_missing) == (2, 0, 0)
    shown = show_stick(commune.center, out.path)
    assert shown.scans == 2
    assert shown.scan_bytes == sum(one.scan.file.length for one in attachments_of(desk, number))
    assert sync_state(desk).scans_pending == 2, "on a stick is not at the center"
    visit = take_stick(commune.center, out.path, pocket)
    assert (visit.scans, visit.scans_known, visit.scans_turned_away) == (2, 0, 0)
    assert at_center(commune, desk, number) == [WHOLE, WHOLE]
    assert take_stick(commune.center, out.path, pocket).scans_known == 2, "again, and nothing happens"
    assert look(desk, home(visit)).confirms
    taken = import_stick(desk, home(visit)).value
    assert (taken.scans_confirmed, sync_state(desk).scans_pending) == (2, 0)
    assert not look(desk, home(visit)).confirms
    assert [one.state for one in attachments_of(desk, number)] == ["sent", "sent"]
    assert export_stick(desk, pocket).value.scans == 0, "and not again"
    assert verify_center(commune.center)["ok"]


@pytest.mark.parametrize("harm", ["missing", "damaged"])
def test_a_scan_that_is_not_whole_at_the_desk_is_named_at_both_ends(
    commune: Commune, pocket: Path, harm: str
) -> None:
    desk, _other = commune.desks
    number, names = attached(commune, desk, 2)
    path = files_of(desk).path(names[0])
    if harm == "missing":
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:-1] + b"x")
    out = export_stick(desk, pocket).value
    assert (out.scans, out.scans_missing) == (1, 1)
    assert show_stick(commune.center, out.path).scans_missing == 1
    visit = take_stick(commune.center, out.path, pocket)
    assert (visit.scans, visit.scans_missing) == (1, 1)
    assert at_center(commune, desk, number) == ["missing", WHOLE]
    assert import_stick(desk, home(visit)).value.scans_confirmed == 1
    assert sync_state(desk).scans_pending == 1, "said until it is healed"


def test_a_small_stick_takes_all_entries_and_the_scans_that_fit(
    commune: Commune, pocket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _other = commune.desks
    number, _names = attached(commune, desk)
    attach_to(desk, number, heavy_png())
    room = 16 * 1024 * 1024 + 100_000
    monkeypatch.setattr("desk_app.operations.sticks.free_in", lambda _folder: room)
    out = export_stick(desk, pocket).value
    assert (out.entries, out.scans, out.scans_left, out.more) == (3, 1, 1, False)
    visit = take_stick(commune.center, out.path, pocket)
    assert (visit.scans, visit.scans_left, visit.more) == (1, 1, True)
    import_stick(desk, home(visit))
    room *= 100
    assert round_trip(commune, desk, pocket).scans == 1
    assert at_center(commune, desk, number) == [WHOLE, WHOLE]
    assert sync_state(desk).scans_pending == 0


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(thousandths=st.integers(0, 999), flip=st.booleans())
def test_a_cut_or_changed_copy_brings_nothing_half(
    commune: Commune, pocket: Path, thousandths: int, flip: bool
) -> None:
    desk, _other = commune.desks
    if not list(pocket.glob("motcua-gui-*.mcb")):
        attached(commune, desk)
        export_stick(desk, pocket)
    [path] = pocket.glob("motcua-gui-*.mcb")
    raw = path.read_bytes()
    at = len(raw) * thousandths // 1000
    harmed = pocket / "harmed.mcb"
    harmed.write_bytes(raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :] if flip else raw[:at])
    with pytest.raises(CenterError):
        take_stick(commune.center, harmed, pocket)
    with pytest.raises(DeskError):
        import_stick(commune.desks[1], harmed)
    assert not list(scan_files(commune.center, CHANNEL).names())
    assert not list((commune.center.data / "scans").rglob("*.stick"))


def test_a_colleague_s_machine_keeps_the_scans_and_carries_them_on(commune: Commune, pocket: Path) -> None:
    desk, other = commune.desks
    number, _names = attached(commune, desk)
    out = export_stick(desk, pocket).value
    whole = open_attachment(desk, number, 1)[1]
    desk.close()  # and never comes back
    commune.desks = [other]
    assert look(other, out.path).scans == 1
    taken = import_stick(other, out.path).value
    assert (taken.scans, taken.scans_turned_away) == (1, 0)
    assert open_attachment(other, number, 1)[1] == whole
    onward = export_stick(other, pocket).value
    assert onward.scans == 1
    assert take_stick(commune.center, onward.path, pocket).scans == 1
    assert at_center(commune, other, number) == [WHOLE]
    assert verify(other)["ok"]


def test_a_scan_asked_for_comes_home_on_the_stick(commune: Commune, pocket: Path) -> None:
    desk, other = commune.desks
    number, _names = attached(commune, desk)
    round_trip(commune, desk, pocket)
    round_trip(commune, other, pocket)
    with pytest.raises(DeskError, match="chưa có ở máy này"):
        open_attachment(other, number, 1)
    visit = take_stick(commune.center, export_stick(other, pocket).value.path, pocket)
    assert visit.scans_sent == 1
    assert look(other, home(visit)).scans == 1
    assert import_stick(other, home(visit)).value.scans == 1
    assert open_attachment(other, number, 1)
    assert round_trip(commune, other, pocket).scans_sent == 0


def test_an_answer_from_before_the_center_was_heard_again_confirms_nothing(
    commune: Commune, pocket: Path
) -> None:
    desk, _other = commune.desks
    number, names = attached(commune, desk)
    visit = take_stick(commune.center, export_stick(desk, pocket).value.path, pocket)
    scan_files(commune.center, CHANNEL).remove(names[0])
    commune.cut = False
    commune.sync(desk)
    taken = import_stick(desk, home(visit)).value
    assert (taken.scans_confirmed, sync_state(desk).scans_pending) == (0, 1)
    commune.cut = True
    round_trip(commune, desk, pocket)
    assert at_center(commune, desk, number) == [WHOLE]
    assert sync_state(desk).scans_pending == 0


def test_a_full_disk_at_the_center_takes_no_scan_and_says_so(
    commune: Commune, pocket: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, _other = commune.desks
    number, _names = attached(commune, desk)
    out = export_stick(desk, pocket).value
    monkeypatch.setattr("sync.center.exchange.stick_scans.RESERVE", 2**62)
    visit = take_stick(commune.center, out.path, pocket)
    assert (visit.received, visit.scans, visit.scans_turned_away) == (2, 0, 1)
    monkeypatch.undo()
    assert take_stick(commune.center, out.path, pocket).scans == 1
    assert at_center(commune, desk, number) == [WHOLE]
