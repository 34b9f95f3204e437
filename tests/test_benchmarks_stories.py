"""The benchmarks of merging and selection, on a little corpus."""

from __future__ import annotations

import importlib
import json
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent.parent / "benchmarks"
MODULES = ("merge", "tls")

QUAKES = [
    ("1_1", "A magnitude 6.1 earthquake shook the coast of Vessria, killing two people."),
    ("1_2", "Two people died when an earthquake of magnitude 6.1 shook the coast of Vessria."),
    ("1_3", "A magnitude 4.8 earthquake shook the hills of Marenland."),
]


@pytest.fixture
def bench(monkeypatch):
    """Return the benchmarks' modules by name, imported as a script there sees them."""
    monkeypatch.syspath_prepend(str(FOLDER))
    yield {name: importlib.import_module(name) for name in MODULES}
    for name in MODULES:
        del sys.modules[name]


def test_sentences_that_tell_one_event_get_one_cluster(bench, tmp_path, capsys):
    items = [{"topic": "1", "key": f"{doc}#0", "doc": doc, "text": text} for doc, text in QUAKES]
    other = {"topic": "2", "key": "2_1#0", "doc": "2_1", "text": QUAKES[0][1]}
    (tmp_path / "items.json").write_text(json.dumps([*items, other]), encoding="utf-8")
    out = tmp_path / "clusters.json"
    assert bench["merge"].main([str(tmp_path / "items.json"), "--out", str(out)]) == 0
    found = json.loads(out.read_text(encoding="utf-8"))
    assert found["1"]["1_1#0"] == found["1"]["1_2#0"] != found["1"]["1_3#0"]
    assert found["2"] == {"2_1#0": "2_1#0"}
    assert capsys.readouterr().out == "4 sentences of 2 topics\n"


@pytest.fixture
def archive(tmp_path):
    """Return a folder with one topic: a ferry, in three articles, and a timeline of two days."""
    topic = tmp_path / "ferry"
    (topic / "articles").mkdir(parents=True)
    texts = {
        "a.txt": ("2025-03-05", "The ferry struck a reef off Orra on Tuesday."),
        "b.txt": ("2025-03-06", "Divers looked at the ferry on Thursday, two days after the reef."),
        "c.txt": ("2025-03-07", "The ferry, which struck a reef off Orra on Tuesday, is to be towed."),
        "late.txt": ("2025-06-01", "The ferry struck the quay of Orra on May 31."),
    }
    for name, (_day, text) in texts.items():
        (topic / "articles" / name).write_text(f"{text}\n", encoding="utf-8")
    days = "".join(f"{name}\t{day}\n" for name, (day, _text) in texts.items())
    (topic / "pubdates.tsv").write_text(days, encoding="utf-8")
    (topic / "keywords.json").write_text('["ferry"]', encoding="utf-8")
    gold = [["2025-03-04", ["Gold."]], ["2025-03-07", ["Gold."]]]
    (topic / "timelines.jsonl").write_text(f"{json.dumps(gold)}\n", encoding="utf-8")
    return tmp_path


def test_a_story_is_told_in_as_many_days_and_sentences_as_asked_for(bench, archive, capsys):
    out = archive / "predictions.json"
    assert bench["tls"].main(["--data", str(archive), "--out", str(out)]) == 0
    (told,) = json.loads(out.read_text(encoding="utf-8"))["ferry"].values()
    assert "2025-03-04" in told
    assert len(told) == 2
    assert all(len(sentences) == 1 for sentences in told.values())
    assert "2025-05-31" not in told
    assert capsys.readouterr().out == "ferry: 4 articles, 1 timelines\n"


def test_of_a_timeline_only_its_measures_are_taken(bench, archive):
    (task,) = bench["tls"].tasks(archive / "ferry")
    assert (str(task.first), str(task.last), task.days, task.sentences) == ("2025-03-04", "2025-03-07", 2, 1)
    assert task.query == ("ferry",)


def test_topics_can_be_left_out(bench, archive):
    out = archive / "predictions.json"
    bench["tls"].main(["--data", str(archive), "--out", str(out), "--topics", "other"])
    assert json.loads(out.read_text(encoding="utf-8")) == {}
