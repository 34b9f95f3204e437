"""Tell the stories of archives in days and sentences, for a scorer of timelines.

    python benchmarks/tls.py --data DIR --out predictions.json [--topics NAME...]

Each folder of DIR is a topic: ``articles/`` with a text a file, ``pubdates.tsv`` with their days of
publication, ``keywords.json`` with the words of the query and ``timelines.jsonl`` with a timeline a line
that somebody made.  Of these only three numbers are taken, as other programs for the same task are given
them: the first and last day, how many days there are, and how many sentences a day on average.  What is
written is ``{topic: {number: {day: [sentence, ...]}}}``.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sphinx_newstimeline.articles import read_article
from sphinx_newstimeline.extraction import Extraction, extract
from sphinx_newstimeline.selection import Selection, digest

Timeline = dict[str, list[str]]


class Task(NamedTuple):
    """What a timeline is to be like: its first and last day, its days, its sentences a day, its words."""

    first: date
    last: date
    days: int
    sentences: int
    query: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the folder of the topics")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the timelines go")
    parser.add_argument("--topics", nargs="*", metavar="NAME", help="only these topics")
    options = parser.parse_args(arguments)
    predictions: dict[str, dict[str, Timeline]] = {}
    for folder in sorted(path for path in options.data.iterdir() if (path / "timelines.jsonl").is_file()):
        if options.topics and folder.name not in options.topics:
            continue
        archive = read_archive(folder)
        found = {str(number): tell(archive, task) for number, task in enumerate(tasks(folder))}
        predictions[folder.name] = found
        print(f"{folder.name}: {len(archive)} articles, {len(found)} timelines", flush=True)
    options.out.write_text(json.dumps(predictions, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


def tasks(folder: Path) -> Iterable[Task]:
    """Yield what each timeline of a topic is to be like."""
    query = tuple(json.loads((folder / "keywords.json").read_text(encoding="utf-8")))
    for line in (folder / "timelines.jsonl").read_text(encoding="utf-8").splitlines():
        if line.strip():
            told: dict[date, int] = {}
            for day, sentences in json.loads(line):
                when = date.fromisoformat(day[:10])
                told[when] = told.get(when, 0) + len(sentences)
            mean = round(sum(told.values()) / len(told))
            yield Task(min(told), max(told), len(told), max(1, mean), query)


def read_archive(folder: Path) -> list[Extraction]:
    """Return what the articles of a topic say, in the order of their names."""
    lines = (folder / "pubdates.tsv").read_text(encoding="utf-8").splitlines()
    published = {
        name: date.fromisoformat(day[:10]) for name, day in (line.split("\t") for line in lines if line)
    }
    paths = sorted((folder / "articles").glob("*.txt"))
    return [extract(read_article(path, published=published.get(path.name))) for path in paths]


def tell(archive: Iterable[Extraction], task: Task) -> Timeline:
    """Return the days of a timeline, made of the articles that were published between its first and last."""
    inside = [
        extraction
        for extraction in archive
        if extraction.lead and extraction.lead.source.published
        if task.first <= extraction.lead.source.published <= task.last
    ]
    days = digest(
        (event for extraction in inside for event in extraction.events),
        (extraction.lead for extraction in inside if extraction.lead),
        Selection(task.query, task.days),
        sentences=task.sentences,
        window=(task.first, task.last),
    )
    return {day.day.isoformat(): list(day.sentences) for day in days}


if __name__ == "__main__":
    sys.exit(main())
