"""How a fee comes about, in one line: ``3 trang: 2 × 2.000 đ + 1 × 1.000 đ = 5.000 đ``."""

from __future__ import annotations

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
        parts.append(f"cộng {dong(intake.fee)}")
    if intake.fee_exemption:
        parts.append(f"không thu của đối tượng: {intake.fee_exemption}")
    return "; ".join(parts)


def _how(rule: FeeRule, pages: int | None, copies: int, amount: int) -> str:
    if rule.method == "per_copy":
        return f"{copies} bản × {dong(rule.amount or 0)} = {dong(amount)}"
    if rule.method != "per_page" or pages is None:
        return ""
    first = min(pages, rule.threshold_pages)
    said = f"{first} trang × {dong(rule.amount or 0)}"
    if pages > first:
        said += f" + {pages - first} trang × {dong(rule.then_amount)}"
    one = page_fee(rule, pages)
    if rule.cap and one == rule.cap:
        said += f", tối đa {dong(rule.cap)}"
    if copies == 1:
        return f"{said} = {dong(amount)}"
    return f"({said}) × {copies} bản = {dong(amount)}"
