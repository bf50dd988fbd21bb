"""How a fee comes about, in one line: ``3 trang: 2 × 2.000 đ + 1 × 1.000 đ = 5.000 đ``."""

from __future__ import annotations

from desk_app.ui.tongue import tr
from sync.model.dossier import Intake
from sync.model.fees import page_fee
from sync.model.procedure import FeeRule, Procedure
from sync.model.words import dong


def reckoning_said(procedure: Procedure, intake: Intake, pages: int | None, copies: int | None) -> str:
    """Each line of the fee with its sum; empty where there is only one fixed amount to say."""
    rules = {
        rule.name: rule for rule in procedure.fees if not rule.channels or intake.channel in rule.channels
    }
    parts = []
    for line in intake.fees:
        rule = rules.get(line.name)
        how = _how(rule, pages, 1 if copies is None else copies, line.amount) if rule else ""
        if how or len(intake.fees) > 1:
            parts.append(f"{line.name}: {how or dong(line.amount)}")
    if len(intake.fees) > 1:
        parts.append(tr("cộng {0}").format(dong(intake.fee)))
    if intake.fee_exemption:
        parts.append(tr("không thu của đối tượng: {0}").format(intake.fee_exemption))
    return "; ".join(parts)


def _how(rule: FeeRule, pages: int | None, copies: int, amount: int) -> str:
    if rule.method == "per_copy":
        return tr("{0} bản × {1} = {2}").format(copies, dong(rule.amount or 0), dong(amount))
    if rule.method != "per_page" or pages is None:
        return ""
    first = min(pages, rule.threshold_pages)
    said = tr("{0} trang × {1}").format(first, dong(rule.amount or 0))
    if pages > first:
        said += tr(" + {0} trang × {1}").format(pages - first, dong(rule.then_amount))
    one = page_fee(rule, pages)
    if rule.cap and one == rule.cap:
        said += tr(", tối đa {0}").format(dong(rule.cap))
    if copies == 1:
        return f"{said} = {dong(amount)}"
    return tr("({0}) × {1} bản = {2}").format(said, copies, dong(amount))
