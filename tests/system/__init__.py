"""Real processes, real HTTP."""
