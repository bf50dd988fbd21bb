"""What came of an act on a selection: every dossier in its own words, and the list to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk_app.ui.parts import GAP, Words, main_button, plain_button
from desk_app.ui.tongue import said, tr

if TYPE_CHECKING:
    from desk_app.operations.acting import Done


class BulkOutcome(QWidget):
    """`done` are the ids of the dossiers the act was done on, in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.done: tuple[bytes, ...] = ()
        self.count = Words("", "strong", wrap=True)
        self.list = QListWidget()
        self.list.setObjectName("forms")
        self.list.setAccessibleName(tr("Kết quả từng hồ sơ"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.print = main_button(tr("In phiếu bàn giao"))
        self.close_button = plain_button(tr("Đóng (Esc)"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.count)
        column.addWidget(self.list, 1)
        column.addWidget(self.print)
        column.addWidget(self.close_button)

    def put(self, all_: Sequence[Done], numbers: Mapping[bytes, str], *, with_list: bool) -> None:
        """The answers, what was not done first; `numbers` by the dossiers' ids."""
        good = [one for one in all_ if one.dossier is not None]
        self.done = tuple(one.dossier.id for one in good if one.dossier is not None)
        bad = len(all_) - len(good)
        left = tr("; {0} hồ sơ chưa làm được, xem lý do bên dưới").format(bad) if bad else ""
        self.count.setText(tr("Đã làm {0} hồ sơ{1}.").format(len(good), left))
        self.list.clear()
        for one in sorted(all_, key=lambda one: one.dossier is not None):
            self.list.addItem(QListWidgetItem(_words(one, numbers)))
        self.list.setCurrentRow(0)
        self.print.setVisible(with_list and bool(good))

    def begin(self) -> None:
        """The list to print where there is one, else the way out."""
        (self.print if self.print.isVisibleTo(self) else self.close_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )


def _words(one: Done, numbers: Mapping[bytes, str]) -> str:
    if one.dossier is not None:
        return tr("✓ {0}\nĐã làm · {1}").format(one.dossier.number, said(one.dossier.label))
    number = numbers.get(one.wanted, "") if isinstance(one.wanted, bytes) else one.wanted
    return tr("✕ {0}\nChưa làm: {1}").format(number, said(one.sentence))
