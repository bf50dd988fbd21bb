"""Windows and pages: they show, ask and forward."""
