"""What the desk prints: pure functions from a dossier's values to PDF bytes. No Qt, no SQL, no clock."""
