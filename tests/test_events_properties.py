"""What holds for the events of any text whatever."""

from __future__ import annotations

from datetime import date

from factory import article
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_newstimeline.events import assemble
from sphinx_newstimeline.events.vocabulary import vocabulary
from sphinx_newstimeline.extraction import extract
from sphinx_newstimeline.temporal import tag

PIECES = [
    *(
        "on Monday",
        "by January 20",
        "at 5 p.m. Wednesday",
        "from 3 to 5 June 2025",
        "every Friday",
        "in 2025",
    ),
    *("The minister", "said", "he said", "Mr. Holm", "U.S.", "No. 5", "talks", "OSLO, Nov. 13, 2024 (AP) —"),
    *(
        ".",
        ",",
        "?",
        " ",
        " ",
        " ",
        "\n",
        "\n\n",
        "\t",
        "\u00a0",
        "“",
        "”",
        '"',
        "‘",
        "’",
        "«",
        "»",
        "(",
        ")",
        "- ",
    ),
    *(
        "é",
        "語",
        "😀",
        "e\u0301",
        "\u200b",
        "\x1b",
        "<b>",
        "\\end{document}",
        "|sub|",
        "x" * 700,
        "word " * 150,
    ),
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=4), max_size=40).map("".join)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS, st.sampled_from([date(2024, 11, 13), None]))
def test_events_of_any_text(text, published):
    found = extract(article(text, published=published))
    events = [*found.events, *found.undated]
    assert len({event.id for event in events}) == len(events)
    for event in events:
        (source,) = event.sources
        assert " ".join(text[source.start : source.end].split()) == event.words
        assert event.sentence == event.sentence.strip()
        assert not {"\n", "\t", "\u00a0"} & set(event.sentence)
        assert "  " not in event.sentence
        assert len(event.sentence) < 720
        assert event.marks
        ends = [-1, *(end for _start, end in event.marks)]
        assert all(before < start < end for before, (start, end) in zip(ends, event.marks, strict=False))
        assert ends[-1] <= len(event.sentence)
        assert any(event.words in event.sentence[start:end] for start, end in event.marks)


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(TEXTS)
def test_a_language_without_data_does_for_events_too(text):
    timexes = list(tag(text, date(2024, 11, 13)))
    assemble(article(text), timexes, "de")
    assert vocabulary("de").verbs == frozenset()
