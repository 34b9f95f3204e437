"""What can be wrong with an author's input, as values that travel with the results.

The core never logs.  Every stage returns its values together with the problems it met; the Sphinx
layer turns them into typed, located warnings and the command into lines on standard error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class ProblemKind(StrEnum):
    """The kinds of problem; each is also the subtype of the Sphinx warning.

    A member's documentation lives in :data:`DESCRIPTIONS`, from which the manual's list of
    warnings is made, so that a kind without a sentence cannot exist.
    """

    MISSING = "missing"
    UNREADABLE = "unreadable"
    ENCODING = "encoding"
    FORMAT = "format"
    EMPTY = "empty"
    METADATA = "metadata"
    MANIFEST = "manifest"
    DOCUMENT = "document"
    EXPORT = "export"
    UNPUBLISHED = "unpublished"
    PUBLISHED_CONFLICT = "published-conflict"
    PUBLISHED_GUESSED = "published-guessed"
    LANGUAGE = "language"
    PERIOD = "period"
    OUT_OF_RANGE = "out-of-range"
    WINDOW = "window"
    NO_EVENTS = "no-events"
    DEPENDENCY = "dependency"
    PROCESS = "process"
    CHARACTER = "character"
    EVENT_DATE = "event-date"
    UNKNOWN_TARGET = "unknown-target"
    AMBIGUOUS_TARGET = "ambiguous-target"
    EDIT = "edit"
    EDIT_CONFLICT = "edit-conflict"
    EDIT_STALE = "edit-stale"
    AS_OF = "as-of"
    CONFLICT = "conflict"
    TAGS = "tags"
    OPTION = "option"
    OPTION_VALUE = "option-value"
    CONTENT = "content"
    HOLIDAYS = "holidays"


DESCRIPTIONS: dict[ProblemKind, str] = {
    ProblemKind.MISSING: "A named article, manifest or glob matches no file.",
    ProblemKind.UNREADABLE: "A file cannot be opened or is of no kind that can be read.",
    ProblemKind.ENCODING: "A file is not UTF-8; the message names the offset of the first wrong byte.",
    ProblemKind.FORMAT: "A file's content is not what the ending of its name says; it is read as what it is.",
    ProblemKind.EMPTY: "An article has no text.",
    ProblemKind.METADATA: "A field of an article's front matter cannot be read as what it should be.",
    ProblemKind.MANIFEST: "A row, column or field of a manifest cannot be used.",
    ProblemKind.DOCUMENT: "A timeline document (JSON) or a part of it cannot be used.",
    ProblemKind.EXPORT: "``conf.py`` names a format that timelines cannot be exported in.",
    ProblemKind.UNPUBLISHED: "An article's publication date is unknown, so that expressions such as "
    "“on Wednesday” cannot be resolved.",
    ProblemKind.PUBLISHED_CONFLICT: "Two places give an article different publication dates.",
    ProblemKind.PUBLISHED_GUESSED: "A web page does not say for certain when it was published; the "
    "day is a guess.",
    ProblemKind.LANGUAGE: "An article's language is not supported.",
    ProblemKind.PERIOD: "A named period cannot be read.",
    ProblemKind.OUT_OF_RANGE: "A time expression lies outside the years 1 to 9999.",
    ProblemKind.WINDOW: "The window given by from and to is empty.",
    ProblemKind.NO_EVENTS: "A timeline has no entry to show.",
    ProblemKind.DEPENDENCY: "An optional library that an input needs is not installed.",
    ProblemKind.PROCESS: "A process that helped to read articles ended before its time; nothing is lost.",
    ProblemKind.CHARACTER: "The LaTeX engine has no glyph for a character of an article; the PDF shows its "
    "code point instead.",
    ProblemKind.EVENT_DATE: "The date of an event that is written by hand is not understood.",
    ProblemKind.UNKNOWN_TARGET: "A reference names an event or a timeline that does not exist.",
    ProblemKind.AMBIGUOUS_TARGET: "A reference, or a name, stands for more than one event or timeline.",
    ProblemKind.EDIT: "An entry of an edits file cannot be used; the others are.",
    ProblemKind.EDIT_CONFLICT: "Two edits of one event contradict each other; the first one holds.",
    ProblemKind.EDIT_STALE: "An edit's event is not there any more, or has another date than it was "
    "reviewed with.",
    ProblemKind.AS_OF: "A schedule does not know from which day on to look ahead.",
    ProblemKind.CONFLICT: "Several articles tell one event and put it on different days.",
    ProblemKind.TAGS: "The option ``tags`` chooses among nothing, since its timeline collects no events.",
    ProblemKind.OPTION: "A directive is given an option that it does not have; the others hold.",
    ProblemKind.OPTION_VALUE: "An option is given what it does not take; it is as if it were not given.",
    ProblemKind.CONTENT: "A directive is given nothing to show, or what it cannot show.",
    ProblemKind.HOLIDAYS: "``conf.py`` names a country whose public holidays are not known.",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that an author can mend.

    :param kind: what sort of problem it is.
    :param message: one sentence for people, without a full stop, that says what was wrong and what
        was expected.
    :param path: the file concerned, as it was given; empty where no file is.
    :param line: the line of that file, counted from 1, or ``None``.
    :param words: the words of the text concerned, or empty.
    """

    kind: ProblemKind
    message: str
    path: str = ""
    line: int | None = None
    words: str = ""

    def __str__(self) -> str:
        """Return the problem as one line: place, message, words."""
        place = f"{self.path}:{self.line}: " if self.line else f"{self.path}: " if self.path else ""
        words = f": “{self.words}”" if self.words else ""
        return f"{place}{self.message}{words} [{self.kind}]"


#: What is wrong once for all files of which the same is said.
_FOR_ALL = frozenset({ProblemKind.DEPENDENCY, ProblemKind.LANGUAGE})


def folded(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems with what is wrong once for all files told once: a library that is not installed.

    The first such file is named, the others are counted.  When a page was published does not matter where
    its language cannot be read.
    """
    distinct = list(dict.fromkeys(problems))
    unread = {one.path for one in distinct if one.kind is ProblemKind.LANGUAGE}
    distinct = [
        one for one in distinct if one.kind is not ProblemKind.PUBLISHED_GUESSED or one.path not in unread
    ]
    counts = Counter((one.kind, one.message) for one in distinct if one.kind in _FOR_ALL)
    told: list[Problem] = []
    for problem in distinct:
        key = problem.kind, problem.message
        count = counts[key] if problem.kind in _FOR_ALL else 1
        if count > 1:
            counts[key] = 0
            files = "1 more file" if count == 2 else f"{count - 1} more files"  # noqa: PLR2004
            told.append(replace(problem, message=f"{problem.message} (and {files})"))
        elif count:
            told.append(problem)
    return told
