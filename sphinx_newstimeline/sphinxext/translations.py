"""Translated sentences get their marks back."""

from __future__ import annotations

from docutils import nodes
from sphinx.transforms import SphinxTransform

from . import nodes as own


class MarkTranslations(SphinxTransform):
    """Turn what a translation has in bold into marks.

    In a message catalogue, the words that state the date are in bold (see :mod:`.markup`); Sphinx
    has replaced the sentence by its translation, read as reStructuredText, before this runs.
    """

    default_priority = 25

    def apply(self, **_kwargs: object) -> None:
        """Mark the translated sentences of the page."""
        for event in own.events_of(self.document):
            for part in own.parts_of(event):
                if isinstance(part, own.newstimeline_sentence) and part.get("translated"):
                    _mark(part)


def _mark(sentence: nodes.paragraph) -> None:
    """Replace bold by marks, and drop the language of the original."""
    sentence["classes"] = [name for name in sentence["classes"] if not name.startswith("language-")]
    for strong in list(sentence.findall(nodes.strong)):
        strong.replace_self(own.newstimeline_mark(strong.rawsource, "", *strong.children))
