"""The first start without a window: answers are kept whole, and half a desk is never in the way of one."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import desk_app.operations.desk
from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import open_desk, set_up
from desk_app.operations.first_start import (
    Answers,
    code_mistake,
    finish,
    is_first_start,
    keep_answers,
    make_desk,
    officer_mistakes,
    read_answers,
)
from desk_app.operations.receive import receive
from desk_app.operations.unit_words import shared_settings
from desk_app.paths import DeskPaths
from sync.model.number import TRAINING_UNIT
from tests.offices import OFFICER, UNIT, MovedClock, request

ANSWERS = Answers(
    page="officers",
    name="Ủy ban nhân dân xã Ví Dụ",
    code=UNIT.lower(),
    desk=2,
    place="Ví Dụ",
    phone="0900 000 001",
    officers=("Trần Thị Thử", "Lê Văn Hai"),
    invitation="moi-thu",
)


def test_answers_are_kept_and_the_invitation_apart_from_the_data(tmp_path: Path) -> None:
    assert is_first_start(tmp_path)
    assert read_answers(tmp_path) == Answers()
    keep_answers(tmp_path, ANSWERS)
    assert read_answers(tmp_path) == ANSWERS
    assert "moi-thu" not in DeskPaths(tmp_path).answers.read_text("utf-8")


@pytest.mark.parametrize("text", ["", "[1]", '{"desk": "x", "officers": null, "page": 7}', '{"name": null}'])
def test_answers_nobody_can_read_are_asked_again(text: str, tmp_path: Path) -> None:
    DeskPaths(tmp_path).answers.write_text(text, "utf-8")
    assert read_answers(tmp_path) == Answers()


def test_a_desk_of_the_answers_receives_and_shares_the_offices_facts(tmp_path: Path) -> None:
    clock = MovedClock()
    keep_answers(tmp_path, ANSWERS)
    desk = make_desk(tmp_path, ANSWERS, clock=clock)
    assert shared_settings(desk) == {"office.place": "Ví Dụ", "office.phone": "0900 000 001"}
    assert desk.settings.office.place == "Ví Dụ"
    assert [one.name for one in desk.tables.officers()] == ["Trần Thị Thử", "Lê Văn Hai"]
    [received] = receive(desk, [request()], OFFICER).value
    assert received.number == f"{UNIT}-261123-1001"
    desk.close()
    finish(tmp_path)
    assert not is_first_start(tmp_path)


@pytest.mark.parametrize("cut", ["_own_node", "write_atomically", "DeskTables"])
def test_a_power_cut_while_a_desk_is_made_leaves_nothing_in_the_way(
    cut: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut in the store's transaction, before `desk.json`, and right after it."""
    clock = MovedClock()
    real = getattr(desk_app.operations.desk, cut)

    def power_cut(*given: object, **named: object) -> object:
        if cut == "write_atomically" and given[0] != DeskPaths(tmp_path).identity:
            return real(*given, **named)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(desk_app.operations.desk, cut, power_cut)
        with pytest.raises(KeyboardInterrupt):
            make_desk(tmp_path, ANSWERS, clock=clock)
    assert DeskPaths(tmp_path).database.exists()
    assert DeskPaths(tmp_path).identity.exists() == (cut == "DeskTables")
    desk = make_desk(tmp_path, ANSWERS, clock=clock)
    assert receive(desk, [request()], OFFICER).value[0].number.endswith("-1001")
    desk.close()


_DIES = """
import os, sys
from pathlib import Path
import desk_app.operations.desk as desk
from desk_app.operations.first_start import keep_answers, make_desk
from tests.operations.test_first_start import ANSWERS
from tests.offices import MovedClock
keep_answers(Path(sys.argv[1]), ANSWERS)
setattr(desk, sys.argv[2], lambda *given, **named: os._exit(9))
make_desk(Path(sys.argv[1]), ANSWERS, clock=MovedClock())
"""


@pytest.mark.parametrize("cut", ["_own_node", "set_refolded", "read_settings"])
def test_a_process_that_died_while_it_made_a_desk_is_gone_on_from(cut: str, tmp_path: Path) -> None:
    died = subprocess.run([sys.executable, "-c", _DIES, str(tmp_path), cut], check=False)
    assert died.returncode == 9
    assert is_first_start(tmp_path)
    assert read_answers(tmp_path) == ANSWERS
    desk = make_desk(tmp_path, ANSWERS, clock=MovedClock())
    assert receive(desk, [request()], OFFICER).value[0].number.endswith("-1001")
    desk.close()


def test_made_again_it_is_the_same_desk_and_another_one_for_other_answers(tmp_path: Path) -> None:
    clock = MovedClock()
    nodes = []
    for answers in (ANSWERS, ANSWERS, replace(ANSWERS, code="H99.99.002")):
        desk = make_desk(tmp_path, answers, clock=clock)
        nodes.append((desk.keys.node, desk.settings.unit))
        desk.close()
    assert nodes[0] == nodes[1] != nodes[2]
    assert nodes[2][1] == "H99.99.002"


def test_a_first_start_gone_on_with_weeks_later_is_not_stopped_by_the_clock(tmp_path: Path) -> None:
    clock = MovedClock()
    make_desk(tmp_path, replace(ANSWERS, place="", phone=""), clock=clock).close()
    clock.forward(days=30)
    desk = make_desk(tmp_path, ANSWERS, clock=clock)
    assert (desk.settings.place, shared_settings(desk)) == ("Ví Dụ", {})
    desk.close()


def test_a_desk_that_has_received_is_never_given_up(tmp_path: Path) -> None:
    clock = MovedClock()
    desk = make_desk(tmp_path, ANSWERS, clock=clock)
    receive(desk, [request()], OFFICER)
    desk.close()
    again = make_desk(tmp_path, replace(ANSWERS, code="H99.99.002"), clock=clock)
    assert again.settings.unit == UNIT
    again.close()


def test_a_store_whose_identity_is_lost_is_no_empty_folder(tmp_path: Path) -> None:
    clock = MovedClock()
    make_desk(tmp_path, ANSWERS, clock=clock).close()
    DeskPaths(tmp_path).identity.unlink()
    with pytest.raises(DeskError, match=r"desk\.json"):
        is_first_start(tmp_path)
    with pytest.raises(DeskError, match=r"desk\.json"):
        set_up(tmp_path, unit=UNIT, name="Xã", clock=clock)
    assert DeskPaths(tmp_path).database.exists()


def test_the_unit_to_practise_under_is_no_units_code(tmp_path: Path) -> None:
    assert "chỉ để tập" in code_mistake(TRAINING_UNIT)
    assert code_mistake("000.01.06.h99") == ""
    assert officer_mistakes(["", ""])[0]
    assert officer_mistakes(["A", "A"])[1]


def test_settings_of_the_command_line_open_without_a_first_start(tmp_path: Path) -> None:
    set_up(tmp_path, unit=UNIT, name="Xã", clock=MovedClock()).close()
    assert not is_first_start(tmp_path)
    assert json.loads(DeskPaths(tmp_path).identity.read_bytes())["format"] == 1
    open_desk(tmp_path, MovedClock()).close()
