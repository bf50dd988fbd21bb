"""Times New Roman where the machine has it whole, and the shipped serif with a sentence where not."""

from __future__ import annotations

import shutil
import struct
from collections.abc import Iterator
from pathlib import Path

import pytest

from sync.typeset.fonts import SERIF, STYLES, fonts
from sync.typeset.installed import (
    SHIPPED,
    TIMES,
    VIETNAMESE,
    font_folders,
    look_again,
    typeface_named,
)

WINDOWS = ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf")
MACOS = tuple(f"Times New Roman{style}.ttf" for style in ("", " Bold", " Italic", " Bold Italic"))
DEBIAN = tuple(f"Times_New_Roman{style}.ttf" for style in ("", "_Bold", "_Italic", "_Bold_Italic"))


@pytest.fixture(autouse=True)
def nothing_remembered() -> Iterator[None]:
    look_again()
    yield
    look_again()


def install(folder: Path, names: tuple[str, ...] = WINDOWS) -> Path:
    """The shipped files under the names of Times New Roman's."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, name in zip(SERIF.files, names, strict=True):
        shutil.copyfile(path, folder / name)
    return folder


@pytest.mark.parametrize("names", [WINDOWS, MACOS, DEBIAN, tuple(name.upper() for name in WINDOWS)])
def test_all_four_faces_are_found_under_the_names_of_every_system(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    where = install(tmp_path / "truetype" / "msttcorefonts", names)
    chosen = typeface_named(TIMES, (tmp_path / "none", tmp_path))
    assert chosen.problem == ""
    assert chosen.typeface.files == tuple(where / name for name in names)
    assert fonts(chosen.typeface).covered >= VIETNAMESE


def test_the_shipped_serif_is_the_choice_of_every_other_name(tmp_path: Path) -> None:
    install(tmp_path)
    for name in (SHIPPED, "", "Comic Sans"):
        assert typeface_named(name, (tmp_path,)).typeface is SERIF


def test_a_machine_without_it_prints_in_the_shipped_serif_and_says_why(tmp_path: Path) -> None:
    chosen = typeface_named(TIMES, (tmp_path,))
    assert chosen.typeface is SERIF
    assert "chưa cài" in chosen.problem


def test_three_faces_are_not_enough(tmp_path: Path) -> None:
    (install(tmp_path) / "timesi.ttf").unlink()
    chosen = typeface_named(TIMES, (tmp_path,))
    assert chosen.typeface is SERIF
    assert "thiếu kiểu chữ nghiêng;" in chosen.problem


@pytest.mark.parametrize("content", [b"", b"no font at all", b"\0\1\0\0" + b"\xff" * 400])
def test_a_broken_file_is_not_used(tmp_path: Path, content: bytes) -> None:
    (install(tmp_path) / "timesbd.ttf").write_bytes(content)
    chosen = typeface_named(TIMES, (tmp_path,))
    assert chosen.typeface is SERIF
    assert "Không đọc được" in chosen.problem


def without_some_letters(octets: bytes) -> bytes:
    """A font whose character map ends its Vietnamese range early: those letters have no glyph."""
    tables = struct.unpack_from(">H", octets, 4)[0]
    changed = bytearray(octets)
    for at in range(12, 12 + 16 * tables, 16):
        if octets[at : at + 4] == b"cmap":
            start, size = struct.unpack_from(">II", octets, at + 8)
            cmap = octets[start : start + size]
            changed[start : start + size] = cmap.replace(b"\x1e\xf9", b"\x1e\xf3")
    return bytes(changed)


def test_a_face_that_lacks_a_vietnamese_letter_is_not_used(tmp_path: Path) -> None:
    """Old versions of Times New Roman have no letters with two marks."""
    path = install(tmp_path) / "times.ttf"
    path.write_bytes(without_some_letters(path.read_bytes()))
    chosen = typeface_named(TIMES, (tmp_path,))
    assert chosen.typeface is SERIF
    assert "thiếu chữ tiếng Việt" in chosen.problem


def test_what_was_found_is_remembered_until_it_is_looked_for_again(tmp_path: Path) -> None:
    assert typeface_named(TIMES, (tmp_path,)).typeface is SERIF
    install(tmp_path)
    assert typeface_named(TIMES, (tmp_path,)).typeface is SERIF
    look_again()
    assert typeface_named(TIMES, (tmp_path,)).problem == ""


def test_every_system_has_folders_of_its_own(tmp_path: Path) -> None:
    environ = {"SYSTEMROOT": "C:/WINDOWS", "LOCALAPPDATA": "C:/Users/lan/Local"}
    windows = [path.as_posix() for path in font_folders("win32", environ, tmp_path)]
    assert windows == ["C:/WINDOWS/Fonts", "C:/Users/lan/Local/Microsoft/Windows/Fonts"]
    assert font_folders("darwin", {}, tmp_path)[-1] == tmp_path / "Library" / "Fonts"
    assert Path("/usr/share/fonts") in font_folders("linux", {}, tmp_path)
    assert tmp_path / "own" / "fonts" in font_folders(
        "linux", {"XDG_DATA_HOME": str(tmp_path / "own")}, tmp_path
    )
    assert len(STYLES) == 4
