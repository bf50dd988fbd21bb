"""Money of a dossier: what it costs, what was paid and how, what is still due."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.ui.act_forms import money_due
from desk_app.ui.dossier_cards import Card
from desk_app.ui.parts import GAP, link_button
from desk_app.ui.tongue import tr
from sync.model.dossier import Dossier, Payment
from sync.model.fold_acts import WAYS_IN_WORDS
from sync.model.words import clock, dong, short_date


class MoneyCard(Card):
    """`pay_wanted` opens the form of a payment, `print_wanted` prints its confirmation."""

    pay_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, dossier: Dossier) -> None:
        super().__init__(tr("Phí, lệ phí"))
        self._fees(dossier)
        for paid in dossier.payments:
            self.add(tr("Đã thu {0} {1}").format(clock(paid.at), short_date(paid.at)), _paid_words(paid))
        due = money_due(dossier)
        if due:
            self.add(tr("Còn phải thu"), f"! {dong(due)}", "caution")
        elif dossier.payments:
            unknown = bool(dossier.intake and dossier.intake.fees_open)
            words = tr("✓ Đã thu đủ các khoản đã tính") if unknown else tr("✓ Đã thu đủ")
            self.add(tr("Còn phải thu"), words, "done")
        self.pay = link_button(tr("Thu phí"))
        self.pay.clicked.connect(self.pay_wanted)
        self.print = link_button(tr("In phiếu xác nhận thu tiền"))
        self.print.clicked.connect(self.print_wanted)
        self.print.setVisible(bool(dossier.payments and dossier.intake and dossier.intake.fees))
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP * 2)
        row.addWidget(self.pay)
        row.addWidget(self.print)
        row.addStretch(1)
        self.add_wide(box)

    def _fees(self, dossier: Dossier) -> None:
        intake = dossier.intake
        if intake is None:
            return
        for fee in intake.fees:
            self.add(dong(fee.amount), fee.name)
        for name in intake.fees_open:
            self.add(tr("Chưa tính"), name)
        if intake.fee_exemption:
            self.add(tr("Miễn, giảm"), intake.fee_exemption)
        if not intake.fees and not intake.fees_open and not dossier.demanded:
            self.add("", tr("Không thu phí"))
        if dossier.status == "fee_due":
            asked = dong(dossier.demanded) if dossier.demanded else tr("chưa rõ số tiền")
            self.add(tr("Yêu cầu nộp"), tr("! {0}, chờ công dân").format(asked), "caution")


def _paid_words(paid: Payment) -> str:
    parts = (
        f"{dong(paid.amount)}, {WAYS_IN_WORDS.get(paid.way, paid.way)}",
        tr("người nộp {0}").format(paid.payer) if paid.payer else "",
        tr("người thu {0}").format(paid.received_by) if paid.received_by else "",
        paid.proof,
    )
    return " · ".join(part for part in parts if part)
