"""How the scanners of this desk are set up: what a keyboard scanner adds to a code, which are no keyboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final, Literal

from desk_app.domain.mistakes import DeskError

End = Literal["both", "enter", "tab", "none"]
ENDS: Final[dict[End, str]] = {
    "both": "Enter hoặc Tab",
    "enter": "Phím Enter",
    "tab": "Phím Tab",
    "none": "Không gửi phím nào",
}
"""What a keyboard scanner sends after a code, in words."""
LONGEST_PREFIX: Final = 8
SPEEDS: Final = (9600, 19200, 38400, 57600, 115200)
MOST_PORTS: Final = 4
_LONGEST_NAME: Final = 200


@dataclass(frozen=True, slots=True)
class ScannerPort:
    """A scanner that is no keyboard: a serial port by its name and speed (bit/s), or a HID-POS scanner by its
    product's name.
    """

    kind: Literal["serial", "hid"]
    name: str
    speed: int = SPEEDS[0]

    @property
    def words(self) -> str:
        """As the officer knows it."""
        return f"Cổng {self.name}" if self.kind == "serial" else f"{self.name} (HID-POS)"


@dataclass(frozen=True, slots=True)
class ScannerSettings:
    """`prefix`: what the scanner types before each code, empty for nothing; `end`: what after it."""

    prefix: str = ""
    end: End = "both"
    ports: tuple[ScannerPort, ...] = ()

    def body(self, text: str) -> str:
        """A scan without the prefix."""
        return text.removeprefix(self.prefix) if self.prefix else text


def checked_prefix(text: str) -> str:
    """A prefix as it may be set. Raises `DeskError` for one no keyboard scanner types."""
    if len(text) > LONGEST_PREFIX or not text.isprintable() or not text.isascii() or text != text.strip():
        raise DeskError(
            "Chuỗi đầu mã này không dùng được.",
            f"Ghi tối đa {LONGEST_PREFIX} ký tự không dấu, không có khoảng trắng ở hai đầu.",
        )
    return text


def prefix_doubt(prefix: str) -> str:
    """What to mind about a prefix; empty: nothing. Telex and VNI change letters, digits and brackets."""
    if any(one.isalnum() or one in "[]{}" for one in prefix):
        return "Bộ gõ tiếng Việt có thể sửa chữ, số và ngoặc ở đầu mã; nên dùng dấu như ~ hoặc # ."
    return ""


def scanner_settings_of(value: Any) -> ScannerSettings:
    """Settings from JSON as they were kept; what is not understood is as if it were not set."""
    if not isinstance(value, dict):
        return ScannerSettings()
    prefix, end, ports = value.get("prefix"), value.get("end"), value.get("ports")
    found = [_port(one) for one in ports[:MOST_PORTS]] if isinstance(ports, list) else []
    return ScannerSettings(
        prefix[:LONGEST_PREFIX] if isinstance(prefix, str) else "",
        end if isinstance(end, str) and end in ENDS else "both",
        tuple(one for one in found if one is not None),
    )


def scanner_settings_value(settings: ScannerSettings) -> dict[str, Any]:
    """Settings as JSON."""
    ports = [{"kind": one.kind, "name": one.name, "speed": one.speed} for one in settings.ports]
    return {"prefix": settings.prefix, "end": settings.end, "ports": ports}


def _port(value: Any) -> ScannerPort | None:
    if not isinstance(value, dict) or value.get("kind") not in ("serial", "hid"):
        return None
    name, speed = value.get("name"), value.get("speed")
    if not isinstance(name, str) or not 0 < len(name) <= _LONGEST_NAME:
        return None
    return ScannerPort(value["kind"], name, speed if speed in SPEEDS else SPEEDS[0])
