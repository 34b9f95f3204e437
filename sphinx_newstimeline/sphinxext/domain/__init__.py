"""The domain ``newstimeline``: what the environment knows of timelines and events, page by page."""

from .domain import NewsTimelineDomain, domain_of, outdated_pages
from .missing import explain_missing
from .records import Contribution, Gathering, TimelineRecord
from .scope import Scope

__all__ = [
    "Contribution",
    "Gathering",
    "NewsTimelineDomain",
    "Scope",
    "TimelineRecord",
    "domain_of",
    "explain_missing",
    "outdated_pages",
]
