"""Whether Caps Lock is on, where the system tells."""

from __future__ import annotations

import sys
from typing import Final

_VK_CAPITAL: Final = 0x14


def caps_lock() -> bool | None:
    """On Windows whether it is on (`GetKeyState`, low bit); None where no system call says it."""
    if sys.platform != "win32":
        return None
    import ctypes

    return bool(ctypes.windll.user32.GetKeyState(_VK_CAPITAL) & 1)


def caps_lock_by_key(typed: str, *, shift: bool) -> bool | None:
    """What a typed letter says of it: a capital without Shift, or a small letter with it; None: no letter."""
    if len(typed) != 1 or not typed.isalpha() or typed.upper() == typed.lower():
        return None
    return typed.isupper() != shift
