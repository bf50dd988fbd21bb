"""What the screen's look is made of, as it is shipped: style sheet, colours, pictures, fonts, languages."""

from __future__ import annotations

from pathlib import Path

from sync.resources import read_resource, resource_path

_FONTS = ("BeVietnamPro-Regular.ttf", "BeVietnamPro-SemiBold.ttf", "BeVietnamPro-Bold.ttf")


def style_sheet() -> str:
    """The style sheet, with ``$name`` where a colour or picture stands."""
    return read_resource("style", "desk.qss").decode()


def colours() -> dict[str, dict[str, str]]:
    """Shade (``light``, ``dark``) -> name -> colour, from lines ``name light dark``."""
    lines = read_resource("style", "tokens.txt").decode().splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("//")]
    return {shade: {name: two[at] for name, *two in rows} for at, shade in enumerate(("light", "dark"))}


def pictures(shade: str) -> dict[str, str]:
    """Name -> file of the small pictures that the style sheet names."""
    return {name: resource_path("style", f"{name}-{shade}.png").as_posix() for name in ("tick", "down")}


def font_files() -> list[str]:
    """The files of Be Vietnam Pro."""
    return [str(resource_path("fonts", name)) for name in _FONTS]


def translation_file(language: str) -> Path:
    """The window's texts in a language, as Qt reads them; it is not checked that it exists."""
    return resource_path("translations", f"desk_{language}.qm")
