"""The command on many articles: jobs, a cache if one is asked for, and progress on a terminal alone."""

from __future__ import annotations

import io
import sys

import pytest

from sphinx_newstimeline.command import arguments, main, progress
from sphinx_newstimeline.extraction import archive, pool


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COLUMNS", raising=False)
    for number in range(30):
        (tmp_path / f"{number:02}.txt").write_text(f"It fell on May {number + 1}, 2024.", encoding="utf-8")
    return tmp_path


class Screen(io.StringIO):
    """A terminal."""

    def isatty(self):
        return True


@pytest.mark.parametrize("jobs", ["1", "3", "auto"])
def test_any_number_of_jobs_prints_the_same(folder, capsys, monkeypatch, jobs):
    monkeypatch.setattr(pool, "FILES_A_WORKER", 4)
    assert main(["extract", "*.txt", "--format", "json"]) == 0
    expected = capsys.readouterr()
    assert main(["extract", "*.txt", "--format", "json", "--jobs", jobs]) == 0
    assert capsys.readouterr() == expected
    assert expected.err == ""
    assert len(list(folder.iterdir())) == 30, "nothing is kept"


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("jobs", ["0", "-2", "many", "1.5", ""])
def test_what_is_no_number_of_jobs_is_wrong_usage(capsys, jobs):
    with pytest.raises(SystemExit) as ended:
        main(["extract", "*.txt", f"--jobs={jobs}"])
    assert ended.value.code == 2
    assert "number of jobs" in capsys.readouterr().err


def test_auto_is_a_number(monkeypatch):
    assert arguments.jobs("auto") >= 1
    monkeypatch.delattr(arguments.os, "sched_getaffinity", raising=False)
    assert arguments.jobs("auto") >= 1


def test_with_a_cache_articles_are_extracted_once(folder, capsys, monkeypatch):
    extracted = []
    extract_file = archive.extract_file
    monkeypatch.setattr(
        archive, "extract_file", lambda *given: (extracted.append(given), extract_file(*given))[1]
    )
    outputs = []
    for count in (30, 30, 31):
        assert main(["extract", "*.txt", "--cache", "kept/here"]) == 0
        outputs.append(capsys.readouterr())
        assert len(extracted) == count
        if count == 30:
            path = folder / "07.txt"
            path.write_text(path.read_text(encoding="utf-8") + " " * len(outputs), encoding="utf-8")
            if len(outputs) == 1:
                path.write_text("It fell on May 8, 2024.", encoding="utf-8")
    assert outputs[0] == outputs[1] == outputs[2]


def test_a_cache_that_cannot_be_made_is_wrong_usage(folder, capsys):
    with pytest.raises(SystemExit) as ended:
        main(["extract", "*.txt", "--cache", str(folder / "00.txt")])
    assert ended.value.code == 2
    assert "00.txt" in capsys.readouterr().err


@pytest.mark.usefixtures("folder")
def test_progress_is_shown_on_a_terminal_and_removed(monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "60")
    main(["extract", "*.txt", "-o", "out"])
    shown = screen.getvalue().split(progress.START_OF_LINE)
    assert shown[0] == shown[-1] == ""
    assert "[........................] 1/30 " in shown[1]
    assert "[########################] 30/30 " in shown[-2]
    assert all(len(line) < 60 for line in shown)


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("screen", "term", "names"),
    [
        (io.StringIO(), "xterm", "*.txt"),
        (Screen(), "dumb", "*.txt"),
        (Screen(), "xterm", "0*.txt"),
        (None, "xterm", "*.txt"),
    ],
    ids=["pipe", "dumb", "few", "closed"],
)
def test_no_progress_elsewhere(monkeypatch, screen, term, names):
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", term)
    assert main(["extract", names, "-o", "out"]) == 0
    assert screen is None or screen.getvalue() == ""


def test_a_name_that_does_not_fit_or_moves_the_cursor_is_not_shown():
    screen = Screen()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COLUMNS", "66")
        bar = progress._Bar(screen)
        bar(1, 20, "a/" + "x" * 50)
        bar(2, 20, "a/b\x1b[2J.txt")
    first, second = screen.getvalue().split(progress.START_OF_LINE)[1:]
    assert "x" not in first
    assert "\x1b" not in second
    assert second.endswith(".txt")
