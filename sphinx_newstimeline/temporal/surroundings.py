"""Surroundings: what stands in the text around the expression that is read, looked at only when asked."""

from __future__ import annotations

from collections.abc import Sequence

from .cues import Cue, Cues
from .finding import Found
from .governors import Governors
from .sentences import SENTENCE_END

#: The kind of what recurs.
SET_KIND = "RECUR"
#: How much white space there may be before a paragraph.
LEAD = 12
#: What stands before a sentence.
SENTENCE_MARKS = (".", "!", "?", "\n")
#: How many characters may stand between two days of a list: " and ", or " and again ".
SHORT_JOINT, LONGEST_JOINT = 5, 11
#: What stands between an expression and another that says the same again.
APPOSED = {", ", " (", " - ", " – ", " — "}
#: A clause that looks ahead.
AHEAD = Cue(1, "")


class Surroundings:
    """A text, and the group of expressions in it that is read now: a single one, or those of a range or list.

    :ivar groups: all groups of the text, in order; ``index`` is that of the one that is read.
    :ivar position: its offset in the text; that of its phrase, which has the preposition, is ``phrase``.
    :ivar asked: what was found to say whether it looks ahead or back, if that was asked.
    """

    __slots__ = ("_cues", "_governors", "asked", "groups", "index", "phrase", "position", "text")

    def __init__(self, text: str, groups: Sequence[list[Found]], cues: Cues, governors: Governors) -> None:
        """Take a text, what was found in it, and what its language says of what stands around that."""
        self.text = text
        self.groups = groups
        self._cues, self._governors = cues, governors
        self.index = self.position = self.phrase = 0
        self.asked: Cue | None = None

    def go_to(self, index: int) -> None:
        """Go to a group."""
        first = self.groups[index][0]
        self.index, self.position, self.phrase, self.asked = index, first.start, first.phrase_start, None

    def clause(self) -> Cue:
        """Return what the clause says."""
        return self._cues.find(self.text, self.phrase, self.groups[self.index][-1].phrase_end)

    def begins_entry(self) -> bool:
        """Return whether it is the time at which what follows was written."""
        return self._cues.begins_entry(self.text, self.position)

    def describes(self) -> bool:
        """Return whether it describes a noun behind it: "by overnight losses"."""
        return self._cues.describes(self.text, self.position)

    def plans(self, cue: Cue) -> bool:
        """Return whether the word that decided looks ahead, be it from the past: "was told to leave by"."""
        return self._cues.looks_ahead(cue.word)

    def has_verb(self, start: int, end: int) -> bool:
        """Return whether one of the words there, behind a preposition, says which way its clause looks."""
        return any(self._cues.clauses.verbs.signs.get(word) for word in self.text[start:end].split()[1:])

    def following(self) -> Found | None:
        """Return what comes next in the sentence, if nothing comes before it there."""
        group, following = self.groups[self.index], self.groups[self.index + 1 : self.index + 2]
        if not following:
            return None
        if self.index and not self._ends(self.groups[self.index - 1][-1].end, group[0].start):
            return None
        found = following[0][0]
        return None if self._ends(group[-1].end, found.start) else found

    def apposed(self) -> Found | None:
        """Return what says the same again right behind it: "Good Friday, 29 March 2002"."""
        following = self.groups[self.index + 1 : self.index + 2]
        if not following:
            return None
        found = following[0][0]
        between = self.text[self.groups[self.index][-1].end : found.start]
        return found if between in APPOSED else None

    def is_beside(self, end: int) -> bool:
        """Return whether it stands in the same sentence as what ends there."""
        return not self._ends(min(end, self.position), self.position)

    def recurs(self) -> bool:
        """Return whether what recurs stands right before it: "every Monday from May to July"."""
        if not self.index:
            return False
        before = self.groups[self.index - 1][-1]
        return before.expression.kind == SET_KIND and not self.text[before.end : self.phrase].strip()

    def is_of_birth(self) -> bool:
        """Return whether it is when somebody was born."""
        return self._governors.birth.search(self.text, self.phrase) is not None

    def goes_on(self, end: int) -> bool:
        """Return whether it stands beside what ends there, as in a list: "tomorrow and Friday"."""
        between = self.text[end : self.phrase]
        if not 0 < len(between) <= LONGEST_JOINT or "." in between or "\n" in between:
            return False
        return len(between) <= SHORT_JOINT or self._cues.coordinates(between)

    def begins(self, start: int | None = None) -> bool:
        """Return whether a sentence begins with its phrase, or at an offset."""
        start = self.phrase if start is None else start
        before = self.text[max(0, start - LEAD) : start].rstrip(" \"“‘'(")
        return not before or before.endswith(SENTENCE_MARKS)

    def opens(self) -> bool:
        """Return whether it opens a paragraph, or is a heading."""
        start = self.phrase
        before = self.text[max(0, start - LEAD) : start]
        if "\n" not in before and start > LEAD:
            return False
        space = before[len(before.rstrip()) :]
        return "\n" in space or len(space) == start

    def _ends(self, start: int, end: int) -> bool:
        """Return whether a sentence ends between two places."""
        return SENTENCE_END.search(self.text, start, end) is not None
