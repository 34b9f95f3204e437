"""How the time of some work grows, as a ratio within one run: machines are noisy, seconds say nothing."""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

#: A linear worker needs four times as long for four times as much, a quadratic one sixteen times.
TIMES_AS_MUCH, TOO_MUCH = 4, 9
#: Below a few milliseconds the clock is too coarse to compare, and nothing is slow.
COARSE = 0.004
#: Another program can slow down one measurement; what is quadratic fails every time.
ATTEMPTS = 5


def assert_linear(work: Callable[[int], object], count: int) -> None:
    """Fail where *work* of four times *count* takes more than nine times as long, in every attempt."""
    ratios = []
    for _ in range(ATTEMPTS):
        short, long = seconds(work, count), seconds(work, count * TIMES_AS_MUCH)
        ratios.append(long / max(short, COARSE))
        if ratios[-1] < TOO_MUCH:
            return
    raise AssertionError(f"four times as much took {min(ratios):.1f} times as long at best")


def seconds(work: Callable[[int], object], count: int) -> float:
    """Return the processor's time for the work, the best of three."""
    times = []
    for _ in range(3):
        start = process_time()
        work(count)
        times.append(process_time() - start)
    return min(times)
