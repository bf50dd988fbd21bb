"""The ten national statuses of a dossier and the moves between them.

Source: status codes 1-10 of the national portal's DongBoHoSo messages; the moves are those both
known production systems allow, with 2->6, 6->7 and 4->9 for a refusal after reception.
"""

from __future__ import annotations

from enum import StrEnum


class Status(StrEnum):
    """A dossier's status; the order of the members is that of the national codes 1 to 10."""

    REGISTERED = "registered"
    RECEIVED = "received"
    REFUSED = "refused"
    PROCESSING = "processing"
    SUPPLEMENT = "supplement"
    FEE_DUE = "fee_due"
    WITHDRAWN = "withdrawn"
    STOPPED = "stopped"
    DONE = "done"
    RETURNED = "returned"

    @property
    def national_code(self) -> int:
        """1 to 10, as the national portal writes it."""
        return _CODES[self]

    @property
    def label(self) -> str:
        """The status in Vietnamese, as the portal names it."""
        return _LABELS[self]


_CODES = {status: code for code, status in enumerate(Status, start=1)}

_LABELS = {
    Status.REGISTERED: "Mới đăng ký",
    Status.RECEIVED: "Được tiếp nhận",
    Status.REFUSED: "Không được tiếp nhận",
    Status.PROCESSING: "Đang xử lý",
    Status.SUPPLEMENT: "Yêu cầu bổ sung giấy tờ",
    Status.FEE_DUE: "Yêu cầu thực hiện nghĩa vụ tài chính",
    Status.WITHDRAWN: "Công dân yêu cầu rút hồ sơ",
    Status.STOPPED: "Dừng xử lý",
    Status.DONE: "Đã xử lý xong",
    Status.RETURNED: "Đã trả kết quả",
}

_S = Status

PERMITTED: dict[Status, tuple[Status, ...]] = {
    _S.REGISTERED: (_S.RECEIVED, _S.REFUSED, _S.SUPPLEMENT, _S.WITHDRAWN),
    _S.RECEIVED: (_S.PROCESSING, _S.SUPPLEMENT, _S.FEE_DUE, _S.WITHDRAWN, _S.STOPPED, _S.DONE),
    _S.REFUSED: (),
    _S.PROCESSING: (_S.SUPPLEMENT, _S.FEE_DUE, _S.WITHDRAWN, _S.STOPPED, _S.DONE),
    _S.SUPPLEMENT: (_S.RECEIVED, _S.PROCESSING, _S.WITHDRAWN, _S.STOPPED, _S.REFUSED),
    _S.FEE_DUE: (_S.PROCESSING, _S.WITHDRAWN, _S.STOPPED),
    _S.WITHDRAWN: (),
    _S.STOPPED: (),
    _S.DONE: (_S.RETURNED, _S.PROCESSING),
    _S.RETURNED: (),
}

FINAL = frozenset(status for status, onward in PERMITTED.items() if not onward)
"""Statuses nothing follows."""

CLOCK_ENDED = FINAL | {Status.DONE}
"""Statuses in which the legal time limit no longer runs (QĐ 766: 'done' ends it, not the collection)."""
