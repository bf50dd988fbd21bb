"""How this machine's window looks: shade, size of type, language. Nothing of it is the unit's."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Final

from desk_app.paths import mark_folders

if TYPE_CHECKING:
    from pathlib import Path

SHADES: Final = ("system", "light", "dark")
SIZES: Final = (90, 100, 110, 125, 150)
"""Per cent of the usual size of type."""
_LANGUAGES: Final = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Appearance:
    """`shade`: one of `SHADES`; `size`: one of `SIZES`; `language`: ``vi`` or ``en``."""

    shade: str = "system"
    size: int = 100
    language: str = "vi"


def appearance_file() -> Path:
    """Beside the machine's other marks, outside the data folder: a copied desk does not carry it along."""
    return mark_folders()[0] / "appearance.json"


def read_appearance() -> Appearance:
    """What was chosen on this machine; what is missing or damaged is as it ships."""
    try:
        kept = json.loads(appearance_file().read_bytes())
    except (OSError, ValueError):
        return Appearance()
    if not isinstance(kept, dict):
        return Appearance()
    usual = Appearance()
    allowed: dict[str, tuple[object, ...]] = {"shade": SHADES, "size": SIZES, "language": _LANGUAGES}
    return replace(usual, **{name: kept[name] for name, those in allowed.items() if kept.get(name) in those})


def keep_appearance(chosen: Appearance) -> None:
    """Remembers it. Raises `OSError` where the folder cannot be written."""
    from desk_app.store.store import write_atomically

    path = appearance_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, json.dumps(asdict(chosen)).encode())
