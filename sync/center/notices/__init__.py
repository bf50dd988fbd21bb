"""Notices to citizens, and messages to the units below: written here, sent once, and what came of it."""
