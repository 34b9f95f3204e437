"""Merge sentences of different articles that tell the same event, for a scorer of clusters.

    python benchmarks/merge.py ITEMS.json --out clusters.json

ITEMS.json is a list of ``{"topic", "key", "doc", "text"}``: sentences of articles, by topic.  What is
written is ``{topic: {key: cluster}}``.  The sentences go through the product's own :func:`merge`, topic by
topic; their dates are not known, so all of a topic are given one and the same day.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sphinx_newstimeline.events import Event, Source
from sphinx_newstimeline.merging import merge
from sphinx_newstimeline.temporal.interval import Interval
from sphinx_newstimeline.temporal.timex import Why

#: Any day would do, as long as it is the same for all.
DAY = date(2010, 1, 1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("items", type=Path, help="the sentences, as JSON")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="where the clusters go")
    parser.add_argument("--language", default="en", help="the sentences' language (en)")
    options = parser.parse_args(arguments)
    topics: dict[str, list[dict[str, str]]] = defaultdict(list)
    for item in json.loads(options.items.read_text(encoding="utf-8")):
        topics[item["topic"]].append(item)
    found = {topic: clusters(items, options.language) for topic, items in topics.items()}
    options.out.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{sum(map(len, topics.values()))} sentences of {len(topics)} topics")
    return 0


def clusters(items: Sequence[dict[str, str]], language: str) -> dict[str, str]:
    """Return the cluster of each sentence by its key: the key of the one that stands for it."""
    events = [telling(item, place, language) for place, item in enumerate(items)]
    return {key: entry.id for entry in merge(events).events for key in (entry.id, *entry.aliases)}


def telling(item: dict[str, str], place: int, language: str) -> Event:
    """Return a sentence as an event on that day."""
    source = Source(item["doc"], "", None, "", "", place, place, 1, language)
    day = Interval.of_day(DAY)
    return Event(
        id=item["key"],
        interval=day,
        type="DATE",
        value=day.edtf,
        mod="",
        granularity="day",
        deadline=False,
        words="",
        sentence=item["text"],
        marks=(),
        why=Why("given"),
        sources=(source,),
    )


if __name__ == "__main__":
    sys.exit(main())
