"""Journals: the contract of every store, and the rules over it."""
