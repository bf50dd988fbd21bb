"""The report of a purge: what was deleted, by what rule and decision, and when the last copy will be gone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sync.reports.exports import paper_of
from sync.reports.report import Line, Picture, Report, Series


@dataclass(frozen=True, slots=True)
class PurgedLine:
    """One record: its number and procedure (or a refusal's name), the rule, and since when it was past it."""

    name: str
    rule: str
    since: date


def purge_report(
    office: str,
    at: datetime,
    by: str,
    reason: str,
    lines: Sequence[PurgedLine],
    ends: str,
) -> bytes:
    """A PDF. `ends` says which laws it rests on and when backups will be gone. Nobody's name but `by`."""
    counts = Counter(one.rule for one in lines)
    names = tuple(sorted(counts))
    report = Report(
        title="Biên bản hủy hồ sơ hết thời hạn bảo quản",
        period=f"hủy lúc {at:%H:%M %d/%m/%Y}, {by} thực hiện, căn cứ {reason}",
        heads=("Hồ sơ, loại hồ sơ, ngày hết thời hạn", "Số hồ sơ"),
        lines=tuple(Line(f"{one.name}; {one.rule}; hết hạn {one.since:%d/%m/%Y}", (1,)) for one in lines),
        total=Line("Cộng", (len(lines),)),
        picture=Picture(names, (Series("Số hồ sơ đã hủy", tuple(counts[one] for one in names)),)),
        note=(
            "Nội dung, tệp quét và khóa của tệp đã xóa khỏi máy này; máy khác của đơn vị và trung tâm xóa khi"
            f" nhận được. Mã hồ sơ đã dùng không cấp lại. {ends}"
        ),
    )
    return paper_of(report, office, f"{at:%H:%M %d/%m/%Y}")
