"""One POST of all documents over a line: `post_line.py DOCUMENTS ADDRESS`; prints seconds and bytes."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import requests
import zstandard


def main() -> None:
    """Says ``ready``, waits for a line on its input, and posts."""
    raw = Path(sys.argv[1]).read_bytes()
    session = requests.Session()
    session.trust_env = False
    print("ready", flush=True)
    sys.stdin.readline()
    began = time.perf_counter()
    body = zstandard.ZstdCompressor(level=19).compress(raw)
    answer = session.post(sys.argv[2] + "/push", data=body, timeout=900)
    assert answer.text == "ok"
    taken = time.perf_counter() - began
    print(json.dumps({"seconds": taken, "bytes": len(body)}), flush=True)


if __name__ == "__main__":
    main()
