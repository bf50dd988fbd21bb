"""Fees that the province's council sets, as an office wrote them: over the catalogue, under the center's.

A national decision leaves many fees to the province (method ``manual``: the officer gives the amount each
time). Written down once, with the day from which it holds, such a fee is reckoned like any other. A fee whose
amount the center publishes is the center's from the day it holds, whatever an office wrote.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from sync.catalogue.catalogue import Catalogue
from sync.model.fees import MOST_DONG
from sync.model.procedure import FEE_KINDS, FeeRule, Procedure
from sync.model.strict import FieldError

PER = {"fixed": "hồ sơ", "per_copy": "bản", "per_page": "trang"}
"""What an amount is for."""
LONGEST, MOST_GROUPS = 200, 20


@dataclass(frozen=True, slots=True)
class LocalFee:
    """A fee of a procedure from the day `first` on: `amount` in dong for each of `PER`; `exempt` groups pay
    nothing (empty: those the catalogue names); `source` is the resolution it stands in."""

    procedure: str
    name: str
    amount: int
    first: date
    source: str
    per: str = "fixed"
    exempt: tuple[str, ...] = ()
    kind: str = "le_phi"

    def __post_init__(self) -> None:
        if not self.procedure or not self.name or max(len(self.name), len(self.source)) > LONGEST:
            raise FieldError("name", f"phải có từ 1 đến {LONGEST} ký tự")
        if isinstance(self.amount, bool) or not 0 <= self.amount <= MOST_DONG:
            raise FieldError("amount", "phải là số tiền đồng, không âm")
        if self.per not in PER:
            raise FieldError("per", f"phải là một trong: {', '.join(PER)}")
        if self.kind not in FEE_KINDS:
            raise FieldError("kind", f"phải là một trong: {', '.join(FEE_KINDS)}")
        if len(self.exempt) > MOST_GROUPS or any(not one or len(one) > LONGEST for one in self.exempt):
            raise FieldError("exempt", "có nhóm để trống hoặc quá dài")

    @property
    def key(self) -> str:
        """Names it among an office's settings: procedure, fee and day."""
        name = sha256(f"{self.procedure}|{self.name}".encode()).hexdigest()[:16]
        return f"{name}.{self.first:%Y%m%d}"

    def to_dict(self) -> dict[str, Any]:
        """As it is stored and shared."""
        return {
            "procedure": self.procedure,
            "name": self.name,
            "amount": self.amount,
            "from": self.first.isoformat(),
            "source": self.source,
            "per": self.per,
            "exempt": list(self.exempt),
            "kind": self.kind,
        }

    def over(self, rule: FeeRule | None) -> FeeRule:
        """The rule of the catalogue with what the office wrote."""
        base = rule or FeeRule(self.name, self.kind, amount=0)
        by_page = self.per == "per_page"
        return replace(
            base,
            method=self.per,
            amount=self.amount,
            then_amount=self.amount if by_page else 0,
            threshold_pages=1 if by_page else 0,
            cap=0,
            exempt=self.exempt or base.exempt,
            source=self.source or base.source,
        )


def local_fee_in(value: object) -> LocalFee:
    """A fee as it was stored. Raises `FieldError`."""
    if not isinstance(value, Mapping):
        raise FieldError("fee", "không phải một khoản phí")
    texts = {name: value.get(name) for name in ("procedure", "name", "from", "source", "per", "kind")}
    amount, exempt = value.get("amount"), value.get("exempt")
    if not all(isinstance(one, str) for one in texts.values()) or not isinstance(amount, int):
        raise FieldError("fee", "thiếu trường")
    if not isinstance(exempt, list) or not all(isinstance(one, str) for one in exempt):
        raise FieldError("exempt", "phải là danh sách")
    try:
        first = date.fromisoformat(str(texts["from"]))
    except ValueError:
        raise FieldError("from", "phải là ngày dạng 2026-11-23") from None
    return LocalFee(
        str(texts["procedure"]),
        str(texts["name"]),
        amount,
        first,
        str(texts["source"]),
        str(texts["per"]),
        tuple(exempt),
        str(texts["kind"]),
    )


def in_force(fees: Iterable[LocalFee], day: date) -> dict[tuple[str, str], LocalFee]:
    """Of each procedure and fee the one that holds on a day: the last that began."""
    found: dict[tuple[str, str], LocalFee] = {}
    for one in sorted(fees, key=lambda fee: fee.first):
        if one.first <= day:
            found[one.procedure, one.name] = one
    return found


def with_local_fees(
    catalogue: Catalogue, fees: Iterable[LocalFee], day: date, published: Collection[str] = ()
) -> Catalogue:
    """The catalogue with an office's fees of a day; `published` are the codes whose fees the center publishes
    that day: there only what the center leaves to the province is the office's to say."""
    merged: dict[str, Procedure] = dict(catalogue.base)
    for (code, name), fee in in_force(fees, day).items():
        known = merged.get(code)
        if known is None:
            continue  # waits until the catalogue has it
        rules = {one.name: one for one in known.fees}
        rule = rules.get(name)
        if code in published and (rule is None or rule.amount is not None):
            continue
        rules[name] = fee.over(rule)
        try:
            merged[code] = replace(known, fees=tuple(rules.values()))
        except FieldError:
            continue
    return Catalogue(catalogue.base_version, merged, catalogue.amendments)
