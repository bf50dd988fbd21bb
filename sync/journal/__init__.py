"""Append-only chained logs, their heads, and the port stores fill."""
