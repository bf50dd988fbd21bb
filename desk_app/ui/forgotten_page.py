"""A forgotten password, without any network: a second person, or the center's code read out by telephone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.background.seat_lanes import SeatLanes
from desk_app.ui.login_page import LEAST, LoginForm, in_a_row, login_line
from desk_app.ui.measures import sized
from desk_app.ui.parts import GAP, Words, main_button, plain_button
from desk_app.ui.password_line import PasswordLine
from desk_app.ui.settings_section import named, scrolled
from desk_app.ui.tongue import mark, told, tr

if TYPE_CHECKING:
    from desk_app.background.lanes import Lanes
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.desk import Desk
    from desk_app.operations.outcome import Outcome
    from sync.model.accounts import Account

_SECOND: Final = (
    mark(
        "Nhờ quản trị viên hoặc lãnh đạo của đơn vị đăng nhập ở bất kỳ quầy nào, mở An toàn – Tài khoản,"
        " chọn tên bạn rồi bấm Đặt mật khẩu tạm."
    ),
    mark("Đăng nhập bằng mật khẩu tạm ấy; chương trình hỏi ngay mật khẩu mới của riêng bạn."),
)
_CENTER: Final = mark(
    "Không có ai khác: lấy mã hỏi, gọi trung tâm và đọc mã ấy; họ đọc lại mã trả lời để bạn gõ vào đây."
)


class ForgottenPage(LoginForm):
    """`left` goes back to logging in, with the log-in name that got its new password (or was typed)."""

    left = Signal(str)

    def __init__(self, desk: Desk, lanes: Lanes, login: str) -> None:
        super().__init__(
            tr("Quên mật khẩu"),
            tr("Không ai đọc lại được mật khẩu cũ. Hồ sơ và bản nháp của bạn vẫn còn nguyên."),
        )
        self._desk, self._lanes = desk, SeatLanes(lanes, self)
        self.login, self.answer = login_line(tr("Tên đăng nhập")), QLineEdit()
        self.login.setText(login)
        self.answer.setAccessibleName(tr("Mã trả lời của trung tâm"))
        self.answer.setMaxLength(80)
        self.answer.setAcceptDrops(False)
        self.ask = plain_button(tr("&Lấy mã hỏi"))
        self.question = Words("", "strong", wrap=True)
        self.question.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.first, self.again = PasswordLine(tr("Mật khẩu mới")), PasswordLine(tr("Mật khẩu mới, lần nữa"))
        self.keep, self.back = main_button(tr("&Đặt mật khẩu")), plain_button(tr("T&rở lại"))
        body = LoginForm("", "")
        body.column.setContentsMargins(0, 0, 0, 0)
        body.title.hide()
        body.hint.hide()
        self._second(body)
        self._center(body)
        area = scrolled(body.column)
        self.column.addWidget(area, 1)
        self.column.addWidget(self.wrong)
        self.column.addLayout(in_a_row(self.keep, self.back))
        self._show_center(False)
        self.ask.clicked.connect(self._ask)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(lambda: self._leave(self.login.text()))
        self.again.line.returnPressed.connect(self._keep)

    def _second(self, body: LoginForm) -> None:
        body.column.addWidget(Words(tr("Nhờ người thứ hai"), "heading"))
        for step in told(_SECOND):
            words = Words(step, wrap=True)
            words.setMaximumWidth(sized(640))
            body.column.addWidget(words)
        body.column.addSpacing(GAP)

    def _center(self, body: LoginForm) -> None:
        body.column.addWidget(Words(tr("Gọi trung tâm"), "heading"))
        words = Words(tr(_CENTER), wrap=True)
        words.setMaximumWidth(sized(640))
        body.column.addWidget(words)
        rule = Words(tr("Ít nhất {0} ký tự; một câu dễ nhớ, khó đoán là tốt nhất.").format(LEAST), "small")
        self._asked: list[QWidget] = [
            self.question,
            named(tr("&Mã trả lời của trung tâm"), self.answer),
            self.answer,
            named(tr("Mật khẩu mớ&i"), self.first.line),
            self.first,
            rule,
            named(tr("Gõ lại lần &nữa"), self.again.line),
            self.again,
        ]
        body.put(named(tr("&Tên đăng nhập"), self.login), self.login, in_a_row(self.ask), *self._asked)
        body.column.addStretch(1)

    def _show_center(self, asked: bool) -> None:
        for widget in (*self._asked, self.keep):
            widget.setVisible(asked)

    def begin(self) -> None:
        """The page came to the front."""
        (self.ask if self.login.text() else self.login).setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask(self) -> None:
        desk, login = self._desk, self.login.text()
        if not login.strip():
            self.say(tr("Nhập tên đăng nhập trước."))
            self.login.setFocus(Qt.FocusReason.OtherFocusReason)
            return

        def ask() -> Outcome[str]:
            from desk_app.operations.account_code import ask_center

            return ask_center(desk, login)

        self._lanes.write(ask, self.show_question, self._refuse, topic="account-question")

    def show_question(self, question: str) -> None:
        """What to read out to the center, and where its answer is typed."""
        self.say("")
        self.question.setText(tr("Đọc cho trung tâm: {0}").format(question))
        self._show_center(True)
        self.answer.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        first, again = self.first.take(), self.again.take()
        if first != again or not first:
            self.say(tr("Hai lần gõ khác nhau; gõ lại cả hai.") if first else tr("Chưa có mật khẩu mới."))
            self.first.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        desk, login, code = self._desk, self.login.text(), self.answer.text()

        def keep() -> Outcome[Account]:
            from desk_app.operations.account_code import answer_center

            return answer_center(desk, login, code, first)

        self.keep.setEnabled(False)
        self._lanes.write(keep, lambda _account: self._leave(login), self._refuse)

    def _leave(self, login: str) -> None:
        self._lanes.end()
        self.left.emit(login)

    def _refuse(self, trouble: DeskError) -> None:
        self.keep.setEnabled(True)
        self.say(trouble.sentence)
