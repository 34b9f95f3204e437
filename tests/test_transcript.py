"""The tutorial's transcripts are what the command prints, and its edits file is what they write."""

from __future__ import annotations

import transcript


def test_the_tutorial_shows_what_the_command_prints(tool):
    tool("sed")
    page = transcript.PAGE.read_text(encoding="utf-8")
    found, edits = transcript.replayed(page)
    assert page.count("$ newstimeline review") == 3
    assert found == page
    assert edits == (transcript.MANUAL / "articles/ferry/edits.toml").read_text(encoding="utf-8")
