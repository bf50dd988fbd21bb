"""Đồng bộ (F8): what the center has, what waits, a button to try now, the hub and the stick."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.operations.troubles import problem_in_words
from desk_app.ui.counter import Counter
from desk_app.ui.hub_box import HubBox
from desk_app.ui.keys import Key, Keys
from desk_app.ui.parts import GAP, MARGIN, ScrollBody, Words, main_button, scroll_area
from desk_app.ui.stick_box import StickBox
from desk_app.ui.sync_words import state_words, when
from desk_app.ui.tongue import mark, told, tr
from sync.model.words import short_date

if TYPE_CHECKING:
    from desk_app.operations.receipts import SyncState
    from sync.model.units import KnownUnit


_FACTS = (
    mark("Nơi nhận"),
    mark("Đã nhận"),
    mark("Chờ gửi"),
    mark("Chờ lâu nhất"),
    mark("Lần xác nhận cuối"),
)
_NOT_ENROLLED = mark(
    "Để gửi hồ sơ lên cấp trên, người phụ trách ghi danh quầy này bằng thư mời của trung tâm."
)
_SAFE = mark(
    "Hồ sơ đã tiếp nhận luôn nằm an toàn trên máy này. Chương trình tự gửi khi có mạng;"
    " không cần chờ để tiếp nhận tiếp."
)


class SyncPage(QWidget):
    """`wanted` when the officer asks for an exchange."""

    wanted = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter = counter
        self.state = Words("", "heading", wrap=True)
        self.problem = Words("", "quiet", wrap=True)
        self.revoked = Words("", "caution", wrap=True)
        self.aside = Words("", "caution", wrap=True)
        self.button = main_button(tr("Đồng &bộ ngay"))
        self.button.clicked.connect(self.wanted)
        self._facts: dict[str, Words] = {}
        card = QFrame()
        card.setObjectName("card")
        grid = QGridLayout(card)
        grid.setContentsMargins(GAP * 2, GAP * 2, GAP * 2, GAP * 2)
        grid.setVerticalSpacing(GAP)
        grid.setHorizontalSpacing(GAP * 3)
        grid.setColumnStretch(1, 1)
        for at, title in enumerate(told(_FACTS)):
            words = Words("–", wrap=True)
            grid.addWidget(Words(title, "quiet"), at, 0)
            grid.addWidget(words, at, 1)
            self._facts[title] = words
        self.proof = Words("", "caution", wrap=True)
        self.merged = Words("", "caution", wrap=True)
        self.merged.hide()
        self.hub = HubBox(counter)
        self.stick = StickBox(counter)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        body = ScrollBody()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, GAP, MARGIN)
        column.setSpacing(GAP * 2)
        for widget in (self.state, self.revoked, self.merged, card, self.problem, self.proof, self.aside):
            column.addWidget(widget)
        column.addLayout(row)
        column.addWidget(self.hub)
        column.addWidget(self.stick)
        self.calm = Words(tr(_SAFE), "quiet", wrap=True)
        column.addWidget(self.calm)
        column.addStretch(1)
        scroll = scroll_area(tr("Tình trạng đồng bộ"), sideways=True)
        scroll.setWidget(body)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, GAP * 2, MARGIN - GAP, 0)
        page.setSpacing(GAP * 2)
        page.addWidget(Words(tr("Đồng bộ"), "title"))
        page.addWidget(scroll, 1)
        Keys(self, mark("Đồng bộ"), Key("Alt+B", mark("Gửi và nhận với trung tâm ngay")))

    def put(self, state: SyncState, *, offline: bool, running: bool) -> None:
        """The state as it is now."""
        now, center = self._counter.clock(), state.center_title
        self.state.setText(tr("Đang đồng bộ…") if running else state_words(state, now, offline=offline))
        oldest = state.oldest_pending
        facts = {
            tr("Nơi nhận"): (center or tr("Trung tâm"))
            if state.enrolled
            else tr("Chưa kết nối trung tâm nào"),
            tr("Đã nhận"): tr("{0}/{1} hồ sơ").format(state.held, state.total),
            tr("Chờ gửi"): tr("{0} hồ sơ ({1} ghi nhận)").format(state.pending_dossiers, state.pending)
            + (tr(" · {0} bản chụp").format(state.scans_pending) if state.scans_pending else ""),
            tr("Chờ lâu nhất"): tr("từ {0}").format(short_date(oldest)) if oldest else "–",
            tr("Lần xác nhận cuối"): when(state.as_of, now) if state.as_of else tr("chưa có"),
        }
        for title, text in facts.items():
            self._facts[title].setText(text)
        problem = tr("Lần thử gần nhất: {0}").format(state.problem) if state.problem else ""
        trouble = "" if state.revoked else problem
        says = (
            (self.problem, trouble if state.enrolled else tr(_NOT_ENROLLED)),
            (self.revoked, problem_in_words("revoked") if state.revoked else ""),
            (self.proof, state.proof),
            (self.aside, state.aside),
        )
        for words, text in says:
            words.setText(text)
            words.setVisible(bool(text))
        self.calm.setVisible(not state.revoked)
        self.button.setEnabled(state.enrolled and not running)
        self.hub.put(state)
        self.stick.put(state)

    def begin(self) -> None:
        """The page came to the front."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hub.begin()
        self.stick.begin()
        desk = self._counter.desk

        def read() -> KnownUnit | None:
            from desk_app.operations.units import successor_of

            return successor_of(desk)

        self._counter.lanes.read(read, self._tell_merged, topic="successor")

    def _tell_merged(self, unit: KnownUnit | None) -> None:
        """What became of this desk's unit; nothing while it stands."""
        self.merged.setVisible(unit is not None)
        if unit is not None:
            since = short_date(unit.since) if unit.since else ""
            self.merged.setText(
                tr(
                    "Đơn vị này đã sáp nhập vào {0} từ {1}. Quầy vẫn tiếp nhận và trả kết quả như thường;"
                    " xin trung tâm thư mời của đơn vị mới để ghi danh máy này trong một thư mục trống."
                ).format(unit.name, since)
            )
