"""What a file's content is by its first bytes, whatever its name says."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

HTML, XML, JSON, GZIP = "html", "xml", "json", "gzip"
DOCX, ODT, PDF = "docx", "odt", "pdf"

#: How far comments and declarations can go on before the first element.
_HEAD = 4096
_PROLOGUE = re.compile(
    rb"(?:\s+|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>)*", re.IGNORECASE
)
_ROOT = re.compile(rb"<([A-Za-z][\w:.-]*)")
_HTML_START = re.compile(rb"(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
#: How the programs that made zip files say what is in them: a part's name, or a part at the start.
_PART = b"word/document.xml"
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument.text"
#: Where that part stands: behind its header and its name, "mimetype".
_MIMETYPE = slice(30, 160)
#: A document behind a password: a file system of its own, with a part of this name.
_PROTECTED = "EncryptedPackage".encode("utf-16-le")
_JSON_START = re.compile(rb"""\{\s*(?:"[^"]{0,200}"\s*:|\}\s*$)|\[\s*(?:\{\s*"|\]\s*$)""")
_XML_ROOTS = re.compile(
    rb"(?:rss|feed|nitf|newsml|rdf:rdf|newsitem|newsmessage|packageitem|conceptitem)$", re.IGNORECASE
)

_OLE = b"\xd0\xcf\x11\xe0"
#: How the files of other programs begin, and what they are called.
_SIGNATURES = (
    (b"PK\x03\x04", "an archive or a document of another program"),
    (_OLE, "a document of a word processor"),
    (b"{\\rtf", "a document in RTF"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"BZh", "an archive"),
    (b"\xfd7zXZ", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
)


def content_of(data: bytes) -> str:
    """Return ``html``, ``xml``, ``json`` … where the content is clearly that, or nothing."""
    if data.startswith(b"\x1f\x8b"):
        return GZIP
    if data.startswith(b"%PDF-"):
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return ODT if _OPEN_DOCUMENT in data[_MIMETYPE] else DOCX if _PART in data else ""
    head = data[:_HEAD].removeprefix(BOM_UTF8).lstrip()
    if head[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        head = head[2:].replace(b"\0", b"").lstrip()
    if head.startswith(b"<"):
        return _markup(head)
    return JSON if head[:1] in b"{[" and _JSON_START.match(head) else ""


def _markup(head: bytes) -> str:
    """Return whether a beginning with a tag is that of a page or of XML."""
    if _HTML_START.match(head):
        return HTML
    prologue = _PROLOGUE.match(head)
    root = _ROOT.match(head, prologue.end() if prologue else 0)
    name = root[1].lower() if root else b""
    if name == b"html":
        return HTML
    return XML if head.startswith(b"<?xml") or _XML_ROOTS.match(name) else ""


def foreign_kind(data: bytes) -> str:
    """Return what a file of another program is called, or nothing where it may be a text."""
    if content_of(data) in {DOCX, ODT, PDF}:
        return ""
    if data.startswith(_OLE) and _PROTECTED in data:
        return "a document that is protected by a password"
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "")
