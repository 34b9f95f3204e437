"""The tables in ``rows/``: every sentence gives just the marked expressions, each with its meaning."""

from __future__ import annotations

import pytest
from edtf import parse_edtf
from rowfile import ANYTHING, NOTHING, Answer, Row, read_rows

from sphinx_newstimeline import tag
from sphinx_newstimeline.temporal import Timex

ALL_ROWS = read_rows()
#: What the project promises to hold at least.
FEWEST_ROWS, FEWEST_FALSE_ALARMS = 450, 80


def params(rows: list[Row]) -> list[object]:
    wrong = {row.name: pytest.mark.xfail(reason=row.xfail, strict=True) for row in rows if row.xfail}
    return [pytest.param(row, id=row.name, marks=wrong.get(row.name, ())) for row in rows]


@pytest.mark.parametrize("row", params(ALL_ROWS))
def test_row(row):
    found = tag(row.text, row.reference, periods=row.periods)
    complaints = list(differences(row, found))
    assert not complaints, report(row, found, complaints)


def test_the_tables_are_as_large_as_promised():
    assert len(ALL_ROWS) >= FEWEST_ROWS
    assert sum(row.file == "false-alarms" for row in ALL_ROWS) >= FEWEST_FALSE_ALARMS


def test_no_row_stands_twice():
    seen = [(row.reference, row.marked, row.periods) for row in ALL_ROWS]
    assert [row for row in seen if seen.count(row) > 1] == []


@pytest.mark.parametrize(
    "edtf", sorted({a.edtf for row in ALL_ROWS for a in row.answers} - {NOTHING, ANYTHING})
)
def test_expected_intervals_are_edtf(edtf):
    assert str(parse_edtf(edtf)) == edtf


def differences(row: Row, found: list[Timex]):
    """Yield what is wrong, in words."""
    extents = [(timex.start, timex.end) for timex in found]
    for start, end in row.extents:
        if (start, end) not in extents:
            yield f"not found: {row.text[start:end]!r}"
    for timex in found:
        if (timex.start, timex.end) not in row.extents:
            yield f"not marked in the row: {timex.text!r}"
    by_extent = {(timex.start, timex.end): timex for timex in found}
    for extent, answer in zip(row.extents, row.answers, strict=True):
        if extent in by_extent:
            yield from wrong_parts(answer, by_extent[extent])


def wrong_parts(answer: Answer, timex: Timex):
    """Yield in which columns a timex differs from what its row says."""
    expected = {"type": answer.type, "value": answer.value, "mod": answer.mod, "interval": answer.edtf}
    options = dict(answer.options)
    expected["deadline"] = str(answer.deadline) if answer.edtf != ANYTHING else ANYTHING
    expected["unresolved"] = str("unresolved" in options)
    expected["range"] = options.get("range", NOTHING)
    for name in ("rrule", "first", "time", "phrase", "why", "days", "side"):
        expected[name] = options.get(name, ANYTHING)
    if answer.value == ANYTHING:
        expected["mod"] = answer.mod or ANYTHING
    found = columns_of(timex)
    expected["rrule"], found["rrule"] = sorted_parts(expected["rrule"]), sorted_parts(found["rrule"])
    for name, value in expected.items():
        if value not in {ANYTHING, found[name]}:
            yield f"{timex.text!r}: {name} is {found[name] or 'empty'}, not {value or 'empty'}"


def columns_of(timex: Timex) -> dict[str, str]:
    """Return a timex as the columns of a row."""
    interval, recurrence, time = timex.interval, timex.recurrence, timex.time
    return {
        "type": timex.type,
        "value": timex.value,
        "mod": timex.mod,
        "interval": interval.edtf if interval else NOTHING,
        "days": f"{interval.earliest or '..'}/{interval.latest or '..'}" if interval else NOTHING,
        "deadline": str(timex.deadline),
        "unresolved": str(timex.unresolved),
        "range": timex.range.interval.edtf if timex.range else NOTHING,
        "rrule": recurrence.rrule if recurrence else NOTHING,
        "first": str(recurrence.first) if recurrence else NOTHING,
        "time": f"{time.iso} {time.zone}".strip() if time else NOTHING,
        "phrase": timex.phrase,
        "why": timex.why.anchor or "absolute",
        "side": timex.side or NOTHING,
    }


def sorted_parts(rrule: str) -> str:
    """Return a recurrence rule with its parts in a fixed order, which RFC 5545 leaves open."""
    return ";".join(sorted(rrule.split(";")))


def report(row: Row, found: list[Timex], complaints: list[str]) -> str:
    """Return the whole row, what was found in it and by which rule."""
    lines = [
        f"{row.file}.txt, line {row.line}, published {row.reference}:",
        f"  {row.marked}",
        *complaints,
        "found:",
    ]
    for timex in found:
        columns = {
            name: value for name, value in columns_of(timex).items() if value not in {NOTHING, "False", ""}
        }
        lines.append(f"  {timex.text!r} {columns} because {timex.why}")
    return "\n".join(lines if found else [*lines, "  nothing"])
