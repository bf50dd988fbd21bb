"""What F9 would receive now: due time, fee, warnings, the same matter elsewhere, and the slip to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.operations.typefaces import typeface_of
from desk_app.ui.counter import Counter
from desk_app.ui.fee_words import reckoning_said
from desk_app.ui.intake_form import IntakeForm
from desk_app.ui.intake_words import alike_said, due_said, fee_said, matter_said, with_names
from desk_app.ui.parts import GAP, MARGIN, Words
from desk_app.ui.slip_preview import SlipPreview, first_page
from desk_app.ui.tongue import mark, tr
from sync.model.dossier import Intake

if TYPE_CHECKING:
    from desk_app.operations.likenesses import Likeness

LOOK_MS: Final = 200
_PREVIEW = mark("Phiếu hiện ở đây, đầy dần khi nhập")


@dataclass(frozen=True, slots=True)
class _Seen:
    """The dossiers as they would be received, the one being typed last (`current` False: none is typed)."""

    prepared: tuple[Any, ...]
    current: bool
    alike: tuple[Likeness, ...]
    cautions: tuple[str, ...]


class SlipSide(QWidget):
    """The right third: the slip, its due time and its fee."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("paper-side")
        self.preview = SlipPreview(tr(_PREVIEW))
        self.due = Words("", "due", wrap=True)
        self.fee = Words("", "quiet", wrap=True)
        self._title = Words(tr("Hạn trả"), "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP * 2, MARGIN, GAP * 2)
        column.setSpacing(GAP)
        column.addWidget(self.preview, 1)
        for widget in (self._title, self.due, self.fee):
            column.addWidget(widget)

    def say_due(self, words: str) -> None:
        """The due time; nothing without one."""
        self.due.setText(words)
        self._title.setVisible(bool(words))


class IntakeLook(QObject):
    """Looks a moment after the last change, in the reader lane."""

    def __init__(self, counter: Counter, form: IntakeForm, side: SlipSide, parent: QObject) -> None:
        super().__init__(parent)
        self._counter, self._form, self._side = counter, form, side
        self.alike: Sequence[Likeness] = ()
        self.fee = 0
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LOOK_MS)
        self._later.timeout.connect(self.now)

    def later(self) -> None:
        """Something changed."""
        self._later.start()

    def now(self) -> None:
        """Looks at once."""
        self._later.stop()
        desk, officer = self._counter.desk, self._counter.officer
        requests = [with_names(one) for one in self._form.several.requests()]
        current = self._form.procedure.procedure is not None
        if not requests[-1].procedure:
            self.show_nothing()
            return

        def look() -> _Seen:
            from desk_app.operations.likenesses import likenesses
            from desk_app.operations.receive import preview
            from sync.acts.cautions import cautions

            prepared = tuple(preview(desk, one, officer) for one in requests)
            last = desk.catalogue.get(requests[-1].procedure)
            if not current or last is None:
                return _Seen(prepared, False, (), ())
            said = cautions(last, prepared[-1].intake, desk.calendar, desk.clock())
            return _Seen(prepared, True, likenesses(desk, requests[-1]), said)

        self._counter.lanes.read(look, self._looked, topic="look")

    def show_nothing(self) -> None:
        """No procedure is chosen."""
        self._counter.lanes.read(lambda: None, lambda _: None, topic="look")
        self._say_current(None)
        self._form.say_fee(tr("Chọn thủ tục để tính phí"))
        self._form.say_alike("")
        self._form.say_cautions([])
        self.alike, self.fee = (), 0
        self._side.preview.put(None)

    def _say_current(self, intake: Intake | None, explanation: str = "", *, tentative: bool = False) -> None:
        self._form.due.put(intake.due_at if intake else None, explanation, tentative=tentative)
        now = self._counter.clock()
        self._side.say_due(due_said(intake.due_at, now) if intake else "")
        if intake is None:
            self._side.fee.setText("")

    def _looked(self, seen: _Seen) -> None:
        typed = self._form.procedure.procedure
        if typed is None and not self._form.matters.matters:
            return
        now = self._counter.clock()
        aside = seen.prepared[:-1] if seen.current else seen.prepared
        self._form.matters.say([matter_said(one.intake, now) for one in aside])
        self.fee = sum(one.intake.fee for one in seen.prepared if one.intake is not None)
        self.alike = seen.alike
        self._form.say_alike(alike_said(seen.alike))
        self._form.say_cautions(seen.cautions)
        self._form.say_doubts(seen.prepared[-1].doubts)
        if not seen.current or typed is None:
            self._form.say_fee(tr("Chọn thủ tục để tính phí"), payable=self.fee > 0)
            self._say_current(None)
            return
        last = seen.prepared[-1]
        if last.intake is None:
            if self._form.due.asking:
                self._say_current(None)
            return
        self._say_current(last.intake, last.explanation, tentative=last.tentative)
        self._say_fee(last.intake, len(seen.prepared))
        if not self._side.isHidden():
            self._draw(last.intake)

    def _say_fee(self, intake: Intake, count: int) -> None:
        procedure = self._form.procedure.procedure
        assert procedure is not None
        given = self._form.fee.values()
        reckoning = reckoning_said(procedure, intake, given["pages"], given["copies"])
        said = fee_said(intake)
        self._form.say_fee(said, reckoning, payable=self.fee > 0)
        self._side.fee.setText(
            tr("Lệ phí: {0}").format(said) if count == 1 else tr("Lệ phí hồ sơ này: {0}").format(said)
        )

    def _draw(self, intake: Intake) -> None:
        desk, dots = self._counter.desk, self._side.preview.dots_wanted()

        def draw() -> QImage:
            return first_page(intake, desk.settings.office, dots, typeface_of(desk))

        self._counter.lanes.paper(draw, self._side.preview.put, lambda trouble: None, topic="draw")
