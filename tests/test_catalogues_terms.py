"""The catalogue of terms of office: what it says, and that every row can be trusted."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from datetime import date
from importlib.resources import files
from itertools import groupby, pairwise
from pathlib import Path

import pytest

import sphinx_newstimeline
from sphinx_newstimeline.catalogues import terms_of_office
from sphinx_newstimeline.catalogues.terms import Term, read_terms

TERMS = read_terms()
SOURCES = files("sphinx_newstimeline.catalogues").joinpath("SOURCES.md").read_text(encoding="utf-8")
SECTIONS = dict(re.findall(r"^## (\S+)\n(.*?)(?=^## |\Z)", SOURCES, re.MULTILINE | re.DOTALL))
OFFICES = {"President", "Prime Minister", "Chancellor", "Secretary-General"}
OPEN = None

EXPECTED = [
    ("Theodore Roosevelt", "President", "1901-09-14", "1909-03-04"),
    ("Franklin D. Roosevelt", "President", "1933-03-04", "1945-04-12"),
    ("Richard Nixon", "President", "1969-01-20", "1974-08-09"),
    ("Donald Trump", "President", "2017-01-20", "2021-01-20"),
    ("Joe Biden", "President", "2021-01-20", "2025-01-20"),
    ("Donald Trump", "President", "2025-01-20", "2029-01-20"),
    ("Winston Churchill", "Prime Minister", "1951-10-26", "1955-04-05"),
    ("Liz Truss", "Prime Minister", "2022-09-06", "2022-10-25"),
    ("Justin Trudeau", "Prime Minister", "2015-11-04", "2025-03-14"),
    ("Emmanuel Macron", "President", "2017-05-14", OPEN),
    ("Michel Barnier", "Prime Minister", "2024-09-05", "2024-12-13"),
    ("Angela Merkel", "Chancellor", "2005-11-22", "2021-12-08"),
    ("Mario Draghi", "Prime Minister", "2021-02-13", "2022-10-22"),
    ("Shinzo Abe", "Prime Minister", "2012-12-26", "2020-09-16"),
    ("Jean-Claude Juncker", "President", "2014-11-01", "2019-11-30"),
    ("Kofi Annan", "Secretary-General", "1997-01-01", "2006-12-31"),
    ("Jens Stoltenberg", "Secretary-General", "2014-10-01", "2024-10-01"),
]


@pytest.mark.parametrize(("holder", "office", "start", "end"), EXPECTED)
def test_term(holder: str, office: str, start: str, end: str | None) -> None:
    found = [
        (period.office, period.start.isoformat(), period.end and period.end.isoformat())
        for period in terms_of_office()
        if period.holder == holder
    ]
    assert (office, start, end) in found


def test_period_is_named_after_its_holder() -> None:
    biden = next(period for period in terms_of_office() if period.holder == "Joe Biden")
    assert biden.name == "Joe Biden's term"
    assert (biden.start, biden.end) == (date(2021, 1, 20), date(2025, 1, 20))
    table, line = biden.source.split(":")
    text = files("sphinx_newstimeline.catalogues").joinpath(table).read_text(encoding="utf-8")
    assert text.splitlines()[int(line) - 1].startswith("Joe Biden,President,United States,2021-01-20,")


@pytest.mark.parametrize("term", TERMS, ids=lambda term: f"{term.line}-{term.holder}")
def test_row_is_sound(term: Term) -> None:
    assert term.holder == term.holder.strip() != ""
    assert term.office in OFFICES
    assert term.end is None or term.start < term.end
    assert term.source in SECTIONS, f"{term.source} is not explained in SOURCES.md"
    if term.as_of is None:
        assert term.end is not None, "a term that goes on needs the day up to which that is known"
    else:
        assert term.start <= term.as_of
        assert term.end is None or term.as_of <= term.end, "as_of is for terms that are not over"


def test_terms_of_an_office_follow_each_other() -> None:
    for office, rows in groupby(TERMS, key=lambda term: (term.body, term.office)):
        for earlier, later in pairwise(rows):
            assert earlier.end, f"{office}: {earlier.holder} has no end, yet {later.holder} follows"
            assert earlier.end <= later.start, f"{office}: {earlier.holder} and {later.holder} overlap"
            assert earlier.holder != later.holder or earlier.end < later.start, (
                f"{office}: the consecutive terms of {later.holder} are one row"
            )


def test_rows_of_an_office_stand_together() -> None:
    offices = [office for office, _ in groupby(TERMS, key=lambda term: (term.body, term.office))]
    assert len(offices) == len(set(offices))
    assert len({(term.body, term.office, term.start) for term in TERMS}) == len(TERMS)


def test_presidents_of_the_united_states_are_complete_since_1901() -> None:
    presidents = [term for term in TERMS if term.body == "United States"]
    assert presidents[0].start == date(1901, 9, 14)
    assert all(earlier.end == later.start for earlier, later in pairwise(presidents))


def test_sources_are_all_used_and_name_a_page() -> None:
    assert set(SECTIONS) == {term.source for term in TERMS}
    for key, section in SECTIONS.items():
        assert "<http" in section or "as `" in section, f"{key} names no page"


@pytest.mark.parametrize("language", ["en", "en-GB", "en_US", "EN"])
def test_language_by_its_primary_tag(language: str) -> None:
    assert terms_of_office(language) == terms_of_office("en")


def test_language_without_a_wording_has_no_terms() -> None:
    assert terms_of_office("xx") == ()


def test_data_are_read_from_a_zip_file(tmp_path: Path) -> None:
    package = Path(sphinx_newstimeline.__file__).parent
    archive = tmp_path / "package.zip"
    with zipfile.ZipFile(archive, "w") as bundle:
        for path in sorted(package.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                bundle.write(path, path.relative_to(package.parent))
    check = (
        f"import sys; sys.path.insert(0, {str(archive)!r})\n"
        "from sphinx_newstimeline.catalogues import terms\n"
        "from sphinx_newstimeline.holidays import holiday\n"
        "assert '.zip' in terms.__file__, terms.__file__\n"
        "print(len(terms.read_terms()), len(holiday.read_holidays()) > 40)"
    )
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=False)
    assert done.stdout.split() == [str(len(TERMS)), "True"], done.stderr
