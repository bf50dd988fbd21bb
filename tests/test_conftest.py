"""The guards every test stands on do guard."""

from __future__ import annotations

import logging
import os
import socket
from pathlib import Path

import pytest

from tests.conftest import NetworkUseError

pytest_plugins = ["pytester"]


def test_nothing_beyond_this_machine_can_be_reached() -> None:
    with pytest.raises(NetworkUseError):
        socket.create_connection(("192.0.2.1", 80), timeout=0.1)
    with pytest.raises(NetworkUseError):
        socket.getaddrinfo("center.invalid", 80)
    datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    with datagrams, pytest.raises(NetworkUseError):
        datagrams.sendto(b"", ("192.0.2.1", 9))


def test_the_loopback_can_be_reached() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()


def test_home_and_keys_are_the_tests_own(own_home: Path) -> None:
    assert Path.home() == own_home
    assert Path(os.environ["MOTCUA_KEYS"]).is_relative_to(own_home)
    assert list(own_home.iterdir()) == []


@pytest.mark.expects_log
def test_a_log_that_warns_on_purpose_is_let_through() -> None:
    logging.getLogger("sync.stand_in").warning("on purpose")


def test_a_log_that_warns_unasked_fails_its_test(pytester: pytest.Pytester) -> None:
    conftest = Path(__file__).with_name("conftest.py").read_text(encoding="utf-8")
    pytester.makeconftest(conftest)
    pytester.makeini("[pytest]\nmarkers =\n    expects_log: on purpose\n")
    pytester.makepyfile(
        "import logging\n\n\ndef test_x():\n    logging.getLogger('sync.x').warning('unasked')\n"
    )
    result = pytester.runpytest_subprocess("-q")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*sync.x: unasked*"])
