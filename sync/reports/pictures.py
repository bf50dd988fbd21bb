"""Pictures of reports, drawn once with reportlab.graphics: SVG for pages and the desk, PDF for paper, PNG.

Readable in black and white: every series has its own grey and its own hatching, every bar its number in
words. Nothing of this machine stands in an SVG (fonts are named by family), and it carries no style sheet, so
that a page which allows none shows it as it is.
"""

from __future__ import annotations

import math
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from sync.reports.report import Cell, Picture, Report, cell_words
from sync.typeset.fonts import fonts
from sync.typeset.pdf import writing

if TYPE_CHECKING:
    from reportlab.graphics.shapes import Drawing

WIDTH: Final = 760.0
"""Points, of the whole picture."""
_SIZE: Final = 11.0
_NAMES: Final = 220.0
_MARKS: Final = 120.0
_BAR: Final = 15.0
_STEP: Final = 22.0
_HEAD: Final = 30.0
_COLUMNS: Final = 190.0
_FAMILY: Final = "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', Arial, sans-serif"
_INK: Final = "#1A2027"
_LINE: Final = "#8B97A5"
_FILLS: Final = (("#0B5C8E", ""), ("#E9B9B5", "/"), ("#FFFFFF", "."), ("#CBD8E2", "\\"))
"""Fill and hatching by look: dark, light with strokes, white with dots, light with the other strokes."""
_STYLE: Final = re.compile(r' style="([^"]*)"')
_FONT: Final = re.compile(r"font-family: [^;]*;")


def drawing_of(report: Report) -> Drawing:
    """The picture as reportlab's drawing, `WIDTH` points wide; as high as it has lines."""
    return _Lying(report.picture).drawn() if report.picture.lying else _Standing(report.picture).drawn()


def svg_of(report: Report) -> bytes:
    """The picture as an SVG document with its title."""
    from reportlab.graphics import renderSVG

    with writing:
        text = str(renderSVG.drawToString(drawing_of(report)))
    text = _STYLE.sub(lambda found: _attributes(found[1]), text)
    text = re.sub(r"<!DOCTYPE[^>]*>", "", text)
    text = re.sub(r"<title>.*?</title>", f"<title>{_escaped(report.alternative)}</title>", text, flags=re.S)
    return text.encode()


def pdf_of(report: Report) -> bytes:
    """The picture alone as a PDF of its own size."""
    from reportlab.graphics import renderPDF
    from reportlab.pdfgen.canvas import Canvas

    with writing:
        drawing = drawing_of(report)
        size = (drawing.width, drawing.height)
        font = fonts().names["regular"]
        canvas: Any = Canvas(None, pagesize=size, invariant=1, initialFontName=font)
        canvas.setTitle(report.title)
        renderPDF.draw(drawing, canvas, 0, 0)
        canvas.showPage()
        return bytes(canvas.getpdfdata())


def png_of(report: Report, scale: float = 2.0) -> bytes:
    """The picture as a PNG; `scale` pixels per point."""
    from io import BytesIO

    import pypdfium2

    document = pypdfium2.PdfDocument(pdf_of(report))
    try:
        image = document[0].render(scale=scale).to_pil()
    finally:
        document.close()
    found = BytesIO()
    image.save(found, "PNG", optimize=True)
    return found.getvalue()


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@lru_cache(maxsize=256)
def _attributes(style: str) -> str:
    """A style attribute as presentation attributes; the machine's font as a family of the page's."""
    style = _FONT.sub("", style + ";")
    pairs = (one.partition(":") for one in style.split(";") if ":" in one)
    known = {name.strip(): value.strip() for name, _, value in pairs}
    if "font-size" in known:
        known["font-family"] = _FAMILY
    return "".join(f' {name}="{value}"' for name, value in sorted(known.items()))


class _Board:
    """A drawing that grows from the top down; y counts from the top."""

    def __init__(self, picture: Picture, height: float) -> None:
        from reportlab.graphics.shapes import Drawing

        self.picture, self.height = picture, height
        self.drawing: Any = Drawing(WIDTH, height)
        self.rect(0, 0, WIDTH, height, "#FFFFFF", "", edge=False)

    def rect(
        self, x: float, y: float, wide: float, tall: float, fill: str, hatch: str, *, edge: bool = True
    ) -> None:
        """A hatched box."""
        from reportlab.graphics.shapes import Rect
        from reportlab.lib.colors import HexColor

        box = Rect(x, self.height - y - tall, wide, tall, strokeWidth=0.75)
        box.fillColor = HexColor(fill)
        box.strokeColor = HexColor(_INK) if edge else None
        self.drawing.add(box)
        for line in _hatching(hatch, wide, tall):
            self.line(x + line[0], y + line[1], x + line[2], y + line[3], _INK, 0.6)

    def line(
        self, x1: float, y1: float, x2: float, y2: float, color: str = _LINE, wide: float = 0.75
    ) -> None:
        """A stroke."""
        from reportlab.graphics.shapes import Line
        from reportlab.lib.colors import HexColor

        stroke = Line(x1, self.height - y1, x2, self.height - y2, strokeWidth=wide)
        stroke.strokeColor = HexColor(color)
        self.drawing.add(stroke)

    def words(self, x: float, y: float, text: str, anchor: str = "start") -> None:
        """A line of text, `y` its baseline."""
        from reportlab.graphics.shapes import String
        from reportlab.lib.colors import HexColor

        one = String(x, self.height - y, text, fontName=fonts().names["regular"], fontSize=_SIZE)
        one.fillColor, one.textAnchor = HexColor(_INK), anchor
        self.drawing.add(one)

    def legend(self) -> None:
        """What fill and hatching mean, above the bars."""
        x = 0.0
        for series in self.picture.series:
            fill, hatch = _FILLS[series.look]
            self.rect(x + 0.5, 5, 22, 12, fill, hatch)
            self.words(x + 28, 15, series.name)
            x += 48 + _wide(series.name)


class _Lying:
    """Bars from left to right, a name before and its numbers after each."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        lines = len(picture.names) + (1 if picture.more or not picture.names else 0)
        self.board = _Board(picture, _HEAD + _STEP * lines + 4)

    def drawn(self) -> Drawing:
        """The drawing."""
        picture, board = self.picture, self.board
        board.legend()
        full = picture.full or max((_sum(picture, at) for at in range(len(picture.names))), default=0.0) or 1
        room = WIDTH - _NAMES - _MARKS - 16
        for at, name in enumerate(picture.names):
            top = _HEAD + _STEP * at
            board.words(0, top + 12, _cut(name, _NAMES - 10))
            x = _NAMES
            for series in picture.series:
                length = room * (series.values[at] or 0) / full
                if length > 0:
                    board.rect(x, top, length, _BAR, *_FILLS[series.look])
                x += length
            mark = picture.marks[at] if picture.marks else ""
            board.words(x + 6, top + 12, mark)
        after = _HEAD + _STEP * len(picture.names) + 12
        if picture.more:
            board.words(0, after, f"… và {picture.more} dòng nữa ở bảng.")
        elif not picture.names:
            board.words(0, after, "Chưa có số liệu trong thời gian này.")
        board.line(_NAMES, _HEAD - 4, _NAMES, after - 12)
        return board.drawing


class _Standing:
    """Columns in the order of time."""

    def __init__(self, picture: Picture) -> None:
        self.picture = picture
        self.board = _Board(picture, _HEAD + _COLUMNS + 42)

    def drawn(self) -> Drawing:
        """The drawing."""
        picture, board = self.picture, self.board
        board.legend()
        floor = _HEAD + 16 + _COLUMNS
        if not picture.names:
            board.words(0, floor, "Chưa có số liệu trong thời gian này.")
            return board.drawing
        most = max((_most(one.values) for one in picture.series), default=0.0)
        full = picture.full or 2.0 * max(math.ceil(most / 2), 1)  # even, so that its half is a number too
        left = 48.0
        for part in (0.0, 0.5, 1.0):
            y = floor - _COLUMNS * part
            board.line(left, y, WIDTH, y)
            board.words(left - 6, y + 4, cell_words(round(full * part)), "end")
        step = (WIDTH - left) / len(picture.names)
        every = max(1, math.ceil(max(_wide(name) for name in picture.names) * 1.25 / step))
        for at, name in enumerate(picture.names):
            x = left + step * at
            self._columns(at, x, step, floor, full)
            if at % every == 0:
                board.words(x + step / 2, floor + 15, name, "middle")
        return board.drawing

    def _columns(self, at: int, x: float, step: float, floor: float, full: float) -> None:
        picture = self.picture
        wide = step * 0.8 / len(picture.series)
        for order, series in enumerate(picture.series):
            tall = _COLUMNS * (series.values[at] or 0) / full
            if tall > 0:
                left = x + step * 0.1 + wide * order
                self.board.rect(left, floor - tall, wide, tall, *_FILLS[series.look])
            mark = picture.marks[at] if picture.marks else ""
            if mark and _wide(mark) < step:
                self.board.words(x + step / 2, floor - tall - 4, mark, "middle")


def _sum(picture: Picture, at: int) -> float:
    return float(sum(one.values[at] or 0 for one in picture.series))


def _most(values: tuple[Cell, ...]) -> float:
    return float(max((one or 0 for one in values), default=0))


def _wide(text: str) -> float:
    return fonts().width("regular", text, _SIZE)


def _cut(text: str, wide: float) -> str:
    """The text as far as it fits; a page's letters are a tenth wider than those it is measured with."""
    if _wide(text) * 1.1 <= wide:
        return text
    while text and _wide(text + "…") * 1.1 > wide:
        text = text[:-1]
    return text.rstrip() + "…"


def _hatching(hatch: str, wide: float, tall: float) -> list[tuple[float, float, float, float]]:
    """Strokes within a box of this size, from its upper left corner."""
    if hatch == ".":
        across, down = int(wide // 6), int(tall // 5)
        dots = ((3 + 6 * column, 3 + 5 * row) for column in range(across) for row in range(down))
        return [(x, y, x + 0.9, y) for x, y in dots if x + 0.9 < wide]
    if not hatch:
        return []
    found: list[tuple[float, float, float, float]] = []
    for number in range(1, int((wide + tall) // 6) + 1):
        reach = 6.0 * number  # the stroke x + y = reach, cut at the box
        x1, y1 = (reach, 0.0) if reach <= wide else (wide, reach - wide)
        x2, y2 = (0.0, reach) if reach <= tall else (reach - tall, tall)
        found.append((x1, y1, x2, y2) if hatch == "/" else (wide - x1, y1, wide - x2, y2))
    return found
