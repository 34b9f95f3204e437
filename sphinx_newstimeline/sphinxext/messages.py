"""Words that depend on a number, or on what stands before them, in the reader's language.

Sphinx's ``get_translation`` knows single messages only; these ask the same catalogue.
"""

from __future__ import annotations

from sphinx.locale import get_translator

_CATALOGUE = "sphinx_newstimeline"


def ngettext(one: str, several: str, number: int) -> str:
    """Return the form of a message for a number: English has two, Russian three, Arabic six."""
    return str(get_translator(_CATALOGUE).ngettext(one, several, number))


def pgettext(context: str, message: str) -> str:
    """Return a message as it is said in a context, such as behind a preposition."""
    return str(get_translator(_CATALOGUE).pgettext(context, message))
