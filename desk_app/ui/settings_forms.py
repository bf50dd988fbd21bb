"""Cài đặt – Mẫu giấy: every form with invented people, as it will print, on every paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.mistakes import DeskError
from desk_app.ui.counter import Counter
from desk_app.ui.fields import ChoiceBox
from desk_app.ui.file_dialogs import ask_where_to_save
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.pages_view import PagesView, Room, first_pages
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.print_words import PAPER_NAMES
from desk_app.ui.settings_section import Section, labelled, named
from desk_app.ui.tongue import mark, said, told, tr

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QResizeEvent

    from desk_app.documents.forms import Form
    from desk_app.operations.desk import Desk

SETS: Final = ("TT 03/2025", "TT 01/2018")
"""The sets of forms by the circular they come from, the one in force first."""
SIZES: Final[dict[str, float | None]] = {mark("Vừa khung"): None, "100 %": 1.0, "200 %": 2.0}
RESIZED_MS: Final = 120
_LIST_WIDTH: Final = 288
_QUIET_HEIGHT: Final = 112
"""Of the box about the commune's own wording, while there is nothing wrong with it."""
_ANY_HEIGHT: Final = 16_777_215
_WORDING: Final = mark("Lời văn riêng của xã")


@dataclass(frozen=True, slots=True)
class Choice:
    """What is to be seen: a form's name and title, its paper and the set it is taken from."""

    name: str
    title: str
    paper: str
    form_set: str


@dataclass(frozen=True, slots=True)
class _Drawn:
    pages: tuple[QImage, ...]
    more: bool
    borrowed: str


@dataclass(frozen=True, slots=True)
class _OwnWording:
    folder: str
    there: bool
    problems: tuple[str, ...]
    published: int = 0


class FormList(QListWidget):
    """The forms' titles, wrapped; the chosen one stays in sight whatever room the list is given."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("forms")
        self.setAccessibleName(tr("Mẫu giấy"))
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scrollTo(self.currentIndex())


class FormsSection(Section):
    """The forms on the left with what is wrong with the commune's own wording, the preview on the right."""

    title: ClassVar[str] = mark("Mẫu giấy")

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._forms: list[Form] = []
        self._shown: Choice | None = None
        self._facts = ""
        self.list = FormList()
        self.wording_state = Words(tr(_WORDING), "strong", wrap=True)
        self.wording = QPlainTextEdit()
        self.paper = ChoiceBox(tr("Giấy"))
        self.form_set = ChoiceBox(tr("Bộ mẫu"))
        self.size_shown = ChoiceBox(tr("Cỡ xem"))
        self.view = PagesView(tr("Xem trước mẫu giấy"))
        self.state = Words("", "quiet", wrap=True)
        self.save = plain_button(tr("&Lưu PDF…"))
        self.save.setAccessibleName(tr("Lưu mẫu thành tệp PDF"))
        self.try_print = plain_button(tr("&In thử"))
        self.try_print.setAccessibleName(tr("In thử mẫu này, có chữ MẪU, ra máy in mặc định"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(RESIZED_MS)
        self._dress()
        self._lay_out()
        self._connect()
        counter.lanes.paper(_all_forms, self._put_forms)

    def _dress(self) -> None:
        self.wording.setAccessibleName(tr("{0}: thư mục và các lỗi").format(tr(_WORDING)))
        self.wording.setReadOnly(True)
        self.wording.setTabChangesFocus(True)
        self.wording.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        for name in SETS:
            self.form_set.addItem(name, name)
        for name, size in told(SIZES).items():
            self.size_shown.addItem(tr(name), size)
        self.wording.setMaximumHeight(_QUIET_HEIGHT)
        for button in (self.save, self.try_print):
            button.setEnabled(False)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(named(tr("&Mẫu giấy"), self.list, "heading"))
        left.addWidget(self.list, 3)
        left.addWidget(self.wording_state)
        left.addWidget(self.wording, 2)
        side = QWidget()
        side.setFixedWidth(sized(_LIST_WIDTH))
        left.setContentsMargins(0, 0, 0, 0)
        side.setLayout(left)
        choices = QHBoxLayout()
        choices.setSpacing(GAP)
        for title, box in (
            (tr("&Giấy"), self.paper),
            (tr("&Bộ mẫu"), self.form_set),
            (tr("&Cỡ xem"), self.size_shown),
        ):
            choices.addLayout(labelled(title, box), 1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.state, 1)
        foot.addWidget(self.save)
        foot.addWidget(self.try_print)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addLayout(choices)
        right.addWidget(self.view, 1)
        right.addLayout(foot)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(GAP * 2)
        both.addWidget(side)
        both.addLayout(right, 1)
        tab_in_reading_order(self)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._put_papers)
        for box in (self.paper, self.form_set, self.size_shown):
            box.currentIndexChanged.connect(self._draw)
        self.view.resized.connect(self._later.start)
        self._later.timeout.connect(self._draw)
        self.save.clicked.connect(self._save)
        self.try_print.clicked.connect(self._try_print)

    def begin(self) -> None:
        """The section came to the front: the wording is read again, for it may just have been mended."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        desk = self._counter.desk
        self._counter.lanes.read(lambda: _own_wording(desk), self._say_wording, topic="own-wording")
        self._draw()

    # -------------------------------------------------------------------------------------------- choosing

    def _put_forms(self, forms: list[Form]) -> None:
        self._forms = forms
        self.list.addItems([said(form.title) for form in forms])
        self.list.setCurrentRow(0)

    def _put_papers(self, row: int) -> None:
        """The papers of the form; the paper looked at stays where the form has it."""
        papers, before = self._forms[row].papers, self.paper.currentData()
        self.paper.blockSignals(True)
        self.paper.clear()
        for paper in papers:
            self.paper.addItem(told(told(PAPER_NAMES)[paper]), paper)
        self.paper.setCurrentIndex(papers.index(before) if before in papers else 0)
        self.paper.blockSignals(False)
        self._draw()

    @property
    def choice(self) -> Choice | None:
        """The form, paper and set chosen; none until the forms are there."""
        row = self.list.currentRow()
        if row < 0 or self.paper.currentIndex() < 0:
            return None
        form = self._forms[row]
        return Choice(form.name, said(form.title), self.paper.currentData(), self.form_set.currentData())

    # ------------------------------------------------------------------------------------------ the preview

    def _draw(self) -> None:
        """Has the preview drawn, for the room there is."""
        choice = self.choice
        if choice is None:
            return
        desk, room = self._counter.desk, self.view.room(self.size_shown.currentData())
        if choice != self._shown:
            self._facts = ""
            self.state.setText(tr("Đang vẽ…"))

        def failed(trouble: DeskError) -> None:
            if choice == self.choice:
                self._not_drawn(trouble)

        self._counter.lanes.paper(
            lambda: _drawn(desk, choice, room),
            lambda drawn: self._put(choice, drawn),
            failed,
            topic="form-preview",
        )

    def _put(self, choice: Choice, drawn: _Drawn) -> None:
        count = tr("{0} trang đầu") if drawn.more else tr("{0} trang")
        pages = count.format(len(drawn.pages))
        borrowed = tr("Bộ {0} không có mẫu này, dùng mẫu của bộ {1}.").format(choice.form_set, drawn.borrowed)
        facts = f"{pages}. {borrowed}" if drawn.borrowed else pages
        if facts != self._facts:  # else what was said of saving or printing stays
            self._facts = facts
            self.state.setText(facts)
        (self.view.put_again if choice == self._shown else self.view.put)(drawn.pages)
        self._shown = choice
        self.view.setAccessibleDescription(
            f"{choice.title}, {told(told(PAPER_NAMES)[choice.paper])}, {pages}"
        )
        self._offer(True)

    def _not_drawn(self, trouble: DeskError) -> None:
        self._shown, self._facts = None, ""
        self.state.setText(tr("Chưa xem trước được mẫu này."))
        self.view.put((), trouble.sentence)
        self.view.setAccessibleDescription(trouble.sentence)
        self._offer(False)

    def _offer(self, there: bool) -> None:
        self.save.setEnabled(there)
        self.try_print.setEnabled(there)

    # --------------------------------------------------------------------------------------- the own wording

    def _say_wording(self, own: _OwnWording) -> None:
        count = len(own.problems)
        lines = [tr("Thư mục: {0}").format(own.folder)]
        if count:
            lines += [f"✕ {problem}" for problem in own.problems]
            lines.append(tr("Tệp có lỗi chưa được dùng; các mẫu vẫn in theo lời văn có sẵn."))
        else:
            lines.append(
                tr("✓ Đang dùng, không có lỗi.") if own.there else tr("Chưa có tệp nào; dùng lời văn có sẵn.")
            )
        self.wording_state.setText(
            tr("! {0}: {1} lỗi").format(tr(_WORDING), count) if count else tr(_WORDING)
        )
        self.wording_state.set_role("caution" if count else "strong")
        self.wording.setMaximumHeight(_ANY_HEIGHT if count else _QUIET_HEIGHT)
        if own.published:
            said = tr("Trung tâm đã công bố lời văn cho {0} mẫu; lời văn riêng của xã đứng trên.")
            lines.append(said.format(own.published))
        text = "\n".join(lines)
        if text != self.wording.toPlainText():
            self.wording.setPlainText(text)

    # -------------------------------------------------------------------------------------- paper and files

    def _try_print(self) -> None:
        choice, desk = self.choice, self._counter.desk
        if choice is not None:
            self.state.setText(tr("Đã chuyển mẫu đến máy in; trạng thái in ở cuối cửa sổ."))
            self._counter.paper.print_made(
                lambda: _sample(desk, choice), tr("MẪU {0}").format(choice.title), tr("mẫu")
            )

    def _save(self) -> None:
        choice = self.choice
        if choice is None:
            return
        name = f"mau-{choice.name}-{choice.paper}.pdf"
        ask_where_to_save(
            self,
            tr("Lưu mẫu thành tệp PDF"),
            name,
            tr("Tệp PDF (*.pdf)"),
            lambda path: self.save_to(path, choice),
        )

    def save_to(self, path: str, choice: Choice) -> None:
        """Writes the sample as a PDF file and says how it went."""
        desk = self._counter.desk
        self._counter.paper.save_made(lambda: _sample(desk, choice), path, self.state.setText, tr("mẫu"))


# What runs outside the window's thread. Imports wait until then: the forms are not needed to show the page.


def _all_forms() -> list[Form]:
    from desk_app.documents.forms import FORMS

    return list(FORMS.values())


def _sample(desk: Desk, choice: Choice) -> bytes:
    from desk_app.operations.forms import make_form

    return make_form(desk, choice.name, None, form_set=choice.form_set, paper=choice.paper, sample=True)


def _drawn(desk: Desk, choice: Choice, room: Room) -> _Drawn:
    from desk_app.documents.form_layout import DEFAULT_SET
    from desk_app.documents.forms import form_sets_of
    from sync.typeset.layout import set_folder

    pages, more = first_pages(_sample(desk, choice), room)
    its_own = set_folder(choice.form_set) in form_sets_of(choice.name)
    return _Drawn(pages, more, "" if its_own else DEFAULT_SET)


def _own_wording(desk: Desk) -> _OwnWording:
    from desk_app.operations.forms import wording_folder, wording_problems
    from desk_app.operations.published_wording import published_wording

    folder = wording_folder(desk)
    there = any(folder.glob("*.json")) or any(folder.glob("*/*.json"))
    published = published_wording(desk)
    forms = {form for _set, form in published.parts} if published is not None else set()
    return _OwnWording(str(folder), there, tuple(wording_problems(desk)), len(forms))
