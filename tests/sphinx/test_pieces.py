"""Lines in pieces: the same words and the same markup as nodes would give."""

from __future__ import annotations

import pickle

import pytest
from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from sphinx_newstimeline.sphinxext import nodes as own
from sphinx_newstimeline.sphinxext.dates import Piece
from sphinx_newstimeline.sphinxext.pieces import KIND, LINK, NAME, TEXT, bits_of, fold, unfold

LINES = (own.newstimeline_date, own.newstimeline_source)


class UnfoldAll(SphinxPostTransform):
    """Make nodes of all pieces."""

    default_priority = 10

    def run(self, **_kwargs):
        for line in list(self.document.findall(nodes.Element)):
            if isinstance(line, LINES):
                unfold(line)


def link():
    return nodes.reference("", "Council meets", refuri="https://example.org/a")


@pytest.mark.parametrize(
    ("bits", "linked", "words", "shape"),
    [
        (bits_of((Piece("May 3", "2024-05-03"),)), None, "May 3", ["newstimeline_time"]),
        (
            bits_of((Piece("by "), Piece("the 1960s", "", "196X"))),
            None,
            "by the 1960s",
            ["Text", "newstimeline_time"],
        ),
        (
            [(TEXT, "May", ""), (KIND, " (deadline)", "")],
            None,
            "May (deadline)",
            ["Text", "newstimeline_kind"],
        ),
        (
            [(NAME, "Agency", "a b"), (TEXT, ", ", ""), (LINK, "", ""), (TEXT, ", May", "")],
            link(),
            "Agency, Council meets, May",
            ["newstimeline_quoted", "Text", "newstimeline_quoted", "Text"],
        ),
        ([(LINK, "", "")], link(), "Council meets", ["newstimeline_quoted"]),
    ],
)
def test_a_line_has_its_words_folded_and_unfolded(bits, linked, words, shape):
    line = own.newstimeline_source("", "")
    fold(line, bits, linked)
    assert line.astext() == words
    assert len(line) <= 1 + 2 * (linked is not None)
    line = pickle.loads(pickle.dumps(line))
    unfold(line)
    assert line.astext() == words
    assert [type(child).__name__ for child in line.children] == shape
    assert [node.astext() for node in line.findall(nodes.reference)] == ["Council meets"] * (
        linked is not None
    )
    unfold(line)
    assert line.astext() == words


@pytest.mark.sphinx("html", testroot="handmade", freshenv=True)
def test_web_pages_are_the_same_from_pieces_and_from_nodes(app, make_app, tmp_path):
    app.build()
    written = (app.outdir / "index.html").read_text(encoding="utf-8")
    doctree = app.env.get_doctree("index")
    assert {kind for line in doctree.findall(own.newstimeline_source) for kind, *_more in line["pieces"]} >= {
        NAME,
        TEXT,
        LINK,
    }
    other = make_app("html", srcdir=app.srcdir, builddir=tmp_path)
    other.add_post_transform(UnfoldAll)
    other.build()
    assert (other.outdir / "index.html").read_text(encoding="utf-8") == written
