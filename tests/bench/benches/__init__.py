"""The measurements, a subject a module; importing one registers what it measures."""
