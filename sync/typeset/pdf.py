"""Writes sheets as PDF with reportlab: embedded font subsets, shared parts once, the same bytes every time.

No clock, no random identifier: the same sheets give the same bytes in every process. Writing is
serialised, because reportlab's font objects keep a reading position of their own.
"""

from __future__ import annotations

import threading
from collections import Counter
from typing import TYPE_CHECKING

from sync.typeset.codes import snapped
from sync.typeset.fonts import fonts
from sync.typeset.sheet import Bars, Rule, Stamp, Text
from sync.typeset.text import NBSP

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from sync.typeset.fonts import Fonts
    from sync.typeset.sheet import Part, Sheet

writing = threading.Lock()
"""Held by whoever writes with reportlab: its font objects keep a reading position of their own."""


def write_pdf(
    sheets: Sequence[Sheet], *, title: str, author: str = "", subject: str = "", faces: Fonts | None = None
) -> bytes:
    """The sheets as a PDF. `title` is shown by viewers, `author` and `subject` stand among its properties.

    Texts must be `printable` already; `faces` are those they were set in (the shipped serif by default).
    A `Part` used more than once becomes one form object. Raises `ValueError` without sheets.
    """
    if not sheets:
        raise ValueError("no sheets")
    with writing:
        return _Writer(sheets, faces or fonts()).written(title, author, subject)


class _Writer:
    def __init__(self, sheets: Sequence[Sheet], faces: Fonts) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self._sheets = sheets
        self._faces = faces
        size = (sheets[0].width, sheets[0].height)
        # An initial font of ours: reportlab's own would be named on every page without being embedded.
        first = faces.names["regular"]
        self._canvas: Any = Canvas(None, pagesize=size, pageCompression=1, invariant=1, initialFontName=first)
        self._height = 0.0

    def written(self, title: str, author: str, subject: str) -> bytes:
        from sync.typeset.archive import archived

        canvas = self._canvas
        uses = Counter(id(part) for sheet in self._sheets for part in sheet.parts)
        forms: dict[int, str] = {}
        for sheet in self._sheets:
            canvas.setPageSize((sheet.width, sheet.height))
            self._height = sheet.height
            for part in sheet.parts:
                if uses[id(part)] == 1:
                    self._draw(part)
                    continue
                if id(part) not in forms:
                    forms[id(part)] = f"part{len(forms)}"
                    self._define(forms[id(part)], part, sheet)
                canvas.doForm(forms[id(part)])
            canvas.showPage()
        return archived(canvas, title, author, subject)

    def _define(self, name: str, part: Part, sheet: Sheet) -> None:
        self._canvas.beginForm(name, 0, 0, sheet.width, sheet.height)
        self._draw(part)
        self._canvas.endForm()

    def _draw(self, part: Part) -> None:
        for item in part.items:
            if isinstance(item, Stamp):
                self._stamp(item)
        self._texts([item for item in part.items if isinstance(item, Text)])
        rules = [item for item in part.items if isinstance(item, Rule)]
        if rules:
            self._path([box for item in rules for box in self._ruled(item)])
        for item in part.items:
            if isinstance(item, Bars):
                self._bars(item)

    def _texts(self, texts: list[Text]) -> None:
        if not texts:
            return
        written = self._canvas.beginText()
        font: tuple[str, float] | None = None
        for text in texts:
            if font != (text.style, text.size):
                font = (text.style, text.size)
                written.setFont(self._faces.names[text.style], text.size)
            written.setTextOrigin(text.x, self._height - text.y)
            written.textOut(text.text.replace(NBSP, " "))  # as wide, and what people search for
        self._canvas.drawText(written)

    def _ruled(self, item: Rule) -> list[str]:
        """A rule as filled rectangles, so that ends meet squarely and no renderer thins it out."""
        half = item.thickness / 2
        wide, tall = item.x2 - item.x1, item.y2 - item.y1
        if not item.dash:
            return [self._boxed(item.x1 - half, item.y1 - half, wide + 2 * half, tall + 2 * half)]
        dashes = max(int((wide + tall) / (2 * item.dash)), 1)
        steps = [2 * item.dash * number for number in range(dashes)]
        if tall:
            return [self._boxed(item.x1 - half, item.y1 + step, 2 * half, item.dash) for step in steps]
        return [self._boxed(item.x1 + step, item.y1 - half, item.dash, 2 * half) for step in steps]

    def _boxed(self, x: float, y: float, width: float, height: float) -> str:
        return f"{x:.3f} {self._height - y - height:.3f} {width:.3f} {height:.3f} re"

    def _bars(self, item: Bars) -> None:
        """The code at a whole printer dot, as one path in whole units: edges that touch leave no seam."""
        canvas = self._canvas
        canvas.saveState()
        canvas.transform(item.unit, 0, 0, -item.unit, snapped(item.x), self._height - snapped(item.y))
        self._path([f"{x} {y} {width} {height} re" for x, y, width, height in item.rectangles])
        canvas.restoreState()

    def _path(self, code: list[str]) -> None:
        from reportlab.pdfgen.pathobject import PDFPathObject

        self._canvas.drawPath(PDFPathObject(code), stroke=0, fill=1, fillMode=1)

    def _stamp(self, item: Stamp) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.setFillGray(item.grey)
        canvas.translate(item.x, self._height - item.y)
        canvas.rotate(item.degrees)
        canvas.setFont(self._faces.names["bold"], item.size)
        canvas.drawCentredString(0, -0.33 * item.size, item.text)
        canvas.restoreState()
