"""Merging: what is told several times becomes one entry, and what only looks alike does not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from factory import article, event
from hypothesis import given, settings
from hypothesis import strategies as st
from linear import assert_linear

from sphinx_newstimeline.extraction import extract
from sphinx_newstimeline.merging import dissenters, merge
from sphinx_newstimeline.problems import ProblemKind
from sphinx_newstimeline.temporal.timex import AUTHOR, HEADING, Why

BRIDGE = (
    "The old road bridge over the Halden collapsed on Tuesday, killing 12 people, police in Vessria said."
)


def told(*articles, **fields):
    """Return the events of articles: a text, or a pair of a text and the day it was published."""
    events = []
    for number, given_article in enumerate(articles):
        text, published = (
            given_article if isinstance(given_article, tuple) else (given_article, date(2024, 11, 13))
        )
        found = article(
            text, path=f"news/{number}.txt", title=f"Article {number}", published=published, **fields
        )
        events += extract(found).events
    return events


def entries(*articles, **fields):
    """Return the entries of articles as sets of the articles that tell them."""
    merged = merge(told(*articles, **fields))
    return sorted(sorted({source.path[5:-4] for source in entry.sources}) for entry in merged.events)


@pytest.mark.parametrize(
    ("sentences", "words"),
    [
        (
            "The council met on Wednesday. It adopted the budget on Wednesday.",
            ["on Wednesday", "on Wednesday"],
        ),
        (
            "A draft is due by January 20. Nothing else is due until January 20.",
            ["by January 20", "until January 20"],
        ),
        ("The fair is held every Friday. Buses run every Friday.", ["every Friday", "every Friday"]),
        ("The gate opens at 5 p.m. on Wednesday. Doors close on Wednesday.", None),
    ],
)
def test_what_one_article_says_of_one_date_is_one_entry_with_all_its_sentences(sentences, words):
    (entry,) = merge(told(sentences)).events
    assert len(entry.others) == 1
    assert len(entry.sources) == 1
    if words:
        assert [entry.words, *(other.words for other in entry.others)] == words


@pytest.mark.parametrize(
    "sentences",
    [
        "The council met on January 20, 2025. A draft is due by January 20, 2025.",
        "The gate opens at 5 p.m. on Wednesday. It closes at 9 p.m. on Wednesday.",
        "The council met on Wednesday. It had met on Tuesday.",
        "They meet every Friday. They met on Friday.",
        "The rule holds since 2022. It was made in 2022.",
    ],
    ids=["a deadline and a day", "two times", "two days", "what recurs and a day", "a start and a year"],
)
def test_two_dates_of_one_article_are_two_entries(sentences):
    assert [entry.others for entry in merge(told(sentences)).events] == [(), ()]


def test_one_time_of_day_takes_what_states_none_and_two_do_not():
    first, second, third = "at 5 p.m. on Wednesday.", "at 9 p.m. on Wednesday.", "on Wednesday."
    two = merge(told(f"The gate opens {first} Bands play {third}"))
    three = merge(told(f"The gate opens {first} It closes {second} Bands play {third}"))
    assert (len(two.events), len(three.events)) == (1, 3)


def test_what_one_article_tells_in_two_entries_stays_two():
    twice = " ".join(
        f"The harbour gate opens for visitors at {time} on Wednesday." for time in ("5 p.m.", "5:10 p.m.")
    )
    assert entries(twice, "The harbour gate opens for visitors on Wednesday.") == [["0"], ["0", "1"]]
    assert entries(twice, twice) == [["0", "1"], ["0", "1"]]


@pytest.mark.parametrize(
    "articles",
    [
        (
            BRIDGE,
            "Police in Vessria said that 12 died when a road bridge over the Halden collapsed on Tuesday.",
            "Twelve people were killed on Tuesday as the old bridge across the Halden in Vessria collapsed.",
        ),
        (
            "Mirela Dorn, the former harbour master, will appear in court on March 14 on charges of bribery.",
            "Dorn, who ran the harbour for a decade, is to appear in court on bribery charges on March 14.",
        ),
        (
            "Kestrel Air said on Wednesday that its profit rose to 31 million crowns in the third quarter.",
            "Kestrel Air's third-quarter profit rose to 31 million crowns, the airline said on Wednesday.",
        ),
        (
            "The central bank raised its main rate to 4.5 percent on Wednesday.",
            "On Wednesday the central bank lifted its main interest rate to 4.5 percent from 4.25 percent.",
        ),
    ],
    ids=["collapse", "court", "results", "rate"],
)
def test_several_articles_that_tell_one_event_are_one_entry(articles):
    events = told(*articles)
    merged = merge(events)
    assert len(merged.events) == len({one.interval for one in events})
    assert {len(entry.sources) for entry in merged.events} == {len(articles)}
    assert merged.problems == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "A magnitude 6.1 earthquake shook the coast of Vessria on Tuesday, damaging houses.",
            "A magnitude 4.8 earthquake shook the coast of Vessria on Tuesday, damaging houses.",
        ),
        (
            "A magnitude 6.1 earthquake shook the coast of Vessria on Tuesday, damaging houses.",
            "A magnitude 6.1 earthquake shook the coast of Marenland on Tuesday, damaging houses.",
        ),
        (
            "Mirela Dorn is due in court on March 14 on charges of bribery and tax evasion.",
            "Tomas Hale is due in court on March 14 on charges of bribery and tax evasion.",
        ),
        (
            "Kestrel Air said on Wednesday that its profit rose to 31 million crowns in the third quarter.",
            "Norrland Lines said on Wednesday that its profit rose to 12 million crowns in the quarter.",
        ),
        (
            "The gate of the fair in Halden opens at 9 a.m. on Friday for visitors with a ticket.",
            "The gate of the fair in Halden opens at 6 p.m. on Friday for visitors with a ticket.",
        ),
        (
            "The council of Vessria adopted its budget on Wednesday.",
            "Heavy rain closed two schools near the Halden on Wednesday.",
        ),
        (
            "The museum of Vessria opened in 1994 in a former mill.",
            "The ferry line to Marenland was closed in 1994.",
        ),
    ],
    ids=["size", "place", "persons", "companies", "hours", "other things", "same year only"],
)
def test_look_alikes_of_different_articles_stay_apart(one, other):
    assert len(merge(told(one, other)).events) == len(told(one, other))


def test_an_article_without_a_number_does_not_join_two_look_alikes():
    first = "A magnitude 6.1 earthquake shook the coast of Vessria on Tuesday, damaging houses."
    second = "A magnitude 4.8 earthquake shook the coast of Vessria on Tuesday, damaging houses."
    between = "An earthquake shook the coast of Vessria on Tuesday, damaging houses."
    found = entries(first, first + " It was felt far away.", second, second + " It did no harm.", between)
    assert not any({"0", "2"} <= set(names) for names in found)


def test_the_clearest_sentence_stands_for_the_entry():
    vague = "They said that the old road bridge over the Halden in Vessria collapsed on Tuesday, killing 12."
    quoted = "“The old road bridge over the Halden in Vessria collapsed on Tuesday, killing 12 people.”"
    late = (BRIDGE, date(2024, 11, 14))
    (entry,) = merge(told(vague, quoted, late, BRIDGE)).events
    assert entry.sentence == BRIDGE
    assert entry.sources[0].published == date(2024, 11, 13)
    assert [source.path for source in entry.sources] == [f"news/{number}.txt" for number in (3, 2, 0, 1)]
    assert len(entry.aliases) == 3


def test_a_vaguer_date_that_covers_the_day_is_the_same_event_if_the_words_are():
    vague = (BRIDGE.replace("on Tuesday", "this week"), date(2024, 11, 15))
    (entry,) = merge(told(vague, BRIDGE)).events
    assert entry.interval.edtf == "2024-11-12"
    assert dissenters(entry) == ()


def test_sources_that_disagree_on_the_day_are_one_entry_and_a_problem_that_names_both():
    monday = BRIDGE.replace("Tuesday", "Monday")
    events = told(BRIDGE, f"{BRIDGE} Rescuers are still at work.", monday)
    merged = merge(events)
    (entry,) = merged.events
    assert entry.interval.edtf == "2024-11-12"
    assert [other.interval.edtf for other in dissenters(entry)] == ["2024-11-11"]
    (problem,) = merged.problems
    assert problem.kind is ProblemKind.CONFLICT
    assert (problem.path, problem.line) == ("news/0.txt", 1)
    for part in ("2024-11-12", "2024-11-11", "news/2.txt:1", entry.id):
        assert part in problem.message
    for id_ in (entry.id, *entry.aliases):
        assert merge(events, accepted=frozenset({id_})).problems == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            ("Shares of Kestrel Air fell 3 percent on Monday in Vessria.", date(2024, 11, 11)),
            ("Shares of Kestrel Air fell 3 percent on Tuesday in Vessria.", date(2024, 11, 12)),
        ),
        (
            ("The cabinet of Vessria met on November 4 to discuss the budget.", date(2024, 11, 20)),
            ("The cabinet of Vessria met on November 18 to discuss the budget.", date(2024, 11, 20)),
        ),
        (
            (BRIDGE.replace("12", "3"), date(2024, 11, 13)),
            (BRIDGE.replace("Tuesday", "Monday"), date(2024, 11, 13)),
        ),
        (
            (BRIDGE.replace("Halden", "Orra"), None),
            (BRIDGE.replace("Tuesday", "Monday"), None),
        ),
    ],
    ids=["each on its day", "two weeks apart", "other numbers", "nothing known"],
)
def test_alike_things_of_different_days_are_no_conflict(one, other):
    assert merge(told(one, other)).problems == ()
    assert len(merge(told(one, other)).events) == len(told(one, other))


#: What words state, and what they are counted from: a day that is named, and others that are not.
NAMED, ON_TUESDAY = Why("r", "published", stated=("month", "day")), Why("r", "published", stated=("weekday",))
TODAY_IS, TUESDAY_OF_TEXT = Why("r", "published"), Why("r", "text", stated=("weekday",))
ABSOLUTE, BY_AUTHOR = Why("r", stated=("year",)), Why("edit", AUTHOR)


@pytest.mark.parametrize(
    ("mine", "yours", "disagree"),
    [
        (("2024-11-12", ON_TUESDAY), ("2024-11-11", NAMED), True),
        (("2024-11-12", ON_TUESDAY), ("2024-11-19", NAMED), True),
        (("2024-11-12", NAMED), ("2024-11-19", NAMED), True),
        (("2024-11-12", NAMED), ("2024-11-19", ON_TUESDAY), False),
        (("2024-11-12", NAMED), ("2024-11-18", ON_TUESDAY), True),
        (("2024-11-12", NAMED), ("2024-11-18", replace(ON_TUESDAY, anchor=HEADING)), True),
        (("../2024-11-12", NAMED), ("2024-11-19", ON_TUESDAY), True),
        (("2024-11-12", NAMED), ("2024-11-13", TODAY_IS), False),
        (("2024-11-12", NAMED), ("2024-11-13", TUESDAY_OF_TEXT), False),
        (("2024-11-12", NAMED), ("../2024-11-05", ON_TUESDAY), True),
        # October 2024 begins on a Tuesday, too
        (("2024-11-12", NAMED), ("2024-10", ABSOLUTE), True),
        (("2024-11-12", NAMED), ("2024-11", NAMED), False),
        (("2024-11-12", NAMED), ("2024-11-01/2024-11-12", NAMED), False),
        (("2024-11-12", NAMED), ("../2024-11-11", NAMED), True),
        (("2024-11-12", NAMED), ("../2024-11-12", NAMED), False),
        (("2024-11-12", NAMED), ("2024-11-13/..", NAMED), True),
        (("2024-11-12", NAMED), ("2024-11-12/..", NAMED), False),
        (("2024-11-12", BY_AUTHOR), ("2024-11-11", NAMED), False),
        (("2024-11-12", NAMED), (None, NAMED), False),
        ((None, NAMED), ("2024-11-12", NAMED), False),
    ],
)
def test_who_disagrees_on_the_day(mine, yours, disagree):
    one, other = (event(edtf, id=why.rule, why=why) for edtf, why in (mine, yours))
    assert bool(dissenters(replace(one, others=(other,)))) is disagree


def test_of_those_who_disagree_each_date_is_named_once():
    days = [event(edtf, id=f"{number}", why=NAMED) for number, edtf in enumerate(("2024", "2023", "2023"))]
    assert [one.id for one in dissenters(replace(event("2024-11-12", why=NAMED), others=tuple(days)))] == [
        "1"
    ]


#: A sentence whose date follows the day of publication, and one whose weekday does.
TODAY = "The bridge over the Halden in Vessria, which carried 12 lorries, collapsed {}, police said."


@pytest.mark.parametrize(
    ("words", "first", "again"),
    [
        ("today", date(2024, 11, 12), date(2024, 11, 13)),
        ("last night", date(2024, 11, 12), date(2024, 11, 14)),
        ("three days ago", date(2024, 11, 12), date(2024, 11, 13)),
        ("on Tuesday", date(2024, 11, 12), date(2024, 11, 11)),
    ],
)
def test_what_is_published_again_has_the_date_that_it_had_first_and_is_no_conflict(words, first, again):
    original, copy = (TODAY.format(words), first), (TODAY.format(words), again)
    earlier = min(first, again)
    (alone,) = told(original) if first == earlier else told(copy)
    for articles in ((original, copy), (copy, original)):
        merged = merge(told(*articles))
        (entry,) = merged.events
        assert (entry.interval.edtf, dissenters(entry)) == (alone.interval.edtf, ())
        assert len(entry.sources) == 2
        assert merged.problems == ()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ((TODAY.format("today"), date(2024, 11, 12)), (TODAY.format("today"), date(2024, 11, 18))),
        (
            ("The council of Vessria meets on Wednesday in Orra to vote on the budget.", date(2024, 11, 11)),
            ("The council of Vessria meets on Wednesday in Orra to vote on the budget.", date(2024, 11, 18)),
        ),
    ],
    ids=["today, a week later", "every week"],
)
def test_what_is_said_again_much_later_is_another_event(one, other):
    merged = merge(told(one, other))
    assert (len(merged.events), merged.problems) == (2, ())


@pytest.mark.parametrize(
    ("one", "other", "conflicts"),
    [
        ("on March 3", "on March 4", 1),
        ("on 3 March 2024", "on Monday", 1),
        ("on Sunday", "on Monday", 1),
        ("on March 3", "three days ago", 0),
        ("on March 3", "yesterday", 0),
        ("last night", "on Monday", 0),
    ],
)
def test_only_words_that_name_the_day_contradict_each_other(one, other, conflicts):
    articles = [
        (TODAY.format(words), day) for words, day in ((one, date(2024, 3, 5)), (other, date(2024, 3, 7)))
    ]
    if other == "yesterday":
        articles[1] = (articles[1][0], date(2024, 3, 6))
    assert len(merge(told(*articles)).problems) == conflicts


def test_the_same_people_on_two_days_are_no_conflict():
    one = "Mayor Dora Lindqvist and Governor Piet Aldane of Vessria spoke on March 3 of the budget."
    other = "Governor Piet Aldane and Mayor Dora Lindqvist of Vessria opened a school on March 4."
    merged = merge(told((one, date(2024, 3, 6)), (other, date(2024, 3, 6))))
    assert (len(merged.events), merged.problems) == (2, ())


def test_a_sentence_that_names_both_days_is_no_conflict_with_itself():
    both = "The bridge over the Halden in Vessria was closed on Monday and collapsed on Tuesday, police said."
    merged = merge(told(both, both))
    assert [entry.interval.edtf for entry in merged.events] == ["2024-11-11", "2024-11-12"]
    assert merged.problems == ()


def test_an_author_joins_and_parts_what_merging_would_not():
    one, other = told("The council met on Wednesday.", "Rain fell on Tuesday.")
    (joined,) = merge([one, other], together=[(one.id, other.id)]).events
    assert {joined.id, *joined.aliases} == {one.id, other.id}
    same = told(BRIDGE, BRIDGE + " Nobody else was hurt.")
    assert len(merge(same).events) == 1
    assert len(merge(same, apart=[(same[0].id, same[1].id)]).events) == 2
    assert len(merge(same, together=[(same[0].id, same[1].id)], apart=[(same[1].id, same[0].id)]).events) == 2
    bundle = told("The council met on Wednesday. It adopted the budget on Wednesday.")
    assert len(merge(bundle, apart=[(bundle[0].id, bundle[1].id)]).events) == 2
    assert len(merge(bundle, apart=[("gone", bundle[1].id)]).events) == 1


def test_what_was_merged_before_stays_so_and_by_any_of_its_ids():
    one, other = told("The council met on Wednesday.", "Rain fell on Tuesday.")
    once = merge([one, other], together=[(one.id, other.id)])
    again = merge(once.events)
    assert again.events == once.events
    assert len(merge(once.events, apart=[(one.id, other.id)]).events) == 2


def test_an_entry_has_what_the_author_gave_any_of_its_events():
    first, second = told(BRIDGE, BRIDGE + " Nobody else was hurt.")
    marked = replace(second, title="The collapse", tags=("bridges",), pinned=True)
    (entry,) = merge([replace(first, tags=("roads",)), marked]).events
    assert (entry.id, entry.title, entry.tags, entry.pinned) == (
        first.id,
        "The collapse",
        ("bridges", "roads"),
        True,
    )


def test_what_an_author_wrote_is_not_merged_unless_asked():
    own = event("2024-11-12", id="own", sentence=BRIDGE, handwritten=True)
    (other,) = told(BRIDGE)
    assert len(merge([own, other]).events) == 2
    (entry,) = merge([other, own], together=[(own.id, other.id)]).events
    assert entry.id == "own"


def test_articles_in_one_file_are_articles_of_their_own():
    first, second = told(BRIDGE, BRIDGE + " Nobody else was hurt.")
    source = replace(second.sources[0], path=first.sources[0].path)
    (entry,) = merge([first, replace(second, sources=(source,))]).events
    assert len(entry.sources) == 2


def test_without_words_of_a_language_sentences_are_compared_all_the_same():
    def spoken(text, number, language):
        one = event("2024-11-12", id=str(number), path=f"{number}.txt", sentence=text, marks=())
        return replace(one, sources=(replace(one.sources[0], language=language),))

    for language in ("", "pt", "de"):
        alike = [
            spoken(f"A ponte velha sobre o rio caiu em Vessria {tail}", n, language)
            for n, tail in enumerate("ab")
        ]
        assert len(merge(alike).events) == 1
    chinese = [
        spoken(text, n, "zh")
        for n, text in enumerate(("维斯里亚的旧桥倒塌造成十二人死亡", "旧桥在维斯里亚倒塌造成十二人死亡"))
    ]
    assert len(merge(chinese).events) == 1


def test_german_nouns_are_no_names():
    def spoken(text, number):
        one = event("2024-11-12", id=str(number), path=f"{number}.txt", sentence=text, marks=())
        return replace(one, sources=(replace(one.sources[0], language="de"),))

    one = spoken("Die Notenbank hat den Leitzins auf 4,5 Prozent erhöht.", 1)
    other = spoken("Der Leitzins wurde von der Zentralbank auf 4,5 Prozent erhöht.", 2)
    assert len(merge([one, other]).events) == 1


STORIES = told(
    (f"{BRIDGE} Rescuers came on Tuesday.", date(2024, 11, 13)),
    (BRIDGE.replace("Tuesday", "Monday"), date(2024, 11, 14)),
    (
        "Police said 12 died when the road bridge over the Halden in Vessria collapsed this week.",
        date(2024, 11, 15),
    ),
    ("Mirela Dorn is due in court on March 14. The court sits every Friday.", date(2024, 11, 13)),
    ("Tomas Hale is due in court on March 14.", date(2024, 11, 13)),
    ("A magnitude 6.1 earthquake shook Vessria on Tuesday.", date(2024, 11, 13)),
    ("An earthquake of magnitude 6.1 shook Vessria on Tuesday.", date(2024, 11, 13)),
    ("A magnitude 4.8 earthquake shook Vessria on Tuesday.", date(2024, 11, 13)),
)


@settings(max_examples=40, deadline=None)
@given(st.permutations(STORIES))
def test_the_order_of_the_files_does_not_matter(shuffled):
    def shape(events):
        return {(entry.id, *entry.aliases): entry.sources for entry in merge(events).events}

    assert shape(shuffled) == shape(STORIES)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(STORIES), unique_by=lambda one: one.id))
def test_no_event_is_lost_or_doubled_and_no_entry_has_others_of_others(events):
    merged = merge(events).events
    ids = [id_ for entry in merged for id_ in (entry.id, *entry.aliases)]
    assert sorted(ids) == sorted(one.id for one in events)
    assert all(not other.others for entry in merged for other in entry.others)
    assert merge(merged).events == merged


def many(count, *, days, words=400):
    """Return so many events of as many articles, on so many days, with words that recur."""
    start = date(2020, 1, 1)
    events = []
    for number in range(count):
        said = " ".join(f"word{(number * step + 7 * step) % words}" for step in (1, 3, 5, 11, 17, 23))
        day = (start + timedelta(number % days)).isoformat()
        events.append(
            event(day, id=f"{number:06}", path=f"{number}.txt", sentence=f"{said} {number}.", marks=())
        )
    return events


@pytest.mark.parametrize("days", [1, 3000], ids=["one day", "many days"])
def test_the_time_grows_with_the_events(days):
    lots = many(4 * 400, days=days)
    assert_linear(lambda count: merge(lots[:count]), 400)


def test_copies_of_one_text_are_one_entry_however_many():
    copies = [event("2024-11-12", id=f"{n:04}", path=f"{n:04}.txt", sentence=BRIDGE) for n in range(700)]
    (entry,) = merge(copies).events
    assert len(entry.sources) == 700
    assert [other.id for other in entry.others] == sorted(other.id for other in entry.others)
    assert all(one.sources[0].path < two.sources[0].path for one, two in pairwise(entry.others))
