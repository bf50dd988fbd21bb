"""Rules of the desk alone: intake requests, citizen cards, routing of scans."""
