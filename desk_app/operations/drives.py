"""Where sticks are and what lies on them: asked whenever the sync page comes to the front.

Most offices never use one, so what reads and writes them is not loaded for the question.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path


def drives() -> list[Path]:
    """The removable drives that are there now, as folders to write into."""
    if sys.platform == "win32":
        return _windows_drives()
    user = os.environ.get("USER", "")
    found: list[Path] = []
    for above in (Path("/run/media") / user, Path("/media") / user, Path("/media")):
        try:
            found += [one for one in sorted(above.iterdir()) if os.path.ismount(one)]
        except OSError:
            continue
    return list(dict.fromkeys(found))


def _windows_drives() -> list[Path]:
    if sys.platform != "win32":
        return []
    import ctypes

    removable = 2
    kernel = ctypes.windll.kernel32
    letters = [chr(65 + at) for at in range(26) if kernel.GetLogicalDrives() >> at & 1]
    return [Path(f"{one}:\\") for one in letters if kernel.GetDriveTypeW(f"{one}:\\") == removable]


def bundles_in(folder: Path) -> list[Path]:
    """The bundles in a folder, as `sync.links.stick` finds them."""
    from sync.links import stick

    return stick.bundles_in(folder)
