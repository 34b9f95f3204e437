"""How a timeline is to be shown: what its options and ``conf.py`` ask for, whatever turns out to be in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..timeline import Order, Window
from .drawing import Drawing
from .layouts import CLOSE, Layout
from .showing import ENOUGH_FOR_CHART, ENOUGH_FOR_CONTROLS, Showing

if TYPE_CHECKING:
    from typing import Any

    from sphinx.config import Config

    from ..timeline import Timeline
    from .addresses import Address


@dataclass(frozen=True, slots=True)
class Presentation:
    """How a timeline is to be shown; it pickles, with a detached address.

    :param drawing: what does not depend on the events that there are.
    :param chart: whether there is an overview chart.
    :param controls: whether readers of web pages can filter the events.
    """

    drawing: Drawing
    chart: Showing = Showing.HIDE
    controls: Showing = Showing.HIDE

    def drawing_of(self, timeline: Timeline) -> Drawing:
        """Return how a timeline is drawn that has these events."""
        dated = len(timeline.events)
        return replace(
            self.drawing,
            charted=self.chart.wants(dated, ENOUGH_FOR_CHART),
            controlled=self.controls.wants(dated + len(timeline.undated), ENOUGH_FOR_CONTROLS),
        )

    def detached(self) -> Presentation:
        """Return the same, to be kept beyond the reading of its page: without nodes."""
        drawing = replace(self.drawing, address=self.drawing.address.detached(), written={}, copies={})
        return replace(self, drawing=drawing)


def present(options: dict[str, Any], config: Config, address: Address, line: int) -> Presentation:
    """Return how the options of a timeline, and behind them ``conf.py``, want it shown.

    :param line: the line of the directive.
    """
    drawing = Drawing(
        language=config.language,
        address=address,
        line=line,
        window=window_of(options),
        descending=options["order"] is Order.DESCENDING,
        layout=options["layout"],
        explained=_explained(options, config),
    )
    chart = _showing("chart", options, config)
    if options["layout"] is Layout.SCHEDULE and chart is Showing.AUTO:
        chart = Showing.HIDE  # an agenda is a list to go through
    return Presentation(drawing, chart, _showing("controls", options, config))


def window_of(options: dict[str, Any]) -> Window:
    """Return the window from the first day of ``:from:`` to the last one of ``:to:``."""
    first, last = options["from"], options["to"]
    return Window(first.earliest if first else None, last.latest if last else None)


def merges(option: bool | None, config: Config) -> bool:  # noqa: FBT001 - the option's own value
    """Return whether what tells one event is one entry, by the option, else by configuration."""
    return bool(config.newstimeline_merge != "none") if option is None else option


def _showing(name: str, options: dict[str, Any], config: Config) -> Showing:
    """Return whether there is a chart, or controls, by the option of that name, else by configuration."""
    option: Showing | None = options[name]
    configured = config[f"newstimeline_{name}"]
    # Sphinx has warned of any other value.
    return option or (Showing(configured) if configured in set(Showing) else Showing.AUTO)


def _explained(options: dict[str, Any], config: Config) -> bool:
    """Return whether dates are explained: as asked for, and else not where there is little room."""
    if options["why"]:
        return bool(options["why"] == "show")
    return bool(config.newstimeline_why == "show") and options["layout"] not in CLOSE
