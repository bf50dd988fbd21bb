"""Notices to citizens: when, once, by which way, in which words."""
