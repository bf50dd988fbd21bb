"""What lies over the form for a moment, one key each: guide, drafts, table, refusal, the code to pay by."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desk_app.ui.counter import Counter
from desk_app.ui.order import tab_in_reading_order
from sync.model.procedure import Procedure

if TYPE_CHECKING:
    from desk_app.operations.bank import Transfer
    from desk_app.ui.guide_pane import GuidePane
    from desk_app.ui.import_pane import ImportPane
    from desk_app.ui.qr_pane import QrPane
    from desk_app.ui.refusal_pane import RefusalPane
    from desk_app.ui.waiting_pane import WaitingPane


class IntakePanes(QStackedWidget):
    """The form, and panes made when first wanted. `turned` when another is in front; `draft_chosen` carries a
    waiting draft, `refusal_wanted` the reasons and whether the date was confirmed; `money_seen` when a
    transfer came in, `money_later` when it did not.
    """

    turned = Signal()
    draft_chosen = Signal(object)
    money_seen = Signal()
    money_later = Signal()
    refusal_wanted = Signal(object, bool)

    def __init__(self, counter: Counter, form: QWidget) -> None:
        super().__init__()
        self._counter = counter
        self._form = form
        self._made: dict[str, Any] = {}
        self.addWidget(form)

    @property
    def on_form(self) -> bool:
        """Whether the form is in front."""
        return self.currentWidget() is self._form

    @property
    def front(self) -> Any:
        """What is in front."""
        return self.currentWidget()

    def guide(self, procedure: Procedure, case: str) -> None:
        """Shows a procedure's guide."""
        if "guide" not in self._made:
            from desk_app.ui.guide_pane import GuidePane

            made: GuidePane = GuidePane(self._counter)
            made.close_button.clicked.connect(self.back)
            self._keep("guide", made)
        self._made["guide"].put(procedure, case)
        self._bring("guide")

    def waiting(self) -> WaitingPane:
        """Shows the drafts that wait."""
        if "waiting" not in self._made:
            from desk_app.ui.waiting_pane import WaitingPane

            made = WaitingPane(self._counter)
            made.close_button.clicked.connect(self.back)
            made.chosen.connect(self.draft_chosen)
            self._keep("waiting", made)
        self._bring("waiting")
        pane: WaitingPane = self._made["waiting"]
        return pane

    def table(self) -> ImportPane:
        """Shows the import of a table."""
        if "table" not in self._made:
            from desk_app.ui.import_pane import ImportPane

            made = ImportPane(self._counter)
            made.close_button.clicked.connect(self.back)
            self._keep("table", made)
        self._bring("table")
        pane: ImportPane = self._made["table"]
        return pane

    def refusal(self) -> RefusalPane:
        """Shows the refusal at reception."""
        if "refusal" not in self._made:
            from desk_app.ui.refusal_pane import RefusalPane

            made = RefusalPane(self._counter)
            made.close_button.clicked.connect(self.back)
            made.wanted.connect(self.refusal_wanted)
            self._keep("refusal", made)
        self._bring("refusal")
        pane: RefusalPane = self._made["refusal"]
        return pane

    @property
    def refusing(self) -> RefusalPane | None:
        """The refusal, while it is in front."""
        pane: RefusalPane | None = self._made.get("refusal")
        return pane if pane is self.currentWidget() else None

    def pay(self, transfer: Transfer) -> QrPane:
        """Shows the code of a transfer."""
        if "pay" not in self._made:
            from desk_app.ui.qr_pane import QrPane

            made = QrPane()
            made.seen.connect(self.money_seen)
            made.later.connect(self.money_later)
            self._keep("pay", made)
        pane: QrPane = self._made["pay"]
        facts = (transfer.bank, transfer.account, transfer.holder)
        pane.put(transfer.code, facts, transfer.amount, transfer.purpose)
        self._bring("pay")
        return pane

    @property
    def paying(self) -> bool:
        """Whether a code to pay by is in front."""
        return self._made.get("pay") is self.currentWidget()

    def back(self) -> None:
        """The form again."""
        self.setCurrentWidget(self._form)
        self.turned.emit()

    def _keep(self, name: str, pane: QWidget) -> None:
        self._made[name] = pane
        self.addWidget(pane)
        tab_in_reading_order(pane)

    def _bring(self, name: str) -> None:
        self.setCurrentWidget(self._made[name])
        self.turned.emit()
        self._made[name].begin()
