"""What may be done to a dossier: one verb, one pure function, the same at desk and center."""
