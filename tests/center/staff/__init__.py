"""Staff accounts, log-in, sessions, links."""
