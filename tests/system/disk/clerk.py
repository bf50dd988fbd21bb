"""An officer whose disk is watched: sets a desk up, receives, attaches scans, and says what is done.

``python -m tests.system.disk.clerk DATA DOSSIERS SEED [PLANTED] [failing]``. Each line is said after the
work it speaks of returned: ``desk``, a number, ``scan NUMBER``. PLANTED is a mistake that the proofs must
find; with ``failing`` one sync fails somewhere in every dossier.
"""

from __future__ import annotations

import random
import sys
from pathlib import Path
from typing import Any

from desk_app.domain.mistakes import DeskError
from desk_app.operations import receive as receiving
from desk_app.operations.attaching import attach
from desk_app.operations.desk import open_desk, set_up
from desk_app.store import store as storing
from tests.attachments.papers import small_jpeg
from tests.offices import OFFICER, UNIT, MovedClock, request
from tests.system.disk.shim import SYNC_FAILS, arm

_STORE: Any = storing
_RECEIVE: Any = receiving
OPERATIONS = 60
"""About as many as a dossier takes: a sync after one of them fails."""


def say(line: str) -> None:
    """Said at once, by one write."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def plant(name: str) -> None:
    """Makes one of the mistakes that must be found."""
    store, receive = _STORE, _RECEIVE
    connect, issue = store.connect, receive.issue_number

    def hasty(*given: Any, **how: Any) -> Any:
        connection = connect(*given, **how)
        connection.execute("PRAGMA synchronous = NORMAL")
        return connection

    def early(desk: Any, *given: Any) -> str:
        number = str(issue(desk, *given))
        if name == "said-early":
            say(number)
        else:
            storing.write_atomically(desk.paths.slips / f"{number}.pdf", b"%PDF- %%EOF\n")
        return number

    if name == "normal":
        store.connect = hasty
    elif name in ("said-early", "slip-early"):
        receive.issue_number = early
    elif name == "keeps-connection":
        store.Store._give_up = lambda *_given: None
    elif name == "keeps-log":
        store.Store._begin_log = lambda *_given: None


def main() -> None:
    """The officer's day."""
    data, dossiers, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    plant(sys.argv[4] if len(sys.argv) > 4 else "")
    clock = MovedClock()
    desk = set_up(data, unit=UNIT, name="Ủy ban nhân dân xã Ví Dụ", clock=clock)
    say("desk")
    for turn in range(dossiers):
        clock.forward(minutes=chance.randint(1, 20))
        if "failing" in sys.argv[5:]:
            if chance.random() < 0.5:  # a log begun anew: its head is synced by itself
                desk.close()
                desk = open_desk(data, clock)
            arm(chance.choice((1, 4, chance.randint(1, OPERATIONS))), SYNC_FAILS)
        try:
            received = receiving.receive(desk, [request()], OFFICER).value[0]
            if sys.argv[4:5] != ["said-early"]:
                say(received.number if received.slip else f"{received.number} no-slip")
            if turn % 3 == 1:
                attach(desk, received.number, small_jpeg(turn), "Đơn", OFFICER)
                say(f"scan {received.number}")
        except DeskError as refused:
            say(f"refused {refused.title}")
    desk.close()


if __name__ == "__main__":
    main()
