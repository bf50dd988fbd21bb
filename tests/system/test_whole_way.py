"""One dossier's whole way, by the commands a person types, between real processes over real HTTP."""

from __future__ import annotations

import json
import shutil
import signal
from pathlib import Path

from tests.system.processes import motcua, served

UNIT = "H99.99.001"
MAU = {"procedure": "1.004873", "applicant": {"full_name": "Nguyễn Văn Mẫu", "id_number": "990099000001"}}


def dossier(tmp_path: Path, value: object = MAU) -> str:
    """A file to receive."""
    path = tmp_path / "in.json"
    path.write_text(json.dumps(value, ensure_ascii=False), "utf-8")
    return str(path)


def test_received_offline_synced_decided_and_back(tmp_path: Path) -> None:
    center, desk = tmp_path / "center", tmp_path / "desk"
    assert motcua(center, "center", "unit", "add", UNIT, "--name", "Ủy ban nhân dân xã Ví Dụ")["code"] == UNIT
    with served(center) as server:
        invitation = motcua(center, "center", "invite", UNIT)["invitation"]
        enrolled = motcua(desk, "enrol", invitation)
        assert (enrolled["unit"], enrolled["desk"], enrolled["address"]) == (UNIT, 1, server.address)
        server.stop()
        received = motcua(desk, "receive", dossier(tmp_path))
        offline = motcua(desk, "sync")
        assert (offline["reached"], offline["pending"]) == (False, 1)
        assert motcua(desk, "show", received["number"])["acknowledged"] is False
        server.start()
        report = motcua(desk, "sync")
        assert (report["reached"], report["sent"], report["pending"]) == (True, 1, 0)
        assert report["acknowledged"] == 1
        assert motcua(desk, "show", received["number"])["acknowledged"] is True
        held = motcua(center, "center", "dossiers")
        assert [(one["number"], one["status"], one["unit"]) for one in held] == [
            (received["number"], "received", UNIT)
        ]
        motcua(
            center, "center", "decide", received["number"], "processing", "--reason", "Giao công chức tư pháp"
        )
        refused = motcua(center, "center", "decide", received["number"], "returned", code=1)
        assert "done" in refused["error"]
        motcua(center, "center", "decide", received["number"], "done")
        assert motcua(desk, "sync")["received"] >= 2
        shown = motcua(desk, "show", received["number"])
        assert shown["status"] == "done"
        assert [event["act"] for event in shown["history"]] == ["received", "status", "status"]
        assert "Giao công chức tư pháp" in shown["history"][1]["text"]
        assert motcua(desk, "verify")["ok"]
        assert motcua(center, "center", "verify")["ok"]
        assert server.stop(signal.SIGTERM) == 0


def test_a_stand_alone_desk_is_adopted_with_all_it_received(tmp_path: Path) -> None:
    center, desk = tmp_path / "center", tmp_path / "desk"
    motcua(desk, "setup", "--unit", UNIT, "--name", "Xã Ví Dụ")
    numbers = [one["number"] for one in motcua(desk, "receive", dossier(tmp_path, [MAU] * 3))]
    with served(center):
        invitation = motcua(center, "center", "invite", UNIT, "--name", "Xã Ví Dụ")["invitation"]
        motcua(desk, "enrol", invitation)
        numbers.append(motcua(desk, "receive", dossier(tmp_path))["number"])
        motcua(desk, "sync")
        held = motcua(center, "center", "dossiers")
        assert sorted(one["number"] for one in held) == sorted(numbers)
        assert [int(number[-4:]) for number in numbers] == [1, 2, 3, 4]
        assert motcua(desk, "sync") == {
            "reached": True, "sent": 0, "received": 0, "acknowledged": 0, "pending": 0, "scans_pending": 0
        }  # fmt: skip


def test_two_desks_of_a_unit_see_each_other_and_never_share_a_number(tmp_path: Path) -> None:
    center = tmp_path / "center"
    desks = [tmp_path / "one", tmp_path / "two"]
    with served(center):
        for desk in desks:
            motcua(desk, "enrol", motcua(center, "center", "invite", UNIT)["invitation"])
        numbers = [motcua(desk, "receive", dossier(tmp_path))["number"] for desk in desks]
        assert len(set(numbers)) == 2
        for desk in (*desks, *desks):
            motcua(desk, "sync")
        for desk in desks:
            assert sorted(row["number"] for row in motcua(desk, "find")) == sorted(numbers)


def test_an_invitation_is_for_one_machine(tmp_path: Path) -> None:
    center = tmp_path / "center"
    with served(center):
        invitation = motcua(center, "center", "invite", UNIT)["invitation"]
        motcua(tmp_path / "one", "enrol", invitation)
        answer = motcua(tmp_path / "two", "enrol", invitation, code=1)
        assert "thư mời mới" in answer["error"]


def test_a_lost_answer_to_an_enrolment_is_asked_for_again(tmp_path: Path) -> None:
    center, desk = tmp_path / "center", tmp_path / "desk"
    with served(center) as server:
        invitation = motcua(center, "center", "invite", UNIT)["invitation"]
        server.stop()
        assert "error" in motcua(desk, "enrol", invitation, code=1)
        server.start()
        assert motcua(desk, "enrol", invitation)["unit"] == UNIT
        assert motcua(desk, "receive", dossier(tmp_path))["number"].endswith("-0001")


def test_a_restored_desk_and_a_restored_center_lose_nothing_and_double_nothing(tmp_path: Path) -> None:
    center, desk = tmp_path / "center", tmp_path / "desk"
    numbers = []
    with served(center) as server:
        motcua(desk, "enrol", motcua(center, "center", "invite", UNIT)["invitation"])
        numbers.append(motcua(desk, "receive", dossier(tmp_path))["number"])
        motcua(desk, "sync")
        server.stop()
        shutil.copytree(center, tmp_path / "center-backup")
        shutil.copytree(desk, tmp_path / "desk-backup")
        server.start()
        numbers.append(motcua(desk, "receive", dossier(tmp_path))["number"])
        motcua(desk, "sync")
        # the desk's disk dies: yesterday's copy is put back, and takes a spare block by itself
        shutil.rmtree(desk)
        shutil.copytree(tmp_path / "desk-backup", desk)
        numbers.append(motcua(desk, "receive", dossier(tmp_path))["number"])
        motcua(desk, "sync")
        # then the center's: what it forgot comes back from the desk
        server.stop()
        shutil.rmtree(center)
        shutil.copytree(tmp_path / "center-backup", center)
        server.start()
        for _ in range(3):
            motcua(desk, "sync")
        numbers.append(motcua(desk, "receive", dossier(tmp_path))["number"])
        motcua(desk, "sync")
        assert len(set(numbers)) == 4
        for rows in (motcua(desk, "find"), motcua(center, "center", "dossiers")):
            assert sorted(row["number"] for row in rows) == sorted(numbers)
        assert motcua(desk, "sync")["pending"] == 0
        assert motcua(desk, "verify")["ok"]
        assert motcua(center, "center", "verify")["ok"]
