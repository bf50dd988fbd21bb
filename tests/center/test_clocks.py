"""Wrong clocks of desks are reported at the center, and harm nothing."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from sync.center.units.clocks import desks
from sync.center.units.invitations import invite
from sync.center.work.listing import dossiers
from sync.model.moment import VIETNAM
from sync.protocol.engine import Pace, drain
from tests.center.places import UNIT, EnrolledDesk, Place


@pytest.mark.parametrize(
    "off",
    [
        datetime(2009, 1, 1, tzinfo=VIETNAM) - datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM),
        datetime(2038, 1, 20, tzinfo=VIETNAM) - datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM),
        timedelta(days=1),
        timedelta(days=-1),
        timedelta(minutes=11),
    ],
    ids=["2009", "2038", "a day ahead", "a day behind", "eleven minutes"],
)
def test_a_wrong_clock_is_reported_until_it_is_put_right(tmp_path: Path, off: timedelta) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        desk = EnrolledDesk(center, invite(center, UNIT, "http://127.0.0.1:1"))
        desk.enrol()
        desk.receive(f"{UNIT}-261123-0001")

        def exchange(error: timedelta) -> None:
            done = drain(
                desk.store, desk.keys, desk.trusted, desk.post, lambda: center.clock() + error, Pace()
            )
            assert (done.pending, done.problem) == (0, "")

        exchange(off)
        assert [one["clock_error"] for one in desks(center)] == [int(off.total_seconds())]
        assert [one["number"] for one in dossiers(center)] == [f"{UNIT}-261123-0001"]
        exchange(timedelta(seconds=30))
        [one] = desks(center)
        assert (one["clock_error"], one["unit"], one["desk"], one["role"]) == (0, UNIT, 1, "desk")
        assert one["heard_at"].startswith("2026-11-23T09:15")


def test_a_small_error_is_nobodys_business(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        desk = EnrolledDesk(center, invite(center, UNIT, "http://127.0.0.1:1"))
        desk.enrol()
        assert [(one["heard_at"], one["clock_error"]) for one in desks(center)] == [("", 0)]
        desk.exchange()
        assert [one["clock_error"] for one in desks(center)] == [0]
