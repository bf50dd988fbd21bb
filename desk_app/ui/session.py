"""One officer's session at an opened desk: makes the pages, hears scans."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desk_app.devices.wedge import WedgeFilter
from desk_app.domain.mistakes import DeskError
from desk_app.domain.scanner_settings import ScannerSettings
from desk_app.domain.scans import ScanRefused, looks_like_scan, read_scan
from desk_app.operations.outcome import Changes
from desk_app.operations.scanners import scanner_settings
from desk_app.ui.counter import Counter
from desk_app.ui.picture_drop import PictureDrop
from desk_app.ui.scan_box import ScanBox
from desk_app.ui.scan_strip import ScanStrip
from desk_app.ui.status_line import StatusLine
from desk_app.ui.tongue import said
from sync.model.moment import day_of

if TYPE_CHECKING:
    from desk_app.background.sync_worker import SyncWorker
    from desk_app.ui.public_display import PublicDisplay
    from desk_app.ui.sync_teller import SyncTeller

PAGE_MODULES: Final = tuple(
    f"desk_app.ui.{page}"
    for page in (
        *("find_page", "today_page", "return_page", "public_page", "sync_page", "settings_page"),
        *("report_page", "safety_page"),
    )
)
"""What `Session.make_page` imports beside the first page, those that are gone to most first."""


class Session(QObject):
    """Between the pages and what they share. `wants_page` carries the key of the page a scan leads to.

    `public` and `teller` are the desk's: they stay when the officer leaves.
    """

    wants_page = Signal(str)

    def __init__(
        self,
        counter: Counter,
        status: StatusLine,
        worker: SyncWorker | None,
        teller: SyncTeller,
        public: PublicDisplay,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.counter = counter
        self._status = status
        self._worker = worker
        self.teller, self.public = teller, public
        self._pages: dict[str, Any] = {}
        self._scanner_settings = ScannerSettings()
        self.wedge = WedgeFilter(looks_like_scan, parent=self)
        self.wedge.scanned.connect(self._take_typed)
        self.drop = PictureDrop(self)
        self.strip = ScanStrip(counter.desk, counter.lanes)
        self.drop.dropped.connect(self.strip.take_picture)
        self.strip.scanned.connect(self.take_scan)
        counter.scanners.scanned.connect(self._take_from_port)
        counter.scanners.told.connect(status.say_scanner)
        self._window = self._hear(status.window())
        counter.lanes.changed.connect(self._changed)
        counter.lanes.failed.connect(self._failed)
        status.printer.clicked.connect(self._show_troubled)
        teller.told.connect(self._tell_page)
        status.say_officer(counter.officer.name, counter.desk.settings.unit_name, locks=bool(counter.owner))
        self._read_scanners()
        teller.refresh()

    @property
    def system_window(self) -> QWindow:
        """What the system knows the window by that this session is in."""
        return self._window

    def end(self) -> None:
        """The officer leaves: nothing of this session listens any more."""
        application = QApplication.instance()
        if isinstance(application, QApplication):
            self.wedge.deafen(application)
        if isValid(self._window):
            self._window.removeEventFilter(self.drop)
        self.strip.end()
        self.counter.scanners.scanned.disconnect(self._take_from_port)
        self.counter.scanners.told.disconnect(self._status.say_scanner)
        self.counter.lanes.changed.disconnect(self._changed)
        self.counter.lanes.failed.disconnect(self._failed)
        self._status.printer.clicked.disconnect(self._show_troubled)
        self.teller.told.disconnect(self._tell_page)

    def keep_draft(self) -> None:
        """Saves what stands on the intake page, at once."""
        page = self._pages.get("F2")
        if page is not None:
            page.save_draft()

    def make_page(self, key: str) -> QWidget:
        """The page of a key; each is imported when first wanted."""
        page: QWidget
        if key == "F2":
            from desk_app.ui.intake_page import IntakePage

            page = IntakePage(self.counter)
            page.dossier_wanted.connect(self.open_dossier)
        elif key == "F3":
            from desk_app.ui.find_page import FindPage

            page = FindPage(self.counter)
            page.return_wanted.connect(self.return_dossier)
        elif key == "F4":
            from desk_app.ui.return_page import ReturnPage

            page = ReturnPage(self.counter, self.public)
            page.dossier_wanted.connect(self.open_dossier)
        elif key == "F5":
            from desk_app.ui.today_page import TodayPage

            page = TodayPage(self.counter, lambda: self.teller.hearing)
            page.dossier_wanted.connect(self.open_dossier)
            page.return_wanted.connect(self.return_dossier)
        elif key == "F6":
            from desk_app.ui.report_page import ReportPage

            page = ReportPage(self.counter)
            page.figure_wanted.connect(self.open_figure)
        elif key == "F7":
            from desk_app.ui.public_page import PublicPage

            public = PublicPage(self.counter, self.public)
            public.serving.connect(self._serve)
            page = public
        elif key == "F10":
            from desk_app.ui.settings_page import SettingsPage

            page = SettingsPage(self.counter)
        elif key == "F11":
            from desk_app.ui.safety_page import SafetyPage

            page = SafetyPage(self.counter)
        else:
            from desk_app.ui.sync_page import SyncPage

            sync_page = SyncPage(self.counter)
            if self._worker is not None:
                sync_page.wanted.connect(self._worker.request)
            page = sync_page
        self._pages[key] = page
        if key == "F8":
            self.teller.tell()
        return page

    # ------------------------------------------------------------------------------------------- the palette

    def call_next(self) -> None:
        """The next number of the queue, from whatever page."""
        self.wants_page.emit("F7")
        self._pages["F7"].queue.next.click()

    def sync_now(self) -> None:
        """An exchange with the center, where there is one."""
        self.wants_page.emit("F8")
        if self._worker is not None and self._pages["F8"].button.isEnabled():
            self._worker.request()

    def open_section(self, title: str, key: str = "F10") -> None:
        """A section of the settings, or of another page of sections, by its title as the code spells it."""
        self.wants_page.emit(key)
        self._pages[key].section(title)

    def _serve(self, words: str) -> None:
        """A number's turn has come: its intake begins."""
        self.wants_page.emit("F2")
        self._pages["F2"].say(words, "quiet")

    # ------------------------------------------------------------------------------------------- scanning

    def _hear(self, window: QWidget) -> QWindow:
        """Scans typed and pictures dropped in the window this session is in; what the system knows it by."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.wedge.listen(application, window)
        window.winId()  # from now on there is a window of the system's behind it
        handle = window.windowHandle()
        handle.installEventFilter(self.drop)
        return handle

    def _read_scanners(self) -> None:
        desk = self.counter.desk
        self.counter.lanes.read(lambda: scanner_settings(desk), self._set_scanners, topic="scanners")

    def _set_scanners(self, settings: ScannerSettings) -> None:
        """What the settings say of this desk's scanners holds from now on."""
        self._scanner_settings = settings
        self.wedge.configure(settings.prefix, settings.end)
        self.counter.scanners.put(settings.ports)

    def _take_typed(self, text: str) -> None:
        self.take_scan(text, corrected=self.wedge.corrected)

    def _take_from_port(self, text: str) -> None:
        """A scanner that is no keyboard: wherever the focus is, but for the box scanners are tried in."""
        box = QApplication.focusWidget()
        if isinstance(box, ScanBox):
            box.hear(text)
        else:
            self.take_scan(self._scanner_settings.body(text))

    def take_scan(self, text: str, *, corrected: bool = False) -> None:
        """Routes a scan by its content; what is refused is said where the officer looks.

        `corrected`: an input method took keys back while it was typed.
        """
        intake = self._pages.get("F2")
        if intake is not None and intake.take_number(text):
            return
        try:
            scan = read_scan(text, day_of(self.counter.clock()), corrected=corrected)
        except ScanRefused as refused:
            self._say(refused.title)
            return
        self.strip.put_away()
        returning = self._pages.get("F4")
        on_return = returning is not None and returning.isVisible()
        finding = self._pages.get("F3")
        if scan.card is not None:
            if finding is not None and finding.isVisible() and finding.take_card(scan.card):
                return
            key = "F4" if on_return else "F2"
            self.wants_page.emit(key)
            self._pages[key].take_card(scan.card)
        elif returning is not None and on_return:
            returning.open_scanned(text, corrected=corrected)
        else:
            self._open_where_it_is_wanted(text)

    def _open_where_it_is_wanted(self, text: str) -> None:
        """A slip whose result lies ready leads to the page it is returned on, any other to its dossier."""
        desk = self.counter.desk

        def look() -> tuple[Any, Any]:
            from desk_app.operations.collecting import collecting_scanned

            return collecting_scanned(desk, text)

        def seen(found: tuple[Any, Any]) -> None:
            key = "F4" if found[1] is not None and found[1].ready else "F3"
            self.wants_page.emit(key)
            self._pages[key].open_scanned(text)

        self.counter.lanes.read(look, seen, topic="scanned")

    def return_dossier(self, dossier: bytes) -> None:
        """Brings a result that is to be returned to the front."""
        self.wants_page.emit("F4")
        self._pages["F4"].open_dossier(dossier)

    def open_dossier(self, dossier: bytes) -> None:
        """Brings a dossier's page to the front."""
        self.wants_page.emit("F3")
        self._pages["F3"].open_dossier(dossier)

    def open_figure(self, behind: object, words: str) -> None:
        """Brings the dossiers that a figure of a report counts to the front."""
        self.wants_page.emit("F3")
        self._pages["F3"].search.clear()
        self._pages["F3"].filters.put_behind(behind, words)

    def _show_troubled(self) -> None:
        """The status line's print queue was clicked: the dossier whose paper wants a look."""
        if self.counter.paper.troubled:
            self.wants_page.emit("F3")
            self._pages["F3"].open_dossier(self.counter.paper.troubled)

    def _say(self, words: str) -> None:
        for key in ("F2", "F3", "F4", "F5"):
            page = self._pages.get(key)
            if page is not None and page.isVisible():
                (page.count.setText if key == "F3" else page.say)(said(words))
                return
        self.strip.say(words)

    def _failed(self, trouble: DeskError) -> None:
        self._say(trouble.sentence)

    def _changed(self, changes: Changes) -> None:
        if changes.settings:
            self._read_scanners()

    def _tell_page(self, state: object, offline: bool, running: bool) -> None:
        page = self._pages.get("F8")
        if page is not None:
            page.put(state, offline=offline, running=running)
