"""Puts the window together: a light frame first, the desk opened behind it, then an officer's session.

Whatever the frame does not need is imported after it was painted: that is most of the start's time.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QLockFile, QObject, QTimer

from desk_app.devices.network_watch import has_route
from desk_app.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desk_app.background.backups import Backups
    from desk_app.background.lanes import Lanes
    from desk_app.background.sweeping import Sweeping
    from desk_app.background.sync_worker import SyncWorker
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.desk import Desk
    from desk_app.operations.first_start import Answers
    from desk_app.operations.outcome import Outcome
    from desk_app.ui.first_start import FirstStart
    from desk_app.ui.seating import Seating, Sitters
    from desk_app.ui.session import Session
    from sync.model.dossier import Officer
    from sync.protocol.ports import Post

APPEARANCE: Final = "Giao diện"
"""The section of the settings that language and size of type are chosen in, as the code spells its title."""
LOCK_NAME: Final = "window.lock"
SCANNER_SECONDS: Final = 3.0
"""How often a scanner that is not there is looked for."""
WARM_AFTER_MS: Final = 1_000
"""After the first page came: time for what that page itself still reads."""
_ALREADY_OPEN: Final = (
    "Cửa sổ Một cửa của quầy này đang mở trên máy.",
    "Chuyển sang cửa sổ đang mở, hoặc đóng nó rồi thử lại.",
)


def now() -> datetime:
    """The machine's clock."""
    from datetime import datetime

    from sync.model.moment import VIETNAM

    return datetime.now(VIETNAM)


@dataclass(frozen=True, slots=True)
class Training:
    """The desk to practise at is wanted, begun anew where `reset`."""

    reset: bool = False


class Running(QObject):
    """A running window and what works behind it.

    Where it `warms`, the process is this window's alone: what other pages need is loaded behind the first.
    """

    def __init__(
        self,
        data: Path,
        *,
        clock: Callable[[], datetime] = now,
        post: Post | None = None,
        online: Callable[[], bool] = has_route,
        print_page: Callable[[bytes, str], str] | None = None,
        scanner_retry: float = SCANNER_SECONDS,
        training: Training | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._data, self._clock, self._post, self._online = data, clock, post, online
        self._training = training
        self.warms = False
        self._first: FirstStart | None = None
        self._print_page, self._scanner_retry = print_page, scanner_retry
        self._lock: QLockFile | None = None
        self.desk: Desk | None = None
        self.seating: Seating | None = None
        self.worker: SyncWorker | None = None
        self.backups: Backups | None = None
        self._lanes: Lanes | None = None
        self._sweeping: Sweeping | None = None
        self.window = MainWindow(clock)
        self.window.painted.connect(self.open)
        self.window.closing.connect(self.close)

    @property
    def first(self) -> FirstStart | None:
        """The questions of the first start, while they are asked."""
        return self._first

    @property
    def session(self) -> Session | None:
        """The session of whoever sits at the desk."""
        return self.seating.session if self.seating is not None else None

    @property
    def lanes(self) -> Lanes:
        """The lanes; made when first asked for, which is after the first paint."""
        if self._lanes is None:
            from desk_app.background.lanes import Lanes
            from desk_app.background.sweeping import Sweeping
            from desk_app.ui.bindings import settle_bindings
            from desk_app.ui.tongue import said_trouble

            settle_bindings()
            self._lanes = Lanes(self, said_trouble)
            self._sweeping = Sweeping(self)
        return self._lanes

    # ------------------------------------------------------------------------------------------- opening

    def open(self, key: bytes | None = None) -> None:
        """Opens the desk, and its modules, in the writer lane; `key`: one that somebody gave."""
        self.lanes.write(lambda: self._open(key), self._opened, self._not_opened)

    def _open(self, key: bytes | None) -> Outcome[tuple[Desk, Sitters] | Answers]:
        from desk_app.operations.desk import open_desk
        from desk_app.operations.key_wraps import put_right
        from desk_app.operations.outcome import Outcome

        if self._training is not None:
            desk = self._open_training(self._training)
        else:
            from desk_app.operations.first_start import is_first_start, read_answers

            self._take_lock()
            if is_first_start(self._data):
                import desk_app.ui.first_start

                return Outcome(read_answers(self._data))
            desk = open_desk(self._data, self._clock, key)
            if key is not None:
                put_right(desk)
        import desk_app.ui.intake_page  # noqa: F401 - loaded here, so that the window's thread need not
        from desk_app.ui.seating import sitters

        return Outcome((desk, sitters(desk)))

    def _open_training(self, training: Training) -> Desk:
        """The desk to practise at; the real one's folder is not opened."""
        from desk_app.operations.training import open_training, reset_training, training_folder

        real, self._data = self._data, training_folder(self._data)
        self._take_lock()
        if training.reset:
            reset_training(real, (LOCK_NAME,))
            self._training = Training()
        return open_training(real, self._clock)

    def _take_lock(self) -> None:
        if self._lock is not None:
            return
        try:
            self._data.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            from desk_app.domain.mistakes import DeskError

            raise DeskError("Không tạo được thư mục dữ liệu.", "Kiểm tra quyền và ổ đĩa.") from error
        lock = QLockFile(str(self._data / LOCK_NAME))
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            self._lock = lock
        elif lock.error() == QLockFile.LockError.LockFailedError:
            from desk_app.domain.mistakes import DeskError

            raise DeskError(*_ALREADY_OPEN)

    def _opened(self, opened: tuple[Desk, Sitters] | Answers) -> None:
        if not isinstance(opened, tuple):
            self._ask_first(opened)
            return
        self.desk, who = opened
        self.window.setWindowTitle(self.desk.settings.unit_name)  # Qt adds the program's name
        self._follow_look()
        if self.desk.settings.training:
            self.window.say_training()
        else:
            self._start_sync(self.desk)
            self._start_backups(self.desk)
        self._refold(self.desk)
        self._begin_seating(self.desk, who)

    def _ask_first(self, answers: Answers) -> None:
        """An empty folder: the questions of the first start, from where they stood."""
        from desk_app.operations.first_start import make_desk
        from desk_app.operations.recovering import recover
        from desk_app.ui.first_start import FirstStart

        def make(given: Answers) -> Desk:
            return make_desk(self._data, given, clock=self._clock, post=self._post)

        restore = partial(recover, self._data, self._clock)
        page = FirstStart(self._data, answers, self.lanes, make, print_page=self._print_page, restore=restore)
        self._first = page
        page.finished.connect(self._first_over)
        self.window.show_alone(page)
        self.window.rail.hide()  # there are no pages yet

    def _first_over(self, desk: Desk) -> None:
        """The desk stands, and its first officer sits down to the first citizen."""
        from desk_app.ui.seating import sitters

        self._first = None
        self.window.rail.show()
        self.lanes.read(lambda: (desk, sitters(desk)), self._opened)

    def _follow_look(self) -> None:
        """Another language or size of type: what stands is made anew, the draft is kept."""
        from desk_app.ui.style import look_of_the_application

        look = look_of_the_application()
        if look is not None:
            look.rewritten.connect(self._rewrite)

    def _rewrite(self) -> None:
        if self.seating is None or self.session is None:
            return
        self.seating.remake()
        self.session.open_section(APPEARANCE)

    def _refold(self, desk: Desk) -> None:
        """Rows an older program wrote are brought up in small steps, between the officer's own writes."""
        from desk_app.operations.desk import REFOLDED_AT_ONCE, refold_step
        from desk_app.operations.outcome import Changes, Outcome

        def step() -> Outcome[bool]:
            more = refold_step(desk, REFOLDED_AT_ONCE)
            return Outcome(more, Changes())

        def after(more: bool) -> None:
            if more:
                self.lanes.write(step, after)

        self.lanes.write(step, after)

    def _not_opened(self, trouble: DeskError) -> None:
        from desk_app.ui.key_page import page_for

        self.window.show_alone(page_for(trouble, self._data, self.lanes, self.open, self.open))

    # ------------------------------------------------------------------------------------------- officers

    def _begin_seating(self, desk: Desk, who: Sitters) -> None:
        from desk_app.ui.seating import Seating, Surroundings

        around = Surroundings(
            desk, self.window, self.lanes, self._clock, self.worker, self._print_page, self._scanner_retry
        )
        self.seating = Seating(around, self.sit_down, self)
        self.seating.begin(who)

    def sit_down(self, officer: Officer) -> None:
        """Begins an officer's session."""
        assert self.seating is not None
        self.seating.sit_down(officer)
        if self.warms:
            self.warms = False  # once
            QTimer.singleShot(WARM_AFTER_MS, self, self._warm_up)

    def _warm_up(self) -> None:
        from desk_app.background.warming import warm_up
        from desk_app.ui.session import PAGE_MODULES

        if self.session is not None:
            warm_up(self.lanes, PAGE_MODULES)

    # ------------------------------------------------------------------------------------------- the sync

    def _start_sync(self, desk: Desk) -> None:
        import random

        from desk_app.background.pacing import SYNC_SECONDS, seconds_after
        from desk_app.background.sync_worker import SyncWorker
        from desk_app.devices.network_watch import NetworkWatch
        from desk_app.operations.outcome import Outcome
        from desk_app.operations.synchronise import synchronise
        from sync.protocol.retry import Backoff

        backoff = Backoff(random.random)

        def exchange() -> Outcome[Any]:
            if not desk.trust().enrolled:
                return Outcome(None)
            return synchronise(desk, self._post)

        def paced(report: Any) -> float:
            # Not enrolled yet: nothing to try, but another process may enrol the desk.
            return seconds_after(report, backoff) if desk.settings.enrolled else SYNC_SECONDS

        worker = self.worker = SyncWorker(exchange, pace=paced, online=self._online, parent=self)
        watch = NetworkWatch(worker.request, self)

        def look(report: object) -> None:
            if desk.settings.enrolled and not getattr(report, "reached", False):
                watch.look()

        worker.ended.connect(look)
        worker.start()

    # ---------------------------------------------------------------------------------------- the backups

    def _start_backups(self, desk: Desk) -> None:
        from desk_app.background.backups import Backups
        from desk_app.background.room_watch import RoomWatch

        self.backups = Backups(desk, self.lanes, self)
        status = self.window.status
        self.backups.told.connect(lambda standing: status.say_backup(standing, self._clock()))
        self.backups.mirror.told.connect(status.say_mirror)
        self.backups.look()
        watch = RoomWatch(desk, self.lanes, self, keeps=self.warms)
        watch.told.connect(status.say_disk)
        self.window.closing.connect(watch.close)
        watch.look()

    # ------------------------------------------------------------------------------------------- closing

    def close(self) -> None:
        """Keeps the draft, ends the threads, closes the desk. What was asked before is still done."""
        if self.seating is not None:
            self.seating.close()
            self.seating = None
        if self.worker is not None:
            self.worker.stop()
        if self.backups is not None:
            self.backups.close()
            self.backups = None
        desk, self.desk = self.desk, None
        if self._first is not None:
            self._first.keep_now()
            desk, self._first = self._first.unopened_desk(), None
        self.lanes.close(desk.close if desk is not None else None)
        if self._sweeping is not None:
            self._sweeping.end()
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None


def run_window(data: Path, training: Training | None = None) -> int:
    """Opens the window on a data folder (`training`: on the desk to practise at that lies beside it) and
    returns its exit code when it is closed."""
    from desk_app.ui.style import dressed_application

    app = dressed_application(sys.argv[:1])
    running = Running(data, training=training)
    running.warms = True
    running.window.show()
    code = app.exec()
    if running.lanes.busy:
        # A printer that hangs is not waited for; Python would take Qt down under its thread. Nothing of the
        # store is lost: each write is whole or was not promised.
        os._exit(code)
    return code
