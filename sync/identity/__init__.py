"""Keys, seals, sealed boxes, certificates and secrets."""
