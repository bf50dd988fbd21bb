"""Money at intake: how it is paid, and that a transfer was seen. Folded away until it is wanted."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.fields import MistakeLine
from desk_app.ui.parts import GAP
from desk_app.ui.tongue import mark, told, tr

_WAYS = {"": mark("Thu sau"), "cash": mark("Tiền mặt"), "transfer": mark("Chuyển khoản"), "vietqr": "VietQR"}
_SEEN = mark("Đã thấy tiền về")


@dataclass(frozen=True, slots=True)
class Paid:
    """What the officer says of the money: `way` empty: later; `proof` what was seen of a transfer."""

    way: str = ""
    proof: str = ""


class PayPart(QWidget):
    """`paid` is what goes with F9."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QRadioButton] = {}
        self._group = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for way, words in told(_WAYS).items():
            button = QRadioButton(words)
            button.setAccessibleName(tr("Thu tiền: {0}").format(words))
            self.buttons[way] = button
            self._group.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        self.seen = QCheckBox(tr(_SEEN))
        self.proof = QLineEdit()
        self.proof.setAccessibleName(tr("Mã giao dịch hoặc chứng từ"))
        self.proof.setPlaceholderText(tr("mã giao dịch, chứng từ (nếu có)"))
        self.proof.setMaxLength(120)
        self._transfer = QWidget()
        row = QHBoxLayout(self._transfer)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addWidget(self.seen)
        row.addWidget(self.proof, 1)
        self.mistake = MistakeLine()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self._transfer)
        column.addWidget(self.mistake)
        self.buttons[""].setChecked(True)
        self._group.buttonToggled.connect(self._toggled)
        self._toggled()

    @property
    def way(self) -> str:
        """``cash``, ``transfer``, ``vietqr``, or empty for later."""
        return next(way for way, button in self.buttons.items() if button.isChecked())

    def paid(self) -> Paid:
        """What F9 records."""
        proof = self.proof.text().strip() or (tr(_SEEN) if self.seen.isChecked() else "")
        return Paid(self.way, proof if self.way == "transfer" else "")

    def wrong(self) -> str:
        """Why the money cannot be recorded so, empty when it can."""
        if self.way == "transfer" and not self.paid().proof:
            return tr("Đánh dấu “{0}” hoặc ghi mã giao dịch; chưa thấy tiền thì chọn “Thu sau”.").format(
                tr(_SEEN)
            )
        return ""

    def clear(self) -> None:
        """Later, nothing seen."""
        self.buttons[""].setChecked(True)
        self.seen.setChecked(False)
        self.proof.clear()
        self.mistake.say("")

    def _toggled(self) -> None:
        self._transfer.setVisible(self.way == "transfer")
        self.mistake.say("")
        self.changed.emit()
