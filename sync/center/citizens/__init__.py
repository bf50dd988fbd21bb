"""What citizens may ask the center without an account."""
