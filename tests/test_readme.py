"""The README's commands are the ones that the continuous integration runs."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
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


def test_its_article_gives_its_timeline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    article = re.search(r"```text\n(.*?)```", text, re.DOTALL)
    shown = re.search(r"```console\n\$ newstimeline (.*?)\n(.*?)```", text, re.DOTALL)
    assert article is not None
    assert shown is not None
    (tmp_path / "2024-11-13-bridge.txt").write_text(article[1], encoding="utf-8")
    monkeypatch.setenv("COLUMNS", "100")
    command = [sys.executable, "-m", "sphinx_newstimeline", *shlex.split(shown[1])]
    ran = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert ran.stdout.decode() == shown[2]


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
