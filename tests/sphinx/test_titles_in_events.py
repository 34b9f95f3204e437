"""Events that their author wrote are called by the titles of what their texts refer to."""

from __future__ import annotations

import json

import pytest

CONF = 'extensions = ["sphinx_newstimeline", "myst_parser"]\n'
PLANS = """Plans
=====

.. newstimeline-event:: 3 March 2025
   :name: vote

   :doc:`minutes` tells of the vote; :ref:`quay-part` of the quay, :doc:`the rest <minutes>` of more.

.. newstimeline::
   :name: works
   :export: json

   .. newstimeline-event:: 17 March 2025

      See :doc:`/minutes`.

.. newstimeline::
   :collect: all
   :name: everything
   :export: json
"""
MINUTES = """{title}
{line}

See :newstimeline:event:`vote` and :ref:`vote`.

.. _quay-part:

The old quay
------------

Nothing.
"""


@pytest.fixture
def build(make_app, tmp_path):
    def run(title, **options):
        source = tmp_path / "source"
        source.mkdir(exist_ok=True)
        (source / "conf.py").write_text(CONF, encoding="utf-8")
        if not (source / "plans.rst").exists():
            text = "Home\n====\n\n.. toctree::\n\n   plans\n   minutes\n"
            (source / "index.rst").write_text(text, encoding="utf-8")
            (source / "plans.rst").write_text(PLANS, encoding="utf-8")
        page = MINUTES.format(title=title, line="=" * len(title))
        (source / "minutes.rst").write_text(page, encoding="utf-8")
        app = make_app("html", srcdir=source, **options)
        app.build()
        found = {
            path.name: path.read_text(encoding="utf-8")
            for path in app.outdir.glob("*.*")
            if path.suffix != ".inv"
        }
        assert app.warning.getvalue() == ""
        app.cleanup()
        return found

    return run


def sentences(text):
    return [event["sentence"] for event in json.loads(text)["events"]]


@pytest.mark.parametrize("jobs", [1, 2])
def test_titles_stand_for_references_wherever_an_event_is_named(build, jobs):
    site = build("Minutes of March", parallel=jobs)
    vote = "Minutes of March tells of the vote; The old quay of the quay, the rest of more."
    assert sentences(site["plans.works.json"]) == ["See Minutes of March."]
    assert sentences(site["plans.everything.json"]) == [vote, "See Minutes of March."]
    assert site["minutes.html"].count(">March 3, 2025: Minutes of March tells of the vote; The old quay") == 2
    assert "Minutes of March tells of the vote" in site["newstimeline-chronology.html"]
    assert "Minutes of March tells of the vote" in site["searchindex.js"]
    # An entry that is collected keeps its links.
    assert site["plans.html"].count("the rest") == 2


def test_a_title_that_changes_is_followed(build):
    before = build("Minutes of March")
    after = build("The minutes")
    assert sentences(after["plans.works.json"]) == ["See The minutes."]
    assert "The minutes tells of the vote" in after["minutes.html"]
    assert "Minutes of March" in before["newstimeline-chronology.html"]
    assert "Minutes of March" not in after["newstimeline-chronology.html"]
    ids = [
        [event["id"] for event in json.loads(site["plans.works.json"])["events"]] for site in (before, after)
    ]
    assert ids[0] == ids[1]


MARKDOWN = """# Mills

:::::{newstimeline}
:name: mills
:export: json

::::{newstimeline-event} 3 March 2025
[](wheels.md), [](#iron), [](wheels.md#the-great-wheel), [](#beams), [](#nothing), [own](wheels.md).
::::
:::::

## Beams
"""
WHEELS = "# Wheels\n\n(iron)=\n## The great wheel\n\nText.\n"


def test_links_of_markdown_without_words_are_called_by_titles(make_app, tmp_path):
    conf = f'{CONF}myst_enable_extensions = ["colon_fence"]\nmyst_heading_anchors = 2\n'
    (tmp_path / "conf.py").write_text(conf, encoding="utf-8")
    (tmp_path / "index.md").write_text(f"{MARKDOWN}\n```{{toctree}}\nwheels\n```\n", encoding="utf-8")
    (tmp_path / "wheels.md").write_text(WHEELS, encoding="utf-8")
    app = make_app("html", srcdir=tmp_path)
    app.build()
    (sentence,) = sentences((app.outdir / "index.mills.json").read_text(encoding="utf-8"))
    assert sentence == "Wheels, The great wheel, The great wheel, Beams, nothing, own."
    assert "xref_missing" in app.warning.getvalue()
