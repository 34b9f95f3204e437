"""The README's commands are the ones that the continuous integration runs."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
COMMANDS = [
    line
    for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("python3.11 ")
]
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "optional-dependencies"
]


def test_there_are_two_commands_of_one_line() -> None:
    assert [re.findall("sphinx-build|pytest", command) for command in COMMANDS] == [
        ["sphinx-build"],
        ["pytest"],
    ]


@pytest.mark.parametrize("command", COMMANDS)
def test_ci_runs_the_command_verbatim(command: str) -> None:
    lines = (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines()
    assert command in [line.removesuffix(" || status=1") for line in lines]


@pytest.mark.parametrize("command", COMMANDS)
def test_extras_of_the_command_exist(command: str) -> None:
    assert set(re.findall(r"\.\[(\w+)\]", command)) <= EXTRAS.keys()


def test_ci_scripts_are_executable() -> None:
    for script in (".ci/run", ".ci/matrix"):
        assert (ROOT / script).stat().st_mode & 0o111, script


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_inside_the_repository_lead_somewhere(page: str) -> None:
    targets = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))
    assert [target for target in targets if not (ROOT / target).exists()] == []
