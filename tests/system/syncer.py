"""A process that receives dossiers and syncs in turn until it is killed; prints each number once it is due.

``python -m tests.system.syncer DATA``
"""

from __future__ import annotations

import sys
from datetime import datetime
from itertools import count
from pathlib import Path

from desk_app.operations.desk import open_desk
from desk_app.operations.officers import officer_named
from desk_app.operations.receive import receive
from desk_app.operations.synchronise import synchronise
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Person
from sync.model.moment import VIETNAM


def main() -> None:
    """Receives and syncs without end; a center that is away is no trouble."""
    desk = open_desk(Path(sys.argv[1]), lambda: datetime.now(VIETNAM))
    officer = officer_named(desk, None)
    for turn in count():
        requests = [IntakeRequest("1.004873", Person(f"Công dân {turn}"))] * (1 + turn % 3)
        for received in receive(desk, requests, officer).value:
            sys.stdout.write(f"{received.number}\n")
        sys.stdout.flush()
        synchronise(desk)


if __name__ == "__main__":
    main()
