"""Finds the sentences the rooms below the window say: what `tongue.said` must have words for.

They stay Vietnamese where they stand, for the command line and the store say them too. A plain literal is
one sentence; an f-string is a template whose values are holes ``{0}``, ``{1}``…
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VIETNAMESE = re.compile("[\u00c0-\u024f\u1ea0-\u1ef9]")
HOLE = re.compile(r"\{\d+\}")
ROOMS = (
    "desk_app/main.py",
    "desk_app/background",
    "desk_app/devices",
    "desk_app/documents/forms.py",
    "desk_app/domain",
    "desk_app/operations",
    "desk_app/store",
    "sync/model",
    "sync/acts",
    "sync/attachments",
    "sync/catalogue",
    "sync/journal",
    "sync/links",
    "sync/reports",
    "sync/typeset",
)
"""Whose sentences reach the window: as errors, mistakes, statuses, histories, explanations."""
NOT_SAID = {
    "desk_app/domain/citizen_card.py": {"_GENDERS", "_LAYOUTS", "_TYPED_OVER"},
    "desk_app/domain/dossier_table.py": {"COLUMNS", "_WAYS", "_GENDER"},
    "desk_app/domain/scanner_test.py": {"CARD"},
    "desk_app/domain/scans.py": {"_AZERTY", "_QWERTZ", "_VIETNAMESE"},
    "desk_app/domain/table_file.py": {"_sheet_cell"},
    "desk_app/domain/territory.py": {"KINDS", "_FORMERLY", "with_old_name"},
    # papers: a person's copy, a technician's text
    "desk_app/operations/person_copy.py": {"ROLES", "as_paper", "_paper_of"},
    "desk_app/operations/support.py": {"support_text", "_disk", "_plain", "_counts", "_tail"},
    "desk_app/operations/training.py": {"UNIT_NAME", "open_training"},
    "sync/catalogue/importing.py": {"_AGENCIES", "_RESULT_CODE"},
    "sync/model/dossier.py": {"GENDERS"},
    "sync/model/text.py": {"_search_table"},
    "sync/typeset/installed.py": {"VIETNAMESE"},
}
"""Data of their modules: letters, patterns, headings of tables, names."""
NOT_SAID_AT_ALL = {
    "sync/model/syllables.py",
    "sync/typeset/archive.py",
    # drawn and written, never said; the center's
    *(f"sync/reports/{name}.py" for name in ("exports", "pictures", "statutory", "terms")),
    # of publishing, which is the center's and the command line's
    *(f"sync/catalogue/{name}.py" for name in ("chain", "difference", "published", "releases", "sheets")),
    *(f"sync/catalogue/{name}.py" for name in ("fee_table", "form_texts", "other_tables", "sheets_out")),
    "sync/catalogue/table_reading.py",
}
ONLY_SAID = {
    "desk_app/documents/forms.py": {"FORMS"},
    "sync/model/old_encodings.py": {"LOST"},
    "sync/model/words.py": {"WEEKDAYS"},
}
"""The rest is letters; what is printed on papers."""
KEPT = {"đ", "{0} đ", "&é\"'(-è_çà):QAZWqazw?,µ", "yzYZß'-", "ăâêô\u0300\u0309\u0303\u0301\u0323đ"}
"""Money as it is written here; what keyboards of other countries type."""
BESIDES = (
    # one of something, where another language says it otherwise than of many
    *("1 ngày làm việc", "1 ngày", "1 giờ", "1 tháng", "1 năm"),
    # without a mark, which nothing tells from code
    *("Nam", "nam"),
    "xã",
    # the lists of `resources`
    *("Tết Dương lịch", "Tết Nguyên đán", "Giỗ Tổ Hùng Vương", "Ngày Chiến thắng", "Ngày Quốc tế Lao động"),
    *("Quốc khánh", "Ngày Văn hóa Việt Nam"),
    *(" cho {0}", "nghỉ bù {0}", "làm bù cho ngày {0}", "nghỉ hoán đổi, làm bù ngày {0}"),
)


def sources() -> list[Path]:
    """The modules of the rooms."""
    found: list[Path] = []
    for room in ROOMS:
        path = ROOT / room
        found += [path] if path.is_file() else sorted(path.rglob("*.py"))
    return [path for path in found if path.relative_to(ROOT).as_posix() not in NOT_SAID_AT_ALL]


def template_of(node: ast.JoinedStr) -> str:
    """The words of an f-string with numbered holes."""
    words, at = "", 0
    for part in node.values:
        if isinstance(part, ast.Constant):
            words += str(part.value)
        else:
            words += f"{{{at}}}"
            at += 1
    return words


def _names(statement: ast.stmt) -> set[str]:
    if isinstance(statement, (ast.FunctionDef, ast.ClassDef)):
        return {statement.name}
    targets = statement.targets if isinstance(statement, ast.Assign) else []
    targets = [statement.target] if isinstance(statement, ast.AnnAssign) else targets
    return {one.id for target in targets for one in ast.walk(target) if isinstance(one, ast.Name)}


def _said_in(path: Path) -> Iterator[ast.AST]:
    """Every node of the statements that say something."""
    name = path.relative_to(ROOT).as_posix()
    only, never = ONLY_SAID.get(name), NOT_SAID.get(name, set())
    for statement in ast.parse(path.read_text("utf-8")).body:
        names = _names(statement)
        if not names & never and (only is None or names & only):
            yield from ast.walk(statement)


def sentences(path: Path) -> Iterator[tuple[str, int]]:
    """Vietnamese sentences and templates of a module, with their lines."""
    nodes = list(_said_in(path))
    aside: set[int] = set()
    for node in nodes:
        if isinstance(node, ast.Expr):
            aside.add(id(node.value))  # docstrings
        elif isinstance(node, ast.JoinedStr):
            aside |= {id(part) for part in node.values if isinstance(part, ast.Constant)}
    for node in nodes:
        words, line = "", getattr(node, "lineno", 0)
        if isinstance(node, ast.JoinedStr):
            words = template_of(node)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in aside:
            words = node.value
        if VIETNAMESE.search(words) and words not in KEPT:
            yield words, line


def wanted() -> dict[str, str]:
    """Sentence -> the first module that says it, in the order of modules and lines."""
    found = dict.fromkeys(BESIDES, "tests/tools/spoken_sentences.py")
    for path in sources():
        for words, _ in sorted(sentences(path), key=lambda pair: pair[1]):
            found.setdefault(words, path.relative_to(ROOT).as_posix())
    return found


def templates() -> list[str]:
    """Sentences with holes, and what sentences go on with: the window takes what it is told apart by them."""
    return [words for words in wanted() if HOLE.search(words) or words[0] in ",; "]
