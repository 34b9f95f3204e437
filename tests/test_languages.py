"""Language tags, and what stages have for languages."""

from __future__ import annotations

import pytest

from sphinx_newstimeline.languages import data_of, primary

EVENTS = "sphinx_newstimeline.events"


@pytest.mark.parametrize("tag", ["en", "EN", "en-GB", "en_GB", "en-Latn-GB", "en-us-posix"])
def test_the_primary_subtag_counts(tag):
    assert primary(tag) == "en"
    assert data_of(EVENTS, tag)


@pytest.mark.parametrize("tag", ["", "xx", "../lang/en", "..", "é", "e n", "en/../en"])
def test_other_languages_have_nothing(tag):
    assert data_of(EVENTS, tag) is None
