"""Processes of one center on one PostgreSQL, killed at random while desks sync: nothing lost or twice."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.center.databases import postgres_cluster
from tests.center.shared import fresh_database
from tests.system.faults.siege import UNIT, Several, besieged_together
from tests.system.processes import ServedCenter, motcua, posix_only, twice

pytestmark = [
    pytest.mark.skipif(not posix_only(), reason="killing a process as a power cut does needs POSIX"),
    pytest.mark.skipif(twice(), reason="the run with Qt tells it; these processes use none"),
]


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    with postgres_cluster() as url:
        yield url


@pytest.mark.parametrize(
    ("seed", "turns", "desks", "share"),
    [
        (1, 1, 2, 0.0),
        *(pytest.param(seed, 30, 3, 0.3, marks=pytest.mark.proof) for seed in (2, 3)),
    ],
)
def test_three_processes_killed_at_random_lose_nothing_and_take_nothing_twice(
    tmp_path: Path, cluster: str, seed: int, turns: int, desks: int, share: float
) -> None:
    database = fresh_database(cluster, f"siege_{seed}")
    with besieged_together(tmp_path, seed, database, desks=desks, share=share) as at:
        for _turn in range(turns):
            at.turn(kill_center=True)
        at.peace()
        received = sum(len(desk.told.received) for desk in at.desks)
        assert at.center_kills == turns
        assert received >= turns * desks
        assert isinstance(at.server, Several)
        assert not motcua(tmp_path / "center", "center", "nodes")[0]["two_machines"]
        codes = [one.stop(signal.SIGTERM) for one in at.server.processes]
        assert codes == [0, 0, 0], "told to end, each ends well"
        print(f"\n{received} dossiers; killed: {at.center_kills} of the center, {at.desk_kills} desks")


def test_the_password_is_in_no_output_and_no_file(tmp_path: Path, cluster: str) -> None:
    database = fresh_database(cluster, "words").replace("motcua@", "motcua:bi-mat-9x@")
    data = tmp_path / "center"
    server = ServedCenter(data, "--database", database)
    server.start()
    try:
        assert motcua(data, "center", "unit", "list") == [], "the folder remembers the database"
        motcua(data, "center", "unit", "add", UNIT, "--name", "Xã Ví Dụ")
        wrong = database.replace("/words", "/nowhere")
        said = motcua(data, "center", "--database", wrong, "unit", "list", code=1)
        assert "bi-mat" not in str(said)
    finally:
        server.stop()
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"bi-mat" in path.read_bytes()]
