"""`python -m tests.fuzz.one NAME OPTIONS…`: becomes the fuzzer of one decoder (libFuzzer's options).

A module of its own, for only what is imported under the fuzzer's eyes is watched by it.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["sync", "desk_app.domain"]):
    from tests.fuzz.decoders import DECODERS


def main() -> None:
    """Never returns."""
    decoder = DECODERS[sys.argv[1]]
    decoder.seeds()  # what is made once is made before the clock of an input runs

    def one(raw: bytes) -> None:
        decoder.try_one(raw)

    atheris.Setup([sys.argv[0], *sys.argv[2:]], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
