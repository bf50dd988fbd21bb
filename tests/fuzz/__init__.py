"""Bytes from anybody into every decoder: a coverage-guided fuzzer, and the corpus it leaves for CI.

`python -m tests.fuzz NAME --seconds N` runs the fuzzer (atheris, extra `fuzz`, Linux) on one decoder;
`test_corpus` replays `tests/data/malformed` and, by hypothesis, what is near it, on any machine.
"""
