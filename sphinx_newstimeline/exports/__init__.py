"""The exports stage: a timeline as a document for other programs, and read back from one.

:data:`EXPORTERS` has the formats; :func:`read_document` reads what the format ``json`` writes.
"""

from .exporters import EXPORTERS, Exporter, exporter_for
from .meta import Meta
from .reading import Document, is_document, read_document
from .wording import Certainty, Wording

__all__ = [
    "EXPORTERS",
    "Certainty",
    "Document",
    "Exporter",
    "Meta",
    "Wording",
    "exporter_for",
    "is_document",
    "read_document",
]
