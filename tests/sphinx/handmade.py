"""Timelines made by hand, as a directive, so that tests of the output need no reading of dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from docutils.parsers.rst import directives
from sphinx.util.docutils import SphinxDirective

from sphinx_newstimeline.events.event import Event, Source
from sphinx_newstimeline.sphinxext.addresses import Address
from sphinx_newstimeline.sphinxext.doctree import timeline_node
from sphinx_newstimeline.sphinxext.drawing import Drawing
from sphinx_newstimeline.sphinxext.layouts import Layout
from sphinx_newstimeline.temporal.interval import Edge, Interval, Precision
from sphinx_newstimeline.temporal.timex import ClockTime, Recurrence, Why
from sphinx_newstimeline.timeline import GroupBy, build_timeline

DAY = date(2024, 11, 13)
SOURCE = Source(
    "articles/visit.txt", "Minister visits the alliance", DAY, "https://example.org/visit", "Agency", 0, 0, 3
)
BARE = Source("articles/bare.txt", "bare", None, "", "", 0, 0, 1)


def event(number, interval, sentence, words, **fields):
    """Return an event whose sentence marks *words*."""
    start = sentence.index(words)
    defaults = {
        "type": "DATE",
        "value": "",
        "mod": "",
        "granularity": "day",
        "deadline": False,
        "why": Why("test"),
        "sources": (SOURCE,),
    }
    return Event(
        id=f"{number:012x}",
        interval=interval,
        words=words,
        sentence=sentence,
        marks=((start, start + len(words)),),
        **(defaults | fields),
    )


def around(year):
    return Interval(
        Edge(date(year, 1, 1), Precision.YEAR, approximate=True),
        Edge(date(year, 12, 31), Precision.YEAR, approximate=True),
    )


EVENTS = (
    event(1, Interval.of_century(18), "The bridge goes back to a ferry of the 19th century.", "19th century"),
    event(2, Interval.of_decade(198), "Its first span was replaced in the 1980s.", "in the 1980s"),
    event(3, around(1995), "Traffic doubled around 1995, the ministry’s figures show.", "around 1995"),
    event(
        4,
        Interval(Edge(date(2022, 1, 1), Precision.YEAR), Edge(DAY)),
        "The two countries have worked on the plan since 2022.",
        "since 2022",
        mod="ON_OR_AFTER",
    ),
    event(
        5,
        Interval.of_month(2024, 8),
        "Engineers had warned in August that the cables were worn.",
        "in August",
    ),
    event(
        6,
        Interval.of_day(date(2024, 11, 12)),
        "A storm closed the northern lane at 4 a.m. on Tuesday.",
        "at 4 a.m. on Tuesday",
        time=ClockTime(4, None, "", "GMT"),
    ),
    event(
        7,
        Interval.of_day(DAY),
        "“We shall not leave this to chance,” the minister told reporters on Wednesday after a walk across "
        "the bridge with the mayors of both towns, who had asked for help twice before and been turned away.",
        "on Wednesday",
        speaker="Minister Ida Holm",
    ),
    event(
        8,
        Interval.of_days(date(2025, 1, 20), date(2025, 2, 3)),
        "Inspectors will be on site from January 20 to February 3.",
        "from January 20 to February 3",
    ),
    event(
        9,
        Interval.of_day(date(2025, 1, 20)).until(),
        "All of the money must be committed by January 20.",
        "by January 20",
        deadline=True,
        sources=(BARE,),
    ),
    event(
        10,
        Interval.of_day(date(2024, 12, 9)).since(),
        "The lane reopens not before December 9.",
        "not before December 9",
    ),
    event(
        11,
        Interval(Edge(date(2024, 12, 23), approximate=True), Edge(date(2025, 1, 20))),
        "Deliveries will go on in the final weeks of the president’s term.",
        "in the final weeks of the president’s term",
    ),
    event(
        12,
        None,
        "The ferry runs every Friday.",
        "every Friday",
        recurrence=Recurrence("FREQ=WEEKLY;BYDAY=FR", date(2024, 11, 15)),
    ),
)
UNDATED = (event(13, None, "He had called on Monday.", "on Monday", sources=(BARE,)),)

NASTY = (
    r"<script>alert(1)</script> & AT&T 100% #1 $5 {x} ~ ^ \ \end{document} |sub| :role:`text` a_b_ *x* "
    "`y` -- ``z`` "
    "''q'' \"d\" http://example.org/" + "a" * 80 + " "
)
HOSTILE = (
    event(20, Interval.of_day(DAY), NASTY + "on Wednesday" + NASTY, "on Wednesday", speaker=NASTY),
    event(21, Interval.of_day(DAY), "x" * 100_000 + " on Wednesday", "on Wednesday"),
    event(22, Interval.of_day(DAY), r"\end{document} % " * 6000 + " on Wednesday", "on Wednesday"),
    event(
        23,
        Interval.of_day(DAY),
        "on Wednesday",
        "on Wednesday",
        sources=(replace(SOURCE, title=NASTY, source=NASTY, url="https://example.org/?a=1&b=%20#x_y~z{}\\"),),
    ),
    event(25, Interval.of_day(DAY), "A bell \x07 and a null \x00 on Wednesday", "on Wednesday"),
    event(
        24,
        Interval.of_day(DAY),
        "A link on Wednesday",
        "on Wednesday",
        sources=(replace(SOURCE, url="javascript:alert(1)"),),
    ),
)
FOREIGN = (
    event(30, Interval.of_day(DAY), "It costs ₴500, or 中文 😀 العربية, on Wednesday.", "on Wednesday"),
    event(
        31,
        Interval.of_day(DAY),
        "It was read on Wednesday.",
        "on Wednesday",
        sources=(replace(SOURCE, title="الحكومة تجتمع, הממשלה", source="Երևան"),),
    ),
)

LONG = tuple(
    event(
        40 + number,
        Interval.of_day(date(2023 + number // 12, number % 12 + 1, 5)),
        f"Sluice {number + 1} of the canal was opened on the fifth. "
        + "It keeps the water of the river. " * 6,
        "on the fifth",
    )
    for number in range(36)
)

SETS = {"long": LONG, "plain": EVENTS, "month": EVENTS, "hostile": HOSTILE, "foreign": FOREIGN}


class Handmade(SphinxDirective):
    """Show one of the sets of events above."""

    required_arguments = 1
    option_spec: ClassVar = {
        "name": directives.unchanged,
        "undated": directives.flag,
        "layout": Layout,
        "controls": directives.flag,
        "chart": directives.flag,
    }

    def run(self):
        name = self.arguments[0]
        group_by = GroupBy.MONTH if name == "month" else GroupBy.NONE
        timeline = build_timeline(SETS[name], UNDATED if name == "month" else (), group_by=group_by)
        layout = self.options.get("layout", Layout.TIMELINE)
        address = Address.of(self.options.get("name", ""), self.env, self.state.document)
        flags = {"charted": "chart" in self.options, "controlled": "controls" in self.options}
        node = timeline_node(timeline, Drawing(self.config.language, address, layout=layout, **flags))
        if "name" in self.options:
            self.add_name(node)
        return [node]


def setup(app):
    app.add_directive("handmade", Handmade)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
