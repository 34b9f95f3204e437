"""Mails and web pages that are saved in one file."""

from __future__ import annotations

import base64
from datetime import date

import pytest
from linear import assert_linear

from sphinx_newstimeline.articles import read_article, read_articles
from sphinx_newstimeline.articles.article import ArticleError
from sphinx_newstimeline.articles.formats.mail_text import Line, told_by, unflowed
from sphinx_newstimeline.problems import ProblemKind

HEADER = (
    "Message-ID: <7@quay.example>\nFrom: Port of Skarrow <press@quay.example>\nTo: desk@news.example\n"
    "Subject: A second crane\nDate: Thu, 6 Mar 2025 23:40:00 -0500\nMIME-Version: 1.0\n"
)
PLAIN = "Content-Type: text/plain; charset=utf-8\n"
BODY = "The crane arrives on Friday.\n\nIt was built in Turku.\n"


@pytest.fixture
def read(tmp_path):
    def _read(source, name="a.eml"):
        path = tmp_path / name
        path.write_bytes(source.encode() if isinstance(source, str) else source)
        return read_article(path)

    return _read


def lines(text):
    return tuple(Line(one, number) for number, one in enumerate(text.split("\n"), 1))


def own(text, subject=""):
    return "\n".join(line.text for line in told_by(lines(text), subject).lines)


def test_a_mail_is_an_article(read):
    article = read(f"{HEADER}{PLAIN}\n{BODY}")
    assert article.text == BODY.rstrip()
    # The day at the sender's place.
    assert (article.published, article.origin_of("published")) == (date(2025, 3, 6), "mail")
    assert (article.title, article.source) == ("A second crane", "Port of Skarrow")
    assert (article.problems, article.line_at(article.text.index("It was"))) == ((), 11)


@pytest.mark.parametrize(
    ("encoding", "body", "line"),
    [
        ("8bit", "Ein Kran für Turku.\n\nEr kommt am Freitag.\n", 12),
        ("quoted-printable", "Ein Kran f=C3=BCr=\n Turku.\n\nEr kommt am=\n Freitag.\n", 13),
        ("base64", base64.b64encode("Ein Kran für Turku.\r\n\r\nEr kommt am Freitag.".encode()).decode(), 10),
    ],
)
def test_lines_are_those_of_the_file(read, encoding, body, line):
    article = read(f"{HEADER}{PLAIN}Content-Transfer-Encoding: {encoding}\n\n{body}")
    assert article.text == "Ein Kran für Turku.\n\nEr kommt am Freitag."
    assert article.line_at(article.text.index("Er kommt")) == line


def test_an_encoding_that_is_wrong_is_a_problem(read):
    article = read(f"{HEADER}{PLAIN}\nEin Kran f".encode() + b"\xfcr Turku.")
    assert article.text == "Ein Kran f\ufffdr Turku."
    (problem,) = article.problems
    assert (problem.kind, problem.line) == (ProblemKind.ENCODING, 9)
    latin = HEADER + PLAIN.replace("utf-8", "iso-8859-1")
    assert read(f"{latin}\nEin Kran f".encode() + b"\xfcr Turku.").text == "Ein Kran für Turku."


def alternative(plain, page):
    return (
        f'{HEADER}Content-Type: multipart/alternative; boundary="x"\n\n--x\n{PLAIN}\n{plain}\n'
        f"--x\nContent-Type: text/html; charset=utf-8\n\n{page}\n--x--\n"
    )


def test_of_two_forms_the_plain_one_is_read_unless_it_says_nothing(read):
    page = (
        f"<p>The crane arrives <b>on Friday</b>.</p>\n<p>It was built in Turku.</p>{'<p>More of it.</p>' * 9}"
    )
    assert read(alternative(BODY * 3, page)).text.startswith(BODY)
    article = read(alternative("View this in HTML.", page))
    assert article.text.startswith("The crane arrives on Friday.\n\nIt was built")
    assert article.line_at(article.text.index("It was")) == 17


def test_the_dateline_of_a_release_goes_before_the_day_of_sending(read):
    article = read(f"{HEADER}{PLAIN}\nSKARROW, March 3, 2025 — {BODY}")
    assert (article.published, article.origin_of("published")) == (date(2025, 3, 3), "dateline")
    assert article.problems == ()
    later = read(f"{HEADER}{PLAIN}\nSKARROW, March 23, 2025 — {BODY}")
    assert [problem.kind for problem in later.problems] == [ProblemKind.PUBLISHED_CONFLICT]


FORWARDED = """\
---------- Forwarded message ---------
From: Port of Skarrow <press@quay.example>
Date: Mon, Mar 3, 2025 at 9:00 AM
Subject: A second crane
To: Ida Lund <ida@news.example>


The crane arrives on Friday.
"""
OUTLOOK = """\
-----Original Message-----
From: Port of Skarrow
Sent: Monday, March 3, 2025 9:00 AM
To: Ida Lund
Subject: A second crane

The crane arrives on Friday.
"""


@pytest.mark.parametrize(
    "text",
    [FORWARDED, f"For tomorrow?\n\n{FORWARDED}", OUTLOOK, f"Begin forwarded message:\n\n{FORWARDED[39:]}"],
)
def test_of_a_mail_that_is_passed_on_its_own_day_counts(read, text):
    header = HEADER.replace("A second crane", "Fwd: A second crane").replace("Port of Skarrow", "Ida Lund")
    article = read(f"{header}{PLAIN}\n{text}")
    assert article.text == "The crane arrives on Friday."
    assert (article.title, article.source) == ("A second crane", "Port of Skarrow")
    assert article.published == date(2025, 3, 3)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Yes, on Friday.\n\nOn Mon, Mar 3, 2025 at 9:00 AM Ida <ida@x.example> wrote:\n> Today?\n> Ida",
            "Yes, on Friday.\n",
        ),
        (
            "On Mon, Mar 3, 2025, a rather long name of a person\n<ida@x.example> wrote:\n> Today?\n\nNo.",
            "\nNo.",
        ),
        ("Yes.\n-- \nIda Lund\nopen until 2030", "Yes."),
        ("Yes, on Friday.\n\n" + OUTLOOK, "Yes, on Friday.\n"),
        (
            "On Monday he wrote a letter:\nit came on Friday.",
            "On Monday he wrote a letter:\nit came on Friday.",
        ),
        ("From: here to there\n\nA title", "From: here to there\n\nA title"),
        ("> Today?\nNo.\n> When?\nOn Friday.", "No.\nOn Friday."),
    ],
)
def test_older_mails_and_signatures_are_left_out(text, told):
    assert own(text, "Re: A second crane") == told


@pytest.mark.parametrize(
    "unit", ["From: x\nSubject: y\n", f"{FORWARDED}\n", "-- \nx\n", "On a day of March he\n", "> x\n-- \n"]
)
def test_the_time_is_that_of_the_text(unit):
    assert_linear(lambda times: told_by(lines(unit * times + "> x"), "Fwd: x"), 1000)


def test_flowed_lines_are_joined():
    flowed = unflowed(lines("The crane \narrives on \nFriday.\n > no\n-- \nIda"))
    assert [tuple(line) for line in flowed] == [
        ("The crane arrives on Friday.", 1), ("> no", 4), ("-- ", 5), ("Ida", 6),
    ]  # fmt: skip
    assert [line.text for line in unflowed(lines("Tur \nku"), delete_space=True)] == ["Turku"]


def test_attached_mails_are_articles_of_their_own(tmp_path):
    inner = HEADER.replace("second", "third").replace("<7@", "<8@")
    (tmp_path / "a.eml").write_text(
        f'{HEADER}Content-Type: multipart/mixed; boundary="x"\n\n--x\n{PLAIN}\n{BODY}\n'
        f"--x\nContent-Type: message/rfc822\n\n{inner}{PLAIN}\nIt is late.\n--x--\n"
    )
    found = [(article.title, article.text) for article in read_articles([tmp_path / "a.eml"])[0]]
    assert found == [("A second crane", BODY.rstrip()), ("A third crane", "It is late.")]


PAGE = """<html><head><meta property="article:published_time" content="2025-03-05T10:00:00+01:00">
<meta property="og:title" content="A second crane"></head><body><article><h1>A second crane</h1>
<p>The crane for the quay of Skarrow arrives on Friday, the harbour master said.</p>
<p>It was built in Turku, and it is f=C3=BCr ships that are longer than the old crane could reach.</p>
</article></body></html>"""
QUOTED = PAGE.replace("=", "=3D").replace("=3DC3=3DBC", "=C3=BC")
SAVED = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://news.example/crane\n"
    "Subject: A second crane\n"
    "Date: Sun, 22 Nov 2026 11:37:47 GMT\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n--x\n'
    "Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n"
    f"Content-Location: https://news.example/crane\n\n{QUOTED}\n"
    "--x\nContent-Type: text/css\nContent-Location: cid:css\n\nbody { color: red }\n--x--\n"
)


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.eml"])
def test_a_saved_page_is_read_as_a_page(read, name):
    article = read(SAVED, name)
    assert "It was built in Turku, and it is für ships" in article.text
    # The day of saving is none of the page.
    assert (article.published, article.title) == (date(2025, 3, 5), "A second crane")
    assert article.url == "https://news.example/crane"
    assert article.line_at(article.text.index("It was")) == 16


DEEP = HEADER + "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))


@pytest.mark.parametrize(
    ("source", "name", "words"),
    [
        ("Nothing but words.\n", "a.eml", "it has no header"),
        ("As they say: words\nand more of them.\n", "a.eml", "it has no header"),
        (DEEP, "a.eml", "more than 500 parts in parts"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "a.msg", "a mail in Outlook's own format"),
    ],
)
def test_what_is_no_mail_is_reported(read, source, name, words):
    with pytest.raises(ArticleError) as caught:
        read(source, name)
    assert caught.value.problem.kind in {ProblemKind.UNREADABLE, ProblemKind.EMPTY}
    assert words in caught.value.problem.message


@pytest.mark.parametrize(
    "header",
    ["From: \n", "From: =?x?q?=FF?=\n", "Date: soon\n", "Subject: =?utf-8?b?@@@?=\n", "From: <<<,;\n"],
)
def test_odd_headers_lose_no_text(read, header):
    article = read(f"{header}{PLAIN}\n{BODY}")
    assert article.text == BODY.rstrip()
    assert article.published is None


def test_empty_files_and_marks_are_as_elsewhere(read):
    assert read(f"\ufeff{HEADER}{PLAIN}\n{BODY}").title == "A second crane"
    assert [problem.kind for problem in read("\n").problems] == [ProblemKind.EMPTY]
