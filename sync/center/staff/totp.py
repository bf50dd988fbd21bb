"""Codes that change every half minute (TOTP, RFC 6238 on HOTP, RFC 4226): HMAC-SHA-1, six digits, 30 seconds.

SHA-1 because every authenticator on telephones takes it whatever the address says; in HMAC it is sound
(RFC 4226, appendix B.2).
"""

from __future__ import annotations

import base64
import hmac
import struct
from typing import Final
from urllib.parse import quote

SECRET_BYTES: Final = 20
"""As long as the hash, as RFC 4226 asks (section 4, R6)."""
PERIOD: Final = 30
DIGITS: Final = 6
WINDOW: Final = 1
"""Periods before and after the present one whose codes are taken: telephones are some seconds off."""


def code_at(secret: bytes, step: int, *, digits: int = DIGITS, digest: str = "sha1") -> str:
    """The code of a period (seconds since 1970 divided by `PERIOD`)."""
    made = hmac.digest(secret, struct.pack(">Q", step), digest)
    offset = made[-1] & 0x0F
    number = struct.unpack_from(">I", made, offset)[0] & 0x7FFF_FFFF
    return str(number % 10**digits).zfill(digits)


def step_of(secret: bytes, code: str, now: int, last: int) -> int | None:
    """The period that a code is of, if it is near `now` (seconds since 1970) and after `last`, the period of
    the code taken last: none is taken twice. Looks at every period, whichever fits."""
    found = None
    plain = "".join(code.split())
    for step in range(now // PERIOD - WINDOW, now // PERIOD + WINDOW + 1):
        fits = hmac.compare_digest(code_at(secret, max(step, 0)).encode(), plain.encode())
        if fits and step > last:
            found = step
    return found


def shown(secret: bytes) -> str:
    """The secret as a person types it, in groups of four."""
    text = base64.b32encode(secret).decode().rstrip("=")
    return " ".join(text[at : at + 4] for at in range(0, len(text), 4))


def address_of(secret: bytes, issuer: str, login: str) -> str:
    """What an authenticator reads from the picture (Google's Key Uri Format)."""
    name = quote(f"{issuer}:{login}", safe="")
    told = f"secret={shown(secret).replace(' ', '')}&issuer={quote(issuer, safe='')}"
    return f"otpauth://totp/{name}?{told}&algorithm=SHA1&digits={DIGITS}&period={PERIOD}"
