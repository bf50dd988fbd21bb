"""The appointment slip as PDF: warm, and the first of the day in a fresh process."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from statistics import median

from desk_app.documents.office import Office
from desk_app.documents.slip import slip_pdf
from sync.identity.keys import NodeKeys
from sync.model.bodies import intake_out
from sync.model.dossier import Intake
from sync.model.slip_code import SlipRecord, encode, signed_bytes
from sync.resources import resource_path
from sync.synthetic.places import sample_commune
from tests.bench import samples
from tests.bench.figures import Goal, Row
from tests.bench.peers import PeerMissing, outside, python_peer
from tests.bench.registry import Run, bench
from tests.bench.timing import compare

KEYS = NodeKeys.generate()


def office() -> Office:
    """The sample commune's."""
    where = sample_commune()
    return Office(where.title, where.upstream_title, "", where.name, where.address, where.phone)


def digits(intake: Intake) -> str:
    """What the slip's QR says, signed: part of making a slip."""
    record = SlipRecord(
        dossier=os.urandom(16),
        number=intake.number,
        procedure=intake.procedure.code,
        received_at=intake.received_at,
        due_at=intake.due_at,
        node=KEYS.node,
        issue=0,
        head=bytes(8),
    )
    return encode(record, KEYS.sign(b"motcua slip v1", signed_bytes(record)))


def ours() -> Callable[[], bytes]:
    """Slips of one dossier after another, each with codes of its own."""
    turn = cycle(samples.dossiers(300))
    where = office()

    def make() -> bytes:
        intake = next(turn)
        return slip_pdf(intake, where, qr_digits=digits(intake))

    return make


def bare_page() -> Callable[[], bytes]:
    """The floor: one A5 page of reportlab with the number's Code 128 and nothing else."""
    import barcode
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas

    turn = cycle(samples.dossiers(300))

    def make() -> bytes:
        modules = barcode.get("code128", next(turn).number).build()[0]
        out = io.BytesIO()
        canvas = Canvas(out, pagesize=(148 * mm, 210 * mm))
        for at, module in enumerate(modules):
            if module == "1":
                canvas.rect((10 + at * 0.375) * mm, 180 * mm, 0.375 * mm, 12 * mm, stroke=0, fill=1)
        canvas.showPage()
        canvas.save()
        return out.getvalue()

    return make


def peers_sheet(path: Path) -> Path:
    """The same slips as plain words for the peers, with the fonts to set them in."""
    slips = []
    for intake in samples.dossiers(60):
        people = (intake.applicant.full_name, intake.applicant.id_number, intake.applicant.address)
        times = (f"{intake.received_at:%H:%M %d/%m/%Y}", f"{intake.due_at:%H:%M %d/%m/%Y}")
        labels = ("Tiếp nhận hồ sơ của", "Số giấy tờ", "Địa chỉ", "Thủ tục", "Nhận lúc", "Hẹn trả", "Lệ phí")
        values = (*people, intake.procedure.name, *times, f"{intake.fee} đồng")
        slips.append(
            {
                "number": intake.number,
                "digits": digits(intake),
                "fields": list(zip(labels, values, strict=True)),
                "papers": [[str(i), one.name, str(one.originals)] for i, one in enumerate(intake.papers, 1)],
            }
        )
    fonts = {face: str(resource_path("fonts", f"LiberationSerif-{face}.ttf")) for face in ("Regular", "Bold")}
    path.write_text(json.dumps({"fonts": fonts, "slips": slips}, ensure_ascii=False), encoding="utf-8")
    return path


def peers_of(run: Run) -> dict[str, float | str]:
    """Milliseconds of each peer's slip of two pages, or why there are none."""
    sheet = str(peers_sheet(run.scratch / "slips.json"))
    found: dict[str, float | str] = {}
    try:
        found["QPdfWriter"] = outside(Path(sys.executable), "slip_peer.py", "qt", sheet)["ms"]
    except PeerMissing as missing:
        found["QPdfWriter"] = str(missing)
    for name in ("typst", "fpdf2"):
        try:
            found[name] = outside(python_peer(run), "slip_peer.py", name, sheet)["ms"]
        except PeerMissing as missing:
            found[name] = str(missing)
    return found


@bench("slip")
def slip(run: Run) -> Iterator[Row]:
    """Ours prints both copies (liên) with both codes and a signature in one; the peers two such pages."""
    found = compare({"ours": ours(), "floor": bare_page()}, run.rounds(60, 12), loops=2)
    milli = {name: sample.median * 1e3 for name, sample in found.items()}
    yield Row(
        "slip PDF, warm",
        "ms",
        milli["ours"],
        milli["floor"],
        "reportlab page with one Code 128",
        peers_of(run),
        Goal(12),
        p95=found["ours"].p95 * 1e3,
    )
    yield Row(
        "slip PDF, first of the day",
        "ms",
        first_of_the_day(run.rounds(7, 2)),
        milli["floor"],
        "as above",
        goal=Goal(250),
    )


def first_of_the_day(times: int) -> float:
    """Median milliseconds from nothing imported to the PDF, interpreter started already."""
    intake = samples.dossiers(300)[0]
    program = (
        "import time, sys, json\n"
        "from sync.model.bodies import intake_in\n"
        "from desk_app.documents.office import Office\n"
        "intake = intake_in(json.loads(sys.argv[1]))\n"
        "began = time.perf_counter()\n"
        "from desk_app.documents.slip import slip_pdf\n"
        "slip_pdf(intake, Office('Ủy ban nhân dân xã Ví Dụ'), qr_digits=sys.argv[2])\n"
        "print(time.perf_counter() - began)\n"
    )
    command = [sys.executable, "-c", program, intake_out(intake).decode(), digits(intake)]
    spent = [
        float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        for _ in range(times)
    ]
    return median(spent) * 1e3
