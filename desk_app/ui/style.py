"""The look: tokens and style sheet of `resources/style`, light or dark, and Be Vietnam Pro."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desk_app.devices.appearance import Appearance, read_appearance
from desk_app.devices.screen import colours, font_files, pictures, style_sheet
from desk_app.ui import measures
from desk_app.ui.old_text import OldTextWatch
from desk_app.ui.tongue import speak

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

FAMILY: Final = "Be Vietnam Pro"


class Look(QObject):
    """Dresses the application, and again when the system turns light or dark (unless the officer settled it).

    `rewritten` after the language or the size of type changed: what stands already has to be made anew.
    """

    rewritten = Signal()

    def __init__(self, app: QApplication, chosen: Appearance | None = None) -> None:
        super().__init__(app)
        self._app = app
        # Before our own palette is on, the system's tells its shade. (Touching the namespace `Qt` here would
        # cost an eighth of an empty window's start: all its enumerations are made at once.)
        self._system_dark = app.palette().window().color().lightness() < 128
        self._colours = colours()
        self._sheet = style_sheet()
        self.chosen = chosen or read_appearance()
        self.dark = self._wanted_dark()
        app.setStyle(QStyleFactory.create("Fusion"))
        for path in font_files():
            QFontDatabase.addApplicationFont(path)
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self._spell()
        self.refresh()

    def _wanted_dark(self) -> bool:
        return self._system_dark if self.chosen.shade == "system" else self.chosen.shade == "dark"

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._system_dark = scheme.name == "Dark"
        if self.dark != self._wanted_dark():
            self.dark = self._wanted_dark()
            self.refresh()

    def choose(self, chosen: Appearance) -> None:
        """Another appearance, at once."""
        before, self.chosen = self.chosen, chosen
        if chosen == before:
            return
        self.dark = self._wanted_dark()
        self._spell()
        self.refresh()
        if (chosen.size, chosen.language) != (before.size, before.language):
            self.rewritten.emit()

    def put(self, *, dark: bool) -> None:
        """The dark colours, or the light ones, until the next choice."""
        self.dark = dark
        self.refresh()

    def _spell(self) -> None:
        """Language and size of type."""
        measures.put_size(self.chosen.size)
        speak(self.chosen.language)
        font = QFont(FAMILY)
        font.setPixelSize(measures.sized(15))
        self._app.setFont(font)

    def refresh(self) -> None:
        """Puts the colours on."""
        shade = "dark" if self.dark else "light"
        tokens = self._colours[shade]
        self._app.setPalette(_palette(tokens))
        self._app.setStyleSheet(sized_sheet(dressed(self._sheet, tokens | pictures(shade)), self.chosen.size))


def sized_sheet(sheet: str, size: int) -> str:
    """The style sheet with type, and the height of what holds it, at `size` per cent."""
    if size == 100:
        return sheet
    lengths = r"((?:font-size|min-height):\s*)(\d+)px"
    return re.sub(lengths, lambda found: f"{found[1]}{measures.sized(int(found[2]), size)}px", sheet)


def dressed(sheet: str, tokens: dict[str, str]) -> str:
    """The style sheet with each ``$name`` replaced by its colour, longest names first."""
    for name in sorted(tokens, key=len, reverse=True):
        sheet = sheet.replace(f"${name}", tokens[name])
    return sheet


def _palette(tokens: dict[str, str]) -> QPalette:
    """For what Fusion paints by itself: ticks, arrows, placeholders, delegates."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "page",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "page",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.PlaceholderText: "quiet",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.Highlight: "primary",
        QPalette.ColorRole.HighlightedText: "on-primary",
        QPalette.ColorRole.Accent: "primary",
        QPalette.ColorRole.Link: "primary",
        QPalette.ColorRole.Mid: "control",
        QPalette.ColorRole.Dark: "control",
    }
    for role, name in roles.items():
        palette.setColor(role, QColor(tokens[name]))
    return palette


def dressed_application(arguments: list[str]) -> QApplication:
    """The one application of the process, dressed."""
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(arguments)
    app.setApplicationName("motcua")
    app.setApplicationDisplayName("Một cửa")
    if app.findChild(Look) is None:
        Look(app)
        OldTextWatch(app)
    return app


def look_of_the_application() -> Look | None:
    """How the application is dressed, if it is."""
    app = QApplication.instance()
    return app.findChild(Look) if app is not None else None
