"""A real center in the test's own process, behind a wire that can be cut, or hang."""

from __future__ import annotations

import threading
from pathlib import Path

from desk_app.operations.enrolment import enrol
from sync.center.exchange.answering import enrolment, exchange
from sync.center.units.invitations import invite
from sync.protocol.engine import ENROL_PATH
from sync.protocol.ports import LinkFailed
from tests.center.places import Place
from tests.ui.steps import NINE_FIFTEEN, UNIT

HANGING = 120
"""Seconds until a request that hangs is given up: by then a test that waits for it has failed."""


class WiredCenter:
    """`post` is what a desk is given as its way to the center."""

    def __init__(self, root: Path) -> None:
        self.center = Place(root).open()
        self.cut = False
        self.hanging = False
        self.waiting = 0
        """Requests that hang just now."""
        self.asked = threading.Event()
        self.release = threading.Event()

    def post(self, path: str, body: bytes) -> bytes:
        self.asked.set()
        if self.hanging:
            self.waiting += 1
            self.release.wait(HANGING)
            self.waiting -= 1
        if self.cut or self.hanging:
            raise LinkFailed("unreachable")
        answer = enrolment if path == ENROL_PATH else exchange
        return answer(self.center, body).sealed

    def adopt(self, data: Path) -> None:
        """Enrols a desk that stands alone."""
        invitation = invite(self.center, UNIT, "http://127.0.0.1:9", name="Ủy ban nhân dân xã Ví Dụ")
        enrol(data, invitation.encode(), clock=lambda: NINE_FIFTEEN, post=self.post).close()
        self.asked.clear()

    def close(self) -> None:
        self.release.set()
        self.center.close()
