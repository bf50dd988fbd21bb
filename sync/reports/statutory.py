"""Statutory tables of TT 01/2020/TT-VPCP (Biểu II.06a–c) and the indices that counted dossiers can give.

The sums of the form hold in every line: (3) = (4) + (5) + (6), (7) = (8) + (9) + (10), (11) = (12) + (13) and
(3) = (7) + (11).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields

from sync.reports.figures import Flow, Satisfaction, per_cent
from sync.reports.report import BAD, OTHER, Cell, Line, Picture, Points, Report, Series, cell_words, shown
from sync.reports.tables import Names, named


@dataclass(frozen=True, slots=True)
class Settled:
    """What Biểu II.06 says of one field or unit in a time, in dossiers.

    `carried` from the time before; received in the time `online` or `direct` (at the desk, by post); ended
    `early`, `on_time` (with those that have no due time) or `late`; pending at the end `in_time`
    or `overdue`.
    """

    code: str
    carried: int = 0
    online: int = 0
    direct: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    in_time: int = 0
    overdue: int = 0

    @property
    def taken(self) -> int:
        """Column (3)."""
        return self.carried + self.online + self.direct

    @property
    def ended(self) -> int:
        """Column (7)."""
        return self.early + self.on_time + self.late

    @property
    def pending(self) -> int:
        """Column (11)."""
        return self.in_time + self.overdue

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to be reported."""
        return not self.taken and not self.ended


def settled_of(code: str, within: Flow, after: Flow, pending: int, overdue: int) -> Settled:
    """The line of a time, from what came in and ended `within` it and `after` it, what is `pending` now, and
    how many of those pending at its end were `overdue` then."""
    left = pending - after.received + after.ended
    overdue = max(min(overdue, left), 0)
    return Settled(
        code,
        left + within.ended - within.received,
        within.online,
        within.received - within.online,
        within.early,
        within.on_time + within.undated,
        within.late,
        left - overdue,
        overdue,
    )


def settled_total(some: Iterable[Settled], code: str = "") -> Settled:
    """The sum of all."""
    lines = list(some)
    names = [one.name for one in fields(Settled) if one.name != "code"]
    return Settled(code, **{name: sum(getattr(one, name) for one in lines) for name in names})


def rolled_up(some: Iterable[Settled], above: Mapping[str, str]) -> list[Settled]:
    """Lines of units summed by the unit of `above`, by code; one that is not in it stands for itself."""
    groups: dict[str, list[Settled]] = {}
    for one in some:
        groups.setdefault(above.get(one.code, one.code), []).append(one)
    return [settled_total(lines, code) for code, lines in sorted(groups.items())]


SETTLED_HEADS = (
    "Tiếp nhận: tổng số",
    "Trong kỳ: trực tuyến",
    "Trong kỳ: trực tiếp, bưu chính",
    "Từ kỳ trước",
    "Đã giải quyết: tổng số",
    "Trước hạn",
    "Đúng hạn",
    "Quá hạn",
    "Đang giải quyết: tổng số",
    "Trong hạn",
    "Quá hạn (đang giải quyết)",
)
_NOTE = (
    "Đơn vị tính: số hồ sơ thủ tục hành chính. Hồ sơ không có hẹn trả tính vào đúng hạn; hồ sơ chờ công dân"
    " bổ sung hoặc nộp phí tính vào trong hạn. Của kỳ đã qua, quá hạn tính theo hẹn trả hiện ghi."
)


def settled_report(some: Sequence[Settled], of: str, title: str, period: str, names: Names) -> Report:
    """Biểu II.06a, b or c in the order given; lines of nothing are left out."""
    rows = [one for one in some if not one.is_empty]
    lines = tuple(Line(named(names, one.code), _cells(one), one.code) for one in rows)
    drawn, more = shown([line.name for line in lines])
    few = rows[: len(drawn)]
    picture = Picture(
        drawn,
        (
            Series("Giải quyết đúng, trước hạn", tuple(one.early + one.on_time for one in few)),
            Series("Giải quyết quá hạn", tuple(one.late for one in few), BAD),
            Series("Đang giải quyết", tuple(one.pending for one in few), OTHER),
        ),
        stacked=True,
        marks=tuple(cell_words(one.taken) for one in few),
        more=more,
    )
    total = Line("Tổng cộng", _cells(settled_total(rows)))
    return Report(title, period, (of, *SETTLED_HEADS), lines, total, picture, _NOTE)


def _cells(one: Settled) -> tuple[int, ...]:
    ended = (one.ended, one.early, one.on_time, one.late)
    return (one.taken, one.online, one.direct, one.carried, *ended, one.pending, one.in_time, one.overdue)


# -- indices ------------------------------------------------------------------------------------------------

INDEX_HEADS = (
    "Đã giải quyết",
    "Chỉ số 1: thời gian (0–2 điểm)",
    "Chỉ số 9: trực tuyến (0–2 điểm)",
    "Nộp trực tuyến",
    "Giải quyết đúng hạn",
    "Lượt đánh giá",
    "Hài lòng",
    "Mức độ hài lòng (QĐ 766)",
)
_INDEX_NOTE = (
    "Chỉ số 1 và 9 theo TT 01/2018/TT-VPCP Điều 13 (chỉ số 9 chỉ xét tỷ lệ hồ sơ trực tuyến và không có hồ sơ"
    " quá hạn). Giải quyết đúng hạn: trên hồ sơ đã giải quyết có hẹn trả và hồ sơ đang quá hạn. Mức độ hài"
    " lòng: 100 % trừ tỷ lệ quá hạn và tỷ lệ không hài lòng. Chỉ số 2–8 do phiếu đánh giá và kiểm tra, phần"
    " mềm không tự tính."
)


def time_points(one: Settled, undated: int = 0) -> Points | None:
    """Index 1, the mean over dossiers: shorter than the limit 2, equal 1, longer 0; None of none."""
    dated = one.ended - undated
    if not dated:
        return None
    return Points((2 * one.early + one.on_time - undated) / dated)


def online_points(one: Settled) -> Points | None:
    """Index 9: 30 % of the dossiers came online and none was late 2; from 15 % on 1; else 0."""
    share = per_cent(one.online, one.online + one.direct)
    if share is None:
        return None
    if one.late or one.overdue or share < 15:
        return Points(0)
    return Points(2 if share >= 30 else 1)


def index_report(
    some: Sequence[Settled],
    undated: Mapping[str, int],
    said: Mapping[str, Satisfaction],
    title: str,
    period: str,
    names: Names,
) -> Report:
    """Indices by unit; `undated` (ended without a due time) and `said` (ratings) by unit."""
    rows = [one for one in some if not one.is_empty or said.get(one.code)]
    lines = tuple(
        Line(
            named(names, one.code),
            _index_cells(one, undated.get(one.code, 0), said.get(one.code, Satisfaction(""))),
            one.code,
        )
        for one in rows
    )
    drawn, more = shown([line.name for line in lines])
    shares = tuple(line.cells[4] for line in lines[: len(drawn)])
    picture = Picture(
        drawn,
        (Series("Giải quyết đúng hạn (%)", shares),),
        marks=tuple(map(cell_words, shares)),
        full=100.0,
        more=more,
    )
    return Report(title, period, ("Đơn vị", *INDEX_HEADS), lines, None, picture, _INDEX_NOTE)


def _index_cells(one: Settled, undated: int, said: Satisfaction) -> tuple[Cell, ...]:
    dated, late = one.ended - undated + one.overdue, one.late + one.overdue
    in_time = per_cent(dated - late, dated)
    disliked = per_cent(said.levels[0] + said.levels[1], said.count)
    level = None if in_time is None or disliked is None else max(in_time - disliked, 0.0)
    return (
        one.ended,
        time_points(one, undated),
        online_points(one),
        per_cent(one.online, one.online + one.direct),
        in_time,
        said.count,
        said.rate,
        level,
    )
