"""What an author can say to a review, each declared once: the prompt, its help and the manual show it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """One word of the dialogue.

    :param key: its letter.
    :param name: the whole word, which does as well.
    :param help: what it does.
    :param asks: what it needs to know, if it was not said behind the letter.
    :param edit: the key of the edits file that it sets, if any.
    :param done: what was done to what it was said of.
    """

    key: str
    name: str
    help: str
    asks: str = ""
    edit: str = ""
    done: str = ""


ENTRY: tuple[Command, ...] = (
    Command("k", "keep", "it is right as it is: do not ask again", done="kept"),
    Command("h", "hide", "take it away from every timeline", edit="hide", done="hidden"),
    Command(
        "d", "date", "give it another date: 2025-01-20, by 20 January 2025", "date", "date", "dated anew"
    ),
    Command(
        "r", "reword", "put another sentence in place of the article's", "sentence", "sentence", "reworded"
    ),
    Command("t", "title", "give it a headline", "title", "title", "given a title"),
    Command("g", "tags", "sort it under words, with commas between them", "tags", "tags", "tagged"),
    Command("p", "pin", "show it whatever else is selected", edit="pin", done="pinned"),
    Command("m", "merge", "make one entry of it and the one before", edit="merge", done="merged"),
    Command("x", "split", "keep apart what was merged into it", edit="split", done="split"),
    Command("a", "accept", "note that its articles disagree on the date", edit="accept", done="accepted"),
    Command("s", "skip", "leave it for another time; an empty line does the same"),
    Command("c", "certain", "keep this and all others that nothing is doubtful of"),
    Command("u", "undo", "take the last decision back"),
    Command("b", "back", "go back by one"),
    Command("q", "quit", "stop; everything is written"),
    Command("?", "help", "say all this"),
)

STALE: tuple[Command, ...] = (
    Command("m", "move", "the edit is for the nearest event, shown here", done="moved"),
    Command("x", "delete", "delete the edit", done="deleted"),
    *(command for command in ENTRY if command.name in {"skip", "undo", "back", "quit", "help"}),
)


def command_of(line: str, known: tuple[Command, ...]) -> tuple[Command | None, str]:
    """Return the command that a line begins with, and the rest of the line.

    An empty line is ``skip``.
    """
    word, _space, rest = line.strip().partition(" ")
    word = word.lower() or "s"
    found = next((command for command in known if word in {command.key, command.name}), None)
    return found, rest.strip()


def bar(known: tuple[Command, ...], width: int) -> list[str]:
    """Return the lines that name the commands: ``k keep  h hide  …``."""
    lines = [""]
    for name in (f"{command.key} {command.name}" for command in known):
        longer = f"{lines[-1]}  {name}".strip()
        if len(longer) > width:
            lines.append(name)
        else:
            lines[-1] = longer
    return lines
