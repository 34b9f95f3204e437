"""The cache of extraction: what it saves, what it must notice, and what cannot hurt it."""

from __future__ import annotations

import os
import pickle
import threading
from dataclasses import fields, replace
from datetime import date
from importlib import metadata
from pathlib import Path

import pytest

from sphinx_newstimeline.articles import read_manifest
from sphinx_newstimeline.articles.plain import read_plain
from sphinx_newstimeline.extraction import Cache, Extracted, Given, archive, cache, extract_files
from sphinx_newstimeline.problems import ProblemKind
from sphinx_newstimeline.temporal.period import Period

GIVEN = Given(published=date(2024, 11, 13))


def read_twice(data, path):
    """Read a text as two articles."""
    return (read_plain(data, path),) * 2


@pytest.fixture
def paths(tmp_path):
    """Return the paths of three articles."""
    found = []
    for name, text in (
        ("a.txt", "They met on Monday."),
        ("b.txt", "They left on Tuesday."),
        ("c.txt", "It ended on March 3, 2020."),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
        found.append(str(tmp_path / name))
    return found


@pytest.fixture
def store(tmp_path):
    return Cache(tmp_path / "cache")


@pytest.fixture
def read(monkeypatch, paths, store):
    """Return a function that reads the articles, and returns the names of those that were extracted."""
    extracted = []
    extract_file = archive.extract_file

    def counted(path, given):
        extracted.append(Path(path).name)
        return extract_file(path, given)

    monkeypatch.setattr(archive, "extract_file", counted)

    def run(given=GIVEN, files=paths, into=store):
        extracted.clear()
        found = extract_files(files, given, cache=into)
        assert found.files == extract_files(files, given).files
        del extracted[-len(files) :]  # those of the line before
        return extracted.copy()

    return run


def entries(store):
    return sorted(path for path in store.folder.glob("*/*") if path.is_file())


def test_what_has_not_changed_is_extracted_once(read, paths):
    assert read() == ["a.txt", "b.txt", "c.txt"]
    assert read() == []
    os.utime(paths[0], (1, 1))
    assert read() == []  # the content counts, not the time


def test_problems_come_back(paths, store):
    first, second = (extract_files(paths, Given(), cache=store) for _ in range(2))
    assert [problem.kind for problem in second.files[1].problems] == [ProblemKind.UNPUBLISHED]
    assert first == second


def test_a_changed_article_is_extracted_again(read, tmp_path):
    read()
    (tmp_path / "b.txt").write_text("They left on Wednesday.", encoding="utf-8")
    assert read() == ["b.txt"]
    assert read() == []


@pytest.mark.parametrize(
    "given",
    [
        replace(GIVEN, published=date(2024, 11, 14)),
        replace(GIVEN, language="en-GB"),
        replace(GIVEN, default_language="en-GB"),
        replace(GIVEN, countries=("FR",)),
        replace(GIVEN, readers=((".txt", read_twice),)),
        replace(GIVEN, periods=(Period("the strike", date(2024, 1, 1), date(2024, 2, 1)),)),
    ],
    ids=["published", "language", "default language", "countries", "readers", "periods"],
)
def test_whatever_articles_are_read_with_is_noticed(read, given):
    read()
    assert read(given) == ["a.txt", "b.txt", "c.txt"]
    assert read() == read(given) == []  # one does not displace the other


def test_nothing_that_is_given_is_forgotten():
    for field in fields(Given):
        other = replace(
            GIVEN, **{field.name: ((".other", read_twice),) if field.name == "readers" else "other"}
        )
        same = cache.Tickets.of(other)._shared == cache.Tickets.of(GIVEN)._shared
        assert same is (field.name == "manifest"), field.name


def test_a_changed_row_of_a_manifest_is_noticed(read, tmp_path):
    table = tmp_path / "table.csv"
    table.write_text("file,published\na.txt,2024-11-13\nb.txt,2024-11-13\n", encoding="utf-8")
    read(replace(GIVEN, manifest=read_manifest(table)))
    table.write_text("file,published\nb.txt,2024-11-20\na.txt,2024-11-13\n", encoding="utf-8")
    assert read(replace(GIVEN, manifest=read_manifest(table))) == ["b.txt"]


def test_a_renamed_article_is_read_again(read, paths, tmp_path):
    read()
    moved = tmp_path / "2020-01-01-a.txt"
    Path(paths[0]).rename(moved)
    assert read(files=[str(moved), *paths[1:]]) == ["2020-01-01-a.txt"]


@pytest.mark.parametrize("what", ["rules", "libraries"])
def test_other_code_or_libraries_read_again(read, monkeypatch, what):
    read()
    monkeypatch.setattr(cache, what, lambda: b"other")
    assert read() == ["a.txt", "b.txt", "c.txt"]


def test_the_digest_of_the_rules_is_of_code_and_data(tmp_path, monkeypatch):
    package = tmp_path / "package"
    for name in (
        "articles/plain.py",
        "temporal/lang/en/rules.txt",
        "sphinxext/html.py",
        "extraction/cache.py",
    ):
        (package / name).parent.mkdir(parents=True, exist_ok=True)
        (package / name).write_text("1", encoding="utf-8")
    monkeypatch.setattr(cache, "__file__", str(package / "extraction" / "cache.py"))

    def digest():
        cache.rules.cache_clear()
        return cache.rules()

    seen = {digest()}
    for name, counts in (
        ("temporal/lang/en/rules.txt", True),
        ("articles/plain.py", True),
        ("articles/new.py", True),
        ("sphinxext/html.py", False),
        ("articles/__pycache__/plain.pyc", False),
    ):
        (package / name).parent.mkdir(exist_ok=True)
        (package / name).write_text("23", encoding="utf-8")
        assert (digest() not in seen) is counts, name
        seen.add(digest())
    cache.rules.cache_clear()


def test_libraries_that_read_are_known_by_their_versions():
    known = dict(cache.libraries())
    assert known["dateparser"] == metadata.version("dateparser")
    assert {"sentencex", "holidays", "markdown-it-py"} <= set(known)
    assert not {"pytest", "ruff", "furo"} & set(known)


def test_a_library_that_is_not_there_has_no_version(monkeypatch):
    texts = {
        "sphinx-newstimeline": "Requires-Dist: a>=1\nRequires-Dist: b[c]>=2; extra == 'html'\n",
        "b": "Version: 2.1\n",
    }
    monkeypatch.setattr(cache, "_metadata", lambda name: texts.get(name, ""))
    cache.libraries.cache_clear()
    try:
        assert cache.libraries() == (("a", ""), ("b", "2.1"))
    finally:
        cache.libraries.cache_clear()


def test_metadata_are_found_in_the_search_path_as_installers_leave_them(monkeypatch, tmp_path):
    for place, version in (("first", "1.5"), ("second", "1.4")):
        folder = tmp_path / place / f"Some_Thing.More-{version}.dist-info"
        folder.mkdir(parents=True)
        (folder / "METADATA").write_text(f"Version: {version}\n", encoding="utf-8")
    (tmp_path / "second" / "lost-1.0.dist-info").mkdir()
    monkeypatch.setattr("sys.path", [str(tmp_path / name) for name in ("nowhere", "first", "second")])
    assert cache._metadata("some-thing-more") == "Version: 1.5\n"
    assert not cache._metadata("lost")
    assert not cache._metadata("never")


def test_a_large_file_is_read_in_parts_and_counts_to_its_end(monkeypatch, tmp_path):
    monkeypatch.setattr(cache, "LARGEST_PART", 16)
    path = tmp_path / "a.txt"
    keys = set()
    for text in ("It began. " * 10, "It began. " * 9 + "It ended. ", "It began. " * 9):
        path.write_text(text, encoding="utf-8")
        keys.add(cache.Tickets.of(GIVEN).of_file(str(path)).key)
    assert len(keys) == 3


@pytest.mark.parametrize(
    "damage",
    [
        lambda _: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1] + bytes([data[-1] ^ 1]),
        lambda data: b"x" + data,
        lambda _: cache.MAGIC + cache._checksum(b"no pickle") + b"no pickle",
        lambda _: cache.MAGIC + cache._checksum(pickle.dumps("other")) + pickle.dumps("other"),
    ],
    ids=["empty", "cut", "flipped", "shifted", "no pickle", "other value"],
)
def test_a_damaged_entry_is_read_anew(read, store, damage):
    read()
    for path in entries(store):
        path.write_bytes(damage(path.read_bytes()))
    assert read() == ["a.txt", "b.txt", "c.txt"]
    assert read() == []


def test_a_cache_that_cannot_be_written_costs_nothing_but_itself(paths, tmp_path):
    (tmp_path / "file").write_bytes(b"")
    broken = Cache(tmp_path / "file" / "cache")
    assert extract_files(paths, GIVEN, cache=broken).files == extract_files(paths, GIVEN).files


def test_an_article_that_changes_while_it_is_read_is_not_kept(monkeypatch, paths, store):
    extract_file = archive.extract_file

    def meanwhile(path, given):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(" And again on Sunday.")
        return extract_file(path, given)

    monkeypatch.setattr(archive, "extract_file", meanwhile)
    extract_files(paths, GIVEN, cache=store)
    assert entries(store) == []


def test_what_is_no_file_is_not_kept(store, tmp_path):
    (tmp_path / "folder.txt").mkdir()
    os.mkfifo(tmp_path / "pipe.txt")
    names = [str(tmp_path / name) for name in ("folder.txt", "pipe.txt", "none.txt", "\0.txt")]
    found = extract_files(names, GIVEN, cache=store)
    assert all(one.problems for one in found.files)
    assert found.keys == ()
    assert entries(store) == []


def test_entries_that_nobody_needs_are_removed(paths, store):
    found = extract_files(paths, GIVEN, cache=store)
    part = store.folder / found.keys[0][:2] / "0123.99.part"
    part.write_bytes(b"of a writer that was killed")
    store.prune(found.keys)
    assert len(entries(store)) == 3
    first = extract_files(paths[:1], GIVEN, cache=store)
    for number, path in enumerate(entries(store)):
        os.utime(path, (number, number))
    others = [path for path in entries(store) if not first.keys[0].endswith(path.name)]
    store.prune(first.keys, most=1)
    assert set(entries(store)) == {store.folder / first.keys[0][:2] / first.keys[0][2:], others[-1]}
    store.prune(())
    assert entries(store) == []
    store.prune(())  # nothing to do
    Cache(store.folder / "none").prune(())


def test_entries_do_not_depend_on_who_wrote_them(paths, tmp_path, monkeypatch):
    from sphinx_newstimeline.extraction import pool

    monkeypatch.setattr(pool, "FILES_A_WORKER", 1)
    contents = []
    for jobs in (1, 2):
        store = Cache(tmp_path / str(jobs))
        extract_files(paths, GIVEN, jobs=jobs, cache=store)
        contents.append([(path.name, path.read_bytes()) for path in entries(store)])
    assert contents[0] == contents[1]


def test_many_writers_at_once(paths, store):
    expected = extract_files(paths, GIVEN).files
    results = []

    def work():
        results.extend(extract_files(paths, GIVEN, cache=store).files == expected for _ in range(5))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results == [True] * 20
    assert len(entries(store)) == 3
    assert isinstance(store.get(cache.Tickets.of(GIVEN).of_file(paths[0])), Extracted)
