"""The table of fees: each row over the rule that holds, of each procedure the whole schedule afterwards."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from sync.catalogue.table_reading import Reading, Rules, Standing, changed, folded
from sync.model.fees import MOST_DONG
from sync.model.procedure import FeeRule
from sync.model.strict import FieldError

_METHOD_WORDS: Final = {"ho so": "fixed", "ban": "per_copy", "trang": "per_page", "nhap tay": "manual"}
_KIND_WORDS: Final = {"phi": "phi", "le phi": "le_phi"}
_CHANNEL_WORDS: Final = {"tai quay": "desk", "truc tuyen": "online", "buu chinh": "post"}
_DROPPED: Final = ("bo", "bai bo")


def read_fee(reading: Reading, row: int, cells: Mapping[str, str], stands: Standing) -> None:
    """Takes a row of the table in."""
    code, name = cells["Mã thủ tục"], cells["Khoản thu"]
    procedure = stands.catalogue.get(code)
    if procedure is None:
        reading.wrong(row, code, "Mã thủ tục", "không có thủ tục này trong danh mục")
        return
    if not name or len(name) > 200:
        reading.wrong(row, code, "Khoản thu", "phải có từ 1 đến 200 ký tự")
        return
    try:
        channels = _channels(cells["Hình thức"])
        held = next((one for one in procedure.fees if (one.name, one.channels) == (name, channels)), None)
        dropped = folded(cells["Số tiền"]) in _DROPPED
        rule = None if dropped else _rule(name, channels, cells, held)
    except FieldError as error:
        reading.wrong(row, code, error.field, error.reason)
        return
    if reading.once(row, code, f"{name} {channels}"):
        reading.fees.setdefault(code, {})[name, channels] = rule


def _channels(text: str) -> tuple[str, ...]:
    said = [folded(one) for one in text.split(";") if one.strip()]
    if any(one not in _CHANNEL_WORDS for one in said):
        raise FieldError(
            "Hình thức", "phải là: tại quầy, trực tuyến, bưu chính; hoặc để trống (mọi hình thức)"
        )
    return tuple(_CHANNEL_WORDS[one] for one in said)


def _rule(name: str, channels: tuple[str, ...], cells: Mapping[str, str], held: FeeRule | None) -> FeeRule:
    """A row over the rule that holds: what a table has no column for stays."""
    method = _word(cells, "Tính theo", _METHOD_WORDS, held.method if held else "fixed")
    kind = _word(cells, "Loại", _KIND_WORDS, held.kind if held else "phi")
    amount = _dong(cells["Số tiền"]) if method != "manual" else None
    base = held or FeeRule(name, amount=0)
    same = held is not None and held.method == method
    by_page = method == "per_page"
    exempt = tuple(filter(None, (one.strip() for one in cells["Miễn cho"].split(";"))))
    return FeeRule(
        name,
        kind,
        method,
        amount,
        (base.then_amount if same else amount or 0) if by_page else 0,
        (base.threshold_pages if same else 1) if by_page else 0,
        base.cap if by_page and same else 0,
        exempt,
        cells["Căn cứ"],
        channels,
        base.optional,
    )


def _word(cells: Mapping[str, str], column: str, words: Mapping[str, str], otherwise: str) -> str:
    said = folded(cells[column])
    if said and said not in words:
        raise FieldError(column, "không hiểu; chỉ dùng các từ có trong bảng tải về")
    return words[said] if said else otherwise


def _dong(text: str) -> int:
    digits = re.sub(r"[.,\s]|đồng|đ", "", text.lower())
    if not digits.isascii() or not digits.isdigit() or int(digits[:15]) > MOST_DONG:
        raise FieldError("Số tiền", "phải là số tiền đồng, ví dụ 8.000; hoặc “bỏ”")
    return int(digits[:15])


def whole_fees(reading: Reading, stands: Standing) -> None:
    """Of each procedure the whole schedule, as a release says it; those that stay as they are go."""
    for code, said in reading.fees.items():
        procedure = stands.catalogue.get(code)
        assert procedure is not None
        rules: Rules = {(one.name, one.channels): one for one in procedure.fees}
        after = tuple(one for one in (rules | said).values() if one is not None)
        if after == procedure.fees:
            reading.unchanged += 1
            continue
        told = {one.name: one.amount for one in procedure.fees}
        rows = [fee_out(one) for one in after]
        changed(reading, code, {"fees": rows}, {"fees": told} if told else {})


def fee_out(rule: FeeRule) -> dict[str, Any]:
    """A fee's rule as a procedure's record has it."""
    return {
        "name": rule.name,
        "kind": rule.kind,
        "method": rule.method,
        "amount": rule.amount,
        "then_amount": rule.then_amount,
        "threshold_pages": rule.threshold_pages,
        "cap": rule.cap,
        "exempt": list(rule.exempt),
        "source": rule.source,
        "channels": list(rule.channels),
        "optional": rule.optional,
    }
