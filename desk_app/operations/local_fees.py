"""Fees the province sets, written down once for all desks of the unit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import PRESENT, SETTINGS
from desk_app.operations.desk import FEES_OWN, Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.releases import published_records
from desk_app.operations.shared_facts import FEE_KEY, apply_shared
from desk_app.operations.unit_words import share_setting
from sync.catalogue.local_fees import LocalFee, in_force, local_fee_in
from sync.model.dossier import Officer
from sync.model.moment import day_of
from sync.model.strict import FieldError
from sync.model.text import TextRefused, nfc_line

_CHANGES: Final = Changes(settings=True, catalogue=True, sync=True)


@dataclass(frozen=True, slots=True)
class FeeLine:
    """A fee as it was written down: the procedure's name, and how it stands today: ``now``, ``later``,
    ``past`` (another one of the unit's followed) or ``center`` (the center's counts)."""

    fee: LocalFee
    procedure: str
    state: str


@needs(PRESENT)
def local_fees(desk: Desk) -> list[LocalFee]:
    """All that were written down."""
    held = desk.tables.setting(FEES_OWN) or {}
    return [local_fee_in(one) for one in held.get("fees", [])]


@needs(PRESENT)
def fee_lines(desk: Desk) -> list[FeeLine]:
    """All that were written down, by procedure and fee, the latest first."""
    today, fees = day_of(desk.clock()), local_fees(desk)
    now, catalogue = in_force(fees, today), desk.catalogue
    lines: list[FeeLine] = []
    for one in sorted(fees, key=lambda fee: (fee.procedure, fee.name, -fee.first.toordinal())):
        known = catalogue.get(one.procedure)
        state = "later" if one.first > today else "past"
        if now.get((one.procedure, one.name)) == one:
            counts = known is not None and any(
                rule.name == one.name and (rule.amount, rule.method) == (one.amount, one.per)
                for rule in known.fees
            )
            state = "now" if counts else "center"
        lines.append(FeeLine(one, known.name if known else one.procedure, state))
    return lines


@needs(SETTINGS)
def set_fee(desk: Desk, fee: LocalFee, officer: Officer) -> Outcome[bool]:
    """Writes a fee down for all desks of the unit; dossiers received before keep theirs. Returns whether the
    center publishes the fees of this procedure, so that it may not count. Raises `DeskError`."""
    if desk.catalogue.get(fee.procedure) is None:
        raise DeskError(f"Không có thủ tục mã “{fee.procedure[:40]}”.", "Chọn thủ tục trong danh mục.")
    if not fee.source:
        raise DeskError("Chưa ghi căn cứ của mức phí.", "Ghi số và ngày của nghị quyết HĐND tỉnh.")
    share_setting(desk, FEE_KEY + fee.key, fee.to_dict(), officer)
    apply_shared(desk)
    return Outcome(fee.procedure in published_records(desk, "fees"), _CHANGES)


@needs(SETTINGS)
def drop_fee(desk: Desk, fee: LocalFee, officer: Officer) -> Outcome[None]:
    """Takes a fee back, as if it had not been written; dossiers keep theirs."""
    share_setting(desk, FEE_KEY + fee.key, None, officer)
    apply_shared(desk)
    return Outcome(None, _CHANGES)


def fee_typed(
    procedure: str, name: str, amount: str, first: date | None, source: str, per: str, exempt: str
) -> LocalFee:
    """A fee as an officer types it: `amount` with or without dots, groups between semicolons.

    Raises `DeskError` that says what to do.
    """
    digits = amount.replace(".", "").replace(" ", "").removesuffix("đ")
    if not digits.isascii() or not digits.isdigit():
        raise DeskError("Số tiền phải là số đồng.", "Ghi như 8.000, không có phần lẻ.")
    if first is None:
        raise DeskError("Ngày áp dụng không đúng.", "Ghi ngày dạng 23/11/2026.")
    try:
        groups = tuple(line for one in exempt.split(";") if (line := nfc_line(one)))
        return LocalFee(procedure, nfc_line(name), int(digits), first, nfc_line(source), per, groups)
    except TextRefused as refused:
        raise DeskError(refused.title, refused.advice) from refused
    except FieldError as wrong:
        raise DeskError(f"Khoản phí chưa ghi được: {wrong}.", "Sửa rồi lưu lại.") from wrong
