"""What is read again, and what is the same again."""

from __future__ import annotations

import os
import shutil

import pytest


@pytest.fixture
def project(copied):
    return copied("articles")


@pytest.fixture
def build(built, project):
    """Return a function that builds the project and returns the pages that were read."""
    return lambda *arguments, **options: built(project, *arguments, **options)[1]


def test_a_second_build_reads_nothing(build):
    assert build() == ["index", "other", "plain"]
    assert build() == []


@pytest.mark.parametrize(
    ("name", "pages"),
    [("2024-11-13-bridge.txt", ["index"]), ("deep/harbour.md", ["index", "other"])],
)
def test_a_changed_article_has_its_pages_read(build, project, name, pages):
    build()
    path = project / "articles" / name
    path.write_text(path.read_text(encoding="utf-8") + "\nIt closes in 2027.\n", encoding="utf-8")
    os.utime(path, (4_000_000_000, 4_000_000_000))
    assert build() == pages


@pytest.mark.parametrize(
    ("name", "pages"),
    [("2024-12-01-new.txt", ["index"]), ("deep/new.md", ["index", "other"])],
)
def test_articles_that_come_and_go_have_their_pages_read(build, project, name, pages):
    build()
    path = project / "articles" / name
    path.write_text(
        "Midburg, Dec. 1, 2024 — The bridge closed on Sunday, December 1, 2024.\n", encoding="utf-8"
    )
    if name.endswith(".md"):
        path.write_text("---\npublished: 2024-12-01\n---\nThe bridge closed on Sunday.\n", encoding="utf-8")
    assert build() == pages
    path.unlink()
    assert build() == pages
    assert build() == []


def outputs(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.suffix in {".html", ".js", ".inv", ".css"}
    }


def test_two_builds_in_parallel_or_not_are_the_same(make_app, rootdir, tmp_path):
    results = []
    for number, jobs in enumerate((1, 2, 2)):
        source = tmp_path / str(number) / "source"
        shutil.copytree(rootdir / "test-articles", source)
        # More than five pages, or Sphinx reads them one after another.
        for page in range(6):
            shutil.copy(source / "other.rst", source / f"more{page}.rst")
            text = (source / f"more{page}.rst").read_text(encoding="utf-8")
            (source / f"more{page}.rst").write_text(f":orphan:\n\n{text}", encoding="utf-8")
        app = make_app("html", srcdir=source, parallel=jobs)
        app.build()
        assert app.warning.getvalue() == ""
        domain = app.env.domaindata["newstimeline"]["matches"]
        assert sorted(domain) == ["index", *(f"more{page}" for page in range(6)), "other"]
        results.append(outputs(app.outdir))
        app.cleanup()
    assert results[0] == results[1] == results[2]


def test_the_two_parsers_make_one_doctree(make_app, rootdir, tmp_path):
    pytest.importorskip("myst_parser")
    shutil.copytree(rootdir / "test-myst", tmp_path / "source")
    app = make_app("dummy", srcdir=tmp_path / "source")
    app.build()
    assert app.warning.getvalue() == ""
    trees = []
    for docname, name in (("restructured", "twins"), ("markdown", "twins-too")):
        doctree = app.env.get_doctree(docname)
        (timeline,) = [node for node in doctree.findall() if node.__class__.__name__ == "newstimeline"]
        trees.append(timeline.pformat().replace(name, "NAME"))
    assert trees[0] == trees[1].replace('names="NAME"', 'names="NAME"')
    assert "<newstimeline_event" in trees[0]
