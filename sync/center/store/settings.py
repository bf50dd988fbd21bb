"""`center.json` in a center's data folder: which center this is, where its rows lie, and nothing secret."""

from __future__ import annotations

import json
import os
import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from sync.center.store.trouble import CenterError
from sync.durable import sync_folder
from sync.identity.keys import PublicKeys
from sync.model.number import is_unit

SETTINGS: Final = "center.json"
_ID = re.compile(r"[0-9a-f]{16}\Z")


@dataclass(frozen=True, slots=True)
class Upstream:
    """The center a hub is enrolled at: its keys whole, where it answers, the pins of its TLS keys."""

    center: PublicKeys
    address: str
    pins: tuple[bytes, ...] = ()


def read_settings(path: Path) -> dict[str, Any]:
    """What stands in the file. Raises `CenterError`."""
    try:
        settings = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise CenterError(
            f"Tệp {SETTINGS} của trung tâm không đọc được.", "Hãy lấy lại tệp này từ bản sao lưu."
        ) from error
    return checked_settings(settings)


def checked_settings(settings: Any) -> dict[str, Any]:
    """The settings, if a center can be opened by them. Raises `CenterError`."""
    try:
        known = int(settings["version"]) == 1
        sound = bool(_ID.match(settings["id"])) and is_unit(settings["unit"]) and settings["title"]
        sound = sound and all(isinstance(settings.get(one, ""), str) for one in ("database", "scans"))
    except (ValueError, KeyError, TypeError) as error:
        raise CenterError(
            f"Tệp {SETTINGS} của trung tâm không đọc được.", "Hãy lấy lại tệp này từ bản sao lưu."
        ) from error
    if not known:
        raise CenterError(
            "Dữ liệu của trung tâm do phiên bản phần mềm mới hơn ghi.",
            "Hãy cài phiên bản mới nhất của chương trình.",
        )
    if not sound:
        raise CenterError(f"Tệp {SETTINGS} của trung tâm không đúng.", "Hãy lấy lại tệp này từ bản sao lưu.")
    return dict(settings)


def upstream_of(settings: dict[str, Any]) -> Upstream | None:
    """The center above, where the settings are a hub's. Raises `CenterError`."""
    raw = settings.get("upstream")
    if raw is None:
        return None
    try:
        keys = PublicKeys(*(bytes.fromhex(part) for part in raw["center"]))
        return Upstream(keys, str(raw["address"]), tuple(bytes.fromhex(one) for one in raw["pins"]))
    except (ValueError, KeyError, TypeError) as error:
        raise CenterError(f"Tệp {SETTINGS} không đúng.", "Hãy lấy lại tệp này từ bản sao lưu.") from error


def write_settings(path: Path, settings: dict[str, Any]) -> None:
    """Writes the file, whole or not at all. Raises `OSError`."""
    draft = path.with_suffix(".new")
    with draft.open("w", encoding="utf-8") as file:
        json.dump(settings, file, ensure_ascii=False, indent=2)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    with suppress(OSError):
        sync_folder(path.parent)
