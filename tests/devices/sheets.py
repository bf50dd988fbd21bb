"""Pages for the drivers' tests: small, with codes whose reading proves what came out."""

from __future__ import annotations

import io

import zxingcpp
from PIL import Image
from reportlab.graphics.barcode import code128, qr
from reportlab.graphics.shapes import Drawing
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

NUMBER = "H99.99.001-261123-0001"
DIGITS = "261123000107"


def page(text: str = NUMBER, *, width: float = 148, height: float = 105, pages: int = 1) -> bytes:
    """A PDF of that size in millimetres with the text as Code 128 and as QR."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=(width * mm, height * mm), invariant=1)
    for at in range(pages):
        bars = code128.Code128(text, barWidth=0.375 * mm, barHeight=10 * mm, quiet=False)
        bars.drawOn(canvas, (width * mm - bars.width) / 2, (height - 20) * mm)
        canvas.drawString(8 * mm, (height - 26) * mm, f"{text} {at + 1}")
        drawing = Drawing(30 * mm, 30 * mm)
        drawing.add(qr.QrCodeWidget(text, barWidth=30 * mm, barHeight=30 * mm))
        drawing.drawOn(canvas, (width - 30) / 2 * mm, 5 * mm)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def roll(text: str = DIGITS, width: float = 80) -> bytes:
    """A page for a roll, with white margins that the printer's head cannot reach."""
    return page(text, width=width, height=70)


def codes_on(picture: Image.Image) -> set[tuple[str, str]]:
    """(kind, text) of every code on a picture."""
    return {(code.format.name, code.text) for code in zxingcpp.read_barcodes(picture)}


def both(text: str) -> set[tuple[str, str]]:
    """What `codes_on` finds on a sound page of the text."""
    return {("Code128", text), ("QRCode", text)}
