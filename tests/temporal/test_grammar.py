"""The data of a language is compiled to a grammar, in which mistakes are told by their lines."""

from __future__ import annotations

import re

import pytest

from sphinx_newstimeline.temporal.grammar import compile_grammar, read_rules
from sphinx_newstimeline.temporal.grammar.codes import bits, codes_in, set_regex
from sphinx_newstimeline.temporal.grammar.grammar import Rule
from sphinx_newstimeline.temporal.grammar.rules import RuleError
from sphinx_newstimeline.temporal.language import grammar_of

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
