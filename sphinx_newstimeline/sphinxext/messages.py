"""Words that depend on a number, or on what stands before them, in the reader's language.

Sphinx's ``get_translation`` knows single messages only; these ask the same catalogue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import get_translator

if TYPE_CHECKING:
    from gettext import NullTranslations

_CATALOGUE = "sphinx_newstimeline"


def catalogue() -> NullTranslations:
    """Return the messages in the reader's language, by which to know what was written with them."""
    return get_translator(_CATALOGUE)


def ngettext(one: str, several: str, number: int) -> str:
    """Return the form of a message for a number: English has two, Russian three, Arabic six."""
    return str(catalogue().ngettext(one, several, number))


def pgettext(context: str, message: str) -> str:
    """Return a message as it is said in a context, such as behind a preposition."""
    return str(catalogue().pgettext(context, message))


def comma() -> str:
    """Return what stands between the parts of a line: a comma and a space, or what a script has for them."""
    return pgettext("between parts", ", ")
