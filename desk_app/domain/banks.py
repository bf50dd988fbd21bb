"""Banks by the six-digit BIN that VietQR names them with (NAPAS's list; the ones communes use)."""

from __future__ import annotations

from typing import Final

BANKS: Final = {
    "970405": "Agribank",
    "970418": "BIDV",
    "970415": "VietinBank",
    "970436": "Vietcombank",
    "970422": "MB",
    "970407": "Techcombank",
    "970432": "VPBank",
    "970416": "ACB",
    "970423": "TPBank",
    "970403": "Sacombank",
    "970437": "HDBank",
    "970443": "SHB",
    "970441": "VIB",
    "970448": "OCB",
    "970426": "MSB",
    "970449": "LPBank",
    "970440": "SeABank",
}


def bank_name(bank: str) -> str:
    """The bank's name, or its BIN where it is none of these."""
    return BANKS.get(bank, f"ngân hàng mã {bank}")
