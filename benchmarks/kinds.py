"""Kinds of time expressions, to see where a system errs: by their words in English, else by their value."""

from __future__ import annotations

import re

_UNIT = r"(?:second|minute|hour|day|night|week|weekend|fortnight|month|quarter|season|year|decade|century)"
_UNITS = rf"(?:{_UNIT}|centurie)s"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"

#: The first kind whose pattern is found in the words, in lower case, is theirs.
BY_WORDS = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("set", rf"\b(?:each|every|daily|weekly|monthly|quarterly|annually|yearly|{_WEEKDAY}s)\b"),
        ("today, yesterday, tomorrow", r"\b(?:today|yesterday|tomorrow|tonight|overnight)\b"),
        ("clock time", r"\b\d{1,2}:\d\d\b|\b[ap]\.?m\b|\bo'clock\b|\bnoon\b|\bmidnight\b"),
        ("part of the day", r"\b(?:morning|afternoon|evening|night|dawn|dusk)\b"),
        (
            "fiscal period, quarter, half",
            r"\bquarters?\b|\bfiscal\b|\bperiod\b|\b(?:first|second|last|latest) half\b|\bhalf[- ]year\b",
        ),
        ("units ago, earlier, later", r"\b(?:ago|earlier|later|before|previously|hence|from now|prior)\b"),
        ("weekday", rf"\b{_WEEKDAY}\b"),
        (
            "day of a month, numeric date",
            rf"\b{_MONTH}\.?\s+{_DAY}\b|\b{_DAY}\s+(?:of\s+)?{_MONTH}\b|\b\d{{1,4}}([-/])\d{{1,2}}\1\d{{1,4}}\b",
        ),
        ("reference", r"\b(?:now|currently|current|recent|recently|present|presently|future|past|soon)\b$"),
        ("season", r"\b(?:spring|summer|autumn|fall|winter)\b"),
        ("month", rf"\b{_MONTH}\b"),
        (
            "past, last, next units",
            rf"\b(?:past|last|next|coming|recent|first|final|previous)\b.*\b{_UNITS}\b",
        ),
        (
            "this, last, next unit",
            rf"\b(?:this|that|last|next|past|coming|current|previous|following|same|later)\b.*\b{_UNIT}\b",
        ),
        (
            "decade, century",
            r"\b\d{2,4}s\b|\bcentury\b|\b(?:twent|thirt|fort|fift|sixt|sevent|eight|ninet)ies\b",
        ),
        ("year", r"\b\d{4}\b|'\d\d\b"),
        ("the year, the weekend, the day", rf"^(?:the\s+)?(?:end of the\s+)?(?:{_UNIT}|year-end)$"),
    )
)

#: Where the words say nothing: by TIMEX3 type and value.
BY_VALUE = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("reference", r"DATE (?:PAST|PRESENT|FUTURE)_REF$"),
        ("vague amount", r"DURATION PT?X"),
        ("units (duration)", r"DURATION "),
        ("set", r"SET "),
        ("part of the day", r"TIME .*T[A-Z]"),
        ("clock time", r"TIME "),
        ("day (other words)", r"DATE \d{4}-\d\d-\d\d$"),
        ("year (other words)", r"DATE \d{4}$"),
    )
)
OTHER = "other"


def kind_of(words: str, type_: str, value: str) -> str:
    """Return the kind of an expression.

    :param words: its extent in the text.
    :param type_: its TIMEX3 type.
    :param value: its TIMEX3 value.
    """
    lowered = " ".join(words.lower().split())
    # A length of time is one whatever words it is made of, except where it is seen from an anchor.
    table = BY_WORDS if type_ != "DURATION" else tuple(row for row in BY_WORDS if row[0] in ANCHORED)
    for name, pattern in table:
        if pattern.search(lowered):
            return name
    stated = f"{type_} {value}"
    return next((name for name, pattern in BY_VALUE if pattern.match(stated)), OTHER)


#: Kinds that a DURATION may be of by its words.
ANCHORED = {"past, last, next units", "units ago, earlier, later"}
