"""The catalogue of procedures: what ships, what tables add to it, reading tables without guessing."""
