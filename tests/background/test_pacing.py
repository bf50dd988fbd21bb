"""When the next exchange is due, by what the last one brought."""

from __future__ import annotations

from desk_app.background.pacing import FILL_SECONDS, HUB_SECONDS, SYNC_SECONDS, seconds_after
from desk_app.operations.synchronise import CENTER, HUB, SyncReport
from sync.protocol.retry import LONGEST, SHORTEST, Backoff

ALONE = SyncReport(reached=True, via=CENTER)
BY_HUB = SyncReport(reached=True, via=HUB, by_hub=True)
BOTH = SyncReport(reached=True, via=CENTER, by_hub=True)


def new_backoff() -> Backoff:
    return Backoff(lambda: 0.0)


def test_a_hub_that_answers_is_asked_again_within_seconds() -> None:
    assert seconds_after(BY_HUB, new_backoff()) == HUB_SECONDS
    assert seconds_after(ALONE, new_backoff()) == SYNC_SECONDS


def test_the_hub_is_asked_as_often_while_the_center_is_asked_besides() -> None:
    # scans that wait for the center, or the button, ask the center too; the neighbours' dossiers do not wait
    assert seconds_after(BOTH, new_backoff()) == HUB_SECONDS


def test_failures_wait_longer_each_time_and_one_success_ends_that() -> None:
    backoff = new_backoff()
    waits = [seconds_after(report, backoff) for report in [None, SyncReport(reached=False)] * 6]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (SHORTEST, LONGEST / 2)
    seconds_after(BY_HUB, backoff)
    assert seconds_after(None, backoff) == SHORTEST


def test_a_center_that_asks_for_patience_is_given_it() -> None:
    assert seconds_after(SyncReport(reached=False, retry_after=90.0), new_backoff()) == 90.0


def test_while_older_dossiers_come_the_next_run_follows_at_once() -> None:
    filling = SyncReport(reached=True, via=CENTER, filling=True)
    assert seconds_after(filling, new_backoff()) == FILL_SECONDS
