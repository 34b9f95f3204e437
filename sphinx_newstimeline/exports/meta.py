"""What an export says besides the events: what the timeline is called and where it is to be seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..events.lead import Lead
from .wording import ENGLISH, Wording


@dataclass(frozen=True, slots=True)
class Meta:
    """The surroundings of a timeline.

    :param title: what it is called, as plain text, or empty.
    :param url: the address of the page that shows it, absolute, or empty.
    :param addresses: the absolute address of each event by its id, where it has one.
    :param languages: the language of each article by path, where the article states one.
    :param undated: whether events without a date are written, where the format can hold them.
    :param wording: the words of the reader's language.
    :param leads: how the articles begin, for who selects from the timeline once more.
    :param marked: whether a table starts with a byte order mark, by which spreadsheets know UTF-8.
    """

    title: str = ""
    url: str = ""
    addresses: Mapping[str, str] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    undated: bool = True
    wording: Wording = ENGLISH
    leads: tuple[Lead, ...] = ()
    marked: bool = False

    def address_of(self, event_id: str) -> str:
        """Return where an event is to be seen: its own address, else that of the page, else nothing."""
        return self.addresses.get(event_id, self.url)
