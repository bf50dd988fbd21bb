"""A commune with two desks and a hub, by real processes: the line down, the hub killed, and back."""

from __future__ import annotations

import json
from pathlib import Path

from tests.system.processes import ServedCenter, motcua, served

UNIT = "H99.99.001"
MAU = {"procedure": "1.004873", "applicant": {"full_name": "Nguyễn Văn Mẫu", "id_number": "990099000001"}}


def receive(desk: Path) -> str:
    """Receives a dossier at a desk; returns its number."""
    intake = desk.parent / "intake.json"
    intake.write_text(json.dumps(MAU, ensure_ascii=False), "utf-8")
    return str(motcua(desk, "receive", str(intake))["number"])


def test_received_at_one_desk_and_acted_on_at_the_other_with_no_line_to_the_center(tmp_path: Path) -> None:
    center_data, hub_data = tmp_path / "center", tmp_path / "hub"
    one, two = tmp_path / "one", tmp_path / "two"
    with served(center_data) as center:
        motcua(center_data, "center", "unit", "add", UNIT, "--name", "Ủy ban nhân dân xã Ví Dụ")
        for desk in (one, two):
            motcua(desk, "enrol", motcua(center_data, "center", "invite", UNIT)["invitation"])
        invitation = motcua(center_data, "center", "invite", UNIT, "--hub")["invitation"]
        with served(hub_data, "--upstream", invitation) as hub:
            for desk in (one, two):
                assert motcua(desk, "hub", "--address", hub.address)["address"] == hub.address
            center.stop()
            number = receive(one)
            assert motcua(one, "sync")["via"] == "hub"
            assert motcua(two, "sync")["via"] == "hub"
            act = tmp_path / "act.json"
            act.write_text(json.dumps({"reasons": ["Không thuộc thẩm quyền"]}), "utf-8")
            motcua(two, "act", number, "refuse", "--data-json", str(act))
            motcua(two, "sync")
            waiting = motcua(one, "sync")
            assert (waiting["pending"], waiting["acknowledged"]) == (1, 0)
            assert motcua(one, "show", number)["status"] == "done"
            # the line is back: the hub carries everything, its own time, and the center's word comes home
            center.start()
            hub.stop()
            alone = motcua(one, "sync")
            assert ("via" in alone, alone["pending"]) == (False, 0)
            again = ServedCenter(hub_data, "--upstream", invitation)
            again.port = hub.port
            again.start()
            try:
                assert _until(two, number)
            finally:
                again.kill()
            held = motcua(center_data, "center", "dossiers")
            assert [(row["number"], row["status"]) for row in held] == [(number, "done")]
            assert motcua(two, "show", number)["acknowledged"] is True


def _until(desk: Path, number: str) -> bool:
    """Syncs with the hub until the center's word about the desk's own act has come."""
    for _turn in range(20):
        report = motcua(desk, "sync")
        assert report["via"] == "hub"
        if report["pending"] == 0:
            return bool(motcua(desk, "show", number)["acknowledged"])
    return False
