"""Directives and roles of documents: which of them are prose, in reStructuredText and in MyST."""

from __future__ import annotations

import re

#: Directives that are prose of the author's from their first line on.
PROSE = frozenset(
    {
        *("admonition", "attention", "caution", "danger", "error", "hint", "important", "note", "tip"),
        *("warning", "seealso", "topic", "sidebar", "epigraph", "highlights", "pull-quote", "rubric"),
        *("versionadded", "versionchanged", "versionremoved", "deprecated"),
    }
)
#: Directives whose content is prose, but not their first line; of all others nothing is read.
PROSE_WITHIN = frozenset({"container", "compound", "figure", "rst-class", "class", "only"})
_TITLED = re.compile(r"(.*\S)\s*<[^<>]*>", re.DOTALL)


def words_of_role(content: str) -> str:
    """Return the words that readers see of a role: of ``the vote <vote>`` the title, of ``~a.b`` "a.b"."""
    titled = _TITLED.fullmatch(content)
    return (titled[1] if titled else content).strip().lstrip("!~")
