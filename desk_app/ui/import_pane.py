"""Nhập từ bảng (Ctrl+I): every row looked at and told in words; nothing is received until F9."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.mistakes import DeskError
from desk_app.ui.counter import Counter
from desk_app.ui.file_dialogs import ask_for_file
from desk_app.ui.parts import GAP, MARGIN, Words, main_button, plain_button
from desk_app.ui.tongue import mark, said, told, tr

if TYPE_CHECKING:
    from desk_app.operations.importing import CheckedRow, CheckedTable
    from desk_app.operations.outcome import Outcome
    from desk_app.operations.receive import Received

_COLUMNS = (mark("Dòng"), mark("Người nộp"), mark("Thủ tục"), mark("Xem trước"))
_HINT = mark(
    "Bảng CSV hoặc Excel (.xlsx), dòng đầu là tên cột:"
    " Thủ tục, Họ và tên, CCCD, Ngày sinh, Địa chỉ, Điện thoại…"
)


class ImportPane(QWidget):
    """A file is chosen, looked at, and received in one transaction."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._table: CheckedTable | None = None
        self._done: dict[int, Received] = {}
        self._busy = False
        self.choose = plain_button(tr("Chọn tệp…"))
        self.choose.clicked.connect(self._ask_file)
        self.said = Words(tr(_HINT), "quiet", wrap=True)
        self.rows = QTableWidget(0, len(_COLUMNS))
        self.rows.setAccessibleName(tr("Các dòng của bảng"))
        self.rows.setHorizontalHeaderLabels(list(told(_COLUMNS)))
        self.rows.verticalHeader().hide()
        self.rows.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.rows.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.rows.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.rows.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.rows.setTabKeyNavigation(False)
        self.rows.setWordWrap(True)
        header = self.rows.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate((72, 170, 210)):
            self.rows.setColumnWidth(column, width)
        self.receive = main_button(tr("F9  Tiếp nhận"))
        self.receive.clicked.connect(self.confirm)
        self.receive.setEnabled(False)
        self.print = plain_button(tr("In phiếu hẹn của các hồ sơ này"))
        self.print.clicked.connect(self._print)
        self.print.hide()
        self.close_button = plain_button(tr("Esc  Về hồ sơ đang nhập"))
        self.close_button.setAccessibleName(tr("Về hồ sơ đang nhập, phím Esc"))
        top = QHBoxLayout()
        top.setSpacing(GAP * 2)
        top.addWidget(self.choose)
        top.addWidget(self.said, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        for button in (self.receive, self.print, self.close_button):
            foot.addWidget(button)
        foot.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, GAP, MARGIN, GAP * 2)
        outer.setSpacing(GAP)
        outer.addLayout(top)
        outer.addWidget(self.rows, 1)
        outer.addLayout(foot)

    def begin(self) -> None:
        """Enter chooses a file."""
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_file(self) -> None:
        ask_for_file(self, tr("Chọn bảng hồ sơ"), tr("Bảng (*.csv *.tsv *.txt *.xlsx)"), self.open_file)

    def open_file(self, path: str) -> None:
        """Looks at a file."""
        desk, officer = self._counter.desk, self._counter.officer
        self._table, self._done = None, {}
        self._say(tr("Đang xem bảng…"))
        self.receive.setEnabled(False)
        self.print.hide()

        def check() -> CheckedTable:
            from desk_app.domain.table_file import MOST_BYTES
            from desk_app.operations.importing import check_table

            try:
                with open(path, "rb") as file:
                    raw = file.read(MOST_BYTES + 1)
            except OSError as error:
                raise DeskError(
                    tr("Không đọc được tệp."), tr("Kiểm tra tệp còn ở chỗ cũ rồi chọn lại.")
                ) from error
            return check_table(desk, raw, Path(path).name, officer)

        self._counter.lanes.read(check, self._checked, self._refused, topic="import")

    def _checked(self, table: CheckedTable) -> None:
        self._table = table
        self._show()
        sound, wrong = len(table.sound), len(table.rows) - len(table.sound)
        words = tr("{0} dòng đúng").format(sound) + (
            tr(", {0} dòng có lỗi sẽ không tiếp nhận").format(wrong) if wrong else ""
        )
        unused = tr(" Cột không dùng: {0}.").format(", ".join(table.unused)) if table.unused else ""
        self._say(
            tr("{0}. Chưa tiếp nhận hồ sơ nào.{1}").format(words, unused), "caution" if wrong else "quiet"
        )
        self.receive.setText(tr("F9  Tiếp nhận {0} hồ sơ").format(sound))
        self.receive.setAccessibleName(tr("Tiếp nhận {0} hồ sơ, phím F9").format(sound))
        self.receive.setEnabled(bool(sound))

    def _show(self) -> None:
        rows = self._table.rows if self._table else ()
        self.rows.setRowCount(len(rows))
        for at, row in enumerate(rows):
            done = self._done.get(row.number)
            cells = (str(row.number), row.name, row.procedure, outcome_words(row, done))
            for column, text in enumerate(cells):
                self.rows.setItem(at, column, QTableWidgetItem(text))

    def _refused(self, trouble: DeskError) -> None:
        self._busy = False
        self.rows.setRowCount(0 if self._table is None else self.rows.rowCount())
        self._say(trouble.sentence, "mistake")
        self.receive.setEnabled(self._table is not None and bool(self._table.sound) and not self._done)

    def confirm(self) -> None:
        """F9: the sound rows are received, all in one transaction."""
        table, desk, officer = self._table, self._counter.desk, self._counter.officer
        if table is None or self._busy or self._done or not table.sound:
            return
        self._busy = True
        self.receive.setEnabled(False)
        self._say(tr("Đang tiếp nhận {0} hồ sơ…").format(len(table.sound)))

        def receive() -> Outcome[dict[int, Received]]:
            from desk_app.operations.importing import receive_table

            return receive_table(desk, table, officer)

        self._counter.lanes.write(receive, self._received, self._refused)

    def _received(self, done: dict[int, Received]) -> None:
        self._busy = False
        self._done = done
        self._show()
        wrong = len(self._table.rows) - len(done) if self._table else 0
        more = tr(" {0} dòng có lỗi không tiếp nhận.").format(wrong) if wrong else ""
        self._say(tr("✓ Đã tiếp nhận {0} hồ sơ.{1}").format(len(done), more), "caution" if wrong else "done")
        self.print.show()
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        for one in self._done.values():
            self._counter.paper.print_slip(one.dossier_id, one.number)
        self.print.hide()

    def _say(self, words: str, role: str = "quiet") -> None:
        self.said.set_role(role)
        self.said.setText(said(words))


def outcome_words(row: CheckedRow, done: Received | None) -> str:
    """What became of a row, or would."""
    if row.mistakes:
        return "✕ " + " ".join(f"{one.field.capitalize()}: {said(one.message)}" for one in row.mistakes)
    cautions = f" – {'; '.join(row.cautions)}" if row.cautions else ""
    return f"✓ {done.number}{cautions}" if done else tr("Đúng{0}").format(cautions)
