"""Folders and globs: all articles in them, once, in order, however links lead round."""

from __future__ import annotations

import os

import pytest

from sphinx_newstimeline.articles import find_articles, read_articles
from sphinx_newstimeline.articles.nearest import nearest_name
from sphinx_newstimeline.problems import ProblemKind


@pytest.fixture
def news(tmp_path):
    names = [
        "a.txt",
        "B.MD",
        "c.html",
        "c_files/ad.html",
        "d.json.gz",
        "sub/e.xml",
        "sub/deep/f.jsonl",
        "g.png",
        "h.csv",
        ".hidden.txt",
        ".git/x.txt",
        "noending",
        "i_files/j.txt",
    ]
    for name in names:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    return tmp_path


def names(found, root):
    return [os.path.relpath(path, root) for path in found.files]


ALL = ["B.MD", "a.txt", "c.html", "d.json.gz", "i_files/j.txt", "sub/deep/f.jsonl", "sub/e.xml"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("", ALL),
        ("sub", ["sub/deep/f.jsonl", "sub/e.xml"]),
        ("sub/", ["sub/deep/f.jsonl", "sub/e.xml"]),
        ("*.txt", ["a.txt"]),
        ("**/*.txt", ["a.txt", "c_files/ad.txt", "i_files/j.txt"][::2]),
        ("**/f.*", ["sub/deep/f.jsonl"]),
        ("sub/**", ["sub/deep/f.jsonl", "sub/e.xml"]),
        ("**/deep/**/*.jsonl", ["sub/deep/f.jsonl"]),
        ("*", ["B.MD", "a.txt", "c.html", "d.json.gz", "g.png", "h.csv", "noending"]),
        ("noending", ["noending"]),
        ("none", []),
    ],
)
def test_a_name_stands_for_files(news, name, expected):
    assert sorted(names(find_articles(name, str(news)), news)) == sorted(expected)


def test_the_current_folder_is_the_root(news, monkeypatch):
    monkeypatch.chdir(news)
    assert find_articles("**/*.txt").files == ("a.txt", "i_files/j.txt")
    assert find_articles("./sub").files == ("sub/e.xml", "sub/deep/f.jsonl")
    assert find_articles(str(news / "*.txt")).files == (f"{news.as_posix()}/a.txt",)


def test_links_that_lead_round_are_told_and_nothing_is_lost(news):
    (news / "sub" / "round").symlink_to(news)
    (news / "sub" / "deep" / "again").symlink_to(news / "sub")
    for name in ("", "**", "**/*.*"):
        found = find_articles(name, str(news))
        assert set(ALL) <= set(names(found, news)), name
        assert len(found.files) == len(set(map(os.path.realpath, found.files)))
        assert {problem.kind for problem in found.problems} == {ProblemKind.UNREADABLE}
        assert [os.path.relpath(problem.path, news) for problem in found.problems] == [
            "sub/deep/again",
            "sub/round",
        ]


def test_what_is_named_like_an_article_and_is_none_is_told(tmp_path):
    (tmp_path / "dir.txt").mkdir()
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "good.txt").write_text("They met.")
    articles, problems = read_articles(find_articles("*.txt", str(tmp_path)).files)
    assert [article.title for article in articles] == ["good"]
    assert [(problem.path.rsplit("/", 1)[1], problem.message) for problem in problems] == [
        ("dir.txt", "this is a folder; expected a file"),
        ("gone.txt", "this symbolic link leads to no file"),
        ("pipe.txt", "this is a pipe or a device; expected a file"),
        ("self.txt", "this symbolic link leads back to itself"),
    ]


def test_the_order_does_not_depend_on_the_file_system(tmp_path):
    for name in ("b", "a", "c"):
        (tmp_path / name).mkdir()
        for number in (2, 1):
            (tmp_path / name / f"{number}.txt").write_text("x")
    found = names(find_articles("", str(tmp_path)), tmp_path)
    assert found == ["a/1.txt", "a/2.txt", "b/1.txt", "b/2.txt", "c/1.txt", "c/2.txt"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("News/May.TXT", "news/may.txt"),
        ("news/may.md", "news/may.txt"),
        ("news/mya.txt", "news/may.txt"),
        ("nwes/*.txt", "news/*.txt"),
        ("news/*.md", ""),
        ("news/may.txt", ""),
        ("./new/may.txt/", "./news/may.txt/"),
        ("news/day.txt", "news/may.txt"),
        ("news/nothing-mayor.txt", ""),
        ("budget.txt", ""),
        ("", ""),
    ],
)
def test_a_name_that_differs_little_is_found(tmp_path, name, meant):
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "may.txt").write_text("Text.")
    assert nearest_name(name, str(tmp_path)) == meant
    absolute = f"{tmp_path.as_posix()}/{name}"
    assert nearest_name(absolute, "") == (f"{tmp_path.as_posix()}/{meant}" if meant else "")
