"""Turning accounts on, and one's own password: small forms of An toàn – Tài khoản."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt

from desk_app.ui.login_page import LEAST, LoginForm, in_a_row, login_line
from desk_app.ui.parts import Words, main_button
from desk_app.ui.password_line import PasswordLine
from desk_app.ui.settings_section import named
from desk_app.ui.tongue import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.outcome import Outcome
    from desk_app.ui.counter import Counter
    from sync.model.accounts import Account


class _Small(LoginForm):
    """A form inside a section: no margins of its own, its title a heading."""

    def __init__(self, counter: Counter, title: str, hint: str) -> None:
        super().__init__(title, hint)
        self._counter = counter
        self.setObjectName("")
        self.column.setContentsMargins(0, 0, 0, 0)
        self.title.set_role("heading")
        self.first, self.again = PasswordLine(tr("Mật khẩu mới")), PasswordLine(tr("Mật khẩu mới, lần nữa"))
        self.rule = Words(
            tr("Ít nhất {0} ký tự; một câu dễ nhớ, khó đoán là tốt nhất.").format(LEAST), "small", wrap=True
        )

    def _twice(self) -> str:
        """The new password where both lines say the same; empty, and said why, where they do not."""
        first, again = self.first.take(), self.again.take()
        if first and first == again:
            return first
        self.say(tr("Hai lần gõ khác nhau; gõ lại cả hai.") if first else tr("Chưa có mật khẩu mới."))
        self.first.line.setFocus(Qt.FocusReason.OtherFocusReason)
        return ""

    def _write(self, job: Callable[[], Outcome[Account]], done: Callable[[Any], None]) -> None:
        self._counter.lanes.write(job, done, self._refuse)

    def _refuse(self, trouble: DeskError) -> None:
        self.say(" ".join(one.message for one in trouble.mistakes) or trouble.sentence)


class TurnOn(_Small):
    """The first administrator of a unit that is still open."""

    def __init__(self, counter: Counter) -> None:
        super().__init__(
            counter,
            tr("Mỗi cán bộ một tài khoản"),
            tr(
                "Khi bật, quầy nào của đơn vị cũng phải đăng nhập: bản nháp là của riêng từng người, màn hình"
                " tự khóa, mỗi vai trò chỉ làm được việc của mình. Bạn là quản trị viên đầu tiên; các cán bộ"
                " khác của quầy này thành tài khoản tiếp nhận, bạn đặt mật khẩu tạm cho họ sau. Đã bật thì"
                " không tắt lại được."
            ),
        )
        self.login = login_line(tr("Tên đăng nhập"))
        self.login.setPlaceholderText(tr("ví dụ thu.tran"))
        self.button = main_button(tr("&Bật tài khoản"))
        self.put(
            named(tr("Tên đăng nhậ&p của {0}").format(counter.officer.name.replace("&", "&&")), self.login),
            self.login,
            named(tr("&Mật khẩu"), self.first.line),
            self.first,
            self.rule,
            named(tr("Gõ lại lần &nữa"), self.again.line),
            self.again,
            self.wrong,
            in_a_row(self.button),
        )
        self.column.addStretch(1)
        self.button.clicked.connect(self._turn_on)

    def begin(self) -> None:
        """The form came to the front."""
        self.login.setFocus(Qt.FocusReason.OtherFocusReason)

    def _turn_on(self) -> None:
        desk, name, login = self._counter.desk, self._counter.officer.name, self.login.text()
        password = self._twice()
        if not password:
            return

        def turn() -> Outcome[Account]:
            from desk_app.operations.accounts import first_administrator

            return first_administrator(desk, name, login, password)

        # What follows is the log-in page: the change is broadcast, and nobody is logged in.
        self._write(turn, lambda _account: self.say(tr("✓ Đã bật; mời đăng nhập."), "done"))


class OwnPassword(_Small):
    """Another password of one's own."""

    def __init__(self, counter: Counter) -> None:
        super().__init__(
            counter,
            tr("Mật khẩu của tôi"),
            tr("Đổi khi có người khác đã biết hoặc nhìn thấy mật khẩu của bạn."),
        )
        self.old = PasswordLine(tr("Mật khẩu đang dùng"))
        self.button = main_button(tr("Đổ&i mật khẩu"))
        self.put(
            named(tr("Mật khẩu đang &dùng"), self.old.line),
            self.old,
            named(tr("Mật khẩu &mới"), self.first.line),
            self.first,
            self.rule,
            named(tr("Gõ lại lần &nữa"), self.again.line),
            self.again,
            self.wrong,
            in_a_row(self.button),
        )
        self.column.addStretch(1)
        self.button.clicked.connect(self._change)

    def begin(self) -> None:
        """The form came to the front."""
        self.old.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self) -> None:
        desk, old, new = self._counter.desk, self.old.take(), self._twice()
        if not new:
            return

        def change() -> Outcome[Account]:
            from desk_app.operations.accounts import change_own_password

            return change_own_password(desk, old, new)

        self._write(change, lambda _account: self.say(tr("✓ Đã đổi mật khẩu."), "done"))
