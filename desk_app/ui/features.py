"""What PySide6 looks for in every module that is imported, and need not: we use none of its features."""

from __future__ import annotations

import importlib
from typing import Any


def leave_sources_unread() -> None:
    """Keeps PySide6 from reading the source of each module imported from now on; before its first import.

    WORKAROUND for https://bugreports.qt.io/browse/PYSIDE-2029: once PySide6 is loaded, each import reads the
    whole module's source to see whether the word stands in it, and `linecache` keeps all of them: 8 MiB
    when the first page stands. The answer serves only `from __feature__ import …`, which is used nowhere.
    """
    import shiboken6  # noqa: F401 - brings its support package, from inside its library

    feature: Any = importlib.import_module("shibokensupport.feature")
    feature._mod_uses_pyside = _uses_no_feature


def _uses_no_feature(_module: object) -> bool:
    return False
