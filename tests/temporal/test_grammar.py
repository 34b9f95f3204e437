"""The data of a language is compiled to a grammar, in which mistakes are told by their lines."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import reduce
from importlib.resources import files
from operator import or_

import pytest

from sphinx_newstimeline.temporal.grammar import grammar_of
from sphinx_newstimeline.temporal.grammar.codes import bits, codes_in, set_regex
from sphinx_newstimeline.temporal.grammar.compilation import _Read, compile_grammar
from sphinx_newstimeline.temporal.grammar.grammar import Classes, Rule
from sphinx_newstimeline.temporal.grammar.patterns import Group, Item, Tree
from sphinx_newstimeline.temporal.grammar.rules import RuleError, read_rules

WORDS = {"MONTH": {"May": 5, "June": 6}, "HEAD": {"term": "term"}, "DAYS": {"day": 1, "days": 1}}
RULES = ["@TRIGGER = MONTH | HEAD", "@HOUR_LEAD = 'at'", "== all", "A_DATE bare: m:MONTH => calendar"]


def compiled(*lines: str) -> list[Rule]:
    """Return the rules that these lines make, besides those that there are anyway."""
    grammar = compile_grammar(read_rules([*RULES, *lines]), WORDS, {}, {})
    return [Rule(*plain) for plain in grammar.rules][1:]


def test_slots_and_extents_are_groups() -> None:
    (rule,) = compiled("A_DATE range: 'from' <<a from:DAY> 'to' <b to:DAY> m:MONTH> => range unit=3")
    assert rule.slots == (("from", ("DAY",), 3), ("to", ("DAY",), 5), ("m", ("MONTH",), 6))
    assert (rule.extent, rule.parts) == (1, (2, 4))
    assert rule.constants == (("unit", 3),)
    assert re.compile(rule.regex).groups == 6


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("A_DATE one: m:MONHT => calendar", "line 5: no class or kind is called MONHT"),
        ("A_DATE one: m:MONTH 'of' m:MONTH => calendar", "line 5: m stands twice"),
        ("A_DATE one: m:MONTH & => calendar", "line 5: cannot read the pattern"),
        ("A_DATE one: m:MONTH", "line 5: not a rule"),
        ("DAYS one: m:MONTH => calendar", "a class of words and a kind have the same name: DAYS"),
    ],
)
def test_a_mistake_is_told(line: str, said: str) -> None:
    with pytest.raises(RuleError, match=said):
        compiled(line)


@pytest.mark.parametrize(
    "codes", ["\x03", "-", "]", "^ab", "\\]", "abc", "\x00\x01\t\n !#&|~", "aceg\u0100\u0101"]
)
def test_a_set_matches_its_codes_alone(codes: str) -> None:
    pattern = re.compile(set_regex("".join(sorted(codes))))
    matched = "".join(chr(code) for code in range(0x180) if pattern.fullmatch(chr(code)))
    assert matched == "".join(sorted(codes)) == codes_in(bits(codes))


def test_words_that_rules_name_together_have_codes_that_follow_each_other() -> None:
    """Sets of three ranges and codes beyond a byte take a regular expression a millisecond to compile."""
    regexes = [Rule(*plain).regex for plain in grammar_of("en").rules]
    sets = [found for regex in regexes for found in re.findall(r"\[((?:\\?.)+?)\]", regex, re.DOTALL)]
    ranges = [re.findall(r"(\\?.)(?:-(\\?.))?", found, re.DOTALL) for found in sets]
    slow = [found for found, its in zip(sets, ranges, strict=True) if len(its) > 2 and max(found) > "\xff"]
    assert len(slow) < len(sets) / 50


def test_a_grammar_is_plain() -> None:
    """Values of classes would be looked at by every search for garbage, and be slow to read from a file."""
    kinds = set()

    def walk(value: object) -> None:
        kinds.add(type(value))
        if isinstance(value, dict):
            walk(tuple(value.items()))
        elif isinstance(value, tuple | list):
            for part in value:
                walk(part)

    walk(tuple(grammar_of("en")))
    assert kinds <= {dict, tuple, list, str, int, float, bool}


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        ("MONTH 'of' DAYS", ["'of'", "DAYS"]),
        ("MONTH DAYS? 'of'*", []),
        ("MONTH? DAYS", ["DAYS"]),
        ("MONTH <a ('at' | 'of') DAYS> !MONTH", ["'at' 'of'", "DAYS"]),
        ("MONTH ('at' | DAYS?)", []),
        ("MONTH | DAYS", ["DAYS MONTH"]),
        ("~'of' MONTH", ["MONTH"]),
    ],
)
def test_what_a_match_needs_behind_its_first_word(pattern: str, needs: list[str]) -> None:
    rules = read_rules([*RULES, f"A_DATE one: {pattern} => calendar", "A_DATE two: 'at' 'of' => calendar"])
    grammar = compile_grammar(rules, WORDS, {}, {})
    code_of = {"'at'": "at", "'of'": "of", "DAYS": "day", "MONTH": "May"}
    expected = {bits(grammar.codes[code_of[name]] for name in names.split()) for names in needs}
    assert set(Rule(*grammar.rules[1]).needs) == expected


def test_all_that_a_rule_matches_has_what_it_needs() -> None:
    """A match is made of each alternative of each rule of English, with as little else as there may be."""
    read = rules_of_english()
    for line, pattern, plain in zip(read.lines, read.patterns, read.rules(), strict=True):
        for match in shortest(pattern.tree, read.bits):
            assert all(need & match for need in plain.needs), line


def rules_of_english() -> _Read:
    folder = files("sphinx_newstimeline").joinpath("temporal", "lang", "en")
    lines = folder.joinpath("rules.txt").read_text("utf-8").splitlines()
    return _Read.of(read_rules(lines), tomllib.loads(folder.joinpath("words.toml").read_text("utf-8")))


def shortest(tree: Tree, bits_of: Mapping[Classes, int]) -> list[int]:
    """Return the codes, as bits, of short matches: one for each alternative."""
    if isinstance(tree, Item):
        lowest = bits_of[tree.classes]
        return [lowest & -lowest]
    if not isinstance(tree, Group):
        return [0]
    found = []
    for option in tree.options:
        parts = [shortest(part, bits_of) for part in option]
        least = [part[0] for part in parts]
        for index, part in enumerate(parts):
            found += [reduce(or_, [*least[:index], codes, *least[index + 1 :]], 0) for codes in part]
    return found
