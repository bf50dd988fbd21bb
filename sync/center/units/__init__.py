"""Units, invitations, enrolment and number leases."""
