"""The papers handed in: the procedure's checklist, with how many of each sort, and others added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from desk_app.ui.fields import CountBox, MistakeLine
from desk_app.ui.parts import GAP, Words, discard, link_button
from desk_app.ui.tongue import mark, told, tr
from sync.model.dossier import Paper
from sync.model.procedure import RequiredPaper

_SORTS = (
    ("originals", mark("Bản chính")),
    ("certified_copies", mark("Chứng thực")),
    ("copies", mark("Bản chụp")),
)
MOST = 999
KEPT_ROWS = 24
"""Rows of a checklist that wait for the next one: to make one anew takes the window's thread 3 ms."""


@dataclass
class _Row:
    tick: QCheckBox
    name: Words | QLineEdit
    counts: dict[str, CountBox]
    required: bool = False

    @property
    def text(self) -> str:
        return self.name.text().strip()

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        return self.tick, self.name, *self.counts.values()

    def paper(self) -> Paper:
        counts = {sort: spin.value() for sort, spin in self.counts.items()}
        text = self.text
        if isinstance(self.name, Words):
            text = str(self.name.property("paper"))
        return Paper(text, **counts)


class PapersPart(QWidget):
    """A tick says that the paper is here; counts can be typed or changed with the arrow keys.

    `reordered` when rows came or went.
    """

    changed = Signal()
    reordered = Signal()
    supplement_wanted = Signal()
    refusal_wanted = Signal()

    def __init__(self, *, offers_supplement: bool = True) -> None:
        super().__init__()
        self._offers_supplement = offers_supplement
        self._filling = False
        self._rows: list[_Row] = []
        self._kept: list[_Row] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        for at, (_, title) in enumerate(told(_SORTS), start=2):
            self._grid.addWidget(Words(title, "small"), 0, at, Qt.AlignmentFlag.AlignCenter)
            self._grid.setColumnMinimumWidth(at, 84)
        self._grid.setRowMinimumHeight(0, 36)
        self._shown = Words("", "small", wrap=True)
        self._shown.hide()
        self._missing = Words("", "caution", wrap=True)
        self._missing.hide()
        self.add = link_button(tr("+ &Thêm giấy tờ"))
        self.add.setAccessibleName(tr("Thêm giấy tờ"))
        self.add.clicked.connect(self._add_other)
        self.supplement = link_button(tr("Thiếu: in Mẫu 02, giữ nháp chờ bổ sung (Ctrl+B)"))
        self.supplement.clicked.connect(self.supplement_wanted)
        self.supplement.hide()
        self.refusal = link_button(tr("Không tiếp nhận được: từ chối, in Mẫu 03 (Ctrl+R)"))
        self.refusal.clicked.connect(self.refusal_wanted)
        self.refusal.hide()
        self._links = QWidget()
        links = QHBoxLayout(self._links)
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(GAP * 2)
        for link in (self.add, self.refusal):
            links.addWidget(link)
        self.mistake = MistakeLine()
        self._feet: list[QWidget] = [self._shown, self._missing, self.supplement, self._links, self.mistake]
        self._place_feet()

    def put(self, papers: Sequence[RequiredPaper]) -> None:
        """The checklist of a procedure: what is required is ticked as one original, the rest waits."""
        self._filling = True
        self._forget_rows()
        for paper in papers:
            if not paper.presented:
                row = self._add_row(paper.name, required=paper.required)
                row.tick.setChecked(paper.required)
        self._filling = False
        shown = [paper.name for paper in papers if paper.presented]
        self._shown.setText(
            tr("Xuất trình để đối chiếu, không nộp: {0}.").format("; ".join(shown)) if shown else ""
        )
        self._shown.setVisible(bool(shown))
        self._place_feet()
        self._changed()

    def offer_refusal(self, offered: bool) -> None:
        """Whether what is asked for may be refused here: there is a procedure, and nothing received yet."""
        self.refusal.setVisible(offered and self._offers_supplement)

    def papers(self) -> tuple[Paper, ...]:
        """The ticked papers."""
        return tuple(row.paper() for row in self._rows if row.tick.isChecked())

    def say_mistakes(self, mistakes: dict[str, str]) -> QWidget | None:
        """Shows the first sentence under the list (``[2].name`` -> sentence); the field concerned."""
        self.mistake.say(next(iter(mistakes.values()), ""))
        for place in mistakes:
            at, _, name = place.lstrip("[").partition("]")
            ticked = [row for row in self._rows if row.tick.isChecked()]
            if at.isdigit() and int(at) < len(ticked):
                row = ticked[int(at)]
                return row.counts.get(name.lstrip(".")) or row.name
        return None

    def missing(self) -> tuple[str, ...]:
        """The names of required papers that are not here."""
        return tuple(row.paper().name for row in self._rows if row.required and not row.tick.isChecked())

    @property
    def first_missing(self) -> QWidget | None:
        """The tick of the first required paper that is not here."""
        return next((row.tick for row in self._rows if row.required and not row.tick.isChecked()), None)

    def draft(self) -> list[dict[str, Any]]:
        """All rows, for `restore`."""
        rows = []
        for row in self._rows:
            paper = row.paper()
            counts = {sort: spin.value() for sort, spin in row.counts.items()}
            other = isinstance(row.name, QLineEdit)
            rows.append({"name": paper.name, "here": row.tick.isChecked(), "other": other, **counts})
        return rows

    def restore(self, rows: list[dict[str, Any]]) -> None:
        """Ticks and counts of `draft` over the checklist of the same procedure."""
        known = {row.paper().name: row for row in self._rows}
        self._filling = True
        for one in rows:
            name = str(one.get("name", ""))
            row = known.get(name) if not one.get("other") else self._add_row(name, other=True)
            if row is None:
                continue
            row.tick.setChecked(bool(one.get("here")))
            for sort, spin in row.counts.items():
                spin.setValue(int(one.get(sort, 0)))
        self._filling = False
        self._place_feet()
        self._changed()

    # ------------------------------------------------------------------------------------------------ rows

    def _add_row(self, name: str, *, required: bool = False, other: bool = False) -> _Row:
        at = len(self._rows) + 1
        row = self._other_row(name) if other else self._listed_row(name, required)
        row.tick.setAccessibleName(tr("Có: {0}").format(name) if name else tr("Có giấy tờ này"))
        for sort, title in told(_SORTS):
            row.counts[sort].setAccessibleName(f"{title}: {name}")
        self._ticked(row, False)
        self._rows.append(row)
        self._grid.addWidget(row.tick, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(row.name, at, 1)
        for column, spin in enumerate(row.counts.values(), start=2):
            self._grid.addWidget(spin, at, column, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        for widget in row.widgets:
            widget.show()  # at once, so that it can take the focus
        return row

    def _other_row(self, name: str) -> _Row:
        label = QLineEdit(name)
        label.setPlaceholderText(tr("Tên giấy tờ"))
        label.setAccessibleName(tr("Tên giấy tờ thêm"))
        label.textChanged.connect(self._changed)
        return self._new_row(label)

    def _listed_row(self, name: str, required: bool) -> _Row:
        """A row of the checklist: one that was put by, where there is one."""
        if self._kept:
            row = self._kept.pop()
        else:
            label = Words("", wrap=True)
            row = self._new_row(label)
            label.clicked.connect(row.tick.toggle)
        row.name.setText(name if required else tr("{0} (nếu có)").format(name))
        row.name.setProperty("paper", name)
        row.required = required
        return row

    def _new_row(self, label: Words | QLineEdit) -> _Row:
        row = _Row(QCheckBox(), label, {sort: self._count(sort) for sort, _ in _SORTS})
        row.tick.toggled.connect(lambda here: self._ticked(row, here))
        return row

    def _count(self, name: str) -> CountBox:
        spin = CountBox(name, 0, MOST)
        spin.valueChanged.connect(self._changed)
        return spin

    def _ticked(self, row: _Row, here: bool) -> None:
        for spin in row.counts.values():
            spin.setEnabled(here)
        if here and not any(spin.value() for spin in row.counts.values()):
            row.counts["originals"].setValue(1)
        if not here:
            for spin in row.counts.values():
                spin.setValue(0)
        self._changed()

    def _add_other(self) -> None:
        row = self._add_row("", other=True)
        row.tick.setChecked(True)
        self._place_feet()
        row.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        if self._filling:
            return  # said once, when all of it stands there
        missing = self.missing()
        self._missing.setText(tr("Còn thiếu {0} giấy tờ bắt buộc.").format(len(missing)) if missing else "")
        self._missing.setVisible(bool(missing))
        self.supplement.setVisible(bool(missing) and self._offers_supplement)
        self.changed.emit()

    def _forget_rows(self) -> None:
        for row in reversed(self._rows):  # the first row is the next list's first again
            listed = isinstance(row.name, Words) and len(self._kept) < KEPT_ROWS
            if listed:
                row.tick.setChecked(False)
                self._kept.append(row)
            for widget in row.widgets:
                self._grid.removeWidget(widget)
                if listed:
                    widget.hide()
                else:
                    discard(widget)
        self._rows = []

    def _place_feet(self) -> None:
        for at, foot in enumerate(self._feet, start=len(self._rows) + 1):
            self._grid.removeWidget(foot)
            left = foot in (self._links, self.supplement)
            self._grid.addWidget(
                foot, at, 1, 1, -1, Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag(0)
            )
        self.reordered.emit()
