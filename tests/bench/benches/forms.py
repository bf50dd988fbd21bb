"""Every form as PDF, warm and cold; a batch of 1,000 slips and the memory it takes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from itertools import cycle
from statistics import median
from typing import Any

from desk_app.documents.forms import FORMS, form_pdf
from desk_app.documents.samples import OFFICE
from tests.bench import samples
from tests.bench.benches.slip import bare_page, peers_of
from tests.bench.figures import Goal, Row
from tests.bench.registry import Run, bench
from tests.bench.timing import compare

BATCH = 1_000
FLOOR = "reportlab page with one Code 128"

COLD_FORM = """
import sys, time
began = time.perf_counter()
from desk_app.documents.forms import FORMS, form_pdf
from desk_app.documents.samples import OFFICE
form_pdf(sys.argv[1], FORMS[sys.argv[1]].sample(), OFFICE)
print(time.perf_counter() - began)
"""
COLD_FLOOR = """
import io, sys, time
began = time.perf_counter()
import barcode
from reportlab.pdfgen.canvas import Canvas
out = io.BytesIO()
canvas = Canvas(out, pagesize=(420, 595))
for at, module in enumerate(barcode.get("code128", "H99.99.001-261123-0001").build()[0]):
    if module == "1":
        canvas.rect(28 + at * 1.06, 510, 1.06, 34, stroke=0, fill=1)
canvas.save()
print(time.perf_counter() - began)
"""
IN_A_ROW = """
import sys, time
from pathlib import Path
from {module} import {maker} as maker
make, count, folder = maker(), int(sys.argv[1]), Path(sys.argv[2])
make()
began, largest = time.perf_counter(), 0
for number in range(count):
    largest = max(largest, (folder / f"{{number}}.pdf").write_bytes(make()))
print(time.perf_counter() - began)
peak = next((line for line in Path("/proc/self/status").read_text().splitlines() if "VmHWM" in line), "") \\
    if sys.platform == "linux" else ""
print(int(peak.split()[1]) / 1024 if peak else 0)
print(largest)
"""


def warm(name: str) -> Callable[[], bytes]:
    """The form of one dossier after another where it is about one, else its sample, on its usual paper."""
    form = FORMS[name]
    sample: Any = form.sample()
    several = [replace(sample, intake=one) for one in samples.dossiers(300)] if about_one(name) else [sample]
    turn = cycle(several)
    return lambda: form_pdf(name, next(turn), OFFICE)


def about_one(name: str) -> bool:
    """Whether a form is about one intake."""
    return any(field.name == "intake" for field in fields(FORMS[name].content))


@bench("forms, warm")
def forms_warm(run: Run) -> Iterator[Row]:
    """All forms in turn within a round, the bare page among them."""
    found = compare(
        {**{name: warm(name) for name in FORMS}, "floor": bare_page()}, run.rounds(60, 8), loops=2
    )
    floor = found.pop("floor").median * 1e3
    for name, sample in found.items():
        same = "" if about_one(name) else "the same content every time"
        yield Row(
            f"form {name}, warm",
            "ms",
            sample.median * 1e3,
            floor,
            FLOOR,
            goal=Goal(12) if name == "slip" else None,
            p95=sample.p95 * 1e3,
            note=same,
        )


@bench("forms, cold")
def forms_cold(run: Run) -> Iterator[Row]:
    """In a process of its own each, from nothing imported to the PDF; the interpreter has started already."""
    times = run.rounds(5, 1)
    taken: dict[str, list[float]] = {"floor": [], **{name: [] for name in FORMS}}
    for _ in range(times):
        for name, seconds in taken.items():
            program = [COLD_FLOOR] if name == "floor" else [COLD_FORM, name]
            seconds.append(float(_lines([sys.executable, "-c", *program])[0]))
    floor = median(taken.pop("floor")) * 1e3
    for name, seconds in taken.items():
        yield Row(
            f"form {name}, cold",
            "ms",
            median(seconds) * 1e3,
            floor,
            f"{FLOOR}, cold",
            goal=Goal(250) if name == "slip" else None,
        )


@bench("forms, batch")
def forms_batch(run: Run) -> Iterator[Row]:
    """Slips of both copies with codes of their own, each written to a file; a process each for ours and the
    floor, so that each one's peak of memory is its own.
    """
    count = run.rounds(BATCH, 100)
    ours = _batch(run, "ours", count)
    floor = _batch(run, "bare_page", count)
    yield Row(
        f"{count:,} slips in a batch",
        "ms a slip",
        ours[0] / count * 1e3,
        floor[0] / count * 1e3,
        FLOOR,
        peers_of(run),
        Goal(12),
        note=f"{ours[0]:.1f} s in all, codes signed and files written; largest file {ours[2] / 1024:.1f} KiB",
    )
    few = _batch(run, "ours", 1)
    yield Row(
        f"peak memory of {count:,} slips",
        "MiB",
        ours[1] or None,
        floor[1] or None,
        FLOOR,
        note=f"of the whole process; {few[1]:.1f} MiB after one slip"
        if ours[1]
        else "not told by this system",
    )


def _batch(run: Run, maker: str, count: int) -> tuple[float, float, float]:
    """Seconds, peak MiB (0: not told) and bytes of the largest file."""
    folder = run.scratch / f"{maker}-{count}"
    folder.mkdir()
    program = IN_A_ROW.format(module="tests.bench.benches.slip", maker=maker)
    seconds, peak, largest = _lines([sys.executable, "-c", program, str(count), str(folder)])
    return float(seconds), float(peak), float(largest)


def _lines(command: list[str]) -> list[str]:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
