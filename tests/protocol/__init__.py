"""The protocol: histories, hostile messages, enrolment, byte vectors."""
