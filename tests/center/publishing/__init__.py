"""Publishing at a center, to real desks."""
