"""`python -m desk_app`: the same as `motcua`."""

from __future__ import annotations

from desk_app.cli import main

if __name__ == "__main__":
    main()
