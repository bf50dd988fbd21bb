"""One key each for what is folded away on the intake page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desk_app.ui.keys import Key, Keys
from desk_app.ui.tongue import mark, tr

if TYPE_CHECKING:
    from desk_app.ui.intake_page import IntakePage


class IntakeKeys(QObject):
    """The page's keys; `Esc` only while something lies over the form."""

    def __init__(self, page: IntakePage) -> None:
        super().__init__(page)
        self._page = page
        self.keys = Keys(
            page,
            mark("Tiếp nhận"),
            Key("F9", mark("Tiếp nhận và in phiếu; xác nhận khung đang mở")),
            Key("Shift+F9", mark("Tiếp nhận và trả kết quả ngay (thủ tục trả tại chỗ)"), self._at_once),
            Key("Ctrl+H", mark("Hướng dẫn của thủ tục đã chọn"), self._guide),
            Key("Ctrl+N", mark("Thêm hồ sơ nữa cho cùng người nộp"), self._another),
            Key("Ctrl+B", mark("Cất bản nháp, chờ người dân quay lại"), self._put_away),
            Key("Ctrl+R", mark("Từ chối tiếp nhận, in Mẫu 03; xem và in lại phiếu hôm nay"), self._refuse),
            Key("Ctrl+D", mark("Các bản nháp đang chờ"), page.waiting.show_list),
            Key("Ctrl+I", mark("Nhập nhiều hồ sơ từ bảng"), self._table),
            Key("Ctrl+L", mark("Hồ sơ đến qua bưu chính hoặc cổng quốc gia"), self._channel),
            Key("Ctrl+T", mark("Thu phí, lệ phí"), self._ask_money),
            Key("Ctrl+G", mark("Mở hồ sơ trùng việc đã có"), self._open_alike),
            Key("Ctrl+P", mark("In khung đang mở (hướng dẫn, danh sách)"), self._print_front),
            Key("Esc", mark("Đóng khung, về hồ sơ đang nhập"), self.leave_pane, offered=False),
        )
        self._escape = self.keys.shortcuts["Esc"]
        self._escape.setEnabled(False)
        page.form.procedure.guide_wanted.connect(self._guide)
        page.form.open_alike.clicked.connect(self._open_alike)
        page.from_table.clicked.connect(self._table)
        page.panes.turned.connect(self._turned)

    def _turned(self) -> None:
        page = self._page
        on_form = page.panes.on_form
        self._escape.setEnabled(not on_form)
        page.button.setVisible(on_form)
        page.at_once.setVisible(on_form and page.form.several.all_at_once)
        page.fold_side()
        if on_form:
            page.form.begin()
        elif not page.panes.paying:
            page.say("")

    def leave_pane(self) -> None:
        """The form again; a code not paid by is paid later."""
        if self._page.panes.paying:
            self._page.money.later()
        else:
            self._page.panes.back()

    def _on_form(self) -> bool:
        return self._page.panes.on_form

    def _another(self) -> None:
        if self._on_form():
            self._page.form.several.another()

    def _put_away(self) -> None:
        if self._on_form():
            self._page.waiting.put_away()

    def _refuse(self) -> None:
        if self._on_form():
            self._page.refusing.open()

    def _channel(self) -> None:
        if self._on_form():
            self._page.form.unfold_channel()

    def _table(self) -> None:
        self._page.panes.table()

    def _at_once(self) -> None:
        self._page.receive(and_return=True)

    def _guide(self) -> None:
        procedure = self._page.form.procedure.procedure
        if procedure is None:
            self._page.say(tr("Chọn thủ tục trước, rồi bấm Ctrl+H để xem hướng dẫn."))
            return
        self._page.panes.guide(procedure, self._page.form.procedure.case_code)

    def _print_front(self) -> None:
        if not self._on_form() and hasattr(self._page.panes.front, "print_it"):
            self._page.panes.front.print_it()

    def _ask_money(self) -> None:
        if self._page.look.fee and self._on_form():
            self._page.form.unfold_pay()
        elif self._on_form():
            self._page.say(tr("Chưa có khoản nào phải thu."))

    def _open_alike(self) -> None:
        if self._page.look.alike:
            self._page.dossier_wanted.emit(self._page.look.alike[0].dossier)
