"""Messages between nodes, their codec and the engine."""
