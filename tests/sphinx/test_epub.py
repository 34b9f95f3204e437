"""The EPUB, by the judge of the format."""

from __future__ import annotations

import shutil
import subprocess

import pytest

#: What the format asks of every book, and the small projects leave to chance.
BOOK = {"epub_copyright": "none", "version": "1", "epub_show_urls": "no"}


@pytest.mark.parametrize("root", ["articles", "handmade"])
def test_epubcheck_finds_nothing(make_app, rootdir, tmp_path, tool, root):
    epubcheck, java = tool("epubcheck"), tool("java")
    source = tmp_path / "source"
    shutil.copytree(rootdir / f"test-{root}", source)
    app = make_app("epub", srcdir=source, confoverrides=BOOK)
    app.build()
    (book,) = app.outdir.glob("*.epub")
    ran = subprocess.run(
        [java, "-jar", epubcheck, str(book)], capture_output=True, text=True, check=False, timeout=300
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "WARNING" not in ran.stdout + ran.stderr
