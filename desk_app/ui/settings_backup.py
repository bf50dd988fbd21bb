"""Cài đặt – Sao lưu: where backups go, how often, how many stay, and the printed code for another machine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from desk_app.background.backups import start_for
from desk_app.domain.rights import BACKUP
from desk_app.operations.backup_plan import Standing, age_words, plan_of, set_plan, standing
from desk_app.operations.outcome import Changes, Outcome
from desk_app.ui.counter import Counter
from desk_app.ui.file_dialogs import ask_for_folder
from desk_app.ui.measures import sized
from desk_app.ui.mirror_box import MirrorBox
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_section import Section, named, scrolled, takes_the_rest
from desk_app.ui.tongue import mark, said, told, tr
from desk_app.ui.touched import Touched

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError

HOW: Final = mark(
    "Mỗi bản được mã hóa như dữ liệu của quầy, được mở ra kiểm tra rồi mới giữ. Chọn ổ đĩa thứ hai hoặc USB."
)
NUMBERS: Final = {
    "hours": mark("Cách nhau mấy &giờ khi đang mở"),
    "days": mark("Giữ bản cuối của mấy n&gày"),
    "weeks": mark("Giữ bản cuối của mấy t&uần"),
    "months": mark("Giữ bản cuối của mấy t&háng"),
    "warn_days": mark("Nhắc khi bản mới nhất cũ hơn mấy ngà&y"),
}
_BOUNDS: Final = {
    "hours": (1, 24),
    "days": (1, 31),
    "weeks": (0, 52),
    "months": (0, 60),
    "warn_days": (1, 30),
}
_LOOK_MS: Final = 2_000
_NUMBER: Final = 64


@dataclass(frozen=True, slots=True)
class _Seen:
    standing: Standing
    now: datetime


class BackupSection(Section):
    """Places on the left, numbers and the code on the right."""

    title: ClassVar[str] = mark("Sao lưu")
    needs: ClassVar[frozenset[str]] = frozenset({BACKUP})

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._start = start_for(counter.desk)
        self.places = QListWidget()
        self.places.setObjectName("choices")
        self.places.setAccessibleName(tr("Nơi sao lưu"))
        self.places.setWordWrap(True)
        self.add, self.drop = plain_button(tr("&Thêm nơi…")), plain_button(tr("&Bỏ nơi đang chọn"))
        self.run = plain_button(tr("&Sao lưu ngay"))
        self.boxes: dict[str, QLineEdit] = {}
        for name, words in told(NUMBERS).items():
            box = self.boxes[name] = QLineEdit()
            box.setValidator(QIntValidator(*_BOUNDS[name], box))
            box.setFixedWidth(sized(_NUMBER))
            box.setAccessibleName(words.replace("&", ""))
        self.save, self.code = plain_button(tr("&Lưu")), plain_button(tr("Tạo &mã khôi phục"))
        self.said, self.printed = Words("", "quiet", wrap=True), Words("", "", wrap=True)
        self.mirror = MirrorBox(counter)
        self._touched = Touched(*self.boxes.values())
        self._later = QTimer(self)
        self._later.setInterval(_LOOK_MS)
        self._later.timeout.connect(self._read)
        self._lay_out()
        self.add.clicked.connect(lambda: ask_for_folder(self, tr("Nơi sao lưu"), self.add_place))
        self.drop.clicked.connect(self._drop)
        self.run.clicked.connect(self._run)
        self.save.clicked.connect(self._save)
        self.code.clicked.connect(self._make_code)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(GAP)
        left.addWidget(named(tr("&Nơi sao lưu"), self.places, "heading"))
        left.addWidget(Words(tr(HOW), "quiet", wrap=True))
        left.addWidget(self.places, 1)
        takes_the_rest(self.places, 110)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self.add, self.drop, self.run):
            row.addWidget(button)
        row.addStretch(1)
        left.addLayout(row)
        left.addWidget(self.said)
        left.addSpacing(GAP)
        left.addWidget(self.mirror)
        right.addWidget(Words(tr("Tự động"), "heading"))
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for at, (name, words) in enumerate(told(NUMBERS).items()):
            grid.addWidget(named(words, self.boxes[name], wrap=True), at, 0)
            grid.addWidget(self.boxes[name], at, 1)
        grid.setColumnStretch(0, 1)
        right.addLayout(grid)
        right.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        right.addSpacing(GAP)
        right.addWidget(Words(tr("Khi máy này không còn"), "heading"))
        right.addWidget(
            Words(tr("Mã in ra giấy mở được bản sao lưu trên máy khác; cất trong két."), "quiet", wrap=True)
        )
        right.addWidget(self.code, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.printed)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(GAP * 3)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(both))
        tab_in_reading_order(self)

    def begin(self) -> None:
        """The section came to the front; while it is there it follows what a backup comes to."""
        self.places.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()
        self._later.start()

    def leave(self) -> None:
        """A code that was shown stands here no longer."""
        self._later.stop()
        self.printed.setText("")

    def _read(self) -> None:
        desk = self._counter.desk
        self._counter.lanes.read(
            lambda: _Seen(standing(desk), desk.clock()), self._put, topic="backup-section"
        )
        self.mirror.read()

    def _put(self, seen: _Seen) -> None:
        plan = seen.standing.plan
        for name, box in self.boxes.items():
            self._touched.show(box, partial(box.setText, str(getattr(plan, name))))
        lines = [self._line(place, seen) for place in plan.places]
        if lines != [self.places.item(at).text() for at in range(self.places.count())]:
            at = self.places.currentRow()
            self.places.clear()
            for place, line in zip(plan.places, lines, strict=True):
                item = QListWidgetItem(line)
                item.setData(Qt.ItemDataRole.UserRole, place)
                self.places.addItem(item)
            self.places.setCurrentRow(max(0, min(at, len(lines) - 1)))
        self.drop.setEnabled(bool(lines))
        self.run.setEnabled(bool(lines))

    def _line(self, place: str, seen: _Seen) -> str:
        kept = seen.standing.kept.get(place)
        words = said(age_words(kept.at if kept else None, seen.now))
        trouble = f"\n! {said(kept.trouble)}" if kept and kept.trouble else ""
        return f"{place} · {words}{trouble}"

    # -------------------------------------------------------------------------------------------- changing

    def add_place(self, path: str) -> None:
        """Chooses one more place: its folder for this desk is made there."""
        desk = self._counter.desk

        def job() -> Outcome[None]:
            from desk_app.operations.backup import choose_place

            place = Path(path).resolve()
            choose_place(desk, place)
            plan = plan_of(desk)
            return set_plan(desk, replace(plan, places=tuple(dict.fromkeys((*plan.places, str(place))))))

        self._write(job, tr("✓ Đã thêm."))

    def _drop(self) -> None:
        desk, item = self._counter.desk, self.places.currentItem()
        if item is None:
            return
        gone = str(item.data(Qt.ItemDataRole.UserRole))

        def job() -> Outcome[None]:
            plan = plan_of(desk)
            return set_plan(desk, replace(plan, places=tuple(one for one in plan.places if one != gone)))

        self._write(job, tr("✓ Đã bỏ; các bản đã có ở đó vẫn còn."))

    def _save(self) -> None:
        desk, moment = self._counter.desk, self._touched.now
        values: dict[str, Any] = {name: int(box.text() or -1) for name, box in self.boxes.items()}

        def job() -> Outcome[None]:
            return set_plan(desk, replace(plan_of(desk), **values))

        def saved() -> None:
            self._touched.saved(moment)

        self._write(job, tr("✓ Đã lưu."), saved)

    def _run(self) -> None:
        self._start(self._counter.desk.paths.data)
        self._say(tr("Đang sao lưu…"), "quiet")

    def _make_code(self) -> None:
        desk = self._counter.desk

        def job() -> Outcome[str]:
            from desk_app.operations.backup_key import make_code

            return Outcome(make_code(desk.paths, key=desk.store.key), Changes())

        def show(code: str) -> None:
            self.printed.setText(
                tr("{0}\nChép lại ngay: mã không được lưu ở đâu khác. Mã cũ chỉ mở các bản cũ.").format(code)
            )

        self._counter.lanes.write(job, show, self._failed)

    def _write(
        self, job: Callable[[], Outcome[None]], words: str, then: Callable[[], None] | None = None
    ) -> None:
        def done(_value: None) -> None:
            if then is not None:
                then()
            self._say(words, "done")
            self._read()

        self._counter.lanes.write(job, done, self._failed)

    def _failed(self, trouble: DeskError) -> None:
        self._say(trouble.sentence, "mistake")

    def _say(self, words: str, role: str) -> None:
        self.said.set_role(role)
        self.said.setText(words)
