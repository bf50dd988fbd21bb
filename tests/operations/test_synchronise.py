"""Synchronising: what the line showed is remembered, whichever process asks next."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random
from unittest.mock import patch

from desk_app.operations.enrolment import enrol
from desk_app.operations.receive import receive
from desk_app.operations.synchronise import sync_state, synchronise
from sync.center.exchange.answering import enrolment, exchange
from sync.center.units.invitations import invite
from sync.protocol.ports import EXCHANGE_PATH, UNREACHABLE, LinkFailed
from tests.center.places import Place
from tests.offices import OFFICER, UNIT, MovedClock, request


def test_a_line_that_carries_only_little_at_once_still_carries_everything(tmp_path: Path) -> None:
    clock = MovedClock()
    with Place(tmp_path / "center").open() as center:
        largest, chance = 64 * 1024, Random(5)

        def post(path: str, body: bytes) -> bytes:
            if len(body) > largest:
                raise LinkFailed(UNREACHABLE, "the line broke off")
            return (exchange if path == EXCHANGE_PATH else enrolment)(center, body).sealed

        desk = enrol(
            tmp_path / "desk",
            invite(center, UNIT, "http://center.example", name="UBND xã Ví Dụ").encode(),
            clock=clock,
            post=post,
        )
        for _turn in range(60):
            note = "".join(chance.choices("abcdefghijklmnopqrstuvwxyz0123456789 ", k=600))
            receive(desk, [replace(request(), note=note)], OFFICER)
        largest = 8 * 1024
        reports = []
        for _turn in range(20):
            reports.append(synchronise(desk, post).value)
            if reports[-1].reached and not reports[-1].pending:
                break
        assert not reports[0].reached
        assert (reports[-1].pending, reports[-1].problem) == (0, "")
        desk.close()


def test_a_run_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    def dead(path: str, body: bytes) -> bytes:
        raise LinkFailed(UNREACHABLE, "no line")

    with Place(tmp_path / "center").open() as center:
        desk = enrol(
            tmp_path / "desk",
            invite(center, UNIT, "http://center.example", name="UBND xã Ví Dụ").encode(),
            clock=MovedClock(),
            post=lambda path, body: (exchange if path == EXCHANGE_PATH else enrolment)(center, body).sealed,
        )
    receive(desk, [request()], OFFICER)
    for _turn in range(4):  # until the messages it tries are as small as they get
        first = synchronise(desk, dead).value
        assert (first.reached, first.problem) == (False, sync_state(desk).problem)
    with patch.object(desk.store, "transaction", side_effect=AssertionError("a write")):
        assert synchronise(desk, dead).value.problem == sync_state(desk).problem != ""
    desk.close()
