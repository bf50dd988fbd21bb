"""Times New Roman as the machine has it: an office may choose it instead of the shipped serif.

It is Microsoft's and cannot be shipped; Windows and macOS bring it along, on Linux a package of fonts does.
Where it is not whole, or lacks a letter of Vietnamese, papers are printed in the shipped serif.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from sync.typeset.fonts import SERIF, STYLES, Style, Typeface, fonts

SHIPPED: Final = "shipped"
TIMES: Final = "times"
TYPEFACES: Final = (SHIPPED, TIMES)
"""Names of the choice in a desk's settings and on the command line."""

VIETNAMESE: Final = frozenset(
    {chr(code) for code in range(0x1EA0, 0x1EFA)}
    | set("ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư")
    | {chr(code) for code in range(0x20, 0x7F)}
    | set("–“”…")
)
"""What a typeface must have to print our papers; rarer signs become boxes."""

_FILES: Final[Mapping[Style, tuple[str, ...]]] = {
    "regular": ("times.ttf", "times new roman.ttf", "times_new_roman.ttf"),
    "bold": ("timesbd.ttf", "times new roman bold.ttf", "times_new_roman_bold.ttf"),
    "italic": ("timesi.ttf", "times new roman italic.ttf", "times_new_roman_italic.ttf"),
    "bold_italic": (
        "timesbi.ttf",
        "times new roman bold italic.ttf",
        "times_new_roman_bold_italic.ttf",
    ),
}
"""File names (in small letters) on Windows, on macOS, and as Linux's packages rename them."""

_STYLE_NAMES: Final[Mapping[Style, str]] = {
    "regular": "thường",
    "bold": "đậm",
    "italic": "nghiêng",
    "bold_italic": "đậm nghiêng",
}
_INSTEAD: Final = "giấy tờ in bằng phông có sẵn của chương trình."


@dataclass(frozen=True, slots=True)
class Chosen:
    """The typeface papers are set in. `problem`: why it is not the one that was asked for; empty: it is."""

    typeface: Typeface
    problem: str = ""


@lru_cache(maxsize=4)
def typeface_named(name: str, folders: tuple[Path, ...] | None = None) -> Chosen:
    """The typeface of a name of `TYPEFACES`; any other name is the shipped serif.

    `folders` are looked through with all below them, the system's by default. What was found is remembered
    (`look_again` forgets it).
    """
    if name != TIMES:
        return Chosen(SERIF)
    found = _found(font_folders() if folders is None else folders)
    missing = [_STYLE_NAMES[style] for style in STYLES if style not in found]
    if len(missing) == len(STYLES):
        return Chosen(SERIF, f"Máy này chưa cài phông Times New Roman; {_INSTEAD}")
    if missing:
        return Chosen(
            SERIF, f"Phông Times New Roman trên máy này thiếu kiểu chữ {', '.join(missing)}; {_INSTEAD}"
        )
    regular, bold, italic, both = (found[style] for style in STYLES)
    times = Typeface("TimesNewRoman", (regular, bold, italic, both))
    try:
        lacking = VIETNAMESE - fonts(times).covered
    except Exception:  # a broken font file makes reportlab's reader fail in any way it likes
        return Chosen(SERIF, f"Không đọc được phông Times New Roman trên máy này; {_INSTEAD}")
    if lacking:
        return Chosen(
            SERIF,
            f"Phông Times New Roman trên máy này thiếu chữ tiếng Việt (như “{max(lacking)}”); {_INSTEAD}",
        )
    return Chosen(times)


def look_again() -> None:
    """Forgets what was found: a font may have been installed since."""
    typeface_named.cache_clear()


def font_folders(
    platform: str = sys.platform, environ: Mapping[str, str] | None = None, home: Path | None = None
) -> tuple[Path, ...]:
    """Where a system keeps its fonts and then where its user does; not all of them need exist."""
    environ = os.environ if environ is None else environ
    home = Path.home() if home is None else home
    if platform == "win32":
        local = environ.get("LOCALAPPDATA")
        own = Path(local) if local else home / "AppData" / "Local"
        system = Path(environ.get("SYSTEMROOT") or "C:/Windows")
        return system / "Fonts", own / "Microsoft" / "Windows" / "Fonts"
    if platform == "darwin":
        return Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library" / "Fonts"
    shared = Path(environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), shared / "fonts", home / ".fonts"


def _found(folders: Sequence[Path]) -> dict[Style, Path]:
    """The first file of each style, in a fixed order of folders."""
    found: dict[Style, Path] = {}
    for folder in folders:
        for where, below, files in os.walk(folder):
            below.sort()
            there = {file.lower(): file for file in sorted(files, reverse=True)}
            for style, names in _FILES.items():
                name = next((there[name] for name in names if name in there), None)
                if name is not None:
                    found.setdefault(style, Path(where) / name)
    return found
