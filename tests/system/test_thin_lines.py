"""Lines as thin as a mountain commune's: every try brings something across, and all of it ends."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.bench.drain import drained, enrolled, receive_many
from tests.system.faults.line import ThinLine
from tests.system.processes import ServedCenter, motcua, served, twice

pytestmark = pytest.mark.skipif(twice(), reason="the run with Qt tells it; these processes use none")
LINES = [
    pytest.param(64_000, 0.2, 0.2, 20, id="64 kbit/s, 200 ms, 20 %"),
    *(
        pytest.param(
            bits,
            trip,
            loss,
            200,
            marks=pytest.mark.proof,
            id=f"{bits // 1000} kbit/s, {trip:g} s, {loss:.0%}",
        )
        for bits in (16_000, 64_000, 256_000)
        for trip, loss in ((0.6, 0.05), (2.0, 0.2))
    ),
]


@pytest.fixture
def center(tmp_path: Path) -> Iterator[ServedCenter]:
    with served(tmp_path / "center") as server:
        yield server


@pytest.mark.parametrize(("bits", "round_trip", "loss", "count"), LINES)
def test_a_backlog_drains_over_a_thin_line(
    tmp_path: Path, center: ServedCenter, bits: int, round_trip: float, loss: float, count: int
) -> None:
    with closing(ThinLine(center.port)) as line:
        said = motcua(tmp_path / "center", "center", "invite", "H99.99.001", "--address", line.address)
        with closing(enrolled(tmp_path / "desk", said["invitation"])) as desk:
            receive_many(desk, count)
            line.shape(bits, round_trip, loss)
            found = drained(desk, line.address, timeouts=(20.0, 90.0))
            line.shape(0, 0.0, 0.0)
        assert found.pending == 0
        assert len(motcua(tmp_path / "center", "center", "dossiers")) == count
        print(f"\n{found} against {found.bytes * 8 / bits + round_trip:.1f} s of bytes and one round trip")
