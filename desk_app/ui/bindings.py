"""What PySide must have learned before any thread but the window's works with it."""

from __future__ import annotations


def settle_bindings() -> None:
    """Loads the modules of Qt that other threads use, and makes the classes of all widgets. Called in the
    window's thread, where there is an application and no other thread yet.

    PySide keeps one tree of Qt's classes. Each module adds to it when it is loaded; each widget that Qt made
    and Python sees for the first time is looked up in it, and a first look makes classes on the way, in which
    another thread may get its turn. A module loaded there at that moment moves the very branch that is being
    read, and the process dies (PySide 6.11.3, ``BindingManager::findDerivedType``).
    """
    import PySide6.QtPrintSupport  # noqa: F401 - the printer's lane works with it
    from PySide6.QtWidgets import QScrollArea

    QScrollArea().viewport()  # made by Qt: the first look, which takes some 20 ms, is over here
