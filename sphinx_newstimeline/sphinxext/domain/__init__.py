"""The domain ``newstimeline``: what the environment knows of timelines and events, page by page."""

from .domain import NewsTimelineDomain, domain_of, outdated_pages
from .records import Contribution, TimelineRecord

__all__ = ["Contribution", "NewsTimelineDomain", "TimelineRecord", "domain_of", "outdated_pages"]
