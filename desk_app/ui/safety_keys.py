"""An toàn – Khóa dữ liệu: whether the data open by themselves or by a password, the sheet for the safe."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from desk_app.operations.outcome import Changes, Outcome
from desk_app.ui.counter import Counter
from desk_app.ui.file_dialogs import ask_where_to_save
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_section import Section, named, scrolled
from desk_app.ui.tongue import mark, said, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.key_wraps import KeyStatus

MODES: Final = {
    "auto": mark("Dữ liệu tự mở: ai dùng được tài khoản này của máy thì mở được."),
    "password": mark(
        "Dữ liệu khóa bằng mật khẩu: mỗi lần mở chương trình phải gõ mật khẩu hoặc mã khôi phục."
    ),
}
DAMAGED: Final = {
    "one": mark("Một trong hai tệp khóa hỏng hoặc mất; mở lại chương trình để làm lại tệp đó."),
    "all": mark("Cả hai tệp khóa đều hỏng: in tờ khôi phục mới ngay, rồi từng cán bộ gõ lại mật khẩu."),
}
LOCKING: Final = mark(
    "Khi khóa, khóa của dữ liệu không còn nằm trên đĩa: máy bị lấy mất thì không ai đọc được. Đồng bộ"
    " và sao lưu"
    " tự động chỉ chạy khi cửa sổ đang mở."
)
SHEET_HOW: Final = mark(
    "Tờ này mở được dữ liệu khi quên mật khẩu, và mở bản sao lưu trên máy khác. Mỗi lần in là một mã"
    " mới; tờ trước"
    " chỉ còn mở các bản sao lưu cũ. Cất trong két."
)
CHANGING: Final = mark(
    "Khi nghi khóa đã lộ hoặc có cán bộ nghỉ việc: đóng cửa sổ này rồi chạy lệnh motcua key rotate."
    " Mật khẩu và tờ"
    " khôi phục giữ nguyên."
)
SHEET: Final = "to-khoi-phuc.pdf"
_PASSWORD: Final = 260


class KeySection(Section):
    """How the data open on the left, the sheet and a new key on the right."""

    title: ClassVar[str] = mark("Khóa")

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._locked = False
        self.state, self.people = Words("", "", wrap=True), Words("", "quiet", wrap=True)
        self.password = QLineEdit()
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.password.setMaximumWidth(sized(_PASSWORD))
        self.password.setAccessibleName(tr("Mật khẩu mở dữ liệu"))
        self.lock, self.unlock = plain_button(tr("&Khóa bằng mật khẩu này")), plain_button(tr("&Bỏ khóa"))
        self.said = Words("", "quiet", wrap=True)
        self.printed = Words("", "", wrap=True)
        self.print, self.save = plain_button(tr("&In tờ khôi phục mới")), plain_button(tr("&Lưu PDF…"))
        self.save.setAccessibleName(tr("Lưu tờ khôi phục mới thành tệp PDF"))
        self.sheet_said = Words("", "quiet", wrap=True)
        self._lay_out()
        self.lock.clicked.connect(self._lock)
        self.password.returnPressed.connect(self._lock)
        self.unlock.clicked.connect(self._unlock)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(GAP)
        left.addWidget(Words(tr("Khóa dữ liệu"), "heading"))
        for words in (self.state, self.people, Words(tr(LOCKING), "quiet", wrap=True)):
            left.addWidget(words)
        left.addWidget(named(tr("&Mật khẩu của bạn"), self.password))
        left.addWidget(self.password)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.lock)
        row.addWidget(self.unlock)
        row.addStretch(1)
        left.addLayout(row)
        left.addWidget(self.said)
        left.addStretch(1)
        right.addWidget(Words(tr("Tờ khôi phục"), "heading"))
        right.addWidget(self.printed)
        right.addWidget(Words(tr(SHEET_HOW), "quiet", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.print)
        row.addWidget(self.save)
        row.addStretch(1)
        right.addLayout(row)
        right.addWidget(self.sheet_said)
        right.addSpacing(GAP)
        right.addWidget(Words(tr("Đổi khóa"), "heading"))
        right.addWidget(Words(tr(CHANGING), "quiet", wrap=True))
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(GAP * 3)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(both))
        tab_in_reading_order(self)

    def begin(self) -> None:
        """The section came to the front."""
        self.password.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def leave(self) -> None:
        """A password that was typed stands here no longer."""
        self.password.clear()

    def _read(self) -> None:
        desk = self._counter.desk

        def read() -> KeyStatus:
            from desk_app.operations.key_wraps import status

            return status(desk)

        self._counter.lanes.read(read, self._put, self._failed, topic="key-section")

    def _put(self, found: KeyStatus) -> None:
        self._locked = found.mode == "password"
        lines = [tr(MODES[found.mode])]
        if found.damaged:
            lines.append(tr(DAMAGED[found.damaged]))
        self.state.setText("\n".join(lines))
        names = ", ".join(found.logins)
        self.people.setText(
            tr("Mật khẩu mở được trên máy này: {0}.").format(names)
            if names
            else tr("Chưa mật khẩu nào mở được dữ liệu trên máy này.")
        )
        self.lock.setText(tr("Cho mật &khẩu này mở") if self._locked else tr("&Khóa bằng mật khẩu này"))
        self.unlock.setVisible(self._locked)
        self.printed.setText(tr("✓ Đã in tờ khôi phục.") if found.printed else tr("! Chưa in tờ khôi phục."))

    # -------------------------------------------------------------------------------------------- changing

    def _lock(self) -> None:
        desk, officer, password = self._counter.desk, self._counter.officer, self.password.text()

        def job() -> Outcome[str]:
            from desk_app.operations.key_wraps import lock_with

            return Outcome(lock_with(desk, officer.id, password), Changes())

        self._write(job, tr("✓ Mật khẩu này mở được dữ liệu trên máy này."))

    def _unlock(self) -> None:
        desk = self._counter.desk

        def job() -> Outcome[str]:
            from desk_app.operations.key_wraps import turn_off

            turn_off(desk)
            return Outcome("", Changes())

        self._write(job, tr("✓ Đã bỏ khóa: dữ liệu lại tự mở trên máy này."))

    def _write(self, job: Callable[[], Outcome[str]], words: str) -> None:
        def done(_value: str) -> None:
            self.password.clear()
            self.said.set_role("done")
            self.said.setText(words)
            self._read()

        self._counter.lanes.write(job, done, self._failed)

    def _failed(self, trouble: DeskError) -> None:
        self.said.set_role("mistake")
        self.said.setText(said(trouble.sentence))

    # ------------------------------------------------------------------------------------------- the sheet

    def _sheet(self) -> bytes:
        from desk_app.operations.key_wraps import recovery_sheet

        return recovery_sheet(self._counter.desk)[0]

    def _print(self) -> None:
        self._say_sheet(tr("Đã chuyển tờ khôi phục đến máy in; trạng thái in ở cuối cửa sổ."))
        self._counter.paper.print_made(self._sheet, tr("Tờ khôi phục"), tr("tờ khôi phục"))

    def _save(self) -> None:
        ask_where_to_save(
            self, tr("Lưu tờ khôi phục thành tệp PDF"), SHEET, tr("Tệp PDF (*.pdf)"), self.save_to
        )

    def save_to(self, path: str) -> None:
        """Writes a new sheet as a PDF file, to be printed and removed."""
        self._counter.paper.save_made(self._sheet, path, self._say_sheet, tr("tờ khôi phục"))

    def _say_sheet(self, words: str) -> None:
        self.sheet_said.setText(said(words))
        self._read()
