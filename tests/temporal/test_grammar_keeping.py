"""A grammar is kept for as long as it is what the data say, and made anew in all other cases."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sphinx_newstimeline.temporal.grammar import keeping
from sphinx_newstimeline.temporal.grammar import sources as sources_module
from sphinx_newstimeline.temporal.grammar.keeping import find_grammar, kept_in, packed, unpacked
from sphinx_newstimeline.temporal.grammar.reading import read_grammar
from sphinx_newstimeline.temporal.grammar.sources import ELSEWHERE, fingerprint, folder_of, languages, sources

PACKAGE = Path(sources_module.PACKAGE)
FILES = [Path(path).relative_to(PACKAGE) for path in sources("en")]


@pytest.fixture(scope="module")
def english():
    return read_grammar("en")


@pytest.fixture
def package(tmp_path, monkeypatch):
    """Return the folder of a package that has all that a grammar is made of, and keeps its grammars there."""
    folder = tmp_path / "package"
    for path in FILES:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(PACKAGE / path, folder / path)
    monkeypatch.setattr(keeping, "folder_of", lambda code: folder_of(code, str(folder)))
    monkeypatch.setattr(keeping, "fingerprint", lambda code: fingerprint(code, str(folder)))
    monkeypatch.setattr(sys, "pycache_prefix", None)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return folder


@pytest.fixture
def made(monkeypatch, english):
    """Return a list that gets the language whenever a grammar is made."""
    languages: list[str] = []

    def make(code):
        languages.append(code)
        return english

    monkeypatch.setattr(keeping, "make_grammar", make)
    return languages


def test_a_grammar_is_the_same_when_it_has_been_kept(english):
    current = fingerprint("en")
    kept = unpacked(packed(english, current), current)
    assert kept == english
    assert list(kept.codes) == list(english.codes)


def test_a_grammar_is_made_once(package, made, english):
    assert [find_grammar("en"), find_grammar("en")] == [english, english]
    assert made == ["en"]
    (kept,) = package.rglob("*.pickle")
    assert kept.parent == package / "temporal/lang/en/__pycache__"
    assert not list(kept.parent.glob("*.[0-9]*"))


@pytest.mark.parametrize("changed", FILES, ids=str)
def test_it_is_made_anew_where_a_file_has_changed(package, made, changed):
    find_grammar("en")
    with (package / changed).open("a", encoding="utf-8") as file:
        file.write("\n# Another line.\n")
    find_grammar("en")
    find_grammar("en")
    assert made == ["en", "en"]


def test_it_is_made_anew_where_there_is_one_file_more(package, made):
    find_grammar("en")
    (package / "temporal/grammar/more.py").touch()
    find_grammar("en")
    assert made == ["en", "en"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda _content: b"",
        lambda content: content[:-1],
        lambda content: content[:30],
        lambda content: content[:-9] + b"x" + content[-8:],
        lambda content: b"x" + content[1:],
    ],
)
def test_it_is_made_anew_where_it_is_damaged(package, made, damage):
    find_grammar("en")
    (kept,) = package.rglob("*.pickle")
    kept.write_bytes(damage(kept.read_bytes()))
    find_grammar("en")
    find_grammar("en")
    assert made == ["en", "en"]


def test_the_grammar_of_a_distribution_comes_first(package, made, english):
    place = package / "temporal/lang/en/grammar.pickle"
    place.write_bytes(packed(english, fingerprint("en", str(package))))
    assert find_grammar("en") == english
    assert not made
    assert list(package.rglob("*.pickle")) == [place]


@pytest.mark.parametrize("named", [False, True])
def test_where_python_keeps_nothing_only_a_named_folder_is_written_to(
    package, made, monkeypatch, tmp_path, named
):
    assert package.is_relative_to(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    before = sorted(tmp_path.rglob("*"))
    for _ in range(2):
        if named:
            with kept_in(str(tmp_path / "cache")):
                find_grammar("en")
        else:
            find_grammar("en")
    assert len(made) == (1 if named else 2)
    written = [path for path in sorted(tmp_path.rglob("*")) if path not in before]
    assert written == ([tmp_path / "cache", tmp_path / "cache/en-grammar.pickle"] if named else [])


def test_a_folder_that_nobody_may_write_to_is_no_trouble(package, english, tmp_path):
    (package / "temporal/lang/en/__pycache__").touch()
    (tmp_path / "cache").touch()
    with kept_in(str(tmp_path / "cache")):
        assert find_grammar("en") == english


def test_without_the_files_of_the_code_it_is_made_in_memory(package, made):
    (package / "temporal/tokens.py").unlink()
    find_grammar("en")
    find_grammar("en")
    assert made == ["en", "en"]
    assert not list(package.rglob("*.pickle"))


def test_all_modules_that_make_grammars_are_looked_at():
    """What they import of the package is among them, or makes nothing."""
    imported = set()
    folder = PACKAGE / "temporal/grammar"
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level > 1:
                base = folder.parents[node.level - 2]
                imported.add((base / (node.module or "").replace(".", "/")).relative_to(PACKAGE).as_posix())
    assert imported == {"temporal/tokens", "holidays"}
    assert {"temporal/tokens.py", "holidays/holiday.py", "holidays/holidays.toml"} <= set(ELSEWHERE)


def test_a_grammar_is_made_with_nothing_but_python(tmp_path, english):
    """As it is where a distribution is built; and it is the same bytes, whatever the order of sets."""
    program = (
        "import sys; sys.path.insert(0, sys.argv[1]);"
        "from sphinx_newstimeline.temporal.grammar.keeping import write_grammar;"
        "write_grammar('en', sys.argv[2])"
    )
    made = []
    for seed in ("1", "2"):
        place = tmp_path / seed
        command = [sys.executable, "-S", "-B", "-c", program, str(Path(PACKAGE).parent), str(place)]
        subprocess.run(command, check=True, env={"PYTHONHASHSEED": seed})
        made.append(place.read_bytes())
    assert made[0] == made[1]
    assert unpacked(made[0], fingerprint("en")) == english


def test_languages_are_found_in_a_zip_file_too(monkeypatch):
    found = languages()
    monkeypatch.setattr(sources_module, "PACKAGE", "/nowhere")
    assert languages() == found
    assert "en" in found
    assert fingerprint("en", "/nowhere") == b""


def test_what_compiles_is_not_loaded_where_a_grammar_is_kept(tmp_path, english):
    place = tmp_path / "en-grammar.pickle"
    place.write_bytes(packed(english, fingerprint("en")))
    program = (
        "import sys; from datetime import date;"
        "from sphinx_newstimeline import tag;"
        "from sphinx_newstimeline.temporal.grammar import kept_in\n"
        "with kept_in(sys.argv[1]): assert tag('It rained on Friday.', date(2024, 11, 13))\n"
        "print(*sorted(sys.modules))"
    )
    command = [sys.executable, "-B", "-c", program, str(tmp_path)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True, cwd=PACKAGE.parent)
    loaded = set(ran.stdout.split())
    assert "sphinx_newstimeline.temporal.grammar.keeping" in loaded
    assert not {f"sphinx_newstimeline.temporal.grammar.{name}" for name in ("compilation", "rules")} & loaded
    assert not {"tomllib", "importlib.resources", "pathlib", "dateparser", "difflib"} & loaded
