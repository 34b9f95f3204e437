"""The extraction stage: files in, what their articles say out.

:func:`extract` is for one article, :func:`extract_files` for the files of an archive, in several
processes and with a cache.
"""

from .archive import Archive, Progress, extract_files
from .cache import Cache
from .extraction import Extraction, extract, languages
from .files import Extracted, Given, Record, extract_file

__all__ = [
    "Archive",
    "Cache",
    "Extracted",
    "Extraction",
    "Given",
    "Progress",
    "Record",
    "extract",
    "extract_file",
    "extract_files",
    "languages",
]
