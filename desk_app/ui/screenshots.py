"""Pictures of every view, light and dark, in each language, at one size of screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from desk_app.devices.appearance import Appearance
from desk_app.ui.screen_walk import ScreenWalk, rest_in_a_loop
from desk_app.ui.style import dressed_application, look_of_the_application
from desk_app.ui.tongue import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from desk_app.ui.window import MainWindow
    from sync.model.procedure import Procedure

SCREENS: Final = {
    "1024x768": (1024, 768, 1.0),
    "1366x768-125": (1366, 768, 1.25),
    "1920x1080-200": (1920, 1080, 2.0),
}
"""Name -> pixels across and down, and the scale the system is set to."""
_PATIENCE: Final = 400


def application() -> QObject:
    """The dressed application, which whoever takes pictures must keep."""
    return dressed_application(["motcua"])


def wait_until(true: Callable[[], bool]) -> None:
    """Lets the window work until something is so. Raises `RuntimeError` when it does not come."""
    for _ in range(_PATIENCE):
        if true():
            return
        rest_in_a_loop(50)
    raise RuntimeError("the window did not open")


def take(window: MainWindow, screen: str, out: Path, procedure: Procedure, card: str) -> list[Path]:
    """Pictures of a shown window as `SCREEN-SHADE-LANGUAGE-VIEW.png`; returns their paths."""
    across, down, scale = SCREENS[screen]
    window.resize(int(across / scale), int(down / scale))
    look = look_of_the_application()
    assert look is not None
    taken = []
    for language in LANGUAGES:
        for shade in ("light", "dark"):
            look.choose(replace(Appearance(), language=language, shade=shade))
            walk = ScreenWalk(window, procedure, card)
            walk.settle(2)
            for view in walk.views():
                path = out / f"{screen}-{shade}-{language}-{view}.png"
                if not window.grab().save(str(path)):
                    raise OSError(f"picture not written: {path.name}")
                taken.append(path)
    return taken
