"""The benchmarks count right and run; how fast anything is, is nobody's business here."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[1] / "benchmarks"
MODULES = (
    "documents",
    "import_time",
    "kinds",
    "memory",
    "page",
    "published",
    "plain_page",
    "report",
    "scale",
    "scale_steps",
    "scoring",
    "speed",
    "systems",
    "systems.recognizers",
    "timex",
)

HARBOUR = """<?xml version="1.0" ?>
<TimeML>
<DOCID>harbour</DOCID>
<DCT><TIMEX3 tid="t0" type="DATE" value="2024-11-13" functionInDocument="CREATION_TIME">Nov. 13</TIMEX3></DCT>
<TEXT>
The harbour <EVENT eid="e1">opened</EVENT> on <TIMEX3 tid="t1" type="DATE" value="2024-11-12">Tuesday</TIMEX3>
&amp; closes in <TIMEX3 tid="t2" type="DATE" value="2025"><SIGNAL>early</SIGNAL>
2025</TIMEX3>; <TIMEX3 tid="t3" type="DATE" value=""> </TIMEX3> work took
<TIMEX3 tid="t4" type="DURATION" value="P3Y">three years</TIMEX3>.
</TEXT>
</TimeML>
"""
NESTED = """<TimeML><DCT><TIMEX3 tid="t0" type="DATE" value="19980213">x</TIMEX3></DCT>
<TEXT>It ran <TIMEX3 tid="t1" type="DURATION" value="P2D">from
<TIMEX3 tid="t2" type="DATE" value="1998-02-09">Monday</TIMEX3> to
<TIMEX3 tid="t3" type="DATE" value="1998-02-10">Tuesday</TIMEX3></TIMEX3>.</TEXT></TimeML>"""


@pytest.fixture
def bench(monkeypatch):
    """Return the benchmarks' modules by name, imported as a script there sees them."""
    monkeypatch.syspath_prepend(str(FOLDER))
    yield {name: importlib.import_module(name) for name in MODULES}
    for name in [name for name in sys.modules if name.partition(".")[0] in MODULES]:
        del sys.modules[name]


@pytest.fixture
def corpus(tmp_path):
    folder = tmp_path / "corpus"
    folder.mkdir()
    (folder / "a.tml").write_text(HARBOUR, encoding="utf-8")
    (folder / "b.tml").write_text(NESTED, encoding="utf-8")
    return folder


def annotations(document):
    return [(document.text[one.start : one.end], one.type, one.value) for one in document.gold]


def test_expressions_of_a_timeml_file(bench, corpus):
    document = bench["documents"].read_timeml(corpus / "a.tml")
    assert document.day == date(2024, 11, 13)
    assert "opened on Tuesday\n& closes" in document.text
    assert "harbour</DOCID>" not in document.text
    assert annotations(document) == [
        ("Tuesday", "DATE", "2024-11-12"),
        ("early\n2025", "DATE", "2025"),
        ("three years", "DURATION", "P3Y"),
    ]


def test_the_innermost_of_nested_expressions_count(bench, corpus):
    document = bench["documents"].read_timeml(corpus / "b.tml")
    assert document.day == date(1998, 2, 13)
    assert annotations(document) == [("Monday", "DATE", "1998-02-09"), ("Tuesday", "DATE", "1998-02-10")]


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("<TimeML><TEXT>", "not well-formed"),
        ("<TimeML/>", "no TEXT"),
        ("<TimeML><TEXT>a</TEXT></TimeML>", "creation time"),
    ],
)
def test_what_is_no_timeml_is_left_out_and_said(bench, corpus, text, complaint):
    (corpus / "c.tml").write_text(text, encoding="utf-8")
    documents, left_out = bench["documents"].read_folder(corpus)
    assert len(documents) == 2
    assert len(left_out) == 1
    assert complaint in left_out[0]


def test_a_plain_text_is_of_the_day_in_its_name(bench, tmp_path):
    (tmp_path / "2024-05-06_a.txt").write_text("Rain fell.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("Snow fell.", encoding="utf-8")
    documents, _ = bench["documents"].read_folder(tmp_path)
    assert [document.day.year for document in documents] == [2024, 2010]
    assert documents[0].gold is None


def test_gold_against_gold_is_right_everywhere(bench, corpus):
    scores = bench["scoring"].Scores()
    for document in bench["documents"].read_folder(corpus)[0]:
        scores.add(document, document.gold)
    assert scores.gold == scores.found == 5
    for measure in bench["scoring"].MEASURES:
        assert scores.figures(measure) == (100, 100, 100), measure
    assert scores.mistakes == []


def test_a_hand_counted_example(bench):
    make = bench["documents"].Annotation
    text = "On Monday, in the third quarter of 1998 and for two weeks, then in May."
    gold = (
        make(3, 9, "DATE", "1998-02-09"),
        make(14, 39, "DATE", "1998-Q3"),
        make(48, 57, "DURATION", "P2W"),
        make(67, 70, "DATE", "1998-05"),
    )
    found = [
        make(3, 9, "DATE", "1998-02-16"),  # span and type right, value wrong
        make(14, 31, "DATE", "1998-Q3"),  # overlaps, value right
        make(35, 39, "DATE", "1998"),  # overlaps what is taken already
        make(48, 57, "DATE", "P2W"),  # type wrong
        make(0, 2, "TIME", "T"),  # spurious
    ]
    scores = bench["scoring"].Scores()
    scores.add(bench["documents"].Document("a", text, date(1998, 2, 13), gold), found)
    # Of 4 that are right and 5 that were found: F1 is twice the right ones by 9.
    assert scores.figures("strict") == pytest.approx((40, 50, 400 / 9))
    assert scores.figures("relaxed") == pytest.approx((60, 75, 600 / 9))
    assert scores.figures("type") == pytest.approx((40, 50, 400 / 9))
    assert scores.figures("value") == pytest.approx((40, 50, 400 / 9))
    counted = [(one.what, (one.gold or one.found).start) for one in scores.mistakes]
    assert sorted(counted) == [
        ("missed", 67),
        ("span", 14),
        ("spurious", 0),
        ("spurious", 35),
        ("type", 48),
        ("value", 3),
    ]
    assert scores.kinds["month", "gold"] == 1
    assert scores.kinds["month", "relaxed"] == 0


def test_equal_spans_are_paired_before_larger_overlaps(bench):
    make = bench["documents"].Annotation
    gold = [make(0, 10, "DATE", "a"), make(12, 16, "DATE", "b")]
    found = [make(2, 30, "DATE", "c"), make(12, 16, "DATE", "d")]
    pairs = bench["scoring"].pair(gold, found)
    assert {(one.value, other.value) for one, other in pairs} == {("a", "c"), ("b", "d")}


def test_nothing_found_scores_nothing(bench):
    scores = bench["scoring"].Scores()
    assert scores.figures("strict") == (0, 0, 0)


@pytest.mark.parametrize(
    ("words", "type_", "value", "kind"),
    [
        ("Tuesday", "DATE", "2024-11-12", "weekday"),
        ("the third quarter", "DATE", "2024-Q3", "fiscal period, quarter, half"),
        ("two years ago", "DATE", "2022", "units ago, earlier, later"),
        ("last week", "DATE", "2024-W45", "this, last, next unit"),
        ("the past two years", "DURATION", "P2Y", "past, last, next units"),
        ("three  years", "DURATION", "P3Y", "units (duration)"),
        ("several weeks", "DURATION", "PXW", "vague amount"),
        ("Nov. 13", "DATE", "2024-11-13", "day of a month, numeric date"),
        ("13 November 2024", "DATE", "2024-11-13", "day of a month, numeric date"),
        ("May 1998", "DATE", "1998-05", "month"),
        ("1998", "DATE", "1998", "year"),
        ("the 1980s", "DATE", "198", "decade, century"),
        ("now", "DATE", "PRESENT_REF", "reference"),
        ("every Friday", "SET", "XXXX-WXX-5", "set"),
        ("4 p.m.", "TIME", "2024-11-12T16:00", "clock time"),
        ("Ramadan", "DATE", "", "other"),
    ],
)
def test_kinds(bench, words, type_, value, kind):
    assert bench["kinds"].kind_of(words, type_, value) == kind


def test_the_nearest_candidate_of_a_recogniser_is_taken(bench):
    values = [
        {"timex": "XXXX-11-15", "value": "2023-11-15"},
        {"timex": "XXXX-11-15", "value": "2024-11-15"},
    ]
    read = bench["systems.recognizers"].timex3_value
    assert read(values, date(2024, 11, 13)) == "2024-11-15"
    assert read(values, date(2023, 12, 13)) == "2023-11-15"
    assert read([{"timex": "(2024-07-01,2024-10-01,P3M)"}], date(2024, 11, 13)) == "2024-Q3"


def test_halves_share_no_document_and_lose_none(bench, corpus):
    documents = bench["documents"].read_folder(corpus)[0] * 3
    warming, measured = bench["speed"].halves(documents)
    assert warming + measured == documents
    assert warming
    assert measured
    assert bench["speed"].halves(documents[:1]) == ([], documents[:1])


def test_the_command_prints_one_table(bench, corpus, capsys):
    assert bench["timex"].main([str(corpus), "--systems", "newstimeline", "--no-speed", "--by-kind"]) == 0
    head, _, row, *rest = capsys.readouterr().out.splitlines()
    assert "value P/R/F1" in head
    assert row.split()[:3] == ["corpus", "newstimeline", "2"]
    assert any("weekday" in line for line in rest)


def test_the_command_prints_json_with_speeds(bench, corpus, capsys):
    assert bench["timex"].main([str(corpus), "--systems", "newstimeline", "--json", "--repeat", "1"]) == 0
    (result,) = json.loads(capsys.readouterr().out)
    assert result["failures"] == []
    assert result["gold"] == 5
    assert set(result["value"]) == {"precision", "recall", "f1"}
    for pass_ in ("warm", "cold"):
        assert result[pass_]["kilobytes_per_second"] > 0
        assert result[pass_]["ratio"] > 0


def test_texts_of_another_folder_warm_up(bench, corpus, monkeypatch):
    passes = []
    speed = bench["speed"].Speed(1000.0, 12.0, 1.0)
    monkeypatch.setattr(bench["timex"], "measure", lambda _job, *texts: passes.append(texts) or speed)
    documents = bench["documents"].read_folder(corpus)[0]
    given = [str(corpus), "--systems", "newstimeline", "--no-accuracy"]
    bench["timex"].main(given)
    bench["timex"].main([*given, "--warm", str(corpus)])
    bench["timex"].main([*given, "--warm", str(corpus), "--kilobytes", "0.0001"])
    first, second = documents[:1], documents[1:]
    assert passes[:2] == [(first, second), ([], second)]
    assert passes[2:4] == [(documents, documents), ([], documents)]
    assert passes[4:] == [(first, first), ([], first)]


def test_folders_are_measured_together(bench, corpus, capsys):
    bench["timex"].main([str(corpus)] * 2 + ["--together", "--systems", "newstimeline", "--no-speed"])
    _, _, row = capsys.readouterr().out.splitlines()
    assert row.split()[:3] == ["together", "newstimeline", "4"]


def test_mistakes_are_listed_in_their_context(bench, corpus, capsys, monkeypatch):
    wrong = [(0, 4, "DATE", "1066")]
    monkeypatch.setattr(bench["timex"], "load", lambda *_: lambda *_: wrong)
    bench["timex"].main([str(corpus), "--systems", "newstimeline", "--no-speed", "--errors", "2"])
    out = capsys.readouterr().out
    assert "missed: 5" in out
    assert "opened on [[Tuesday]]" in out


def test_what_is_not_installed_is_said(bench, corpus, capsys, monkeypatch):
    monkeypatch.setattr(bench["timex"], "is_installed", lambda _: False)
    assert bench["timex"].main([str(corpus), "--systems", "recognizers-text"]) == 1
    assert "not installed: recognizers-text" in capsys.readouterr().err


def test_a_system_that_fails_has_found_nothing_and_is_reported(bench, corpus, capsys, monkeypatch):
    def fail(text, day):
        raise RuntimeError(f"{day}: {len(text)} characters")

    monkeypatch.setattr(bench["timex"], "load", lambda *_: fail)
    bench["timex"].main([str(corpus), "--systems", "newstimeline", "--no-speed"])
    out = capsys.readouterr().out
    assert "failed 2 times" in out
    assert "0.0/0.0/0.0" in out


def test_an_unknown_system_is_a_wrong_call(bench, corpus):
    with pytest.raises(SystemExit):
        bench["timex"].main([str(corpus), "--systems", "sundial"])


def test_memory_is_shown_for_each_megabyte_of_different_text(bench, tmp_path, capsys):
    (tmp_path / "a.txt").write_text("It closed on May 3, 1952. " + "Rain fell. " * 60_000, encoding="utf-8")
    assert bench["memory"].main([str(tmp_path), "--megabytes", "1"]) == 0
    *_, row = capsys.readouterr().out.splitlines()
    assert row.split()[:2] == ["1", "2"]
    documents, _ = bench["documents"].read_folder(tmp_path)
    ((first, second),) = [part for part, _ in zip(bench["memory"].megabytes(documents), "a", strict=False)]
    assert second.text.startswith("It closed on May 4, 2063.")
    assert first.text != second.text


def test_import_time_shows_the_difference_and_what_was_loaded(bench, capsys):
    assert bench["import_time"].main(["--pairs", "1"]) == 0
    out = capsys.readouterr().out
    assert "difference:" in out
    assert "loaded with it: none of" in out


def test_publication_dates_are_counted(bench, tmp_path, capsys):
    pytest.importorskip("trafilatura")
    stated = "<html><meta property='article:published_time' content='{}'><p>They met.</p></html>"
    gold = {"a.html": "2024-11-13", "b.html": "2024-11-20", "c.html": "2024-11-13", "d.html": None}
    for name, day in {"a": "2024-11-13", "b": "2024-11-13", "c": "", "d": "2024-11-13"}.items():
        (tmp_path / f"{name}.html").write_text(stated.format(day))
    (tmp_path / "gold.json").write_text(json.dumps({name: {"published": day} for name, day in gold.items()}))
    assert bench["published"].score(tmp_path, guess=False) == (1, 1, 1, 1)
    assert bench["published"].score(tmp_path, guess=False, half=1) == (0, 1, 0, 1)
    bench["published"].main([str(tmp_path), "--list"])
    assert capsys.readouterr().out == (
        "wrong    b.html gold 2024-11-20 found 2024-11-13 by meta element\n"
        "unknown  c.html gold 2024-11-13 found None by unknown\n"
        "invented d.html gold None found 2024-11-13 by meta element\n"
        "pages       3\nright       1  33.3%\nwrong       1  33.3%\nunknown     1  33.3%\n"
        "of unknown date, but given one: 1\n"
    )


def test_a_page_is_measured_beside_a_bare_one(tool):
    # A process of its own: two browsers of Playwright's do not go together in one.
    command = [sys.executable, FOLDER / "page.py", "15", "--chromium", tool("chromium"), "--rounds", "1"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    head, timeline, bare, ratio = out.splitlines()
    assert head == "15 entries"
    assert "filtered in" in timeline
    assert "filtered in" not in bare
    assert float(ratio.split()[1]) > 1


def test_a_page_of_a_thousand_entries_is_small(bench, tmp_path):
    bench["page"].write_site(tmp_path, 1000)
    assert bench["page"].count_entries(tmp_path) == 1000
    assert (tmp_path / "html" / "index.html").stat().st_size < 1_500_000


def test_scale_is_measured_step_by_step(bench, tmp_path, capsys):
    for number in range(4):
        path = tmp_path / "data" / f"{number % 2}" / f"2024-11-1{number}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("They met on Monday, *said* the mayor_ of |Halden|.", encoding="utf-8")
    arguments = ["--data", str(tmp_path / "data"), "--articles", "3", "--repeat", "1"]
    assert bench["scale"].main([*arguments, "--json"]) == 0
    rows = {row["step"]: row for row in json.loads(capsys.readouterr().out)}
    assert rows["extraction, one process"]["events"] == 3
    assert rows["extraction, one article changed"]["events"] == 4
    assert all(row["cpu"] > 0 and row["resident"] > 0 for row in rows.values())
    assert rows["build"]["is"].endswith("times the plain page, extraction apart")
    assert bench["scale"].main([*arguments, "--no-build"]) == 0
    assert "bytes an event" in capsys.readouterr().out


def test_scale_of_nothing_is_said(bench, tmp_path, capsys):
    assert bench["scale"].main(["--data", str(tmp_path)]) == 1
    assert "no articles" in capsys.readouterr().err


def test_the_plain_twin_has_the_words_of_the_page(bench):
    from docutils.core import publish_doctree
    from docutils.nodes import Text, strong

    from sphinx_newstimeline.sphinxext import nodes

    entry = nodes.newstimeline_event()
    entry += nodes.newstimeline_date("", "", nodes.newstimeline_time("", "May 3"))
    marked = nodes.newstimeline_mark("", "", Text("on *May* 3"))
    entry += nodes.newstimeline_sentence("", "", Text("- It_ `opened` "), marked, Text(", he said."))
    entry += nodes.newstimeline_source("", "", Text("1. The |Post|"))
    lines = "\n".join(bench["plain_page"].entry_lines(entry))
    twin = publish_doctree(lines, settings_overrides={"halt_level": 2})
    assert [text.astext() for text in twin.findall(strong)] == ["on *May* 3"]
    said = " ".join(twin.astext().split())
    assert said == "May 3 - It_ `opened` on *May* 3, he said. 1. The |Post|"
