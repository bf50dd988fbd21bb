"""The disk under the real program: what it does there is written down, cut off, refused, and looked at."""
