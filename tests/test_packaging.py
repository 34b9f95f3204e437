"""What a wheel holds, and that it works where the checkout is not."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from packaging.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "sphinx_newstimeline"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel, built by the backend itself, without pip and without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    build = "import sys; from hatchling.build import build_wheel; print(build_wheel(sys.argv[1]))"
    ran = subprocess.run(
        [sys.executable, "-c", build, str(folder)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return folder / ran.stdout.split()[-1]


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that has the wheel's files and nothing of the checkout."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(arguments: Sequence[str], installed: Path, cwd: Path) -> str:
    """Run Python on the installed files and return what it printed."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-W", "error::ImportWarning", *arguments]
    ran = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_every_file_of_the_package_is_in_the_wheel(wheel: Path) -> None:
    ours = {
        path.relative_to(ROOT).as_posix()
        for path in PACKAGE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {name for name in names if ".dist-info/" not in name} == ours
    for ending in ("/py.typed", ".css", ".sty", ".csv", ".toml"):
        assert any(name.endswith(ending) for name in ours), ending


def test_metadata(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        name = next(name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        metadata = Metadata.from_email(archive.read(name), validate=True)
        licences = [name for name in archive.namelist() if name.endswith("/licenses/LICENSE")]
    assert str(metadata.requires_python) == ">=3.11"
    assert metadata.license_expression == "BSD-3-Clause"
    assert licences
    assert set(metadata.provides_extra or ()) >= {"docs", "lint", "test"}
    assert "Framework :: Sphinx :: Extension" in (metadata.classifiers or [])


@pytest.mark.parametrize(
    "requirement",
    [
        *PROJECT["dependencies"],
        *(line for extra in PROJECT["optional-dependencies"].values() for line in extra),
    ],
)
def test_requirements_have_a_lower_bound_and_no_upper_one(requirement: str) -> None:
    assert ">=" in requirement
    assert "<" not in requirement


def test_the_wheel_works_without_the_checkout(installed: Path, tmp_path: Path) -> None:
    program = (
        "import sphinx_newstimeline as package, datetime;"
        "print(package.__file__);"
        "print(package.tag('It is due by January 20.', datetime.date(2024, 11, 13))[0].interval.edtf)"
    )
    place, answer = run(["-c", program], installed, tmp_path).split()
    assert Path(place).is_relative_to(installed)
    assert answer == "../2025-01-20"


def test_the_command_works_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The final weeks of Biden's term began on Monday.", encoding="utf-8")
    call = "import sys; from sphinx_newstimeline.command import main; sys.exit(main(sys.argv[1:]))"
    printed = run(["-c", call, "extract", "a.txt", "--published", "2024-12-27"], installed, tmp_path)
    assert "Monday" in printed


def test_a_page_builds_with_the_wheel(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_newstimeline"]\n', encoding="utf-8")
    (tmp_path / "a.txt").write_text("It closed on May 3, 1952.", encoding="utf-8")
    (tmp_path / "index.rst").write_text("Title\n=====\n\n.. newstimeline:: a.txt\n", encoding="utf-8")
    run(["-m", "sphinx", "-q", "-W", "-n", "-b", "html", ".", "out"], installed, tmp_path)
    page = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert 'data-edtf="1952-05-03"' in page
    assert list((tmp_path / "out/_static").rglob("*newstimeline*.css"))
