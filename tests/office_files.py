"""Documents of word processors and PDF files, made by hand: as little as their readers need."""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import NamedTuple
from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DUBLIN = "http://purl.org/dc/elements/1.1/"
DCTERMS = "http://purl.org/dc/terms/"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
ODT_TYPE = "application/vnd.oasis.opendocument.text"
MANIFEST = (
    f'<m:manifest xmlns:m="{OFFICE}manifest:1.0" m:version="1.3">'
    f'<m:file-entry m:full-path="/" m:version="1.3" m:media-type="{ODT_TYPE}"/>'
    + "".join(
        f'<m:file-entry m:full-path="{name}.xml" m:media-type="text/xml"/>' for name in ("content", "meta")
    )
    + "</m:manifest>"
)
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
TYPES = (
    f'<Types xmlns="{PACKAGE}content-types"><Default Extension="xml" ContentType="application/xml"/>'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{MAIN}styles+xml"/></Types>'
)
STYLES = (
    f'<w:styles xmlns:w="{WORD}">'
    '<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style></w:styles>'
)


def packed(parts: dict[str, str | bytes]) -> bytes:
    """Return a zip file of parts; the first is not compressed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(parts.items()):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED if number else zipfile.ZIP_STORED
            archive.writestr(info, content)
    return out.getvalue()


def relations(*parts: tuple[str, str]) -> str:
    """Return a part that says which parts belong to another one: their kinds and places."""
    found = "".join(
        f'<Relationship Id="r{number}" Type="{RELATIONS}{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(parts)
    )
    return f'<Relationships xmlns="{PACKAGE}relationships">{found}</Relationships>'


def paragraph(words: str, style: str = "", more: str = "") -> str:
    """Return a paragraph of Word."""
    kept = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{kept}<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>{more}</w:p>'


def docx(body: str, properties: str = "", **parts: str) -> bytes:
    """Return a document of Word.

    :param body: its paragraphs.
    :param properties: elements of its properties.
    :param parts: further parts, as ``footnotes``.
    """
    dates = "<t:created>2001-01-01T00:00:00Z</t:created><t:modified>2002-02-02T00:00:00Z</t:modified>"
    return packed({
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(("styles", "styles.xml")),
        "word/document.xml": f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": STYLES,
        "docProps/core.xml": f'<c xmlns:dc="{DUBLIN}" xmlns:t="{DCTERMS}">{dates}{properties}</c>',
        **{f"word/{name}.xml": f'<w:n xmlns:w="{WORD}">{text}</w:n>' for name, text in parts.items()},
    })  # fmt: skip


def odt(body: str, properties: str = "", styles: str = "", manifest: str = MANIFEST) -> bytes:
    """Return a document of LibreOffice.

    :param body: its paragraphs.
    :param properties: elements of its properties.
    :param styles: its automatic styles.
    """
    names = " ".join(f'xmlns:{short}="{OFFICE}{name}:1.0"' for short, name in (
        ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
    ))  # fmt: skip
    content = (
        f"<office:document-content {names} office:version='1.3'>"
        f"<office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    dates = "<creation-date>2001-01-01T00:00:00</creation-date>"
    meta = (
        f'<o:document-meta xmlns:o="{OFFICE}office:1.0" xmlns="{OFFICE}meta:1.0" xmlns:dc="{DUBLIN}" '
        f'o:version="1.3"><o:meta>{dates}{properties}</o:meta></o:document-meta>'
    )
    return packed({
        "mimetype": ODT_TYPE, "content.xml": content, "meta.xml": meta, "META-INF/manifest.xml": manifest,
    })  # fmt: skip


class Set(NamedTuple):
    """A line of a PDF: its words, how far it is from the left and from below, and its size, in points."""

    words: str
    x: float = 72
    y: float = 700
    size: float = 12


def column(words: str, y: float = 700, step: float = 14, x: float = 72, size: float = 12) -> list[Set]:
    """Return the lines of a text below each other."""
    return [Set(line, x, y - step * number, size) for number, line in enumerate(words.split("\n"))]


def stream(data: bytes, entries: str = "") -> bytes:
    """Return a compressed stream of a PDF."""
    packed_data = zlib.compress(data)
    head = f"<< /Filter /FlateDecode /Length {len(packed_data)} {entries} >>".encode()
    return head + b"\nstream\n" + packed_data + b"\nendstream"


def shown(lines: list[Set]) -> bytes:
    """Return what a page has to do to show lines."""
    escaped = [
        (
            line,
            line.words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)"),
        )
        for line in lines
    ]
    return b"\n".join(
        f"BT /F1 {line.size} Tf 1 0 0 1 {line.x} {line.y} Tm (".encode() + words + b") Tj ET"
        for line, words in escaped
    )


def pdf(*pages: list[Set] | bytes, catalog: str = "", info: str = "", xmp: str = "") -> bytes:
    """Return a PDF file.

    :param pages: the lines of each page, or what it does.
    :param catalog: further entries of its catalogue.
    :param info: entries of its properties.
    :param xmp: its metadata in XML.
    """
    first = 5
    numbers = [first + 2 * number for number in range(len(pages))]
    kids = " ".join(f"{number} 0 R" for number in numbers)
    metadata = "/Metadata 4 0 R" if xmp else ""
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {metadata} {catalog} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        stream(xmp.encode(), "/Type /Metadata /Subtype /XML"),
    ]
    for number, page in zip(numbers, pages, strict=True):
        content = page if isinstance(page, bytes) else shown(page)
        resources = "/Resources << /Font << /F1 3 0 R >> >> /MediaBox [0 0 612 792]"
        objects += [
            f"<< /Type /Page /Parent 2 0 R /Contents {number + 1} 0 R {resources} >>".encode(),
            stream(content),
        ]
    objects.append(f"<< /CreationDate (D:20010101000000Z) {info} >>".encode())
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    """Return the bytes of a file of objects; the last has the properties."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + content + b"\nendobj\n"
    table = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    trailer = f"<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>"
    return bytes(out) + f"trailer\n{trailer}\nstartxref\n{table}\n%%EOF\n".encode()
