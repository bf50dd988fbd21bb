"""Real processes with everything between them that can go wrong."""
