"""The core imports neither Sphinx nor docutils, and the package itself loads nothing heavy."""

from __future__ import annotations

import pkgutil
import subprocess
import sys

import pytest

import sphinx_newstimeline

STAGES = sorted(
    module.name
    for module in pkgutil.iter_modules(sphinx_newstimeline.__path__)
    if module.name not in {"sphinxext", "__main__"}
)
LOADED = "import sys; print(*sorted({name.partition('.')[0] for name in sys.modules}))"


def loaded(code):
    """Return the top-level packages that are loaded after running some code in a fresh interpreter."""
    found = subprocess.run(
        [sys.executable, "-c", f"{code}\n{LOADED}"], capture_output=True, text=True, check=True
    )
    return set(found.stdout.split())


def modules(stage):
    """Return the names of a stage and of all modules inside it."""
    name = f"sphinx_newstimeline.{stage}"
    return (
        f"import importlib, pkgutil; stage = importlib.import_module('{name}')\n"
        "for one in pkgutil.walk_packages(getattr(stage, '__path__', []), stage.__name__ + '.'):\n"
        "    importlib.import_module(one.name)"
    )


def test_every_stage_is_looked_at():
    assert {
        "articles",
        "temporal",
        "events",
        "timeline",
        "catalogues",
        "holidays",
        "extraction",
        "command",
        "problems",
    } <= set(STAGES)


@pytest.mark.parametrize("stage", STAGES)
def test_a_stage_imports_neither_sphinx_nor_docutils(stage):
    assert not {"sphinx", "docutils"} & loaded(modules(stage))


def test_reading_an_article_loads_neither_sphinx_nor_docutils():
    code = (
        "from datetime import date\n"
        "from sphinx_newstimeline.articles.article import Article\n"
        "from sphinx_newstimeline.extraction import extract\n"
        "assert extract(Article('a.txt', 'They met on Wednesday.', published=date(2024, 11, 13))).events"
    )
    assert not {"sphinx", "docutils"} & loaded(code)


def test_the_package_itself_loads_nothing_heavy():
    heavy = {"sphinx", "docutils", "dateparser", "sentencex", "holidays", "babel", "frontmatter"}
    assert not heavy & loaded("import sphinx_newstimeline")
