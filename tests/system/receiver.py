"""A process that receives dossiers until it is killed; prints each number after `receive` returned.

``python -m tests.system.receiver DATA [COUNT]``
"""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from desk_app.operations.desk import open_desk
from desk_app.operations.officers import officer_named
from desk_app.operations.receive import receive
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Person
from sync.model.moment import VIETNAM


def main() -> None:
    """Receives COUNT dossiers (default: without end)."""
    desk = open_desk(Path(sys.argv[1]), lambda: datetime.now(VIETNAM))
    officer = officer_named(desk, None)
    left = int(sys.argv[2]) if len(sys.argv) > 2 else sys.maxsize
    while left:
        left -= 1
        request = IntakeRequest("1.004873", Person(f"Công dân {left % 997}"))
        (received,) = receive(desk, [request], officer).value
        assert received.slip is not None
        sys.stdout.write(f"{received.number}\n")
        sys.stdout.flush()
    desk.close()


if __name__ == "__main__":
    main()
