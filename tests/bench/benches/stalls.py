"""How long the window's event loop stands still: while citizens come, papers print, a sync brings entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtPrintSupport import QPrinter

from desk_app.devices.printing import print_pdf
from desk_app.operations.enrolment import enrol
from desk_app.operations.synchronise import http_post_to
from tests.bench import samples
from tests.bench.desk_window import DeskWindow, Heart, Pause
from tests.bench.figures import Goal, Row
from tests.bench.pushing import UNIT, OurPush, now
from tests.bench.registry import Run, bench
from tests.bench.stored import NOW, clock_from, own_places, stored_count, stored_desk
from tests.bench.timing import percentile
from tests.system.processes import motcua

LONGEST = 50
"""Milliseconds in which an officer's key may go unheard."""
FLOOR = "the same window, idle"
STILL_MS = 1_000


@bench("stalls")
def stalls(run: Run) -> Iterator[Row]:
    """A timer of 1 ms beats in the event loop; a stall is the pause between two beats."""
    count = stored_count(run)
    citizens = run.rounds(60, 3)
    with own_places(run):
        desk = stored_desk(run, count)
        data = desk.paths.data
        desk.close()
        printed = Printed(run.scratch)
        window = DeskWindow(data, clock_from(NOW), print_page=printed)
        try:
            idle = _idle(window)
            window.receive(0)  # what is loaded at the first F9 has its own row
            window.until(lambda: printed.pages)
            yield from _at_the_counter(window, count, citizens, idle)
            window.until(lambda: printed.pages > citizens)
            yield _printing(window, printed, run.rounds(20, 2), idle)
        finally:
            window.close()


class Printed:
    """Qt's own printing, into files: drawn at the resolution of a laser printer."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.pages = 0

    def __call__(self, pdf: bytes, title: str) -> str:
        print_pdf(pdf, title=title, make_printer=self._printer)
        self.pages += 1
        return "PDF"

    def _printer(self, _name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self._folder / f"{self.pages}.pdf"))
        return printer


def _felt(work: Callable[[], object]) -> list[Pause]:
    """The pauses while `work` goes on, sorted."""
    heart = Heart()
    with heart.felt() as pauses:
        work()
    return sorted(pauses)


def _idle(window: DeskWindow) -> float:
    """The longest pause of a window that does nothing: what this machine itself adds just now."""
    window.settle()

    def wait() -> None:
        loop = QEventLoop()
        QTimer.singleShot(STILL_MS, loop.quit)
        loop.exec()

    return _felt(wait)[-1].long


def _row(name: str, pauses: list[Pause], idle: float, note: str = "") -> Row:
    over = sum(pause.long > LONGEST for pause in pauses)
    own = sorted(pause.own for pause in pauses)
    said = (
        f"the longest; {over} of {len(pauses):,} over {LONGEST} ms; of the program's own work in one at most"
    )
    return Row(
        name,
        "ms",
        pauses[-1].long,
        idle,
        FLOOR,
        goal=Goal(LONGEST),
        p95=percentile([pause.long for pause in pauses], 95),
        note=f"{said} {own[-1]:.0f} ms, {sum(one > LONGEST for one in own)} over {LONGEST}{note}",
    )


def _at_the_counter(window: DeskWindow, count: int, citizens: int, idle: float) -> Iterator[Row]:
    def receive() -> None:
        for citizen in range(1, citizens + 1):
            window.receive(citizen)

    pauses = _felt(receive)
    yield _row(f"event loop, {citizens} intakes, {count:,} stored", pauses, idle, "; card, keys, F9, slip")

    def follow() -> None:
        for key in ("F3", "F4", "F5", "F6", "F7", "F8", "F10", "F2"):
            window.press_on_window(Qt.Key[f"Key_{key}"])
            window.settle()

    follow()
    pauses = _felt(follow)
    yield _row(f"event loop, all pages in turn, {count:,} stored", pauses, idle, "; visited once before")


def _printing(window: DeskWindow, printed: Printed, papers: int, idle: float) -> Row:
    running = window.running
    assert running.session is not None
    paper, desk = running.session.counter.paper, running.session.counter.desk
    from desk_app.operations.find import find

    newest = find(desk, "")[0]
    before = printed.pages

    def work() -> None:
        for _ in range(papers):
            paper.print_slip(newest.id, newest.number)
        window.until(lambda: printed.pages >= before + papers)
        window.settle()

    return _row(
        f"event loop, {papers} slips printed", _felt(work), idle, "; drawn by Qt at the printer's own"
    )


@bench("stalls of the sync")
def stalls_of_the_sync(run: Run) -> Iterator[Row]:
    """A window pushes its backlog to a served center; another desk's window takes all of it in."""
    entries = run.rounds(10_000, 200)
    with own_places(run):
        way = OurPush(run.scratch / "push")
        try:
            way.receive(samples.dossiers(entries))
            here = way.desk.paths.data
            way.desk.close()
            there = run.scratch / "other"
            invited = motcua(run.scratch / "push" / "center", "center", "invite", UNIT)
            enrol(there, invited["invitation"], clock=now).close()
            yield _synced(here, way.address, entries, "sent")
            yield _synced(there, way.address, entries, "heard")
        finally:
            way.server.kill()


def _synced(data: Path, address: str, entries: int, what: str) -> Row:
    post, line = http_post_to(address), Line()
    window = DeskWindow(data, now, post=line.over(post), online=lambda: line.up)
    try:
        idle = _idle(window)
        worker = window.running.worker
        assert worker is not None
        ended: list[object] = []
        worker.ended.connect(ended.append)

        def sync() -> None:
            line.up = True
            worker.request()
            window.until(lambda: any(getattr(one, "reached", False) for one in ended))
            window.settle()

        pauses = _felt(sync)
        reports = [one for one in ended if getattr(one, "reached", False)]
        moved = sum(getattr(one, "sent" if what == "sent" else "received", 0) for one in reports)
        assert moved >= entries, f"{moved} of {entries} entries {what}"
    finally:
        window.close()
    return _row(f"event loop, a sync of {entries:,} entries {what}", pauses, idle)


class Line:
    """The way to the center, down until it is wanted."""

    def __init__(self) -> None:
        self.up = False

    def over(self, post: Callable[[str, bytes], bytes]) -> Callable[[str, bytes], bytes]:
        """The same way, only while the line is up."""
        from sync.protocol.ports import LinkFailed

        def carried(path: str, body: bytes) -> bytes:
            if not self.up:
                raise LinkFailed("down")
            return post(path, body)

        return carried
