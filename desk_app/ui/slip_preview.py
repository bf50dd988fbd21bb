"""The slip as it will be printed, drawn by the code that prints it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desk_app.documents.office import Office
from desk_app.ui.tongue import tr
from sync.model.dossier import Intake
from sync.typeset.fonts import Typeface

A5_HEIGHT_TO_WIDTH = 210 / 148


class SlipPreview(QWidget):
    """Shows one page as large as there is room for; white paper in the dark, too."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setAccessibleName(tr("Xem trước giấy tiếp nhận"))
        self.setMinimumSize(220, 300)
        self._words = words
        self._page: QImage | None = None
        self._scaled: QImage | None = None

    @property
    def page(self) -> QImage | None:
        """The page shown."""
        return self._page

    def put(self, page: QImage | None) -> None:
        """Another page, or none."""
        self._page, self._scaled = page, None
        self.update()

    def dots_wanted(self) -> float:
        """The resolution (dots an inch) at which an A5 page fills the room, no finer than is seen."""
        return self._paper().width() * self.devicePixelRatioF() / (148 / 25.4)

    def sizeHint(self) -> QSize:
        return QSize(380, int(380 * A5_HEIGHT_TO_WIDTH))

    def _paper(self) -> QRect:
        shape = self._page.height() / self._page.width() if self._page else A5_HEIGHT_TO_WIDTH
        width = min(self.width() - 2, int((self.height() - 2) / shape))
        return QRect((self.width() - width) // 2, 0, width, int(width * shape))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scaled = None
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paper = self._paper()
        painter.fillRect(paper, QColor("white"))
        if self._page is not None:
            ratio = self.devicePixelRatioF()
            if self._scaled is None:
                size = QSize(int(paper.width() * ratio), int(paper.height() * ratio))
                self._scaled = self._page.scaled(
                    size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
                self._scaled.setDevicePixelRatio(ratio)
            painter.drawImage(paper.topLeft(), self._scaled)
        else:
            painter.setPen(QColor("#55606D"))
            painter.drawText(
                paper.adjusted(24, 24, -24, -24),
                int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap),
                self._words,
            )
        painter.setPen(QColor("#8B97A5"))
        painter.drawRect(paper)
        painter.end()


def first_page(intake: Intake, office: Office, dots: float, typeface: Typeface) -> QImage:
    """The first page of the slip this intake will have, at `dots` an inch; its number is not given yet."""
    from desk_app.devices.printing import page_images
    from desk_app.documents.slip import slip_pdf

    numbered = replace(intake, number=f"{intake.unit}-{intake.received_at:%y%m%d}-XXXX")
    pdf = slip_pdf(numbered, office, qr_digits="0" * 340, typeface=typeface)
    return next(page_images(pdf, dots))
