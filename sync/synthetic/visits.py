"""What citizens bring to the desk: which procedures how often, which papers, who for whom, in which words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from sync.model.dossier import Paper, Person
from sync.model.fees import exemption_groups, needs_copies, needs_pages
from sync.model.procedure import Procedure
from sync.synthetic.people import TODAY, organisation, person
from sync.synthetic.places import Commune
from sync.synthetic.pools import Draw, between, pick, pool, weighted

POPULAR: Final = {
    "2.000815": 330, "2.000884": 105, "2.000635": 85, "1.001193": 75, "1.004873": 62, "1.000656": 26,
    "1.000894": 30, "2.001035": 28, "1.001612": 22, "2.000720": 9, "1.001266": 8, "1.004222": 16,
    "1.004194": 18, "1.010041": 9, "1.004859": 12, "2.000908": 7, "1.004884": 8, "2.000986": 14,
    "2.001023": 6, "1.001776": 12, "1.014027": 10, "1.014028": 6, "1.001699": 5, "1.011607": 5,
    "1.013978": 12, "1.013225": 9, "1.012812": 3, "2.001406": 4, "2.001016": 3, "1.010824": 4,
    "1.010833": 5, "1.013133": 4, "1.001022": 3,
}  # fmt: skip
"""Dossiers in a thousand of a commune's year: a guess of ours at a desk's daily bread."""
RARE: Final = 0.6
"""The same for a procedure not named above."""

SUBJECTS: Final = {
    "1.001193": "Đăng ký khai sinh cho cháu {other}",
    "2.000986": "Liên thông khai sinh, thường trú, thẻ bảo hiểm y tế cho cháu {other}",
    "1.000656": "Đăng ký khai tử cho ông/bà {other}",
    "1.000894": "Đăng ký kết hôn với {other}",
    "1.004873": "Xác nhận tình trạng hôn nhân để {purpose}",
    "2.001035": "Chứng thực hợp đồng {contract} với ông/bà {other}",
    "1.001612": "Đăng ký hộ kinh doanh {trade}",
    "1.013225": "Xin phép xây dựng nhà ở riêng lẻ {floors} tầng, thửa đất số {plot}, tờ bản đồ số {sheet}",
    "1.013978": "Đăng ký, cấp giấy chứng nhận lần đầu thửa đất số {plot}, tờ bản đồ số {sheet}",
    "1.012812": "Tranh chấp ranh giới thửa đất số {plot}, tờ bản đồ số {sheet} với hộ {other}",
    "2.000635": "Xin {copies} bản sao trích lục của {other}",
}
"""What a dossier is about (trích yếu), by procedure."""

_PURPOSES = pool(
    "kết hôn 6, vay vốn ngân hàng 3, mua bán nhà đất 4, bổ sung hồ sơ đi làm 2, xuất khẩu lao động 2"
)
_CONTRACTS = pool(
    "chuyển nhượng quyền sử dụng đất 4, tặng cho quyền sử dụng đất 3, ủy quyền 3, mua bán xe máy 2"
)
_TRADES = pool(
    "tạp hóa 4, quán ăn sáng 3, vật liệu xây dựng, sửa xe máy 2, may mặc, điện nước, làm tóc 2, thuốc thú y"
)
NOTES: Final = pool(
    """Công dân đề nghị gọi điện trước khi trả kết quả 5; Đã đối chiếu bản chính 9; Công dân cần gấp 3;
    Đã hướng dẫn công dân bổ sung bản chụp căn cước 2; Thiếu chữ ký trang 2, đã ký bổ sung tại quầy;
    Người cao tuổi, ưu tiên 3; Đề nghị gửi kết quả cho con gái 2; Nộp thay, có giấy ủy quyền 2;
    Tên trong giấy cũ ghi sai dấu, đã giải thích; Hẹn mang thêm sổ hộ khẩu cũ để đối chiếu;
    Nhận kết quả buổi chiều 2""",
    ";",
)
_AUTHORITY = Paper("Giấy ủy quyền", originals=1)
_RETURNING = 0.35
_RECENT = 4096
_WAITING_ROOM = 60


@dataclass(frozen=True, slots=True)
class Visit:
    """One dossier as it is laid on the desk; the fields are those of an intake request."""

    procedure: Procedure
    applicant: Person
    case: str = ""
    owner: Person | None = None
    representative: Person | None = None
    papers: tuple[Paper, ...] = ()
    return_by: str = "desk"
    channel: str = "desk"
    note: str = ""
    subject: str = ""
    sets: int = 1
    pages: int | None = None
    copies: int | None = None
    exemption: str = ""


class _Habits:
    """What is worked out once of a procedure: sheaves of papers, questions its fees ask, cases."""

    __slots__ = ("asks_copies", "asks_pages", "cases", "exemptions", "procedure", "sheaves", "subject")

    def __init__(self, procedure: Procedure) -> None:
        self.procedure = procedure
        self.sheaves = _sheaves(procedure)
        self.asks_pages = needs_pages(procedure.fees)
        self.asks_copies = needs_copies(procedure.fees)
        self.exemptions = exemption_groups(procedure.fees)
        self.cases = tuple(case.code for case in procedure.cases)
        self.subject = SUBJECTS.get(procedure.code, "")


class Desk:
    """Visits to one commune's desk, one after another; some of the applicants have been there before."""

    def __init__(
        self, draw: Draw, commune: Commune, procedures: Iterable[Procedure], today: date = TODAY
    ) -> None:
        self._draw = draw
        self._commune = commune
        self._today = today
        habits = [_Habits(procedure) for procedure in procedures]
        if not habits:
            raise ValueError("no procedures")
        self._demand = weighted({one: POPULAR.get(one.procedure.code, RARE) for one in habits}, 8192)
        self._recent: list[Person] = []
        self._turn = 0

    def visit(self) -> Visit:
        """The next visit, for a procedure as popular as it is."""
        return self._visit(pick(self._draw, self._demand))

    def _visit(self, habits: _Habits) -> Visit:
        draw = self._draw
        applicant = self._applicant()
        owner, representative, papers = None, None, pick(draw, habits.sheaves)
        fate = draw()
        if fate < 0.1:
            representative = self._anyone()
            papers = (
                papers if any("ủy quyền" in paper.name.lower() for paper in papers) else (*papers, _AUTHORITY)
            )
        elif fate < 0.13:
            owner = organisation(draw, self._commune)
        way, source, more = draw(), draw(), draw()
        asked = habits.asks_copies and (habits.asks_pages or more < 0.3)
        return Visit(
            procedure=habits.procedure,
            applicant=applicant,
            case=pick(draw, habits.cases) if habits.cases and more < 0.4 else "",
            owner=owner,
            representative=representative,
            papers=papers,
            return_by="desk" if way < 0.9 else "post" if way < 0.96 else "online",
            channel="desk" if source < 0.8 else "online" if source < 0.98 else "post",
            note=pick(draw, NOTES) if draw() < 0.22 else "",
            subject=self._subject(habits.subject) if habits.subject else "",
            sets=1 if more < 0.93 else between(draw, 2, 4),
            pages=1 + int(draw() ** 3 * 20) if habits.asks_pages else None,
            copies=1 + int(draw() ** 2 * 9) if asked else None,
            exemption=pick(draw, habits.exemptions) if habits.exemptions and more > 0.94 else "",
        )

    def _applicant(self) -> Person:
        recent = self._recent
        # Nobody is back before a few score others have come.
        if len(recent) > _WAITING_ROOM and self._draw() < _RETURNING:
            return pick(self._draw, recent)
        someone = self._anyone()
        if len(recent) < _RECENT:
            recent.append(someone)
        else:
            recent[self._turn % _RECENT] = someone
        self._turn += 1
        return someone

    def _anyone(self) -> Person:
        return person(self._draw, self._commune, self._today)

    def _subject(self, pattern: str) -> str:
        draw = self._draw
        return pattern.format(
            other=self._anyone().full_name if "{other}" in pattern else "",
            purpose=pick(draw, _PURPOSES),
            contract=pick(draw, _CONTRACTS),
            trade=pick(draw, _TRADES),
            floors=between(draw, 1, 4),
            plot=between(draw, 1, 999),
            sheet=between(draw, 1, 60),
            copies=between(draw, 1, 5),
        )


def _sheaves(procedure: Procedure) -> Sequence[tuple[Paper, ...]]:
    """The usual sheaf many times, and others: with papers that are not always asked for, or as copies."""
    usual = procedure.default_papers() or (Paper("Giấy tờ kèm theo", originals=1),)
    sheaves: list[tuple[Paper, ...]] = [usual] * 6
    sheaves.append(
        (Paper(usual[0].name, originals=1), *(Paper(p.name, certified_copies=1) for p in usual[1:]))
    )
    sheaves.append((Paper(usual[0].name, originals=1), *(Paper(p.name, copies=1) for p in usual[1:])))
    extra = [paper for paper in procedure.papers if not paper.required and not paper.presented]
    for order, paper in enumerate(extra[:4]):
        sheaves.append((*usual, Paper(paper.name, originals=order % 2, copies=1)))
    return tuple(sheaves)


def one_visit(draw: Draw, commune: Commune, procedure: Procedure, today: date = TODAY) -> Visit:
    """A visit for this very procedure."""
    return Desk(draw, commune, [procedure], today).visit()
