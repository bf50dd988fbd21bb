"""`python -m tests.bench.codes [--quick] [--rounds N] [--samples N] [--forms slip:a5 …] [--out DIR]`.

The hunt goes on where it was stopped; `--rounds 0` leaves out the table, `--samples 0` the hunt.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from desk_app.documents.forms import FORMS
from tests.bench.codes.damage import DAMAGES, PRINTERS
from tests.bench.codes.decoders import SYMBOLS, decoders
from tests.bench.codes.hunting import Hunt, long_hunt
from tests.bench.codes.measure import Tally, codes_of, read_all
from tests.bench.codes.sizes import sizes_table

QUICK = (("slip", "a5"), ("slip", "80mm"))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.codes", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the slip alone, once, and few damaged samples")
    parser.add_argument(
        "--rounds", type=int, default=10, help="times each combination is damaged and read; 0: no table"
    )
    parser.add_argument(
        "--samples",
        type=int,
        default=100_000,
        help="damaged samples of the hunt, those kept in --out among them; 0: none",
    )
    parser.add_argument("--jobs", type=int, default=1, help="processes of the hunt")
    parser.add_argument("--forms", nargs="+", default=[], metavar="FORM:PAPER")
    parser.add_argument("--sizes", action="store_true", help="other module sizes and levels, not the forms")
    parser.add_argument("--out", type=Path, default=Path("bench-out"), help="where the table is kept")
    return parser.parse_args()


def every_form() -> list[tuple[str, str]]:
    """Forms and papers whose first page carries a code."""
    return [
        (name, paper)
        for name, form in FORMS.items()
        for paper in form.papers
        if any(True for _ in codes_of(name, paper, (300,)))
    ]


def share(tally: Tally, wanted: dict[int, Any]) -> str:
    """Right reads in per cent over the keys that match `wanted` (place in the key -> value); the wrong."""

    def total(counts: Counter[tuple[Any, ...]]) -> int:
        return sum(n for key, n in counts.items() if all(key[at] == value for at, value in wanted.items()))

    right, none, wrong = total(tally.right), total(tally.none), total(tally.wrong)
    every = right + none + wrong
    if not every:
        return "–"
    return f"{100 * right / every:.1f}" + (f" ({wrong} wrong)" if wrong else "")


def table(tally: Tally, names: list[str]) -> list[str]:
    """The table in Markdown: by form, then by damage; and how often one code of a form's two was read."""
    columns = [(name, symbol) for symbol in SYMBOLS for name in names]
    head = [f"{symbol} {name}" for name, symbol in columns]
    lines = ["| form, paper, printer | " + " | ".join(head) + " |", "|---" * (len(head) + 1) + "|"]
    places = dict.fromkeys((key[0], key[1], key[3]) for key in tally.right)
    for form, paper, printer in places:
        cells = [
            share(tally, {0: form, 1: paper, 3: printer, 2: symbol, 6: name}) for name, symbol in columns
        ]
        lines.append(f"| {form} {paper} {printer} dpi | " + " | ".join(cells) + " |")
    for printer in PRINTERS:
        cells = [share(tally, {3: printer, 2: symbol, 6: name}) for name, symbol in columns]
        lines.append(f"| all, {printer} dpi | " + " | ".join(cells) + " |")
    lines += ["", "| damage | " + " | ".join(head) + " |", "|---" * (len(head) + 1) + "|"]
    for damage in DAMAGES:
        cells = [share(tally, {4: damage, 2: symbol, 6: name}) for name, symbol in columns]
        lines.append(f"| {damage} | " + " | ".join(cells) + " |")
    lines.append("")
    for name in names:
        for printer in PRINTERS:
            keys = [key for key in tally.pairs if key[2] == printer and key[-1] == name]
            both, one = sum(tally.pairs[key] for key in keys), sum(tally.either[key] for key in keys)
            if both:
                lines.append(
                    f"At least one of two codes, {printer} dpi, {name}: {100 * one / both:.2f} % of {both}."
                )
    return lines


def main() -> int:
    options = arguments()
    options.out.mkdir(parents=True, exist_ok=True)
    if options.sizes:
        lines = sizes_table(decoders(), options.rounds)
        print("\n".join(lines))
        (options.out / "code-sizes.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
        return 0
    forms = [tuple(one.split(":", 1)) for one in options.forms]
    chosen = [(one[0], one[1]) for one in forms] or (list(QUICK) if options.quick else every_form())
    if options.quick:
        options.rounds, options.samples = 1, 300
    if options.rounds:
        read(chosen, options)
    return hunted(chosen, options) if options.samples else 0


def read(chosen: list[tuple[str, str]], options: argparse.Namespace) -> None:
    """The table of right reads, printed and kept in `codes.md` and `codes.json`."""
    found = decoders()
    began = time.perf_counter()
    tally = read_all(chosen, found, options.rounds)
    lines = [
        f"Decoders: {', '.join(found)}; {options.rounds} rounds; right reads in per cent.",
        *table(tally, list(found)),
        f"{time.perf_counter() - began:.0f} s.",
    ]
    print("\n".join(lines), flush=True)
    (options.out / "codes.md").write_text("\n".join(lines) + "\n", encoding="utf-8")
    rows = [[*key, tally.right[key], tally.none[key], tally.wrong[key]] for key in
            dict.fromkeys([*tally.right, *tally.none, *tally.wrong])]  # fmt: skip
    misread = [[code.form, code.symbol, code.text, text] for code, text in tally.misread]
    value = {"rows": rows, "misread": misread}
    (options.out / "codes.json").write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def hunted(chosen: list[tuple[str, str]], options: argparse.Namespace) -> int:
    """The hunt, kept block by block in `hunt.jsonl`; 1 if a wrong read was accepted."""
    found = Hunt()
    for found in long_hunt(chosen, options.samples, options.out / "hunt.jsonl", options.jobs):
        print(f"\r{found.samples} of {options.samples}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    reads = f"{found.wrong} wrong reads, {found.shaped} of our shape, {len(found.accepted)} accepted"
    right = ", ".join(f"{name} {100 * count / found.samples:.1f} %" for name, count in found.right.items())
    line = (
        f"Hunt: {found.samples} damaged samples of {len(chosen)} forms and papers, {reads} "
        f"by a desk that holds 89,910 dossiers; read right: {right}."
    )
    print(line)
    for printed, seen in found.accepted:
        print(f"accepted: {seen} for {printed}")
    (options.out / "hunt.md").write_text(line + "\n", encoding="utf-8")
    return 1 if found.accepted else 0


if __name__ == "__main__":
    raise SystemExit(main())
