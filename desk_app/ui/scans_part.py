"""A dossier's scans: attached by a file's name, by dropping it here, or as the scanner wrote it last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QWidget

from desk_app.operations.outcome import Changes
from desk_app.ui.counter import Counter
from desk_app.ui.file_dialogs import ask_for_files, ask_for_folder
from desk_app.ui.pages_view import PagesView
from desk_app.ui.parts import GAP, Words, discard, link_button, plain_button, stacked
from desk_app.ui.tongue import mark, said, tr
from sync.model.words import clock, short_date

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.attaching import Attachment, PreparedScan

MOST_DROPPED = 20
PREVIEW_HEIGHT = 460
_A4_INCHES = 8.27
_KINDS = mark("Bản chụp (*.pdf *.jpg *.jpeg *.png *.tif *.tiff)")
_MARKS = {"sent": ("✓ ", "done"), "missing": ("! ", "mistake"), "damaged": ("! ", "mistake")}


class ScansPart(QFrame):
    """The card of scans of one dossier at a time (`of`). Files are read and made small in the paper lane."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("card")
        self.setAcceptDrops(True)
        self._counter = counter
        self._id = b""
        self._open = self._off = b""
        self._rows: list[QWidget] = []
        self._listed: tuple[bytes, list[Attachment]] | None = None
        self._waiting: list[Path] = []
        self.title = QLineEdit()
        self.title.setPlaceholderText(tr("Tên giấy tờ, ví dụ: Tờ khai; trống: tên tệp"))
        self.title.setAccessibleName(tr("Tên giấy tờ của bản chụp"))
        self.title.setMaxLength(200)
        self.pick = plain_button(tr("Đính &kèm tệp…"))
        self.pick.clicked.connect(self._pick)
        self.newest = plain_button(tr("Lấy tệp &mới quét"))
        self.newest.setAccessibleName(tr("Lấy tệp máy quét vừa ghi"))
        self.newest.setEnabled(False)  # until one is found
        self.newest.clicked.connect(self._take_newest)
        self.folder = link_button(tr("Thư mục máy quét…"))
        self.folder.clicked.connect(self._pick_folder)
        self.said = Words("", "quiet", wrap=True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Lý do gỡ, ví dụ: đính kèm nhầm hồ sơ"))
        self.reason.setAccessibleName(tr("Lý do gỡ bản chụp"))
        self.remove = plain_button(tr("Gỡ bản chụp này"))
        self.remove.clicked.connect(self._remove)
        self.pages = PagesView(tr("Bản chụp đang xem"))
        self.pages.setFixedHeight(PREVIEW_HEIGHT)
        self.shut = link_button(tr("Đóng bản chụp"))
        self.shut.clicked.connect(self._shut)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._lay_out()
        counter.lanes.changed.connect(self._changed)

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(GAP * 2, GAP + 4, GAP * 2, GAP * 2)
        self._grid.setHorizontalSpacing(GAP * 2)
        self._grid.setVerticalSpacing(GAP - 2)
        self._grid.setColumnMinimumWidth(0, 132)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(Words(tr("Bản chụp giấy tờ"), "heading"), 0, 0, 1, 2)
        self._grid.addWidget(self.title, 1, 0, 1, 2)
        self._grid.addWidget(stacked(_row(self.pick), _row(self.newest), _row(self.folder)), 2, 0, 1, 2)
        self._grid.addWidget(self.said, 3, 0, 1, 2)
        self._taking_off = _row(self.reason, self.remove, stretch=False)
        self._grid.addWidget(self._taking_off, 900, 0, 1, 2)
        self._grid.addWidget(self.pages, 901, 0, 1, 2)
        self._grid.addWidget(self.shut, 902, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)
        self._taking_off.hide()
        self._shut()

    def of(self, dossier: bytes) -> ScansPart:
        """Shows the scans of that dossier from now on."""
        if dossier != self._id:
            self._id = dossier
            self.title.clear()
            self._taking_off.hide()
            self._shut()
            self.say(tr("Hoặc kéo tệp vào đây: PDF, JPEG, PNG, TIFF."))
        self._read()
        self._look()
        return self

    def say(self, words: str, role: str = "quiet") -> None:
        """One line under the buttons."""
        self.said.set_role(role)
        self.said.setText(said(words))

    def _changed(self, changes: object) -> None:
        if self._id and (getattr(changes, "dossiers", False) or getattr(changes, "sync", False)):
            self._read()

    # -- the list -----------------------------------------------------------------------------------

    def _read(self) -> None:
        desk, dossier = self._counter.desk, self._id

        def read() -> tuple[bytes, list[Attachment]]:
            from desk_app.operations.attaching import attachments_of

            return dossier, attachments_of(desk, dossier)

        self._counter.lanes.read(read, self._put, topic="dossier-scans")

    def _put(self, found: tuple[bytes, list[Attachment]]) -> None:
        dossier, scans = found
        if dossier != self._id or found == self._listed:
            return  # another dossier by now; or the same rows, one of which may have the focus
        self._listed = found
        for row in self._rows:
            self._grid.removeWidget(row)
            discard(row)
        self._rows = []
        for at, one in enumerate(scans, start=4):
            label, words = self._words(one)
            for column, widget in enumerate((label, words)):
                self._grid.addWidget(widget, at, column, Qt.AlignmentFlag.AlignTop)
                self._rows.append(widget)

    def _words(self, one: Attachment) -> tuple[Words, QWidget]:
        from desk_app.operations.attaching import STATE_WORDS

        scan = one.scan
        mark, role = _MARKS.get(one.state, ("", "quiet"))
        state = tr("đang tải về") if one.wanted and one.state == "elsewhere" else STATE_WORDS[one.state]
        label = Words(f"{mark}{state}", role)
        kilobytes = -(-scan.file.size // 1024)
        pages = tr("{0} trang").format(scan.file.pages)
        facts = f"{pages} · {kilobytes} KB · {clock(scan.at)} {short_date(scan.at)}"
        text = "\n".join(
            filter(None, (scan.title or tr("(không tên)"), f"{facts} · {scan.officer.name}", one.problem))
        )
        look, off = link_button(tr("Xem")), link_button(tr("Gỡ…"))
        look.setAccessibleName(tr("Xem bản chụp {0}").format(scan.title))
        off.setAccessibleName(tr("Gỡ bản chụp {0}").format(scan.title))
        look.clicked.connect(lambda: self._look_at(scan.entry))
        off.clicked.connect(lambda: self._ask_reason(scan.entry, scan.title))
        words = Words(text, wrap=True)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(words, 1)
        row.addWidget(look, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(off, 0, Qt.AlignmentFlag.AlignTop)
        return label, box

    # -- attaching ----------------------------------------------------------------------------------

    def _pick(self) -> None:
        ask_for_files(
            self,
            tr("Chọn bản chụp"),
            tr(_KINDS),
            lambda paths: self.attach([Path(path) for path in paths]),
        )

    def attach(self, paths: list[Path]) -> None:
        """Attaches files one after the other; each is said when it is durable."""
        self._waiting += paths[:MOST_DROPPED]
        self._next()

    def _next(self) -> None:
        if not self._waiting or not self._id:
            return
        path = self._waiting.pop(0)
        desk, dossier, officer = self._counter.desk, self._id, self._counter.officer
        title = self.title.text().strip() or path.stem
        self.say(tr("Đang đọc {0}…").format(path.name))

        def prepare() -> PreparedScan:
            from desk_app.operations.attaching import prepare_file

            return prepare_file(desk, path)

        def attach(prepared: PreparedScan) -> None:
            from desk_app.operations.attaching import attach_prepared

            self._counter.lanes.write(
                lambda: attach_prepared(desk, dossier, prepared, title, officer), self._attached, self._failed
            )

        self._counter.lanes.paper(prepare, attach, self._failed)

    def _attached(self, one: Attachment) -> None:
        self.say(tr("✓ Đã đính kèm “{0}”, {1} trang.").format(one.scan.title, one.scan.file.pages), "done")
        self.title.clear()
        self._next()

    def _failed(self, trouble: DeskError) -> None:
        self.say(trouble.sentence, "mistake")
        self._next()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.attach(paths)

    # -- the scanner's folder -----------------------------------------------------------------------

    def _look(self) -> None:
        """Looks for what the scanner wrote last; the button then names it."""
        desk = self._counter.desk

        def read() -> tuple[str, Path | None]:
            from desk_app.operations.attaching import newest_scan
            from desk_app.operations.scan_settings import scan_settings

            return scan_settings(desk).folder, newest_scan(desk)

        self._counter.lanes.read(
            read, self._put_newest, lambda _trouble: self._put_newest(("", None)), topic="newest-scan"
        )

    def _put_newest(self, found: tuple[str, Path | None]) -> None:
        folder, path = found
        if folder and folder not in self._watcher.directories() and self._watcher.addPath(folder):
            self._look()  # for what came between the look and the watch
        self.newest.setEnabled(path is not None)
        self.newest.setText(
            tr("Lấy tệp &mới quét: {0}").format(_short(path.name)) if path else tr("Lấy tệp &mới quét")
        )

    def _take_newest(self) -> None:
        desk = self._counter.desk

        def read() -> Path | None:
            from desk_app.operations.attaching import newest_scan

            return newest_scan(desk)

        def take(path: Path | None) -> None:
            if path is None:
                self.say(tr("Thư mục máy quét chưa có tệp nào."), "caution")
            else:
                self.attach([path])

        self._counter.lanes.read(read, take, self._failed, topic="take-newest")

    def _pick_folder(self) -> None:
        ask_for_folder(self, tr("Chọn thư mục máy quét ghi tệp vào"), self._set_folder)

    def _set_folder(self, folder: str) -> None:
        desk = self._counter.desk
        from desk_app.operations.scan_settings import set_scans

        self._counter.lanes.write(
            lambda: set_scans(desk, folder=folder), lambda _settings: self._look(), self._failed
        )

    # -- looking, and taking off ----------------------------------------------------------------------

    def _look_at(self, entry: bytes) -> None:
        desk, dossier, room = self._counter.desk, self._id, self.pages.room(None)
        self._open = entry
        self.pages.put((), tr("Đang mở bản chụp…"))
        self.pages.show()
        self.shut.show()

        def draw() -> tuple[QImage, ...]:
            from desk_app.operations.attaching import attachment_pages

            drawn = attachment_pages(desk, dossier, entry, room.dots(_A4_INCHES))
            pages = tuple(QImage.fromData(png) for png in drawn)
            for page in pages:
                page.setDevicePixelRatio(room.ratio)
            return pages

        def put(pages: tuple[QImage, ...]) -> None:
            if (dossier, entry) == (self._id, self._open):
                self.pages.put(pages)
                self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

        def failed(trouble: DeskError) -> None:
            self.pages.put((), trouble.sentence)
            # It was noted as wanted: what is announced brings a sync soon.
            self._counter.lanes.announce(Changes(dossiers=True))

        self._counter.lanes.paper(draw, put, failed, topic="scan-pages")

    def _shut(self) -> None:
        self._open = b""
        self.pages.put(())
        self.pages.hide()
        self.shut.hide()

    def _ask_reason(self, entry: bytes, title: str) -> None:
        self._off = entry
        self.remove.setAccessibleName(tr("Gỡ bản chụp {0}").format(title))
        self.reason.clear()
        self._taking_off.show()
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.say(tr("Gỡ “{0}” khỏi hồ sơ: ghi lý do rồi bấm “Gỡ bản chụp này”.").format(title))

    def _remove(self) -> None:
        from desk_app.operations.attaching import detach

        entry, reason = self._off, self.reason.text()
        desk, dossier, officer = self._counter.desk, self._id, self._counter.officer

        def done(_dossier: object) -> None:
            self._taking_off.hide()
            self._shut()
            self.say(tr("Đã gỡ; việc gỡ được ghi trong diễn biến."))

        self._counter.lanes.write(lambda: detach(desk, dossier, entry, reason, officer), done, self._failed)


def _row(*widgets: QWidget, stretch: bool = True) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(GAP)
    for widget in widgets:
        row.addWidget(widget, 0 if stretch or isinstance(widget, QPushButton) else 1)
    if stretch:
        row.addStretch(1)
    return box


def _short(name: str) -> str:
    """A file's name for a button, where ``&`` would mark a key."""
    short = name if len(name) <= 28 else f"{name[:16]}…{name[-10:]}"
    return short.replace("&", "&&")
