"""The VietQR code of a fee that is due when the result is given out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desk_app.domain.mistakes import DeskError
from desk_app.ui.counter import Counter
from desk_app.ui.tongue import tr

if TYPE_CHECKING:
    from desk_app.operations.bank import Transfer
    from desk_app.ui.qr_pane import QrPane


class ReturnCode(QObject):
    """`seen` when the money came in, `later` when it did not, `missing` with why no code can be shown."""

    seen = Signal()
    later = Signal()
    missing = Signal(str)

    def __init__(self, counter: Counter, stack: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._counter, self._stack = counter, stack
        self.pane: QrPane | None = None

    @property
    def shown(self) -> bool:
        """Whether the code is in front."""
        return self.pane is not None and self._stack.currentWidget() is self.pane

    def confirm(self) -> None:
        """F9 while the code is shown."""
        if self.pane is not None:
            self.pane.confirm()

    def ask(self, number: str, amount: int) -> None:
        """Shows the code of a dossier's number and an amount in dong."""
        desk = self._counter.desk

        def read() -> Transfer | None:
            from desk_app.operations.bank import transfer_for

            return transfer_for(desk, number, amount)

        def failed(trouble: DeskError) -> None:
            self.missing.emit(trouble.sentence)

        self._counter.lanes.read(read, self._show, failed, topic="return-pay")

    def _show(self, transfer: Transfer | None) -> None:
        if transfer is None:
            self.missing.emit(tr("Chưa có tài khoản nhận tiền; nhập ở Cài đặt (F10), hoặc thu cách khác."))
            return
        if self.pane is None:
            from desk_app.ui.qr_pane import QrPane

            self.pane = QrPane()
            self.pane.seen.connect(self.seen)
            self.pane.later.connect(self.later)
            self._stack.addWidget(self.pane)
        facts = (transfer.bank, transfer.account, transfer.holder)
        self.pane.put(transfer.code, facts, transfer.amount, transfer.purpose)
        self._stack.setCurrentWidget(self.pane)
        self.pane.begin()
