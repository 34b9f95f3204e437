"""One step of the measurement of scale, in a process of its own: a job comes in, its cost goes out."""

from __future__ import annotations

import contextlib
import io
import json
import resource
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

CONF = """\
extensions = ["sphinx_newstimeline"]
html_theme = "basic"
newstimeline_why = "{why}"
"""
PAGE = """\
Page
====

.. newstimeline:: {folder}/*.txt
"""
KILOBYTE = 1 if sys.platform == "darwin" else 1024

Step = Callable[[Path, dict[str, Any]], dict[str, float]]


def extract(place: Path, job: dict[str, Any]) -> dict[str, float]:
    """Extract the articles; importing the package is no part of it, loading the data of a language is.

    :param job: ``jobs``; ``cache``, a folder; ``most``, how many articles; ``touch``, how many to change.
    """
    from sphinx_newstimeline.catalogues import terms_of_office
    from sphinx_newstimeline.extraction import Cache, Given, extract_files

    touch(place, job.get("touch", 0))
    paths = sorted(map(str, (place / "articles").iterdir()))[: job.get("most")]
    cache = Cache(place / job["cache"]) if "cache" in job else None
    given = Given(periods=tuple(terms_of_office("en")))
    measured = Measured()
    archive = extract_files(paths, given, jobs=job.get("jobs", 1), cache=cache)
    cost = measured.cost()
    found = [extraction for one in archive.files for _record, extraction in one.articles]
    return {**cost, "articles": len(found), "events": sum(len(one.events) for one in found)}


def build(place: Path, job: dict[str, Any]) -> dict[str, float]:
    """Build a page with all articles.

    :param job: ``why``; ``jobs``; ``fresh``, whether all is read; ``touch``, how many articles to change.
    """
    source = place / f"site-{job['why']}"
    source.mkdir(exist_ok=True)
    (source / "conf.py").write_text(CONF.format(why=job["why"]), encoding="utf-8")
    if not (source / "articles").exists():
        shutil.copytree(place / "articles", source / "articles")
    page = source / "index.rst"
    if not page.exists():
        page.write_text(PAGE.format(folder="articles"), encoding="utf-8")
    touch(source, job.get("touch", 0))
    return sphinx(source, job)


def write_twin(place: Path, job: dict[str, Any]) -> dict[str, float]:
    """Write the page of :func:`build` as plain reStructuredText."""
    import pickle

    from plain_page import plain_page

    built = place / f"site-{job['why']}"
    source = place / f"twin-{job['why']}"
    source.mkdir()
    measured = Measured()
    doctree = pickle.loads((built / "out" / ".doctrees" / "index.doctree").read_bytes())
    (source / "index.rst").write_text(plain_page(doctree), encoding="utf-8")
    (source / "conf.py").write_text('html_theme = "basic"\n', encoding="utf-8")
    return measured.cost()


def build_twin(place: Path, job: dict[str, Any]) -> dict[str, float]:
    """Build the twin."""
    return sphinx(place / f"twin-{job['why']}", {"fresh": True})


def sphinx(source: Path, job: dict[str, Any]) -> dict[str, float]:
    """Run sphinx-build for HTML; what it prints is an error's explanation."""
    from sphinx.cmd.build import main

    arguments = ["-q", "-j", str(job.get("jobs", 1)), "-b", "html", str(source), str(source / "out")]
    said = io.StringIO()
    measured = Measured()
    with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
        status = main(["-E", *arguments] if job.get("fresh") else arguments)
    if status:
        raise SystemExit(said.getvalue())
    return measured.cost()


def touch(place: Path, count: int) -> None:
    """Change the first articles: they get a sentence more."""
    for path in sorted((place / "articles").iterdir())[:count]:
        with path.open("a", encoding="utf-8") as file:
            file.write("\n\nIt was repeated on May 3, 2010.\n")


class Measured:
    """What this process and its children take from now on."""

    def __init__(self) -> None:
        """Begin."""
        self.started = perf_counter()
        self.work = work()

    def cost(self) -> dict[str, float]:
        """Return seconds by the clock and of work, and the most bytes that this process has had."""
        wall = perf_counter() - self.started
        most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTE
        return {"wall": wall, "cpu": work() - self.work, "resident": most}


def work() -> float:
    """Return the seconds of work of this process and of its children that have ended."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


STEPS: dict[str, Step] = {
    "extract": extract,
    "build": build,
    "write_twin": write_twin,
    "build_twin": build_twin,
}


if __name__ == "__main__":
    given = json.load(sys.stdin)
    print(json.dumps(STEPS[given["step"]](Path(given["place"]), given)))
