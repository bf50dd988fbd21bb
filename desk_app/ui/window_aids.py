"""What the window keeps at hand on every page: the keys (F1), the manual (F1 twice), the palette (Ctrl+K)."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.domain.rights import QUEUE, READ
from desk_app.ui.key_map import KeyMap
from desk_app.ui.keys import Key, Keys, acts_of, declared
from desk_app.ui.palette import Entry, Palette
from desk_app.ui.tongue import mark, told, tr
from desk_app.ui.window import PAGES

if TYPE_CHECKING:
    from desk_app.operations.find import DossierRow
    from desk_app.ui.manual_pane import ManualPane
    from desk_app.ui.session import Session
    from desk_app.ui.window import MainWindow

RECENT = 8
LOCK = "F12"
"""Ctrl+L is taken on the pages of intake and search, and Ctrl+Shift by the input methods."""


class WindowAids(QObject):
    """Made after the first paint, for one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: tuple[QWidget | None, QWidget | None] = (None, None)
        self.map: KeyMap | None = None
        self.manual: ManualPane | None = None
        body = window.centralWidget()
        assert body is not None
        self.palette = Palette(body)
        self.palette.left.connect(self._focus_back)
        self.palette.typed.connect(self._look_up)
        self._focused: QWidget | None = None
        goes = [
            Key(key, title, lambda key=key: window.go(key), offered=False)  # type: ignore[misc]
            for key, title in told(PAGES).items()
        ]
        self.keys = Keys(
            window,
            mark("Cửa sổ"),
            *goes,
            Key("F1", mark("Phím của trang; lần nữa: hướng dẫn sử dụng"), self.help),
            Key("Ctrl+K", mark("Tìm việc, trang, hồ sơ, mục cài đặt"), self.open_palette, offered=False),
            Key("Ctrl+O", mark("Quét từ ảnh hoặc webcam"), window.open_strip),
            Key("F9", mark("Việc chính của trang đang mở"), window.receive, offered=False),
            Key(LOCK, mark("Khóa màn hình, đổi người"), window.lock_wanted.emit, offered=False),
        )

    # ---------------------------------------------------------------------------------------- keys and manual

    @property
    def page_key(self) -> str:
        """The key of the page that is, or was before one of these, in front; empty: none."""
        page = self._before[0] if self.showing else self._window.stack.currentWidget()
        return self._window.key_of(page)

    @property
    def showing(self) -> bool:
        """Whether the keys or the manual lie over the page."""
        return self._window.stack.currentWidget() in (self.map, self.manual) and self._before[0] is not None

    def help(self) -> None:
        """F1: the keys; again: the manual at this page; again: the page."""
        self.palette.put_away()
        front = self._window.stack.currentWidget()
        if self.map is not None and front is self.map:
            self.open_manual()
        elif self.manual is not None and front is self.manual:
            self.leave()
        else:
            self._open_map()

    def _open_map(self) -> None:
        page = self._window.stack.currentWidget()
        if self.map is None:
            self.map = KeyMap()
            self.map.left.connect(self.leave)
            self.map.manual_wanted.connect(self.open_manual)
            Keys(self.map, "", Key("Esc", mark("Trở lại trang"), self.leave), inside=True)
        groups = [] if page is None else [(tr(one.title), one.keys) for one in declared(page)]
        title = told(PAGES).get(self._window.key_of(page), "")
        self.map.put(title, groups, (tr(self.keys.title), self.keys.keys))
        self._show(self.map)

    def open_manual(self, chapter: str = "") -> None:
        """The manual, at the page one is on or at a chapter."""
        if self.manual is None:
            from desk_app.ui.manual_pane import ManualPane

            self.manual = ManualPane()
            self.manual.left.connect(self.leave)
            Keys(self.manual, "", Key("Esc", mark("Trở lại trang"), self.leave), inside=True)
        self.manual.open_at(chapter or self.page_key)
        self._show(self.manual)

    def _show(self, pane: KeyMap | ManualPane) -> None:
        stack = self._window.stack
        if not self.showing:
            self._before = (stack.currentWidget(), QApplication.focusWidget())
        if stack.indexOf(pane) < 0:
            stack.addWidget(pane)
        stack.setCurrentWidget(pane)
        pane.begin()

    def leave(self) -> None:
        """The page as it was, the focus where it was."""
        page, focus = self._before
        self._before = (None, None)
        if page is not None and self._window.stack.indexOf(page) >= 0:
            self._window.stack.setCurrentWidget(page)
            if focus is not None and page.isAncestorOf(focus):
                focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """The pages are made anew, perhaps in another language."""
        self._before = (None, None)
        self._focused = None
        self.palette.put_away()
        self.palette.forget()
        self.palette.retitle()
        for pane in (self.map, self.manual):
            if pane is not None:
                self._window.stack.removeWidget(pane)
                pane.deleteLater()
        self.map = self.manual = None

    # -------------------------------------------------------------------------------------------- the palette

    def open_palette(self) -> None:
        """Ctrl+K: pages, acts of the page in front, recent dossiers, sections, the queue, the sync."""
        if self.palette.isVisible():
            self.palette.put_away()
            return
        if self._window.session is None or not self._window.rail.isEnabled():
            return
        if self.showing:
            self.leave()
        self._focused = QApplication.focusWidget()
        self.palette.open(self._entries())

    def _focus_back(self) -> None:
        if self._focused is not None and self._focused.isVisible():
            self._focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._focused = None

    def _entries(self) -> list[Entry]:
        window, session = self._window, self._window.session
        assert session is not None
        page = window.stack.currentWidget()
        entries = [] if page is None else [Entry(a.words, "", a.keys, a.do) for a in acts_of(page)]
        for key, title in told(PAGES).items():
            if not window.rail.buttons[key].isEnabled():
                continue
            entries.append(Entry(title, tr("trang"), key, lambda key=key: window.go(key)))  # type: ignore[misc]
        if QUEUE in session.counter.rights:
            entries.append(Entry(tr("Gọi số tiếp"), tr("hàng chờ"), "", session.call_next))
        entries.append(Entry(tr("Đồng bộ ngay"), tr("đồng bộ"), "", session.sync_now))
        if session.counter.owner:
            lock = tr("Khóa màn hình, đổi người")
            entries.append(Entry(lock, tr("tài khoản"), LOCK, window.lock_wanted.emit))
        entries += _sections(session)
        entries.append(Entry(tr("Phím của trang này"), tr("trợ giúp"), "F1", self.help))
        entries.append(Entry(tr("Hướng dẫn sử dụng"), tr("trợ giúp"), "F1 F1", self.open_manual))
        entries.append(Entry(tr("Quét từ ảnh hoặc webcam"), "", "Ctrl+O", window.open_strip))
        return entries

    def _look_up(self, text: str) -> None:
        session = self._window.session
        if session is None or READ not in session.counter.rights:
            return
        desk = session.counter.desk

        def look() -> list[DossierRow]:
            from desk_app.operations.find import find

            return find(desk, text, RECENT)

        session.counter.lanes.read(look, lambda rows: self._found(rows, text), topic="palette")

    def _found(self, rows: list[DossierRow], text: str) -> None:
        session = self._window.session
        if session is not None:
            self.palette.add(
                [
                    Entry(
                        f"{row.number}  {row.owner}",
                        tr("hồ sơ"),
                        "",
                        lambda row=row: session.open_dossier(row.id),  # type: ignore[misc]
                    )
                    for row in rows
                ],
                text,
            )


def _sections(session: Session) -> list[Entry]:
    """The sections of the settings and of safety that the officer's rights open."""
    from desk_app.ui import safety_page, settings_page

    pages = {"F10": (settings_page.SECTIONS, tr("cài đặt")), "F11": (safety_page.SECTIONS, tr("an toàn"))}
    return [
        Entry(tr(one.title), kind, "", partial(session.open_section, one.title, key))
        for key, (sections, kind) in pages.items()
        for one in sections
        if not one.needs.isdisjoint(session.counter.rights)
    ]
