"""How long the desk waits after an exchange: by whether it got through, and whether there is a hub."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sync.protocol.retry import Backoff

if TYPE_CHECKING:
    from desk_app.operations.synchronise import SyncReport

SYNC_SECONDS: Final = 300.0
"""After an exchange with the center alone."""
HUB_SECONDS: Final = 5.0
"""A hub is in the house: what another desk received is here within seconds."""
FILL_SECONDS: Final = 1.0
"""Between two runs of exchanges while older dossiers are still coming."""


def seconds_after(report: SyncReport | None, backoff: Backoff) -> float:
    """Seconds from an exchange to the next one on the timer; no report: it failed.

    A hub that answered is asked again soon, whether the center was asked besides or not: the line up may
    go down at any time, and what another desk receives comes by the hub all the same.
    """
    if report is None or not report.reached:
        return backoff.failed(None if report is None else report.retry_after)
    backoff.reset()
    if report.filling:
        return FILL_SECONDS
    return HUB_SECONDS if report.by_hub else SYNC_SECONDS
