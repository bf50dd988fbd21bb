"""Answering desks: exchanges and enrolments as bytes in, bytes out."""
