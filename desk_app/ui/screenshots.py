"""Pictures of every view, light and dark, in each language, at one size of screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final, Protocol

from desk_app.devices.appearance import Appearance
from desk_app.ui.screen_walk import ScreenWalk, StartWalk, rest_in_a_loop
from desk_app.ui.style import dressed_application, look_of_the_application
from desk_app.ui.tongue import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import QObject

    from desk_app.operations.first_start import Answers
    from desk_app.ui.first_start import FirstStart
    from desk_app.ui.window import MainWindow
    from sync.model.procedure import Procedure


class Beginning(Protocol):
    """A program on an empty folder: its window, and the first start's questions while they are asked."""

    window: MainWindow

    @property
    def first(self) -> FirstStart | None:
        """None until they are asked."""


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
    taken = []
    for look in looks(screen, window):
        walk = ScreenWalk(window, procedure, card)
        walk.settle(2)
        taken += [_picture(window, out / f"{screen}-{look}-{view}.png") for view in walk.views()]
    return taken


def take_start(begun: Callable[[str], Beginning], answered: Answers, screen: str, out: Path) -> list[Path]:
    """Pictures of the first start's questions; `begun` gives a program on an empty folder of that name."""
    taken = []
    for look in looks(screen):
        running = begun(look)
        running.window.resize(*_points(screen))
        running.window.show()
        wait_until(lambda running=running: running.first is not None)  # type: ignore[misc]
        assert running.first is not None
        views = StartWalk(running.first, answered).views()
        taken += [_picture(running.window, out / f"{screen}-{look}-{view}.png") for view in views]
        running.window.close()
    return taken


def looks(screen: str, window: MainWindow | None = None) -> Iterator[str]:
    """``light-vi`` and so on, each while it is chosen; a window is made as large as the screen."""
    if window is not None:
        window.resize(*_points(screen))
    look = look_of_the_application()
    assert look is not None
    for language in LANGUAGES:
        for shade in ("light", "dark"):
            look.choose(replace(Appearance(), language=language, shade=shade))
            yield f"{shade}-{language}"


def _points(screen: str) -> tuple[int, int]:
    across, down, scale = SCREENS[screen]
    return int(across / scale), int(down / scale)


def _picture(window: MainWindow, path: Path) -> Path:
    if not window.grab().save(str(path)):
        raise OSError(f"picture not written: {path.name}")
    return path
