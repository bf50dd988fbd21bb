"""`python -m tests.fuzz [NAME …] [--seconds N] [--keep N]`: coverage-guided inputs for the decoders.

Each decoder gets a process of its own (the fuzzer never returns) with a limit on memory and on the time of
one input. Prints one JSON line for each: inputs tried, features of the code reached, inputs that found
some. `--keep N` writes the corpus of `tests/data/malformed` anew: what is tried by hand and the N shortest
inputs that found something. Exit code 1 on a crash, a hang or too much memory; the input is printed as hex.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.fuzz.corpus import by_hand, keep, kept
from tests.fuzz.decoders import DECODERS, LONGEST

MEMORY_MIB = 1024
"""Of the whole process, with interpreter, libraries and the instrumented program (about 200)."""
INPUT_SECONDS = 10
_REACHED = re.compile(r"^#(\d+)\s.*?cov: (\d+) ft: (\d+)", re.MULTILINE)


def here() -> bool:
    """Whether the fuzzer is installed."""
    return importlib.util.find_spec("atheris") is not None


def fuzz(name: str, seconds: int, most_kept: int = 0) -> dict[str, Any]:
    """Runs the fuzzer on a decoder for so long: ``{"decoder", "inputs", "branches", "features", "crash"}``.

    `crash` is empty or the last words of the fuzzer and the input as hex.
    """
    with tempfile.TemporaryDirectory(prefix="fuzz-") as scratch:
        corpus, found = Path(scratch) / "corpus", Path(scratch) / "found"
        corpus.mkdir()
        found.mkdir()
        start = [
            *DECODERS[name].seeds(),
            *(raw for _word, raw in kept(name)),
            *(raw for _w, raw in by_hand(name)),
        ]
        for number, raw in enumerate(start):
            (corpus / f"{number:05d}").write_bytes(raw[:LONGEST])
        limits = (f"-max_len={LONGEST}", f"-rss_limit_mb={MEMORY_MIB}", f"-timeout={INPUT_SECONDS}")
        command = [sys.executable, "-m", "tests.fuzz.one", name, *limits]
        command += [
            f"-max_total_time={seconds}",
            f"-artifact_prefix={scratch}/crash-",
            str(found),
            str(corpus),
        ]
        # its own time is its own affair; this one only ends what does not end by itself
        done = subprocess.run(
            command, capture_output=True, text=True, errors="replace", timeout=seconds + 300, check=False
        )
        crash = ""
        if done.returncode:
            inputs = [path.read_bytes().hex() for path in Path(scratch).glob("crash-*")]
            crash = "\n".join((done.stdout[-1500:], done.stderr[-3000:], *inputs))
        elif most_kept:
            fresh = sorted((path.read_bytes() for path in found.iterdir()), key=len)[:most_kept]
            keep(name, [*by_hand(name), *kept(name), *(("found", raw) for raw in fresh)])
    reached = _REACHED.findall(done.stderr)
    inputs_tried, branches, features = map(int, reached[-1]) if reached else (0, 0, 0)
    return {
        "decoder": name,
        "seconds": seconds,
        "inputs": inputs_tried,
        "branches": branches,
        "features": features,
        "crash": crash,
    }


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(DECODERS)}; all of them")
    parser.add_argument("--seconds", type=int, default=60, help="for each")
    parser.add_argument("--keep", type=int, default=0, metavar="N", help="write the corpus anew")
    options = parser.parse_args()
    crashed = False
    for name in options.names or DECODERS:
        said = fuzz(name, options.seconds, options.keep)
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()
        crashed |= bool(said["crash"])
    return int(crashed)


if __name__ == "__main__":
    sys.exit(main())
