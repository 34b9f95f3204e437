"""Parts of a timeline that only a long one needs."""

from enum import StrEnum

#: A timeline of no more events is seen at a glance without a chart …
ENOUGH_FOR_CHART = 5

#: … and one of no more is read faster than filtered.
ENOUGH_FOR_CONTROLS = 12


class Showing(StrEnum):
    """Whether a timeline has a part that only a long one needs: its chart, its controls."""

    AUTO = "auto"
    SHOW = "show"
    HIDE = "hide"

    def wants(self, events: int, enough: int) -> bool:
        """Return whether a timeline of so many events gets the part, which up to *enough* go without."""
        return self is Showing.SHOW or (self is Showing.AUTO and events > enough)
