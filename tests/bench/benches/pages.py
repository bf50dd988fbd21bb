"""From a page's key to the page painted, in the window itself: the first visit, and every later one."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt

from desk_app.ui.window import PAGES
from tests.bench.desk_window import DeskWindow, Drawn
from tests.bench.figures import Goal, Row
from tests.bench.registry import Run, bench
from tests.bench.stored import NOW, clock_from, own_places, stored_count, stored_desk
from tests.bench.timing import percentile

FLOOR = "the rail alone"
KEYS = {key: Qt.Key[f"Key_{key}"] for key in PAGES}


@bench("pages")
def pages(run: Run) -> Iterator[Row]:
    """Each page in turn, from whatever page was before. What a page still reads is in the note."""
    count = stored_count(run)
    with own_places(run):
        desk = stored_desk(run, count)
        data = desk.paths.data
        desk.close()
        window = DeskWindow(data, clock_from(NOW))
        try:
            yield from _switches(window, count, run.rounds(25, 1))
        finally:
            window.close()


def _switches(window: DeskWindow, count: int, rounds: int) -> Iterator[Row]:
    drawn = Drawn()
    taken: dict[str, list[tuple[float, float]]] = {key: [] for key in KEYS}
    for turn in range(rounds + 1):
        for key in KEYS if turn % 2 else reversed(KEYS):
            if turn == 0 and key == "F2":
                continue  # it stands there from the start
            painted, filled = _switch(window, drawn, key)
            taken[key].append((painted, filled))
    first = {key: found[0][0] for key, found in taken.items() if key != "F2"}
    slowest = max(first, key=lambda key: first[key])
    yield Row(
        f"page switch, each page's first visit, the slowest, {count:,} stored",
        "ms",
        first[slowest],
        note=", ".join(f"{key} {spent:.0f}" for key, spent in first.items()),
    )
    for key, found in taken.items():
        later = found if key == "F2" else found[1:]
        painting = sorted(one[0] for one in later)
        filling = sorted(one[1] for one in later)
        yield Row(
            f"page switch: {key} {PAGES[key]}, {count:,} stored",
            "ms",
            percentile(painting, 95),
            goal=Goal(100),
            note=f"p95; median {percentile(painting, 50):.1f} ms; with all that it reads"
            f" {percentile(filling, 95):.0f} ms (median {percentile(filling, 50):.0f})",
        )


def _switch(window: DeskWindow, drawn: Drawn, key: str) -> tuple[float, float]:
    """Milliseconds until the page is painted, and until its lanes have answered and that is painted too."""
    page = window.window.page

    def settled() -> None:
        window.press_on_window(KEYS[key])
        window.settle()

    painted = drawn.after(lambda: window.press_on_window(KEYS[key]), lambda: page(key))
    assert window.window.stack.currentWidget() is page(key)
    window.settle()
    window.press_on_window(KEYS["F2" if key != "F2" else "F8"])
    window.settle()
    filled = drawn.after(settled, lambda: page(key))
    return painted, filled
