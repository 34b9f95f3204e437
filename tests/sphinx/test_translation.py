"""Sentences in message catalogues, and back."""

from __future__ import annotations

import shutil

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup

from sphinx_newstimeline.sphinxext.assets import LOCALES

MARKED = "The harbour office opened a second quay **on Thursday**."


@pytest.fixture
def project(rootdir, tmp_path):
    source = tmp_path / "source"
    shutil.copytree(rootdir / "test-articles", source)
    return source


def test_sentences_are_extracted_with_the_line_of_their_article(make_app, project):
    app = make_app("gettext", srcdir=project)
    app.build()
    with (app.outdir / "index.pot").open("rb") as file:
        catalogue = read_po(file)
    message = catalogue.get(MARKED)
    assert message is not None
    assert any(path.endswith("articles/deep/harbour.md") and line > 6 for path, line in message.locations)
    assert catalogue.get("What *happens* to the bridge") is not None
    assert not [found.id for found in catalogue if "November 14, 2024" in found.id]


def test_a_translated_sentence_keeps_its_mark(make_app, project):
    catalogue = Catalog(locale="fr")
    catalogue.add(MARKED, "Le port a ouvert **jeudi** un *second* quai.")
    folder = project / "locales" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "index.mo").open("wb") as file:
        write_mo(file, catalogue)
    app = make_app("html", srcdir=project, confoverrides={"language": "fr"})
    app.build()
    html = BeautifulSoup((app.outdir / "index.html").read_text(encoding="utf-8"), "html.parser")
    (mark,) = [mark for mark in html.select("mark") if mark.get_text() == "jeudi"]
    sentence = mark.find_parent("p")
    assert sentence.get_text() == "Le port a ouvert jeudi un second quai."
    assert "14 novembre 2024" in sentence.find_parent("li").get_text()


def test_the_words_of_the_interface_are_translated(make_app, rootdir, tmp_path):
    shutil.copytree(rootdir / "test-handmade", tmp_path / "source")
    app = make_app("html", srcdir=tmp_path / "source", confoverrides={"language": "de"})
    app.build()
    text = (app.outdir / "index.html").read_text(encoding="utf-8")
    html = BeautifulSoup(text, "html.parser")
    dates = [date.get_text().strip() for date in html.select("#visit .newstimeline-date")]
    assert "bis 20. Januar 2025 (Frist)" in dates
    assert "jeden Freitag ab 15. November 2024 (wiederkehrend)" in dates
    assert "19. Jahrhundert" in dates
    assert html.select("section.newstimeline-group")[-1]["aria-label"] == "Ohne Datum"


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("de", "Warum dieses Datum?", "„on Wednesday“ ist vom Tag der Veröffentlichung an gezählt"),
        ("fr", "Pourquoi cette date ?", "« on Wednesday » est compté à partir du jour de publication"),
    ],
)
def test_explanations_are_in_the_language_of_the_reader(make_app, project, language, question, answer):
    app = make_app("html", srcdir=project, confoverrides={"language": language})
    app.build()
    html = BeautifulSoup((app.outdir / "index.html").read_text(encoding="utf-8"), "html.parser")
    explained = [why.get_text() for why in html.select("details.newstimeline-why")]
    assert any(question in text for text in explained)
    assert any(answer in text for text in explained)


@pytest.mark.parametrize("language", ["de", "fr"])
def test_catalogues_have_every_word_of_the_interface(language):
    keywords = {"_": None, "__": None}
    words = {
        message
        for _file, _line, message, *_rest in extract_from_dir(LOCALES.parent, keywords=keywords)
        if message
    }
    with (LOCALES / language / "LC_MESSAGES" / "sphinx_newstimeline.po").open("rb") as file:
        translated = {message.id for message in read_po(file) if message.string and not message.fuzzy}
    assert words - translated == set()
    assert (LOCALES / language / "LC_MESSAGES" / "sphinx_newstimeline.mo").is_file()
