"""Manifests: what they say of articles, and what is said of them."""

from __future__ import annotations

import pickle
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sphinx_newstimeline.articles import Manifest, read_manifest
from sphinx_newstimeline.problems import ProblemKind

DAY = date(2024, 11, 13)
HEAD = "file,title,published,url,source,language\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt", "c d.txt", "sub/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Envoys met.", "utf-8")
    return tmp_path


def read(folder: Path, text: str | bytes, name: str = "articles.csv") -> Manifest:
    (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    return read_manifest(folder / name)


def problems_of(manifest: Manifest) -> list[tuple[ProblemKind, int | None, str]]:
    assert {problem.path for problem in manifest.problems} <= {manifest.path}
    return [(problem.kind, problem.line, problem.words) for problem in manifest.problems]


WHOLE = [
    ("articles.csv", HEAD + "a.txt,Envoys meet,2024-11-13,https://news.example/a,Wire,en\n"),
    ("articles.csv", "\ufeff" + HEAD + 'a.txt,"Envoys meet","Nov. 13, 2024",https://news.example/a,Wire,en'),
    ("articles.csv", HEAD.replace(",", ";") + "a.txt;Envoys meet;13 November 2024;https://news.example/a;Wire;en"),
    ("articles.tsv",
     HEAD.replace(",", "\t") + "a.txt\tEnvoys meet\t2024-11-13\thttps://news.example/a\tWire\ten"),
    ("articles.csv", ("\n \r\nLANGUAGE, File ,Title,URL,Source,Published\r\n"
     "en, a.txt ,Envoys  meet,https://news.example/a,Wire,2024-11-13\r\n\r\n")),
    ("articles.toml", ('[[article]]\nfile = "a.txt"\ntitle = "Envoys meet"\npublished = 2024-11-13\n'
     'url = "https://news.example/a"\nsource = "Wire"\nlanguage = "en"\n')),
    ("articles.toml", ('article = [{file = "a.txt", title = "Envoys meet", '
     'published = 2024-11-13T23:00:00-11:00, '
     'url = "https://news.example/a", source = "Wire", language = "en"}]\n')),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), WHOLE)
def test_a_row_is_read(folder: Path, name: str, text: str) -> None:
    manifest = read(folder, text, name)
    assert manifest.problems == ()
    entry = manifest.entry_of(folder / "sub" / ".." / "a.txt")
    assert entry
    data = entry.metadata
    assert (data.title, data.url, data.source, data.language) == (
        "Envoys meet",
        "https://news.example/a",
        "Wire",
        "en",
    )
    assert [statement.day for statement in data.published] == [DAY]
    assert manifest.paths == ((folder / "a.txt").as_posix(),)
    assert manifest.entry_of(folder / "b.txt") is None
    assert pickle.loads(pickle.dumps(manifest)) == manifest


def test_paths_are_relative_to_the_manifest(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "sub" / "m.csv").write_text(f"file\n../a.txt\ne.txt\n{folder}/c d.txt\n", "utf-8")
    monkeypatch.chdir(folder)
    manifest = read_manifest("sub/m.csv")
    assert manifest.problems == ()
    assert manifest.paths == ("sub/../a.txt", "sub/e.txt", f"{folder.as_posix()}/c d.txt")
    assert all(manifest.entry_of(name) for name in ("a.txt", "./sub/e.txt", folder / "c d.txt"))


TROUBLES = [
    ("unknown column", "file,date,titel\na.txt,x,y\n",
     [(ProblemKind.MANIFEST, 1, "date"), (ProblemKind.MANIFEST, 1, "titel")], 1),
    ("column twice", "file,title,title\na.txt,x,y\n", [(ProblemKind.MANIFEST, 1, "title")], 1),
    ("nameless column", "file,,\na.txt,,\n", [], 1),
    ("no file column", "name;title\na.txt;x\n",
     [(ProblemKind.MANIFEST, 1, "name"), (ProblemKind.MANIFEST, 1, "")], 0),
    ("empty", "", [(ProblemKind.MANIFEST, 1, "")], 0),
    ("blank", "\n\n", [(ProblemKind.MANIFEST, 1, "")], 0),
    ("head alone", "file,title\n", [], 0),
    ("no name", "file,title\n,x\nb.txt,y\n", [(ProblemKind.MANIFEST, 2, "")], 1),
    ("twice", "file,title\na.txt,x\nsub/../a.txt,y\nb.txt,z\n",
     [(ProblemKind.MANIFEST, 3, "sub/../a.txt")], 2),
    ("not there", "file\nnowhere.txt\n*.txt\nsub\nb.txt\n",
     [(ProblemKind.MISSING, 2, "nowhere.txt"), (ProblemKind.MISSING, 3, "*.txt"),
      (ProblemKind.MISSING, 4, "sub")], 1),
    ("bad date", "file,published\na.txt,soon\nb.txt,2024-02-30\n",
     [(ProblemKind.MANIFEST, 2, "soon"), (ProblemKind.MANIFEST, 3, "2024-02-30")], 2),
    ("bad address", "file,url\na.txt,javascript:x\n", [(ProblemKind.MANIFEST, 2, "javascript:x")], 1),
    ("too many fields", "file,title\na.txt,One, two\nb.txt,z\n", [(ProblemKind.MANIFEST, 2, "")], 1),
    ("too few fields", "title,file,url\nx,a.txt\nx\n", [(ProblemKind.MANIFEST, 3, "")], 1),
    ("line ends inside", 'file,title\na.txt,"One\ntwo"\nc.txt,x\n', [(ProblemKind.MISSING, 4, "c.txt")], 1),
    ("stray quotation mark", 'file,title\na.txt,"One" two\nb.txt,z\n', [(ProblemKind.MANIFEST, 2, "")], 1),
    ("never closed", 'file,title\nb.txt,x\na.txt,"One\n', [(ProblemKind.MANIFEST, 3, "")], 1),
    ("a field too long", "file,title\na.txt," + "x" * 200_000 + "\nb.txt,y\n",
     [(ProblemKind.MANIFEST, 2, "")], 1),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "problems", "entries"), [pytest.param(*row[1:], id=row[0]) for row in TROUBLES]
)
def test_trouble_in_a_table_has_its_line_and_the_rest_holds(folder: Path, text, problems, entries) -> None:
    manifest = read(folder, text)
    assert problems_of(manifest) == problems
    assert len(manifest.entries) == entries


TOML_TROUBLES = [
    ("unknown key", '[[article]]\nfile = "a.txt"\n\n[[article]]\n# a note\ndate = 1\nfile = "b.txt"\n',
     [(ProblemKind.MANIFEST, 6, "date")], 2),
    ("unknown table", 'name = "x"\n[[article]]\nfile = "a.txt"\n[other]\nx = 1\n',
     [(ProblemKind.MANIFEST, 1, "name"), (ProblemKind.MANIFEST, 4, "other")], 1),
    ("no TOML", "[[article]]\nfile = a.txt\n", [(ProblemKind.MANIFEST, 2, "")], 0),
    ("impossible day", '[[article]]\nfile = "a.txt"\npublished = 2024-02-30\n',
     [(ProblemKind.MANIFEST, 3, "")], 0),
    ("no tables", "", [(ProblemKind.MANIFEST, 1, "")], 0),
    ("no array", '[article]\nfile = "a.txt"\n', [(ProblemKind.MANIFEST, 1, "")], 0),
    ("no table", 'article = ["a.txt"]\n', [(ProblemKind.MANIFEST, None, "")], 0),
    ("wrong kinds", '[[article]]\nfile = "a.txt"\ntitle = [1]\npublished = true\nurl = 1\n',
     [(ProblemKind.MANIFEST, 3, ""), (ProblemKind.MANIFEST, 4, "True"), (ProblemKind.MANIFEST, 5, "1")], 1),
    ("file of the wrong kind", '[[article]]\nfile = 1\n[[article]]\ntitle = "x"\n',
     [(ProblemKind.MANIFEST, 1, ""), (ProblemKind.MANIFEST, 3, "")], 0),
    ("not there",
     '[[article]]\ntitle = """\n[[article]]\n"""\nfile = "x.txt"\n[[article]]\nfile = "y\\u0000"\n',
     [(ProblemKind.MISSING, 1, "x.txt"), (ProblemKind.MISSING, 6, "y")], 0),
    ("twice", '[[article]]\nfile = "a.txt"\n[[article]]\nfile = "a.txt"\n',
     [(ProblemKind.MANIFEST, 3, "a.txt")], 1),
    ("nested", "x = " + "[" * 5000, [(ProblemKind.MANIFEST, 1, "")], 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "problems", "entries"), [pytest.param(*row[1:], id=row[0]) for row in TOML_TROUBLES]
)
def test_trouble_in_toml_has_its_line_and_the_rest_holds(folder: Path, text, problems, entries) -> None:
    manifest = read(folder, text, "articles.toml")
    assert problems_of(manifest) == problems
    assert len(manifest.entries) == entries


def test_an_unknown_column_is_told_those_that_are_known(folder: Path) -> None:
    (problem,) = read(folder, "file,date\n").problems
    for name in ("file", "title", "published", "url", "source", "language"):
        assert name in problem.message


def test_a_file_that_may_come_is_remembered(folder: Path) -> None:
    manifest = read(folder, "file\nlater.txt\n")
    assert manifest.missing == ((folder / "later.txt").as_posix(),)
    assert manifest.paths == ()


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("m.csv", None, ProblemKind.MISSING),
        ("m.csv", b"file\ncaf\xe9.txt\n", ProblemKind.ENCODING),
        ("m.csv", b"file\n\0\n", ProblemKind.UNREADABLE),
        ("m.json", b"{}", ProblemKind.MANIFEST),
    ],
)
def test_a_manifest_that_cannot_be_read_is_a_problem(tmp_path: Path, name, data, kind) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    manifest = read_manifest(tmp_path / name)
    assert (manifest.entries, manifest.path) == ((), (tmp_path / name).as_posix())
    assert [problem.kind for problem in manifest.problems] == [kind]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(
    st.binary(max_size=80),
    st.sampled_from(["m.csv", "m.toml"]),
    st.sampled_from([b"file,title\n", b"[[article]]\n", b""]),
)
def test_whatever_a_manifest_holds_nothing_is_raised(
    folder: Path, data: bytes, name: str, head: bytes
) -> None:
    manifest = read(folder, head + data, name)
    assert all(problem.path == manifest.path and problem.message for problem in manifest.problems)
