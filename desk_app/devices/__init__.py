"""Printers and scanners."""
