"""What an officer can do, over a real store."""
