"""Figures and statutory tables from dossiers, and their pictures: the same at desk and center."""
