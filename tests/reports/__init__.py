"""Figures, their pictures and files."""
