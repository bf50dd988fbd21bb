"""Backups of a center: made, proved, restored, refused."""
