"""A finished timeline once more, written by hand as it were: the same words as plain reStructuredText.

It is what a timeline is measured against: a page that Sphinx parses and writes without the extension.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from docutils import nodes

from sphinx_newstimeline.sphinxext import nodes as ours

#: What begins or ends markup inside a line.
INLINE = re.compile(r"([\\*`_|])")
#: What could be taken for a list, a directive or an underline at the start of a line.
AT_START = re.compile(r"^(?=[^\w\s])|^(?=\w{1,9}[.)] )|^(?=\()")


def plain_page(doctree: nodes.document) -> str:
    """Return the reStructuredText of a page with a timeline.

    Each entry is an item of a definition list: the date, the sentence with its words marked, the source,
    and a list of fields that says why.
    """
    title = next(doctree.findall(nodes.title)).astext()
    lines = [title, "=" * len(title), ""]
    for timeline in doctree.findall(ours.newstimeline):
        for entry in timeline.findall(ours.newstimeline_event):
            lines += [*entry_lines(entry), ""]
    return "\n".join(lines) + "\n"


def entry_lines(entry: nodes.Element) -> Iterator[str]:
    """Yield the lines of one entry."""
    yield at_start(written(next(entry.findall(ours.newstimeline_date))))
    for sentence in entry.findall(ours.newstimeline_sentence):
        yield f"   {at_start(written(sentence))}"
    for source in entry.findall(ours.newstimeline_source):
        yield ""
        yield f"   {at_start(written(source))}"
    for why in entry.findall(ours.newstimeline_why):
        yield ""
        yield f"   *{escaped(why['summary'])}* {escaped(why['sentence'])}"
        yield ""
        for name, value in zip(why["facts"], why["values"], strict=True):
            yield f"   :{escaped(name)}: {escaped(value)}"


def written(node: nodes.Node) -> str:
    """Return a node as inline markup on one line."""
    if isinstance(node, nodes.Text):
        return escaped(str(node))
    inside = "".join(map(written, node.children))
    if isinstance(node, ours.newstimeline_mark):
        return rf"\ **{inside.strip()}**\ "
    if isinstance(node, nodes.reference) and node.get("refuri"):
        return rf"\ `{inside} <{node['refuri']}>`__\ "
    return inside


def escaped(text: str) -> str:
    """Return words with the signs of reStructuredText escaped, on one line."""
    return INLINE.sub(r"\\\1", " ".join(text.split()) if "\n" in text else text)


def at_start(line: str) -> str:
    """Return a line that begins with nothing that means something."""
    return AT_START.sub(r"\\", line.strip(), count=1) if not line.startswith("\\") else line
