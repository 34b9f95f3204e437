"""The PDF, by every engine: hostile text, pages, links."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest

ENGINES = {"pdflatex": "-pdf", "xelatex": "-xelatex", "lualatex": "-lualatex"}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_pdf_is_made_of_every_timeline(make_app, rootdir, tmp_path, tool, engine):
    tool("latexmk")
    tool(engine)
    source = tmp_path / "source"
    shutil.copytree(rootdir / "test-handmade", source)
    app = make_app("latex", srcdir=source, confoverrides={"latex_engine": engine})
    app.build()
    for name in ("handmade", "foreign"):
        command = ["latexmk", ENGINES[engine], "-halt-on-error", "-interaction=batchmode", f"{name}.tex"]
        subprocess.run(command, cwd=app.outdir, check=True, capture_output=True, timeout=300)
    log = (app.outdir / "handmade.log").read_text(encoding="utf-8", errors="replace")
    assert not re.findall(r"^Overfull \\hbox \((\d+)", log, re.MULTILINE)
    assert "Missing character" not in log


def test_the_words_and_links_are_in_the_pdf(make_app, rootdir, tmp_path, tool):
    tool("latexmk")
    pdftotext = tool("pdftotext")
    source = tmp_path / "source"
    shutil.copytree(rootdir / "test-handmade", source)
    app = make_app("latex", srcdir=source)
    app.build()
    for name in ("handmade", "foreign"):
        command = ["latexmk", "-pdf", "-interaction=batchmode", f"{name}.tex"]
        subprocess.run(command, cwd=app.outdir, check=True, capture_output=True, timeout=300)
    text = subprocess.run(
        [pdftotext, "-layout", "handmade.pdf", "-"],
        cwd=app.outdir,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert re.search(r"by January 20, 2025\s+All of the money must be committed by January 20\.", text)
    assert text.count(r"\end{document}") > 4
    assert text.count("x") > 100_000
    foreign = subprocess.run(
        [pdftotext, "foreign.pdf", "-"], cwd=app.outdir, check=True, capture_output=True, text=True
    ).stdout
    assert "[U+20B4]" in foreign
