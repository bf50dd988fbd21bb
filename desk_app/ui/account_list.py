"""The unit's accounts in Cài đặt: who there is, adding, changing, setting aside, a new temporary password."""

from __future__ import annotations

from base64 import b32encode
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import ACCOUNTS, RESET, SETTINGS
from desk_app.operations.accounts import accounts, add_account, change_account, set_password
from desk_app.operations.idle_lock import LEAST, MOST, lock_minutes, set_lock_minutes
from desk_app.ui.fields import CountBox, MistakeLine
from desk_app.ui.login_page import login_line
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.role_words import ROLE_WORDS, roles_said
from desk_app.ui.settings_section import named, scrolled, takes_the_rest
from desk_app.ui.tongue import tr
from sync.model.accounts import ROLES

if TYPE_CHECKING:
    from collections.abc import Callable

    from desk_app.operations.desk import Desk
    from desk_app.operations.outcome import Outcome
    from desk_app.ui.counter import Counter
    from sync.model.accounts import Account

_TEMPORARY_BYTES: Final = 10


@dataclass(frozen=True, slots=True)
class _Seen:
    accounts: tuple[Account, ...]
    minutes: int


class AccountList(QWidget):
    """The list on the left, the chosen account and what may be done with it on the right."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._known: tuple[Account, ...] = ()
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName(tr("Tài khoản của đơn vị"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.name, self.login = QLineEdit(), login_line(tr("Tên đăng nhập"))
        self.name.setAccessibleName(tr("Họ tên cán bộ"))
        self.login.setPlaceholderText(tr("ví dụ thu.tran"))
        self.roles = {role: QCheckBox(tr(words)) for role, words in ROLE_WORDS.items()}
        self.wrong = MistakeLine()
        self.new = plain_button(tr("Tài khoản mớ&i"))
        self.keep = plain_button(tr("&Lưu"))
        self.keep.setAccessibleName(tr("Lưu tài khoản"))
        self.aside = plain_button(tr("&Ngừng dùng"))
        self.reset = plain_button(tr("Đặt mật khẩu &tạm"))
        self.given = Words("", "done", wrap=True)
        self.given.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.given.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.minutes = CountBox(tr("Số phút không dùng thì tự khóa"), LEAST, MOST)
        self.keep_minutes = plain_button(tr("Lưu &số phút"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(GAP)
        left.addWidget(named(tr("Tài khoản &của đơn vị"), self.list, "heading"))
        left.addWidget(self.list, 1)
        takes_the_rest(self.list, 160)
        left.addWidget(self.new, 0, Qt.AlignmentFlag.AlignLeft)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        for widget in (
            named(tr("Tự &khóa sau"), self.minutes),
            self.minutes,
            Words(tr("phút"), "quiet"),
            self.keep_minutes,
        ):
            line.addWidget(widget)
        line.addStretch(1)
        left.addLayout(line)
        for label, control in ((tr("&Họ và tên"), self.name), (tr("Tên đăng nhậ&p"), self.login)):
            right.addWidget(named(label, control))
            right.addWidget(control)
        right.addWidget(Words(tr("Vai trò (có thể nhiều)"), "quiet"))
        grid = QGridLayout()
        grid.setSpacing(4)
        for at, box in enumerate(self.roles.values()):
            grid.addWidget(box, at // 2, at % 2)
        right.addLayout(grid)
        right.addWidget(self.wrong)
        for pair in ((self.keep, self.aside), (self.reset,)):
            buttons = QHBoxLayout()
            buttons.setSpacing(GAP)
            for button in pair:
                buttons.addWidget(button)
            buttons.addStretch(1)
            right.addLayout(buttons)
        right.addWidget(self.given)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(GAP * 3)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(both))

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(self._chosen_changed)
        self.new.clicked.connect(self._begin_new)
        self.keep.clicked.connect(self._keep)
        self.reset.clicked.connect(self._reset)
        self.aside.clicked.connect(self._turn)
        self.keep_minutes.clicked.connect(self._keep_minutes)

    def begin(self) -> None:
        """The list came to the front."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self.read()

    def leave(self) -> None:
        """Nobody needs to see a password again that was given."""
        self.given.setText("")

    def read(self) -> None:
        """Reads the accounts again; what is chosen stays chosen."""
        desk = self._counter.desk
        self._counter.lanes.read(lambda: _seen(desk), self._put, topic="account-list")

    def _put(self, seen: _Seen) -> None:
        chosen = self._chosen.id if self._chosen else ""
        self._known = seen.accounts
        self.minutes.setValue(seen.minutes)
        self.list.blockSignals(True)
        self.list.clear()
        for one in seen.accounts:
            self.list.addItem(QListWidgetItem(_line(one)))
        self.list.blockSignals(False)
        at = next((at for at, one in enumerate(seen.accounts) if one.id == chosen), 0)
        self.list.setCurrentRow(at)
        self._chosen_changed()

    @property
    def _chosen(self) -> Account | None:
        at = self.list.currentRow()
        return self._known[at] if 0 <= at < len(self._known) else None

    def _chosen_changed(self, *_row: object) -> None:
        one, rights = self._chosen, self._counter.rights
        administrates = ACCOUNTS in rights
        self.wrong.say("")
        self.name.setText(one.name if one else "")
        self.login.setText(one.login if one else "")
        self.login.setReadOnly(one is not None)
        for role, box in self.roles.items():
            box.setChecked(role in one.roles if one else role == ROLES[0])
        for widget in (self.name, self.login, *self.roles.values(), self.keep, self.new):
            widget.setEnabled(administrates)
        self.aside.setText(tr("&Ngừng dùng") if one is None or one.active else tr("&Mở lại"))
        self.aside.setAccessibleName(self.aside.text().replace("&", ""))
        self.aside.setEnabled(administrates and one is not None)
        self.reset.setEnabled(one is not None and RESET in rights and one.id != self._counter.owner)
        for widget in (self.minutes, self.keep_minutes):
            widget.setEnabled(SETTINGS in rights)

    def _begin_new(self) -> None:
        self.list.setCurrentRow(-1)
        self.given.setText("")
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------------------------------- what is done

    def _keep(self) -> None:
        desk, by, one = self._counter.desk, self._counter.officer, self._chosen
        name, login = self.name.text(), self.login.text()
        roles = [role for role, box in self.roles.items() if box.isChecked()]
        if one is not None:
            identity = one.id
            self._write(
                lambda: change_account(desk, identity, by=by, name=name, roles=roles),
                lambda _account: self._say(tr("✓ Đã lưu, có hiệu lực ngay ở máy này.")),
            )
            return
        password = temporary(desk)
        self._write(
            lambda: add_account(desk, name, login, roles, password, by),
            lambda made: self._hand_out(made, password),
        )

    def _reset(self) -> None:
        desk, by, one = self._counter.desk, self._counter.officer, self._chosen
        if one is not None:
            identity, password = one.id, temporary(desk)
            self._write(
                lambda: set_password(desk, identity, password, by),
                lambda made: self._hand_out(made, password),
            )

    def _turn(self) -> None:
        desk, by, one = self._counter.desk, self._counter.officer, self._chosen
        if one is not None:
            identity, active = one.id, not one.active
            words = tr("✓ Đã mở lại.") if active else tr("✓ Đã ngừng; máy khác biết sau lần đồng bộ tới.")
            self._write(
                lambda: change_account(desk, identity, by=by, active=active),
                lambda _account: self._say(words),
            )

    def _keep_minutes(self) -> None:
        desk, by, minutes = self._counter.desk, self._counter.officer, self.minutes.value()
        self._write(
            lambda: set_lock_minutes(desk, minutes, by),
            lambda _none: self._say(tr("✓ Đã lưu cho các quầy của đơn vị.")),
        )

    def _hand_out(self, account: Account, password: str) -> None:
        words = tr("✓ Mật khẩu tạm của {0} ({1}):\n{2}\nĐưa cho người ấy; lần đăng nhập tới phải đổi.")
        self._say(words.format(account.name, account.login, password))

    def _say(self, words: str) -> None:
        self.wrong.say("")
        self.given.setText(words)
        self.read()

    def _write(self, job: Callable[[], Outcome[Any]], done: Callable[[Any], None]) -> None:
        self._counter.lanes.write(job, done, self._refuse)

    def _refuse(self, trouble: DeskError) -> None:
        self.given.setText("")
        self.wrong.say(" ".join(one.message for one in trouble.mistakes) or trouble.sentence)


def temporary(desk: Desk) -> str:
    """A password of 80 random bits that can be read out: ``abcd-efgh-ijkl-mnop``."""
    letters = b32encode(desk.entropy(_TEMPORARY_BYTES)).decode("ascii").lower()
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def _seen(desk: Desk) -> _Seen:
    return _Seen(tuple(accounts(desk)), lock_minutes(desk))


def _line(one: Account) -> str:
    state = tr("đã ngừng") if not one.active else "" if one.usable else tr("chưa có mật khẩu")
    if one.usable and one.temporary:
        state = tr("mật khẩu tạm")
    whole = roles_said(one.roles)
    return f"{one.name} · {one.login}\n" + " · ".join(filter(None, (whole, state)))
