"""The center's staff: accounts, roles, log-in, sessions, and the record of who did what."""
