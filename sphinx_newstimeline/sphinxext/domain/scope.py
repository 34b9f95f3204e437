"""From where a timeline takes events."""

from enum import StrEnum


class Scope(StrEnum):
    """From which pages a timeline collects events."""

    PAGE = "page"
    TREE = "tree"
    ALL = "all"
