"""An empty window of PySide6, the floor of every window. It stays open until its process is ended."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

application = QApplication(sys.argv[:1])
window = QMainWindow()
window.resize(1366, 720)
window.show()
application.exec()
