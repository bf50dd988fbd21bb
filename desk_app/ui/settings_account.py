"""Cài đặt – Nhận tiền: the account that transfers of fees go to, and whether slips bear its code."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout

from desk_app.domain.banks import BANKS
from desk_app.domain.mistakes import DeskError
from desk_app.ui.counter import Counter
from desk_app.ui.fields import ChoiceBox
from desk_app.ui.measures import sized
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_section import Section, labelled
from desk_app.ui.tongue import mark, tr
from desk_app.ui.touched import Touched

if TYPE_CHECKING:
    from desk_app.operations.bank import Paying
    from desk_app.operations.outcome import Outcome

_OTHER = mark("Ngân hàng khác (gõ mã BIN)")
_HINT = mark(
    "Mã VietQR ở trang Tiếp nhận gửi tiền vào tài khoản này, nội dung là mã hồ sơ. Để trống cả số tài khoản"
    " và chủ tài khoản rồi lưu để thôi dùng."
)


class AccountSection(Section):
    """Reads and saves the unit's account."""

    title: ClassVar[str] = mark("Nhận tiền")

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self.bank = ChoiceBox(tr("Ngân hàng"))
        self.bank.setMinimumWidth(sized(190))
        for code, name in BANKS.items():
            self.bank.addItem(name, code)
        self.bank.addItem(tr(_OTHER), "")
        self.code, self.account, self.holder = QLineEdit(), QLineEdit(), QLineEdit()
        for field, name in (
            (self.code, tr("Mã ngân hàng (BIN)")),
            (self.account, tr("Số tài khoản")),
            (self.holder, tr("Chủ tài khoản")),
        ):
            field.setAccessibleName(name)
            field.setPlaceholderText(name)
        self.code.setFixedWidth(sized(170))
        self.on_slip = QCheckBox(tr("In mã VietQR trên phiếu hẹn (A4, cuộn nhiệt)"))
        self.save = plain_button(tr("Lưu tài khoản"))
        self.save.clicked.connect(self._save)
        self.said = Words("", "quiet", wrap=True)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for title, control, stretch in (
            (tr("&Ngân hàng"), self.bank, 0),
            (tr("&Số tài khoản"), self.account, 1),
            (tr("&Chủ tài khoản"), self.holder, 1),
        ):
            line.addLayout(labelled(title, control), stretch)
        self.save.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GAP)
        column.setSpacing(GAP)
        column.addWidget(Words(tr(_HINT), "quiet", wrap=True))
        column.addLayout(line)
        for widget in (self.code, self.on_slip, self.save, self.said):
            column.addWidget(widget)
        column.addStretch(1)
        self.bank.currentIndexChanged.connect(self._bank_chosen)
        self._bank_chosen()
        self.save.setEnabled(False)  # until what is kept has been read: nothing must be saved over it
        self._touched = Touched(self.bank, self.code, self.account, self.holder, self.on_slip)

    def begin(self) -> None:
        """Shows the account as it is set."""
        self._read()
        self.bank.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        desk = self._counter.desk

        def read() -> Paying:
            from desk_app.operations.bank import paying

            return paying(desk)

        self._counter.lanes.read(read, self._put, topic="account-section")

    def _put(self, held: Paying) -> None:
        self.save.setEnabled(True)
        account = held.account
        if account is None:
            if not self.said.text():
                self.said.setText(tr("Chưa có tài khoản: VietQR chưa hiện ở trang Tiếp nhận."))
            return
        if self._touched.any:
            return  # what is being typed stays, and the rest with it: an account is one thing
        at, show = self.bank.findData(account.bank), self._touched.show
        show(self.bank, lambda: self.bank.setCurrentIndex(at if at >= 0 else self.bank.count() - 1))
        for line, text in (
            (self.code, account.bank),
            (self.account, account.account),
            (self.holder, account.holder),
        ):
            show(line, partial(line.setText, text))
        show(self.on_slip, lambda: self.on_slip.setChecked(held.on_slip))

    def _bank_chosen(self) -> None:
        code = str(self.bank.currentData())
        self.code.setVisible(not code)
        if code:
            self.code.setText(code)

    def _save(self) -> None:
        desk, values = self._counter.desk, (self.code.text(), self.account.text(), self.holder.text())
        if not values[1].strip() and not values[2].strip():
            values = ("", "", "")
        on_slip = self.on_slip.isChecked()

        def save() -> Outcome[Paying]:
            from desk_app.operations.bank import choose_account

            return choose_account(desk, *values, on_slip=on_slip)

        moment = self._touched.now

        def saved(held: Paying) -> None:
            self._touched.saved(moment)
            self._read()
            self.said.set_role("done")
            kept = tr("✓ Đã lưu. Chuyển thử 1.000 đ để kiểm tra trước khi dùng.")
            self.said.setText(kept if held.account else tr("✓ Đã bỏ tài khoản."))

        def failed(trouble: DeskError) -> None:
            self.said.set_role("mistake")
            self.said.setText(" ".join(one.message for one in trouble.mistakes) or trouble.sentence)

        self._counter.lanes.write(save, saved, failed)
