"""How the scanners of a desk are set up outlives a restart; what is not understood is as if not set."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.mistakes import DeskError
from desk_app.domain.scanner_settings import (
    MOST_PORTS,
    ScannerPort,
    ScannerSettings,
    prefix_doubt,
    scanner_settings_of,
    scanner_settings_value,
)
from desk_app.operations.desk import Desk
from desk_app.operations.scanners import scanner_settings, set_scanners
from tests.offices import new_desk, reopened

SET = ScannerSettings(
    "~#", "tab", (ScannerPort("serial", "COM3", 19200), ScannerPort("hid", "Honeywell 1950g"))
)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = new_desk(tmp_path / "desk")
    yield opened
    opened.close()


def test_the_set_up_outlives_a_restart(desk: Desk, tmp_path: Path) -> None:
    assert scanner_settings(desk) == ScannerSettings()
    set_scanners(desk, SET)
    desk.close()
    with reopened(tmp_path / "desk") as again:
        assert scanner_settings(again) == SET


@pytest.mark.parametrize("prefix", ["đ", " ~", "123456789", "a\tb", "\x02"])
def test_a_prefix_no_scanner_types_is_refused(desk: Desk, prefix: str) -> None:
    with pytest.raises(DeskError, match="Chuỗi đầu mã"):
        set_scanners(desk, ScannerSettings(prefix))
    assert scanner_settings(desk) == ScannerSettings()


def test_too_many_ports_are_refused(desk: Desk) -> None:
    ports = tuple(ScannerPort("serial", f"COM{at}") for at in range(MOST_PORTS + 1))
    with pytest.raises(DeskError, match="tối đa"):
        set_scanners(desk, ScannerSettings(ports=ports))


def test_what_input_methods_change_makes_a_doubtful_prefix() -> None:
    assert all(map(prefix_doubt, ["a", "1", "[", "~]"]))
    assert not any(map(prefix_doubt, ["", "~", "#$"]))


_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=12)
    | st.sampled_from(["serial", "hid", "tab"]),
    lambda one: (
        st.lists(one, max_size=4)
        | st.dictionaries(st.sampled_from(["prefix", "end", "ports", "kind", "name", "speed"]), one)
    ),
    max_leaves=12,
)


@given(_JSON)
def test_any_kept_value_gives_settings_that_can_be_kept(value: Any) -> None:
    settings = scanner_settings_of(value)
    assert scanner_settings_of(scanner_settings_value(settings)) == settings
