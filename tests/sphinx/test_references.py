"""Events and timelines as objects: the names that references use."""

from __future__ import annotations

from datetime import date

import pytest
from babel import Locale
from factory import event

from sphinx_newstimeline.extraction import Extraction
from sphinx_newstimeline.problems import ProblemKind
from sphinx_newstimeline.sphinxext.domain.missing import complaint
from sphinx_newstimeline.sphinxext.domain.naming import first_words, name_of
from sphinx_newstimeline.sphinxext.domain.objects import objects_of
from sphinx_newstimeline.sphinxext.domain.records import Contribution, TimelineRecord
from sphinx_newstimeline.temporal import Recurrence
from sphinx_newstimeline.timeline import Group, Timeline

FIRST = event("2025-01-20", id="0123456789ab")
SECOND = event("2025-01-21", id="0123456fffff")
MERGED = event("2025-02", id="aaaaaaaaaaaa", others=(event("2025-03", id="bbbbbbbbbbbb"),))


def record(docname, place, *events, name="", indexed=True):
    timeline = Timeline((Group("", events),))
    ids = {one.id: f"nt-{name or docname}-{one.id}" for one in events}
    return TimelineRecord(docname, place, name, f"{name or docname}", "", timeline, ids, indexed)


OBJECTS = objects_of(
    [
        record("a", 0, FIRST, SECOND, name="Everything"),
        record("b", 0, FIRST, MERGED, name="the  bridge"),
        record("c", 0, name="empty"),
        record("c", 1, SECOND, name="twice"),
        record("d", 0, SECOND, name="twice"),
    ],
    {("a", 0)},
    [Contribution("b", 0, (Extraction((FIRST, MERGED)),), names={"kick-off": FIRST.id})],
)


@pytest.mark.parametrize(
    ("target", "anchor"),
    [
        ("0123456789ab", "nt-the  bridge-0123456789ab"),
        ("0123456789", "nt-the  bridge-0123456789ab"),
        ("kick-off", "nt-the  bridge-0123456789ab"),
        ("Kick-Off", "nt-the  bridge-0123456789ab"),
        ("everything/0123456789ab", "nt-Everything-0123456789ab"),
        ("The bridge/aaaaaaaaaaaa", "nt-the  bridge-aaaaaaaaaaaa"),
        ("bbbbbbbbbbbb", "nt-the  bridge-aaaaaaaaaaaa"),
        ("bbbbbb", "nt-the  bridge-aaaaaaaaaaaa"),
        ("the bridge/bbbbbbbbbbbb", "nt-the  bridge-aaaaaaaaaaaa"),
        ("0123456", None),
        ("01234", None),
        ("nowhere/0123456789ab", None),
        ("the bridge/0123456fffff", None),
    ],
)
def test_an_event_has_names(target, anchor):
    place = OBJECTS.event(target).place
    assert (place and place.node_id) == anchor


@pytest.mark.parametrize(
    ("kind", "target", "problem", "words"),
    [
        ("event", "0123456", ProblemKind.AMBIGUOUS_TARGET, "0123456789ab, 0123456fffff"),
        ("event", "0123456789ac", ProblemKind.UNKNOWN_TARGET, "did you mean “0123456789ab”?"),
        ("event", "kickoff", ProblemKind.UNKNOWN_TARGET, "did you mean “kick-off”?"),
        ("event", "zzz", ProblemKind.UNKNOWN_TARGET, "no event has the id or name “zzz”"),
        ("timeline", "the brigde", ProblemKind.UNKNOWN_TARGET, "did you mean “the bridge”?"),
        ("timeline", "twice", ProblemKind.AMBIGUOUS_TARGET, "on several pages are called “twice”: c, d"),
        ("timeline", "nothing", ProblemKind.UNKNOWN_TARGET, "no timeline is called “nothing”"),
    ],
)
def test_what_leads_nowhere_is_explained(kind, target, problem, words):
    found, message = complaint(OBJECTS, kind, target)
    assert found is problem
    assert words in message


def test_a_timeline_without_an_entry_has_its_name():
    (empty,) = OBJECTS.timeline("Empty")
    assert (empty.docname, empty.events) == ("c", ())


def test_timelines_out_of_the_index_are_referred_to_by_their_name_alone():
    hidden = objects_of([record("a", 0, FIRST, name="own", indexed=False)], set(), [])
    assert hidden.event(FIRST.id).place is None
    assert hidden.event(f"own/{FIRST.id}").place is not None


def named(**fields):
    return event("2025-01-20", **fields)


@pytest.mark.parametrize(
    ("one", "words"),
    [
        (named(sentence="It rains."), "It rains"),
        (named(sentence="It rains.", title="Rain"), "Rain"),
        # a footnote stood before the full stop
        (named(sentence="It rains .", handwritten=True), "It rains"),
        (named(sentence="It rains. It pours.", handwritten=True), "It rains"),
        (named(sentence="word " * 40), "word " * 12 + "word …"),
        (named(sentence="x" * 500), "x" * 90 + " …"),
    ],
)
def test_the_first_words_of_an_event(one, words):
    assert first_words(one) == words


@pytest.mark.parametrize(
    ("one", "language", "name"),
    [
        (named(sentence="It rains."), "en", "January 20, 2025: It rains"),
        (named(sentence="It rains."), "de", "20. Januar 2025: It rains"),
        (event(None, sentence="It rains."), "en", "It rains"),
        (
            event(None, recurrence=Recurrence("FREQ=MONTHLY;BYDAY=-1FR;UNTIL=20250328", date(2025, 1, 31))),
            "en",
            "every last Friday of the month, Jan 31 – Mar 28, 2025: Sentence 0",
        ),
        (
            event(None, recurrence=Recurrence("FREQ=WEEKLY;BYDAY=FR;UNTIL=20250328", date(2025, 1, 31))),
            "en",
            "every Friday, Jan 31 – Mar 28, 2025: Sentence 0",
        ),
    ],
)
def test_the_name_of_an_event_has_its_date(one, language, name):
    assert name_of(one, Locale(language)) == name
