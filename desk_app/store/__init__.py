"""The only room of the desk that speaks SQL."""
