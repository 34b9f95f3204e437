"""What a wheel holds, and that it works where the checkout is not."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from packaging.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "sphinx_newstimeline"
GRAMMAR = "sphinx_newstimeline/temporal/lang/en/grammar.pickle"
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
    assert {name for name in names if ".dist-info/" not in name} == ours | {GRAMMAR}
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


def test_the_grammar_in_the_wheel_is_that_of_its_data(installed: Path, tmp_path: Path) -> None:
    program = (
        "from sphinx_newstimeline.temporal.grammar import keeping;"
        "keeping.make_grammar = None;"
        "print(keeping.find_grammar('en').months['May'])"
    )
    assert run(["-c", program], installed, tmp_path).split() == ["5"]
    with (installed / GRAMMAR).with_name("words.toml").open("a", encoding="utf-8") as file:
        file.write("# Another line.\n")
    again = program.replace("None", "lambda code: __import__('sys').exit('made anew')")
    with pytest.raises(AssertionError, match="made anew"):
        run(["-c", again], installed, tmp_path)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Return a checkout of what grammars are made of."""
    shutil.copytree(
        PACKAGE, tmp_path / PACKAGE.name, ignore=shutil.ignore_patterns("grammar.pickle", "sphinxext")
    )
    return tmp_path


def hook(checkout: Path) -> Any:
    """Return what makes grammars while something is built."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.GrammarHook(str(checkout), {}, None, None, str(checkout / "dist"), "wheel")


def test_an_editable_installation_has_the_grammar_in_the_checkout(checkout: Path) -> None:
    build_data: dict[str, Any] = {"force_include": {}}
    building = hook(checkout)
    building.initialize("editable", build_data)
    building.finalize("editable", build_data, "")
    assert (checkout / GRAMMAR).is_file()
    assert not build_data["force_include"]
    assert not Path(building.folder.name).exists()


def test_a_grammar_that_cannot_be_made_is_left_out(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (checkout / GRAMMAR).with_name("rules.txt").write_text("== all\nWhat is this?", encoding="utf-8")
    build_data: dict[str, Any] = {"force_include": {}}
    building = hook(checkout)
    building.initialize("standard", build_data)
    building.finalize("standard", build_data, "")
    assert not build_data["force_include"]
    assert "line 2: not a rule" in "".join(capsys.readouterr())


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
