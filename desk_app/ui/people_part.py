"""Everybody of a dossier: who hands it in and, where wanted, owner, representative, payer and collector."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.parts import GAP, Words
from desk_app.ui.person_part import PersonPart
from desk_app.ui.tongue import mark, told, tr
from sync.acts.doubts import NEEDED
from sync.acts.mistakes import Mistake
from sync.model.dossier import REPRESENTATIONS, Person, Shown

_SCAN = mark("Quét thẻ căn cước, hoặc gõ tên / số giấy tờ / điện thoại")
_NO_DATE = mark("Ngày sinh không phải một ngày có thật (ngày/tháng/năm).")
_OTHERS: Final = {
    "owner": (mark("&Chủ hồ sơ khác"), mark("Chủ hồ sơ")),
    "representative": (mark("Được ủ&y quyền"), mark("Người được ủy quyền")),
    "payer": (mark("Nộp &phí"), mark("Người nộp phí")),
    "collector": (mark("N&hận kết quả"), mark("Người nhận kết quả")),
}
_RIGHTS: Final = {
    "authorised": mark("Ủy quyền có chứng thực"),
    "relative": mark("Người thân được ủy quyền"),
    "parent": mark("Cha, mẹ của người chưa thành niên"),
    "guardian": mark("Người giám hộ"),
    "legal": mark("Đại diện theo pháp luật của tổ chức"),
    "introduced": mark("Được tổ chức giới thiệu"),
}
_PAPERS: Final = {
    "authorisation": mark("Đã xem văn bản ủy quyền"),
    "kinship": mark("Đã xem giấy tờ chứng minh quan hệ"),
    "guardianship": mark("Đã xem giấy tờ giám hộ"),
    "introduction": mark("Đã xem giấy giới thiệu, giấy tờ đại diện"),
}


class _Ticks(QWidget):
    """One stop of Tab; the arrow keys go from tick to tick."""

    def __init__(self) -> None:
        super().__init__()
        self.ticks: dict[str, QCheckBox] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP // 2)
        row.addWidget(Words(tr("Thêm:"), "quiet"))
        for role, (text, title) in told(_OTHERS).items():
            tick = QCheckBox(text)
            tick.setAccessibleName(tr("Thêm {0}").format(title.lower()))
            tick.setFocusPolicy(Qt.FocusPolicy.ClickFocus if self.ticks else Qt.FocusPolicy.StrongFocus)
            tick.installEventFilter(self)
            self.ticks[role] = tick
            row.addWidget(tick)
        row.addStretch(1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        ticks = list(self.ticks.values())
        if step is None or not isinstance(watched, QCheckBox):
            return False
        at = min(max(ticks.index(watched) + step, 0), len(ticks) - 1)
        ticks[at].setFocus(Qt.FocusReason.OtherFocusReason)
        return True


class PeoplePart(QWidget):
    """`changed` after every change, `built` when a person's fields came to be, `kin_asked` with the part that
    wants to be offered the applicant's household."""

    changed = Signal()
    built = Signal()
    kin_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.applicant = PersonPart("applicant", tr("Người nộp hồ sơ"), tr(_SCAN))
        self.others = {role: PersonPart(role, title, tr(_SCAN)) for role, (_, title) in told(_OTHERS).items()}
        self.parts = (self.applicant, *self.others.values())
        self._row = _Ticks()
        self.ticks = self._row.ticks
        self._titles = {role: Words(title, "small") for role, (_, title) in told(_OTHERS).items()}
        self.right = ChoiceBox(tr("Căn cứ đại diện"))
        self.right.setMinimumContentsLength(16)
        self.right.addItem(tr("Căn cứ đại diện: chưa chọn"))
        self.right.addItems([told(told(_RIGHTS)[right]) for right in REPRESENTATIONS])
        self.paper_seen = QCheckBox(told(told(_PAPERS)["authorisation"]))
        self.paper_seen.setAccessibleName(told(told(_PAPERS)["authorisation"]))
        self.right_line = MistakeLine()
        self._rights = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.applicant)
        column.addWidget(self._row)
        rights = QHBoxLayout(self._rights)
        rights.setContentsMargins(0, 4, 0, 0)
        rights.setSpacing(GAP)
        rights.addWidget(self.right, 1)
        rights.addWidget(self.paper_seen)
        for role, part in self.others.items():
            column.addWidget(self._titles[role])
            column.addWidget(part)
            self._titles[role].hide()
            part.hide()
            if role == "representative":
                column.addWidget(self._rights)
                column.addWidget(self.right_line)
        self._rights.hide()
        self.paper_seen.hide()

    def _connect(self) -> None:
        for role, tick in self.ticks.items():
            tick.toggled.connect(lambda on, role=role: self._reveal(role, on))
        for part in self.parts:
            part.changed.connect(self.changed)
            part.built.connect(self.built)
            if part is not self.applicant:
                part.asked.connect(lambda text, part=part: self._ask_kin(part, text))
        self.right.currentIndexChanged.connect(self._right_chosen)
        self.paper_seen.toggled.connect(self.changed)

    def _ask_kin(self, part: PersonPart, text: str) -> None:
        if not text:
            self.kin_asked.emit(part)

    def _reveal(self, role: str, on: bool) -> None:
        part = self.others[role]
        part.setVisible(on)
        self._titles[role].setVisible(on)
        if role == "representative":
            self._rights.setVisible(on)
            self.right_line.doubt("")
        if on and part.empty:
            part.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.kin_asked.emit(part)
        self.changed.emit()

    def _right_chosen(self) -> None:
        right = self.representation
        self.paper_seen.setVisible(bool(right))
        self.paper_seen.setChecked(False)
        if right:
            said = told(told(_PAPERS)[NEEDED[right][0]])
            self.paper_seen.setText(said)
            self.paper_seen.setAccessibleName(said)
        self.changed.emit()

    # ------------------------------------------------------------------------------------------- contents

    @property
    def representation(self) -> str:
        """One of `REPRESENTATIONS`, or empty."""
        at = self.right.currentIndex()
        return REPRESENTATIONS[at - 1] if at > 0 else ""

    def wanted(self, role: str) -> bool:
        """Whether another than the applicant was asked for in this role."""
        return self.ticks[role].isChecked()

    def people(self) -> dict[str, Person | None]:
        """Applicant and the other roles, None for a role that is nobody's of its own."""
        others = {role: part.person() if self.wanted(role) else None for role, part in self.others.items()}
        return {"applicant": self.applicant.person(), **others}

    def acting(self) -> dict[str, Any]:
        """`representation` and `shown` of an intake request."""
        right = self.representation if self.wanted("representative") else ""
        shown = [
            Shown(part.role, "identity")
            for part in self.parts
            if part.shown.isChecked() and (part is self.applicant or self.wanted(part.role))
        ]
        if right and self.paper_seen.isChecked():
            shown.append(Shown("representative", NEEDED[right][0]))
        return {"representation": right, "shown": tuple(shown)}

    def own_mistakes(self) -> list[Mistake]:
        """Birth dates that are none."""
        parts = (part for part in self.parts if not part.isHidden() and part.wrong_date)
        return [Mistake(f"{part.role}.date_of_birth", tr(_NO_DATE)) for part in parts]

    def say_mistakes(self, places: dict[str, dict[str, str]]) -> list[QWidget | None]:
        """Shows what concerns people, and takes it out of `places`; the fields concerned, in order."""
        return [part.say_mistakes(places.pop(part.role, {})) for part in self.parts]

    def say_doubts(self, doubts: Mapping[str, str]) -> None:
        """Shows what is odd (``applicant.phone`` -> sentence) beside the person it is odd in."""
        for part in self.parts:
            its: dict[str, str] = {}
            for name, said in doubts.items():
                role, _, field = name.partition(".")
                if role == part.role:
                    its[field or role] = said
            part.say_doubts(its)
        self.right_line.doubt(doubts.get("representation", ""), self.right)

    def draft(self) -> dict[str, Any]:
        """Everything typed, for `restore`."""
        return {
            **{part.role: part.draft() for part in self.parts},
            "wanted": [role for role in self.others if self.wanted(role)],
            "representation": self.representation,
            "paper_seen": self.paper_seen.isChecked(),
        }

    def restore(self, draft: Mapping[str, Any]) -> None:
        """What `draft` gave."""
        wanted = draft.get("wanted", [])
        for role, tick in self.ticks.items():
            tick.setChecked(role in wanted)
        for part in self.parts:
            part.restore(dict(draft.get(part.role, {})))
        right = str(draft.get("representation", ""))
        self.right.setCurrentIndex(REPRESENTATIONS.index(right) + 1 if right in REPRESENTATIONS else 0)
        self.paper_seen.setChecked(bool(draft.get("paper_seen")))

    @property
    def untouched(self) -> bool:
        """Whether nobody was given."""
        return all(part.empty and not part.search.text() for part in self.parts)

    def clear(self) -> None:
        """Ready for the next citizen."""
        for tick in self.ticks.values():
            tick.setChecked(False)
        for part in self.parts:
            part.clear()
        self.right.setCurrentIndex(0)
        self.right_line.doubt("")
