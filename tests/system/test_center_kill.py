"""A center killed at any moment, and several processes on its folder: nothing acknowledged is ever lost."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from sync.center.units.invitations import invite
from sync.center.work.checking import verify
from sync.center.work.deciding import decide
from sync.center.work.listing import dossiers
from sync.protocol.engine import MEDIA_TYPE, LinkFailed, Post
from tests.center.places import UNIT, EnrolledDesk, Place

ROOT = Path(__file__).resolve().parents[2]
KILLS = 6


@contextmanager
def served(place: Place, port: int = 0) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The real server process and its address; ended, and waited for, when the block is left."""
    command = [sys.executable, "-m", "tests.system.serve_center", str(place.root), str(port)]
    # the environment of this test: its own home and keys
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert address.startswith("http://"), "the server did not come up"
        yield process, address
    finally:
        process.kill()
        process.wait(30)
        if process.stdout is not None:
            process.stdout.close()


def poster(address: list[str]) -> Post:
    """Posts to the address that stands in the list now."""

    def post(path: str, sealed: bytes) -> bytes:
        try:
            headers = {"Content-Type": MEDIA_TYPE}
            with requests.post(address[0] + path, sealed, headers=headers, timeout=20) as answer:
                if answer.status_code != 200:
                    raise LinkFailed("busy", str(answer.status_code))
                return answer.content
        except requests.RequestException as error:
            raise LinkFailed("unreachable", type(error).__name__) from error

    return post


@pytest.mark.skipif(os.name != "posix", reason="kill -9 is POSIX; Windows ends processes in the same way")
def test_every_acknowledged_dossier_outlives_a_killed_center(tmp_path: Path) -> None:
    chance = random.Random(9)
    place = Place(tmp_path)
    with place.open() as center:
        invitation = invite(center, UNIT, "http://127.0.0.1:1")
    where = [""]
    desk = EnrolledDesk(center, invitation, post=poster(where))
    written: list[str] = []
    acknowledged: set[str] = set()
    kills, patience = 0, 1.0
    while kills < KILLS or (not acknowledged and kills < 3 * KILLS):
        with served(place) as (process, where[0]):
            if not kills:
                desk.enrol()
            wait = (0.02 + chance.random() * 0.25) * patience
            timer = threading.Timer(wait, process.send_signal, [signal.SIGKILL])
            timer.start()
            while process.poll() is None:
                numbers = [
                    f"{UNIT}-261123-{len(written) + n + 1:04d}" for n in range(chance.randrange(1, 30))
                ]
                desk.receive(*numbers)
                written += numbers
                done = desk.exchange()
                if not done.pending:
                    acknowledged.update(written)
                if done.failure is not None:
                    process.wait(30)
            timer.join()
            kills += 1
            patience *= 1.0 if acknowledged else 2.0  # a busy machine takes longer for the first exchange
        with place.open() as center:
            assert not center.restored
            held = [one["number"] for one in dossiers(center)]
            assert acknowledged <= set(held)
            assert len(held) == len(set(held))
            assert verify(center)["ok"]
    assert acknowledged, "some exchange got through between kills"
    with served(place) as (_process, where[0]):
        assert desk.exchange().pending == 0
    with place.open() as center:
        assert sorted(one["number"] for one in dossiers(center)) == sorted(written)
        assert verify(center)["ok"]


def test_the_command_line_decides_beside_a_running_server(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        invitation = invite(center, UNIT, "http://127.0.0.1:1")
    numbers = [f"{UNIT}-261123-{n:04d}" for n in range(1, 31)]
    with served(place) as (_process, address), place.open() as beside:
        desk = EnrolledDesk(beside, invitation, post=poster([address]))
        desk.enrol()
        desk.receive(*numbers)
        desk.exchange()
        failed: list[BaseException] = []

        def push() -> None:
            try:
                for n in range(31, 51):
                    desk.receive(f"{UNIT}-261123-{n:04d}")
                    assert desk.exchange().pending == 0
            except BaseException as error:
                failed.append(error)

        thread = threading.Thread(target=push)
        thread.start()
        for number in numbers:
            decide(beside, number, "processing")
        thread.join(60)
        assert not failed
        desk.exchange()
        found = {one["number"]: one["status"] for one in dossiers(beside)}
        assert len(found) == 50
        assert {found[number] for number in numbers} == {"processing"}
        with desk.store.snapshot() as ledger, beside.store.snapshot() as theirs:
            assert ledger.heads(desk.channel) == theirs.heads(desk.channel)
        assert verify(beside)["ok"]


@pytest.mark.skipif(os.name != "posix", reason="SIGTERM is POSIX")
def test_a_server_told_to_end_ends_well(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with served(place) as (process, _address):
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    with place.open() as center:
        assert not center.restored
