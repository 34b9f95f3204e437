"""With which codes a rule can begin: only rules that can are tried at a place.

The patterns of rules are regular expressions of a small kind: sets of codes, groups, alternatives,
``?`` and ``*``; this reads just that kind.
"""

from __future__ import annotations


def first_codes(pattern: str) -> str:
    """Return the codes that a compiled rule's pattern can begin with."""
    found: list[str] = []
    _first(pattern, 0, found)
    return "".join(sorted(set("".join(found))))


def _first(pattern: str, position: int, found: list[str]) -> tuple[int, bool]:
    """Collect the first codes of an alternation from *position*.

    :return: the position behind it, and whether it can match nothing.
    """
    nullable_any = False
    nullable = True
    while position < len(pattern) and pattern[position] != ")":
        sign = pattern[position]
        if sign == "|":
            nullable_any, nullable, position = nullable_any or nullable, True, position + 1
            continue
        sub: list[str] = []
        if sign == "[":
            end = pattern.index("]", position)
            sub.append(pattern[position + 1 : end])
            position, item_nullable = end + 1, False
        elif pattern.startswith(("(?!", "(?<!"), position):
            position = pattern.index(")", position) + 1
            continue
        else:
            inner = pattern.index(">", position) + 1 if pattern.startswith("(?P<", position) else position + 3
            position, item_nullable = _first(pattern, inner, sub)
            position += 1
        if position < len(pattern) and pattern[position] in "?*":
            position, item_nullable = position + 1, True
        if nullable:
            found.extend(sub)
        nullable = nullable and item_nullable
    return position, nullable_any or nullable
