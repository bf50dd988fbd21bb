"""The command line, as a person or a task scheduler calls it."""
