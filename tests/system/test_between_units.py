"""Two communes, one behind a hub, and a center, real processes over HTTP: a dossier goes there and home."""

from __future__ import annotations

import json
from pathlib import Path

from tests.system.processes import motcua, served

A, B = "H99.99.001", "H99.99.002"
MAU = {"procedure": "1.004873", "applicant": {"full_name": "Nguyễn Văn Mẫu", "id_number": "990099000001"}}


def act(desk: Path, number: str, name: str, /, **given: object) -> None:
    """An act of an officer, with its fields."""
    fields = desk.parent / f"{name}.json"
    fields.write_text(json.dumps(given, ensure_ascii=False), "utf-8")
    motcua(desk, "act", number, name, "--data-json", str(fields))


def synced(desk: Path) -> dict[str, object]:
    """One exchange, which must reach somebody."""
    report: dict[str, object] = motcua(desk, "sync")
    assert report["reached"]
    return report


def status_at(desk: Path, number: str, wanted: str) -> bool:
    """Syncs until the dossier is in that status here; a hub takes its own time, a minute at the most."""
    for _turn in range(200):
        synced(desk)
        found = motcua(desk, "find", number)
        if found and motcua(desk, "show", number)["status"] == wanted:
            return True
    return False


def test_a_dossier_goes_to_another_commune_behind_its_hub_and_its_result_comes_home(tmp_path: Path) -> None:
    center_data, hub_data = tmp_path / "center", tmp_path / "hub"
    home, other = tmp_path / "home", tmp_path / "other"
    with served(center_data):
        for unit, name, desk in ((A, "UBND xã An Bình", home), (B, "UBND xã Bình Minh", other)):
            motcua(center_data, "center", "unit", "add", unit, "--name", name)
            motcua(desk, "enrol", motcua(center_data, "center", "invite", unit)["invitation"])
        line = motcua(center_data, "center", "invite", B, "--hub")["invitation"]
        with served(hub_data, "--upstream", line) as hub:
            motcua(other, "hub", "--address", hub.address)
            intake = tmp_path / "intake.json"
            intake.write_text(
                json.dumps({**MAU, "for_unit": "UBND xã Bình Minh"}, ensure_ascii=False), "utf-8"
            )
            synced(home)  # the units are known by now
            number = str(motcua(home, "receive", str(intake))["number"])
            act(home, number, "forward")
            synced(home)
            # something of its own makes the hub ask the center now and not in a minute
            motcua(other, "receive", str(intake))
            assert status_at(other, number, "processing")
            assert motcua(other, "show", number)["unit"] == A
            act(other, number, "accept")
            act(other, number, "finish", result="Giấy xác nhận")
            act(other, number, "send-home")
            assert status_at(other, number, "done")
            assert status_at(home, number, "done")
            act(home, number, "arrive", number="12/XN")
            synced(home)
            [held] = motcua(center_data, "center", "dossiers", number)
            assert (held["unit"], held["status"], held["flags"]) == (A, "done", [])
    for data, command in ((home, ("verify",)), (other, ("verify",)), (center_data, ("center", "verify"))):
        assert motcua(data, *command)["ok"]


def test_units_are_merged_by_command_and_the_new_desk_finds_the_old_dossier(tmp_path: Path) -> None:
    center_data, old, new = tmp_path / "center", tmp_path / "old", tmp_path / "new"
    with served(center_data):
        motcua(center_data, "center", "unit", "add", A, "--name", "UBND xã An Bình")
        motcua(old, "enrol", motcua(center_data, "center", "invite", A)["invitation"])
        intake = tmp_path / "intake.json"
        intake.write_text(json.dumps(MAU, ensure_ascii=False), "utf-8")
        number = str(motcua(old, "receive", str(intake))["number"])
        synced(old)
        merged = motcua(center_data, "center", "unit", "merge", A, "--into", B, "--name", "UBND xã Minh An")
        assert (merged["code"], merged["merged"]) == (B, [A])
        assert [one["into"] for one in motcua(center_data, "center", "unit", "list")] == [B, ""]
        motcua(new, "enrol", motcua(center_data, "center", "invite", B)["invitation"])
        assert [one["number"] for one in motcua(new, "find", number)] == [number]
        act(new, number, "finish")
        synced(new)
        synced(old)
        assert motcua(old, "show", number)["status"] == "done"
