"""A desk that drains a backlog over whatever line lies before it; as a process, so that it can run elsewhere.

``python -m tests.bench.drain DATA INVITATION ADDRESS COUNT``: enrols, receives, says ``ready``, waits for a
line on its input, drains with the desk's own pauses, and prints what it took as JSON.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from desk_app.operations.desk import Desk
from desk_app.operations.enrolment import enrol
from desk_app.operations.synchronise import synchronise
from sync.journal.own import Draft
from sync.links.http import CONNECT_SECONDS, READ_SECONDS, HttpLink
from sync.model import kinds
from sync.model.bodies import intake_out
from sync.model.entry import DOSSIER_BYTES
from sync.model.moment import VIETNAM
from sync.protocol.retry import Backoff
from tests.bench import samples

MOST_TRIES = 200


@dataclass(frozen=True, slots=True)
class DrainTaken:
    """`bytes`: of requests and answers, without HTTP's headers; `exchanges` that got an answer."""

    seconds: float
    bytes: int
    exchanges: int
    tries: int
    pending: int


def now() -> datetime:
    """The machine's clock."""
    return datetime.fromtimestamp(time.time(), VIETNAM)


def enrolled(data: Path, invitation: str) -> Desk:
    """A new desk that has said hello once, as it has by the evening."""
    desk = enrol(data, invitation, clock=now)
    synchronise(desk, HttpLink(desk.trust().center_address, proxies={}).post)
    return desk


def receive_many(desk: Desk, count: int) -> None:
    """Receives, each sealed by itself as an officer's F9 does."""
    with desk.store.transaction() as ledger:
        own = desk.own(ledger)
        for intake in samples.dossiers(count):
            draft = Draft(kinds.RECEIVED, intake_out(intake), os.urandom(DOSSIER_BYTES))
            own.append(desk.settings.channel, [draft], desk.today())


def drained(desk: Desk, address: str, timeouts: tuple[float, float] | None = None) -> DrainTaken:
    """Synchronises, with the desk's own pauses between tries, until nothing waits."""
    link = HttpLink(address, timeouts=timeouts or (CONNECT_SECONDS, READ_SECONDS), proxies={})
    size = exchanges = 0

    def post(path: str, body: bytes) -> bytes:
        nonlocal size, exchanges
        size += len(body)
        answer = link.post(path, body)
        size += len(answer)
        exchanges += 1
        return answer

    pause = Backoff(random.Random(1).random)
    began = time.perf_counter()
    pending = tries = 0
    for tries in range(1, MOST_TRIES + 1):  # noqa: B007 - told afterwards
        report = synchronise(desk, post).value
        pending = report.pending
        if report.reached and not pending:
            break
        link.close()
        time.sleep(pause.failed(report.retry_after))
    taken = time.perf_counter() - began
    link.close()
    return DrainTaken(taken, size, exchanges, tries, pending)


def main() -> None:
    """See the module."""
    desk = enrolled(Path(sys.argv[1]), sys.argv[2])
    receive_many(desk, int(sys.argv[4]))
    print("ready", flush=True)
    sys.stdin.readline()
    print(json.dumps(asdict(drained(desk, sys.argv[3]))), flush=True)
    desk.close()


if __name__ == "__main__":
    main()
