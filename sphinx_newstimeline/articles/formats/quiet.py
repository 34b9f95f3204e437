"""Silence for libraries that complain on the screen of what is told here as a problem."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_NOWHERE = logging.NullHandler()


@contextmanager
def quiet(name: str) -> Iterator[None]:
    """Keep what a library logs from everybody while it works.

    Without a handler, Python itself would print it; and where a program, or another of its libraries, has
    set up logging for all, that would.

    :param name: the name of its logger.
    """
    logger = logging.getLogger(name)
    logger.addHandler(_NOWHERE)
    before, logger.propagate = logger.propagate, False
    try:
        yield
    finally:
        logger.propagate = before
