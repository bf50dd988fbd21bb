"""Peers' programs: run by peers' own environments in processes of their own, never imported here."""
