"""Scans: checked by content, made small, encrypted under a key of their own, kept under their digest."""
