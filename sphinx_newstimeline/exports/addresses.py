"""The web addresses of articles, fit to be linked to."""

from __future__ import annotations

import re

#: Only what opens a page may become a link; ``javascript:`` and the like stay text.
_WEB_ADDRESS = re.compile(r"(?P<site>(?:https?|ftp)://[^\s/?#]+)(?P<page>\S*)", re.IGNORECASE)

#: What a URI cannot have (RFC 3986, appendix A), besides letters of other scripts, which IRIs have.
_FORBIDDEN = re.compile(r"[\x00-\x20\"<>\\^`{|}\x7f]|%(?![0-9A-Fa-f]{2})")

#: What it can have before its path alone, as in the address of a host of IPv6.
_BRACKETS = re.compile(r"[\[\]]")


def web_address(text: str) -> str:
    """Return the address that *text* is, with what addresses cannot have percent-encoded.

    An address is one of the schemes http, https and ftp; for everything else, return an empty text.
    """
    match = _WEB_ADDRESS.fullmatch(text.strip())
    if match is None:
        return ""
    page, mark, fragment = match["page"].partition("#")
    rest = page + mark + fragment.replace("#", "%23")
    return _FORBIDDEN.sub(_encode, match["site"]) + _BRACKETS.sub(_encode, _FORBIDDEN.sub(_encode, rest))


def _encode(match: re.Match[str]) -> str:
    """Return a character of ASCII percent-encoded."""
    return f"%{ord(match[0]):02X}"
