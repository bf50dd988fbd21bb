"""Reports for tests."""

from __future__ import annotations

from sync.reports.figures import Flow
from sync.reports.report import Report
from sync.reports.tables import on_time_report

NAMES = {"A": "Xã Ví Dụ", "B": "Phường <Láng & Giềng>"}


def on_time(*flows: Flow) -> Report:
    """Shares in time of some units."""
    some = flows or (Flow("A", 10, 3, 4, 4, 2), Flow("B", 8, 0, 1, 1, 6, 0, 1), Flow("C", 1))
    return on_time_report(some, "Đơn vị", "Đúng hạn theo đơn vị", "tháng 11/2026", NAMES.get)
