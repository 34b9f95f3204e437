"""The chronological index: every event of the project, year by year, with the page that it stands on."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, ClassVar

from sphinx.domains import Index, IndexEntry
from sphinx.locale import get_translation

from ...timeline import sort_day
from ...timeline.ordering import sort_key
from .._compat import builder_class
from ..dates import locale_of, plain_text, write_unit
from ..event_dates import date_of
from .keeping import KeepingDomain
from .naming import first_words, name_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .objects import Place

_ = get_translation("sphinx_newstimeline")

#: An entry of its own, as against one with others below it.
_NORMAL = 0


class _Translated(type(Index)):  # type: ignore[misc] # the metaclass of abstract classes
    """Gives an index its names as plain texts: some builders cannot write lazy ones."""

    @property
    def localname(cls) -> str:
        """Return the name in the language of the project."""
        return str(_("Chronology"))

    @property
    def shortname(cls) -> str:
        """Return the name for navigation bars."""
        return str(_("chronology"))


class ChronologyIndex(Index, metaclass=_Translated):
    """Lists the project's events by year; ``newstimeline-chronology`` is the name of its page."""

    name = "chronology"
    localname: ClassVar = property(lambda self: type(self).localname)
    shortname: ClassVar = property(lambda self: type(self).shortname)

    def generate(
        self, docnames: Iterable[str] | None = None
    ) -> tuple[list[tuple[str, list[IndexEntry]]], bool]:
        """Return the entries by year, of all pages or of some; none of them can be folded away.

        Texinfo gets none: its menus lead to chapters and sections, not to an entry within one.
        """
        if builder_class(self.domain.env).name == "texinfo":
            return [], False
        wanted = None if docnames is None else set(docnames)
        if not isinstance(self.domain, KeepingDomain):
            raise TypeError(type(self.domain))
        places = [
            place
            for id_, place in self.domain.objects.events.items()
            if id_ == place.event.id
            and sort_day(place.event) is not None
            and (wanted is None or place.record.docname in wanted)
        ]
        places.sort(key=lambda place: sort_key(place.event))
        titles = {docname: title.astext() for docname, title in self.domain.env.titles.items()}
        locale = locale_of(self.domain.env.config.language)
        years = groupby(places, key=_year)
        return [
            (plain_text(write_unit(year, locale)), [self._entry(place, titles) for place in group])
            for year, group in years
        ], False

    def _entry(self, place: Place, titles: Mapping[str, str]) -> IndexEntry:
        """Return the entry of an event; print has room for the name alone.

        :param titles: those of all pages.
        """
        env, docname = self.domain.env, place.record.docname
        locale = locale_of(env.config.language)
        title = titles.get(docname, docname)
        if builder_class(env).format == "html":
            date, words = plain_text(date_of(place.event, locale)), first_words(place.event)
        else:
            date, words = name_of(place.event, locale), ""
        return IndexEntry(date, _NORMAL, docname, place.node_id, title, "", words)


def _year(place: Place) -> str:
    """Return the year that an event stands under, in EDTF."""
    day = sort_day(place.event)
    return f"{day.year:04}" if day else ""
