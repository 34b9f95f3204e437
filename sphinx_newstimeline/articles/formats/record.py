"""A plain object of JSON with a text and whatever fields a scraper gave it, and items of JSON Feed.

The names of its fields are those of front matter, and a few more.
https://www.jsonfeed.org/version/1.1/
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..article import Origin
from ..metadata import ALIASES
from ..reading import Field, Reading
from .dates import published_by
from .fragment import read_text
from .schema_org import plain
from .values import get, names, words

#: An object with its keys in small letters.
Table = Mapping[str, object]

TEXTS = (
    "text", "body", "content", "content_html", "content_text", "article", "articlebody", "fulltext",
    "full_text", "maintext", "story", "body_text", "body_html", "html", "description", "summary",
)  # fmt: skip
_DATES = (
    *ALIASES["published"], "date_publish", "date_published", "published_at", "published_date", "pub_date",
    "publication_date", "publish_date", "webpublicationdate", "publish_time", "timestamp", "created_at",
)  # fmt: skip
_MORE = {
    "title": ("webtitle", "name"),
    "url": ("weburl", "external_url", "source_url", "canonical_url"),
    "source": ("source_domain", "source_name", "outlet", "newspaper", "domain"),
    "language": (),
}


def is_record(table: Table) -> bool:
    """Return whether an object has a text."""
    return bool(words(get(table, *TEXTS)))


def read_record(table: Table, line: int, key: str = "") -> Reading:
    """Return the article of an object.

    :param line: the line of the file on which it stands.
    :param key: what to tell it by where it has no identifier of its own.
    """
    body = read_text(words(get(table, *TEXTS)), line)
    return Reading(
        body.text,
        body.line_starts,
        fields=tuple(Field(name, value, Origin.RECORD) for name, value in _fields(table)),
        published=published_by(*(get(table, name) for name in _DATES), origin=Origin.RECORD, line=line),
        key=words(get(table, "id", "guid", "uuid", "uri")) or key,
        resolved=body.resolved,
    )


def _fields(table: Table) -> Iterator[tuple[str, str]]:
    """Yield the fields of an object, the one to prefer first."""
    for field, more in _MORE.items():
        for name in (*ALIASES[field], *more):
            if (value := table.get(name)) is not None:
                yield field, plain(names(value) if field == "source" else words(value))
