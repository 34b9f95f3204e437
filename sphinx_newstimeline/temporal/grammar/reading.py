"""From the files of a language to its grammar."""

from __future__ import annotations

import tomllib
from importlib.resources import files

from ...holidays import find_holiday_names
from .compilation import compile_grammar
from .grammar import Grammar
from .rules import read_rules
from .sources import CONTEXT, LANGUAGES, RULES, WORDS


def read_grammar(code: str) -> Grammar:
    """Return the grammar of a language that has data, made from these.

    :raises RuleError: where a rule cannot be read.
    """
    # Not by their paths: the package may be read from a zip file.
    folder = files(__package__.split(".")[0]).joinpath(*LANGUAGES, code)
    return compile_grammar(
        read_rules(folder.joinpath(RULES).read_text("utf-8").splitlines()),
        tomllib.loads(folder.joinpath(WORDS).read_text("utf-8")),
        tomllib.loads(folder.joinpath(CONTEXT).read_text("utf-8")),
        find_holiday_names(code),
    )
