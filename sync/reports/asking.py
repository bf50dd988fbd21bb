"""Which reports there are, and how each is made of whatever counts: the center's sums or a desk's rows.

Titles, columns and pictures are decided here alone, so that a commune's report reads the same at both ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from sync.reports import tables
from sync.reports.figures import Backlog, Flow, Satisfaction, by_month
from sync.reports.periods import Period, twelve_months_to
from sync.reports.report import Report
from sync.reports.tables import Names, as_it_is


@dataclass(frozen=True, slots=True)
class Kind:
    """A report that can be asked for: its word in addresses, its title, the head of its first column, how it
    is made (``rate``, ``backlog``, ``flow``, ``trend``, ``age``, ``said``) and what it is of (`of`)."""

    code: str
    title: str
    head: str
    way: str
    of: str = ""

    @property
    def timed(self) -> bool:
        """Whether it is of a time; the others are of now."""
        return self.way not in ("backlog", "age")


REPORTS = (
    Kind("don-vi", "Đúng hạn theo đơn vị", "Đơn vị", "rate", "unit"),
    Kind("linh-vuc", "Đúng hạn theo lĩnh vực", "Lĩnh vực", "rate", "field"),
    Kind("thu-tuc", "Đúng hạn theo thủ tục", "Thủ tục", "rate", "procedure"),
    Kind("can-bo", "Đúng hạn theo cán bộ tiếp nhận", "Cán bộ", "rate", "officer"),
    Kind("vao-ra", "Hồ sơ vào và ra", "Thời gian", "flow"),
    Kind("xu-huong", "Xu hướng tỷ lệ đúng hạn", "Tháng", "trend"),
    Kind("ton", "Hồ sơ chưa xong theo đơn vị", "Đơn vị", "backlog", "unit"),
    Kind("ton-thoi-gian", "Hồ sơ chưa xong theo thời gian đã chờ", tables.AGE_HEAD, "age"),
    Kind("ton-linh-vuc", "Hồ sơ chưa xong theo lĩnh vực", "Lĩnh vực", "backlog", "field"),
    Kind("ton-thu-tuc", "Hồ sơ chưa xong theo thủ tục", "Thủ tục", "backlog", "procedure"),
    Kind("ton-can-bo", "Hồ sơ chưa xong theo cán bộ đang giữ", "Cán bộ", "backlog", "officer"),
    Kind("ton-buoc", "Hồ sơ chưa xong theo bước", "Bước", "backlog", "step"),
    Kind("hai-long", "Hài lòng theo lĩnh vực", "Lĩnh vực", "said", "field"),
    Kind("hai-long-don-vi", "Hài lòng theo đơn vị", "Đơn vị", "said", "unit"),
)
"""In the order of the list they are chosen from."""

AGES = ((3, "dưới 3 ngày"), (8, "3–7 ngày"), (16, "8–15 ngày"), (31, "16–30 ngày"), (91, "31–90 ngày"))
OLDER = "trên 90 ngày"
NO_STEP = "Chưa vào quy trình nhiều bước"


class Source(Protocol):
    """Whatever counts; `now` is the moment of what is pending."""

    @property
    def now(self) -> datetime:
        """Aware."""

    def told(self, of: str, period: Period) -> Period:
        """The time that `flows` by `of` are really for, where not every day is kept."""

    def flows(self, of: str, period: Period) -> Sequence[Flow]:
        """What came in and ended in a time by ``unit``, ``field``, ``procedure``, ``officer``."""

    def flows_by_day(self, period: Period) -> Sequence[Flow]:
        """The same by day in the order of time; `code` is the day's ordinal."""

    def backlog(self, of: str) -> Sequence[Backlog]:
        """What is pending by ``unit``, ``field``, ``procedure``, ``officer``, ``step``."""

    def ages(self) -> Sequence[Backlog]:
        """What is pending by `AGES`."""

    def satisfaction(self, of: str, period: Period) -> Sequence[Satisfaction]:
        """What citizens said by ``field``, ``unit``."""


def aged(days: dict[int, tuple[int, int]], today: int) -> list[Backlog]:
    """Pending ones by `AGES`, the youngest first, from (running, waiting) by the ordinal of the day they were
    received on."""
    sums = {word: [0, 0] for word in (*(word for _days, word in AGES), OLDER)}
    for day, (running, waiting) in days.items():
        word = next((word for most, word in AGES if today - day < most), OLDER)
        sums[word][0] += running
        sums[word][1] += waiting
    return [Backlog(word, running, 0, waiting) for word, (running, waiting) in sums.items()]


def built(kind: Kind, period: Period, source: Source, names: Names, place: str = "") -> Report:
    """The report of a kind; `place` stands after its title (“, Xã Ví Dụ”)."""
    title = kind.title + place
    now_words = f"lúc {source.now:%H:%M %d/%m/%Y}"
    if kind.way == "rate":
        told = source.told(kind.of, period)
        return tables.on_time_report(source.flows(kind.of, period), kind.head, title, told.words, names)
    if kind.way == "backlog":
        return tables.backlog_report(source.backlog(kind.of), kind.head, title, now_words, names)
    if kind.way == "age":
        return tables.backlog_report(source.ages(), kind.head, title, now_words, as_it_is, ordered=True)
    if kind.way == "said":
        said = source.satisfaction(kind.of, period)
        return tables.satisfaction_report(said, kind.head, title, period.words, names)
    if kind.way == "flow" and not period.is_long:
        days = source.flows_by_day(period)
        words = {one.code: f"{date.fromordinal(int(one.code)):%d/%m}" for one in days}
        return tables.flow_report(days, "Ngày", title, period.words, words.get)
    if kind.way == "trend" and not period.is_long:  # a month alone is no trend
        period = twelve_months_to(period)
    months = by_month(source.flows_by_day(period))
    words = {one.code: f"{one.code[5:]}/{one.code[:4]}" for one in months}
    build = tables.flow_report if kind.way == "flow" else tables.trend_report
    return build(months, "Tháng", title, period.words, words.get)
