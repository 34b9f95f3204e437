"""Holidays by name, and the days that they fall on (data: ``holidays.toml``, and the library ``holidays``).

It knows nothing of the other stages, so that the tagger can ask it.
"""

from __future__ import annotations

from .countries import unknown_countries
from .holiday import DEFAULT_COUNTRIES, find_holiday_names, holiday_interval

__all__ = ["DEFAULT_COUNTRIES", "find_holiday_names", "holiday_interval", "unknown_countries"]
