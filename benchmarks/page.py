"""Measure a page with a timeline of many entries beside a bare page of the same text.

    python benchmarks/page.py [ENTRIES] [--chromium PATH] [--rounds 3]

Both are opened in Chromium in turn, so that a busy machine disturbs both; the least time of each counts.
What a browser takes for the bare page, plain paragraphs without a style sheet or a script, is the least
that any page of that text can take.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from playwright.sync_api import Browser

#: The day of the first article, and how many days of news there are.
FIRST = date(2010, 1, 4)
DAYS = 5000

#: How many entries an article has.
PER_ARTICLE = 25

#: Sentences as agencies write them, with a date each.
SENTENCES = (
    "The council of the harbour town voted {} to keep the old ferry running until the bridge is open.",
    "Engineers said {} that the cables of the east pylon had been replaced for the second time.",
    "The ministry announced {} that it would pay for two thirds of the road to the northern quay.",
    "Divers found {} what they believe to be the anchor of a trading ship that had been lost in a storm.",
    "Residents of the lower town filled the meeting hall {} and asked for a noise barrier.",
)
WORDS = ("on Monday", "on Tuesday", "last week", "on Thursday", "yesterday", "from {} to {}")

CONF = """project = "Page"
extensions = ["sphinx_newstimeline"]
html_theme = "basic"
"""


class Page(NamedTuple):
    """What a page takes: bytes of HTML, milliseconds until it is loaded, and until a word is filtered by."""

    size: int
    loaded: float
    filtered: float


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 1 where there is no browser."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("entries", nargs="?", type=int, default=1000, metavar="ENTRIES")
    parser.add_argument("--chromium", default=shutil.which("chromium"), metavar="PATH")
    parser.add_argument("--rounds", type=int, default=3, metavar="N", help="how often both are opened (3)")
    options = parser.parse_args(arguments)
    if not options.chromium:
        print("chromium is not installed", file=sys.stderr)
        return 1
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_site(folder, options.entries)
        entries = count_entries(folder)
        timeline, bare = measure(options.chromium, folder, options.rounds)
    show(timeline, bare, entries)
    return 0


def write_site(folder: Path, entries: int) -> None:
    """Write articles with so many entries, build their timeline, and put the bare page beside it."""
    source = folder / "source"
    source.mkdir()
    (source / "conf.py").write_text(CONF, encoding="utf-8")
    (source / "index.rst").write_text(
        "Page\n====\n\n.. newstimeline:: *.txt\n   :merge: none\n", encoding="utf-8"
    )
    sentences = list(write_articles(source, entries))
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", source, folder / "html"]
    subprocess.run(command, check=True)
    bare = "".join(f"<p>{escape(sentence)}</p>\n" for sentence in sentences)
    page = f'<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>Bare</title>\n{bare}</html>\n'
    (folder / "html" / "bare.html").write_text(page, encoding="utf-8")


def write_articles(folder: Path, entries: int) -> Iterator[str]:
    """Write so many sentences with a date into articles; yield each."""
    articles = -(-entries // PER_ARTICLE)
    for number in range(articles):
        day = FIRST + timedelta(days=number * DAYS // articles)
        count = min(PER_ARTICLE, entries - number * PER_ARTICLE)
        sentences = [sentence(number * PER_ARTICLE + index, day) for index in range(count)]
        head = f"---\ntitle: Harbour news, part {number}\nsource: Harbour Post\ndate: {day}\n---\n\n"
        name = f"{number:05}.txt"
        (folder / name).write_text(head + "\n\n".join(sentences) + "\n", encoding="utf-8")
        yield from sentences


def sentence(number: int, day: date) -> str:
    """Return the sentence of a number, in an article of *day*."""
    words = WORDS[number % len(WORDS)]
    start, end = day + timedelta(days=number % 90), day + timedelta(days=100 + number % 90)
    ends = [f"{moment:%B} {moment.day}, {moment.year}" for moment in (start, end)]
    text = SENTENCES[number % len(SENTENCES)].format(words.format(*ends))
    return f"{text[:-1]}, as item {number} of the record says."


def count_entries(folder: Path) -> int:
    """Return how many entries the page has."""
    return (folder / "html" / "index.html").read_text(encoding="utf-8").count('<li class="newstimeline-event')


def measure(chromium: str, folder: Path, rounds: int) -> tuple[Page, Page]:
    """Return what the page with the timeline takes, and what the bare page takes."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        times: dict[str, list[tuple[float, float]]] = {"index": [], "bare": []}
        for _round in range(rounds):
            for name, found in times.items():
                found.append(open_page(browser, folder / "html" / f"{name}.html"))
        browser.close()
    pages = []
    for name, found in times.items():
        loaded, filtered = (min(column) for column in zip(*found, strict=True))
        pages.append(Page((folder / "html" / f"{name}.html").stat().st_size, loaded, filtered))
    return pages[0], pages[1]


def open_page(browser: Browser, path: Path) -> tuple[float, float]:
    """Return how many milliseconds a page takes to load, and to show what a word is found in."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(path.as_uri(), wait_until="load")
    loaded = float(page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd"))
    filtered = float(page.evaluate(FILTER))
    page.close()
    return loaded, filtered


#: Type a word, and wait until what is left has been painted; the pause in which one types on is no work.
FILTER = """async () => {
  const find = document.querySelector('.newstimeline input[type=search]');
  if (!find) return 0;
  find.value = 'ministry';
  const typed = performance.now();
  find.dispatchEvent(new Event('input'));
  const output = document.querySelector('.newstimeline output');
  await new Promise((done) => new MutationObserver(done).observe(output, {childList: true}));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - typed - 120;
}"""


def show(timeline: Page, bare: Page, entries: int) -> None:
    """Print both pages, and their ratio."""
    print(f"{entries} entries")
    for name, page in (("timeline", timeline), ("bare page", bare)):
        line = f"{name}: {page.size / 1024:.0f} KB, loaded in {page.loaded:.0f} ms"
        print(line + (f", filtered in {page.filtered:.0f} ms" if page.filtered else ""))
    print(f"ratio: {timeline.size / bare.size:.1f} in size, {timeline.loaded / bare.loaded:.1f} in time")


if __name__ == "__main__":
    sys.exit(main())
