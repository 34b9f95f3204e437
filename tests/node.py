"""Packages of the npm registry, for tests that give our files to the programs that they are for."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from alone import alone

SCRIPT = Path(__file__).parents[1] / "script" / "package.json"
#: The packages that our own script is made and tested with.
OF_SCRIPT = json.loads(SCRIPT.read_text(encoding="utf-8"))["devDependencies"]
#: The versions that are tested with.
VERSIONS = {
    **OF_SCRIPT,
    "@knight-lab/timelinejs": "3.9.11",
    "@markwhen/parser": "1.2.0",
    "schema-dts": "2.1.0",
    "typescript": "5.9.3",
}


def missing(reason):
    """Skip the test, but fail it on CI, where everything is to be there."""
    (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)


def install(pytestconfig, *names):
    """Install packages, and what they need, where the next run finds them; return the folder with them."""
    if shutil.which("npm") is None:
        missing("npm is not installed")
    wanted = [f"{name}@{VERSIONS[name]}" for name in names]
    folder = pytestconfig.cache.mkdir("newstimeline-exports-" + "-".join(wanted).replace("/", "-"))
    modules = folder / "node_modules"
    with alone(folder):
        if not all((modules / name / "package.json").is_file() for name in names):
            (folder / "package.json").write_text(json.dumps({"private": True}), encoding="utf-8")
            flags = ["--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--omit=dev"]
            ran = subprocess.run(
                ["npm", "install", *flags, *wanted],
                cwd=folder,
                capture_output=True,
                text=True,
                check=False,
                timeout=300,
            )
            if ran.returncode:
                missing(f"npm cannot install {', '.join(wanted)}: {ran.stderr[-500:]}")
    return folder
