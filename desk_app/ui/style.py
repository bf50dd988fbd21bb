"""The look: tokens and style sheet of `resources/style`, light or dark, and Be Vietnam Pro."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desk_app.devices.screen import colours, font_files, pictures, style_sheet
from desk_app.ui.old_text import OldTextWatch

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

FAMILY: Final = "Be Vietnam Pro"


class Look(QObject):
    """Dresses the application, and again when the system turns light or dark (unless `dark` settles it)."""

    def __init__(self, app: QApplication, dark: bool | None = None) -> None:
        super().__init__(app)
        self._app = app
        # Before our own palette is on, the system's tells its shade. (Touching the namespace `Qt` here would
        # cost an eighth of an empty window's start: all its enumerations are made at once.)
        self.dark = app.palette().window().color().lightness() < 128 if dark is None else dark
        self._settled = dark is not None
        self._colours = colours()
        self._sheet = style_sheet()
        app.setStyle(QStyleFactory.create("Fusion"))
        for path in font_files():
            QFontDatabase.addApplicationFont(path)
        font = QFont(FAMILY)
        font.setPixelSize(15)
        app.setFont(font)
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.refresh()

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        if not self._settled:
            self.put(dark=scheme.name == "Dark")

    def put(self, *, dark: bool) -> None:
        """The dark colours, or the light ones."""
        self.dark = dark
        self.refresh()

    def refresh(self) -> None:
        """Puts the colours on."""
        shade = "dark" if self.dark else "light"
        tokens = self._colours[shade]
        self._app.setPalette(_palette(tokens))
        self._app.setStyleSheet(dressed(self._sheet, tokens | pictures(shade)))


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
    Look(app)
    OldTextWatch(app)
    return app
