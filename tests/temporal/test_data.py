"""The data of English: nothing stands there twice, or is asked for by nobody."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from importlib.resources import files

import pytest

from sphinx_newstimeline.temporal.cues import SIGNS
from sphinx_newstimeline.temporal.grammar.compilation import HEADS, MONTHS, TIMES
from sphinx_newstimeline.temporal.grammar.context import spelled_out
from sphinx_newstimeline.temporal.grammar.rules import RuleError, read_rules

FOLDER = files("sphinx_newstimeline").joinpath("temporal", "lang", "en")
WORDS = tomllib.loads(FOLDER.joinpath("words.toml").read_text("utf-8"))
CONTEXT_TEXT = FOLDER.joinpath("context.toml").read_text("utf-8")
CONTEXT = tomllib.loads(CONTEXT_TEXT)
RULES = read_rules(FOLDER.joinpath("rules.txt").read_text("utf-8").splitlines())
PATTERNS = " ".join(
    [rule.pattern for level in RULES.levels for rule in level]
    + [member for members in RULES.unions.values() for member in members]
)
#: The rule that reads holidays and periods by their names, of which there is no line.
NAME = "name"
#: What of the parser's own there is besides the classes and unions that rules name.
OWN = {*HEADS, *MONTHS, *TIMES, "TRIGGER", "HOUR_LEAD"}


#: The lists of words of the context, by their names.
LISTS = {
    name: words
    for name, words in (CONTEXT["direction"] | CONTEXT["words"]).items()
    if isinstance(words, list)
}


@pytest.mark.parametrize("name", LISTS)
def test_no_word_stands_twice_in_a_list(name):
    assert [word for word, count in Counter(LISTS[name]).items() if count > 1] == []


def test_no_word_looks_two_ways():
    ways = Counter(word for name in SIGNS for word in CONTEXT["direction"][name])
    assert [word for word, count in ways.items() if count > 1] == []


def test_every_class_and_union_is_named_by_a_rule():
    named = set(re.findall(r"_?[A-Z][A-Z0-9_]*", PATTERNS)) | OWN
    assert sorted((WORDS.keys() | RULES.unions.keys()) - named) == []


def test_guards_watch_rules_that_there_are():
    names = {rule.name for level in RULES.levels for rule in level} | {NAME}
    assert sorted({rule for guard in CONTEXT["guard"] for rule in guard["rules"]} - names) == []


@pytest.mark.parametrize("name", sorted(CONTEXT["words"]))
def test_every_list_is_named_by_a_pattern(name):
    assert f"{{{name}}}" in CONTEXT_TEXT


def test_lists_are_spelled_out_in_patterns():
    context = {"words": {"game": ["goals?", "punt"]}, "guard": [{"after": " (?:{game}){2}", "rules": ["x"]}]}
    assert spelled_out(context) == {"guard": [{"after": " (?:goals?|punt){2}", "rules": ["x"]}]}


def test_a_list_that_there_is_not_is_told():
    with pytest.raises(RuleError, match="no list is called games; there is game"):
        spelled_out({"words": {"game": ["goal"]}, "rate": {"before": "(?:{games})"}})
