"""VietQR: what the square code of a bank transfer says, by EMVCo's and NAPAS's rules; a pure function.

Sources: EMVCo "QR Code Specification for Payment Systems: Merchant-Presented Mode" 1.1 (fields, CRC of
ISO/IEC 13239 with polynomial 0x1021 from 0xFFFF) and NAPAS "Định dạng mã VietQR trong dịch vụ chuyển nhanh
NAPAS247" (identifier A000000727, service QRIBFTTA, purpose in field 62-08).
"""

from __future__ import annotations

import re
from binascii import crc_hqx
from dataclasses import dataclass

from sync.model.text import fold

_NAPAS = "A000000727"
_TO_ACCOUNT = "QRIBFTTA"
_DONG, _VIETNAM = "704", "VN"
_STATIC, _ONCE = "11", "12"
MOST_DONG = 10**13 - 1
"""Field 54 holds 13 characters."""
MOST_PURPOSE = 25
"""Longer purposes are cut by some banks' applications; the number of a dossier without its marks fits."""

_BIN = re.compile(r"\d{6}\Z")
_ACCOUNT = re.compile(r"[0-9A-Za-z]{1,19}\Z")


@dataclass(frozen=True, slots=True)
class BankAccount:
    """Where money goes: the bank's six-digit BIN (``970436``), the account, and whose it is, in words."""

    bank: str
    account: str
    holder: str = ""

    def __post_init__(self) -> None:
        """Raises `ValueError` for a BIN or an account that cannot be one."""
        if not _BIN.match(self.bank):
            raise ValueError("bank")
        if not _ACCOUNT.match(self.account):
            raise ValueError("account")


def transfer_code(account: BankAccount, amount: int = 0, purpose: str = "", bill: str = "") -> str:
    """The text of the QR code: to `account`, `amount` dong (0: the payer types it), with `purpose`.

    `bill` is the payee's own number of the bill (field 62-01). Both are folded to plain letters, digits and
    spaces, which every bank takes. Raises `ValueError` for an amount outside 0 to `MOST_DONG` or a text that
    is longer than `MOST_PURPOSE` after that.
    """
    if not 0 <= amount <= MOST_DONG:
        raise ValueError("amount")
    said, billed = plain_purpose(purpose), plain_purpose(bill)
    if max(len(said), len(billed)) > MOST_PURPOSE:
        raise ValueError("purpose")
    receiver = _field("00", account.bank) + _field("01", account.account)
    body = _field("00", "01") + _field("01", _ONCE if amount or said or billed else _STATIC)
    body += _field("38", _field("00", _NAPAS) + _field("01", receiver) + _field("02", _TO_ACCOUNT))
    body += _field("53", _DONG)
    if amount:
        body += _field("54", str(amount))
    body += _field("58", _VIETNAM)
    more = (_field("01", billed) if billed else "") + (_field("08", said) if said else "")
    if more:
        body += _field("62", more)
    return f"{body}6304{crc(body + '6304')}"


def plain_purpose(text: str) -> str:
    """A purpose as banks take it: letters without diacritics, digits and single spaces, nothing else."""
    plain = text if text.isascii() else fold(text).upper()
    return " ".join(re.sub(r"[^0-9A-Za-z ]", "", plain).split())


def purpose_of(number: str) -> str:
    """The purpose that names a dossier: its number without marks.

    ``000.01.06.H99-261123-0042`` gives ``HS 0000106H992611230042``; of a longer unit's code the beginning
    goes, day and serial are always whole.
    """
    digits = "".join(char for char in number.upper() if char.isascii() and char.isalnum())
    return f"HS {digits[-(MOST_PURPOSE - 3) :]}"


def crc(text: str) -> str:
    """Field 63: four capital hexadecimal digits over everything before its value."""
    return f"{crc_hqx(text.encode('ascii'), 0xFFFF):04X}"


def _field(tag: str, value: str) -> str:
    """Tag, length in two digits, value."""
    return f"{tag}{len(value):02d}{value}"
