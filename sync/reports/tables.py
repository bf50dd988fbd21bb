"""Reports made of figures: which columns, in which order, with which picture."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sync.reports.figures import (
    LEVEL_WORDS,
    Backlog,
    Flow,
    Satisfaction,
    backlog_total,
    flow_total,
    satisfaction_total,
    worst_first,
)
from sync.reports.report import (
    BAD,
    GOOD,
    NEUTRAL,
    OTHER,
    Cell,
    Line,
    Picture,
    Report,
    Series,
    cell_words,
    shown,
)

Names = Callable[[str], str | None]
"""Words for a code; without any (None) a code stands for itself."""
NO_NAME = "(không ghi)"
ON_TIME_NOTE = (
    "Đúng hạn: kết thúc không muộn hơn hẹn trả, tính theo lúc xử lý xong, không theo lúc công dân đến nhận."
    " Hồ sơ yêu cầu bổ sung quá một lần tính là quá hạn. Tỷ lệ chỉ tính hồ sơ đã kết thúc và có hẹn trả."
)
_SUM = "Tổng cộng"


def as_it_is(code: str) -> str:
    """For codes that are words already."""
    return code


def named(names: Names, code: str) -> str:
    """The words of a code, of printable letters alone."""
    text = names(code) or code or NO_NAME
    return "".join(one if one.isprintable() else " " for one in text)


def on_time_report(flows: Sequence[Flow], of: str, title: str, period: str, names: Names) -> Report:
    """Shares in time, the lowest first; `of` is the head of the first column (“Đơn vị”)."""
    rows = worst_first(flows)
    lines = tuple(
        Line(
            named(names, one.code),
            (one.received, one.ended, one.early, one.on_time, one.late, one.rate),
            one.code,
        )
        for one in rows
    )
    sums = flow_total(rows)
    rated = [line for line in lines if line.cells[5] is not None]
    drawn, more = shown([line.name for line in rated])
    share: list[Cell] = [line.cells[5] for line in rated][: len(drawn)]
    picture = Picture(
        drawn,
        (
            Series("Đúng hạn", tuple(share)),
            Series("Quá hạn", tuple(100.0 - (one or 0.0) for one in share), BAD),
        ),
        stacked=True,
        marks=tuple(
            f"{cell_words(line.cells[5])} ({cell_words(line.cells[1])})" for line in rated[: len(drawn)]
        ),
        full=100.0,
        more=more,
    )
    heads = (of, "Tiếp nhận", "Đã giải quyết", "Trước hạn", "Đúng hạn", "Quá hạn", "Tỷ lệ đúng hạn")
    total = Line(_SUM, (sums.received, sums.ended, sums.early, sums.on_time, sums.late, sums.rate))
    return Report(title, period, heads, lines, total, picture, ON_TIME_NOTE)


def flow_report(flows: Sequence[Flow], of: str, title: str, period: str, names: Names) -> Report:
    """What came in and what went out, in the order given (of time)."""
    lines = tuple(
        Line(
            named(names, one.code),
            (one.received, one.online, one.ended, one.without_result, one.received - one.ended),
            one.code,
        )
        for one in flows
    )
    sums = flow_total(flows)
    picture = Picture(
        tuple(line.name for line in lines),
        (
            Series("Tiếp nhận", tuple(one.received for one in flows)),
            Series("Đã giải quyết", tuple(one.ended for one in flows), OTHER),
        ),
        lying=False,
    )
    heads = (
        of,
        "Tiếp nhận",
        "Trong đó trực tuyến",
        "Đã giải quyết",
        "Trong đó không có kết quả",
        "Chênh lệch",
    )
    total = Line(
        _SUM, (sums.received, sums.online, sums.ended, sums.without_result, sums.received - sums.ended)
    )
    note = (
        "Không có kết quả: từ chối, dừng xử lý hoặc công dân rút hồ sơ."
        " Chênh lệch: tiếp nhận trừ đã giải quyết."
    )
    return Report(title, period, heads, lines, total, picture, note)


def trend_report(flows: Sequence[Flow], of: str, title: str, period: str, names: Names) -> Report:
    """Shares in time along the months, in the order given."""
    lines = tuple(
        Line(named(names, one.code), (one.received, one.ended, one.late, one.rate), one.code) for one in flows
    )
    sums = flow_total(flows)
    picture = Picture(
        tuple(line.name for line in lines),
        (Series("Tỷ lệ đúng hạn (%)", tuple(one.rate for one in flows)),),
        lying=False,
        marks=tuple(cell_words(one.rate) for one in flows),
        full=100.0,
    )
    heads = (of, "Tiếp nhận", "Đã giải quyết", "Quá hạn", "Tỷ lệ đúng hạn")
    total = Line(_SUM, (sums.received, sums.ended, sums.late, sums.rate))
    return Report(title, period, heads, lines, total, picture, ON_TIME_NOTE)


def backlog_report(
    some: Sequence[Backlog], of: str, title: str, period: str, names: Names, *, ordered: bool = False
) -> Report:
    """What is pending, the most late first (`ordered`: in the order given)."""
    rows = list(some) if ordered else sorted(some, key=lambda one: (-one.late, -one.pending, one.code))
    dated = of != AGE_HEAD
    lines = tuple(
        Line(
            named(names, one.code),
            (one.pending, one.running - one.late, one.late, one.waiting)
            if dated
            else (one.pending, one.running, one.waiting),
            one.code,
        )
        for one in rows
    )
    sums = backlog_total(rows)
    drawn, more = shown([line.name for line in lines])
    few = rows[: len(drawn)]
    late = (
        Series("Quá hạn", tuple(one.late for one in few), BAD),
        Series("Trong hạn", tuple(one.running - one.late for one in few)),
    )
    series = late if dated else (Series("Đang giải quyết", tuple(one.running for one in few)),)
    picture = Picture(
        drawn,
        (*series, Series("Chờ công dân", tuple(one.waiting for one in few), NEUTRAL)),
        stacked=True,
        marks=tuple(
            f"{cell_words(one.pending)}, quá hạn {cell_words(one.late)}"
            if one.late
            else cell_words(one.pending)
            for one in few
        ),
        more=more,
    )
    inner: tuple[str, ...] = ("Trong hạn", "Quá hạn") if dated else ("Đang giải quyết",)
    cells: tuple[Cell, ...] = (sums.running - sums.late, sums.late) if dated else (sums.running,)
    total = Line(_SUM, (sums.pending, *cells, sums.waiting))
    note = "Chờ công dân: chờ bổ sung giấy tờ hoặc nghĩa vụ tài chính, hạn không chạy."
    return Report(title, period, (of, "Chưa xong", *inner, "Chờ công dân"), lines, total, picture, note)


AGE_HEAD = "Đã chờ"


def satisfaction_report(
    some: Sequence[Satisfaction], of: str, title: str, period: str, names: Names
) -> Report:
    """What citizens said, the least satisfied first."""
    rows = sorted(some, key=lambda one: (one.rate is None, one.rate or 0.0, -one.count, one.code))
    lines = tuple(Line(named(names, one.code), (one.count, *one.levels, one.rate), one.code) for one in rows)
    sums = satisfaction_total(rows)
    rated = [one for one in rows if one.count]
    drawn, more = shown([named(names, one.code) for one in rated])
    few = rated[: len(drawn)]
    picture = Picture(
        drawn,
        tuple(
            Series(word, tuple(sum(one.levels[at] for at in levels) * 100 / one.count for one in few), look)
            for word, levels, look in (
                ("Hài lòng", (3, 4), GOOD),
                ("Bình thường", (2,), NEUTRAL),
                ("Không hài lòng", (0, 1), BAD),
            )
        ),
        stacked=True,
        marks=tuple(f"{cell_words(one.rate)} ({cell_words(one.count)})" for one in few),
        full=100.0,
        more=more,
    )
    heads = (of, "Lượt đánh giá", *LEVEL_WORDS, "Tỷ lệ hài lòng")
    note = (
        "Tỷ lệ hài lòng: hài lòng và rất hài lòng trên mọi lượt đánh giá."
        " Đánh giá không gắn với hồ sơ hay cán bộ nào."
    )
    return Report(
        title, period, heads, lines, Line(_SUM, (sums.count, *sums.levels, sums.rate)), picture, note
    )
