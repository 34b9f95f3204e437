"""What authors are told, where, and how they switch it off."""

from __future__ import annotations

import re
import shutil

import pytest

BARE = "The council met on Wednesday and again on Friday.\n"


@pytest.fixture
def build(make_app, rootdir, tmp_path):
    """Return a function that builds a page with some articles and returns the lines of its warnings."""

    def run(page, articles=(), **overrides):
        source = tmp_path / "source"
        shutil.copytree(rootdir / "test-warnings", source)
        (source / "index.rst").write_text(f"Page\n====\n\n{page}\n", encoding="utf-8")
        for name, content in dict(articles).items():
            (source / name).parent.mkdir(exist_ok=True)
            (source / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        app = make_app("html", srcdir=source, confoverrides=overrides)
        app.build()
        text = re.sub("\x1b\\[[0-9;]*m", "", app.warning.getvalue())
        return [line.replace(f"{source.as_posix()}/", "") for line in text.splitlines() if line.strip()]

    return run


def test_an_article_of_unknown_date_is_one_warning_with_its_place(build):
    lines = build(".. newstimeline:: a.txt", {"a.txt": BARE})
    unpublished = [line for line in lines if "[newstimeline.unpublished]" in line]
    assert len(unpublished) == 1
    assert re.match(r"a\.txt:\d+: WARNING: .*published", unpublished[0])
    assert "(timeline at index.rst:4)" in unpublished[0]


def test_what_of_an_article_has_no_date_is_said_once_a_page(make_app, rootdir, tmp_path):
    source = tmp_path / "source"
    shutil.copytree(rootdir / "test-warnings", source)
    (source / "index.rst").write_text(
        "Page\n====\n\n.. newstimeline:: a.txt\n\n.. newstimeline:: a.txt\n", "utf-8"
    )
    (source / "a.txt").write_text(BARE, "utf-8")
    app = make_app("html", srcdir=source)
    app.build()
    (said,) = [line for line in app.status.getvalue().splitlines() if "without a date" in line]
    assert said.endswith("a.txt: time expressions without a date (2): “on Wednesday”, “on Friday”")


@pytest.mark.parametrize(
    ("page", "articles", "kind", "place"),
    [
        (".. newstimeline:: none.txt", {}, "missing", "index.rst:4"),
        (".. newstimeline:: none/*.md", {}, "missing", "index.rst:4"),
        (".. newstimeline:: /", {}, "missing", "index.rst:4"),
        (".. newstimeline::\n   :manifest: none.csv", {}, "missing", "index.rst:4"),
        (".. newstimeline:: a.txt", {"a.txt": "Nothing has a date here."}, "no-events", "index.rst:4"),
        (".. newstimeline:: a.txt", {"a.txt": b"The caf\xe9 opened on May 5, 1952."}, "encoding", "a.txt:1"),
        (".. newstimeline:: a.txt", {"a.txt": "  \n"}, "empty", "a.txt:1"),
        (
            ".. newstimeline:: a.txt\n   :period: nonsense",
            {"a.txt": "It opened on May 5, 1952."},
            "period",
            r"index.rst:\d",
        ),
        (
            ".. newstimeline:: a.txt\n   :from: 2024\n   :to: 2023",
            {"a.txt": "It opened on May 5, 1952."},
            "window",
            "index.rst:4",
        ),
    ],
)
def test_problems_are_typed_and_located(build, page, articles, kind, place):
    found = [line for line in build(page, articles) if f"[newstimeline.{kind}]" in line]
    assert len(found) == 1
    assert re.match(f"{place}: WARNING: ", found[0]), found


def test_a_problem_is_reported_once_a_page(build):
    lines = build(".. newstimeline:: a.txt\n\n.. newstimeline:: a.txt", {"a.txt": BARE + "On May 5, 1952."})
    assert sum("[newstimeline.unpublished]" in line for line in lines) == 1


def test_a_window_that_runs_backwards_is_one_warning(build):
    lines = build(
        ".. newstimeline:: a.txt\n   :from: 2024\n   :to: 2023", {"a.txt": "It opened on May 5, 1952."}
    )
    assert len(lines) == 1
    assert "[newstimeline.window]" in lines[0]


@pytest.mark.parametrize("silenced", ["newstimeline", "newstimeline.unpublished"])
def test_warnings_can_be_silenced(build, silenced):
    lines = build(
        ".. newstimeline:: a.txt", {"a.txt": BARE + "On May 5, 1952."}, suppress_warnings=[silenced]
    )
    assert lines == []


def test_every_timeline_without_entries_is_told_of(build):
    page = ".. newstimeline:: a.txt\n\n.. newstimeline:: a.txt\n   :layout: schedule"
    lines = build(page, {"a.txt": "Nothing has a date here."})
    assert [line.partition(" ")[0] for line in lines] == ["index.rst:4:", "index.rst:6:"]
    assert all(line.endswith("[newstimeline.no-events]") for line in lines)


MISNAMED = [
    ("A.txt", "matches no file in {root}; did you mean “a.txt”?"),
    ("News/may.text", "did you mean “news/may.txt”?"),
    ("new/*.txt", "did you mean “news/*.txt”?"),
    ("/news/mai.txt", "did you mean “/news/may.txt”?"),
    ("news/*.md", "“news/*.md” matches no file in {root} ["),
    ("elsewhere.txt", "“elsewhere.txt” matches no file in {root} ["),
    ("https://example.org/a.html", "save this one, and name its file"),
]


@pytest.mark.parametrize(("name", "said"), MISNAMED)
def test_a_name_of_no_file_is_told_once_with_the_one_that_may_be_meant(build, tmp_path, name, said):
    text = "It opened on May 5, 1952."
    (warning,) = build(f".. newstimeline:: {name}", {"a.txt": text, "news/may.txt": text})
    assert warning.startswith("index.rst:4: WARNING: ")
    assert said.format(root=(tmp_path / "source").as_posix()) in warning


def test_a_name_in_the_other_folder_is_meant(build):
    page = (
        "Town\n====\n\n.. newstimeline:: a.txt\n\n.. newstimeline:: /sub/b.txt\n\n.. newstimeline:: /b.txt\n"
    )
    files = {
        "a.txt": "It opened on May 5, 1952.",
        "sub/b.txt": "It closed on May 6, 1952.",
        "sub/page.rst": page,
    }
    first, second = build(".. toctree::\n\n   sub/page", files)
    assert "sub/page.rst:4: WARNING: “a.txt” matches no file" in first
    assert "did you mean “/a.txt”?" in first
    assert "sub/page.rst:8: WARNING: “/b.txt” matches no file" in second
    assert "did you mean “b.txt”?" in second


@pytest.mark.parametrize(
    ("builder", "file"),
    [("html", "index.html"), ("text", "index.txt"), ("latex", "town.tex"), ("man", "town.1")],
)
def test_a_timeline_without_entries_keeps_its_caption_and_its_name(
    make_app, rootdir, tmp_path, builder, file
):
    source = tmp_path / "source"
    shutil.copytree(rootdir / "test-warnings", source)
    page = ".. newstimeline:: a.txt\n   :name: works\n   :caption: The works\n   :from: 2030\n   :export: ics"
    (source / "index.rst").write_text(f"Page\n====\n\nSee :ref:`works`.\n\n{page}\n", "utf-8")
    (source / "a.txt").write_text("It opened on May 5, 1952.", "utf-8")
    app = make_app(builder, srcdir=source, confoverrides={"project": "Town"})
    app.build()
    (warning,) = app.warning.getvalue().strip().splitlines()
    assert "index.rst:6: WARNING: a timeline has no event to show" in warning
    text = (app.outdir / file).read_text("utf-8")
    assert text.count("The works") == 2
    assert text.count("No entries") == 1
    assert {"text": "**The works**", "man": "\\fBThe works\\fP"}.get(builder, "The works") in text


def test_one_bad_article_does_not_lose_the_others(build):
    lines = build(
        ".. newstimeline:: a.txt b.txt none.txt",
        {"a.txt": b"\xff\xfe\x00", "b.txt": "It opened on May 5, 1952."},
    )
    assert not [line for line in lines if "no-events" in line]


#: A page, the line of what is wrong with it, its kind, what is said of it, and whether there is a timeline.
WRONG = [
    (
        ".. newstimeline:: a.txt\n   :why: show\n   :order: random",
        6,
        "option-value",
        "option “order” takes one of “ascending”, “descending”, not “random”. It is left out",
        1,
    ),
    (".. newstimeline:: a.txt\n   :layout: agenda", 5, "option-value", "did you mean “schedule”?", 1),
    (".. newstimeline:: a.txt\n   :published: soon", 5, "option-value", "option “published” takes a date", 1),
    (".. newstimeline:: a.txt\n   :caption:", 5, "option-value", "takes a text, and is given nothing", 1),
    (".. newstimeline:: a.txt\n   :no-index: true", 5, "option-value", "takes no value, not “true”", 1),
    (
        ".. newstimeline-event:: 5 May 1952\n   :url: it.html\n\n   It opened.",
        5,
        "option-value",
        "option “url” takes an address that",
        1,
    ),
    (".. newstimeline::", 4, "content", "no file is named", 0),
    (
        ".. newstimeline:: a.txt\n\n   content",
        4,
        "content",
        "alone, and this is none, and left out: “content”",
        1,
    ),
    (
        ".. newstimeline:: a.txt\n\n   :::{newstimeline-event} May",
        4,
        "content",
        "MyST needs “colon_fence”",
        1,
    ),
    (".. newstimeline-event:: 5 May 1952", 4, "content", "an event needs a text: give it content", 0),
    (".. newstimeline-event::\n\n   It opened.", 4, "content", "an event needs a date behind the", 0),
    (
        ".. newstimeline:: a.txt\n   :export: ics, pdf",
        5,
        "option-value",
        "“none”, not “pdf”. The rest of it holds",
        1,
    ),
]


@pytest.mark.parametrize(("page", "line", "kind", "said", "timelines"), WRONG)
def test_what_cannot_be_meant_is_a_warning_at_its_line_and_the_rest_stands(
    make_app, rootdir, tmp_path, page, line, kind, said, timelines
):
    source = tmp_path / "source"
    shutil.copytree(rootdir / "test-warnings", source)
    (source / "index.rst").write_text(f"Page\n====\n\n{page}\n", "utf-8")
    (source / "a.txt").write_text("It opened on May 5, 1952.", "utf-8")
    app = make_app("html", srcdir=source)
    app.build()
    (warning,) = app.warning.getvalue().strip().splitlines()
    assert f"index.rst:{line}: WARNING: " in warning
    assert said in warning
    assert f"[newstimeline.{kind}]" in warning
    page = (app.outdir / "index.html").read_text("utf-8")
    assert page.count('class="newstimeline ') + page.count('class="newstimeline"') == timelines
    assert ("It opened" in page) is bool(timelines)
    assert "system-message" not in page


EVENT = ".. newstimeline::\n\n   .. newstimeline-event:: 5 May 1952\n      :from: town\n\n      It opened."
#: A page, the line of its option, and what is said of it.
UNKNOWN = [
    (
        ".. newstimeline:: a.txt\n   :order: ascending\n   :colour: red",
        6,
        "“colour”; there are as-of",
    ),
    (".. newstimeline:: a.txt\n   :group_by: month", 5, "“group_by”; did you mean “group-by”?"),
    (".. newstimeline:: a.txt\n   :until: 1960", 5, "“until”; did you mean “to”?"),
    (".. newstimeline:: a.txt\n   :events: 5", 5, "“events”; did you mean “max-events”?"),
    (EVENT, 7, "“newstimeline-event” has no option “from”; there are as-of"),
]


@pytest.mark.parametrize(("page", "line", "said"), UNKNOWN)
def test_an_option_that_does_not_exist_is_told_at_its_line_and_nothing_is_lost(build, page, line, said):
    (warning,) = build(page, {"a.txt": "It opened on May 5, 1952."})
    assert f"index.rst:{line}: WARNING: " in warning
    assert said in warning
    assert "[newstimeline.option]" in warning


@pytest.mark.parametrize(
    ("block", "line", "value_line"),
    [(":colour: red\n:order: random", 4, 5), ("---\norder: random\ncolour: red\n---", 6, 5)],
)
def test_myst_tells_of_options_as_rest_does(make_app, tmp_path, block, line, value_line):
    pytest.importorskip("myst_parser")
    (tmp_path / "conf.py").write_text('extensions = ["myst_parser", "sphinx_newstimeline"]\n')
    (tmp_path / "a.txt").write_text("It opened on May 5, 1952.")
    (tmp_path / "index.md").write_text(f"# Town\n\n```{{newstimeline}} a.txt\n{block}\n```\n")
    app = make_app("html", srcdir=tmp_path)
    app.build()
    value, name = app.warning.getvalue().strip().splitlines()
    assert f"index.md:{value_line}: WARNING: option “order” takes" in value
    assert f"index.md:{line}: WARNING: “newstimeline” has no option “colour”" in name
    assert "It opened" in (app.outdir / "index.html").read_text(encoding="utf-8")


def test_one_glob_without_its_list_is_one_glob(build):
    conf = 'extensions = ["sphinx_newstimeline"]\nnewstimeline_articles = "*.md"\n'
    files = {"a.md": "It opened on May 5, 1952.", "conf.py": conf}
    (line,) = build(".. newstimeline:: a.md", files)
    assert "`newstimeline_articles'" in line


@pytest.mark.parametrize(("given", "count"), [("someday", 1), ("2024-11", 1), ("13 Nov. 2024", 0), ("", 0)])
def test_a_day_in_the_configuration_that_is_none_is_told_of(build, given, count):
    lines = build("", newstimeline_published=given)
    assert len(lines) == count
    assert all("newstimeline_published takes a date" in line and given in line for line in lines)


def test_a_file_of_periods_that_is_wrong_is_named(build):
    conf = 'extensions = ["sphinx_newstimeline"]\nnewstimeline_periods = "periods.toml"\n'
    files = {"a.txt": "It opened on May 5, 1952.", "periods.toml": '"The works" = "soon"\n', "conf.py": conf}
    lines = build(".. newstimeline:: a.txt", files)
    assert lines
    assert re.match(r"periods\.toml:1: WARNING: ", lines[0])
    assert lines[0].endswith("[newstimeline.period]")


@pytest.mark.parametrize(
    ("countries", "advice"),
    [
        (["GB", "us", "UK", "DEU"], None),
        (["Germany"], "did you mean “DE” (Germany)?"),
        (["US-CA", "GB"], "“US” stands for all of the country"),
        (["ZZ"], "such as US, GB or DE"),
    ],
)
def test_a_country_whose_holidays_are_not_known_is_warned_of(build, countries, advice):
    lines = build("Page\n====\n", {}, newstimeline_holidays=countries)
    assert len(lines) == (advice is not None)
    for line in lines:
        assert advice in line
        assert line.endswith(f"“{countries[0]}” [newstimeline.holidays]")


@pytest.mark.parametrize(("countries", "edtf"), [(["US"], "2024-09-02"), (["DE", "US"], "2024-05-01")])
def test_holidays_are_those_of_the_countries_asked_for(build, tmp_path, countries, edtf):
    page = ".. newstimeline:: a.txt\n   :published: 2024-11-13"
    lines = build(page, {"a.txt": "The bridge closed on Labor Day."}, newstimeline_holidays=countries)
    assert lines == []
    html = (tmp_path / "source" / "_build" / "html" / "index.html").read_text(encoding="utf-8")
    assert f'data-edtf="{edtf}"' in html
