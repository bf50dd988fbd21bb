"""The JSON API for other systems, version 1: one table of operations, from which routes and document come."""
