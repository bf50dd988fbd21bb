"""Compiles the .po files under `resources/translations` to .mo; run after changing one.

``python tests/tools/build_translations.py``; the test of the command line compares both.
"""

from __future__ import annotations

import ast
import struct
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2] / "resources" / "translations"


def read_po(text: str) -> dict[str, str]:
    """Messages of a .po file; a plural's key is ``one\\0many``, its value the only form."""
    messages: dict[str, str] = {}
    parts: dict[str, str] = {}
    field = ""

    def close() -> None:
        if "msgid" in parts:
            key = parts["msgid"] + ("\0" + parts["msgid_plural"] if "msgid_plural" in parts else "")
            messages[key] = parts.get("msgstr", "") or parts.get("msgstr[0]", "")
        parts.clear()

    for line in text.splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("msg"):
            field, _, value = line.partition(" ")
            if field == "msgid":
                close()
            parts[field] = ast.literal_eval(value)
        else:
            parts[field] += ast.literal_eval(line)
    close()
    return messages


def compile_mo(messages: dict[str, str]) -> bytes:
    """The .mo file (GNU gettext format, revision 0) of the messages."""
    keys = sorted(messages)
    ids = [key.encode() for key in keys]
    texts = [messages[key].encode() for key in keys]
    head = 28
    at = head + 16 * len(keys)
    tables: list[bytes] = []
    blob = b""
    for group in (ids, texts):
        for item in group:
            tables.append(struct.pack("<II", len(item), at + len(blob)))
            blob += item + b"\0"
    count = len(keys)
    return struct.pack("<7I", 0x950412DE, 0, count, head, head + 8 * count, 0, 0) + b"".join(tables) + blob


def main() -> None:
    """Compiles every language."""
    for source in sorted(ROOT.glob("*/LC_MESSAGES/*.po")):
        source.with_suffix(".mo").write_bytes(compile_mo(read_po(source.read_text("utf-8"))))


if __name__ == "__main__":
    main()
