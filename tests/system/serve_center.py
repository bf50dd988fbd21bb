"""A center as a process of its own: `python -m tests.system.serve_center FOLDER PORT`."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from sync.center.api.serving import serve
from sync.model.moment import VIETNAM
from tests.center.places import Place


def main() -> None:
    """Serves the center of a test's `Place` until it is told to end."""
    place = Place(Path(sys.argv[1]))
    place.clock.now = datetime.now(VIETNAM)
    with place.open() as center:
        serve(center, port=int(sys.argv[2]), ready=lambda address: print(address, flush=True))


if __name__ == "__main__":
    main()
