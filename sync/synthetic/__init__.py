"""Synthetic communes: invented people, addresses, dossiers and their lives, the same for the same seed.

Tests, the demonstration, the benchmarks and the training of dictionaries all draw from here. Nobody in
it can exist: citizen numbers begin with 990 (no province has that code), telephone numbers with 0900, units
with H99.
"""
