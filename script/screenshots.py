"""Take the pictures of the manual's page on looks, in Chromium.

    python script/screenshots.py [--chromium PATH] [--out example_docs/gallery/pictures]

Themes exclude each other in one environment.  So a run takes the pictures in those themes that its Python
has, and leaves the others as they are: run it once in an environment for each theme.  It needs Playwright
and Pillow.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "example_docs" / "gallery" / "pictures"

CONF = """project = "Newsroom"
extensions = ["sphinx_newstimeline"]
exclude_patterns = ["articles"]
newstimeline_articles = ["articles/**"]
html_theme = {theme!r}
"""

PAGE = """{title}
{line}

.. newstimeline:: {articles}
{options}
"""

#: The pages, by name: a title, articles, and options.
PAGES = {
    "kestrel": ("Kestrel to the Moon", "articles/kestrel/*.md", ":group-by: year"),
    "orra": (
        "A ferry, and eight reports",
        "articles/orra/*.md",
        ":edits: articles/orra/edits.toml\n:from: 2025-03\n:to: 2025-07",
    ),
    "table": ("June 2025", "articles/kestrel/*.md", ":layout: table\n:from: 2025-06-14\n:to: 2025-06"),
    "agenda": (
        "What is ahead",
        "articles/ferry/*.txt",
        ":edits: articles/ferry/edits.toml\n:layout: schedule\n:chart: hide",
    ),
}


class Picture(NamedTuple):
    """A picture: its name, a page in a theme, the colours that readers prefer, and its size in pixels."""

    name: str
    page: str
    theme: str
    scheme: str = "light"
    width: int = 1180
    height: int = 760


SHOTS = (
    Picture("alabaster", "orra", "alabaster"),
    Picture("furo", "orra", "furo"),
    Picture("pydata", "orra", "pydata_sphinx_theme"),
    Picture("book", "orra", "sphinx_book_theme"),
    Picture("rtd", "orra", "sphinx_rtd_theme"),
    Picture("dark", "orra", "furo", "dark"),
    Picture("table", "table", "furo", height=560),
    Picture("phone", "kestrel", "furo", "light", 375, 760),
    Picture("phone-dark", "agenda", "furo", "dark", 375, 760),
)


def main() -> int:
    """Run the command; return 0, or 1 where there is no browser."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--chromium", default=shutil.which("chromium"), metavar="PATH")
    parser.add_argument("--out", type=Path, default=PICTURES, metavar="DIR")
    options = parser.parse_args()
    if not options.chromium:
        print("chromium is not installed", file=sys.stderr)
        return 1
    shots = [shot for shot in SHOTS if find_spec(shot.theme)]
    options.out.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as name:
        sites = {theme: build(Path(name) / theme, theme) for theme in {shot.theme for shot in shots}}
        take(shots, sites, options.chromium, options.out)
    return 0


def build(folder: Path, theme: str) -> Path:
    """Build the pages in a theme; return the folder that they are in."""
    source = folder / "source"
    shutil.copytree(ROOT / "example_docs" / "articles", source / "articles")
    (source / "conf.py").write_text(CONF.format(theme=theme), encoding="utf-8")
    for name, (title, articles, options) in PAGES.items():
        indented = "\n".join(f"   {option}" for option in options.splitlines())
        page = PAGE.format(title=title, line="=" * len(title), articles=articles, options=indented)
        (source / f"{name}.rst").write_text(page, encoding="utf-8")
    contents = "\n".join(f"   {name}" for name in PAGES)
    (source / "index.rst").write_text(f"News\n====\n\n.. toctree::\n\n{contents}\n", encoding="utf-8")
    subprocess.run([sys.executable, "-m", "sphinx", "-q", "-b", "html", source, folder / "html"], check=True)
    return folder / "html"


def take(shots: list[Picture], sites: dict[str, Path], chromium: str, out: Path) -> None:
    """Take the pictures, with few colours, so that the files are small."""
    from PIL import Image
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for shot in shots:
            size = {"width": shot.width, "height": shot.height}
            # A theme asks for fonts and icons elsewhere; the pictures need nothing but the page.
            context = browser.new_context(viewport=size, color_scheme=shot.scheme, offline=True)
            page = context.new_page()
            page.goto((sites[shot.theme] / f"{shot.page}.html").as_uri())
            page.wait_for_timeout(500)
            picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
            picture.quantize(96, dither=Image.Dither.NONE).save(out / f"{shot.name}.png", optimize=True)
            context.close()
        browser.close()


if __name__ == "__main__":
    sys.exit(main())
