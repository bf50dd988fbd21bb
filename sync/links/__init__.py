"""Ways a message travels."""
