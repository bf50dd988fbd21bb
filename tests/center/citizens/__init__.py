"""What citizens may ask."""
