"""What every test stands on: its own home and keys, an offscreen Qt, reproducible hypothesis, and no network.

* A test never touches the keyring, the home folder or the settings of whoever runs it: they lie in a fresh
  folder.
* Only the loopback and local sockets can be connected to; anything else raises `NetworkUseError`.
* A warning in our own log fails the test, unless it is marked `expects_log`. Python's and Qt's warnings fail
  it by configuration (`pyproject.toml`).
* With `MOTCUA_CORE=1` the run proves that the core needs no Qt: it refuses to start where PySide6 can be
  imported, and leaves out the tests of the rooms that need it.
"""

from __future__ import annotations

import importlib.util
import ipaddress
import logging
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis.internal.conjecture import providers

from tests import halves

HAS_QT = importlib.util.find_spec("PySide6") is not None
CORE_ONLY = os.environ.get("MOTCUA_CORE") == "1"
QT_ROOMS = {"ui", "background", "devices", "window"}
NOT_FOR_TESTS = {
    *("http_proxy", "https_proxy", "all_proxy", "dbus_session_bus_address", "motcua_data", "motcua_officer"),
}
OUR_LOGS = ("desk_app", "sync")

# Else the constants in whatever modules happen to be loaded are drawn from, and the same test would search
# elsewhere when run alone, with all others, or without Qt.
providers._get_local_constants = lambda: providers._local_constants

settings.register_profile(
    "ci",
    derandomize=True,
    deadline=None,
    database=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile(
    "proof",
    parent=settings.get_profile("ci"),
    derandomize=False,
    max_examples=3000,
    stateful_step_count=120,
    phases=tuple(Phase),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


class NetworkUseError(RuntimeError):
    """A test tried to reach beyond this machine. Not an `OSError`: no retry may swallow it."""


def pytest_addoption(parser: pytest.Parser) -> None:
    # pytest-qt's settings stand in pyproject.toml; where it is not installed they still need a name.
    if importlib.util.find_spec("pytestqt") is None:
        parser.addini("qt_log_level_fail", "see pytest-qt")
        parser.addini("qt_log_ignore", "see pytest-qt", type="linelist")


def pytest_configure(config: pytest.Config) -> None:
    if CORE_ONLY and HAS_QT:
        pytest.exit("MOTCUA_CORE=1, but PySide6 can be imported: this run would prove nothing", returncode=4)
    if not CORE_ONLY and not HAS_QT:
        pytest.exit("PySide6 is missing; the core alone is tested with MOTCUA_CORE=1", returncode=4)
    home = Path(tempfile.mkdtemp(prefix="motcua-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(home, ignore_errors=True))
    halves.take_part(config)
    os.environ.update(private_places(home))
    for name in list(os.environ):
        # Nothing of the machine's own set-up may change what a test sees.
        if name.lower() in NOT_FOR_TESTS:
            del os.environ[name]


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    if CORE_ONLY and collection_path.is_dir() and collection_path.name in QT_ROOMS:
        return True
    return None


def private_places(home: Path) -> dict[str, str]:
    """The environment variables that put home, settings, state and keys under `home`."""
    folders = {
        "HOME": home,
        "USERPROFILE": home,
        "APPDATA": home / "roaming",
        "LOCALAPPDATA": home / "local",
        "XDG_CONFIG_HOME": home / ".config",
        "XDG_DATA_HOME": home / ".local" / "share",
        "XDG_STATE_HOME": home / ".local" / "state",
        "XDG_CACHE_HOME": home / ".cache",
        "MOTCUA_KEYS": home / "keys",
    }
    places = {name: str(folder) for name, folder in folders.items()}
    places["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    return places


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home folder of the test's own, empty; keys and settings lie below it."""
    home = tmp_path_factory.mktemp("home")
    for name, folder in private_places(home).items():
        monkeypatch.setenv(name, folder)
    return home


def is_local(address: Any) -> bool:
    """Whether a socket address (or host name) stays on this machine."""
    if not isinstance(address, tuple):
        return True  # a local socket's path
    host = str(address[0]).split("%")[0]
    if host in {"", "localhost"}:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Connections, datagrams and name look-ups beyond this machine fail."""
    patch = pytest.MonkeyPatch()

    def guard(owner: Any, name: str, address_at: int) -> None:
        original = getattr(owner, name)

        def guarded(*args: Any, **kwargs: Any) -> Any:
            address = args[address_at] if len(args) > address_at else None
            if name == "getaddrinfo":
                address = (args[0].decode() if isinstance(args[0], bytes) else args[0] or "", 0)
            if not is_local(address):
                raise NetworkUseError(f"{name} to {address!r}: tests stay on this machine")
            return original(*args, **kwargs)

        patch.setattr(owner, name, guarded)

    guard(socket.socket, "connect", 1)
    guard(socket.socket, "connect_ex", 1)
    guard(socket.socket, "sendto", -1)
    guard(socket, "getaddrinfo", 0)
    yield
    patch.undo()


@pytest.fixture(autouse=True)
def quiet_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test that made our own log warn without saying that it would."""
    yield
    if request.node.get_closest_marker("expects_log"):
        return
    loud = [
        f"{record.name}: {record.getMessage()}"
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING and record.name.split(".")[0] in OUR_LOGS
    ]
    assert not loud, (
        "unexpected warnings in the log (mark the test `expects_log` if they are meant): " + "; ".join(loud)
    )
