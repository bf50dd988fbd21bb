"""A recorded film with a code in it, for what watches a webcam."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2

SIZE = (640, 480)


def film(path: Path, pdf: bytes | None, blank: int = 3) -> Path:
    """So many empty pictures, then three with the middle of a PDF's first page (None: no more), as they come
    from a webcam: 640 × 480, compressed, grey at the edges.
    """
    import cv2
    import numpy

    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 10.0, SIZE)
    assert writer.isOpened()
    empty: Any = numpy.full((SIZE[1], SIZE[0], 3), 120, numpy.uint8)
    for _ in range(blank):
        writer.write(empty)
    if pdf is not None:
        page = pypdfium2.PdfDocument(pdf)[0].render(scale=2.2).to_numpy()[:, :, :3]
        height, width = (min(one, most) for one, most in zip(page.shape[:2], (SIZE[1], SIZE[0]), strict=True))
        left = (page.shape[1] - width) // 2
        seen = empty.copy()
        seen[:height, (SIZE[0] - width) // 2 :][:, :width] = page[:height, left : left + width]
        for _ in range(3):
            writer.write(seen)
    writer.release()
    return path


def card_pdf(text: str) -> bytes:
    """One QR on a small page."""
    from sync.typeset.codes import qr, qr_side
    from sync.typeset.pdf import write_pdf
    from sync.typeset.sheet import Part, Sheet

    side = qr_side(text, dots=4, level="M")
    drawn = qr(text, left=20, top=20, dots=4, level="M")
    return write_pdf([Sheet(side + 40, side + 40, (Part((drawn,)),))], title="mã")
