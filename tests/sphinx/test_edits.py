"""Edits in builds: what pages show, which are read again, and what is told once for the project."""

from __future__ import annotations

import os
import re

import pytest
from bs4 import BeautifulSoup

VOTE, OLD, OFFERS = "51383a4a06bc", "c36230a90830", "4c3b5f4050ae"
PAGES = ["bridge", "ferry", "index", "markdown", "schedule"]


@pytest.fixture
def project(copied):
    pytest.importorskip("myst_parser")
    return copied("edits")


class Built:
    def __init__(self, app, read):
        self.read = sorted(read)
        text = re.sub("\x1b\\[[0-9;]*m", "", app.warning.getvalue())
        root = f"{app.srcdir.as_posix()}/"
        self.warnings = [line.replace(root, "") for line in text.splitlines() if line.strip()]
        self.outdir = app.outdir

    def page(self, name):
        return BeautifulSoup((self.outdir / f"{name}.html").read_text(encoding="utf-8"), "html.parser")

    def events(self, name):
        return {item["id"].rsplit("-", 1)[1]: item for item in self.page(name).select(".newstimeline-event")}


@pytest.fixture
def build(make_app, project):
    def run(**options):
        read = []
        app = make_app("html", srcdir=project, **options)
        # In the main process, whoever reads.
        app.connect("env-before-read-docs", lambda _app, _env, docnames: read.extend(docnames))
        app.build()
        built = Built(app, read)
        app.cleanup()
        return built

    return run


@pytest.fixture
def write(project):
    """Return a function that writes an edits file, each time with a later time stamp."""
    stamps = iter(range(4_000_000_000, 4_000_001_000))

    def run(text, name="edits.toml"):
        (project / name).write_text(text, encoding="utf-8")
        stamp = next(stamps)
        os.utime(project / name, (stamp, stamp))

    return run


def test_edits_show(build, write):
    write(f'[event.{OLD}]\nhide = true\n[event.{VOTE}]\ndate = "by 29 January 2025"\ntitle = "The vote"\n')
    write(f'[event.{OFFERS}]\nsentence = "Offers are due by January 31, 2025."\n', "bridge.toml")
    built = build()
    assert built.warnings == []
    events = built.events("bridge")
    assert set(events) == {VOTE, OFFERS}
    vote = events[VOTE]
    assert vote["data-edtf"] == "../2025-01-29"
    assert "newstimeline-deadline" in vote["class"]
    assert vote.mark.get_text() == "on January 22, 2025"
    assert "The vote" in vote.get_text()
    why = vote.select_one(".newstimeline-why p").get_text()
    assert why.startswith(
        "The author set this date; the article says “on January 22, 2025”, which was read as"
    )
    assert events[OFFERS].mark.get_text() == "by January 31, 2025"
    assert "Builders" not in events[OFFERS].get_text()
    # the file of the directive is the directive's alone
    assert "Builders" in built.events("schedule")[OFFERS].get_text()


def test_what_is_hidden_leaves_no_trace(build, write, project):
    write(f"[event.{OLD}]\nhide = true\n")
    built = build()
    for path in built.outdir.rglob("*"):
        if path.is_file() and path.suffix in {".html", ".js", ".txt"} and "_sources" not in path.parts:
            text = path.read_text(encoding="utf-8")
            assert "1931" not in text, path
            assert OLD not in text, path
    inventory = (built.outdir / "objects.inv").read_bytes().split(b"\n", 4)[4]
    import zlib

    assert OLD.encode() not in zlib.decompress(inventory)
    assert (project / "edits.toml").is_file()


@pytest.mark.parametrize("jobs", [1, 2])
def test_just_the_pages_are_read_whose_events_are_edited(build, write, jobs):
    options = {"parallel": jobs}
    assert build(**options).read == PAGES
    assert build(**options).read == []
    write("# a remark\n")
    assert build(**options).read == []
    write(f"[event.{OLD}]\nhide = true\n")
    assert build(**options).read == ["bridge", "markdown", "schedule"]
    assert build(**options).read == []
    write(
        f"\n\n# moved\n[event.{OLD}]\nof = 'The old bridge'\nhide = true\n[reviewed]\n{VOTE} = '2025-01-22'\n"
    )
    assert build(**options).read == []
    write(f"[event.{OLD}]\ntitle = 'The old bridge'\n")
    built = build(**options)
    assert built.read == ["bridge", "markdown", "schedule"]
    assert "1931" in built.events("bridge")[OLD].get_text()
    write(f"[event.{OFFERS}]\nhide = true\n", "bridge.toml")
    built = build(**options)
    assert built.read == ["bridge"]
    assert built.warnings == []
    write("")
    write("", "bridge.toml")
    assert build(**options).read == ["bridge", "markdown", "schedule"]


def test_a_file_that_comes_and_goes(build, project):
    build()
    (project / "bridge.toml").unlink()
    built = build()
    assert built.read == ["bridge"]
    (warning,) = built.warnings
    assert warning.startswith("bridge.rst:4: WARNING: “bridge.toml” matches no file")
    (project / "bridge.toml").write_text(f"[event.{OLD}]\nhide = true\n", encoding="utf-8")
    built = build()
    assert (built.read, built.warnings) == (["bridge"], [])
    assert OLD not in built.events("bridge")


FAULTS = f"""\
[event.{OLD}]
hidden = true

[event.{VOTE}]
date = "some day"

[event.{OFFERS}]
title = "Offers"

[event.000000000000]
of = "The ferry sails again in March"
article = "2025-02-12-ferry.txt"
hide = true

[event.111111111111]
hide = "no end
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_faults_are_told_with_file_and_line_and_all_else_is_built(build, write, jobs):
    write(FAULTS)
    write(f"[event.{OFFERS}]\ntitle = 'The offers'\n", "bridge.toml")
    built = build(parallel=jobs)
    assert [line.split(": WARNING: ")[0] for line in built.warnings] == [
        "edits.toml:2",
        "edits.toml:5",
        "edits.toml:8",
        "edits.toml:11",
        "edits.toml:16",
    ]
    wrong, unread, contradiction, gone, broken = built.warnings
    assert "did you mean “hide”?" in wrong
    assert "this date cannot be read" in unread
    assert "“title” of the event" in contradiction
    assert "on line 2 of" in contradiction
    assert "the nearest is" in gone
    assert "“It sails again on March 1, 2025.”" in gone
    assert "this is no TOML" in broken
    kinds = [line.rsplit("[", 1)[1] for line in built.warnings]
    assert kinds == [
        f"newstimeline.{kind}]" for kind in ("edit", "edit", "edit-conflict", "edit-stale", "edit")
    ]
    assert set(built.events("bridge")) == {OLD, VOTE, OFFERS}
    assert "The offers" in built.events("bridge")[OFFERS].get_text()
    assert "(timeline at" not in " ".join(built.warnings)


def test_a_fault_is_told_even_where_no_page_is_read(build, write):
    build()
    write("[event.000000000000]\nhide = true\n")
    built = build()
    assert built.read == []
    (warning,) = built.warnings
    assert warning.startswith("edits.toml:2: WARNING: no event has the id “000000000000” now")
    write("")
    assert build().warnings == []


def test_an_edit_is_stale_only_if_no_page_has_its_event(build, write):
    # the ferry's page has none of the bridge's events, but the file is for all
    write(f"[event.{OLD}]\nhide = true\n[reviewed]\n{VOTE} = '2024-01-22'\n")
    (warning,) = build().warnings
    assert "was reviewed with the date 2024-01-22, and is now read as 2025-01-22" in warning


def test_dates_speak_of_the_periods_that_a_timeline_knows(build, write, project):
    page = project / "bridge.rst"
    option = "   :period: the works = 2025-03-01/2025-06-30\n"
    page.write_text(page.read_text(encoding="utf-8") + option, encoding="utf-8")
    write(f'[event.{VOTE}]\ndate = "the last two weeks of the works"\n')
    built = build()
    assert built.events("bridge")[VOTE]["data-edtf"] == "2025-06-17/2025-06-30"
    assert built.warnings == []  # though other pages know no such period
    write(f'[event.{VOTE}]\ndate = "the last two weeks of the tunnel"\n')
    (warning,) = build().warnings
    assert warning.startswith("edits.toml:2: WARNING: this date cannot be read")


def test_a_list_of_files_and_one_that_is_not_there(build, write, project):
    write(f"[event.{OLD}]\nhide = true\n", "more.toml")
    conf = project / "conf.py"
    conf.write_text(
        conf.read_text(encoding="utf-8").replace('"edits.toml"', '["more.toml", "none.toml"]'),
        encoding="utf-8",
    )
    built = build()
    (warning,) = built.warnings
    assert warning == "none.toml:1: WARNING: there is no such file [newstimeline.missing]"
    assert OLD not in built.events("bridge")
