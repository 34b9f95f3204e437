"""The pictures of the manual are those that its script takes."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

ROOT = Path(__file__).parents[1]
GALLERY = ROOT / "example_docs" / "gallery"


def test_the_script_takes_the_pictures_that_the_manual_shows():
    script = runpy.run_path(str(ROOT / "script" / "screenshots.py"))
    taken = {f"{shot.name}.png" for shot in script["SHOTS"]}
    text = (GALLERY / "looks.rst").read_text(encoding="utf-8")
    shown = re.findall(r"^\.\. image:: pictures/(\S+)\n   :alt: \S", text, re.MULTILINE)
    assert len(shown) == len(set(shown))
    assert set(shown) == taken == {path.name for path in (GALLERY / "pictures").iterdir()}
    assert {shot.page for shot in script["SHOTS"]} == script["PAGES"].keys()
    assert all(
        (ROOT / "example_docs" / name).exists()
        for _title, articles, _options in script["PAGES"].values()
        for name in [articles.rpartition("/")[0]]
    )
