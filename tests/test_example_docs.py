"""The manual builds with every builder, the same to the byte, and reads again only what changed."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "example_docs"

#: What the manual takes from outside its folder.
NEIGHBOURS = (
    ".readthedocs.yaml",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "sphinx_newstimeline/catalogues/SOURCES.md",
    "sphinx_newstimeline/exports/timeline.schema.json",
)

#: Builders that write from the doctrees which the HTML builder left, and a file of each with text to look at.
BUILDERS = {
    "dirhtml": "gallery/flood/index.html",
    "singlehtml": "index.html",
    "epub": "gallery/flood.xhtml",
    "text": "gallery/flood.txt",
    "man": "sphinx-newstimeline.7",
    "texinfo": "sphinx-newstimeline.texi",
    "gettext": "gallery/flood.pot",
    "xml": "gallery/flood.xml",
    "json": "gallery/flood.fjson",
    "latex": "sphinx-newstimeline.tex",
}

#: Words of a sentence that every builder has to show, in places where none of them breaks a line.
WORDS = ("Engineers", "raise", "dike")


@dataclass(frozen=True)
class Site:
    """A source folder with its own output and doctrees."""

    source: Path
    folder: Path

    @cached_property
    def doctrees(self) -> Path:
        """Return the folder that all builders of this site share."""
        return self.folder / "doctrees"

    def output(self, builder: str) -> Path:
        """Return the folder that a builder writes to."""
        return self.folder / builder

    def build(self, builder: str, *options: str, **environment: str) -> str:
        """Run Sphinx with warnings as errors, and return what it says."""
        # The doctrees of gettext carry identifiers of their paragraphs, and cannot be shared.
        doctrees = self.folder / "gettext-doctrees" if builder == "gettext" else self.doctrees
        places = ["-d", doctrees, self.source, self.output(builder)]
        command = [
            sys.executable,
            "-m",
            "sphinx",
            "-b",
            builder,
            "-n",
            "-W",
            "--keep-going",
            *options,
            *places,
        ]
        ran = subprocess.run(
            command,
            env={**os.environ, "NO_COLOR": "1", **environment},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
        assert ran.stderr == ""
        return ran.stdout

    def contents(self, builder: str) -> dict[str, bytes]:
        """Return the bytes of all files that a builder wrote."""
        output = self.output(builder)
        files = sorted(path for path in output.rglob("*") if path.is_file())
        return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return the manual, built to HTML by two jobs."""
    site = Site(DOCS, tmp_path_factory.mktemp("site"))
    site.build("html", "-j", "2", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    return site


@pytest.fixture(scope="session")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """Return a copy of the manual, built to HTML elsewhere and under other circumstances."""
    folder = tmp_path_factory.mktemp("copy")
    shutil.copytree(DOCS, folder / "manual", ignore=shutil.ignore_patterns("_build", "__pycache__"))
    for name in NEIGHBOURS:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    site = Site(folder / "manual", folder)
    site.build("html", "-j", "1", PYTHONHASHSEED="4711", TZ="Pacific/Auckland", LC_ALL="POSIX", LANGUAGE="de")
    return site


def read_again(output: str) -> set[str]:
    """Return the pages that Sphinx read, by its own account (``-v`` or not, one line a page)."""
    assert "updating environment" in output
    return set(re.findall(r"reading sources\.\.\. \[ *\d+%\] (\S+)", output))


def test_html_is_the_same_to_the_byte(site: Site, copy: Site) -> None:
    ours, theirs = site.contents("html"), copy.contents("html")
    assert ours.keys() == theirs.keys()
    assert [name for name, data in ours.items() if data != theirs[name]] == []


def test_second_build_reads_nothing(site: Site) -> None:
    output = site.build("html", "-j", "2")
    assert "0 added, 0 changed, 0 removed" in output
    assert read_again(output) == set()


def test_a_changed_article_is_read_again_by_its_pages_alone(copy: Site) -> None:
    article = copy.source / "articles/flood/after-the-water.txt"
    article.write_text(
        article.read_text(encoding="utf-8") + "\nThe mill reopens on August 9.\n", encoding="utf-8"
    )
    assert read_again(copy.build("html")) == {"gallery/flood", "gallery/year-2025"}
    page = (copy.output("html") / "gallery/flood.html").read_text(encoding="utf-8")
    assert 'data-edtf="2025-08-09"' in page
    assert read_again(copy.build("html")) == set()


def test_an_added_and_a_removed_article_are_noticed(copy: Site) -> None:
    article = copy.source / "articles/flood/added.txt"
    article.write_text(
        "STOWBRIDGE, June 12, 2025 — The dike will be raised by October 1.\n", encoding="utf-8"
    )
    assert read_again(copy.build("html")) == {"gallery/flood", "gallery/year-2025"}
    article.unlink()
    assert read_again(copy.build("html")) == {"gallery/flood", "gallery/year-2025"}


@pytest.mark.parametrize("builder", BUILDERS)
def test_builds_with(builder: str, site: Site) -> None:
    options = ("-D", "latex_engine=xelatex") if builder == "latex" else ()
    site.build(builder, "-j", "2", *options)
    text = (site.output(builder) / BUILDERS[builder]).read_text(encoding="utf-8")
    for word in WORDS:
        assert word in text, f"{builder} loses “{word}”"


def test_info_compiles(site: Site, tmp_path: Path) -> None:
    need("makeinfo")
    site.build("texinfo")
    source = site.output("texinfo") / "sphinx-newstimeline.texi"
    command = ["makeinfo", "--no-split", "-o", tmp_path / "manual.info", source]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("engine", ["xelatex", "pdflatex"])
def test_pdf(engine: str, site: Site, tmp_path: Path) -> None:
    need("make", "latexmk", engine, "pdftotext")
    site.build("latex", "-D", f"latex_engine={engine}")
    folder = tmp_path / "latex"
    shutil.copytree(site.output("latex"), folder)
    ran = subprocess.run(
        ["make", "-C", folder, "all-pdf", "LATEXMKOPTS=-interaction=nonstopmode -halt-on-error"],
        capture_output=True,
        text=True,
        check=False,
        errors="replace",
    )
    assert ran.returncode == 0, ran.stdout[-3000:]
    log = (folder / "sphinx-newstimeline.log").read_text(encoding="utf-8", errors="replace")
    assert "Missing character" not in log
    assert "undefined references" not in log
    text = subprocess.run(
        ["pdftotext", folder / "sphinx-newstimeline.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    assert not [word for word in WORDS if word not in text]


def need(*tools: str) -> None:
    """Skip the test where a tool is not installed; fail where it has to be."""
    missing = ", ".join(tool for tool in tools if not shutil.which(tool))
    if missing and os.environ.get("CI"):
        pytest.fail(f"not installed: {missing}")
    if missing:
        pytest.skip(f"not installed: {missing}")


def timelines(site: Site, page: str) -> list[list[BeautifulSoup]]:
    """Return the entries of each timeline of a page."""
    soup = BeautifulSoup((site.output("html") / f"{page}.html").read_bytes(), "html.parser")
    return [found.select("li.newstimeline-event") for found in soup.select(".newstimeline")]


@pytest.mark.parametrize(
    ("page", "edtf", "words"),
    [
        ("gallery/brussels", "2024-11-13", "On Wednesday"),
        ("gallery/brussels", "2025-01/2025-03", "the first quarter of 2025"),
        ("gallery/harbour", "../2024-12-31", "by the end of 2024"),
        ("gallery/harbour", "2025-03-14", "on March 14"),
        ("gallery/kestrel", "2023-04-17", "six days later"),
        ("gallery/halden", "2024-07/2024-09", "in the third quarter"),
        ("gallery/vessria", "../2025-11-30", "by November 30"),
        ("gallery/flood", "2025-02-16", "Sunday"),
        ("gallery/flood", "2025-04-21", "Easter Monday"),
        ("gallery/brussels", "2024-11-13/2025-01-20", "remaining weeks of Biden's term"),
        ("gallery/harbour", "2025-11-03", "first Monday in November"),
        ("gallery/kestrel", "2025-06-14", "At 21:47 GMT on Saturday"),
        ("gallery/halden", "2025-07/2025-12", "second half"),
        ("gallery/vessria", "2025-10-13/2025-11-25", "remaining days of his term"),
        ("gallery/flood", "2025-02-24/..", "not run before February 24"),
        ("gallery/observatory", "1983-12-31", "last night of 1983"),
        ("gallery/observatory", "18XX", "19th century"),
        ("gallery/observatory", "1852-10-06", "three nights later"),
        ("gallery/year-2025", "2025-07-04", "July 4"),
    ],
)
def test_gallery_shows(page: str, edtf: str, words: str, site: Site) -> None:
    entries = timelines(site, page)[0]
    found = [entry.get_text(" ", strip=True) for entry in entries if entry.get("data-edtf") == edtf]
    assert [text for text in found if words.lower() in text.lower()], found


@pytest.mark.parametrize("trap", ["room 2025", "$8 billion", "march on", "may even walk"])
def test_gallery_does_not_take_for_dates(trap: str, site: Site) -> None:
    for page in ("brussels", "harbour"):
        for entry in (entry for timeline in timelines(site, f"gallery/{page}") for entry in timeline):
            assert not [mark for mark in entry.select("mark") if mark.get_text() in trap], entry.get_text()


def test_stylesheet_is_linked_only_where_there_is_a_timeline(site: Site) -> None:
    for page, linked in {"gallery/flood": True, "limitations": False, "search": False}.items():
        html = (site.output("html") / f"{page}.html").read_text(encoding="utf-8")
        assert (re.search(r'href="[^"]*newstimeline[^"]*\.css', html) is not None) == linked, page


def test_nothing_is_loaded_from_elsewhere(site: Site) -> None:
    soup = BeautifulSoup((site.output("html") / "gallery/flood.html").read_bytes(), "html.parser")
    loaded = [
        tag.get("src") or tag.get("href")
        for tag in soup.select("script[src], link[rel=stylesheet], img[src]")
    ]
    assert [address for address in loaded if re.match(r"(https?:)?//", str(address))] == []
