"""Documents of word processors and PDF files: what is read, and what each can have wrong."""

from __future__ import annotations

import io
import sys
import tracemalloc
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from linear import assert_linear
from office_files import Set, column, docx, odt, packed, paragraph, pdf, shown, stream

from sphinx_newstimeline.articles import ArticleError, Origin, read_article, read_articles
from sphinx_newstimeline.articles.formats.package import stated_title
from sphinx_newstimeline.articles.formats.pdf_lines import Line, prose_of
from sphinx_newstimeline.problems import ProblemKind

DATELINE = "SKARROW, March 5, 2025 (NCN) — The council voted on Tuesday."
RUN = "<w:r><w:t>{}</w:t></w:r>"


@pytest.fixture
def read(tmp_path):
    """Return a function that reads a file of some bytes."""

    def read_file(data, name, **options):
        (tmp_path / name).write_bytes(data)
        return read_article(tmp_path / name, **options)

    return read_file


def cells(*rows):
    return "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)


#: What stands in a document of Word, and its text.
DOCX = [
    (paragraph("A") + paragraph("B"), "A\n\nB"),
    (paragraph("One ", more=RUN.format("word") + "<w:r><w:tab/><w:t>more</w:t></w:r>"), "One word more"),
    (paragraph("One", more="<w:r><w:br/><w:t>Two</w:t></w:r>"), "One\nTwo"),
    (paragraph("A", more="<w:r><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/></w:r>"), "A-1"),
    (paragraph("Now ", more=f"<w:ins>{RUN.format('in')}</w:ins><w:del>{RUN.format('o')}</w:del>"), "Now in"),
    (paragraph("A ", more=f"<w:hyperlink>{RUN.format('link')}</w:hyperlink>"), "A link"),
    (paragraph("A ", more=f"<w:sdt><w:sdtContent>{RUN.format('field')}</w:sdtContent></w:sdt>"), "A field"),
    (paragraph("A", more="<w:r><w:instrText>PAGE</w:instrText></w:r>"), "A"),
    (paragraph("A", more="<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"), "A"),
    (paragraph("A", more='<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>b</w:t></w:r>'), "Ab"),
    (paragraph("Works .... 3", "Verzeichnis1") + paragraph("A"), "A"),
    (f"<w:tbl>{cells([paragraph('May 12'), paragraph('Hearing')], [paragraph('C')])}</w:tbl>",
     "May 12 | Hearing\n\nC"),
    (f"<w:tbl>{cells([paragraph('One.') + paragraph('Two.')])}</w:tbl>{paragraph('Three.')}",
     "One.\n\nTwo.\n\nThree."),
    (paragraph("Begin", more=f"<w:r><w:pict><w:txbxContent>{paragraph('Box')}</w:txbxContent></w:pict></w:r>"
     + RUN.format(" end")), "Begin end\n\nBox"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), DOCX)
def test_the_text_of_a_document_of_word(read, body, text):
    assert read(docx(body), "a.docx").text == text


BODY = "<text:note-body><text:p>Note</text:p></text:note-body>"
CELLS = "".join(f"<table:table-cell><text:p>{letter}</text:p></table:table-cell>" for letter in "AB")

#: The same for LibreOffice.
ODT = [
    ("<text:p>A</text:p><text:h text:outline-level='2'>B</text:h>", "A\n\nB"),
    ("<text:p>One <text:span>word</text:span><text:s text:c='3'/>more\n</text:p>", "One word more"),
    ("<text:p>One<text:line-break/>Two<text:tab/>x</text:p>", "One\nTwo x"),
    ("<text:list><text:list-item><text:p>A</text:p></text:list-item></text:list><text:p>B</text:p>",
     "A\n\nB"),
    ("<text:tracked-changes><text:p>Gone</text:p></text:tracked-changes><text:p>A</text:p>", "A"),
    ("<text:p>A<office:annotation><text:p>Check!</text:p></office:annotation>b</text:p>", "Ab"),
    (f"<text:p>A<text:note><text:note-citation>1</text:note-citation>{BODY}</text:note>b</text:p>",
     "Ab\n\nNote"),
    ("<text:table-of-content><text:p>A 1</text:p></text:table-of-content><text:p>A</text:p>", "A"),
    (f"<table:table><table:table-row>{CELLS}</table:table-row></table:table><text:p>C</text:p>",
     "A | B\n\nC"),
]  # fmt: skip


@pytest.mark.parametrize(("body", "text"), ODT)
def test_the_text_of_a_document_of_libreoffice(read, body, text):
    assert read(odt(body), "a.odt").text == text


def test_title_day_and_language_of_a_document_of_word(read):
    body = paragraph("Council approves the tram", "Titel") + paragraph(DATELINE)
    article = read(docx(body, "<dc:title>Other</dc:title><dc:language>en-GB</dc:language>"), "a.docx")
    assert (article.title, article.published, article.language) == (
        "Council approves the tram",
        date(2025, 3, 5),
        "en-GB",
    )
    assert (article.text, article.origin_of("published")) == (DATELINE, Origin.DATELINE)
    assert article.problems == ()
    untitled = read(docx(paragraph("A"), "<dc:title>The tram</dc:title>"), "a.docx")
    assert (untitled.title, untitled.origin_of("title")) == ("The tram", Origin.PROPERTIES)
    assert untitled.published is None


def test_title_and_language_of_a_document_of_libreoffice(read):
    style = (
        "<style:style style:name='P1' style:parent-style-name='Title'/><style:style style:name='P2'>"
        "<style:text-properties fo:language='en' fo:country='GB'/></style:style>"
    )
    body = (
        "<text:p text:style-name='P1'>The tram</text:p>"
        f"<text:p text:style-name='P2'>{DATELINE}</text:p><text:p>A</text:p>"
    )
    article = read(odt(body, styles=style), "a.odt")
    assert (article.title, article.published, article.language) == ("The tram", date(2025, 3, 5), "en")
    assert article.origin_of("language") is Origin.PROPERTIES


def test_a_foreign_word_does_not_make_a_document_foreign(read):
    french = '<w:r><w:rPr><w:lang w:val="fr-FR"/></w:rPr><w:t>rapprochement</w:t></w:r>'
    assert read(docx(paragraph("A word that is not marked, then ", more=french)), "a.docx").language == ""
    assert read(docx(paragraph("Un ", more=french)), "a.docx").language == "fr-FR"


def test_front_matter_and_notes_of_a_document(read):
    body = "".join(map(paragraph, ["---", "title: The tram", "published: 2025-03-05", "---", "They met."]))
    line = f"<w:footnote w:type='separator'>{paragraph('x')}</w:footnote>"
    notes = f"{line}<w:footnote>{paragraph('Note.')}</w:footnote>"
    article = read(docx(body, footnotes=notes), "a.docx")
    assert (article.title, article.published, article.text) == (
        "The tram",
        date(2025, 3, 5),
        "They met.\n\nNote.",
    )
    assert article.line_at(0) == 5


def test_a_line_of_a_document_is_a_paragraph(read):
    article = read(docx(paragraph("One") + paragraph("") + paragraph("Two")), "a.docx")
    assert article.line_at(article.text.index("Two")) == 3


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Microsoft Word - crane_final.docx", ""),
        ("Document1", ""),
        ("untitled", ""),
        ("crane.indd", ""),
        ("A second crane", "A second crane"),
        ("Vote on bill no. 12", "Vote on bill no. 12"),
    ],
)
def test_what_a_program_calls_a_document_is_no_title(stated, title):
    assert stated_title(stated) == title


TEXT = """\
SKARROW, March 5, 2025 (NCN) — The harbour board voted on
Tuesday to buy a second crane, ending a debate that began in Jan-
uary of 2023, and the two-
day trial run begins in mid-
September, before the order goes out.
The chair said on Wednesday that the crane would pay for itself
within six years, as the old one did.
"""


def test_the_paragraphs_of_a_pdf(read):
    lines = [Set("A second crane", y=740, size=20), *column(TEXT.strip())]
    article = read(pdf(lines), "a.pdf")
    assert (article.title, article.origin_of("title")) == ("A second crane", Origin.HEADING)
    assert (article.published, article.origin_of("published")) == (date(2025, 3, 5), Origin.DATELINE)
    assert article.text == (
        "SKARROW, March 5, 2025 (NCN) — The harbour board voted on Tuesday to buy a second crane, ending a "
        "debate that began in January of 2023, and the two-day trial run begins in mid-September, before the "
        "order goes out.\n\nThe chair said on Wednesday that the crane would pay for itself within six "
        "years, as the old one did."
    )


LONG = "a line of quite usual length that goes to the end"

#: Lines of a PDF, and its text.
LINES = [
    (column(f"A {LONG}\n{LONG}") + column(f"B {LONG}\n{LONG}", 660), f"A {LONG} {LONG}\n\nB {LONG} {LONG}"),
    (column(f"A {LONG}\nthat ends.") + column(f"B {LONG}\nand ends", 672, x=84)[:1] + column("and ends", 658),
     f"A {LONG} that ends.\n\nB {LONG} and ends"),
    (column(f"A {LONG}\nB {LONG}\nC {LONG}") + column(f"D {LONG}\nE {LONG}", 658, x=90),
     f"A {LONG} B {LONG} C {LONG}\n\nD {LONG} E {LONG}"),
    (column(f"• A {LONG}") + column(f"and {LONG}", 686, x=84) + column(f"• B {LONG}", 672),
     f"• A {LONG} and {LONG}\n\n• B {LONG}"),
    (column(f"A {LONG}\nand {LONG}") + column(f"to {LONG}\nof.", x=320),
     f"A {LONG} and {LONG} to {LONG} of."),
    ([*column(f"A {LONG}\nand {LONG}"), Set("May 12", y=660), Set("Hearing", x=200, y=660),
      Set("May 30", y=640), Set("Vote", x=200, y=640)],
     f"A {LONG} and {LONG}\n\nMay 12 Hearing\n\nMay 30 Vote"),
    (column(f"{LONG} -\nor {LONG}"), f"{LONG} - or {LONG}"),
    (column(f"{LONG} well-\nknown\nas a well-known man"), f"{LONG} well-known as a well-known man"),
    (column(f"{LONG} 2020-\n21"), f"{LONG} 2020-21"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "text"), LINES)
def test_lines_of_a_pdf_become_paragraphs(read, lines, text):
    assert read(pdf(lines), "a.pdf").text == text


def test_a_soft_hyphen_at_the_end_of_a_line_goes():
    lines = [Line("the har\xad", 1, 72, 700, 12), Line("Bour", 1, 72, 686, 12)]
    assert prose_of(lines).out.text == "the harBour"


def test_a_sentence_goes_on_behind_a_page_and_running_heads_are_left_out(read):
    def sheet(number, words):
        return [Set("Harbour News", y=770, size=9), *column(words), Set(f"Page {number} of 3", y=30, size=9)]

    first = f"The vote {LONG} and ends\nhere. They meet on {LONG} of"
    article = read(pdf(sheet(1, first), sheet(2, f"March 12. And {LONG}."), sheet(3, "The end.")), "a.pdf")
    assert f"They meet on {LONG} of March 12. And" in article.text
    assert "Harbour News" not in article.text
    assert "of 3" not in article.text
    assert article.line_at(article.text.index("March 12")) == 2


def test_what_the_properties_of_a_pdf_state(read):
    xmp = (
        '<x xmlns:prism="http://prismstandard.org/namespaces/basic/3.0/"><prism:publicationDate>2025-03-05'
        "</prism:publicationDate></x>"
    )
    article = read(
        pdf([Set("They met.")], catalog="/Lang (en-GB)", info="/Title (The tram)", xmp=xmp), "a.pdf"
    )
    assert (article.title, article.language, article.published) == ("The tram", "en-GB", date(2025, 3, 5))
    assert article.origin_of("published") is Origin.PROPERTIES
    plain = read(pdf([Set("They met.")], info="/Title (crane.docx)"), "a.pdf")
    assert (plain.title, plain.published) == ("a", None)


def encrypted(password, algorithm="AES-256"):
    """Return a PDF file behind a password."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(PdfReader(io.BytesIO(pdf([Set("They met.")]))))
    writer.encrypt(password, "owner", algorithm=algorithm)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_pdf_that_only_forbids_copying_is_read(read, algorithm):
    assert read(encrypted("", algorithm), "a.pdf").text == "They met."


BOMB = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
LARGE = f"<d>{' ' * 17_000_000}</d>"
REGULAR = f"<d>{' ' * 2_000_000}</d>"
MANIFEST = "<m><file-entry><encryption-data/></file-entry></m>"
OLE = b"\xd0\xcf\x11\xe0" + b"\0" * 600
PROTECTED = OLE + "EncryptedPackage".encode("utf-16-le")
SCAN = pdf(b"q 600 0 0 700 0 0 cm /Im1 Do Q")

#: A file's name, its content, the kind of its problem and words of the message.
LOST = [
    ("void.docx", b"", ProblemKind.UNREADABLE, "damaged or not whole"),
    ("text.docx", b"They met.", ProblemKind.UNREADABLE, "damaged or not whole"),
    ("cut.docx", docx(paragraph("A"))[:-60], ProblemKind.UNREADABLE, "damaged or not whole"),
    ("empty.docx", docx(""), ProblemKind.EMPTY, "no text"),
    ("other.docx", packed({"a.txt": "x"}), ProblemKind.UNREADABLE, "an archive or a document of another"),
    ("bomb.docx", packed({"a": "", "word/document.xml": BOMB}), ProblemKind.UNREADABLE, "declares entities"),
    ("large.docx", packed({"a": "", "word/document.xml": LARGE}), ProblemKind.UNREADABLE, "more than 16 MiB"),
    ("grows.docx", packed({"a": "", "word/document.xml": REGULAR}), ProblemKind.UNREADABLE, "200 times"),
    ("xml.docx", packed({"a": "", "word/document.xml": "<d>"}), ProblemKind.UNREADABLE, "not well-formed"),
    ("deep.docx", docx("<w:x>" * 5000), ProblemKind.UNREADABLE, "nested deeper"),
    ("locked.docx", PROTECTED, ProblemKind.UNREADABLE, "protected by a password"),
    ("old.doc", OLE, ProblemKind.UNREADABLE, ".docx, .odt, .pdf"),
    ("locked.odt", odt("", manifest=MANIFEST), ProblemKind.UNREADABLE, "protected by a password"),
    ("void.odt", packed({"mimetype": "application/vnd.oasis.opendocument.text"}), ProblemKind.UNREADABLE,
     "has no text"),
    ("parts.docx", docx("") + b"PK\x01\x02" * 20_001, ProblemKind.UNREADABLE, "20000 parts"),
    ("void.pdf", b"", ProblemKind.UNREADABLE, "damaged or not whole"),
    ("cut.pdf", pdf([Set("They met.")])[:200], ProblemKind.UNREADABLE, "damaged or not whole"),
    ("noise.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20, ProblemKind.UNREADABLE, "damaged or not whole"),
    ("scan.pdf", SCAN, ProblemKind.EMPTY, "ocrmypdf"),
    ("locked.pdf", encrypted("secret"), ProblemKind.UNREADABLE, "protected by a password"),
    ("bomb.pdf", pdf(b" " * 40_000_000), ProblemKind.UNREADABLE, "page 1 of this PDF file cannot be read"),
    ("fonts.pdf", pdf([Set("/gid00012/gid00013/gid00014")]), ProblemKind.UNREADABLE, "the fonts of this PDF"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "kind", "words"), LOST, ids=[row[0] for row in LOST])
def test_a_hostile_document_is_told_and_loses_nothing_else(tmp_path, capfd, name, content, kind, words):
    (tmp_path / name).write_bytes(content)
    (tmp_path / "good.txt").write_text("They met.")
    articles, problems = read_articles([tmp_path / name, tmp_path / "good.txt"])
    assert [article.text for article in articles if article.text] == ["They met."]
    assert [(problem.kind, problem.path) for problem in problems] == [(kind, (tmp_path / name).as_posix())]
    assert words in problems[0].message
    assert "".join(capfd.readouterr()) == ""


@pytest.mark.parametrize("name", ["a.docx", "a.odt", "a.pdf"])
def test_a_gigantic_document_is_not_even_loaded(tmp_path, name):
    with (tmp_path / name).open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(ArticleError) as caught:
        read_article(tmp_path / name)
    assert "47.7 MiB" in caught.value.problem.message


def test_a_page_that_cannot_be_read_keeps_the_others(read):
    article = read(pdf([Set("They met.")], b" " * 40_000_000, [Set("They parted.")]), "a.pdf")
    assert "They met." in article.text
    assert "They parted." in article.text
    assert [(problem.kind, problem.line) for problem in article.problems] == [(ProblemKind.UNREADABLE, 2)]


def test_a_pdf_of_very_many_pages_is_read_so_far_and_told(read, monkeypatch):
    monkeypatch.setattr("sphinx_newstimeline.articles.formats.pdf.MOST_PAGES", 2)
    article = read(pdf([Set("One.")], [Set("Two.")], [Set("Three.")]), "a.pdf")
    assert article.text == "One.\n\nTwo."
    assert "has 3 pages; what stands behind the first 2 is left out" in article.problems[0].message


def test_forms_within_forms_do_not_take_for_ever(read):
    parts = pdf([Set("They met.")])
    nested = b"\n".join([b"/X Do"] * 50)
    objects = [stream(nested, f"/Subtype /Form /Resources << /XObject << /X {number + 1} 0 R >> >>")
               for number in range(20, 26)]  # fmt: skip
    bodies = b"".join(
        f"{number} 0 obj\n".encode() + body + b"\nendobj\n" for number, body in enumerate(objects, 20)
    )
    page = parts.replace(b"/Font << /F1 3 0 R >>", b"/Font << /F1 3 0 R >> /XObject << /X 20 0 R >>")
    page = page.replace(stream(shown([Set("They met.")])), stream(nested))
    with pytest.raises(ArticleError) as caught:
        read(page[:9] + bodies + page[9 : page.index(b"xref")] + b"trailer << /Root 1 0 R >>\n%%EOF", "a.pdf")
    assert caught.value.problem.kind in {ProblemKind.UNREADABLE, ProblemKind.EMPTY}


def test_the_memory_for_a_bomb_is_bounded(tmp_path):
    (tmp_path / "a.docx").write_bytes(packed({"a": "", "word/document.xml": bytes(100_000_000)}))
    tracemalloc.start()
    try:
        read_articles([tmp_path / "a.docx"])
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # A file's bytes have a buffer of 32 MiB.
    assert peak < 40_000_000


@pytest.mark.parametrize("other", ["page.txt", "page.html", "page"])
def test_a_document_under_another_name_is_read_as_what_it_is(read, other):
    article = read(docx(paragraph("They met.")), other)
    assert article.text == "They met."
    assert [problem.kind for problem in article.problems] == [ProblemKind.FORMAT] * ("." in other)


def test_a_missing_extra_is_told_with_how_to_install_it(read, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ArticleError) as caught:
        read(pdf([Set("They met.")]), "a.pdf")
    assert caught.value.problem.kind is ProblemKind.DEPENDENCY
    assert caught.value.problem.message.endswith('“pip install "sphinx-newstimeline[pdf]"”')
    assert read(docx(paragraph("They met.")), "a.docx").text == "They met."


def test_documents_take_time_by_their_length(tmp_path):
    def words(count):
        (tmp_path / "a.docx").write_bytes(docx(paragraph("They met on Friday.") * count))
        read_article(tmp_path / "a.docx")

    def lines(count):
        prose_of(
            [Line("They met on Fri-", number // 50 + 1, 72, 700 - number % 50, 12) for number in range(count)]
        )

    assert_linear(words, 200)
    assert_linear(lines, 500)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=80, deadline=None)
@given(st.integers(0, 900), st.binary(min_size=1, max_size=8), st.sampled_from(["a.docx", "a.odt", "a.pdf"]))
def test_whatever_is_broken_only_article_errors_are_raised(tmp_path, place, noise, name):
    whole = {"a.docx": docx(paragraph("A")), "a.odt": odt("<text:p>A</text:p>"), "a.pdf": pdf([Set("A")])}[
        name
    ]
    place %= len(whole)
    (tmp_path / name).write_bytes(whole[:place] + noise + whole[place + len(noise) :])
    articles, problems = read_articles([tmp_path / name])
    assert articles or problems
