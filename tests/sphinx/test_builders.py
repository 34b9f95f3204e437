"""Every builder makes something of a timeline, and loses nothing of it."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

BUILDERS = [
    "html", "dirhtml", "singlehtml", "json", "epub", "latex", "text", "man", "texinfo", "gettext", "xml",
    "pseudoxml", "dummy",
]  # fmt: skip

#: What an event of the small project consists of, and where the formats have it.
FACTS = [
    "November 14, 2024",
    "second quay",
    "on Thursday",
    "Midburg Echo",
    "Harbour",
    "https://example.org/harbour",
]
OUTPUTS = {
    "text": "index.txt",
    "man": "articles.7",
    "texinfo": "*.texi",
    "xml": "index.xml",
    "pseudoxml": "index.pseudoxml",
    "latex": "articles.tex",
    "html": "index.html",
}


@pytest.mark.parametrize("builder", BUILDERS)
def test_every_builder_builds_without_a_warning(make_app, builder, copied):
    source = copied("articles")
    overrides = {"nitpicky": True, "epub_copyright": "x", "version": "1"}
    app = make_app(builder, srcdir=source, confoverrides=overrides)
    app.build()
    assert app.warning.getvalue() == ""
    if builder in OUTPUTS:
        (output,) = app.outdir.glob(OUTPUTS[builder])
        text = output.read_text(encoding="utf-8")
        plain = re.sub(r"\s+", " ", text.replace("\\", "").replace("sphinxhyphen{}", "-"))
        assert [fact for fact in FACTS if fact not in plain] == []


@pytest.mark.sphinx("xml", testroot="handmade")
def test_control_characters_do_not_break_xml(app):
    app.build()
    ET.parse(app.outdir / "index.xml")  # noqa: S314 - our own


@pytest.mark.sphinx("text", testroot="handmade")
def test_text_has_dates_marks_speakers_and_addresses(app):
    app.build()
    text = (app.outdir / "index.txt").read_text(encoding="utf-8")
    assert "by January 20, 2025 (deadline)\n   All of the money must be committed **by January 20**." in text
    assert "— Minister Ida Holm" in text
    assert "<https://example.org/visit>" in text


@pytest.mark.sphinx("latex", testroot="handmade")
def test_latex_is_escaped_and_loads_its_package(app):
    app.build()
    tex = (app.outdir / "handmade.tex").read_text(encoding="utf-8")
    assert tex.count("\\end{document}") == 1
    assert "\\usepackage{newstimeline}" in tex
    assert (app.outdir / "newstimeline.sty").is_file()
    assert max(map(len, tex.splitlines())) < 5000


@pytest.mark.sphinx("latex", testroot="handmade")
def test_what_the_engine_lacks_is_shown_and_warned_of(app):
    app.build()
    tex = (app.outdir / "foreign.tex").read_text(encoding="utf-8")
    assert "\\newstimelinestandin{20B4}500" in tex
    (warning,) = [line for line in app.warning.getvalue().splitlines() if "₴" in line]
    assert "visit.txt:3: WARNING: pdflatex cannot show" in warning
    assert "₴ (U+20B4)" in warning
    assert "[newstimeline.character]" in warning
