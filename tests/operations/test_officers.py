"""The officers of a desk: added, renamed, and gone without taking back what they did."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.find import show
from desk_app.operations.officers import add_officer, officers, rename_officer, retire_officer
from desk_app.operations.receive import receive
from tests.offices import new_desk, request


def test_an_officer_who_left_is_offered_no_more_and_stays_on_their_dossiers(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    second = add_officer(desk, "Lê Văn Hai").value
    [received] = receive(desk, [request()], second).value
    rename_officer(desk, second.id, "Lê Văn Ba")
    assert [one.name for one in officers(desk)] == ["Cán bộ tiếp nhận", "Lê Văn Ba"]
    retire_officer(desk, second.id)
    assert [one.name for one in officers(desk)] == ["Cán bộ tiếp nhận"]
    assert show(desk, received.number).dossier.history[0].officer.name == "Lê Văn Hai"
    assert add_officer(desk, "Lê Văn Ba").value.id not in ("1", second.id)
    desk.close()


def test_a_desk_keeps_one_officer_and_no_two_of_a_name(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    with pytest.raises(DeskError, match="ít nhất một"):
        retire_officer(desk, "1")
    add_officer(desk, "Lê Văn Hai")
    for wrong in (lambda: rename_officer(desk, "1", "Lê Văn Hai"), lambda: retire_officer(desk, "9")):
        with pytest.raises(DeskError):
            wrong()
    desk.close()
