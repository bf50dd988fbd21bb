"""An toàn – Dữ liệu cá nhân: the register of people's requests, answers, and the copy they are given."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from desk_app.domain.rights import EXPORT
from desk_app.operations.outcome import Changes, Outcome
from desk_app.ui.counter import Counter
from desk_app.ui.dates import date_typed
from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.file_dialogs import ask_where_to_save
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_section import Section, labelled, named, scrolled, takes_the_rest
from desk_app.ui.tongue import mark, told, tr
from sync.model.dossier import Person

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.subjects import Registered

HOW: Final = mark(
    "Người dân hỏi, xin sửa hay xin bản sao dữ liệu của mình: ghi vào sổ, trả lời trong 2 ngày làm việc."
)
WISHES: Final = {
    "access": mark("Xem, nhận bản sao dữ liệu"),
    "correct": mark("Chỉnh sửa dữ liệu sai"),
    "annotate": mark("Ghi chú ý kiến vào dữ liệu"),
    "restrict": mark("Hạn chế xử lý"),
    "object": mark("Phản đối xử lý"),
    "withdraw": mark("Rút lại sự đồng ý"),
    "erase": mark("Xóa dữ liệu"),
}
OUTCOMES: Final = {
    "granted": mark("Đáp ứng"),
    "partly": mark("Đáp ứng một phần"),
    "refused": mark("Từ chối"),
    "extended": mark("Gia hạn trả lời"),
}
_KINDS: Final = "PDF (*.pdf);;JSON (*.json)"


class PeopleSection(Section):
    """The register and its answers on the left, a new request on the right."""

    title: ClassVar[str] = mark("Dữ liệu cá nhân")
    needs: ClassVar[frozenset[str]] = frozenset({EXPORT})

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._held: tuple[Registered, ...] = ()
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName(tr("Sổ yêu cầu về dữ liệu cá nhân"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.outcome = _choice(tr("Kết quả trả lời"), OUTCOMES)
        self.reason = _line(tr("Lý do hoặc nội dung trả lời"))
        self.outcome.setMinimumWidth(sized(168))
        self.until = _line(tr("Gia hạn đến ngày"), "09/12/2026")
        self.reply = plain_button(tr("&Ghi trả lời"))
        self.copy = plain_button(tr("&Bản sao dữ liệu…"))
        self.wish = _choice(tr("Yêu cầu"), WISHES)
        self.name = _line(tr("Họ và tên"))
        self.number = _line(tr("Số giấy tờ"))
        self.phone = _line(tr("Số điện thoại"))
        self.words = _line(tr("Lời của người yêu cầu"))
        self.wrong = MistakeLine()
        self.enter = plain_button(tr("Ghi &vào sổ"))
        self.said = Words("", "quiet", wrap=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(GAP)
        left.addWidget(named(tr("&Sổ yêu cầu"), self.list, "heading"))
        left.addWidget(Words(tr(HOW), "quiet", wrap=True))
        left.addWidget(self.list, 1)
        takes_the_rest(self.list, 110)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addLayout(labelled(tr("&Kết quả"), self.outcome))
        row.addLayout(labelled(tr("Gia hạn đế&n ngày"), self.until))
        left.addLayout(row)
        left.addLayout(labelled(tr("&Lý do, nội dung trả lời"), self.reason))
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.reply)
        buttons.addWidget(self.copy)
        buttons.addStretch(1)
        left.addLayout(buttons)
        left.addWidget(self.said)
        right.addWidget(Words(tr("Yêu cầu mới"), "heading"))
        right.addLayout(labelled(tr("&Yêu cầu"), self.wish))
        right.addLayout(labelled(tr("&Họ và tên"), self.name))
        right.addLayout(labelled(tr("Số &giấy tờ"), self.number))
        right.addLayout(labelled(tr("Số đ&iện thoại"), self.phone))
        right.addLayout(labelled(tr("Lời của người yêu &cầu"), self.words))
        right.addWidget(self.wrong)
        right.addWidget(self.enter, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(GAP * 3)
        both.addLayout(left, 3)
        both.addLayout(right, 2)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(both))
        tab_in_reading_order(self)

    def _connect(self) -> None:
        self.enter.clicked.connect(self._enter)
        self.reply.clicked.connect(self._reply)
        self.copy.clicked.connect(self._ask_where)
        self.list.currentRowChanged.connect(lambda _row: self._chosen())
        self.outcome.currentIndexChanged.connect(lambda _at: self._chosen())
        self._counter.lanes.changed.connect(self._changed)
        self._chosen()

    def begin(self) -> None:
        """The section came to the front."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _changed(self, changes: Changes) -> None:
        if changes.sync and self.isVisible():
            self._read()

    def _read(self) -> None:
        desk = self._counter.desk

        def read() -> tuple[tuple[Registered, ...], datetime]:
            from desk_app.operations.subjects import subject_requests

            return tuple(subject_requests(desk)), desk.clock()

        self._counter.lanes.read(read, self._put, topic="subject-requests")

    def _put(self, seen: tuple[tuple[Registered, ...], datetime]) -> None:
        held, now = seen
        before = self._marked()
        self._held = held
        self.list.clear()
        for one in held:
            self.list.addItem(QListWidgetItem(_entry(one, now)))
        names = [one.request.id for one in held]
        again = names.index(before.request.id) if before and before.request.id in names else 0
        self.list.setCurrentRow(again if held else -1)
        self._chosen()

    def _marked(self) -> Registered | None:
        at = self.list.currentRow()
        return self._held[at] if 0 <= at < len(self._held) else None

    def _chosen(self) -> None:
        one = self._marked()
        self.reply.setEnabled(one is not None and not one.over)
        self.copy.setEnabled(one is not None and bool(one.request.person.id_number))
        self.until.setEnabled(self.outcome.currentData() == "extended")

    # -------------------------------------------------------------------------------------------- writing

    def _enter(self) -> None:
        desk, officer, wish = self._counter.desk, self._counter.officer, str(self.wish.currentData())
        person = Person(
            self.name.text(), id_number=self.number.text().strip(), phone=self.phone.text().strip()
        )
        words = self.words.text()

        def job() -> Outcome[Any]:
            from desk_app.operations.subjects import ask_for

            return ask_for(desk, person, wish, words, officer)

        def done(request: Any) -> None:
            for field in (self.name, self.number, self.phone, self.words):
                field.clear()
            self.wrong.say("")
            until = f"{request.answer_by:%H:%M %d/%m/%Y}"
            self._say(tr("✓ Đã ghi {0}, trả lời trước {1}.").format(request.id, until), "done")
            self._read()

        self._counter.lanes.write(job, done, self._not_entered)

    def _not_entered(self, trouble: DeskError) -> None:
        self.wrong.say(" ".join(one.message for one in trouble.mistakes) or trouble.sentence)
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reply(self) -> None:
        one, desk, officer = self._marked(), self._counter.desk, self._counter.officer
        if one is None:
            return
        name, outcome, reason = one.request.id, str(self.outcome.currentData()), self.reason.text()
        until = date_typed(self.until.text()) if outcome == "extended" else None

        def job() -> Outcome[Any]:
            from desk_app.operations.subjects import answer_to

            return answer_to(desk, name, outcome, reason, officer, until)

        def done(_held: Any) -> None:
            self.reason.clear()
            self.until.clear()
            self._say(tr("✓ Đã ghi trả lời {0}.").format(name), "done")
            self._read()

        self._counter.lanes.write(job, done, self._failed)

    def _ask_where(self) -> None:
        one = self._marked()
        if one is not None:
            ask_where_to_save(self, tr("Bản sao dữ liệu"), f"{one.request.id}.pdf", _KINDS, self.save_copy)

    def save_copy(self, path: str) -> None:
        """Writes what is held about the person of the marked request: PDF, or JSON by its ending."""
        one, desk = self._marked(), self._counter.desk
        if one is None:
            return
        number = one.request.person.id_number

        def job() -> int:
            from desk_app.operations import person_copy as copies
            from desk_app.store.store import write_atomically

            made, unit = copies.person_copy(desk, copies.Wanted(number)), desk.settings.unit_name
            make = copies.as_json if path.lower().endswith(".json") else copies.as_paper
            write_atomically(Path(path), make(made, unit))
            return len(made.parts)

        def done(count: int) -> None:
            self._say(tr("✓ Đã lưu bản sao: {0} hồ sơ.").format(count), "done")

        self._counter.lanes.paper(job, done, self._failed)

    def _failed(self, trouble: DeskError) -> None:
        self._say(" ".join(one.message for one in trouble.mistakes) or trouble.sentence, "mistake")

    def _say(self, words: str, role: str) -> None:
        self.said.set_role(role)
        self.said.setText(words)


def _entry(one: Registered, now: datetime) -> str:
    request = one.request
    wish = told(WISHES).get(request.wish, request.wish)
    if one.due is None:
        given = told(OUTCOMES).get(one.answer.outcome, "") if one.answer else ""
        state = tr("✓ đã trả lời: {0}").format(given)
    elif one.late(now):
        state = tr("! quá hạn từ {0}").format(f"{one.due:%H:%M %d/%m/%Y}")
    else:
        state = tr("◷ trả lời trước {0}").format(f"{one.due:%H:%M %d/%m/%Y}")
    return f"{request.id} · {request.person.full_name}\n{wish} · {state}"


def _choice(name: str, words: dict[str, str]) -> ChoiceBox:
    box = ChoiceBox(name)
    for key, said in told(words).items():
        box.addItem(said, key)
    return box


def _line(name: str, example: str = "") -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    return field
