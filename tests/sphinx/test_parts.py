"""The small parts of the Sphinx layer that need no build."""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from docutils.core import publish_doctree

from sphinx_newstimeline.exports.addresses import web_address
from sphinx_newstimeline.problems import DESCRIPTIONS, ProblemKind
from sphinx_newstimeline.sphinxext import nodes as own
from sphinx_newstimeline.sphinxext.characters import repertoire_of
from sphinx_newstimeline.sphinxext.config import VALUES
from sphinx_newstimeline.sphinxext.latex_text import fit
from sphinx_newstimeline.sphinxext.markup import marked_source
from sphinx_newstimeline.sphinxext.option_values import nearest_value, read_options
from sphinx_newstimeline.sphinxext.options import OPTIONS
from sphinx_newstimeline.sphinxext.patterns import distinct, expand, split_names


@pytest.mark.parametrize(
    ("option", "text"),
    [
        ("published", "soon"),
        ("published", "November 2024"),
        ("from", "2024-13"),
        ("from", "24-1-1"),
        ("to", "2024-02-30"),
        ("order", "random"),
        ("group-by", "millennium"),
        ("undated", "maybe"),
        ("manifest", " "),
        ("class", "1 2"),
    ],
)
def test_a_malformed_option_is_named_with_what_it_takes(option, text):
    takes = next(known.takes for known in OPTIONS if known.name == option)
    given = read_options({option: text, "undated": "list" if option != "undated" else text}, "en", OPTIONS)
    ((name, problem),) = given.problems
    assert name == option
    assert problem.message.startswith(f"option “{option}” takes {takes}, ")
    assert given.values[option] == next(known.default for known in OPTIONS if known.name == option)
    assert given.values["undated"] is (option != "undated")


@pytest.mark.parametrize(
    ("option", "text", "shown"),
    [
        ("published", "2024-11-13", "2024-11-13"),
        ("published", "Nov. 13, 2024", "2024-11-13"),
        ("published", "13 November 2024", "2024-11-13"),
        ("order", "Descending", "descending"),
        ("group-by", "decade", "decade"),
        ("undated", "list", "True"),
        ("class", "One two", "['one', 'two']"),
    ],
)
def test_options_are_read(option, text, shown):
    assert str(read_options({option: text}, "en", OPTIONS).values[option]) == shown


@pytest.mark.parametrize(
    ("option", "text", "meant"),
    [
        ("order", "newest first", "descending"),
        ("order", "decending", "descending"),
        ("layout", "agenda", "schedule"),
        ("group-by", "months", "month"),
        ("chart", "yes", "show"),
        ("why", "none", "hide"),
        ("merge", "sometimes", ""),
        ("published", "2024-13-01", ""),
        ("max-events", "0", ""),
    ],
)
def test_the_value_that_may_be_meant_is_told(option, text, meant):
    takes = next(known.takes for known in OPTIONS if known.name == option)
    assert nearest_value(text, re.findall("“(.+?)”", takes)) == meant
    ((_name, problem),) = read_options({option: text}, "en", OPTIONS).problems
    assert ("did you mean" in problem.message) is bool(meant)


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("Nov. 2024", "2024-11"),
        ("13 November 2024", "2024-11-13"),
        ("the 1980s", "198X"),
        ("Christmas 2011", "2011-12-25"),
        ("May 3-5, 2011", "2011-05-03/2011-05-05"),
        ("by May 2011", None),
        ("next week", None),
        ("every Friday", None),
        ("a while", None),
    ],
)
def test_windows_take_words(words, edtf):
    given = read_options({"from": words}, "en", OPTIONS)
    assert (given.values["from"] and given.values["from"].edtf) == edtf
    assert len(given.problems) == (edtf is None)


def test_words_of_a_language_without_data_are_told_of():
    given = read_options({"from": "Mai 2011", "published": "3. Mai 2011", "language": "tlh"}, "en", OPTIONS)
    assert [name for name, _problem in given.problems] == ["published", "from"]


def test_windows_take_units_of_the_calendar():
    values = read_options({"from": "2024-11", "to": "2025"}, "en", OPTIONS).values
    assert (values["from"].edtf, values["to"].edtf) == ("2024-11", "2025")


def test_everything_declared_is_described():
    assert all(option.takes and option.help for option in OPTIONS)
    assert all(value.takes and value.help for value in VALUES)
    assert set(DESCRIPTIONS) == set(ProblemKind)


def test_names_may_be_quoted():
    assert split_names('a.txt "b c.txt"\n/d/*.md') == ("a.txt", "b c.txt", "/d/*.md")


@pytest.fixture
def folder(tmp_path):
    for name in ("b.txt", "a.txt", "deep/c.txt", "deep/er/d.txt", "e[1].txt", "page.rst"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("pattern", "names"),
    [
        ("a.txt", ["a.txt"]),
        ("*.txt", ["a.txt", "b.txt", "e[1].txt"]),
        ("/*.txt", ["a.txt", "b.txt", "e[1].txt"]),
        ("**/*.txt", ["a.txt", "b.txt", "deep/c.txt", "deep/er/d.txt", "e[1].txt"]),
        ("?.txt", ["a.txt", "b.txt"]),
        ("e[1].txt", ["e[1].txt"]),
        ("deep", ["deep/c.txt", "deep/er/d.txt"]),
        ("deep/", ["deep/c.txt", "deep/er/d.txt"]),
        ("*.rst", []),
        ("none.txt", []),
    ],
)
def test_patterns_stand_for_sorted_files(folder, pattern, names):
    match = expand(pattern, str(folder), without=(folder / "page.rst").as_posix())
    assert [Path(path).relative_to(folder).as_posix() for path in match.files] == names


def test_a_file_counts_once_however_many_links_lead_to_it(folder):
    (folder / "deep" / "again.txt").symlink_to(folder / "a.txt")
    (folder / "deep" / "round").symlink_to(folder)
    match = expand("**/*.txt", folder.as_posix())
    names = [Path(path).relative_to(folder).as_posix() for path in match.files]
    assert names == ["a.txt", "b.txt", "deep/c.txt", "deep/er/d.txt", "e[1].txt"]
    assert match.expand_again() == match
    both = [(folder / name).as_posix() for name in ("deep/again.txt", "b.txt", "a.txt")]
    assert distinct(both) == ((folder / "a.txt").as_posix(), (folder / "b.txt").as_posix())
    assert distinct(both, without=both[0]) == ((folder / "b.txt").as_posix(),)


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a?b=1&c=%20#d", "https://example.org/a?b=1&c=%20#d"),
        (" HTTP://example.org ", "HTTP://example.org"),
        ("https://example.org/дата/٣", "https://example.org/дата/٣"),
        ("https://[::1]/a[0]?b[]=1", "https://[::1]/a%5B0%5D?b%5B%5D=1"),
        ('https://example.org/{"<\\^`|>}', "https://example.org/%7B%22%3C%5C%5E%60%7C%3E%7D"),
        ("https://example.org/100%?x=%zz#a#b", "https://example.org/100%25?x=%25zz#a%23b"),
        ("javascript:alert(1)", ""),
        ("example.org/a", ""),
        ("https://", ""),
        ("https://example.org/a b", ""),
        ("", ""),
    ],
)
def test_addresses_are_valid_or_none(text, address):
    assert web_address(text) == address


@pytest.mark.parametrize(
    ("sentence", "marks"),
    [
        ("It opens on Friday.", [(9, 18)]),
        ("*x* `y` |z| a_b_ \\ :: on Friday::", [(22, 31)]),
        ("1. on Friday", [(3, 12)]),
        ("- on Friday", [(2, 11)]),
        (".. on Friday", [(3, 12)]),
        (":on: Friday", [(1, 3)]),
        ("xon Fridayx", [(1, 10)]),
        ("(Friday)", [(1, 7)]),
    ],
)
def test_translators_see_a_paragraph_that_reads_as_the_sentence(sentence, marks):
    document = publish_doctree(marked_source(sentence, marks))
    (paragraph,) = document.children
    assert paragraph.tagname == "paragraph"
    assert paragraph.astext() == sentence
    bold = [node.astext() for node in paragraph.findall() if node.__class__.__name__ == "strong"]
    assert bold == [sentence[start:end] for start, end in marks]


def project(engine, **elements):
    return SimpleNamespace(latex_engine=engine, latex_elements=elements, language="en")


@pytest.mark.parametrize(
    ("config", "characters", "shown"),
    [
        (project("pdflatex"), "é€–“…§", True),
        (project("pdflatex"), "₴", False),
        (project("pdflatex"), "中", False),
        (project("pdflatex"), "Ж", False),
        (project("pdflatex", fontenc=r"\usepackage[T2A,T1]{fontenc}"), "Ж", True),
        (project("pdflatex", preamble=r"\DeclareUnicodeCharacter{20B4}{hryvnia}"), "₴", True),
        (project("xelatex"), "₴Жא", True),
        (project("xelatex"), "中", False),
        (project("lualatex"), "😀", False),
    ],
)
def test_what_engines_can_show(config, characters, shown):
    repertoire = repertoire_of(config)
    assert {repertoire.shows(character) for character in characters} == {shown}


def test_only_default_fonts_are_known():
    assert repertoire_of(project("xelatex")).certain
    assert not repertoire_of(project("xelatex", fontpkg=r"\setmainfont{Noto Serif}")).certain
    assert repertoire_of(project("platex")) is None


def test_text_for_tex_has_short_lines_breaks_and_stand_ins():
    repertoire = repertoire_of(project("pdflatex"))
    parts, unknown = fit(
        "word " * 100 + "₴5 e\u0301 " + "x" * 5000 + " " + "y" * 96 + "\u2009\u200b.", repertoire
    )
    lines = "".join(
        "\n" if isinstance(part, own.newstimeline_break) else part.astext() for part in parts
    ).splitlines()
    assert max(map(len, lines)) < 200
    assert unknown == {"₴"}
    source = "".join("%\n" if isinstance(part, own.newstimeline_break) else part.astext() for part in parts)
    assert "%\n\n" not in source  # which TeX would read as the end of a paragraph
    assert "é" in "".join(lines)
    assert "20B4" in "".join(lines)
    assert sum(part.get("cut", False) for part in parts if isinstance(part, own.newstimeline_break)) >= 2
    assert "".join(part.astext() for part in parts).count("x") == 5000
