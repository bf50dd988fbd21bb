"""A desk changes its key while it works: numbers go on, old papers stay genuine, other processes follow."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import open_desk
from desk_app.operations.find import find
from desk_app.operations.receive import receive
from desk_app.operations.rekeying import ask_for_next_key
from desk_app.operations.synchronise import sync_state
from sync.center.units.fleet import nodes
from sync.center.units.leases import open_incarnations
from sync.center.units.revoking import quarantine, revoke
from sync.center.units.tree import center_rows
from tests.offices import OFFICER, UNIT, request
from tests.operations.communes import Commune

WHY = "ổ đĩa đã mang đi sửa"


def serial(number: str) -> int:
    return int(number.rsplit("-", 1)[1])


def test_a_desk_changes_its_key_and_goes_on_in_its_range(tmp_path: Path) -> None:
    commune = Commune(tmp_path)
    desk, other = commune.desks
    [before] = commune.received(desk)
    old = desk.keys.node
    asked = ask_for_next_key(desk, WHY, OFFICER).value
    assert "chứng thư" in asked.waits
    [between] = commune.received(desk)
    assert desk.keys.node == old, "the old key goes on meanwhile"
    commune.sync(desk)
    assert desk.keys.node.hex() == asked.next
    [after] = commune.received(desk)
    assert [serial(one) for one in (before, between, after)] == [1, 2, 3]
    for _round in range(2):
        commune.sync(desk)
        commune.sync(other)
    assert len(commune.roots()) == 1
    assert all(find(other, one) for one in (before, between, after))
    state = sync_state(desk)
    assert (state.pending, state.held, state.revoked) == (0, 3, False)
    [closed] = [one for one in nodes(commune.center, UNIT) if one["revoked"]]
    assert (closed["node"], closed["revoked"]["successor"]) == (old.hex(), asked.next)
    assert closed["quarantined"] == 0
    assert quarantine(commune.center) == []
    with commune.center.store.snapshot() as ledger:
        assert len(open_incarnations(center_rows(ledger), f"unit:{UNIT}", desk.keys.node)) == 1
    commune.close()


def test_another_process_takes_the_new_key_up_by_itself(tmp_path: Path) -> None:
    commune = Commune(tmp_path, 1)
    [desk] = commune.desks
    second = open_desk(desk.paths.data, commune.clock)
    ask_for_next_key(desk, WHY, OFFICER)
    commune.sync(desk)
    assert second.keys.node != desk.keys.node
    [number] = [one.number for one in receive(second, [request()], OFFICER).value]
    assert second.keys.node == desk.keys.node
    assert commune.sync(second).problem == ""
    assert find(desk, number)
    second.close()
    commune.close()


def test_asking_again_says_what_it_waits_for(tmp_path: Path) -> None:
    commune = Commune(tmp_path, 1)
    [desk] = commune.desks
    first = ask_for_next_key(desk, WHY, OFFICER).value
    commune.cut = True
    commune.sync(desk)
    assert ask_for_next_key(desk, WHY, OFFICER).value == first
    commune.cut = False
    commune.sync(desk)
    assert desk.keys.node.hex() == first.next
    commune.close()


def test_a_revoked_desk_gets_no_other_key_and_a_change_has_a_reason(tmp_path: Path) -> None:
    commune = Commune(tmp_path)
    desk, other = commune.desks
    ask_for_next_key(desk, WHY, OFFICER)
    for _round in range(2):
        commune.sync(desk)
    revoke(commune.center, f"{UNIT}/2", "Lê Văn Quản", "máy bị mất")
    commune.sync(other)
    with pytest.raises(DeskError, match="thu hồi"):
        ask_for_next_key(other, WHY, OFFICER)
    with pytest.raises(DeskError, match="lý do"):
        ask_for_next_key(desk, " ", OFFICER)
    commune.close()
