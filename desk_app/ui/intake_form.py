"""The fields of an intake in the order the officer asks: what, who, which papers, when and how back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from desk_app.domain.intake import IntakeRequest
from desk_app.ui.channel_part import ChannelPart
from desk_app.ui.matters import MattersPart
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.papers_part import PapersPart
from desk_app.ui.parts import GAP, MARGIN, ScrollBody, Words, link_button, stacked
from desk_app.ui.pay_part import PayPart
from desk_app.ui.people_part import PeoplePart
from desk_app.ui.procedure_part import ProcedurePart
from desk_app.ui.several import Several
from desk_app.ui.terms_part import DuePart, FeePart, ReturnPart
from desk_app.ui.tongue import tr
from sync.acts.mistakes import Mistake
from sync.model.procedure import Procedure

LABEL_WIDTH = 96


class IntakeForm(QScrollArea):
    """`changed` after every change by officer or scanner."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.procedure = ProcedurePart()
        self.people = PeoplePart()
        self.applicant = self.people.applicant
        self.owner = self.people.others["owner"]
        self.representative = self.people.others["representative"]
        self.owner_differs = self.people.ticks["owner"]
        self.papers = PapersPart()
        self.fee = FeePart()
        self.return_by = ReturnPart()
        self.channel = ChannelPart()
        self.pay = PayPart()
        self.matters = MattersPart()
        self.alike = Words("", "caution", wrap=True)
        self.open_alike = link_button(tr("Mở hồ sơ đó (Ctrl+G)"))
        self.cautions = Words("", "caution", wrap=True)
        self.channel_more = link_button(tr("Bưu chính, Cổng, nơi khác (Ctrl+L)"))
        self.pay_more = link_button(tr("Thu tiền (Ctrl+T)"))
        self.due = DuePart()
        self.note = QPlainTextEdit()
        self._unordered = False
        self._reordering = QTimer(self)
        self._reordering.setSingleShot(True)
        self._reordering.setInterval(0)
        self._dress_note()
        self._lay_out()
        self._connect()
        self.several = Several(self)

    def _dress_note(self) -> None:
        self.note.setAccessibleName(tr("Ghi chú"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(sized(60))
        self.note.setPlaceholderText(tr("Ghi chú in trên phiếu (nếu có)"))

    def _lay_out(self) -> None:
        page = ScrollBody()
        grid = QGridLayout(page)
        grid.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        grid.setHorizontalSpacing(GAP * 2)
        grid.setVerticalSpacing(GAP + 4)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        self._alike_row = stacked(self.alike, self.open_alike, spacing=0)
        rows = {
            tr("Thủ tục"): stacked(self.matters, self.procedure, spacing=0),
            tr("Người nộp"): stacked(self.people, self._alike_row, spacing=2),
            tr("Giấy tờ"): self.papers,
            tr("Lệ phí"): stacked(self.fee, self.pay_more, self.pay),
            tr("Trả tại"): stacked(self.return_by, self.channel),
            tr("Hạn trả"): stacked(self.due, self.cautions),
            tr("Ghi chú"): self.note,
        }
        for at, (title, widget) in enumerate(rows.items()):
            label = Words(title, "quiet")
            label.setFixedHeight(sized(36))
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, at, 1)
        grid.setRowStretch(len(rows), 1)
        self.setWidget(page)
        self.return_by.add_beside(self.channel_more)
        for widget in (self._alike_row, self.cautions, self.channel, self.pay, self.pay_more):
            widget.hide()

    def _connect(self) -> None:
        self.procedure.chosen.connect(self._procedure_chosen)
        self.note.textChanged.connect(self.changed)
        self.papers.reordered.connect(self._reorder)
        self.matters.reordered.connect(self._reorder)
        self.channel_more.clicked.connect(self.unfold_channel)
        self.pay_more.clicked.connect(self.unfold_pay)
        self.channel.changed.connect(self._channel_changed)
        self.people.built.connect(self._reorder)
        self._reordering.timeout.connect(self.order_now)
        self._reorder()
        for part in (
            self.procedure,
            self.people,
            self.papers,
            self.fee,
            self.return_by,
            self.due,
            self.pay,
        ):
            part.changed.connect(self.changed)

    def _reorder(self) -> None:
        """Later: what comes and goes for one dossier would have it all ordered four times."""
        self._unordered = True
        self._reordering.start()

    def order_now(self) -> None:
        """Has Tab follow what stands here by now."""
        if self._unordered:
            self._unordered = False
            tab_in_reading_order(self)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab may come before the moment in which all is ordered."""
        self.order_now()
        return super().focusNextPrevChild(forward)

    def _procedure_chosen(self, procedure: Procedure | None) -> None:
        self.papers.put(procedure.papers if procedure else ())
        self.fee.put(procedure)
        self._ask_due()
        self.changed.emit()
        if procedure is not None and self.procedure.search.hasFocus():
            self.applicant.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_due(self) -> None:
        procedure, case = self.procedure.procedure, self.procedure.case_code
        self.due.ask(procedure is not None and not procedure.limit_for(case, self.channel.code))

    def _channel_changed(self) -> None:
        self._ask_due()
        self.changed.emit()

    def unfold_channel(self) -> None:
        """Asks how the dossier came."""
        self.channel.show()
        self.channel_more.hide()
        self.channel.channel.setFocus(Qt.FocusReason.OtherFocusReason)

    def unfold_pay(self) -> None:
        """Asks how the fee is paid."""
        self.pay.show()
        self.pay_more.hide()
        self.pay.buttons["cash"].setChecked(True)
        self.pay.buttons["cash"].setFocus(Qt.FocusReason.OtherFocusReason)

    def say_fee(self, total: str, reckoning: str = "", *, payable: bool = False) -> None:
        """The fee; `payable`: there is something to be paid now."""
        self.fee.say(total, reckoning)
        self.pay_more.setVisible(payable and self.pay.isHidden())
        if not payable and not self.pay.isHidden():
            self.pay.clear()
            self.pay.hide()

    def say_alike(self, words: str) -> None:
        """A calm line about the same matter, empty: none."""
        self.alike.setText(words)
        self._alike_row.setVisible(bool(words))

    def say_cautions(self, words: Sequence[str]) -> None:
        """What to look at; it stops nothing."""
        self.cautions.setText("\n".join(f"! {one}" for one in words))
        self.cautions.setVisible(bool(words))

    # ------------------------------------------------------------------------------------------ contents

    def persons(self) -> dict[str, Any]:
        """Keyword arguments of an `IntakeRequest`: who, the same for all that is handed in together."""
        return {**self.people.people(), **self.people.acting()}

    def request(self) -> IntakeRequest:
        """What was given, right or wrong."""
        procedure = self.procedure.procedure
        return IntakeRequest(
            procedure=procedure.code if procedure else "",
            case=self.procedure.case_code,
            **self.persons(),
            papers=self.papers.papers(),
            return_by=self.return_by.way(),
            return_to=self.return_by.address(),
            note=self.note.toPlainText(),
            **self.channel.values(),
            **self.fee.values(),
            **self.due.values(),
        )

    def own_mistakes(self) -> list[Mistake]:
        """What is wrong before anyone else need look: nothing chosen, dates that are none."""
        found = []
        if self.procedure.procedure is None and not self.matters.matters:
            found.append(Mistake("procedure", tr("Chọn thủ tục trước khi tiếp nhận.")))
        found += self.people.own_mistakes()
        if self.due.asking and self.due.day.text() and self.due.values()["due_at"] is None:
            found.append(Mistake("due_at", tr("Ngày giờ hẹn trả không có thật; ví dụ 23/11/2026, 17:00.")))
        if self.channel.wrong_time:
            found.append(Mistake("portal_at", tr("Ngày giờ nộp không có thật; ví dụ 23/11/2026, 08:30.")))
        if not self.pay.isHidden() and self.pay.wrong():
            found.append(Mistake("paid", self.pay.wrong()))
        return found

    def say_mistakes(self, mistakes: Sequence[Mistake], *, lead: bool = True) -> bool:
        """Shows each mistake beside its field; whether all found a place. `lead`: the focus, too."""
        places: dict[str, dict[str, str]] = {}
        for mistake in mistakes:
            field = mistake.field
            group, _, rest = field.replace("papers[", "papers.[", 1).partition(".")
            places.setdefault(group, {}).setdefault(rest or group, mistake.message)
        shown: list[QWidget | None] = []

        def taken(*names: str) -> dict[str, str]:
            return {name: places.pop(name)[name] for name in names if name in places}

        shown.append(self.procedure.say_mistakes(taken("procedure", "case")))
        shown += self.people.say_mistakes(places)
        shown.append(self.papers.say_mistakes(places.pop("papers", {})))
        shown.append(self.fee.say_mistakes(taken("pages", "copies", "exemption", "amounts")))
        paid = taken("paid").get("paid", "")
        self.pay.mistake.say(paid)
        shown.append(self.pay.seen if paid else None)
        shown.append(self.return_by.say_mistakes(taken("return_to")))
        shown.append(self.channel.say_mistakes(taken("portal_number", "portal_at", "for_unit")))
        shown.append(self.due.say_mistakes(taken("due_at", "due_reason")))
        note = places.pop("note", {}).get("note", "")
        self.note.setAccessibleDescription(note)
        first = next((widget for widget in shown if widget is not None), None)
        if first is not None and lead:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(first)
        return not places and not note

    def say_doubts(self, doubts: Sequence[Mistake]) -> None:
        """Shows what is odd, which stands in nobody's way."""
        self.people.say_doubts({doubt.field: doubt.message for doubt in doubts})

    def draft(self) -> dict[str, Any]:
        """Everything typed, as plain data for `restore`."""
        procedure = self.procedure.procedure
        return {
            "procedure": procedure.code if procedure else "",
            "case": self.procedure.case_code,
            "people": self.people.draft(),
            "papers": self.papers.draft(),
            "fee": self.fee.draft(),
            "return_by": self.return_by.way(),
            "return_to": self.return_by.to.text(),
            "channel": self.channel.draft(),
            "due": self.due.draft(),
            "note": self.note.toPlainText(),
            "matters": [one.draft for one in self.matters.matters],
        }

    def restore(self, draft: dict[str, Any], find: Callable[[str], Procedure | None]) -> None:
        """What `draft` gave; `find` is the catalogue's, by code. One whose procedure is gone is left out."""
        self.matters.clear()
        self.people.restore(dict(draft.get("people", {})))
        for aside in draft.get("matters", ()):
            procedure = find(str(aside.get("procedure", "")))
            if procedure is not None:
                self.put_matter(dict(aside), procedure)
                self.several.set_aside()
        self.put_matter(draft, find(str(draft.get("procedure", ""))))

    def put_matter(self, draft: dict[str, Any], procedure: Procedure | None) -> None:
        """What a draft says of one dossier; nothing: an empty one."""
        self.channel.restore(dict(draft.get("channel", {})))
        self.channel.setVisible(not self.channel.plain)
        self.channel_more.setVisible(self.channel.isHidden())
        self.procedure.put(procedure, str(draft.get("case", "")))
        self.papers.restore(list(draft.get("papers", [])))
        self.fee.restore(dict(draft.get("fee", {})))
        self.return_by.put(str(draft.get("return_by", "desk")), str(draft.get("return_to", "")))
        self.due.restore(dict(draft.get("due", {})))
        self.note.setPlainText(str(draft.get("note", "")))

    @property
    def untouched(self) -> bool:
        """Whether there is nothing worth keeping."""
        matters = self.procedure.procedure is not None or bool(self.matters.matters)
        return not matters and self.people.untouched and not self.note.toPlainText()

    def clear(self) -> None:
        """Ready for the next citizen."""
        self.people.clear()
        self.matters.clear()
        self.pay.clear()
        self.pay.hide()
        self.due.clear()
        self.put_matter({}, None)
        self.say_mistakes([])
        self.say_alike("")
        self.say_cautions([])
        self.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """Puts the focus where an intake begins."""
        field: QWidget = self.procedure.search
        if self.procedure.procedure is not None:
            field = (
                self.applicant.search
                if self.applicant.empty
                else self.papers.first_missing or self.papers.add
            )
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(field)
