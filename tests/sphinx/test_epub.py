"""The EPUB, by the judge of the format."""

from __future__ import annotations

import subprocess
import sys

import pytest

#: What the format asks of every book, and the small projects leave to chance.
BOOK = {"epub_copyright": "none", "version": "1", "epub_show_urls": "no"}


@pytest.mark.parametrize("root", ["articles", "handmade"])
def test_epubcheck_finds_nothing(make_app, tool, root, copied):
    epubcheck, java = tool("epubcheck"), tool("java")
    source = copied(root)
    app = make_app("epub", srcdir=source, confoverrides=BOOK)
    app.build()
    (book,) = app.outdir.glob("*.epub")
    ran = subprocess.run(
        [java, "-jar", epubcheck, str(book)], capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "WARNING" not in ran.stdout + ran.stderr


def test_a_book_does_not_ask_what_the_cache_is(rootdir, tmp_path):
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "epub", rootdir / "test-articles", tmp_path]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    assert list((tmp_path / ".doctrees" / "newstimeline").rglob("*"))
    assert ".doctrees/environment.pickle" in ran.stderr  # Sphinx's own
    assert ".doctrees/newstimeline" not in ran.stderr
