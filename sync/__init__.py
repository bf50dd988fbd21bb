"""What both ends must agree on, the ways it travels, and the center."""
