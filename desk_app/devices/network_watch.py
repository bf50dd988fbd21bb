"""The network's return, as the operating system tells it: an exchange starts at once, not at the next look.

QtNetwork costs some megabytes, so it is loaded when an exchange first failed, and where the system
offers no word (no backend, no bus) the worker's own look at the routes stands alone.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject


def has_route() -> bool:
    """Whether the machine is on a network at all. Nothing is sent: a datagram socket only picks a route."""
    import socket

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect(("192.0.2.1", 9))  # an address that belongs to nobody (RFC 5737)
        except OSError:
            return False
    return True


class NetworkWatch(QObject):
    """Calls `came_back` in its own thread's loop whenever the system says it is online again."""

    def __init__(self, came_back: Callable[[], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._came_back = came_back
        self._looked = False
        self._none: object = None
        self.source: QObject | None = None

    def look(self) -> None:
        """Begins to listen; nothing more the second time."""
        if self._looked:
            return
        self._looked = True
        from PySide6.QtNetwork import QNetworkInformation  # noqa: TID251 - nothing is sent

        if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            return
        self._none = QNetworkInformation.Reachability.Disconnected
        found = QNetworkInformation.instance()
        self.source = found
        found.reachabilityChanged.connect(self._told)

    def _told(self, reachability: object) -> None:
        # A center may stand in the commune's own network: no word of the internet is waited for.
        if reachability != self._none:
            self._came_back()
