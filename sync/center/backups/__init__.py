"""Backups of a center: one archive for either database, proved by reading, restored into an empty place."""
