"""The commune's hub, on the Sync page: which one is in use, found on the network or typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout

from desk_app.ui.counter import Counter
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.tongue import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.hubs import Hub
    from desk_app.operations.outcome import Outcome
    from desk_app.operations.receipts import SyncState

_NONE = mark(
    "Chưa dùng. Xã có nhiều quầy thì dùng máy đầu mối để các quầy thấy hồ sơ của nhau cả khi mất mạng."
)


class HubBox(QFrame):
    """What takes the network is done in the lane of sticks: the buttons wait, the window does not."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("card")
        self._counter = counter
        self._enrolled = self._busy = False
        self.used = Words(tr(_NONE), wrap=True)
        self.address = QLineEdit()
        self.address.setAccessibleName(tr("Địa chỉ máy đầu mối"))
        self.address.setPlaceholderText("http://192.168.1.10:8443")
        self.take = plain_button(tr("&Dùng địa chỉ này"))
        self.search = plain_button(tr("Tìm &trên mạng nội bộ"))
        self.leave = plain_button(tr("Th&ôi dùng"))
        self.result = Words("", wrap=True)
        self._lay_out()
        self.address.textChanged.connect(self._offer)
        self.address.returnPressed.connect(self.take.click)
        self.take.clicked.connect(self._take)
        self.search.clicked.connect(self._find)
        self.leave.clicked.connect(self._leave)
        self._offer()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP * 3)
        grid.setVerticalSpacing(GAP)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Words(tr("Đang dùng"), "quiet"), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.used, 0, 1)
        grid.addWidget(self.leave, 0, 2)
        grid.addWidget(Words(tr("Địa chỉ"), "quiet"), 1, 0)
        grid.addWidget(self.address, 1, 1)
        grid.addWidget(self.take, 1, 2)
        foot = QHBoxLayout()
        foot.addWidget(self.result, 1)
        foot.addWidget(self.search)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP * 2, GAP * 2, GAP * 2, GAP * 2)
        column.setSpacing(GAP)
        column.addWidget(Words(tr("Máy đầu mối của xã"), "strong"))
        column.addLayout(grid)
        column.addLayout(foot)

    def put(self, state: SyncState) -> None:
        """Whether there is a center at all."""
        self._enrolled = state.enrolled
        self._offer()

    def begin(self) -> None:
        """The page came to the front: reads which hub is in use."""
        desk = self._counter.desk

        def read() -> Hub | None:
            from desk_app.operations.hubs import hub_of

            return hub_of(desk)

        self._counter.lanes.read(read, self.put_hub, topic="hub")

    def put_hub(self, hub: Hub | None) -> None:
        """The hub in use."""
        self.used.setText(hub.address if hub is not None else tr(_NONE))
        self.leave.setVisible(hub is not None)

    def _offer(self) -> None:
        free = self._enrolled and not self._busy
        self.address.setEnabled(free)
        self.search.setEnabled(free)
        self.leave.setEnabled(free)
        self.take.setEnabled(free and bool(self.address.text().strip()))

    def _take(self) -> None:
        from desk_app.operations.hubs import use_hub

        desk, address = self._counter.desk, self.address.text().strip()
        self._ask(lambda: use_hub(desk, address), tr("Đang gọi máy đầu mối…"))

    def _find(self) -> None:
        from desk_app.operations.hubs import find_hub

        desk = self._counter.desk
        self._ask(lambda: find_hub(desk), tr("Đang tìm trên mạng nội bộ…"))

    def _leave(self) -> None:
        from desk_app.operations.hubs import forget_hub

        desk = self._counter.desk
        self._counter.lanes.write(lambda: forget_hub(desk), lambda _: self._left(), self._failed)

    def _left(self) -> None:
        self.put_hub(None)
        self._done(tr("Từ nay quầy chỉ đồng bộ với trung tâm."), "done")

    def _ask(self, work: Callable[[], Outcome[Hub]], words: str) -> None:
        self._busy = True
        self.result.set_role("quiet")
        self.result.setText(words)
        self._offer()
        self._counter.lanes.stick(work, self._found, self._failed)

    def _found(self, hub: Hub) -> None:
        self.address.clear()
        self.put_hub(hub)
        self._done(
            tr("✓ Đã dùng máy đầu mối {0}; các quầy thấy hồ sơ của nhau trong vài giây.").format(hub.address),
            "done",
        )

    def _failed(self, trouble: DeskError) -> None:
        self._done(trouble.sentence, "mistake")

    def _done(self, words: str, role: str) -> None:
        self._busy = False
        self.result.set_role(role)
        self.result.setText(words)
        self._offer()
