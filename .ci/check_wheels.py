"""Writes `.ci/wheels.txt`: for every pinned package, the wheels pip finds for Linux and for Windows.

It asks the package index (metadata only, nothing is installed) and is run by hand when a pin changes; a test
then holds the table against the pins without any network. A package that one of the two never needs is
written with `-`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
PLATFORMS = {
    "linux": [f"manylinux_2_{minor}_x86_64" for minor in (5, 12, 17, 26, 27, 28, 31, 34, 35)]
    + ["manylinux2014_x86_64"],
    "windows": ["win_amd64"],
}
ONLY_ON = {
    "atheris": "linux",
    "jeepney": "linux",
    "secretstorage": "linux",
    "colorama": "windows",
    "pefile": "windows",
    "pywin32-ctypes": "windows",
    "macholib": "macos",
}


def pins() -> list[tuple[str, str]]:
    lines = (HERE / "constraints.txt").read_text(encoding="utf-8").splitlines()
    found = [line.split("==") for line in lines if "==" in line and not line.startswith("#")]
    return [(name.lower().replace("_", "-"), version) for name, version in found]


def wheel_of(requirement: str, platform: str) -> str:
    """The file name of the wheel pip would take, or `MISSING`."""
    with tempfile.TemporaryDirectory() as target:
        command = [
            sys.executable,
            "-m",
            "pip",
            "install",
            "--quiet",
            "--dry-run",
            "--no-deps",
            "--ignore-installed",
        ]
        command += [
            "--only-binary=:all:",
            "--python-version",
            "3.11",
            "--implementation",
            "cp",
            "--target",
            target,
        ]
        for tag in PLATFORMS[platform]:
            command += ["--platform", tag]
        done = subprocess.run([*command, "--report", "-", requirement], capture_output=True, check=False)
    if done.returncode:
        return "MISSING"
    url = json.loads(done.stdout)["install"][0]["download_info"]["url"]
    return str(url).rsplit("/", 1)[-1].replace("%2B", "+")


def main() -> int:
    rows, missing = [], []
    for name, version in pins():
        row = [f"{name}=={version}"]
        for platform in PLATFORMS:
            only = ONLY_ON.get(name)
            wheel = "-" if only and only != platform else wheel_of(row[0], platform)
            row.append(wheel)
            if wheel == "MISSING":
                missing.append(f"{row[0]} ({platform})")
        rows.append("  ".join(row))
    head = "# package  wheel for Linux x86_64 (CPython 3.11)  wheel for Windows x86_64\n"
    (HERE / "wheels.txt").write_text(head + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(rows)} packages, without a wheel: {', '.join(missing) or 'none'}")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
