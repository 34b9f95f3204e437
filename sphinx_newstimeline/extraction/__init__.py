"""The extraction stage: files in, what their articles say out.

:func:`extract` is for one article, :func:`extract_files` for the files of an archive.
"""

from .extraction import Extraction, extract, languages
from .files import Extracted, Given, Record, extract_file, extract_files

__all__ = [
    "Extracted",
    "Extraction",
    "Given",
    "Record",
    "extract",
    "extract_file",
    "extract_files",
    "languages",
]
