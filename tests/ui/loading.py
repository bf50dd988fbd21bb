"""A window in a process of its own that tells which modules of Qt are loaded where.

``python -m tests.ui.loading FOLDER``: opens the window, waits for the printer's lane and for every page's
modules, and prints one JSON object: the modules of PySide loaded in the window's thread, and those loaded in
another.
"""

from __future__ import annotations

import gc
import json
import sys
import threading
from pathlib import Path

WINDOW = threading.get_ident()
loaded: dict[str, list[str]] = {"here": [], "elsewhere": []}


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "import" and str(arguments[0]).startswith("PySide6."):
        loaded["here" if threading.get_ident() == WINDOW else "elsewhere"].append(str(arguments[0]))


def main(folder: Path) -> None:
    """Opens, loads, tells."""
    from desk_app.background.warming import warm_up
    from desk_app.devices import printing
    from desk_app.ui.session import PAGE_MODULES
    from desk_app.ui.style import dressed_application
    from tests.ui.steps import Counter
    from tests.ui.stories.power import Alone

    looked: list[list[str]] = []
    names = printing.printer_names

    def noted() -> list[str]:
        looked.append(names())
        return looked[-1]

    printing.printer_names = noted
    dressed_application([])
    counter = Counter(Alone(), folder).read()  # type: ignore[arg-type]
    rested: list[bool] = []
    gc.freeze = lambda: rested.append(True)
    warm_up(counter.running.lanes, PAGE_MODULES)
    counter.until(lambda: bool(rested))
    counter.until(lambda: bool(looked))
    sys.stdout.write(json.dumps(loaded))
    sys.stdout.flush()
    counter.close()


if __name__ == "__main__":
    sys.addaudithook(_note)
    main(Path(sys.argv[1]))
