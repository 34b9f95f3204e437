"""What the nodes of a timeline depend on besides its values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..timeline import Window
from .dates import locale_of
from .layouts import Layout

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from babel import Locale

    from .addresses import Address
    from .written import Written


@dataclass(frozen=True, slots=True)
class Drawing:
    """What the nodes of a timeline depend on besides its values.

    :param language: Sphinx's ``language``: the reader's.
    :param address: where the events' ids come from.
    :param languages: the language of each article by path, where it is known.
    :param pages: the names of the project's pages that articles are, by path.
    :param copies: the files that are published, by path: each as seen from the source folder.
    :param line: the line of the directive, for links that turn out to be broken.
    :param descending: whether the last event comes first.
    :param charted: whether there is an overview chart.
    :param controlled: whether readers of web pages can filter the events.
    :param window: what the timeline was selected by, beyond which the chart does not go.
    :param layout: how the events are arranged.
    :param explained: whether each event says why it has its date.
    :param written: what authors wrote, by the id of the event.
    :param as_of: the day that the timeline is told from, if any.
    """

    language: str
    address: Address
    languages: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, str] = field(default_factory=dict)
    copies: Mapping[str, str] = field(default_factory=dict)
    line: int | None = None
    descending: bool = False
    layout: Layout = Layout.TIMELINE
    explained: bool = True
    written: Mapping[str, Written] = field(default_factory=dict)
    as_of: date | None = None
    charted: bool = False
    controlled: bool = False
    window: Window = field(default_factory=Window)

    @property
    def locale(self) -> Locale:
        """Return the reader's locale."""
        return locale_of(self.language)
