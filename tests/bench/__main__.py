"""`python -m tests.bench [--quick] [--only WORD …] [--out DIR] [--strict]`: prints and keeps the table."""

from __future__ import annotations

import argparse
import compileall
import importlib
import json
import pkgutil
import shutil
import sys
import tempfile
import time
from pathlib import Path

from tests.bench import benches, machine
from tests.bench.figures import Row, markdown, shown
from tests.bench.registry import BENCHES, Registered, Run


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the slice for CI: under a minute, no downloads")
    parser.add_argument("--only", nargs="+", default=[], metavar="WORD", help="those whose name has the word")
    parser.add_argument("--list", action="store_true", help="name the measurements and stop")
    parser.add_argument(
        "--out", type=Path, default=Path("bench-out"), help="where results and peers are kept"
    )
    parser.add_argument("--strict", action="store_true", help="exit code 1 when a goal is missed")
    return parser.parse_args()


def chosen(options: argparse.Namespace) -> list[Registered]:
    for module in pkgutil.iter_modules(benches.__path__):
        importlib.import_module(f"{benches.__name__}.{module.name}")
    return [
        one
        for one in BENCHES.values()
        if not (options.quick and one.slow)
        and (any(word in one.name for word in options.only) or not (options.only or _apart(one, options)))
    ]


def _apart(one: Registered, options: argparse.Namespace) -> bool:
    """Whether it is to be named to be run."""
    return one.apart and not options.quick and not options.list


def measured(one: Registered, options: argparse.Namespace) -> list[Row]:
    scratch = Path(tempfile.mkdtemp(prefix="scratch-", dir=options.out))
    began = time.perf_counter()
    found: list[Row] = []
    try:
        for row in one.run(Run(options.quick, options.out.resolve(), scratch.resolve())):
            print(f"  {row.name}: {shown(row.ours)} {row.unit} {row.note}", file=sys.stderr, flush=True)
            found.append(row)
        return found
    except Exception as error:
        # One measurement that cannot be taken must not cost the others; the row names the failure.
        return [*found, Row(one.name, "", None, note=f"failed: {type(error).__name__}: {error}")]
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        print(f"{one.name}: {time.perf_counter() - began:.1f} s", file=sys.stderr, flush=True)


def main() -> int:
    options = arguments()
    found = chosen(options)
    if options.list:
        for one in found:
            print(f"{one.name}{' (slow)' if one.slow else ''}{' (only by name)' if one.apart else ''}")
        return 0
    options.out.mkdir(parents=True, exist_ok=True)
    for room in ("desk_app", "sync", "tests"):
        # As a program is installed: a shell may forbid Python to keep what it compiled, and then pages wait.
        compileall.compile_dir(room, quiet=2)
    facts = machine.facts(options.out)
    rows = [row for one in found for row in measured(one, options)]
    report = markdown(rows, facts)
    plain = {"facts": facts, "quick": options.quick, "rows": [row.plain() for row in rows]}
    (options.out / "bench.json").write_text(
        json.dumps(plain, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    (options.out / "bench.md").write_text(report, encoding="utf-8")
    print(report, end="")
    failed = any(row.note.startswith("failed:") for row in rows)
    missed = options.strict and any(row.met is False for row in rows)
    return 1 if failed or missed else 0


if __name__ == "__main__":
    sys.exit(main())
