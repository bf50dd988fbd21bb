"""What is handed over and to whom: results, originals, fee, collector; what speaks against it, before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.collector_part import CollectorPart
from desk_app.ui.dates import moment_said
from desk_app.ui.fields import ChoiceBox, CountBox
from desk_app.ui.parts import GAP, Words, discard
from desk_app.ui.pay_part import PayPart
from desk_app.ui.tongue import mark, said, told, tr
from sync.acts.returning import (
    LOST_SLIP,
    NO_AUTHORITY,
    VOID_SLIP,
    WRONG_PERSON,
    Handing,
    ReturnWarning,
    return_warnings,
)
from sync.model.words import dong

if TYPE_CHECKING:
    from desk_app.operations.collecting import Collecting

DOUBTED: Final = "doubted-slip"
_SIGNED: Final = {
    "paper": mark("Ký trên giấy biên nhận"),
    "screen": mark("Ký trên màn hình"),
    "": mark("Không ký"),
}
_SIGNED_WIDTH: Final = 216
_TITLE: Final = 46
"""So many characters of a procedure's name tell one result from another."""


class HandingPart(QWidget):
    """`changed` whenever something else is to be done or is said against it."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.found: Collecting | None = None
        self.owner = Words("", "heading", wrap=True)
        self.procedure = Words("", "strong", wrap=True)
        self.state = Words("", "quiet", wrap=True)
        self.facts = Words("", "", wrap=True)
        self.slip = Words("", "quiet", wrap=True)
        self.against = Words("", "caution", wrap=True)
        self.collector = CollectorPart()
        self.others: dict[bytes, QCheckBox] = {}
        self.all_together = QCheckBox(tr("&Trả cùng lúc tất cả"))
        self.pay = PayPart()
        self.owed = Words("", "heading", wrap=True)
        self.originals = CountBox(tr("Số bản chính trả lại"), 0, 999)
        self.signed = ChoiceBox(tr("Cách ký nhận"))
        for value, words in told(_SIGNED).items():
            self.signed.addItem(words, value)
        self.signed.setMinimumWidth(_SIGNED_WIDTH)
        self.receipt = QCheckBox(tr("&In giấy biên nhận"))
        self._lay_out()
        self.collector.changed.connect(self._collector_changed)
        self.pay.changed.connect(self.changed)
        self.all_together.toggled.connect(self._all_toggled)

    def _lay_out(self) -> None:
        self._together = QFrame()
        self._money = QFrame()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        what, who = QFrame(), QFrame()
        originals = QHBoxLayout()
        originals.setSpacing(GAP)
        label = Words(tr("Bản chính trả lại:"))
        label.setBuddy(self.originals)
        for widget in (label, self.originals, self.signed, self.receipt):
            originals.addWidget(widget)
        originals.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GAP)
        column.setSpacing(GAP)
        for card, parts in (
            (what, (self.owner, self.procedure, self.state, self.facts, self.slip, self.against)),
            (who, (Words(tr("Người nhận"), "heading"), self.collector)),
            (self._money, (self.owed, self.pay)),
            (self._together, (Words(tr("Kết quả khác của cùng người nộp"), "heading"), self.all_together)),
        ):
            card.setObjectName("card")
            inside = QVBoxLayout(card)
            inside.setContentsMargins(GAP * 2, GAP + 4, GAP * 2, GAP + 4)
            inside.setSpacing(4)
            for part in parts:
                inside.addWidget(part)
            if card is self._together:
                inside.addLayout(self._rows)
            if card is who:
                inside.addSpacing(4)
                inside.addLayout(originals)
            column.addWidget(card)
        column.addStretch(1)

    # -------------------------------------------------------------------------------------------- contents

    def put(self, found: Collecting) -> None:
        """Another dossier asked for."""
        self.found = found
        self.pay.clear()
        self.originals.setValue(0)
        self.signed.setCurrentIndex(0)
        self.receipt.setChecked(True)
        self._put_others(found)
        self.refresh(found)
        self.collector.put(found.dossier.intake)

    def refresh(self, found: Collecting) -> None:
        """The same dossier as it stands now; what was typed stays."""
        self.found = found
        dossier, intake = found.dossier, found.dossier.intake
        self.owner.setText(f"{intake.owner.full_name if intake else ''} · {dossier.number}".strip(" ·"))
        self.procedure.setText(intake.procedure.name if intake else "")
        ready = tr(" · có kết quả từ {0}").format(moment_said(dossier.ready_at)) if dossier.ready_at else ""
        self.state.setText(f"{said(dossier.label)}{ready}")
        self.facts.setText("\n".join(_to_hand_over(found)))
        self.slip.setText(found.said)
        self.slip.set_role("quiet" if not (found.doubt or found.void) else "mistake")
        self.slip.setVisible(bool(found.said))
        for widget in (self._money, *(() if found.ready else (self._together,))):
            widget.setVisible(found.ready and self.total_owed > 0)
        self._say_against()

    def _put_others(self, found: Collecting) -> None:
        for gone in self.others.values():
            self._rows.removeWidget(gone)
            discard(gone)
        self.others = {}
        for row in found.others if found.ready else ():
            name = row.procedure_name
            short = name if len(name) <= _TITLE else f"{name[:_TITLE]}…"
            fee = tr(" · còn thu {0}").format(dong(row.fee - row.paid)) if row.fee > row.paid else ""
            box = QCheckBox(f"{row.number[-11:]} · {short}{fee}")
            box.setAccessibleName(tr("Trả cùng: {0}, {1}").format(row.number, name))
            box.toggled.connect(self._others_toggled)
            self.others[row.id] = box
            self._rows.addWidget(box)
        self.all_together.setChecked(False)
        self.all_together.setVisible(len(self.others) > 1)
        self._together.setVisible(bool(self.others))

    def _all_toggled(self, on: bool) -> None:
        for box in self.others.values():
            box.setChecked(on)

    def _others_toggled(self) -> None:
        if self.found is not None:
            self.refresh(self.found)
        self.changed.emit()

    # ---------------------------------------------------------------------------------------- what is meant

    @property
    def total_owed(self) -> int:
        """What is still to be paid for all that is returned together, in dong."""
        assert self.found is not None
        fees = {row.id: max(0, row.fee - row.paid) for row in self.found.others}
        total = self.found.owed + sum(fees[one] for one, box in self.others.items() if box.isChecked())
        self.owed.setText(tr("Còn phải thu {0}").format(dong(total)))
        return total

    def handings(self) -> list[tuple[bytes, Handing]]:
        """Each dossier to be returned, and how; the originals are counted with the first."""
        assert self.found is not None
        handing = self.collector.handing()
        first = replace(
            handing,
            signed=str(self.signed.currentData()),
            originals_back=self.originals.value(),
            slip_issue=self.found.slip_issue if handing.slip == "shown" else None,
        )
        rest = replace(first, originals_back=0, slip_issue=None)
        chosen = [one for one, box in self.others.items() if box.isChecked()]
        return [(self.found.dossier.id, first), *((one, rest) for one in chosen)]

    def warnings(self) -> tuple[ReturnWarning, ...]:
        """What speaks against it now, the gravest first."""
        if self.found is None:
            return ()
        handing = self.handings()[0][1]
        found = return_warnings(self.found.dossier, handing)
        if self.found.ready and self.found.doubt and handing.slip == "shown":
            words = tr("Phiếu này không chứng minh được gì; chọn “Mất phiếu hẹn” và đối chiếu giấy tờ.")
            found = (ReturnWarning(DOUBTED, words, True), *found)
        return found

    def answer_to(self, kind: str) -> QWidget | None:
        """The control in which a warning can be answered."""
        collector = self.collector
        lost = next((n for n in ("checked", "reason") if not collector.lines[n].text().strip()), "reason")
        place: dict[str, QWidget] = {
            WRONG_PERSON: collector.relations[collector.relation],
            NO_AUTHORITY: collector.lines["authority"],
            LOST_SLIP: collector.lines[lost],
            VOID_SLIP: collector.lost,
            DOUBTED: collector.lost,
        }
        return place.get(kind)

    def _collector_changed(self) -> None:
        post = self.collector.relation == "post"
        if post != (self.signed.currentData() == ""):
            self.signed.setCurrentIndex(self.signed.findData("" if post else "paper"))
            self.receipt.setChecked(not post)
        self._say_against()
        self.changed.emit()

    def _say_against(self) -> None:
        found = self.warnings()
        self.against.setText(
            "\n".join(f"{'✕' if one.blocking else '!'} {said(one.sentence)}" for one in found)
        )
        self.against.set_role("mistake" if any(one.blocking for one in found) else "caution")
        self.against.setVisible(bool(found))


def _to_hand_over(found: Collecting) -> list[str]:
    """What lies ready: the result, where it is, the originals that were handed in, what is not reckoned."""
    dossier, intake = found.dossier, found.dossier.intake
    if intake is None:
        return []
    arrived = dossier.arrived
    number = tr(" số {0}").format(arrived.number) if arrived and arrived.number else ""
    lines = [tr("Trả: {0}{1}").format(intake.procedure.result or tr("kết quả giải quyết"), number)]
    if dossier.result == "refused":
        lines = [tr("Trả: văn bản từ chối giải quyết và giấy tờ đã nộp")]
    if dossier.place:
        lines.append(tr("Để ở: {0}").format(dossier.place))
    originals = [f"{paper.originals} {paper.name}" for paper in intake.papers if paper.originals]
    if originals:
        lines.append(tr("Bản chính đã nộp: {0}").format("; ".join(originals)))
    if intake.fees_open:
        lines.append(tr("Khoản chưa tính được phí: {0}").format("; ".join(intake.fees_open)))
    return lines
