"""What the manual shows is true: its snippets build, its examples run, its tables are complete."""

from __future__ import annotations

import csv
import doctest
import os
import re
import shutil
import subprocess
import sys
import textwrap
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup

from sphinx_newstimeline import Period, tag
from sphinx_newstimeline.articles import read_article, read_manifest
from sphinx_newstimeline.articles.readers import FORMATS
from sphinx_newstimeline.catalogues.authors import read_periods
from sphinx_newstimeline.problems import ProblemKind

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "example_docs"
PAGES = sorted(
    page for page in DOCS.rglob("*") if page.suffix in {".rst", ".md"} and "articles" not in page.parts
)

RST_BLOCK = re.compile(r"^( *)\.\. code-block:: (rst|markdown)\n\n((?:\1   .*\n|\n)+)", re.MULTILINE)
TOML_BLOCK = re.compile(r"^( *)\.\. code-block:: toml\n\n((?:\1   .*\n|\n)+)", re.MULTILINE)
MD_BLOCK = re.compile(r"^(`{3,4})(rst|markdown)\n(.*?)^\1$", re.MULTILINE | re.DOTALL)

CONF = """\
extensions = ["myst_parser", "sphinx_newstimeline"]
newstimeline_articles = ["articles/**", "ferry/**", "archive/**"]
"""
#: Folders that readers of the manual are told to make, and the articles of the manual in them.
ELSEWHERE = {"ferry": "ferry", "archive": "lighthouse"}
INDEX = "Contents\n========\n\n.. toctree::\n   :glob:\n\n   *\n"


def snippets() -> dict[str, str]:
    """Return all snippets of the manual, by the name of the page that each becomes."""
    found = {}
    for page in PAGES:
        text = page.read_text(encoding="utf-8")
        matches = RST_BLOCK.finditer(text) if page.suffix == ".rst" else MD_BLOCK.finditer(text)
        for number, match in enumerate(matches, start=1):
            ending = {"rst": "rst", "markdown": "md"}[match[2]]
            name = f"{page.relative_to(DOCS).with_suffix('').as_posix().replace('/', '-')}-{number}.{ending}"
            found[name] = textwrap.dedent(match[3])
    return found


SNIPPETS = snippets()


def build(source: Path, *options: str) -> str:
    """Build a project to HTML and return its warnings."""
    command = [
        sys.executable,
        "-m",
        "sphinx",
        "-q",
        "-n",
        "-b",
        "html",
        *options,
        str(source),
        str(source / "out"),
    ]
    ran = subprocess.run(
        command, env={**os.environ, "NO_COLOR": "1"}, capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stderr.replace(f"{source}/", "")


@pytest.fixture(scope="session")
def snippet_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a project that has each snippet as a page, built, and its warnings."""
    source = tmp_path_factory.mktemp("snippets")
    shutil.copytree(DOCS / "articles", source / "articles")
    for folder, articles in ELSEWHERE.items():
        shutil.copytree(DOCS / "articles" / articles, source / folder)
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    (source / "index.rst").write_text(INDEX, encoding="utf-8")
    for name, text in SNIPPETS.items():
        line = "=" * len(name)
        head = f"{name}\n{line}\n\n" if name.endswith(".rst") else f"# {name}\n\n"
        (source / name).write_text(head + text, encoding="utf-8")
    return source, build(source)


def test_there_are_snippets_in_both_languages() -> None:
    assert {name.rsplit(".", 1)[1] for name in SNIPPETS} == {"rst", "md"}
    assert len(SNIPPETS) >= 15


@pytest.mark.parametrize("name", SNIPPETS)
def test_snippet_builds(name: str, snippet_site: tuple[Path, str]) -> None:
    source, warnings = snippet_site
    assert name not in warnings, warnings
    page = (source / "out" / name).with_suffix(".html")
    soup = BeautifulSoup(page.read_bytes(), "html.parser")
    assert soup.select(".newstimeline .newstimeline-event")


def date_rows() -> list[tuple[str, str, str]]:
    """Return the rows of the table of dates, without its heading."""
    with (DOCS / "guide/dates.csv").open(encoding="utf-8", newline="") as file:
        return [(words, edtf, place) for words, edtf, place in csv.reader(file)][1:]


@pytest.mark.parametrize(("words", "edtf", "place"), date_rows())
def test_table_of_dates_is_true(words: str, edtf: str, place: str) -> None:
    term = Period("Biden's term", date(2021, 1, 20), date(2025, 1, 20))
    timex = tag(words, date(2024, 11, 13), periods=[term])[-1]
    interval = timex.range.interval if timex.range else timex.interval
    assert interval is not None
    assert interval.edtf == edtf
    stands = (
        "its end" if timex.deadline else "that day" if interval.earliest == interval.latest else "its start"
    )
    assert stands == place


def test_python_examples_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(DOCS)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE | doctest.REPORT_NDIFF
    results = doctest.testfile(str(DOCS / "reference/python.rst"), module_relative=False, optionflags=flags)
    assert results.attempted > 8
    assert results.failed == 0


def toml_block(page: str) -> str:
    """Return the first snippet of TOML of a page."""
    found = TOML_BLOCK.search((DOCS / page).read_text(encoding="utf-8"))
    assert found is not None
    return textwrap.dedent(found[2])


def test_manifest_in_toml_reads(tmp_path: Path) -> None:
    shutil.copytree(DOCS / "articles/harbour", tmp_path, dirs_exist_ok=True)
    (tmp_path / "articles.toml").write_text(toml_block("guide/articles.rst"), encoding="utf-8")
    manifest = read_manifest(tmp_path / "articles.toml")
    assert manifest.problems == ()
    first = read_article(manifest.paths[0], manifest=manifest)
    in_csv = read_article(manifest.paths[0], manifest=read_manifest(tmp_path / "articles.csv"))
    assert (first.title, first.published, first.url) == (in_csv.title, in_csv.published, in_csv.url)


def test_periods_in_toml_read(tmp_path: Path) -> None:
    (tmp_path / "periods.toml").write_text(toml_block("guide/periods.rst"), encoding="utf-8")
    periods, problems = read_periods(tmp_path / "periods.toml")
    assert problems == ()
    assert {period.name for period in periods} == {"the campaign", "Ekelund's term"}


def test_properties_of_the_style_sheet_exist() -> None:
    named = set(re.findall(r"--nt-\w+", (DOCS / "guide/output.rst").read_text(encoding="utf-8")))
    sheets = (ROOT / "sphinx_newstimeline/sphinxext/static").glob("*.css")
    declared = {
        name for sheet in sheets for name in re.findall(r"(--nt-\w+):", sheet.read_text(encoding="utf-8"))
    }
    assert named
    assert named <= declared


def test_every_format_is_in_the_table_of_formats() -> None:
    page = (DOCS / "guide/formats.rst").read_text(encoding="utf-8")
    endings: dict[str, list[str]] = {}
    for ending, form in FORMATS.items():
        endings.setdefault(form.name, []).append(f"``{ending}``")
    assert [name for name, those in endings.items() if not any(ending in page for ending in those)] == []


def test_every_warning_has_its_section() -> None:
    page = (DOCS / "reference/warnings.rst").read_text(encoding="utf-8")
    described = re.findall(r"^\.\. problem:: (\S+)$", page, re.MULTILINE)
    labels = re.findall(r"^\.\. _warning-(\S+):$", page, re.MULTILINE)
    assert sorted(described) == sorted(ProblemKind)
    assert described == labels


FAULTS: dict[str, dict[str, Any]] = tomllib.loads(
    (DOCS / "reference/warnings.toml").read_text(encoding="utf-8")
)


def test_every_warning_has_an_example() -> None:
    page = (DOCS / "reference/warnings.rst").read_text(encoding="utf-8")
    shown = re.findall(r"^\.\. newstimeline-warning:: (\S+)$", page, re.MULTILINE)
    assert sorted(shown) == sorted(FAULTS)
    # What only a LaTeX build says, and what no input of this version needs.
    assert set(ProblemKind) - FAULTS.keys() == {
        ProblemKind.CHARACTER,
        ProblemKind.DEPENDENCY,
        ProblemKind.PROCESS,
    }


@pytest.fixture(scope="session")
def faulty_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """Return a project that has each example of a warning in a folder of its own, and its warnings."""
    source = tmp_path_factory.mktemp("faulty")
    values = "".join(fault.get("conf", "") for fault in FAULTS.values())
    (source / "conf.py").write_text(CONF.replace("articles/**", "*/articles/**") + values, encoding="utf-8")
    (source / "index.rst").write_text(INDEX.replace("*", "*/index"), encoding="utf-8")
    for kind, fault in FAULTS.items():
        (source / kind / "articles").mkdir(parents=True)
        (source / kind / "index.rst").write_text("Title\n=====\n\n" + fault["page"], encoding="utf-8")
        other = source / kind / "articles/other.txt"
        other.write_text("The bridge opened on May 3, 1952.", encoding="utf-8")
        for name, text in fault.get("files", {}).items():
            (source / kind / name).write_bytes(text.encode(fault.get("encoding", "utf-8")))
    return source, build(source)


@pytest.mark.parametrize("kind", FAULTS)
def test_warning_reads_as_the_manual_shows_it(kind: str, faulty_site: tuple[Path, str]) -> None:
    source, warnings = faulty_site
    printed = [
        line.replace(f"{kind}/", "").replace(f" in {kind} ", " in docs ") for line in warnings.splitlines()
    ]
    assert FAULTS[kind]["message"].strip() in printed
    if kind not in {"no-events", "window"}:
        html = (source / "out" / kind / "index.html").read_text(encoding="utf-8")
        assert "1952-05-03" in html, "the others must go on"
