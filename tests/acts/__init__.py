"""Acts as pure functions."""
