"""`motcua center act`, `tasks` and `process`, and `motcua act` by steps: JSON shapes, sentences, exit
codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app.cli.commands import motcua, run
from desk_app.operations.acting import act_on
from tests.offices import OFFICER
from tests.operations.communes import Commune

Run = Callable[..., tuple[int, Any, str]]
NUMBER = "H99.99.001-261123-0001"
OTHER = "H99.99.001-261123-0002"


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Commands on a center to which two dossiers were forwarded; desks and center are closed."""
    commune = Commune(tmp_path, count=1)
    [desk] = commune.desks
    for number in commune.received(desk, 2):
        act_on(desk, number, "forward", {"name": "Trung tâm"}, OFFICER)
    commune.received(desk)
    commune.sync(desk)
    monkeypatch.setattr("desk_app.cli.frame.clock", commune.clock)
    monkeypatch.setattr("desk_app.cli.center.clock", commune.center_clock)
    monkeypatch.setattr("desk_app.cli.center.keys_folder", lambda: tmp_path / "keys")
    monkeypatch.setattr(
        "desk_app.cli.center.mark_folders", lambda: (tmp_path / "marks-1", tmp_path / "marks-2")
    )
    commune.close()

    def call(*words: object, given: object = None) -> tuple[int, Any, str]:
        more: tuple[str, ...] = ()
        if given is not None:
            path = tmp_path / "given.json"
            path.write_text(json.dumps(given, ensure_ascii=False), "utf-8")
            more = ("--data-json", str(path))
        folder = tmp_path / ("desk-1" if words[0] == "act" else "center")
        code = run(motcua, ["--data", str(folder), *map(str, words), *more])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words else out, err

    return call


def test_a_script_works_on_a_dossier_from_the_delivery_to_the_result(cli: Run) -> None:
    code, taken, _ = cli("center", "act", NUMBER, "take", "--json")
    assert (code, taken["done"], taken["step"]["code"]) == (0, True, "appraise")
    person = {"to": {"id": "hai", "name": "Lê Văn Hai"}}
    code, words, _ = cli("center", "act", NUMBER, "assign", given=person)
    assert (code, "Phân công cho Lê Văn Hai" in words) == (0, True)
    code, page, _ = cli("center", "tasks", "mine", "--officer", "hai", "--json")
    assert [one["number"] for one in page["tasks"]] == [NUMBER]
    assert page["tasks"][0]["version"]
    code, refused, err = cli("center", "act", NUMBER, "seal", "--json")
    assert (code, refused["fields"][0]["field"]) == (1, "status")
    assert "Thẩm định" in err
    code, stale, err = cli(
        "center", "act", NUMBER, "appraise", "--seen", taken["version"], "--json", given={}
    )
    assert (code, stale["fields"][0]["field"], "Phân công cho Lê Văn Hai" in err) == (1, "seen", True)
    for verb, given in (("appraise", {}), ("approve", {"number": "7/QĐ"}), ("seal", {}), ("send-back", {})):
        code, value, _ = cli("center", "act", NUMBER, verb, "--json", given=given)
        assert code == 0, value
    assert (value["status"], value["step"]["code"]) == ("done", "return")


def test_several_dossiers_are_acted_on_at_once_and_the_exit_code_says_whether_all_were(cli: Run) -> None:
    code, both, _ = cli("center", "act", f"{NUMBER},{OTHER}", "take", "--json")
    assert (code, [one["done"] for one in both]) == (0, [True, True])
    code, words, _ = cli("center", "act", f"{NUMBER},H99.99.001-261123-0009", "note", given={"text": "x"})
    assert (code, "chưa có hồ sơ" in words) == (1, True)
    code, words, _ = cli("center", "tasks", "unassigned")
    assert (code, words.count("chưa phân công")) == (0, 2)
    assert cli("center", "tasks", "late")[1].strip() == "Không có việc nào."
    code, _, err = cli("center", "tasks", "everything")
    assert (code, "Các danh sách" in err) == (1, True)
    code, _, err = cli("center", "act", NUMBER, "note", given=["x"])
    assert (code, "đối tượng JSON" in err) == (1, True)


def test_a_process_is_set_shown_and_taken_back(cli: Run, tmp_path: Path) -> None:
    path = tmp_path / "process.json"
    steps = [{"kind": kind, "limit": "4 giờ"} for kind in ("receive", "appraise", "approve", "return")]
    path.write_text(json.dumps({"steps": steps}), "utf-8")
    code, words, _ = cli("center", "process", "show", "--limit", "8 giờ")
    assert (code, "Giải quyết – Chuyên viên: 6 giờ" in words) == (0, True)
    assert "Chưa đặt" in cli("center", "process", "show")[1]
    code, value, _ = cli("center", "process", "set", "--procedure", "1.004873", path, "--json")
    assert (code, value["key"], len(value["steps"])) == (0, "process.1.004873", 4)
    steps[1]["limit"] = "90 ngày làm việc"
    path.write_text(json.dumps({"steps": steps}), "utf-8")
    code, refused, _ = cli("center", "process", "set", "--procedure", "1.004873", path, "--json")
    assert (code, refused["fields"][0]["field"]) == (1, "steps")
    assert cli("center", "process", "set", "--procedure", "1.004873", "--drop")[0] == 0
    assert "Chưa đặt" in cli("center", "process", "show")[1]
    assert cli("center", "process", "set")[0] == 2


def test_the_desk_acts_by_steps_and_shows_the_step(cli: Run) -> None:
    own = "H99.99.001-261123-0003"
    code, value, _ = cli("act", own, "assign", "--json", given={"to": "Lê Thị Hai", "office": "Tư pháp"})
    assert (code, value["step"]["name"], value["step"]["officer"]) == (0, "Thẩm định", "Lê Thị Hai")
    assert value["step"]["due"]
    assert value["history"][-1]["text"].startswith("Phân công cho Lê Thị Hai, Tư pháp, bước Thẩm định, hạn")
