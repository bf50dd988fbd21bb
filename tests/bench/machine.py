"""What the figures were taken on."""

from __future__ import annotations

import os
import platform
import shutil
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("cryptography", "msgspec", "PySide6-Essentials", "reportlab", "sqlcipher3", "zstandard")


def facts(out: Path) -> dict[str, str]:
    """Processor, memory, disk, system, Python, packages and how busy the machine was."""
    found = {
        "processor": f"{_processor()}, {os.cpu_count()} cores",
        "memory": _memory(),
        "disk": f"{_file_system(out)}, {shutil.disk_usage(out).free // 2**30} GiB free",
        "system": platform.platform(),
        "Python": sys.version.split()[0],
        "packages": ", ".join(f"{name} {_version(name)}" for name in PACKAGES),
    }
    if hasattr(os, "getloadavg"):
        found["load before"] = f"{os.getloadavg()[0]:.2f} (1 min)"
    return found


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in text.splitlines() if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _memory() -> str:
    try:
        pages, size = os.sysconf("SC_PHYS_PAGES"), os.sysconf("SC_PAGE_SIZE")
    except (AttributeError, ValueError, OSError):
        return "unknown"
    return f"{pages * size / 2**30:.1f} GiB"


def _file_system(path: Path) -> str:
    """The file system a folder lies on (Linux), by the longest mount point above it."""
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8").splitlines()
    except OSError:
        return "unknown"
    where = str(path.resolve())
    mounts = [line.split()[1:3] for line in lines]
    above = [one for one in mounts if where == one[0] or where.startswith(one[0].rstrip("/") + "/")]
    return max(above, key=lambda one: len(one[0]))[1] if above else "unknown"
