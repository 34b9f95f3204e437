"""Opening files: each way in which it fails has a word of its own."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from sphinx_newstimeline.articles import ArticleError
from sphinx_newstimeline.articles.loading import load, shown_path
from sphinx_newstimeline.problems import Problem, ProblemKind


def problem_of(path: str | os.PathLike[str]) -> Problem:
    with pytest.raises(ArticleError) as caught:
        load(path)
    return caught.value.problem


def test_a_file_gives_its_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"\xffab")
    assert load(tmp_path / "a.txt") == b"\xffab"
    assert load(str(tmp_path / "a.txt")) == b"\xffab"


def _loop(path: Path) -> None:
    path.symlink_to(path)


CASES = [
    ("missing", lambda _: None, ProblemKind.MISSING, "no such file"),
    ("folder", Path.mkdir, ProblemKind.UNREADABLE, "folder"),
    ("dangling", lambda path: path.symlink_to("nowhere"), ProblemKind.MISSING, "leads to no file"),
    ("loop", _loop, ProblemKind.UNREADABLE, "leads back to itself"),
    ("pipe", os.mkfifo, ProblemKind.UNREADABLE, "pipe"),
    ("below/a.txt", lambda path: path.parent.write_text("a file"), ProblemKind.MISSING, "no such file"),
    ("x" * 300, lambda _: None, ProblemKind.UNREADABLE, "cannot be read"),
    ("nul\0nul", lambda _: None, ProblemKind.UNREADABLE, "no name"),
]


@pytest.mark.parametrize(("name", "prepare", "kind", "said"), CASES)
def test_what_is_no_file_is_told_apart(tmp_path: Path, name, prepare, kind, said) -> None:
    prepare(tmp_path / name)
    problem = problem_of(tmp_path / name)
    assert problem.kind is kind
    assert said in problem.message
    assert problem.path == (tmp_path / name).as_posix()


def test_a_missing_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Talks", "utf-8")

    def refuse(_: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    problem = problem_of(path)
    assert (problem.kind, problem.line) == (ProblemKind.UNREADABLE, None)
    assert "permission" in problem.message


def test_a_path_that_is_no_utf_8_can_be_printed() -> None:
    shown = shown_path(os.fsdecode(b"news/caf\xe9.txt"))
    assert shown == "news/caf\ufffd.txt"
    shown.encode()
