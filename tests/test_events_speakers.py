"""Speakers: named where the text leaves no doubt."""

from __future__ import annotations

import pytest
from factory import article, timex

from sphinx_newstimeline.events import assemble

FILLER = (
    "We have said so often enough, and whoever wanted to hear it could have heard it from any one of us. "
)
QUOTE = f"“{FILLER}On Friday we go. {FILLER}"


def speaker(text, words="Friday"):
    (event,) = assemble(article(text), [timex(text, words, "2024-11-15", prep="On ")], "en").dated
    return event.speaker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{QUOTE}It is time,” Lind said.", "Lind"),
        (f"{QUOTE}It is time,” said Foreign Minister Ada van der Lind.", "Foreign Minister Ada van der Lind"),
        (f"{QUOTE}It is time,” Ms. Lind, the foreign minister, also told reporters.", "Ms. Lind"),
        (f"{QUOTE}It is time,” the foreign minister said.", "the foreign minister"),
        (f"But Mr. Holm said: {QUOTE}It is time.”", "Mr. Holm"),
        # the paragraph before introduces the speaker
        (f"Mr. Holm explained the plan.\n\n{QUOTE}It is time.”", "Mr. Holm"),
        (f"Mr. Holm explained the plan.\n\n{QUOTE}It is time,” he said.", "Mr. Holm"),
        (f"Mr. Holm explained it.\n\n“No,” he said.\n\n{QUOTE}It is time,” he said.", "Mr. Holm"),
        # a second quotation of the same speaker
        (f"“No,” Lind said. {QUOTE}It is time.”", "Lind"),
        # unclear: nobody, several, or somebody that the pronoun cannot mean
        (f"{QUOTE}It is time,” he said.", ""),
        (f"{QUOTE}It is time.”", ""),
        (f"Mr. Holm said no. Lind said yes.\n\n{QUOTE}It is time,” he said.", ""),
        (f"Ms. Lind said no.\n\n{QUOTE}It is time,” he said.", ""),
        (f"The minister said no.\n\n{QUOTE}It is time,” he said.", ""),
        (f"On Tuesday Holm said: {QUOTE}It is time.”", ""),
        # the words of narration and of whole short quotations say it themselves
        ("On Friday we go, Lind said.", ""),
        ("“On Friday we go,” Lind said.", ""),
    ],
)
def test_speaker(text, expected):
    assert speaker(text) == expected


def test_a_pronoun_in_the_sentence_shown_is_resolved():
    assert speaker("Mr. Holm explained the plan.\n\n“On Friday we go,” he said.") == "Mr. Holm"


def test_a_language_without_data_names_nobody():
    text = "„On Friday we go“, sagte Holm."
    (event,) = assemble(article(text), [timex(text, "Friday", prep="On ")], "de").dated
    assert event.speaker == ""
