"""A timeline read back from the JSON document that it was written to."""

from __future__ import annotations

import json
import os
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from ..articles.article import ArticleError
from ..articles.loading import load, shown_path
from ..events.event import Event, Merit, Source
from ..events.lead import Lead
from ..problems import Problem, ProblemKind
from ..temporal.edtf import read_edtf
from ..temporal.interval import Interval
from ..temporal.timex import Recurrence
from .json_form import VERSION
from .places import Places
from .refining import refine
from .schema import Fault, Path, Schema, definition, faults, timeline_schema
from .text import shorten
from .values import day_of, recurrence_of, time_of, why_of

#: What every document of ours has, whatever is broken in it.
_SIGNS = (re.compile(r'"version"\s*:\s*[0-9]'), re.compile(r'"events"\s*:'))
_EVENTS, _UNDATED, _LEADS = "events", "undated", "leads"
#: The least that a part of an event can be.
_STAND_INS: Mapping[str, object] = {
    "sources": {},
    "source": {},
    "others": {"id": "0", "sentence": "", "sources": [{}]},
}


@dataclass(frozen=True, slots=True)
class Document:
    """What a timeline document says.

    :param events: the events on the calendar, in the document's order.
    :param undated: those without a date.
    :param languages: the language of each article by path, where the document states one.
    :param leads: how articles begin.
    :param problems: what could not be used, each with its line.
    """

    events: tuple[Event, ...] = ()
    undated: tuple[Event, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    leads: tuple[Lead, ...] = ()
    problems: tuple[Problem, ...] = ()


def is_document(path: str | os.PathLike[str]) -> bool:
    """Return whether a file is a timeline document, or was meant as one and is broken."""
    if PurePosixPath(shown_path(path)).suffix.lower() != ".json":
        return False
    try:
        text = load(path).decode("utf-8-sig", errors="replace")
    except ArticleError:
        return False
    if not all(sign.search(text) for sign in _SIGNS):
        return False
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return True
    return isinstance(document, dict) and isinstance(document.get("version"), int) and _EVENTS in document


def read_document(path: str | os.PathLike[str]) -> Document:
    """Return the events of a timeline document.

    An event or member that cannot be used is left out, with a problem that says where it is; the others
    are kept.  Nothing is raised.
    """
    shown = shown_path(path)
    try:
        text = load(path).decode("utf-8-sig")
    except ArticleError as error:
        return Document(problems=(error.problem,))
    except UnicodeDecodeError as error:
        message = f"this is not UTF-8: the byte at offset {error.start} is wrong"
        return Document(problems=(Problem(ProblemKind.ENCODING, message, shown),))
    try:
        document = json.loads(text, parse_constant=_no_constant)
    except json.JSONDecodeError as error:
        message = f"this is not valid JSON: {error.msg} in column {error.colno}"
        return Document(problems=(Problem(ProblemKind.DOCUMENT, message, shown, error.lineno),))
    except (RecursionError, ValueError):
        message = "this is not valid JSON: it holds a number that JSON has not, or too many levels"
        return Document(problems=(Problem(ProblemKind.DOCUMENT, message, shown),))
    return _Reader(shown, text).read(document)


def _no_constant(name: str) -> None:
    """Refuse NaN and Infinity, which Python reads but JSON has not."""
    raise ValueError(name)


class _Reader:
    """Reads one document, and gathers what is wrong with it."""

    def __init__(self, path: str, text: str) -> None:
        self._path = path
        self._folder = posixpath.dirname(path)
        self._places = Places(text)
        self._problems: list[Problem] = []
        self._languages: dict[str, str] = {}

    def read(self, document: object) -> Document:
        """Return the document's events."""
        if not isinstance(document, dict):
            self._note(Fault((), "expected an object with “version” and “events”"))
        elif document.get("version") != VERSION or isinstance(document["version"], bool):
            message = f"this is not version {VERSION} of a timeline document, which is all that can be read"
            self._note(Fault(("version",), message))
        else:
            parts = {_EVENTS, _UNDATED, _LEADS}
            frame = {name: [] if name in parts else value for name, value in document.items()}
            for fault in faults(frame, timeline_schema()):
                self._note(fault)
            events, undated = (
                tuple(self._events(document.get(name, []), (name,))) for name in (_EVENTS, _UNDATED)
            )
            leads = tuple(self._leads(document.get(_LEADS, [])))
            languages = tuple(sorted(self._languages.items()))
            return Document(events, undated, languages, leads, tuple(self._problems))
        return Document(problems=tuple(self._problems))

    def _note(self, fault: Fault) -> None:
        """Keep what is wrong, with its line."""
        place = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in fault.path).lstrip(
            "."
        )
        message = f"{place}: {fault.message}" if place else fault.message
        self._problems.append(
            Problem(ProblemKind.DOCUMENT, message, self._path, self._places.line(fault.path))
        )

    def _events(self, value: object, path: Path) -> Iterator[Event]:
        """Yield the events of a list that can be used."""
        if not isinstance(value, list):
            self._note(Fault(path, "expected a list"))
            return
        seen: set[str] = set()
        for index, item in enumerate(value):
            event = self._event(item, (*path, index))
            if event is not None and event.id in seen:
                self._note(Fault((*path, index, "id"), f"the id {event.id} is given twice"))
            elif event is not None:
                seen.add(event.id)
                yield event

    def _leads(self, value: object) -> Iterator[Lead]:
        """Yield how articles begin, as far as it can be used."""
        if not isinstance(value, list):
            self._note(Fault((_LEADS,), "expected a list"))
            return
        for index, item in enumerate(value):
            path: Path = (_LEADS, index)
            members = self._members(item, "lead", path)
            source = self._source(members["source"], (*path, "source")) if members else None
            if members and source:
                yield Lead(source, tuple(members["sentences"]))

    def _event(self, value: object, path: Path) -> Event | None:
        """Return an event, or ``None`` where it lacks what every event needs."""
        members = self._members(value, "event", path)
        if members is None or not isinstance(value, dict):
            return None
        sources = [
            self._source(source, (*path, "sources", index)) for index, source in enumerate(members["sources"])
        ]
        found = tuple(source for source in sources if source is not None)
        if not found:
            return None
        interval = self._interval(members, path)
        return Event(
            id=members["id"],
            interval=interval,
            type=members["type"] or ("SET" if members["recurrence"] else "DATE"),
            value=members["value"] if "value" in value else members["edtf"] or "",
            mod=members["mod"],
            granularity=members["granularity"],
            deadline=members["deadline"],
            side=members["side"],
            words=members["words"],
            sentence=members["sentence"],
            marks=self._marks(members["marks"], members["sentence"], path),
            why=why_of(members["why"]),
            sources=found,
            time=time_of(members["time"]),
            recurrence=self._recurrence(members, "recurrence", path),
            speaker=members["speaker"],
            title=members["title"],
            tags=tuple(sorted(set(members["tags"]))),
            pinned=members["pinned"],
            handwritten=members["handwritten"],
            others=self._others(members["others"], (*path, "others")),
            merit=_merit(members["merit"]),
            series=self._recurrence(members, "series", path),
        )

    def _others(self, value: Sequence[object], path: Path) -> tuple[Event, ...]:
        """Return the events that were merged into one."""
        return tuple(replace(event, others=()) for event in self._events(value, path))

    def _source(self, value: object, path: Path) -> Source | None:
        """Return a source, whose file is looked for from the document's folder."""
        members = self._members(value, "source", path)
        if members is None:
            return None
        given = members["path"]
        place = posixpath.normpath(posixpath.join(self._folder, given)) if given else self._path
        if members["language"] and members["language_stated"]:
            self._languages[place] = members["language"]
        return Source(
            path=place,
            title=members["title"],
            published=day_of(members["published"]),
            url=members["url"],
            source=members["source"],
            start=members["start"],
            end=members["end"],
            line=members["line"],
            language=members["language"],
            guessed=members["guessed"],
        )

    def _members(self, value: object, name: str, path: Path) -> dict[str, Any] | None:
        """Return the members of an object, defaults where they are missing or wrong.

        Without one that is required, return ``None``.
        """
        schema = definition(name)
        if not isinstance(value, dict):
            self._note(Fault(path, "expected an object"))
            return None
        flat = {key: _hollow(key, member) for key, member in value.items()}
        wrong: set[str] = set()
        for fault in faults(flat, schema, path):
            self._note(fault)
            wrong.add(str(fault.path[len(path)]) if len(fault.path) > len(path) else "")
        members = {
            key: _default(key, value, wrong, schema["properties"][key]) for key in schema["properties"]
        }
        lacking = [key for key in schema.get("required", ()) if key not in value or key in wrong]
        return None if lacking else members

    def _interval(self, members: Mapping[str, Any], path: Path) -> Interval | None:
        """Return the interval that EDTF states, with what the other members know of its ends."""
        text, precision = members["edtf"], members["precision"] or {}
        if text is None:
            return None
        try:
            stated = read_edtf(text)
        except ValueError:
            self._note(Fault((*path, "edtf"), f"“{text}” is no date in EDTF of level 0 or 1"))
            return None
        start = day_of(members["earliest"]), precision.get("start")
        end = day_of(members["latest"]), precision.get("end")
        interval = refine(stated, start, end)
        if interval is None:
            message = f"“{text}” does not agree with earliest, latest and precision, which are left aside"
            self._note(Fault((*path, "edtf"), message))
        return interval or stated

    def _recurrence(self, members: Mapping[str, Any], name: str, path: Path) -> Recurrence | None:
        """Return what recurs, or ``None`` where its rule cannot be followed."""
        try:
            return recurrence_of(members[name])
        except ValueError as error:
            message = f"“{shorten(str(error))}” is no rule of RFC 5545 that goes by days"
            self._note(Fault((*path, name, "rrule"), message))
            return None

    def _marks(
        self, pairs: Sequence[Sequence[int]], sentence: str, path: Path
    ) -> tuple[tuple[int, int], ...]:
        """Return the stretches to mark, or none where they do not lie in the sentence one after another."""
        marks = tuple((int(start), int(end)) for start, end in pairs)
        flat = [offset for mark in marks for offset in mark]
        if flat != sorted(flat) or (flat and flat[-1] > len(sentence)):
            self._note(Fault((*path, "marks"), "the marks do not lie in the sentence one after another"))
            return ()
        return marks


def _hollow(name: str, value: object) -> object:
    """Return a list of sources or events without what is in them, which is looked at when they are read."""
    if name == "source" and isinstance(value, dict):
        return _STAND_INS[name]
    if name not in _STAND_INS or not isinstance(value, list):
        return value
    return [_STAND_INS[name]] * len(value)


def _default(key: str, given: Mapping[str, Any], wrong: set[str], schema: Schema) -> Any:  # noqa: ANN401
    """Return what is given, or the default where nothing is or where it is wrong."""
    return schema.get("default") if key not in given or key in wrong else given[key]


def _merit(value: Mapping[str, Any] | None) -> Merit | None:
    """Return what speaks for an event that was selected."""
    return Merit(value["articles"], value["place"]) if value else None
