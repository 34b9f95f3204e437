"""Documents of the project as articles: the prose of reStructuredText, and nothing that runs."""

from __future__ import annotations

import pytest
from docutils.parsers.rst import directives, roles

from sphinx_newstimeline.articles import ArticleError
from sphinx_newstimeline.sphinxext.documents import read_restructuredtext


def read(text):
    (reading,) = read_restructuredtext(text.encode(), "history.rst")
    return reading


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("One\nline on *Friday*.", "One line on Friday."),
        ("- a\n- b", "a\n\nb"),
        (".. note:: It ended in June.\n\n   More.", "It ended in June.\n\nMore."),
        (".. versionadded:: 1.2\n   It came in May.", "1.2 It came in May."),
        (".. container:: name\n\n   Words.", "Words."),
        (".. figure:: a.png\n   :width: 3\n\n   A caption of 1999.", "A caption of 1999."),
        (".. code-block:: python\n\n   x = 2020\n\nWords.", "Words."),
        (".. toctree::\n   :maxdepth: 2\n\n   a\n   b\n\nWords.", "Words."),
        (".. raw:: html\n\n   <p>2020</p>\n\nWords.", "Words."),
        (".. include:: /etc/hostname\n\nWords.", "Words."),
        (".. no-such-thing:: x\n   :option: y\n\nWords.", "Words."),
        (".. a comment of 2019\n\nWords.", "Words."),
        ("::\n\n   in 2020\n\nWords.", "Words."),
        (
            "See :ref:`the vote <vote>` and :py:func:`~a.b` [1]_.\n\n.. [1] A note.",
            "See the vote and a.b .\n\nA note.",
        ),
        ("|it| ended.\n\n.. |it| replace:: The war", "The war ended."),
        ("|today| it ended.", "it ended."),
        ("| a line\n| another\n\nWords.", "a line\nanother\n\nWords."),
        ("===  ====\na    2020\n===  ====", "a | 2020"),
        ("Broken `markup on *Friday", "Broken `markup on *Friday"),
    ],
)
def test_prose_is_read_and_nothing_else(source, text):
    assert read(f"{source}\n").text.replace("`", "").replace("*", "") == text.replace("`", "").replace(
        "*", ""
    )


def test_title_and_fields_are_the_articles():
    reading = read(
        "History\n=======\n\n:date: 2024-11-13\n:author: A. N. Author\n:orphan:\n\n"
        "Words.\n\nPart\n----\n\nMore.\n"
    )
    assert reading.heading == "History"
    assert [(entry.key, entry.value, entry.line) for entry in reading.entries] == [
        ("date", "2024-11-13", 4),
        ("author", "A. N. Author", 5),
    ]
    assert reading.text == "Words.\n\nPart\n\nMore."
    assert dict(reading.line_starts) == {0: 8, 14: 13}


def test_what_docutils_knows_is_as_before():
    lookups = directives.directive, roles.role
    read("Words :pep:`8`.")
    assert (directives.directive, roles.role) == lookups


def test_a_file_that_is_no_text_is_named():
    with pytest.raises(ArticleError, match=r"history\.rst"):
        read_restructuredtext(b"a \xff\xfe b", "history.rst")


def test_headings_are_known_with_their_depth():
    reading = read(
        "Notes\n=====\n\nOne\n---\n\nDeeper\n~~~~~~\n\nText.\n\nTwo\n---\n\n.. rubric:: No section\n"
    )
    found = [(reading.text[heading.start : heading.end], heading.level) for heading in reading.headings]
    assert found == [("One", 1), ("Deeper", 2), ("Two", 1)]


@pytest.fixture
def shown(make_app, tmp_path):
    """Return what builds a project of two pages without a warning, the first of which tells the second."""

    def show(text):
        (tmp_path / "conf.py").write_text('extensions = ["sphinx_newstimeline"]\n', encoding="utf-8")
        (tmp_path / "index.rst").write_text(
            "Index\n=====\n\n.. toctree::\n\n   told\n\n.. newstimeline:: told.rst\n", encoding="utf-8"
        )
        (tmp_path / "told.rst").write_text(text, encoding="utf-8")
        app = make_app("html", srcdir=tmp_path)
        app.build()
        assert not app.warning.getvalue()
        return (app.outdir / "index.html").read_text(encoding="utf-8")

    return show


def test_the_day_of_a_heading_is_told_in_the_page(shown):
    page = shown(
        "Minutes\n=======\n\n:date: 2025-01-10\n\nMeeting on 3 June 2024\n----------------------\n\n"
        "Ann resigned yesterday.\n\nOpen\n----\n\nThe lease ends next week.\n"
    )
    assert 'data-edtf="2024-06-02"' in page
    assert "“yesterday” is counted from the heading “Meeting on 3 June 2024” (June 3, 2024)." in page
    assert "“next week” is counted from the day of publication, January 10, 2025." in page


def test_a_page_can_show_what_another_one_tells(shown):
    page = shown(
        "History\n=======\n\n:date: 2024-11-13\n\n.. seealso:: The :doc:`index`, begun in 2019.\n\n"
        "The mill was sold on *Wednesday* to :ref:`its tenants <search>`.\n"
    )
    assert 'data-edtf="2024-11-13"' in page
    assert "The mill was sold <mark" in page
    assert 'data-edtf="2019"' in page
