"""What staff do and see: listing, deciding, checking."""
