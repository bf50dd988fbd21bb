"""Collects the window's texts for Qt Linguist and compiles the translations; run after changing a text.

``python -m tests.tools.interface_texts`` brings every ``resources/translations/desk_*.ts`` up to date (new
texts are unfinished, texts no longer used go) and compiles it to ``.qm`` with Qt's ``lrelease``. Translate in
Qt Linguist (``pyside6-linguist``) or by hand, then run it again. A test compares both with the code.
The window's own texts are the context `desk`, the sentences of the rooms below it `said`; those of them with
holes also go to ``sentences.json``, for a compiled translation cannot be listed.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

from tests.tools import spoken_sentences

ROOT = Path(__file__).resolve().parents[2]
UI = ROOT / "desk_app" / "ui"
TRANSLATIONS = ROOT / "resources" / "translations"
CONTEXT = "desk"
SAID = "said"
TEMPLATES = TRANSLATIONS / "sentences.json"
VIETNAMESE = re.compile("[\u00c0-\u024f\u1ea0-\u1ef9]")
KEPT = {
    "Bộ phận Một cửa",  # what a rating is about: stored
    "Hồ sơ chưa đủ thành phần theo quy định của thủ tục.",  # printed on the form
    "(trước đây:",  # how a stored address tells its old name
    r"\A(?:ủy ban nhân dân|uỷ ban nhân dân|uy ban nhan dan|ubnd)\s*",  # patterns
    r"\A(?:ủy ban nhân dân|uỷ ban nhân dân|uy ban nhan dan|ubnd)\s+",
    r"(?:xã|phường|đặc khu|thị trấn)\s+(\S.*)\Z",
    "Lệ phí",  # what a fee is called: stored
    "Nữ",  # a gender, as the citizen card spells it
    "Tiếng Việt",  # a language under its own name
    "Một cửa",  # the program's name
}


def sources() -> list[Path]:
    """The modules whose texts an officer or a citizen reads."""
    return sorted(UI.glob("*.py"))


def _called(node: ast.AST) -> str:
    return node.func.id if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) else ""


def texts(path: Path) -> Iterator[tuple[str, int]]:
    """Texts handed to `tr` or `mark`, with their lines. Raises `ValueError` for one that is no literal."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if _called(node) not in ("tr", "mark") or path.name == "tongue.py":
            continue
        assert isinstance(node, ast.Call)
        [argument] = node.args
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            yield argument.value, node.lineno
        elif isinstance(argument, ast.JoinedStr) or _called(node) == "mark":
            raise ValueError(f"{path.name}:{node.lineno}: the translator needs a literal")


def untranslated(path: Path) -> Iterator[tuple[str, int]]:
    """Vietnamese literals that reach nobody but a Vietnamese reader."""
    tree = ast.parse(path.read_text("utf-8"))
    through: set[int] = set()
    for node in ast.walk(tree):
        if _called(node) in ("tr", "mark"):
            assert isinstance(node, ast.Call)
            through |= {id(inner) for argument in node.args for inner in ast.walk(argument)}
        elif isinstance(node, ast.Expr):
            through.add(id(node.value))  # docstrings
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in through:
            continue
        if VIETNAMESE.search(node.value) and node.value not in KEPT:
            yield node.value, node.lineno


def wanted() -> dict[str, str]:
    """Text -> the first place it is used, in the order of modules and lines."""
    found: dict[str, str] = {}
    for path in sources():
        for text, _ in sorted(texts(path), key=lambda pair: pair[1]):
            found.setdefault(text, path.relative_to(ROOT).as_posix())
    return found


def all_wanted() -> dict[str, dict[str, str]]:
    """Context -> text -> the first place it is used."""
    return {CONTEXT: wanted(), SAID: spoken_sentences.wanted()}


def read_ts(path: Path) -> dict[str, dict[str, str]]:
    """Context -> text -> translation, finished ones only."""
    held: dict[str, dict[str, str]] = {CONTEXT: {}, SAID: {}}
    if not path.exists():
        return held
    for context in ET.fromstring(path.read_text("utf-8")).iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            one = message.find("translation")
            if one is not None and one.text and one.get("type") != "unfinished":
                held[context.findtext("name", "")][message.findtext("source", "")] = one.text
    return held


def ts_of(language: str, held: dict[str, dict[str, str]]) -> str:
    """The .ts file (Qt Linguist's format 2.1) of the texts in use."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="vi">',
    ]
    for context, texts_in_it in all_wanted().items():
        lines += ["<context>", f"    <name>{context}</name>"]
        for text, place in texts_in_it.items():
            translation = held[context].get(text, "")
            unfinished = "" if translation else ' type="unfinished"'
            lines += [
                "    <message>",
                f'        <location filename="../../{place}"/>',
                f"        <source>{escape(text)}</source>",
                f"        <translation{unfinished}>{escape(translation)}</translation>",
                "    </message>",
            ]
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


def templates_file() -> str:
    """What `sentences.json` holds."""
    return json.dumps(spoken_sentences.templates(), ensure_ascii=False, indent=0) + "\n"


def compiled(ts: Path, qm: Path) -> None:
    """Writes the .qm of a .ts with Qt's own compiler, which PySide6 brings."""
    import PySide6

    lrelease = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    subprocess.run([lrelease, "-silent", "-nounfinished", ts, "-qm", qm], check=True)


def main() -> None:
    """Brings every language up to date."""
    TEMPLATES.write_text(templates_file(), "utf-8")
    for path in sorted(TRANSLATIONS.glob("desk_*.ts")):
        language = path.stem.removeprefix("desk_")
        path.write_text(ts_of(language, read_ts(path)), "utf-8")
        compiled(path, path.with_suffix(".qm"))
        held = read_ts(path)
        for context, texts_in_it in all_wanted().items():
            for text in texts_in_it:
                if text not in held[context]:
                    print(f"{path.name} {context}: {text!r}", file=sys.stderr)  # noqa: T201 - a tool for the hand


if __name__ == "__main__":
    main()
