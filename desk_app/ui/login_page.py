"""Logging in: name and password; a new password where one is due."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.ui.fields import MistakeLine
from desk_app.ui.measures import sized
from desk_app.ui.parts import GAP, MARGIN, Words, link_button, main_button, plain_button
from desk_app.ui.password_line import PasswordLine
from desk_app.ui.settings_section import named
from desk_app.ui.tongue import said, tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError

_WIDTH: Final = 420
LEAST: Final = 10
"""Characters of a password, as the operations ask for them."""


class LoginForm(QWidget):
    """A title, lines to type in one under the other, what is wrong, the thing to do."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title, self.hint = Words(title, "title", wrap=True), Words(hint, "quiet", wrap=True)
        self.wrong = MistakeLine()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN * 2, MARGIN * 2, MARGIN * 2, MARGIN)
        self.column.setSpacing(GAP)
        self.column.addWidget(self.title)
        self.column.addWidget(self.hint)
        self.column.addSpacing(GAP)

    def put(self, *rows: QWidget | QLayout) -> None:
        """Adds rows as wide as a line of typing needs."""
        for row in rows:
            if isinstance(row, QWidget):
                row.setMaximumWidth(sized(_WIDTH))
                self.column.addWidget(row)
            else:
                self.column.addLayout(row)

    def say(self, words: str, role: str = "mistake") -> None:
        """What is wrong, or what else is to be known; empty: nothing."""
        self.wrong.say(words)
        if role != "mistake":
            self.wrong.set_role(role)
            self.wrong.setText(said(words))


def login_line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setAcceptDrops(False)
    line.setMaxLength(60)
    line.setInputMethodHints(
        Qt.InputMethodHint.ImhNoPredictiveText
        | Qt.InputMethodHint.ImhLowercaseOnly
        | Qt.InputMethodHint.ImhNoAutoUppercase
    )
    return line


def in_a_row(*buttons: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP * 2)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


class LoginPage(LoginForm):
    """`entered` carries log-in name and password, `forgotten` asks for help. `login`: who was here last."""

    entered = Signal(str, str)
    forgotten = Signal()

    def __init__(self, unit: str, *, login: str = "", locked: bool = False) -> None:
        super().__init__(
            tr("Đã khóa") if locked else tr("Đăng nhập"),
            tr("Đăng nhập lại để làm tiếp, hoặc người khác đăng nhập bằng tài khoản của mình.")
            if locked
            else unit,
        )
        self.login, self.password = login_line(tr("Tên đăng nhập")), PasswordLine(tr("Mật khẩu"))
        self.login.setText(login)
        self.enter = main_button(tr("Đăng &nhập"))
        self.help = link_button(tr("&Quên mật khẩu"))
        self.put(
            named(tr("&Tên đăng nhập"), self.login),
            self.login,
            named(tr("&Mật khẩu"), self.password.line),
            self.password,
            self.wrong,
            in_a_row(self.enter, self.help),
        )
        self.column.addStretch(1)
        self._waiting = 0
        self._busy = False
        self._second = QTimer(self)
        self._second.setInterval(1_000)
        self._second.timeout.connect(self._count)
        self.enter.clicked.connect(self._enter)
        self.login.returnPressed.connect(self._next)
        self.password.line.returnPressed.connect(self._enter)
        self.login.textEdited.connect(self._other_name)
        self.help.clicked.connect(self.forgotten)

    def begin(self) -> None:
        """The page came to the front."""
        first = self.password.line if self.login.text() else self.login
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def waiting(self) -> int:
        """Seconds until the next try is heard; 0: now."""
        return self._waiting

    def _next(self) -> None:
        self.password.line.setFocus(Qt.FocusReason.TabFocusReason)

    def _other_name(self) -> None:
        """The wait was another name's."""
        if self._waiting:
            self._put_waiting(0)

    def _enter(self) -> None:
        if self._busy or self._waiting:
            return
        login, password = self.login.text(), self.password.take()
        if not login.strip() or not password:
            self.say(tr("Nhập cả tên đăng nhập và mật khẩu."))
            (self.password.line if login.strip() else self.login).setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.set_busy(True)
        self.entered.emit(login, password)

    def set_busy(self, busy: bool) -> None:
        """While a password is looked at nothing else is taken."""
        self._busy = busy
        self.enter.setEnabled(not busy and not self._waiting)
        if busy:
            self.say(tr("Đang kiểm tra…"), "quiet")

    def refuse(self, trouble: DeskError) -> None:
        """Says why not; where it has to be waited, how long still."""
        self.set_busy(False)
        self.say(trouble.sentence)
        self._put_waiting(int(getattr(trouble, "wait_seconds", 0)))
        self.password.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_waiting(self, seconds: int) -> None:
        self._waiting = seconds
        self.enter.setEnabled(not seconds and not self._busy)
        if seconds:
            self._second.start()
            self._tell_waiting()
        else:
            self._second.stop()

    def _count(self) -> None:
        self._put_waiting(max(0, self._waiting - 1))
        if not self._waiting:
            self.say(tr("Nhập lại mật khẩu."), "quiet")

    def _tell_waiting(self) -> None:
        left = f"{self._waiting // 60}:{self._waiting % 60:02d}"
        self.say(tr("Nhập sai nhiều lần: thử lại sau {0} phút, hoặc bấm Quên mật khẩu.").format(left))


class NewPasswordPage(LoginForm):
    """A new password before anything else. `chosen` carries it, `left` gives up and logs out."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(
            tr("Đặt mật khẩu của riêng bạn"),
            tr("Chào {0}. Mật khẩu vừa dùng do người khác đặt; từ nay chỉ bạn biết mật khẩu mới.").format(
                name
            ),
        )
        self.first, self.again = PasswordLine(tr("Mật khẩu mới")), PasswordLine(tr("Mật khẩu mới, lần nữa"))
        self.keep = main_button(tr("&Đặt mật khẩu"))
        self.leave = plain_button(tr("T&hôi"))
        rule = tr("Ít nhất {0} ký tự; một câu dễ nhớ, khó đoán là tốt nhất.").format(LEAST)
        self.put(
            named(tr("&Mật khẩu mới"), self.first.line),
            self.first,
            Words(rule, "small", wrap=True),
            named(tr("Gõ lại lần &nữa"), self.again.line),
            self.again,
            self.wrong,
            in_a_row(self.keep, self.leave),
        )
        self.column.addStretch(1)
        self.keep.clicked.connect(self._keep)
        self.leave.clicked.connect(self.left)
        self.first.line.returnPressed.connect(lambda: self.again.line.setFocus(Qt.FocusReason.TabFocusReason))
        self.again.line.returnPressed.connect(self._keep)

    def begin(self) -> None:
        """The page came to the front."""
        self.first.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep(self) -> None:
        if not self.keep.isEnabled():
            return
        first, again = self.first.take(), self.again.take()
        if first != again or not first:
            self.say(tr("Hai lần gõ khác nhau; gõ lại cả hai.") if first else tr("Chưa có mật khẩu mới."))
            self.begin()
            return
        self.keep.setEnabled(False)
        self.chosen.emit(first)

    def refuse(self, trouble: DeskError) -> None:
        """Says why not."""
        self.keep.setEnabled(True)
        self.say(trouble.sentence)
        self.begin()
