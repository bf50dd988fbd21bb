"""`slip_peer.py qt|typst|fpdf2 SLIPS.json`: median milliseconds of a slip of two A5 pages, as JSON.

Runs in an environment that has the named library (and, but for Qt, segno and python-barcode), not in ours.
"""

from __future__ import annotations

import importlib
import json
import math
import os
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

TITLE = "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"
Slip = dict[str, Any]
Make = Callable[[Slip], bytes]


def runs(cells: Any) -> Iterator[tuple[int, int]]:
    """(start, length) of every run of dark modules."""
    start = None
    for at, cell in enumerate([*cells, 0]):
        if cell and start is None:
            start = at
        elif not cell and start is not None:
            yield start, at - start
            start = None


def code128(number: str) -> list[int]:
    modules = importlib.import_module("barcode").get("code128", number).build()[0]
    return [int(module) for module in modules]


def qr(digits: str) -> Any:
    return importlib.import_module("segno").make(digits, error="m", micro=False, boost_error=False).matrix


def fpdf2(fonts: dict[str, str]) -> Make:
    fpdf = importlib.import_module("fpdf")

    def make(slip: Slip) -> bytes:
        pdf = fpdf.FPDF(format=(148, 210))
        pdf.set_auto_page_break(False)
        pdf.add_font("N", "", fonts["Regular"])
        pdf.add_font("N", "B", fonts["Bold"])
        for _ in range(2):
            pdf.add_page()
            for at, wide in runs(code128(slip["number"])):
                pdf.rect(20 + at * 0.375, 22, wide * 0.375, 12, "F")
            pdf.set_font("N", "B", 12)
            pdf.set_xy(0, 40)
            pdf.cell(148, 6, TITLE, align="C")
            pdf.set_y(52)
            for label, value in slip["fields"]:
                pdf.set_font("N", "", 10)
                pdf.multi_cell(128, 5, f"{label}: {value}", new_x="LMARGIN", new_y="NEXT")
            for order, name, count in slip["papers"]:
                pdf.multi_cell(128, 5, f"{order}. {name} – {count}", border=1, new_x="LMARGIN", new_y="NEXT")
            for row, cells in enumerate(qr(slip["digits"])):
                for at, wide in runs(cells):
                    pdf.rect(10 + at * 0.4, 160 + row * 0.4, wide * 0.4, 0.4, "F")
        return bytes(pdf.output())

    return make


TYPST = """
#set page(width: 148mm, height: 210mm, margin: 10mm)
#set text(font: "Liberation Serif", size: 10pt, lang: "vi")
#let d = json(bytes(sys.inputs.d))
#let copy = [
  #image(bytes(d.bars), format: "svg", height: 12mm)
  #align(center, text(size: 12pt, weight: "bold")[Giấy tiếp nhận hồ sơ và hẹn trả kết quả])
  #for f in d.fields [#f.at(0): #f.at(1) \\ ]
  #table(columns: (10mm, 1fr, 20mm), ..d.papers.flatten())
  #image(bytes(d.qr), format: "svg", height: 25mm)
]
#copy
#pagebreak()
#copy
"""


def svg(rows: Any, width: int, height: int) -> str:
    rects = "".join(
        f'<rect x="{at}" y="{y}" width="{wide}" height="{height // len(rows) or 1}"/>'
        for y, cells in enumerate(rows)
        for at, wide in runs(cells)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{rects}</svg>'


def typst(fonts: dict[str, str]) -> Make:
    library = importlib.import_module("typst")
    source = Path(sys.argv[2]).with_suffix(".typ")
    source.write_text(TYPST, encoding="utf-8")
    compiler = library.Compiler(str(source), font_paths=[str(Path(fonts["Regular"]).parent)])

    def make(slip: Slip) -> bytes:
        bars, matrix = code128(slip["number"]), qr(slip["digits"])
        pictures = {
            "bars": svg([bars], len(bars), 32),
            "qr": svg([list(row) for row in matrix], len(matrix), len(matrix)),
        }
        given = json.dumps({**slip, **pictures}, ensure_ascii=False)
        return bytes(compiler.compile(sys_inputs={"d": given}, format="pdf"))

    return make


def qt(fonts: dict[str, str]) -> Make:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    gui = importlib.import_module("PySide6.QtGui")
    core = importlib.import_module("PySide6.QtCore")
    app = gui.QGuiApplication.instance() or gui.QGuiApplication([])
    for path in fonts.values():
        gui.QFontDatabase.addApplicationFont(path)
    mm = 1200 / 25.4
    zxing = importlib.import_module("zxingcpp")

    def make(slip: Slip) -> bytes:
        buffer = core.QBuffer()
        buffer.open(core.QIODevice.OpenModeFlag.WriteOnly)
        writer = gui.QPdfWriter(buffer)
        writer.setResolution(1200)
        writer.setPageSize(gui.QPageSize(core.QSizeF(148, 210), gui.QPageSize.Unit.Millimeter))
        writer.setPageMargins(core.QMarginsF(0, 0, 0, 0))
        painter = gui.QPainter(writer)
        black = gui.QColor(0, 0, 0)
        code = zxing.create_barcode(slip["digits"], zxing.BarcodeFormat.QRCode, ec_level="M")
        octets = memoryview(code.to_image(scale=1, add_quiet_zones=False)).tobytes()
        side = math.isqrt(len(octets))
        matrix = [[octet < 128 for octet in octets[at : at + side]] for at in range(0, len(octets), side)]
        bars = code128(slip["number"])
        for page in range(2):
            if page:
                writer.newPage()
            for at, wide in runs(bars):
                painter.fillRect(
                    core.QRectF((20 + at * 0.375) * mm, 22 * mm, wide * 0.375 * mm, 12 * mm), black
                )
            font = gui.QFont("Liberation Serif")
            font.setPointSizeF(10)
            painter.setFont(font)
            painter.drawText(core.QRectF(0, 40 * mm, 148 * mm, 8 * mm), 0x84, TITLE)
            y = 54.0
            lines = [f"{label}: {value}" for label, value in slip["fields"]]
            lines += [f"{order}. {name} – {count}" for order, name, count in slip["papers"]]
            for line in lines:
                painter.drawText(core.QRectF(10 * mm, y * mm, 128 * mm, 10 * mm), 0x1000, line)
                y += 6
            for row, cells in enumerate(matrix):
                for at, wide in runs(cells):
                    area = core.QRectF(
                        (10 + at * 0.4) * mm, (160 + row * 0.4) * mm, wide * 0.4 * mm, 0.4 * mm
                    )
                    painter.fillRect(area, black)
        painter.end()
        assert app is not None
        return bytes(buffer.data())

    return make


def main() -> None:
    sheet = json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))
    make = {"qt": qt, "typst": typst, "fpdf2": fpdf2}[sys.argv[1]](sheet["fonts"])
    turn = cycle(sheet["slips"])
    for _ in range(3):
        assert make(next(turn)).startswith(b"%PDF")
    spent = []
    for _ in range(30):
        began = time.perf_counter()
        make(next(turn))
        spent.append((time.perf_counter() - began) * 1e3)
    print(json.dumps({"ms": sorted(spent)[len(spent) // 2]}), flush=True)
    os._exit(0)  # Qt without an event loop is slow to take itself apart


if __name__ == "__main__":
    main()
