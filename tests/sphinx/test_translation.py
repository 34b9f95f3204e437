"""Sentences in message catalogues, and back."""

from __future__ import annotations

import re
import shutil
from datetime import date
from gettext import GNUTranslations

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from bs4 import BeautifulSoup

from sphinx_newstimeline.sphinxext.assets import LOCALES
from sphinx_newstimeline.sphinxext.dates import locale_of, plain_text, write_interval
from sphinx_newstimeline.sphinxext.recurrences import write_recurrence
from sphinx_newstimeline.temporal.interval import Interval
from sphinx_newstimeline.temporal.timex import Recurrence

LANGUAGES = ("ar", "de", "es", "fr", "it", "ja", "nl", "pl", "pt_BR", "ru", "tr", "uk", "zh_CN")

#: Where a message has something filled in.
PLACE = re.compile(r"\{\w+\}|%\(\w+\)s|%[sd]")

MARKED = "The harbour office opened a second quay **on Thursday**."


@pytest.fixture
def project(copied):
    return copied("articles")


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
    ("language", "line", "years"),
    [
        ("en", "History, The seeds, June 3, 1952", ["1", "1952"]),
        ("ar", "History، The seeds، 3 يونيو 1952", ["1", "1952"]),
        ("ja", "History、The seeds、1952年6月3日", ["1年", "1952年"]),
        ("zh_CN", "History，The seeds，1952年6月3日", ["1年", "1952年"]),
    ],
)
def test_commas_and_years_are_those_of_the_script(make_app, tmp_path, language, line, years):
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_newstimeline"]\n')
    article = (
        "---\ntitle: The seeds\nsource: History\npublished: 1952-06-03\n---\nIt opened on May 5, 1952.\n"
    )
    (tmp_path / "a.txt").write_text(article)
    page = ".. newstimeline:: a.txt\n\n   .. newstimeline-event:: 1 AD\n\n      Sown.\n"
    (tmp_path / "index.rst").write_text(f"Page\n====\n\n{page}")
    app = make_app("html", srcdir=tmp_path, confoverrides={"language": language})
    app.build()
    html = BeautifulSoup((app.outdir / "index.html").read_text(encoding="utf-8"), "html.parser")
    assert [source.get_text() for source in html.select(".newstimeline-source")] == [line]
    index = BeautifulSoup((app.outdir / "newstimeline-chronology.html").read_text("utf-8"), "html.parser")
    assert [row.get_text().strip() for row in index.select("table tr.cap")] == years


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("en", ["Begun before January 20, 2011", "February 2011"]),
        ("de", ["Begonnen vor dem 20. Januar 2011", "Februar 2011"]),
    ],
)
def test_what_began_before_the_window_stands_under_one_heading(make_app, tmp_path, language, headings):
    (tmp_path / "conf.py").write_text('extensions = ["sphinx_newstimeline"]\n')
    events = ["1990 to 2012", "2008 to March 2011", "3 February 2011", "4 May 2009"]
    content = "".join(f"   .. newstimeline-event:: {words}\n\n      It was so.\n\n" for words in events)
    options = "   :from: 2011-01-20\n   :group-by: month\n"
    (tmp_path / "index.rst").write_text(f"Page\n====\n\n.. newstimeline::\n{options}\n{content}")
    app = make_app("html", srcdir=tmp_path, confoverrides={"language": language})
    app.build()
    html = BeautifulSoup((app.outdir / "index.html").read_text("utf-8"), "html.parser")
    groups = html.select("section.newstimeline-group")
    assert [group.select_one("[role=heading]").get_text() for group in groups] == headings
    assert [len(group.select("li.newstimeline-event")) for group in groups] == [2, 1]
    assert "newstimeline-before" in groups[0]["class"]


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


@pytest.fixture(scope="module")
def words():
    """Return the messages of the interface, each with its context."""
    keywords = {"_": None, "__": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
    found = extract_from_dir(LOCALES.parent, keywords=keywords)
    return {(message, context) for _file, _line, message, _comments, context in found if message}


def catalogue(language):
    with (LOCALES / language / "LC_MESSAGES" / "sphinx_newstimeline.po").open("rb") as file:
        return read_po(file, locale=language)


def test_there_is_a_catalogue_for_each_language():
    assert {path.name for path in LOCALES.iterdir() if path.is_dir()} == set(LANGUAGES)


def test_the_template_has_every_word_of_the_interface_and_no_other(words):
    with (LOCALES / "sphinx_newstimeline.pot").open("rb") as file:
        assert {(message.id, message.context) for message in read_po(file) if message.id} == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_catalogues_have_every_word_of_the_interface(language, words):
    translated = {
        (message.id, message.context)
        for message in catalogue(language)
        if message.id
        and not message.fuzzy
        and (message.string if isinstance(message.string, str) else all(message.string))
    }
    assert words == translated


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_keep_places_and_the_space_at_their_end(language):
    for message in catalogue(language):
        if not message.id:
            continue
        originals = (message.id,) if isinstance(message.id, str) else message.id
        strings = (message.string,) if isinstance(message.string, str) else message.string
        for string in strings:
            assert set(PLACE.findall(string)) - {"{roman}", "{last}"} <= set(PLACE.findall(originals[-1]))
            if message.context != "between parts":  # where a script that has no spaces has its comma
                assert string.rstrip() + originals[-1][len(originals[-1].rstrip()) :] == string
        said = "".join(strings)
        for place in set(PLACE.findall(originals[-1])) - {"{number}", "{count}"}:
            assert place in said, message.id


@pytest.mark.parametrize("language", LANGUAGES)
def test_compiled_catalogues_are_those_that_are_written(language):
    with (LOCALES / language / "LC_MESSAGES" / "sphinx_newstimeline.mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for message in catalogue(language):
        if message.id and isinstance(message.id, str):
            found = (
                compiled.pgettext(message.context, message.id)
                if message.context
                else compiled.gettext(message.id)
            )
            assert found == message.string


@pytest.mark.parametrize(
    ("language", "number", "said"),
    [
        ("ru", 2, "каждые 2 месяца"),
        ("ru", 5, "каждые 5 месяцев"),
        ("ru", 21, "каждый 21 месяц"),
        ("pl", 4, "co 4 miesiące"),
        ("pl", 12, "co 12 miesięcy"),
        ("ar", 2, "كل شهرين"),
        ("ar", 3, "كل 3 أشهر"),
        ("ar", 18, "كل 18 شهرًا"),
        ("ar", 100, "كل 100 شهر"),
        ("ja", 3, "3か月ごと"),
    ],
)
def test_numbers_have_their_form(language, number, said, speaking):
    locale = speaking(language)
    recurrence = Recurrence(f"FREQ=MONTHLY;INTERVAL={number}")
    assert plain_text(write_recurrence(recurrence, "", locale)) == said


@pytest.mark.parametrize(
    ("language", "interval", "since", "said"),
    [
        ("ru", Interval.of_month(2025, 1).until(), False, "до января 2025\xa0г."),
        ("ru", Interval.of_decade(198).since(), False, "с 1980-х годов"),
        ("ru", Interval.of_month(2025, 1), False, "январь 2025\xa0г."),
        ("it", Interval.of_day(date(2025, 1, 20)).until(), False, "fino al 20 gennaio 2025"),
        ("it", Interval.of_month(2025, 1).until(), False, "fino a gennaio 2025"),
        ("fr", Interval.of_century(18).since(), False, "dès le XIXe siècle"),
        ("pl", Interval.of_century(18).until(), False, "do XIX wieku"),
        ("tr", Interval.of_decade(199), False, "1990–1999 yılları"),
    ],
)
def test_words_before_a_date_govern_it(language, interval, since, said, speaking):
    locale = speaking(language)
    assert plain_text(write_interval(interval, locale, "since" if since else "")) == said


def test_what_joins_a_range_belongs_to_neither_date(speaking):
    pieces = write_interval(Interval.of_days(date(2025, 1, 20), date(2025, 2, 3)), speaking("zh_CN"))
    assert [(one.text, one.datetime) for one in pieces] == [
        ("2025年1月20日", "2025-01-20"),
        ("至", ""),
        ("2月3日", "2025-02-03"),
    ]


@pytest.fixture
def speaking():
    """Return a function that has the interface speak a language, and gives its locale."""
    from sphinx import locale

    before = dict(locale.translators)

    def speak(language):
        locale.translators.clear()
        locale.init([str(LOCALES)], language, "sphinx_newstimeline")
        return locale_of(language)

    yield speak
    locale.translators.clear()
    locale.translators.update(before)
