"""The system's word that the network is back: told on, and not looked for before it is needed."""

from __future__ import annotations

import subprocess
import sys

import pytest
from pytestqt.qtbot import QtBot

from desk_app.devices.network_watch import NetworkWatch


def test_the_systems_word_that_it_is_online_starts_an_exchange(qtbot: QtBot) -> None:
    from PySide6.QtNetwork import QNetworkInformation  # noqa: TID251 - nothing is sent

    word = QNetworkInformation.Reachability
    asked: list[str] = []
    watch = NetworkWatch(lambda: asked.append("exchange"))
    watch.look()
    watch.look()
    if watch.source is None:
        pytest.skip("this system offers no word of its network")
    told = QNetworkInformation.instance().reachabilityChanged
    told.emit(word.Disconnected)
    assert asked == []
    told.emit(word.Local)
    assert asked == ["exchange"]
    told.emit(word.Online)
    assert asked == ["exchange", "exchange"]


def test_qt_network_waits_until_an_exchange_failed() -> None:
    code = (
        "import sys; from desk_app.devices.network_watch import NetworkWatch; NetworkWatch(print);"
        "sys.exit('PySide6.QtNetwork' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
