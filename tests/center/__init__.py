"""The center: its store, enrolment and leases, work, HTTP."""
