"""Shared by all tests: Sphinx's own fixtures, and where the small projects are that they build."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import pytest
from hypothesis import settings

pytest_plugins = ("sphinx.testing.fixtures",)
collect_ignore = ["roots"]

# Nothing is timed by a test: machines are noisy.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

# Modules beside the tests that the small projects name as extensions.
sys.path.insert(0, str(Path(__file__).parent / "sphinx"))


@pytest.fixture(scope="session")
def rootdir():
    """Return the folder of the small projects."""
    return Path(__file__).parent / "roots"


@pytest.fixture(scope="session")
def tool():
    """Return a function that skips the test where a program is missing, but fails it on CI."""

    def need(name):
        path = shutil.which(name)
        if path is None:
            (pytest.fail if os.environ.get("CI") else pytest.skip)(f"{name} is not installed")
        return path

    return need
