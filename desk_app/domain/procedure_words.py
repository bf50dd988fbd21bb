"""A procedure in the words of a guide: papers, limit, fees, steps, legal basis; on screen and on paper."""

from __future__ import annotations

from sync.model.procedure import FeeRule, Procedure, RequiredPaper
from sync.model.words import dong

NO_LIMIT = "chưa rõ thời hạn trong danh mục; cán bộ hẹn ngày trả kèm lý do"
_SORTS = (("originals", "bản chính"), ("certified_copies", "bản sao chứng thực"), ("copies", "bản chụp"))


def limit_line(procedure: Procedure, case: str = "") -> str:
    """The limit at the desk, and online where it differs: ``3 ngày làm việc; nộp trực tuyến: 2 ngày …``."""
    chosen = case if procedure.case(case) else ""
    limit = procedure.limit_for(chosen) or NO_LIMIT
    online = procedure.limit_for(chosen, "online")
    return f"{limit}; nộp trực tuyến: {online}" if online and online != limit else limit


def case_lines(procedure: Procedure) -> tuple[str, ...]:
    """Cases with a limit of their own."""
    return tuple(f"{case.name}: {case.limit}" for case in procedure.cases if case.limit)


def paper_line(paper: RequiredPaper) -> str:
    """``Tờ khai: 1 bản chính``; ``… (nếu có)`` where only some cases call for it."""
    counts = [f"{n} {words}" for name, words in _SORTS if (n := int(getattr(paper, name)))]
    return f"{paper.name}: {', '.join(counts)}{'' if paper.required else ' (nếu có)'}"


def handed_in(procedure: Procedure) -> tuple[str, ...]:
    """Papers that are handed in, the required ones first."""
    papers = sorted((one for one in procedure.papers if not one.presented), key=lambda one: not one.required)
    return tuple(map(paper_line, papers))


def shown(procedure: Procedure) -> tuple[str, ...]:
    """Papers that are shown and taken back."""
    return tuple(paper.name for paper in procedure.papers if paper.presented)


def fee_line(rule: FeeRule) -> str:
    """A fee with how it is reckoned, who pays nothing, and the rule behind it."""
    amount = dong(rule.amount) if rule.amount is not None else ""
    said = {
        "fixed": amount,
        "per_copy": f"{amount} một bản",
        "per_page": f"{amount} một trang"
        + (f", từ trang thứ {rule.threshold_pages + 1}: {dong(rule.then_amount)}" if rule.then_amount else "")
        + (f", nhiều nhất {dong(rule.cap)} một bản" if rule.cap else ""),
        "manual": "theo mức của địa phương",
    }[rule.method]
    parts = [f"{rule.name}: {said}{' (khi có yêu cầu)' if rule.optional else ''}"]
    if rule.exempt:
        parts.append(f"miễn: {', '.join(rule.exempt)}")
    if rule.source:
        parts.append(rule.source)
    return "; ".join(parts)


def steps(procedure: Procedure) -> tuple[str, ...]:
    """What happens, from the citizen's side (NĐ 61/2018 Điều 16 to 20)."""
    settled = (
        "Người dân chờ tại quầy" if procedure.on_the_spot else "Nhận Giấy tiếp nhận hồ sơ và hẹn trả kết quả"
    )
    where = procedure.route.partition(";")[0].strip() or "cơ quan có thẩm quyền"
    return (
        "Chuẩn bị giấy tờ ở mục 1, nộp tại Bộ phận Một cửa, qua bưu chính công ích hoặc Cổng dịch vụ công.",
        "Cán bộ kiểm tra hồ sơ; nếu thiếu, cán bộ hướng dẫn bổ sung một lần, đầy đủ, bằng phiếu.",
        f"{settled}; nộp phí, lệ phí nếu có.",
        f"Hồ sơ được giải quyết ({where}) trong thời hạn nêu trên.",
        "Nhận kết quả tại quầy, tại nhà qua bưu chính, hoặc bản điện tử"
        + (f": {procedure.result}." if procedure.result else "."),
    )


def basis_line(procedure: Procedure) -> str:
    """The decision that publishes the procedure, and where its text was taken from."""
    decision = f"Quyết định công bố {procedure.decision}" if procedure.decision else ""
    return "; ".join(part for part in (decision, procedure.agency, procedure.source) if part)
