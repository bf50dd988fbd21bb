"""What makes a center a hub: it is enrolled at another, and passes on what the commune's desks give it.

Desks exchange with it over the commune's own network as they would with their center; in between it
exchanges with that center like a desk. The journals stay sealed by their writers all the way.
"""

from __future__ import annotations

import logging
import random
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sync.center.exchange.hub_scans import Allow, UpCarrier, UpTalk
from sync.center.store.log import log
from sync.center.store.opening import Center, open_center, set_up_center
from sync.center.store.settings import Upstream
from sync.center.store.trouble import CenterError
from sync.center.units.conditions import free_mb, of_a_hub, were_told
from sync.identity.certificates import Invitation, read_invitation
from sync.identity.keys import NotGenuine
from sync.identity.secrets import SecretStore
from sync.links.carrying import ChunkPace, Wire
from sync.model import kinds
from sync.protocol.codec import MessageRefused
from sync.protocol.draining import Drained, drain
from sync.protocol.enrolling import EnrolRefused, ask_enrol, hear_enrol, keep_enrolment
from sync.protocol.ports import ENROL_PATH, LinkFailed, Post
from sync.protocol.retry import Backoff, Pace

TITLE = "Máy đầu mối"
EVERY_SECONDS = 60.0
"""Between two contacts with the center when nothing is new here: decisions come back within that."""
SETTLE_SECONDS = 1.0
"""After something new from a desk: what comes within it goes up together."""


@dataclass(slots=True)
class Forwarded:
    """What a contact with the upstream came to: the last run of exchanges, and `scans` that got across.

    `failure` is what the line said while scans travelled.
    """

    entries: Drained
    scans: int = 0
    failure: LinkFailed | None = None

    @property
    def reached(self) -> bool:
        """Whether the upstream answered."""
        return self.entries.reached


def open_hub(
    data: Path,
    invitation: str,
    secrets: SecretStore,
    clock: Callable[[], datetime],
    *,
    marks: Sequence[Path] | None = None,
    post: Post | None = None,
) -> Center:
    """The hub in `data`, made and enrolled by the invitation when it is not there yet.

    The same invitation opens it again, for its key is on disk before the center hears of it. Raises
    `CenterError`.
    """
    try:
        invited = read_invitation(invitation)
    except NotGenuine as error:
        raise CenterError(
            "Thư mời bị cắt mất hoặc gõ sai.", "Sao chép lại trọn vẹn một dòng thư mời của trung tâm."
        ) from error
    upstream = Upstream(invited.center, invited.address, invited.pins)
    if (data / "center.json").exists():
        hub = open_center(data, secrets, clock, create=False, marks=marks)
    else:
        hub = set_up_center(
            data, secrets, clock, unit=invited.unit, title=TITLE, marks=marks, upstream=upstream
        )
    try:
        if hub.upstream is None or hub.upstream.center != invited.center or hub.unit != invited.unit:
            raise CenterError(
                "Thư mục này đã có dữ liệu của một trung tâm khác.", "Hãy chọn thư mục trống cho máy đầu mối."
            )
        if not enrolled(hub):
            _enrol(hub, invited, post or post_to(upstream))
    except BaseException:
        hub.close()
        raise
    return hub


def enrolled(hub: Center) -> bool:
    """Whether the upstream has certified this hub."""
    with hub.store.snapshot() as ledger:
        record = ledger.rows.node(hub.keys.node)
    return record is not None and bool(record.certificate)


def post_to(upstream: Upstream) -> Post:
    """The way to the upstream."""
    from sync.links.http import HttpLink

    return HttpLink(upstream.address, pins=upstream.pins).post


def _enrol(hub: Center, invited: Invitation, post: Post) -> None:
    question = ask_enrol(hub.keys, invited, hub.clock(), role=kinds.HUB)
    try:
        got = hear_enrol(question, post(ENROL_PATH, question.sealed))
    except LinkFailed as error:
        raise CenterError(
            "Chưa gọi được trung tâm để ghi danh máy đầu mối.", "Kiểm tra mạng rồi chạy lại cùng lệnh."
        ) from error
    except EnrolRefused as error:
        raise CenterError(
            f"Trung tâm không nhận ghi danh máy đầu mối ({error.refusal}).", "Xin thư mời mới của trung tâm."
        ) from error
    except (NotGenuine, MessageRefused) as error:
        raise CenterError(
            "Máy trả lời không phải là trung tâm ghi trong thư mời.", "Kiểm tra lại địa chỉ và mạng."
        ) from error
    with hub.store.transaction() as ledger:
        keep_enrolment(ledger, got, invited.center)


def pass_on(upstream: Upstream, sealed: bytes) -> bytes:
    """An enrolment of a desk on the hub's network, to the center it is sealed to. Raises `CenterError`."""
    try:
        return post_to(upstream)(ENROL_PATH, sealed)
    except LinkFailed as error:
        raise CenterError("Chưa gọi được trung tâm.", "Hãy thử lại khi có mạng.") from error


def forward(
    hub: Center,
    post: Post,
    pace: Pace,
    wire: Wire | None = None,
    *,
    allow: Allow = lambda: True,
    daily_bytes: int = 0,
) -> Forwarded:
    """One contact with the upstream: gives what it wants, takes what it has, then carries scans up.

    Without a `wire` scans are asked about and stay; `allow` stops them for what comes first, `daily_bytes`
    for the day (0: never).
    """
    assert hub.upstream is not None
    talk, center = UpTalk(hub, daily_bytes), hub.upstream.center
    carrier = UpCarrier(hub, wire, talk, ChunkPace(), allow, daily_bytes) if wire is not None else None
    said = of_a_hub(hub, free_mb(hub.data))
    done = Forwarded(
        drain(hub.store, hub.keys, center, post, hub.clock, pace, scans=talk, conditions=lambda: said)
    )
    if done.entries.reached and not done.entries.problem:
        were_told(hub, said)
    while done.entries.reached and done.entries.failure is None and not done.entries.problem:
        again = talk.more
        if carrier is not None and not again and carrier.failure is None and not carrier.stopped:
            again = carrier.run()
        if not again:
            break
        done.entries = drain(hub.store, hub.keys, center, post, hub.clock, pace, scans=talk)
    if carrier is not None:
        done.scans, done.failure = carrier.sent, carrier.failure
    return done


class Forwarder:
    """A thread that keeps a hub and its upstream together. `post` and `wire` are handed in by tests."""

    def __init__(
        self,
        hub: Center,
        post: Post | None = None,
        every: float = EVERY_SECONDS,
        *,
        wire: Wire | None = None,
        daily_bytes: int = 0,
    ) -> None:
        assert hub.upstream is not None
        self._hub = hub
        if post is None:
            from sync.links.tus import ScanLink

            link = ScanLink(hub.upstream.address, pins=hub.upstream.pins)
            post, wire = link.post, wire or link.request
        self._post, self._wire, self._daily_bytes = post, wire, daily_bytes
        self._every = every
        self._backoff = Backoff(random.random)
        self._pace = Pace()
        self._wake = threading.Condition()
        self._stirred = self._ended = False
        self._thread = threading.Thread(target=self._work, name="upstream", daemon=True)

    def start(self) -> None:
        """Begins; the first contact follows at once."""
        self._hub.stirred = self.stir
        self._thread.start()

    def stir(self) -> None:
        """Something new came from a desk."""
        with self._wake:
            self._stirred = True
            self._wake.notify()

    def stop(self) -> None:
        """Ends the thread; a contact that is going on is left to the network's own patience."""
        with self._wake:
            self._ended = True
            self._wake.notify()
        self._hub.stirred = lambda: None
        self._thread.join(2.0)

    def _work(self) -> None:
        wait = 0.0
        while self._slept(wait):
            wait = self._contact()

    def _slept(self, seconds: float) -> bool:
        """Waits, less long when something is new; False when the thread is to end."""
        until = time.monotonic() + seconds
        with self._wake:
            while not self._ended:
                left = until - time.monotonic()
                if left <= 0:
                    self._stirred = False
                    return True
                if self._stirred and self._backoff.failures == 0:
                    until = min(until, time.monotonic() + SETTLE_SECONDS)
                    self._stirred = False
                    continue
                self._wake.wait(left)
        return False

    def _nothing_new(self) -> bool:
        """Whether scans may go on: entries of a desk come first, and closing waits for nothing."""
        with self._wake:
            return not self._stirred and not self._ended

    def _contact(self) -> float:
        """Seconds to wait after it."""
        try:
            contact = forward(
                self._hub,
                self._post,
                self._pace,
                self._wire,
                allow=self._nothing_new,
                daily_bytes=self._daily_bytes,
            )
        except Exception as trouble:
            # The store may be busy or its disk full: nothing was acknowledged, the next contact tries again.
            log("upstream trouble", level=logging.ERROR, error=type(trouble).__name__)
            return self._backoff.failed()
        done, failure = contact.entries, contact.entries.failure or contact.failure
        log(
            "upstream",
            reached=done.reached,
            sent=done.sent,
            received=done.received,
            scans=contact.scans,
            problem=failure.kind if failure else done.problem,
        )
        if failure is not None or done.problem:
            return self._backoff.failed(failure.retry_after if failure else None)
        self._backoff.reset()
        return self._every


@contextmanager
def forwarding(center: Center, daily_bytes: int = 0) -> Iterator[None]:
    """Keeps a hub in contact with its center for the length of the block; nothing for a center.

    `daily_bytes` of scans may go up a day (0: any number).
    """
    if center.upstream is None:
        yield
        return
    forwarder = Forwarder(center, daily_bytes=daily_bytes)
    forwarder.start()
    try:
        yield
    finally:
        forwarder.stop()
