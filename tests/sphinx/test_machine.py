"""What builds save and share: the cache of extraction, and processes."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from sphinx_newstimeline.extraction import archive, pool
from sphinx_newstimeline.sphinxext import machine, progress

PAGE = """\
Page
====

.. newstimeline:: {glob}
   :published: 2024-11-13
"""


@pytest.fixture
def project(tmp_path):
    """Return a project with two pages: one of three articles, one of a single one of these."""
    source = tmp_path / "source"
    (source / "articles").mkdir(parents=True)
    (source / "conf.py").write_text("extensions = ['sphinx_newstimeline']\n", encoding="utf-8")
    (source / "index.rst").write_text(PAGE.format(glob="articles/*.txt"), encoding="utf-8")
    (source / "other.rst").write_text(":orphan:\n\n" + PAGE.format(glob="articles/b.txt"), encoding="utf-8")
    for name in "abc":
        write(source, name, f"Train {name} left on Monday.")
    return source


def write(source, name, text):
    path = source / "articles" / f"{name}.txt"
    path.write_text(text, encoding="utf-8")
    if path.exists():
        stamp = path.stat().st_mtime + len(text)
        os.utime(path, (stamp, stamp))


@pytest.fixture
def build(make_app, project, monkeypatch):
    """Return a function that builds the project and returns the names of the articles that were extracted."""
    extracted = []
    extract_file = archive.extract_file

    def counted(path, given):
        extracted.append(Path(path).name)
        return extract_file(path, given)

    monkeypatch.setattr(archive, "extract_file", counted)

    def run(builder="html", **options):
        extracted.clear()
        app = make_app(builder, srcdir=project, **options)
        app.build()
        app.cleanup()
        run.app = app
        return sorted(extracted)

    return run


def entries(app):
    """Return what is kept of articles; a grammar is kept there, too, where Python writes no bytecode."""
    kept = (path for path in (app.doctreedir / machine.FOLDER).rglob("*") if path.is_file())
    return sorted(path.name for path in kept if path.suffix != ".pickle")


def test_an_article_is_extracted_again_when_it_has_changed(build, project):
    # Of two pages with the same article the first one extracts it.
    assert build() == ["a.txt", "b.txt", "c.txt"]
    write(project, "c", "Train c left on Tuesday.")
    assert build() == ["c.txt"]
    html = (build.app.outdir / "index.html").read_text(encoding="utf-8")
    assert "Tuesday" in html
    assert len(entries(build.app)) == 3, "the old one is not needed any more"


def test_a_page_that_is_read_again_extracts_nothing(build, project):
    build()
    os.utime(project / "index.rst", (4_000_000_000, 4_000_000_000))
    assert build() == []
    assert len(entries(build.app)) == 3


def test_warnings_come_back_from_the_cache(build, project):
    page = project / "index.rst"
    page.write_text(
        PAGE.format(glob="articles/*.txt").replace("   :published: 2024-11-13\n", ""), encoding="utf-8"
    )
    (project / "other.rst").unlink()
    for time in (4_000_000_000, 4_000_000_100):
        os.utime(page, (time, time))
        build()
        assert build.app.warning.getvalue().count("newstimeline.unpublished") == 3


def test_a_fresh_environment_makes_the_cache_anew(build):
    build()
    assert build(freshenv=True) == ["a.txt", "b.txt", "c.txt"]
    assert len(entries(build.app)) == 3


def test_another_builder_uses_the_same_cache(build, project):
    build()
    write(project, "a", "Train a left on Wednesday.")
    assert build("text") == ["a.txt"]


def test_what_no_page_needs_is_removed(build, project):
    build()
    (project / "index.rst").write_text("Page\n====\n\nNothing.\n", encoding="utf-8")
    assert build() == []
    assert len(entries(build.app)) == 1
    (project / "other.rst").unlink()
    build()
    assert entries(build.app) == []


def outputs(app):
    return {path.name: path.read_bytes() for path in app.outdir.rglob("*.html")}


def test_processes_of_sphinx_have_workers_and_share_cache_and_entries(make_app, project, monkeypatch):
    monkeypatch.setattr(pool, "FILES_A_WORKER", 1)
    for number in range(8):
        shutil.copy(project / "other.rst", project / f"more{number}.rst")
    seen = []
    for jobs in (1, 3, 1):
        app = make_app("html", srcdir=project, parallel=jobs, freshenv=True)
        app.build()
        assert app.warning.getvalue() == ""
        seen.append((outputs(app), entries(app), machine.entries_of(app.env)))
        app.cleanup()
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0][1]) == 3
    assert sorted(seen[0][2]) == ["index", *(f"more{number}" for number in range(8)), "other"]


def test_workers_are_lent_once(make_app, project):
    app = make_app("html", srcdir=project, parallel=3)
    lender = machine.machine_of(app.env)
    with lender.jobs() as all_of_them, lender.jobs() as alone:
        assert (all_of_them, alone) == (3, 1)
    with pytest.raises(ZeroDivisionError), lender.jobs():
        raise ZeroDivisionError
    with lender.jobs() as jobs:
        assert jobs == 3
    app.cleanup()


@pytest.mark.parametrize(("total", "lines"), [(19, 0), (20, 20), (50, 50), (1000, 50)])
def test_progress_is_shown_now_and_then(monkeypatch, total, lines):
    shown = []

    def status_iterator(names, _summary, _colour, length, _verbosity):
        assert length == min(total, progress.STEPS)
        for name in names:
            shown.append(name)
            yield name
        shown.append("end")

    monkeypatch.setattr(progress, "status_iterator", status_iterator)
    environment = type("Environment", (), {"config": object()})()
    line = progress.StatusLine(environment)
    for done in range(1, total + 1):
        line(done, total, f"articles/{done}.txt")
    assert len(shown) == (lines + 1 if lines else 0)
    assert shown[-2:] == ([f"{total}.txt", "end"] if lines else [])
