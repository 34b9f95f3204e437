"""The command writes timelines in other formats, and reads their JSON."""

from __future__ import annotations

import json

import icalendar
import pytest

from sphinx_newstimeline.command import main
from sphinx_newstimeline.exports import EXPORTERS

ARTICLES = {
    "news/talks.md": "---\ntitle: Talks\npublished: 2024-11-13\nlanguage: en\n---\n"
    "They met on Wednesday at 4 p.m. EST. A treaty is due by January 20. They will meet every Friday.\n",
    "news/old.txt": "The bridge dates from the 1980s. It closed on Monday.\n",
}


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    """Return a function that runs the command beside two articles: status, output, complaints."""
    monkeypatch.chdir(tmp_path)
    for name, text in ARTICLES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")

    def call(*arguments):
        try:
            status = main(["extract", *arguments])
        except SystemExit as stopped:
            status = stopped.code
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return call


@pytest.mark.parametrize("exporter", EXPORTERS.values(), ids=EXPORTERS)
def test_a_format_goes_by_its_name_or_by_the_ending_of_the_output(run, tmp_path, exporter):
    status, out, _err = run("news/talks.md", "--format", exporter.name)
    assert (status, "Talks" in out) == (0, True)
    name = f"out{exporter.ending}"
    assert run("news/talks.md", "-o", name)[:2] == (0, "")
    assert (tmp_path / name).read_bytes().decode() == out


def test_the_format_goes_before_the_ending(run, tmp_path):
    assert run("news/talks.md", "--format", "json", "-o", "out.ics")[0] == 0
    assert json.loads((tmp_path / "out.ics").read_text(encoding="utf-8"))["version"] == 1


@pytest.mark.parametrize("name", ["out.txt", "out"])
def test_texts_are_tables(run, tmp_path, name):
    assert run("news/talks.md", "-o", name)[0] == 0
    assert "3 entries from 1 article" in (tmp_path / name).read_text(encoding="utf-8")


def test_an_ending_of_no_format_is_wrong_usage(run, tmp_path):
    status, _out, err = run("news/talks.md", "-o", "out.xyz")
    assert (status, (tmp_path / "out.xyz").exists()) == (2, False)
    assert "out.xyz has the ending of no format; give --format, or one of .txt, .csv" in err
    assert run("news/talks.md", "-o", "out.xyz", "--format", "table")[0] == 0


def test_an_unknown_format_is_wrong_usage(run):
    status, _out, err = run("news/talks.md", "--format", "pdf")
    assert status == 2
    assert "markwhen" in err


def test_json_is_read_where_articles_are(run):
    _status, first, _err = run("news/talks.md", "news/old.txt", "-o", "all.json")
    assert first == ""
    for options in (
        [],
        ["--group-by", "year", "--undated", "list"],
        ["--to", "2024-12-01"],
        ["--format", "ics"],
    ):
        articles = run("news/talks.md", "news/old.txt", *options)
        again = run("all.json", *options)
        assert again[:2] == articles[:2]
        assert again[2] == ""  # what was wrong with the articles has been said
    _status, again, _err = run("all.json", "--format", "json")
    assert again == run("news/talks.md", "news/old.txt", "--format", "json")[1]


def test_documents_and_articles_can_be_mixed(run):
    run("news/talks.md", "-o", "talks.json")
    mixed = run("talks.json", "news/old.txt", "--format", "json")[1]
    assert mixed == run("news/talks.md", "news/old.txt", "--format", "json")[1]


def test_a_broken_document_is_reported_and_the_others_read(run, tmp_path):
    (tmp_path / "broken.json").write_text('{"version": 1,\n"events": [}', encoding="utf-8")
    status, out, err = run("broken.json", "news/talks.md")
    assert status == 1
    assert "3 entries" in out
    assert err.startswith("broken.json:2: this is not valid JSON: ")
    assert err.rstrip().endswith("[document]")


def test_an_empty_timeline_is_no_error(run, tmp_path):
    (tmp_path / "none.json").write_text('{"version": 1, "events": []}', encoding="utf-8")
    status, out, err = run("none.json", "--format", "csv")
    assert (status, out.count("\n"), err) == (0, 1, "")


def test_calendars_have_their_lines_ended_by_both_signs(run, tmp_path):
    run("news/talks.md", "-o", "out.ics")
    data = (tmp_path / "out.ics").read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    entries = icalendar.Calendar.from_ical(data).walk("VEVENT")
    summaries = [str(one["summary"]) for one in entries]
    assert any(text.startswith("Deadline: A treaty is due") for text in summaries)
    assert [one["rrule"].to_ical() for one in entries if "rrule" in one] == [b"FREQ=WEEKLY;BYDAY=FR"]


@pytest.mark.parametrize(
    ("output", "path"),
    [("all.json", "news/talks.md"), ("a/b/all.json", "../../news/talks.md"), ("news/all.json", "talks.md")],
)
def test_articles_are_found_from_where_the_document_lies(run, tmp_path, output, path):
    (tmp_path / output).parent.mkdir(parents=True, exist_ok=True)
    run("news/talks.md", "-o", output)
    document = json.loads((tmp_path / output).read_text(encoding="utf-8"))
    assert {source["path"] for event in document["events"] for source in event["sources"]} == {path}
    assert all(source["language_stated"] for event in document["events"] for source in event["sources"])
    _status, again, _errors = run(output, "--format", "json")
    events = json.loads(again)["events"]
    assert {source["path"] for event in events for source in event["sources"]} == {"news/talks.md"}
