"""What a file's content is by its first bytes, whatever its name says."""

from __future__ import annotations

import re
from codecs import BOM_UTF8

HTML, XML, JSON, GZIP = "html", "xml", "json", "gzip"

#: How far comments and declarations can go on before the first element.
_HEAD = 4096
_PROLOGUE = re.compile(
    rb"(?:\s+|<\?[^>]*>|<!--(?:[^-]|-(?!->))*-->|<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>)*", re.IGNORECASE
)
_ROOT = re.compile(rb"<([A-Za-z][\w:.-]*)")
_HTML_START = re.compile(rb"(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_JSON_START = re.compile(rb"""\{\s*(?:"[^"]{0,200}"\s*:|\}\s*$)|\[\s*(?:\{\s*"|\]\s*$)""")
_XML_ROOTS = re.compile(
    rb"(?:rss|feed|nitf|newsml|rdf:rdf|newsitem|newsmessage|packageitem|conceptitem)$", re.IGNORECASE
)

#: How the files of other programs begin, and what they are called.
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "an archive or a document of a word processor"),
    (b"\xd0\xcf\x11\xe0", "a document of a word processor"),
    (b"{\\rtf", "a document in RTF"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"BZh", "an archive"),
    (b"\xfd7zXZ", "an archive"),
    (b"7z\xbc\xaf", "an archive"),
)


def content_of(data: bytes) -> str:
    """Return ``html``, ``xml``, ``json`` or ``gzip`` where the content is clearly that, or nothing."""
    if data.startswith(b"\x1f\x8b"):
        return GZIP
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
    return next((kind for signature, kind in _SIGNATURES if data.startswith(signature)), "")
