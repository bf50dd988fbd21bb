"""The center's pages for its staff and for citizens: rendered here, no script, all state in the database."""
