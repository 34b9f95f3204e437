"""How often the day of publication of web pages is right, wrong, or said to be unknown.

``python benchmarks/published.py PAGES_DIR [--guess] [--list] [--half 0|1]``

PAGES_DIR holds saved pages and ``gold.json``, which maps the name of each file to an object with the key
``published`` (``YYYY-MM-DD``; anything else means that nobody knows, and the page is left out of the
shares).  Pages are read as the directive and the command read them.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import NamedTuple

from sphinx_newstimeline.articles import ArticleError, read_article


class Score(NamedTuple):
    """How many pages of known date came out how, and how many of unknown date were given one."""

    right: int = 0
    wrong: int = 0
    unknown: int = 0
    invented: int = 0

    @property
    def pages(self) -> int:
        """Return the number of pages whose date is known."""
        return self.right + self.wrong + self.unknown

    def lines(self) -> list[str]:
        """Return the score in words."""
        shares = [
            f"{name:8} {count:4} {count / max(self.pages, 1):6.1%}"
            for name, count in zip(self._fields[:3], self[:3], strict=True)
        ]
        return [f"pages    {self.pages:4}", *shares, f"of unknown date, but given one: {self.invented}"]


def published_of(path: Path, *, guess: bool) -> tuple[date | None, str]:
    """Return the day of publication of a page, and where it came from or why there is none."""
    try:
        article = read_article(path, guess=guess)
    except ArticleError as error:
        return None, error.problem.message
    return article.published, str(article.origin_of("published"))


def gold_of(entry: object) -> date | None:
    """Return the day that a page of the gold set was published, or ``None``."""
    stated = entry.get("published") if isinstance(entry, dict) else None
    return date.fromisoformat(stated) if isinstance(stated, str) else None


def score(folder: Path, *, guess: bool, half: int | None = None, listing: bool = False) -> Score:
    """Return the score of the pages in a folder; of every second one with *half*."""
    gold = json.loads((folder / "gold.json").read_text("utf-8"))
    names = sorted(gold)
    result = Score()
    for name in names if half is None else names[half::2]:
        expected = gold_of(gold[name])
        found, origin = published_of(folder / name, guess=guess)
        outcome = _outcome(expected, found)
        if outcome:
            result = result._replace(**{outcome: getattr(result, outcome) + 1})
        if listing and outcome != "right":
            print(f"{outcome or 'left out':8} {name} gold {expected} found {found} by {origin}")
    return result


def _outcome(expected: date | None, found: date | None) -> str:
    """Return what to count a page as, or nothing."""
    if expected is None:
        return "invented" if found else ""
    if found is None:
        return "unknown"
    return "right" if found == expected else "wrong"


def main(arguments: list[str] | None = None) -> None:
    """Print the score of a folder of pages."""
    parser = argparse.ArgumentParser(description="Score the publication dates of web pages.")
    parser.add_argument("folder", type=Path, metavar="PAGES_DIR")
    parser.add_argument("--guess", action="store_true", help="take guesses where nothing is certain")
    parser.add_argument("--half", type=int, choices=[0, 1], help="score every second page")
    parser.add_argument("--list", action="store_true", help="name the pages that were not right")
    options = parser.parse_args(arguments)
    print(
        "\n".join(score(options.folder, guess=options.guess, half=options.half, listing=options.list).lines())
    )


if __name__ == "__main__":
    main()
