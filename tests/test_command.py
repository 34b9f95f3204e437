"""The command: what it prints, where to, and its exit status."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from factory import event

from sphinx_newstimeline.command import main
from sphinx_newstimeline.command.table import to_table
from sphinx_newstimeline.command.terminal import Terminal, columns, safe, terminal, wrap
from sphinx_newstimeline.command.wording import word_date, word_unit
from sphinx_newstimeline.temporal.timex import ClockTime, Recurrence
from sphinx_newstimeline.timeline import GroupBy, Window, build_timeline

TALKS = """\
The delegations said on Wednesday that they would sign the accord by January 20.

The port of Tallinn opened on June 3, 2019. Dockers have met there every Friday.
"""


@pytest.fixture
def talks(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    (tmp_path / "talks.txt").write_text(TALKS, encoding="utf-8")
    return "talks.txt"


def run(capsys, *arguments):
    status = main(["extract", *arguments])
    out, err = capsys.readouterr()
    return status, out, err


def test_the_table_shows_dates_words_sentences_and_sources(talks, capsys):
    status, out, err = run(capsys, talks, "--published", "2024-11-13")
    assert (status, err) == (0, "")
    lines = [line.rstrip() for line in out.splitlines()]
    assert lines[0] == "Mon 3 Jun 2019       ●  on June 3, 2019"
    assert "2019-06-03           │  The port of Tallinn opened on June 3, 2019." in lines
    assert any(line.startswith("by 20 Jan 2025       ●  by January 20") for line in lines)
    assert any(line.startswith("weekly: Fri          ●  every Friday") for line in lines)
    assert any(line.endswith("talks.txt:1 · published 13 Nov 2024") for line in lines)
    assert lines[-1] == "4 entries from 1 article"
    assert all(len(line) <= 100 for line in lines)
    assert "\x1b" not in out


def test_json_is_as_documented(talks, capsys):
    status, out, _err = run(capsys, talks, "--published", "2024-11-13", "--format", "json")
    assert status == 0
    assert out.endswith("}\n")
    document = json.loads(out)
    assert document["version"] == 1
    assert document["undated"] == []
    edtf = [one["edtf"] for one in document["events"]]
    assert edtf == ["2019-06-03", "2024-11-13", None, "../2025-01-20"]
    last = document["events"][-1]
    assert (last["earliest"], last["latest"], last["deadline"]) == (None, "2025-01-20", True)
    assert (last["type"], last["value"], last["mod"]) == ("DATE", "2025-01-20", "ON_OR_BEFORE")
    assert last["words"] == "by January 20"
    (start, end), *_ = last["marks"]
    assert last["sentence"][start:end] == last["words"]
    assert set(last["why"]) == {"rule", "anchor", "anchor_value", "anchor_words", "stated", "filled", "cue"}
    (source,) = last["sources"]
    assert TALKS[source["start"] : source["end"]] == "by January 20"
    assert (source["path"], source["title"], source["published"]) == ("talks.txt", "talks", "2024-11-13")
    assert document["events"][2]["recurrence"] == {"rrule": "FREQ=WEEKLY;BYDAY=FR", "first": "2024-11-15"}


def test_without_a_date_of_publication_the_absolute_dates_and_one_problem(talks, capsys):
    status, out, err = run(capsys, talks, "--format", "json")
    document = json.loads(out)
    assert status == 0
    assert [one["edtf"] for one in document["events"]] == ["2019-06-03"]
    words = [one["words"] for one in document["undated"]]
    assert words[:2] == ["on Wednesday", "by January 20"]
    assert err.count("[unpublished]") == 1
    assert err.startswith("talks.txt:1: ")
    assert "“on Wednesday”" in err
    assert "--published" in err
    assert json.loads(run(capsys, talks, "--format", "json", "--undated", "hide")[1])["undated"] == []
    assert "Undated" in run(capsys, talks, "--undated", "list")[1]
    assert "--undated list shows them" in run(capsys, talks)[1]


def test_no_problem_where_nothing_needs_a_date(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("It opened on June 3, 2019.", encoding="utf-8")
    assert run(capsys, "a.txt")[::2] == (0, "")


@pytest.mark.parametrize(
    ("options", "edtf"),
    [
        (["--from", "2024-11-14"], [None, "../2025-01-20"]),
        (["--to", "2019-12-31"], ["2019-06-03"]),
        (["--from", "2025"], [None, "../2025-01-20"]),
        (["--from", "2024-11", "--to", "2024-11"], ["2024-11-13", None, "../2025-01-20"]),
        (["--to", "2019"], ["2019-06-03"]),
        (["--order", "descending"], ["../2025-01-20", None, "2024-11-13", "2019-06-03"]),
        (["--group-by", "year"], ["2019-06-03", "2024-11-13", None, "../2025-01-20"]),
    ],
)
def test_window_and_order(talks, capsys, options, edtf):
    out = run(capsys, talks, "--published", "2024-11-13", "--format", "json", *options)[1]
    assert [one["edtf"] for one in json.loads(out)["events"]] == edtf


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], "../2025-01-20"),
        (["--no-catalogues"], None),
        (["--no-catalogues", "--period", "Biden's term = 2021-01-20/2025-01-19"], "../2025-01-19"),
        # an author's own goes before the catalogue's
        (["--period", "Biden's term = 2021-01-20/2025-01-19"], "../2025-01-19"),
    ],
)
def test_periods(tmp_path, monkeypatch, capsys, options, expected):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("They want a deal before Biden’s term ends.", encoding="utf-8")
    out = run(capsys, "a.txt", "--published", "2024-11-13", "--format", "json", *options)[1]
    assert [one["edtf"] for one in json.loads(out)["events"]] == ([expected] if expected else [])


def test_globs_name_each_file_once_and_folders_are_none(talks, tmp_path, capsys):
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "b.md").write_text("It opens on 4 May 2026.", encoding="utf-8")
    out = run(capsys, "**/*", talks, f"./{talks}", "--published", "2024-11-13")[1]
    assert out.splitlines()[-1] == "5 entries from 2 articles"


def test_a_manifest_names_the_articles(talks, capsys):
    with open("list.csv", "w", encoding="utf-8") as rows:  # noqa: PTH123
        rows.write(f"file,title,published\n{talks},Accord near,2024-11-13\n")
    status, out, _err = run(capsys, "--manifest", "list.csv")
    assert status == 0
    assert "talks.txt:1 · Accord near · published 13 Nov 2024" in out
    assert run(capsys, "*", "--manifest", "list.csv")[1] == out


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("talks.txt", "no command “talks.txt”; did you mean “newstimeline extract talks.txt”?"),
        ("news/*", "did you mean “newstimeline extract news/*”?"),
        ("reviews", "did you mean “newstimeline review”?"),
        ("print", "there is no command “print”, but extract and review"),
    ],
)
@pytest.mark.usefixtures("talks")
def test_what_is_no_command_is_told_with_the_one_that_is_meant(capsys, word, said):
    with pytest.raises(SystemExit) as ended:
        main([word, "--group-by", "month"])
    assert ended.value.code == 2
    assert said in capsys.readouterr().err


def test_the_bare_command_names_its_commands(capsys):
    assert main([]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "usage: newstimeline" in err
    for command in ("extract", "review"):
        assert f"    {command} " in err
        assert f"  newstimeline {command} news" in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["talks.txt", "--published", "2024-13-01"], "YYYY-MM-DD"),
        (["talks.txt", "--from", "20241101"], "YYYY-MM-DD"),
        (["talks.txt", "--to", "2024-13"], "no day, month or year"),
        (["talks.txt", "--from", "2024-11-02", "--to", "2024-11-01"], "later than"),
        (["talks.txt", "--language", "tlh"], "there is en"),
        (["talks.txt", "--period", "Biden's term"], "--period"),
        (["talks.txt", "--group-by", "fortnight"], "--group-by"),
        (["talks.txt", "-o", "no/such/folder.txt"], "cannot write"),
        ([], "no article"),
        (["--published", "2024-11-13"], "no article"),
    ],
)
@pytest.mark.usefixtures("talks")
def test_wrong_usage(capsys, arguments, message):
    with pytest.raises(SystemExit) as ended:
        main(["extract", *arguments])
    out, err = capsys.readouterr()
    assert ended.value.code == 2
    assert out == ""
    assert message in err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere.txt"], "nowhere.txt: there is no such file"),
        (["nowhere*.txt"], "nowhere*.txt: there is no such file"),
        (["--manifest", "nowhere.csv"], "nowhere.csv: there is no such file"),
        (["empty"], "empty: this folder holds no article"),
    ],
)
@pytest.mark.usefixtures("talks")
def test_nothing_to_read_is_told_and_leaves_an_empty_timeline(capsys, arguments, message):
    Path("empty").mkdir()
    status, out, err = run(capsys, *arguments)
    assert status == 1
    assert err.startswith(message)
    assert out == "no entries from 0 articles\n"
    assert json.loads(run(capsys, *arguments, "--format", "json")[1])["events"] == []


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("empty.txt", b"", "empty"),
        ("gone.txt", None, "missing"),
        ("klingon.md", b"---\nlanguage: tlh\n---\nIt opened on June 3, 2019.", "language"),
    ],
)
def test_an_unread_article_does_not_lose_the_others(talks, capsys, name, content, kind):
    if content is not None:
        with open(name, "wb") as file:  # noqa: PTH123
            file.write(content)
    status, out, err = run(capsys, name, talks, "--published", "2024-11-13")
    assert status == 1
    assert err.startswith(name)
    assert err.endswith(f"[{kind}]\n")
    assert "on June 3, 2019" in out


@pytest.mark.parametrize("name", ["nowhere.toml", "."])
def test_edits_that_cannot_be_read_are_an_error_and_lose_nothing_else(talks, capsys, name):
    status, out, err = run(capsys, talks, "--published", "2024-11-13", "--edits", name)
    assert status == 1
    assert err.startswith(f"{name}: ")
    assert "on June 3, 2019" in out


def test_output_to_a_file_is_whole_and_plain(talks, tmp_path, capsys):
    target = tmp_path / "out.txt"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    expected = run(capsys, talks, "--published", "2024-11-13")[1]
    status, out, _err = run(capsys, talks, "--published", "2024-11-13", "-o", str(target))
    assert (status, out) == (0, "")
    assert target.read_text(encoding="utf-8") == expected
    assert target.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.txt", "talks.txt"]


def process(*arguments, **environment):
    kept = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "PYTHONUTF8", "LANG"}}
    return subprocess.run(
        [sys.executable, "-m", "sphinx_newstimeline", *arguments],
        env=kept | environment,
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("output", ["talks.txt", "./talks.txt", "link.txt", "edits.toml", "table.csv"])
def test_nothing_is_written_over_what_was_read(talks, tmp_path, capsys, output):
    (tmp_path / "link.txt").symlink_to(talks)
    (tmp_path / "edits.toml").write_text("", encoding="utf-8")
    (tmp_path / "table.csv").write_text("file\ntalks.txt\n", encoding="utf-8")
    before = (tmp_path / output).read_text(encoding="utf-8")
    with pytest.raises(SystemExit) as exited:
        run(
            capsys, talks, "--edits", "edits.toml", "--manifest", "table.csv", "-o", output, "--format", "csv"
        )
    assert exited.value.code == 2
    assert f"{output} is an input" in capsys.readouterr().err
    assert (tmp_path / output).read_text(encoding="utf-8") == before


def test_a_timeline_document_is_written_over(talks, tmp_path, capsys):
    run(capsys, talks, "--published", "2024-11-13", "-o", "all.json")
    before = (tmp_path / "all.json").read_bytes()
    assert run(capsys, "all.json", "-o", "all.json")[0] == 0
    assert (tmp_path / "all.json").read_bytes() == before


def test_output_is_utf8_whatever_the_locale(talks):
    found = process(
        "extract", talks, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="latin-1"
    )
    assert found.returncode == 0
    assert "Mon 3 Jun 2019 ●  on June 3, 2019" in found.stdout.decode("utf-8")
    assert "“on Wednesday”" in found.stderr.decode("utf-8")


def test_a_closed_pipe_is_no_error(talks):
    command = f'"{sys.executable}" -m sphinx_newstimeline extract {talks} --published 2024-11-13 | true'
    found = subprocess.run(
        ["bash", "-c", f"{command}; exit ${{PIPESTATUS[0]}}"], capture_output=True, check=False
    )
    assert (found.returncode, found.stderr) == (0, b"")


@pytest.mark.parametrize("place", [">&-", "> /dev/full"])
def test_standard_output_that_takes_nothing(talks, place):
    if not Path("/dev/full").exists():
        pytest.skip("needs a device that is always full")
    command = f'"{sys.executable}" -m sphinx_newstimeline extract {talks} --published 2024-11-13'
    found = subprocess.run(["bash", "-c", f"{command} {place}"], capture_output=True, text=True, check=False)
    assert found.returncode == 2
    assert "cannot write to standard output: " in found.stderr.splitlines()[-1]
    assert "Traceback" not in found.stderr


def test_problems_never_mix_with_the_output(talks):
    command = f'"{sys.executable}" -m sphinx_newstimeline extract {talks} --format json 2>&-'
    found = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert json.loads(found.stdout)["events"]


@pytest.mark.parametrize("command", ["extract", "review"])
def test_help_fits_eighty_columns(capsys, monkeypatch, command):
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80


def test_help_and_version_load_neither_the_engine_nor_sphinx():
    code = (
        "import sys; from sphinx_newstimeline.command import main\n"
        "try: main(['extract', '--help'])\n"
        "except SystemExit: pass\n"
        "print(sorted({'dateparser', 'sphinx', 'sentencex', 'holidays'} & set(sys.modules)), file=sys.stderr)"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stderr == "[]\n"
    assert "--published" in found.stdout


# The table, by values.


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (event("2024-11-13"), ["Wed 13 Nov 2024"]),
        (event("2024-11-12", time=ClockTime(16, 5, zone="GMT")), ["Tue 12 Nov 2024", "16:05 GMT"]),
        (event("2024-11-12", time=ClockTime(part="NI")), ["Tue 12 Nov 2024", "night"]),
        (event("2024-11"), ["Nov 2024"]),
        (event("2024"), ["2024"]),
        (event("../2025-01-20"), ["by 20 Jan 2025"]),
        (event("2024-12-09/.."), ["from 9 Dec 2024"]),
        (event("2024-12-23~/2025-01-20"), ["about 23 Dec 2024 –", "20 Jan 2025"]),
        (event("2022/2024-11-13"), ["2022 – 13 Nov 2024"]),
        (event(None), ["undated"]),
        (
            event(None, recurrence=Recurrence("FREQ=WEEKLY;BYDAY=FR", date(2024, 11, 15))),
            ["weekly: Fri", "from Fri 15 Nov 2024"],
        ),
        (event(None, recurrence=Recurrence("FREQ=YEARLY;INTERVAL=4")), ["every 4 years"]),
        (event(None, recurrence=Recurrence("FREQ=MONTHLY;BYDAY=1WE")), ["monthly: first Wed"]),
        (
            event(None, recurrence=Recurrence("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20250725", date(2025, 5, 30))),
            ["monthly: last Fri", "from Fri 30 May 2025", "to Fri 25 Jul 2025"],
        ),
        (event(None, recurrence=Recurrence("FREQ=YEARLY;BYMONTH=12,1,2")), ["yearly: Dec, Jan, Feb"]),
        (event(None, recurrence=Recurrence("FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5")), ["yearly: day 5, Mar"]),
        (event("198X"), ["1980s"]),
        (event("200X"), ["2000–2009"]),
        (event("20XX"), ["21st century"]),
    ],
)
def test_the_words_for_a_date(given, words):
    assert word_date(given) == (words, given.interval.edtf if given.interval else "")


@pytest.mark.parametrize(
    ("edtf", "heading"),
    [
        ("20XX", "21st century"),
        ("202X", "2020s"),
        ("2024", "2024"),
        ("2024-11", "November 2024"),
        ("2024-11-03", "3 November 2024"),
    ],
)
def test_the_heading_of_a_group(edtf, heading):
    assert word_unit(edtf) == heading
    timeline = build_timeline(
        [event("2024-11-03")],
        group_by=GroupBy(
            {"20XX": "century", "202X": "decade"}.get(edtf) or ["year", "month", "day"][edtf.count("-")]
        ),
    )
    assert to_table(timeline, 1, Terminal()).startswith(f"{heading}\n\n")


def test_what_began_before_the_window_has_one_heading():
    events = [event("2019/2025", id="long"), event("2024-11-03", id="day")]
    timeline = build_timeline(events, window=Window(date(2024, 11, 1)), group_by=GroupBy.MONTH)
    headings = [line for line in to_table(timeline, 1, Terminal()).splitlines() if line[:1].isalpha()]
    assert headings[0] == "Begun before 1 Nov 2024"
    assert "November 2024" in headings


@pytest.mark.usefixtures("talks")
def test_each_date_says_on_demand_where_it_came_from(capsys):
    arguments = ("talks.txt", "--published", "2024-11-13", "--undated", "list")
    assert "why:" not in run(capsys, *arguments)[1]
    _status, out, _err = run(capsys, *arguments, "--why")
    told = " ".join(line.partition("│")[2].strip() for line in out.splitlines())
    assert out.count("why: ") == out.count("●")
    assert "why: counted from the day of publication, 2024-11-13" in told
    assert "[en:" in told


@pytest.mark.parametrize("width", [30, 64, 100, 400])
def test_no_line_is_wider_than_the_terminal(width):
    sentence = "外交部发言人在记者会上说会谈将于星期三继续举行" * 9 + " " + "wörd " * 40 + "x" * 300
    given = event("2024-11-13/2025-01-20", sentence=sentence, words="words " * 20, speaker="Ms. Lind")
    table = to_table(build_timeline([given]), 1, Terminal(width))
    assert max(columns(line) for line in table.splitlines()) <= width


def test_words_are_marked_in_colour_even_over_a_line_end():
    sentence = "word " * 7 + "on Wednesday " + "word " * 7
    given = event("2024-11-13", sentence=sentence.strip(), marks=((35, 47),))
    table = to_table(build_timeline([given]), 1, Terminal(64, colour=True))
    assert "\x1b[1;33mon\x1b[0m\n" in table
    assert "\x1b[1;33mWednesday\x1b[0m word" in table


def test_what_would_act_on_a_terminal_is_shown_instead():
    given = event("2024-11-13", sentence="A \x1b[2J\x9b1m\u202e trick.", words="\x07 bell", speaker="\x1bc")
    table = to_table(build_timeline([given]), 1, Terminal())
    assert "A ␛[2J�1m� trick." in table
    assert "␇ bell" in table
    assert "— ␛c" in table
    assert safe("plain – ü") == "plain – ü"


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one", 3, ["one"]),
        ("abcdefgh ij", 3, ["abc", "def", "gh", "ij"]),
        ("日本語です", 4, ["日本", "語で", "す"]),
        ("e\u0301e\u0301 e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("", 5, []),
    ],
)
def test_wrap(text, width, lines):
    assert [text[start:end] for start, end in wrap(text, width)] == lines


@pytest.mark.parametrize(
    ("environment", "tty", "expected"),
    [
        ({}, False, Terminal(100)),
        ({"COLUMNS": "70"}, False, Terminal(70)),
        ({"COLUMNS": "70", "TERM": "xterm"}, True, Terminal(70, colour=True)),
        ({"COLUMNS": "70", "TERM": "xterm", "NO_COLOR": "1"}, True, Terminal(70)),
        ({"COLUMNS": "70", "TERM": "dumb"}, True, Terminal(70)),
        ({"COLUMNS": "5"}, False, Terminal(30)),
    ],
)
def test_terminal(monkeypatch, environment, tty, expected):
    for name in ("COLUMNS", "NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: tty, raising=False)
    assert terminal() == expected
    assert not terminal("out.txt").colour


def test_guesses_are_marked_and_can_be_declined(capsys, tmp_path, monkeypatch):
    pytest.importorskip("trafilatura")
    monkeypatch.chdir(tmp_path)
    Path("a.html").write_text(
        "<html><head><meta name='date' content='2024-11-13'></head>"
        "<body><p>The council met on Wednesday and the mayor spoke at length of the fares.</p></body></html>",
        encoding="utf-8",
    )
    status, out, err = run(capsys, "a.html")
    assert (status, "published 13 Nov 2024 (guessed)" in " ".join(out.split())) == (0, True)
    assert "is a guess" in err
    _status, out, err = run(capsys, "a.html", "--no-guess")
    assert "the publication date is unknown" in err
    assert "1 undated" in out
