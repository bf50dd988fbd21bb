"""The stick, on the Sync page: where it is, what waits, write a bundle, look into one, take it in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QProgressBar,
    QWidget,
)

from desk_app.ui.counter import Counter
from desk_app.ui.fields import ChoiceBox
from desk_app.ui.file_dialogs import ask_for_folder
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.stick_words import facts_words, taken_words, waiting_words, written_words
from desk_app.ui.sync_words import when
from desk_app.ui.tongue import mark, tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.outcome import Outcome
    from desk_app.operations.receipts import SyncState
    from desk_app.operations.sticks import StickFacts, StickIn, StickOut

_NO_DRIVE = mark("Chưa thấy thẻ nhớ nào – cắm thẻ hoặc chọn thư mục")
_NO_BUNDLE = mark("Không có gói .mcb nào ở đây")


class StickBox(QFrame):
    """All is read and written in the lane of sticks: while it works the buttons wait, the window does not."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("card")
        self._counter = counter
        self._enrolled = self._busy = False
        self._facts: StickFacts | None = None
        self._begun: QWidget | None = None
        self.place = ChoiceBox(tr("Thẻ nhớ hoặc thư mục"))
        self.choose = plain_button(tr("Chọn &thư mục…"))
        self.export = plain_button(tr("&Ghi ra thẻ nhớ"))
        self.bundles = ChoiceBox(tr("Gói trên thẻ nhớ"))
        self.take = plain_button(tr("&Nhập gói này"))
        self.waiting = Words("–", wrap=True)
        self.preview = Words("", "quiet", wrap=True)
        self.result = Words("", wrap=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Đang làm việc với thẻ nhớ"))
        self._lay_out()
        self.place.activated.connect(self._look_there)
        self.choose.clicked.connect(self._ask_folder)
        self.export.clicked.connect(self._export)
        self.bundles.activated.connect(self._look)
        self.take.clicked.connect(self._take)
        self._offer()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP * 2, GAP * 2, GAP * 2, GAP * 2)
        grid.setVerticalSpacing(GAP)
        grid.setHorizontalSpacing(GAP * 3)
        grid.setColumnStretch(1, 1)
        rows: tuple[tuple[str, QWidget, QWidget | None], ...] = (
            (tr("Thẻ nhớ"), self.place, self.choose),
            (tr("Gửi đi"), self.waiting, self.export),
            (tr("Mang về"), self.bundles, self.take),
        )
        grid.addWidget(Words(tr("Khi không có mạng: gửi và nhận bằng thẻ nhớ"), "strong"), 0, 0, 1, 3)
        for at, (title, middle, button) in enumerate(rows, start=1):
            grid.addWidget(Words(title, "quiet"), at, 0)
            grid.addWidget(middle, at, 1)
            if button is not None:
                grid.addWidget(button, at, 2)
        said = QHBoxLayout()
        said.addWidget(self.result, 1)
        said.addWidget(self.progress)
        self.progress.setFixedWidth(GAP * 16)
        grid.addWidget(self.preview, 4, 1, 1, 2)
        grid.addLayout(said, 5, 0, 1, 3)

    # ----------------------------------------------------------------------------------------- what is there

    def put(self, state: SyncState) -> None:
        """What waits now."""
        self._enrolled = state.enrolled
        self.waiting.setText(waiting_words(state))
        self._offer()

    def begin(self) -> None:
        """The page came to the front: looks which drives are there."""
        from desk_app.operations.drives import drives
        from desk_app.operations.outcome import Outcome

        self._counter.lanes.stick(lambda: Outcome(drives()), self.put_drives, topic="stick-drives")

    def put_drives(self, found: list[Path]) -> None:
        """Offers drives, and keeps a folder that was chosen."""
        before = self.folder
        own = [before] if before is not None and before not in found and before.is_dir() else []
        self.place.clear()
        for one in (*found, *own):
            self.place.addItem(str(one), one)
        if not self.place.count():
            self.place.addItem(tr(_NO_DRIVE), None)
        at = self.place.findData(before) if before is not None else 0
        self.place.setCurrentIndex(max(0, at))
        self._look_there()

    def put_folder(self, folder: Path) -> None:
        """A folder was chosen by hand."""
        if self.place.findData(folder) < 0:
            if self.folder is None:
                self.place.clear()
            self.place.addItem(str(folder), folder)
        self.place.setCurrentIndex(self.place.findData(folder))
        self._look_there()

    @property
    def folder(self) -> Path | None:
        """Where bundles are written and looked for."""
        found = self.place.currentData()
        return found if isinstance(found, Path) else None

    def _ask_folder(self) -> None:
        start = str(self.folder or Path.home())
        ask_for_folder(self, tr("Chọn thẻ nhớ hoặc thư mục"), lambda path: self.put_folder(Path(path)), start)

    def _look_there(self) -> None:
        folder = self.folder
        if folder is None:
            self._put_bundles([])
            return
        from desk_app.operations.drives import bundles_in
        from desk_app.operations.outcome import Outcome

        self._counter.lanes.stick(
            lambda: Outcome(bundles_in(folder)), self._put_bundles, self._failed, topic="stick-bundles"
        )

    def _put_bundles(self, found: list[Path]) -> None:
        self._facts = None
        self.bundles.clear()
        for one in found:
            self.bundles.addItem(one.name, one)
        if not found:
            self.bundles.addItem(tr(_NO_BUNDLE), None)
        self.preview.setText("")
        self._offer()
        if found:
            self._look()

    def _look(self) -> None:
        """Shows what a bundle holds; nothing of it is taken in."""
        path, desk = self.bundles.currentData(), self._counter.desk
        self._facts = None
        self._offer()
        if not isinstance(path, Path) or not self._enrolled:
            return
        self.preview.setText(tr("Đang xem gói…"))
        self.preview.set_role("quiet")

        def job() -> Outcome[StickFacts]:
            from desk_app.operations.outcome import Outcome
            from desk_app.operations.sticks import look

            return Outcome(look(desk, path))

        self._counter.lanes.stick(job, self._put_facts, self._not_seen, topic="stick-look")

    def _put_facts(self, facts: StickFacts) -> None:
        self._facts = facts
        self.preview.setText(facts_words(facts, when(facts.made_at, self._counter.clock())))
        self.preview.set_role("quiet")
        self._offer()

    def _not_seen(self, trouble: DeskError) -> None:
        self.preview.setText(trouble.sentence)
        self.preview.set_role("mistake")
        self._offer()

    # ----------------------------------------------------------------------------------------- what is done

    def _export(self) -> None:
        folder, desk = self.folder, self._counter.desk
        if folder is None:
            return
        self._work(tr("Đang ghi ra thẻ nhớ, xin đừng rút thẻ…"))

        def job() -> Outcome[StickOut]:
            from desk_app.operations.sticks import export_stick

            return export_stick(desk, folder)

        self._counter.lanes.stick(job, self._exported, self._failed)

    def _exported(self, out: StickOut) -> None:
        self._done(written_words(out), "mistake" if out.scans_missing else "done")
        self._look_there()

    def _take(self) -> None:
        path, desk = self.bundles.currentData(), self._counter.desk
        if not isinstance(path, Path):
            return
        self._work(tr("Đang nhập gói, xin đừng rút thẻ…"))

        def job() -> Outcome[StickIn]:
            from desk_app.operations.sticks import import_stick

            return import_stick(desk, path)

        self._counter.lanes.stick(job, self._taken, self._failed)

    def _taken(self, taken: StickIn) -> None:
        lacking = taken.scans_turned_away or taken.facts.scans_missing or taken.refused
        self._done(taken_words(taken), "mistake" if lacking else "done")
        self._look()

    def _failed(self, trouble: DeskError) -> None:
        self._done(trouble.sentence, "mistake")

    def _work(self, words: str) -> None:
        self._busy = True
        self._begun = QApplication.focusWidget()
        self.result.setText(words)
        self.result.set_role("quiet")
        self._offer()

    def _done(self, words: str, role: str = "done") -> None:
        self._busy = False
        self.result.setText(words)
        self.result.set_role(role)
        self._offer()
        begun, self._begun = self._begun, None
        if begun in (self.export, self.take) and self.isVisible():  # a waiting button loses the keyboard
            begun.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offer(self) -> None:
        """Which buttons mean something now."""
        free = self._enrolled and not self._busy
        self.export.setEnabled(free and self.folder is not None)
        self.take.setEnabled(free and self._facts is not None)
        self.progress.setVisible(self._busy)
        self.result.setVisible(bool(self.result.text()))
        self.preview.setVisible(bool(self.preview.text()))
