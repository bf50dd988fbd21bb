"""A desk changes its key and the next it meets is no line: a stick, a colleague, or the commune's hub."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.operations.acting import act_on
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.find import find
from desk_app.operations.receipts import sync_state
from desk_app.operations.rekeying import ask_for_next_key
from desk_app.operations.sticks import StickIn, export_stick, import_stick, look
from desk_app.operations.synchronise import SyncReport
from sync.center.exchange.sticks import StickVisit, take_stick
from sync.center.units.fleet import nodes
from sync.center.units.revoking import quarantine
from sync.center.work.checking import verify as verify_center
from tests.offices import OFFICER, UNIT
from tests.operations.communes import Commune, HubCommune

WHY = "ổ đĩa đã mang đi sửa"


def serial(number: str) -> int:
    return int(number.rsplit("-", 1)[1])


def trip(commune: Commune, desk: Desk, pocket: Path) -> tuple[StickVisit, StickIn]:
    """To the center and home again with one stick."""
    visit = take_stick(commune.center, export_stick(desk, pocket).value.path, pocket)
    assert visit.reply is not None
    return visit, import_stick(desk, visit.reply).value


def closed(commune: Commune, old: bytes, fresh: bytes) -> None:
    """The center holds the old key closed, followed by the fresh one, and nothing of it set aside."""
    [one] = [one for one in nodes(commune.center, UNIT) if one["revoked"]]
    assert (one["node"], one["revoked"]["successor"]) == (old.hex(), fresh.hex())
    assert quarantine(commune.center) == []


def rekeyed_by_line(commune: Commune, desk: Desk) -> None:
    """A desk asks for its next key and gets it in one contact; the line is down again then."""
    ask_for_next_key(desk, WHY, OFFICER)
    commune.cut = False
    commune.sync(desk)
    commune.cut = True


def test_a_key_is_changed_by_stick_alone(commune: Commune, pocket: Path) -> None:
    """Asked, certified, taken up and closed with no line at all; a colleague learns of it by stick too."""
    desk, other = commune.desks
    old = desk.keys.node
    [before] = commune.received(desk)
    asked = ask_for_next_key(desk, WHY, OFFICER).value
    visit, home = trip(commune, desk, pocket)
    assert (visit.refused, home.pending) == ((), 0)
    assert desk.keys.node.hex() == asked.next
    [after] = commune.received(desk)
    assert [serial(one) for one in (before, after)] == [1, 2], "the range went with the key"
    visit, home = trip(commune, desk, pocket)
    assert (visit.revoked, visit.refused, visit.desk, home.pending) == (False, (), 1, 0)
    closed(commune, old, desk.keys.node)
    assert visit.reply is not None
    for path in sorted(pocket.glob("*.mcb")):
        import_stick(other, path)
    trip(commune, other, pocket)
    assert {row.number for row in find(other, "")} == {before, after}
    trip(commune, desk, pocket)
    assert len(commune.roots()) == 1
    assert sync_state(desk).pending == 0
    assert all(verify(one)["ok"] for one in commune.desks)
    assert verify_center(commune.center)["ok"]


def test_after_a_change_by_line_the_next_bundle_is_taken_under_the_new_key(
    commune: Commune, pocket: Path
) -> None:
    """The center has certified the key and has heard nothing under it yet."""
    desk, _other = commune.desks
    old = desk.keys.node
    rekeyed_by_line(commune, desk)
    assert desk.keys.node != old
    [number] = commune.received(desk)
    visit, home = trip(commune, desk, pocket)
    assert (visit.received, visit.dossiers, visit.refused) == (2, 1, ()), "the new journal and a dossier"
    assert (home.pending, sync_state(desk).pending) == (0, 0)
    closed(commune, old, desk.keys.node)
    assert [row.number for row in find(desk, "")] == [number]


def test_a_colleague_who_never_heard_of_the_new_key_takes_its_bundle_and_carries_it_on(
    commune: Commune, pocket: Path
) -> None:
    """The certificate travels in the bundle; the machine of the new key is then gone."""
    desk, other = commune.desks
    old = desk.keys.node
    rekeyed_by_line(commune, desk)
    fresh = desk.keys.node
    [number] = commune.received(desk)
    out = export_stick(desk, pocket).value
    desk.close()
    commune.desks = [other]
    assert (look(other, out.path).desk, look(other, out.path).ours) == (1, False)
    taken = import_stick(other, out.path).value
    assert (taken.received, taken.refused) == (2, 0)
    assert [row.number for row in find(other, "")] == [number]
    visit, _home = trip(commune, other, pocket)
    assert (visit.received, visit.refused) == (2, ())
    closed(commune, old, fresh)
    trip(commune, other, pocket)
    assert len(commune.roots()) == 1


def test_another_process_uses_the_new_key_with_sticks_too(commune: Commune, pocket: Path) -> None:
    """The window stands open while the key is changed from the command line."""
    [desk, _other] = commune.desks
    window, other = (open_desk(desk.paths.data, commune.clock) for _process in range(2))
    ask_for_next_key(desk, WHY, OFFICER)
    trip(commune, desk, pocket)
    fresh = desk.keys.node
    commune.received(desk)
    out = export_stick(window, pocket).value
    assert window.keys.node == fresh
    visit = take_stick(commune.center, out.path, pocket)
    assert (visit.dossiers, visit.refused) == (1, ())
    assert visit.reply is not None
    assert look(other, visit.reply).answer
    assert import_stick(other, visit.reply).value.pending == 0
    window.close()
    other.close()


def test_sticks_from_before_the_change_do_no_harm_whenever_they_turn_up(
    commune: Commune, pocket: Path
) -> None:
    """One was never brought, an answer never came home; both lie in a drawer until all is over."""
    desk, other = commune.desks
    [number] = commune.received(desk)
    forgotten = export_stick(desk, pocket).value.path
    answer = take_stick(commune.center, forgotten, pocket).reply
    assert answer is not None
    ask_for_next_key(desk, WHY, OFFICER)
    late = export_stick(desk, pocket).value.path
    trip(commune, desk, pocket)
    trip(commune, desk, pocket)
    assert sync_state(desk).pending == 0
    for path in (forgotten, late):
        assert take_stick(commune.center, path, pocket).received == 0
        import_stick(desk, path)
        import_stick(other, path)
    import_stick(other, answer)
    import_stick(desk, answer)
    assert sync_state(desk).pending == 0, "an old answer takes no receipt back"
    assert quarantine(commune.center) == []
    for one in (desk, other, desk):
        trip(commune, one, pocket)
    assert len(commune.roots()) == 1
    assert [row.number for row in find(other, "")] == [number]


@pytest.fixture
def hubbed(tmp_path: Path) -> Iterator[HubCommune]:
    """Two desks, a hub and a center, all lines up."""
    commune = HubCommune(tmp_path / "commune")
    yield commune
    commune.close()


def by_hub(report: SyncReport) -> SyncReport:
    assert (report.via, report.problem) == ("hub", "")
    return report


def test_a_key_is_changed_by_way_of_the_hub_alone(hubbed: HubCommune) -> None:
    """The desk never speaks with its center: request, certificate, receipt and lease pass the hub."""
    desk, other = hubbed.desks
    old = desk.keys.node
    [before] = hubbed.received(desk)
    asked = ask_for_next_key(desk, WHY, OFFICER).value
    by_hub(hubbed.sync(desk))
    assert desk.keys.node == old, "a hub certifies nobody"
    hubbed.forward_up()
    by_hub(hubbed.sync(desk))
    assert desk.keys.node.hex() == asked.next
    hubbed.cut = True
    [after] = hubbed.received(desk)
    assert [serial(one) for one in (before, after)] == [1, 2]
    by_hub(hubbed.sync(desk))
    by_hub(hubbed.sync(other))
    assert {row.number for row in find(other, "")} == {before, after}, "with the line down"
    hubbed.cut = False
    for _turn in range(2):
        hubbed.forward_up()
        for one in (desk, other):
            by_hub(hubbed.sync(one))
    closed(hubbed, old, desk.keys.node)
    assert [sync_state(one).pending for one in (desk, other)] == [0, 0]
    assert len(hubbed.roots()) == 1
    assert all(verify(one)["ok"] for one in hubbed.desks)
    assert verify_center(hubbed.center)["ok"]
    assert verify_center(hubbed.hub)["ok"]


def test_a_hub_that_never_heard_of_the_new_key_takes_it_by_its_certificate(hubbed: HubCommune) -> None:
    """Changed at the center itself; then the line goes down, and the hub is all there is."""
    desk, other = hubbed.desks
    old = desk.keys.node
    ask_for_next_key(desk, WHY, OFFICER)
    hubbed.lan = False
    hubbed.sync(desk)
    assert desk.keys.node != old
    hubbed.lan, hubbed.cut = True, True
    [number] = hubbed.received(desk)
    by_hub(hubbed.sync(desk))
    by_hub(hubbed.sync(other))
    assert [row.number for row in find(other, "")] == [number]
    assert sync_state(desk).pending > 0, "a hub's word acknowledges nothing"
    hubbed.cut = False
    for _turn in range(2):
        hubbed.forward_up()
        for one in (desk, other):
            by_hub(hubbed.sync(one))
    closed(hubbed, old, desk.keys.node)
    assert [sync_state(one).pending for one in (desk, other)] == [0, 0]
    assert len(hubbed.roots()) == 1


def test_what_a_copy_of_the_old_key_brings_to_the_hub_counts_nowhere(
    hubbed: HubCommune, tmp_path: Path
) -> None:
    """The disk in the repair shop is started within reach of the commune's network."""
    desk, other = hubbed.desks
    [number] = hubbed.received(desk)
    hubbed.sync(desk)
    shutil.copytree(desk.paths.data, tmp_path / "copy")
    ask_for_next_key(desk, WHY, OFFICER)
    hubbed.lan = False
    for _turn in range(2):
        hubbed.sync(desk)
    hubbed.lan = True
    hubbed.forward_up()
    thief = open_desk(tmp_path / "copy", hubbed.clock)
    act_on(thief, number, "refuse", {"reasons": ["Không thuộc thẩm quyền"]}, OFFICER)
    assert "thu hồi" in hubbed.sync(thief).problem
    hubbed.forward_up()
    for one in (desk, other):
        hubbed.sync(one)
        assert [(row.number, str(row.status)) for row in find(one, "")] == [(number, "received")]
    assert len(hubbed.roots()) == 1
    assert len(quarantine(hubbed.center)) == 1, "kept, for a person to look at"
    thief.close()
