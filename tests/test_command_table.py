"""A timeline as a table, whole: what stands where, wide and narrow."""

from __future__ import annotations

from datetime import date

from factory import event

from sphinx_newstimeline.command.table import to_table
from sphinx_newstimeline.command.terminal import Terminal
from sphinx_newstimeline.events.event import Merit
from sphinx_newstimeline.timeline import Group, Timeline

DUE = event(
    "2024-11-01",
    id="due",
    deadline=True,
    path="news/due.txt",
    published=date(2024, 10, 1),
    words="by November 1",
    sentence="It must pay by November 1.",
)
OTHER = event(
    "2024-11-21", id="other", path="other.txt", words="on Thursday", sentence="It opened on Thursday."
)
SAME = event("2024-11-20", id="same", path="same.txt", sentence="It opened on Wednesday.")
MERGED = event(
    "2024-11-20",
    id="merged",
    words="on Wednesday",
    sentence="It opened on Wednesday.",
    speaker="The mayor",
    merit=Merit(1, 2),
    others=(OTHER, SAME),
)
MONTH = event("2024-12", id="month", words="in December", sentence="It closes in December.")
UNDATED = event(None, id="undated", words="on Friday", sentence="It was seen on Friday.", published=None)

AGENDA = Timeline(
    (Group("", (DUE,), overdue=True), Group("2024-11", (MERGED,)), Group("2024-12", (MONTH,))),
    (UNDATED,),
    date(2024, 11, 13),
)

WIDE = """\
Due or expected before 13 Nov 2024

Fri 1 Nov 2024  ●  by November 1
2024-11-01      │  It must pay by November 1.
was due         │  news/due.txt:1 · A · published 1 Oct 2024
                │
November 2024

Wed 20 Nov 2024 ●  on Wednesday
2024-11-20      │  It opened on Wednesday.
expected        │  — The mayor
                │  1 article for its date, which is number 2
                │  a.txt:1 · A · published 13 Nov 2024
                │  other sources say: Thu 21 Nov 2024 (other.txt)
                │  + It opened on Thursday. (other.txt:1)
                │
December 2024

Dec 2024        ●  in December
2024-12         │  It closes in December.
expected        │  a.txt:1 · A · published 13 Nov 2024
                │
3 entries from 4 articles; 1 undated (--undated list shows them)
"""

NARROW = """\
Due or expected before 13 Nov 2024

Fri 1 Nov 2024
2024-11-01
was due
  by November 1
  It must pay by November 1.
  news/due.txt:1 · A · published 1 Oct 2024
  why: the words state the date [test]

November 2024

Wed 20 Nov 2024
2024-11-20
expected
  on Wednesday
  It opened on Wednesday.
  — The mayor
  1 article for its date, which is number 2
  a.txt:1 · A · published 13 Nov 2024
  other sources say: Thu 21 Nov 2024 (other.txt)
  why: the words state the date [test]
  + It opened on Thursday. (other.txt:1)

December 2024

Dec 2024
2024-12
expected
  in December
  It closes in December.
  a.txt:1 · A · published 13 Nov 2024
  why: the words state the date [test]

Undated

undated
  on Friday
  It was seen on Friday.
  a.txt:1 · A · publication date unknown
  why: the words state the date [test]

3 entries from 1 article
"""


def test_dates_stand_beside_what_is_said_of_them():
    assert to_table(AGENDA, 4, Terminal(80)) == WIDE


def test_where_there_is_little_room_dates_stand_above():
    assert to_table(AGENDA, 1, Terminal(50), undated=True, why=True) == NARROW


def test_without_a_day_to_tell_from_or_groups_there_are_no_headings():
    plain = Timeline((Group("", (MONTH,)),))
    assert to_table(plain, 1, Terminal()) == (
        "Dec 2024 ●  in December\n"
        "2024-12  │  It closes in December.\n"
        "         │  a.txt:1 · A · published 13 Nov 2024\n"
        "         │\n"
        "1 entry from 1 article\n"
    )
    assert to_table(Timeline((), (UNDATED,)), 2, Terminal()) == (
        "no entries from 2 articles; 1 undated (--undated list shows them)\n"
    )


def test_undated_entries_have_their_room_too():
    table = to_table(Timeline((), (UNDATED,)), 1, Terminal(), undated=True)
    assert table.startswith("Undated\n\nundated ●  on Friday\n        │  It was seen on Friday.\n")
    assert table.endswith("\nno entries from 1 article\n")
