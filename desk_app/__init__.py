"""The officer's desk: shows, asks, receives, prints and syncs."""
