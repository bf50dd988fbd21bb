"""Ways to a center, over real sockets."""
