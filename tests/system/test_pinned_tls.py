"""TLS whose certificate no authority signed and no date allows: the pins of the invitation hold."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from sync.model.moment import VIETNAM
from tests.links.certified import Certified
from tests.system.processes import motcua, served

NOW = datetime.now(VIETNAM)
UNIT = "H99.99.001"


def test_a_desk_follows_the_centers_tls_key_to_the_next_and_to_no_other(tmp_path: Path) -> None:
    expired = Certified(tmp_path, NOW - timedelta(days=900), "elsewhere.example")
    following = Certified(tmp_path, NOW - timedelta(days=30), "next.example")
    stranger = Certified(tmp_path, NOW - timedelta(days=20), "127.0.0.1")
    center_data, desk = tmp_path / "center", tmp_path / "desk"

    def options(shown: Certified) -> list[str]:
        return ["--tls-certificate", str(shown.file), "--tls-key", str(shown.file)]

    with served(center_data, *options(expired), "--tls-next", str(following.file)) as center:
        invitation = motcua(center_data, "center", "invite", UNIT, "--name", "UBND xã Ví Dụ")["invitation"]
        motcua(desk, "enrol", invitation)
        assert motcua(desk, "sync")["reached"]
        for shown, reached in ((following, True), (stranger, False)):
            center.stop()
            center.options = tuple(options(shown))
            center.start()
            assert motcua(desk, "sync")["reached"] is reached
