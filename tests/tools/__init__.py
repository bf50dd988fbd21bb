"""Tools that make what ships in `resources`, run by hand."""
