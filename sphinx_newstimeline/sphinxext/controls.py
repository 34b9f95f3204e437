"""What the script of a timeline needs from the build: its words, in the reader's language.

The script makes the controls, so that none is dead where no script runs.
"""

from __future__ import annotations

import json

from sphinx.locale import get_translation

from .kinds import Kind

_ = get_translation("sphinx_newstimeline")

#: The attribute of a timeline that holds :func:`words_for_script`.
ATTRIBUTE = "data-newstimeline"


def words_for_script() -> str:
    """Return the words of the controls as JSON."""
    words = {
        "controls": _("Filter the entries"),
        "find": _("Find words"),
        "kind": _("Kind"),
        "source": _("Source"),
        "dates": _("Dates"),
        "from": _("From"),
        "to": _("To"),
        "start": _("Start of the range"),
        "end": _("End of the range"),
        "zoom": _("Zoom in"),
        "whole": _("Whole chart"),
        "shown": _("{shown} of {all} shown"),
        "none": _("No entry matches."),
        "all": _("Show all"),
    }
    said = {name: str(word) for name, word in words.items()}
    return json.dumps(said | {"kinds": _kinds()}, ensure_ascii=False, separators=(",", ":"))


def _kinds() -> dict[str, str]:
    """Return the names of kinds of event by the ends of their classes, in the order of the controls."""
    names = {
        Kind.DAY: _("day"),
        Kind.SPAN: _("stretch of time"),
        Kind.OPEN: _("open end"),
        Kind.VAGUE: _("approximate date"),
        Kind.DEADLINE: _("deadline"),
        Kind.RECURRENCE: _("recurring"),
        Kind.UNDATED: _("undated"),
        "conflict": _("conflict"),
    }
    return {str(kind): str(name) for kind, name in names.items()}
