"""Sources that say word for word what another one says: on paper, only some of many are named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx.locale import get_translation
from sphinx.transforms.post_transforms import SphinxPostTransform

from . import nodes as own
from .messages import comma

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TypeGuard

    from docutils import nodes

_ = get_translation("sphinx_newstimeline")

#: The class of a telling whose sentence stands above it already.
ECHO = "newstimeline-echo"
#: So many are named; one more is named, too, since the line that it saves would stand in its place.
NAMED = 5


def and_more(names: Sequence[str]) -> str:
    """Return some names as a list, the first few of many."""
    if len(names) <= NAMED + 1:
        return comma().join(names)
    return f"{comma().join(names[:NAMED])} {_more(len(names) - NAMED)}"


def _more(count: int) -> str:
    return str(_("and {count} more")).format(count=count)


class FewerEchoes(SphinxPostTransform):
    """Name but some of the sources that say the same; references lead to the line that counts the others."""

    formats = ("latex",)
    default_priority = 600  # before tables are measured

    def run(self, **_kwargs: object) -> None:
        """Shorten the list of sources of every entry."""
        for others in list(self.document.findall(own.newstimeline_others)):
            echoes = [child for child in others.children if is_echo(child)]
            left_out = echoes[NAMED:]
            if len(left_out) <= 1:
                continue
            for echo in left_out:
                others.remove(echo)
            line = own.newstimeline_source("", _more(len(left_out)))
            ids = [
                id_
                for echo in left_out
                for telling in echo.findall(own.newstimeline_telling)
                for id_ in telling["ids"]
            ]
            others.append(own.newstimeline_telling("", line, event="", ids=ids, classes=[ECHO]))


def is_echo(node: nodes.Node) -> TypeGuard[own.newstimeline_telling]:
    """Return whether a node is a source that says nothing of its own."""
    return isinstance(node, own.newstimeline_telling) and ECHO in node["classes"]
