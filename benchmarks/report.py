"""Results as a table to read, as JSON, and as lists of mistakes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from documents import Annotation, Document
from scoring import MEASURES, MISTAKES, Mistake, Scores
from speed import Speed

#: How many characters of the text are shown on each side of a mistake.
CONTEXT = 40


@dataclass
class Result:
    """What a system did on a folder of documents.

    :ivar scores: ``None`` where nothing is marked in the documents.
    :ivar speeds: by ``warm`` and ``cold``.
    :ivar failures: a line for each document, or measurement, at which the system failed.
    """

    folder: str
    system: str
    documents: int
    scores: Scores | None = None
    speeds: dict[str, Speed] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as aligned columns, the first row being the head; the first two columns to the left."""
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = []
    for row in rows:
        cells = [
            cell.ljust(width) if column < 2 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(cells).rstrip())
    lines.insert(1, "  ".join("-" * width for width in widths))
    return "\n".join(lines)


def result_rows(results: Iterable[Result]) -> list[list[str]]:
    """Return the table of results, one row for each folder and system."""
    head = ["folder", "system", "docs", *(f"{measure} P/R/F1" for measure in MEASURES)]
    rows = [[*head, "warm KB/s", "x words", "cold KB/s", "x words"]]
    for result in results:
        row = [result.folder, result.system, str(result.documents)]
        row += [figures_of(result, measure) for measure in MEASURES]
        for pass_ in ("warm", "cold"):
            speed = result.speeds.get(pass_)
            row += [f"{speed.kilobytes_per_second:.1f}", f"{speed.ratio:.1f}"] if speed else ["-", "-"]
        rows.append(row)
    return rows


def figures_of(result: Result, measure: str) -> str:
    """Return precision, recall and F1 as one cell."""
    if not result.scores:
        return "-"
    return "/".join(f"{figure:.1f}" for figure in result.scores.figures(measure))


def as_data(result: Result) -> dict[str, Any]:
    """Return a result as plain data for JSON; figures in per cent, two digits."""
    data: dict[str, Any] = {"folder": result.folder, "system": result.system, "documents": result.documents}
    if result.scores:
        data |= {"gold": result.scores.gold, "found": result.scores.found}
        for measure in MEASURES:
            figures = result.scores.figures(measure)._asdict()
            data[measure] = {name: round(figure, 2) for name, figure in figures.items()}
        data["kinds"] = dict(kind_counts(result.scores))
    for pass_, speed in result.speeds.items():
        data[pass_] = {name: round(figure, 2) for name, figure in speed._asdict().items()}
    return {**data, "failures": result.failures}


def kind_counts(scores: Scores) -> list[tuple[str, dict[str, int]]]:
    """Return the counts by kind of expression, the kinds with most mistakes in value first."""
    names = {name for name, _ in scores.kinds}
    columns = ("gold", "relaxed", "strict", "type", "value", "spurious")
    counts = {name: {column: scores.kinds[name, column] for column in columns} for name in names}
    return sorted(
        counts.items(),
        key=lambda item: (item[1]["value"] - item[1]["gold"] - item[1]["spurious"], item[0]),
    )


def kind_rows(results: Iterable[Result]) -> list[list[str]]:
    """Return the table of what was found and what was right by kind of expression."""
    rows = [["system", "kind", "gold", "found", "span right", "type right", "value right", "spurious"]]
    for result in results:
        for name, counts in kind_counts(result.scores) if result.scores else ():
            columns = ("gold", "relaxed", "strict", "type", "value", "spurious")
            rows.append(
                [f"{result.folder} {result.system}", name, *(str(counts[column]) for column in columns)]
            )
    return rows


def mistakes(scores: Scores, limit: int) -> list[str]:
    """Return up to so many mistakes of each sort as lines, those of one kind of expression together."""
    lines: list[str] = []
    for what in MISTAKES:
        chosen = [mistake for mistake in scores.mistakes if mistake.what == what]
        lines.append(f"{what}: {len(chosen)}")
        chosen.sort(key=lambda mistake: mistake.kind)
        lines += [f"  {describe(mistake)}" for mistake in chosen[:limit]]
    return lines


def describe(mistake: Mistake) -> str:
    """Return a mistake on one line: kind, document, both answers, and the words around them."""
    document = mistake.document
    answers = [
        f"{label} {annotation.type} {annotation.value} “{words(document, annotation)}”"
        for label, annotation in (("gold", mistake.gold), ("found", mistake.found))
        if annotation
    ]
    place = mistake.gold or mistake.found
    around = context(document, place) if place else ""
    return f"[{mistake.kind}] {document.name} ({document.day}): {'; '.join(answers)} | {around}"


def words(document: Document, annotation: Annotation) -> str:
    """Return the words of an expression on one line."""
    return " ".join(document.text[annotation.start : annotation.end].split())


def context(document: Document, annotation: Annotation) -> str:
    """Return an expression in brackets among its neighbours, on one line."""
    before = document.text[max(0, annotation.start - CONTEXT) : annotation.start]
    after = document.text[annotation.end : annotation.end + CONTEXT]
    return " ".join(f"{before}[[{words(document, annotation)}]]{after}".split())
