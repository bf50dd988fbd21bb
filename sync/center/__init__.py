"""The center: receives journals, enrols units and desks, decides, shows."""
