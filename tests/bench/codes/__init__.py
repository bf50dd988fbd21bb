"""How well the codes on our forms are read, after a bad printer and a bad scanner: `make bench-codes`."""
