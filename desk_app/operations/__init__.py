"""What an officer can do: one verb, one function."""
