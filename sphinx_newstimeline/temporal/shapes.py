"""The classes of words that are known by their shape: numbers, ordinals, decades, codes and clock times.

They are listed rather than recognised, so that a text is coded by one look-up a word.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import TypeAlias

Value: TypeAlias = int | str

LAST_LISTED_NUMBER = 2199
#: How high ordinals in digits are listed.
LAST_ORDINAL = 250
CODED_CENTURIES = (19, 20)
#: How high numbers are listed that end in the sign of a fraction: "2½".
LAST_MIXED_NUMBER = 100
VULGAR_FRACTIONS = {"¼": 0.25, "½": 0.5, "¾": 0.75}


def number_classes(digits: str) -> set[str]:
    """Return the classes that a string of digits belongs to by its shape."""
    number, length = int(digits), len(digits)
    padded = digits[0] == "0" and length > 1
    tests = {
        "NUM": not padded or length == 2,
        "DAY": 1 <= number <= 31 and length <= 2,
        "MONTH_NUM": 1 <= number <= 12 and length <= 2,
        "YEAR": length == 4 and 1000 <= number <= LAST_LISTED_NUMBER,
        "SMALL_YEAR": 1 <= number <= 999 and not padded,
        "YY": length == 2,
        "HOUR": number <= 24 and length <= 2,
        "HOUR12": 1 <= number <= 12 and length <= 2,
        "SIXTY": number < 60 and length == 2,
        "THOUSANDS": length == 3,
        "FRACTION": length <= 2,
        "TEN_YEAR": length == 4 and number % 10 == 0 and 1000 <= number < 2200,
        "TEN_YY": length == 2 and number % 10 == 0,
        "CLOCK4": length == 4 and number // 100 < 24 and number % 100 < 60,
    }
    return {name for name, holds in tests.items() if holds}


def ordinal_ending(number: int) -> str:
    """Return the English ending of an ordinal in digits."""
    return "th" if number // 10 % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def shape_classes() -> dict[str, dict[str, Value]]:
    """Return class to (word to value) for all words that are known by their shape."""
    classes: dict[str, dict[str, Value]] = defaultdict(dict)
    for makers in (_numbers, _ordinals_and_decades, _codes, _clock_times):
        for name, word, value in makers():
            classes[name][word] = value
    return dict(classes)


def _numbers() -> Iterator[tuple[str, str, Value]]:
    """Yield numbers in digits, with leading zeros up to four digits."""
    digits = [str(number) for number in range(LAST_LISTED_NUMBER + 1)]
    for width in (2, 3, 4):
        digits += [f"{number:0{width}}" for number in range(10 ** (width - 1))]
    for number in digits:
        for name in number_classes(number):
            yield name, number, int(number)
    for whole in range(LAST_MIXED_NUMBER + 1):
        for sign, part in VULGAR_FRACTIONS.items():
            yield "MIXED", f"{whole or ''}{sign}", str(whole + part)
    for large in range(LAST_LISTED_NUMBER + 1, 10_000):
        yield "NUM", str(large), large


def _ordinals_and_decades() -> Iterator[tuple[str, str, Value]]:
    """Yield "3rd", "80s", "470s", "1980s"."""
    for rank in range(1, LAST_ORDINAL + 1):
        yield "NTH", f"{rank}{ordinal_ending(rank)}", rank
    for decade in range(LAST_LISTED_NUMBER // 10):
        if decade < 10:
            yield "YYS", f"{decade}0s", decade * 10
        else:
            yield ("SMALL_DECADE" if decade < 100 else "DECADE"), f"{decade}0s", decade


def _codes() -> Iterator[tuple[str, str, Value]]:
    """Yield what companies call their periods: "FY25", "3Q24", "1H2024", as year and number of the part."""
    for short in range(100):
        written = {f"{short:02}": short}
        written |= {f"{century}{short:02}": century * 100 + short for century in CODED_CENTURIES}
        for digits, year in written.items():
            yield "FISCAL_CODE", f"FY{digits}", year
            for index in range(1, 5):
                yield "QUARTER_OF_YEAR", f"{index}Q{digits}", year * 10 + index
            for index in (1, 2):
                yield "HALF_OF_YEAR", f"{index}H{digits}", year * 10 + index


def _clock_times() -> Iterator[tuple[str, str, Value]]:
    """Yield "9pm", "30am" of "9:30am", and the parts "13T10" and "30Z" of ISO 8601's moments."""
    for half in ("am", "pm", "AM", "PM"):
        for hour in range(1, 13):
            yield "HOUR_AMPM", f"{hour}{half}", hour
        for minute in range(60):
            yield "MINUTE_AMPM", f"{minute:02}{half}", minute
    for minute in range(60):
        yield "MINUTE_Z", f"{minute:02}Z", minute
    for day in range(1, 32):
        for hour in range(24):
            yield "DAY_HOUR", f"{day:02}T{hour:02}", f"{day:02}T{hour:02}"
    # Agencies write "0630GMT" and "06:30GMT".
    for minute in range(60):
        yield "MINUTE_GMT", f"{minute:02}GMT", minute
        for hour in range(24):
            yield "CLOCK_GMT", f"{hour:02}{minute:02}GMT", hour * 100 + minute
