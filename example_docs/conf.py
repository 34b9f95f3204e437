"""Configuration of the manual, which is also the extension's demonstration."""

from __future__ import annotations

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from sphinx_newstimeline import __version__

project = "sphinx-newstimeline"
author = "the sphinx-newstimeline developers"
copyright = author  # noqa: A001 (the name is Sphinx's)
version = release = __version__
today = "November 2026"  # a fixed date: the same sources give the same manual

extensions = ["sphinx.ext.autodoc", "myst_parser", "sphinx_newstimeline", "manual", "manual_exports"]
source_suffix = {".rst": "restructuredtext", ".md": "markdown"}
exclude_patterns = ["_build"]
nitpicky = True
nitpick_ignore_regex = [("py:.*", ".*")]  # the types of the standard library are documented elsewhere
autodoc_typehints_format = "short"
python_use_unqualified_type_names = True
myst_heading_anchors = 2

newstimeline_articles = ["articles/**"]
newstimeline_periods = {"Ekelund's term": "2021-04-19/2025-11-25"}

linkcheck_ignore = [r"https?://[\w.-]+\.example\b"]  # the articles are invented, and so are their addresses

html_theme = "furo"
html_title = "sphinx-newstimeline"
html_baseurl = os.environ.get("READTHEDOCS_CANONICAL_URL", "")
html_copy_source = False
html_show_sphinx = False

# XeLaTeX knows every letter that its fonts have; build with -D latex_engine=pdflatex to compare.
latex_engine = "xelatex"
latex_use_xindy = False  # makeindex does for English, and is part of every LaTeX
latex_documents = [
    ("index", "sphinx-newstimeline.tex", "sphinx-newstimeline", author, "manual"),
]
latex_elements = {
    "papersize": "a4paper",
    # The dot of the command's table, for pdfLaTeX.
    "preamble": r"\ifdefined\sphinxDUC\sphinxDUC{25CF}{\textbullet}\fi",
}
man_pages = [("index", "sphinx-newstimeline", "Timelines from news articles", [author], 7)]
texinfo_documents = [
    (
        "index",
        "sphinx-newstimeline",
        "sphinx-newstimeline",
        author,
        "sphinx-newstimeline",
        "Timelines from news articles.",
        "Documentation tools",
    ),
]
epub_show_urls = "no"
gettext_compact = False
