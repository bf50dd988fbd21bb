"""The first start: one question a page, by keyboard; every answer is kept as it is given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.background.lanes import Lanes
from desk_app.operations.first_start import ENROL, Answers, finish, keep_answers
from desk_app.operations.outcome import NOTHING, Outcome
from desk_app.ui.first_devices import InvitationStep, Made, PrinterStep, ScannerStep, SlipStep
from desk_app.ui.first_steps import (
    CodeStep,
    NameStep,
    NumberStep,
    OfficersStep,
    OfficeStep,
    Step,
    WayStep,
)
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, main_button, plain_button
from desk_app.ui.restore_box import Restore, RestoreBox
from desk_app.ui.settings_section import scrolled
from desk_app.ui.tongue import mark, said, told, tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.desk import Desk
    from desk_app.ui.paper import Print

_ASKED_ALONE: Final = ("way", "name", "code", "desk", "office", "officers")
_ASKED_ENROLLING: Final = ("way", "officers", "desk", "office", "invitation")
_TRIED: Final = ("printer", "scanner", "slip")
_KEEP_MS: Final = 300
_MAKING: Final = mark("Đang lập quầy…")
_ENROLLING: Final = mark("Đang ghi danh với trung tâm…")


class FirstStart(QWidget):
    """The pages and what leads through them. `finished` carries the desk, opened.

    Enter goes on, Alt+Left goes back. `make` makes the desk of the answers, or goes on making it; `desk` is
    it from then on.
    """

    finished = Signal(object)

    def __init__(
        self,
        data: Path,
        answers: Answers,
        lanes: Lanes,
        make: Callable[[Answers], Desk],
        *,
        print_page: Print | None = None,
        restore: Restore | None = None,
    ) -> None:
        super().__init__()
        self.setObjectName("page")
        self._data, self._lanes, self._make_desk = data, lanes, make
        self._print_page = print_page
        self.answers = answers
        self.desk: Desk | None = None
        self._made: Made | None = None
        self._busy = False
        self.count, self.title = Words("", "quiet"), Words("", "title", wrap=True)
        self.keys = Words(tr("Enter: tiếp tục · Alt+←: quay lại"), "small")
        self.hint, self.told = Words("", "quiet", wrap=True), Words("", "mistake", wrap=True)
        self.stack = QStackedWidget()
        self.back = plain_button(tr("← &Quay lại"))
        self.forward = main_button(tr("&Tiếp tục"))
        self.back.clicked.connect(self.go_back)
        self.forward.clicked.connect(self.go_on)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.go_back)
        self._steps: dict[str, Step] = {}
        asked = (WayStep, NameStep, CodeStep, NumberStep, OfficeStep, OfficersStep)
        for step in [*(one() for one in asked), InvitationStep(lanes)]:
            self._add(step)
        self.restoring: RestoreBox | None = None
        if restore is not None:
            self.restoring = RestoreBox(lanes, restore)
            way = self._steps[_ASKED_ALONE[0]].column
            way.insertWidget(way.count() - 1, self.restoring)
            self.restoring.restored.connect(self._restored)
            self.restoring.working.connect(self._wait_for_restore)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEEP_MS)
        self._keeping.timeout.connect(self._keep)
        self._lay_out()

    def _add(self, step: Step) -> None:
        self._steps[step.name] = step
        column = QVBoxLayout()
        column.addWidget(step)
        self.stack.addWidget(scrolled(column))
        step.edited.connect(self._edited)
        step.ready.connect(self.go_on)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN * 2, MARGIN, MARGIN * 2, MARGIN)
        column.setSpacing(GAP)
        for widget in (self.count, self.title, self.hint):
            column.addWidget(widget)
        column.addSpacing(GAP)
        column.addWidget(self.stack, 1)
        column.addWidget(self.told)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.forward)
        row.addWidget(self.back)
        row.addStretch(1)
        row.addWidget(self.keys)
        column.addLayout(row)
        tab_in_reading_order(self)

    # ------------------------------------------------------------------------------------------ the pages

    @property
    def pages(self) -> tuple[str, ...]:
        """The questions in order, as the way answered has them."""
        return (*(_ASKED_ENROLLING if self.answers.way == ENROL else _ASKED_ALONE), *_TRIED)

    @property
    def step(self) -> Step:
        """The question in front."""
        return self._steps[self.answers.page]

    def begin(self) -> None:
        """The window shows it: where the power went, or at the first question."""
        page = self.answers.page if self.answers.page in self.pages else self.pages[0]
        if page in _TRIED and self._made is None:
            self._make(page)
        else:
            self.show_page(page)

    def show_page(self, page: str) -> None:
        """Another question comes to the front, with what was answered to it."""
        self.answers = replace(self.answers, page=page)
        step = self.step
        step.put(self.answers)
        tab_in_reading_order(self)  # a page may have got lines for what was answered
        at = self.pages.index(page)
        self.count.setText(tr("Lập quầy lần đầu · bước {0} trên {1}").format(at + 1, len(self.pages)))
        self.title.setText(told(step.title))
        self.hint.setText(told(step.hint))
        self._say("")
        self.back.setVisible(at > 0 and self.pages[at - 1] not in (_ASKED_ALONE[-1], _ASKED_ENROLLING[-1]))
        if page in _ASKED_ALONE[1:] + _ASKED_ENROLLING[1:]:
            self.back.setVisible(True)
        self.keys.setVisible(not self.back.isHidden())
        self.forward.setText(tr("Bắt đầu tiếp nhận") if page == _TRIED[-1] else tr("&Tiếp tục"))
        self.forward.setAccessibleName(tr("Bắt đầu tiếp nhận") if page == _TRIED[-1] else tr("Tiếp tục"))
        self.stack.setCurrentIndex(list(self._steps).index(page))
        if page == _TRIED[-1]:
            self.forward.setFocus(Qt.FocusReason.OtherFocusReason)
        step.begin()

    def go_on(self) -> None:
        """The question is answered: the next one, or what is wrong with it."""
        if self._busy or not self.step.fits():
            return
        page = self.answers.page
        self.answers = self.step.taken(self.answers)
        pages = self.pages
        if page == _TRIED[-1]:
            self._finish()
            return
        after = pages[pages.index(page) + 1]
        if isinstance(self.step, PrinterStep):
            self.step.keep()
        if after in _TRIED and self._made is None:
            self._make(after)
        else:
            self.show_page(after)
        self._keep()

    def go_back(self) -> None:
        """The question before; what was made is not unmade."""
        if self._busy or not self.back.isVisible():
            return
        self.answers = self.step.taken(self.answers)
        self.show_page(self.pages[self.pages.index(self.answers.page) - 1])
        self._keep()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, or to the next line of the page."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        focused = self.focusWidget()
        own = {self.back: self.go_back, self.forward: self.go_on}
        press: Callable[[], None] | None = own.get(focused)  # type: ignore[call-overload]
        if press is not None:
            press()
        elif not self._press_plain(focused) and not self.step.next_line():
            self.go_on()

    def _press_plain(self, focused: QWidget | None) -> bool:
        """Enter on a page's own button (print, choose a picture) presses it."""
        from PySide6.QtWidgets import QPushButton

        if isinstance(focused, QPushButton) and not focused.isCheckable():
            focused.click()
            return True
        return False

    # --------------------------------------------------------------------------------- keeping and making

    def _edited(self) -> None:
        self.answers = self.step.taken(self.answers)
        self._keeping.start()

    def _keep(self) -> None:
        data, answers = self._data, self.answers
        self._keeping.stop()
        self._lanes.write(lambda: _kept(data, answers), None, self._failed)

    def keep_now(self) -> None:
        """The window closes: what stands on the page is kept before the lanes end."""
        if self._busy and self.restoring is not None and not self.restoring.button.isEnabled():
            return  # the folder is another desk's by now
        if self.answers.page in self._steps:
            self.answers = self.step.taken(self.answers)
            self._keep()

    def _make(self, after: str) -> None:
        """Makes the desk of the answers, or opens the one that was made, then goes on to a page."""
        data, make_desk, answers = self._data, self._make_desk, self.answers
        self._set_busy(tr(_ENROLLING) if answers.way == ENROL else tr(_MAKING))

        def job() -> Outcome[Desk]:
            keep_answers(data, answers)
            return Outcome(make_desk(answers))

        def made(desk: Desk) -> None:
            self._set_busy("")
            self._furnish(desk)
            self.show_page(after)
            self._keep()

        self._lanes.write(job, made, self._not_made)

    def _not_made(self, trouble: DeskError) -> None:
        self._set_busy("")
        page = self.pages[self.pages.index(_TRIED[0]) - 1]
        self.show_page(page)
        step = self.step
        if isinstance(step, InvitationStep):
            step.refuse(trouble.sentence)
        else:
            self._say(trouble.sentence)

    def _furnish(self, desk: Desk) -> None:
        from desk_app.ui.paper import Paper

        self.desk = desk
        officer = desk.tables.officers()[0]
        self._paper = Paper(desk, self._lanes, officer, self._print_page)
        self._made = Made(desk, self._lanes, self._paper)
        for step in (PrinterStep(self._made), ScannerStep(self._made), SlipStep(self._made)):
            self._add(step)
        tab_in_reading_order(self)

    def _set_busy(self, words: str) -> None:
        self._busy = bool(words)
        self.forward.setEnabled(not words)
        self.back.setEnabled(not words)
        self.stack.setEnabled(not words)
        self.told.set_role("quiet" if words else "mistake")
        self.told.setText(words)

    def _say(self, words: str) -> None:
        self.told.set_role("mistake")
        self.told.setText(f"✕ {said(words)}" if words else "")

    def _failed(self, trouble: DeskError) -> None:
        self._say(trouble.sentence)

    def _wait_for_restore(self, working: bool) -> None:
        """Nothing else is answered or kept while a desk is being restored into this folder."""
        self._busy = working
        self._keeping.stop()
        self.forward.setEnabled(not working)
        for button in self.step.findChildren(QAbstractButton):
            if button.property("role") == "choice":
                button.setEnabled(not working)

    def unopened_desk(self) -> Desk | None:
        """The desk that was made or restored here, while the officer has not gone on to it."""
        return self.desk or (self.restoring.unopened_desk() if self.restoring is not None else None)

    def _restored(self, desk: Desk) -> None:
        """The desk came from a backup: there is nothing left to ask."""
        self._keeping.stop()
        self.finished.emit(desk)

    def _finish(self) -> None:
        data, desk = self._data, self.desk
        self._keeping.stop()

        def over(_none: None) -> None:
            self._paper.end()
            self.desk = None
            self.finished.emit(desk)

        self._lanes.write(lambda: _finished(data), over, self._failed)


def _kept(data: Path, answers: Answers) -> Outcome[None]:
    keep_answers(data, answers)
    return Outcome(None, NOTHING)


def _finished(data: Path) -> Outcome[None]:
    finish(data)
    return Outcome(None, NOTHING)
