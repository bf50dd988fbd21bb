"""Scans: content, encryption, files, tokens, uploads."""
