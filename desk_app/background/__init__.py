"""Threads of the desk: writer lane, reader lane, sync worker."""
