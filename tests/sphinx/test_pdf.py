"""The PDF, by every engine: hostile text, pages, links."""

from __future__ import annotations

import re
import subprocess
from datetime import datetime

import pytest

ENGINES = {"pdflatex": "-pdf", "xelatex": "-xelatex", "lualatex": "-lualatex"}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_pdf_is_made_of_every_timeline(make_app, tool, engine, copied):
    tool("latexmk")
    tool(engine)
    source = copied("handmade")
    app = make_app("latex", srcdir=source, confoverrides={"latex_engine": engine})
    app.build()
    for name in ("handmade", "foreign"):
        command = ["latexmk", ENGINES[engine], "-halt-on-error", "-interaction=batchmode", f"{name}.tex"]
        subprocess.run(command, cwd=app.outdir, check=True, capture_output=True, timeout=300)
    log = (app.outdir / "handmade.log").read_text(encoding="utf-8", errors="replace")
    assert not re.findall(r"^Overfull \\hbox \((\d+)", log, re.MULTILINE)
    assert "Missing character" not in log
    if engine != "pdflatex":
        foreign = (app.outdir / "foreign.log").read_text(encoding="utf-8", errors="replace")
        assert "Missing character" not in foreign


def text_of(pdf, pdftotext, *options):
    command = [pdftotext, *options, pdf.name, "-"]
    return subprocess.run(command, cwd=pdf.parent, check=True, capture_output=True, text=True).stdout


def typeset(folder, name, *more):
    command = ["latexmk", "-pdf", "-halt-on-error", "-interaction=batchmode", *more, f"{name}.tex"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=300)


def test_pages_of_a_timeline_say_at_their_head_which_months_they_tell_of(make_app, tool, copied):
    tool("latexmk")
    pdftotext = tool("pdftotext")
    source = copied("chronology")
    app = make_app("latex", srcdir=source)
    app.build()
    typeset(app.outdir, "chronology")
    pages = text_of(app.outdir / "chronology.pdf", pdftotext, "-layout").split("\f")
    heads = [page.strip().partition("\n")[0] for page in pages]
    ranges = [match.groups() for head in heads if (match := re.search(r"(\w+ \d{4}) – (\w+ \d{4})", head))]
    days = [datetime.strptime(unit, "%B %Y") for pair in ranges for unit in pair]  # noqa: DTZ007 - months
    assert len(ranges) > 2
    assert days == sorted(days)
    assert days[-1] == datetime(2025, 12, 1)  # noqa: DTZ001 - a month
    assert not any(
        "Nothing follows" in page and " – " in head for page, head in zip(pages, heads, strict=True)
    )


def test_a_machine_without_tikz_makes_the_pdf_without_the_charts(make_app, tool, copied):
    tool("latexmk")
    pdftotext = tool("pdftotext")
    source = copied("chronology")
    app = make_app("latex", srcdir=source)
    app.build()
    package = app.outdir / "newstimelinechart.sty"
    text = package.read_text(encoding="utf-8")
    assert "{tikz.sty}" in text
    package.write_text(text.replace("{tikz.sty}", "{there-is-no-such-file.sty}"), encoding="utf-8")
    typeset(app.outdir, "chronology")
    log = (app.outdir / "chronology.log").read_text(encoding="utf-8", errors="replace")
    assert "TikZ (tikz.sty) is not installed" in log
    assert "Sluice 36" in text_of(app.outdir / "chronology.pdf", pdftotext)


def test_the_words_and_links_are_in_the_pdf(make_app, tool, copied):
    tool("latexmk")
    pdftotext = tool("pdftotext")
    source = copied("handmade")
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


def test_an_event_that_breaks_across_pages_keeps_its_column(make_app, tmp_path, tool):
    tool("latexmk")
    pdftotext = tool("pdftotext")
    for number in range(45):
        front = f"---\npublished: 2025-03-{number % 28 + 1:02}\nsource: Courier {number}\n---\n"
        # Word for word and sign for sign the same, it would stand there once.
        opened = f"The mill of Orra opened in the spring of 1962{'!' * (number + 1)}\n"
        (tmp_path / f"{number}.txt").write_text(front + opened)
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_newstimeline"]\nproject = "Mill"\n')
    (tmp_path / "index.rst").write_text("Mill\n====\n\n.. newstimeline:: *.txt\n")
    app = make_app("latex", srcdir=tmp_path)
    app.build()
    typeset(app.outdir, "mill")
    pages = text_of(app.outdir / "mill.pdf", pdftotext, "-layout").split("\f")
    lines = next(page for page in pages if "45 sources" in page).splitlines()
    first = next(line.index("The mill") for line in lines if "The mill" in line)
    sources = [line for line in lines if "Courier" in line]
    assert 10 < len(sources) < 45
    assert all(len(line) - len(line.lstrip()) >= first - 2 for line in sources)


def test_the_chronology_is_set_as_prose_and_other_indices_as_code(make_app, tool, copied):
    tool("latexmk")
    pdftotext, pdffonts = tool("pdftotext"), tool("pdffonts")
    source = copied("diary")
    (source / "code.rst").write_text(":orphan:\n\nCode\n====\n\n.. py:module:: pylons\n", encoding="utf-8")
    with (source / "index.rst").open("a", encoding="utf-8") as index:
        index.write("\n.. toctree::\n\n   code\n")
    app = make_app("latex", srcdir=source)
    app.build()
    typeset(app.outdir, "diary")
    pages = text_of(app.outdir / "diary.pdf", pdftotext).split("\f")

    def monospaced(heading):
        page = next(number for number, text in enumerate(pages, 1) if text.strip().startswith(heading))
        command = [pdffonts, "-f", str(page), "-l", str(page), "diary.pdf"]
        fonts = subprocess.run(command, cwd=app.outdir, check=True, capture_output=True, text=True).stdout
        return re.search(r"(?i)xtt|mono|courier|cursor", fonts) is not None

    assert not monospaced("Chronology")
    assert monospaced("Python Module Index")


def test_lists_in_an_event_are_set_as_elsewhere(make_app, tmp_path, tool):
    tool("latexmk")
    listed = "* a sluice\n{0}* a mill"
    body = f"      {listed.format(' ' * 6)}\n\n      ::\n\n         turn()\n"
    event = f"   .. newstimeline-event:: 3 March 2025\n\n{body}"
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_newstimeline"]\nproject = "Mill"\n')
    (tmp_path / "index.rst").write_text(f"Mill\n====\n\n.. newstimeline::\n\n{event}\n{listed.format('')}\n")
    app = make_app("latex", srcdir=tmp_path)
    app.build()
    typeset(app.outdir, "mill")
    boxes = text_of(app.outdir / "mill.pdf", tool("pdftotext"), "-bbox")
    signs = re.findall(r'xMax="([0-9.]+)"[^>]*>•</word>\s*<word xMin="([0-9.]+)"', boxes)
    gaps = [float(word) - float(sign) for sign, word in signs]
    assert len(gaps) == 4
    assert max(gaps) - min(gaps) < 1
