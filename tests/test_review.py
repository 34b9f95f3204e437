"""``newstimeline review``: the report, the dialogue, and the file that it writes."""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import time
import tomllib
from pathlib import Path

import pytest

from sphinx_newstimeline.command import main
from sphinx_newstimeline.command.review import advice, entry
from sphinx_newstimeline.command.review.commands import ENTRY, STALE, bar, command_of
from sphinx_newstimeline.command.terminal import Terminal
from sphinx_newstimeline.edits import read_edits

FERRY = """\
The ferry to Aldsund stops on June 30, 2025. The harbour board will meet on Friday.

The new ferry is due by September 15. A test run took place on May 2, 2025.
"""
PUBLISHED = ["--published", "2025-05-14"]


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    (tmp_path / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return tmp_path


@pytest.fixture
def review(folder, monkeypatch, capsys):
    """Return a function that answers a review with lines, and returns its status, output and edits."""

    def run(*lines, options=PUBLISHED):
        answers = iter(lines)
        monkeypatch.setattr(entry, "ask", lambda _prompt: next(answers, None))
        monkeypatch.setattr(entry, "_is_terminal", lambda: True)
        status = main(["review", "ferry.txt", *options, "--edits", "edits.toml"])
        out = capsys.readouterr().out
        assert next(answers, None) is None, "an answer was not asked for"
        file = folder / "edits.toml"
        return status, out, file.read_text(encoding="utf-8") if file.exists() else ""

    return run


def report(capsys, *options):
    status = main(["review", "ferry.txt", *PUBLISHED, "--edits", "edits.toml", "--report", *options])
    return status, capsys.readouterr().out


def test_without_a_terminal_it_is_a_report(folder, capsys):
    status = main(["review", "ferry.txt", *PUBLISHED, "--edits", "edits.toml"])
    out = capsys.readouterr().out
    assert report(capsys) == (status, out)
    assert status == 1
    lines = out.splitlines()
    assert lines[0] == "Uncertain: dates that say less than they seem to"
    assert lines[2].endswith("  by 15 Sep 2025")
    assert lines[3:5] == ["  The new ferry is due [by September 15].", "  look: the year is not stated"]
    assert "New" in lines
    assert lines[-1] == "4 to review: 1 uncertain, 3 new"
    assert not (folder / "edits.toml").exists()
    assert report(capsys, "--only", "uncertain")[1].splitlines()[-1] == "1 to review: 1 uncertain"
    assert report(capsys, "--only", "stale") == (0, "nothing to review\n")


def test_what_is_kept_is_not_asked_for_again(review, capsys):
    status, out, text = review("k", "k", "k", "k")
    assert status == 0
    assert "1 of 4 · new\n" in out
    assert "decided: 4 kept; written to edits.toml" in out
    reviewed = tomllib.loads(text)["reviewed"]
    assert sorted(reviewed.values()) == ["../2025-09-15", "2025-05-02", "2025-05-16", "2025-06-30"]
    assert report(capsys) == (0, "nothing to review\n")


def test_each_decision_is_written_as_it_is_taken(review, folder):
    status, out, text = review("h", "k", "d 1 July 2025", "t Last ferry", "g ferry, harbour", "p", "m")
    assert status == 0
    tables = tomllib.loads(text)["event"]
    hidden, changed, merged = tables.values()
    assert hidden == {
        "of": "A test run took place [on May 2, 2025].",
        "article": "ferry.txt",
        "hide": True,
    }
    assert changed["of"] == "The ferry to Aldsund stops [on June 30, 2025]."
    assert {key: changed[key] for key in ("date", "title", "tags", "pin")} == {
        "date": "1 July 2025",
        "title": "Last ferry",
        "tags": ["ferry", "harbour"],
        "pin": True,
    }
    assert merged["merge"] == [list(tables)[1]]
    assert "Tue 1 Jul 2025  2025-07-01" in out
    assert "the author set “1 July 2025”" in out
    said = "decided: 1 hidden, 1 kept, 1 dated anew, 1 given a title, 1 tagged, 1 pinned, 1 merged"
    assert said in " ".join(out.split())
    assert read_edits(folder / "edits.toml").problems == ()


def test_a_date_that_cannot_be_read_is_asked_for_again(review):
    _status, out, text = review("d some day", "d", "", "d", "by 1 June 2025", "q")
    assert "“some day” cannot be read as a date; expected one such as" in out
    assert "nothing said, nothing changed" in out
    (edit,) = tomllib.loads(text)["event"].values()
    assert edit["date"] == "by 1 June 2025"


def test_undo_takes_back_decision_by_decision(review):
    _status, out, text = review("u", "k", "h", "u", "u", "u", "q")
    assert out.count("there is nothing to undo") == 2
    assert "taken back: hidden" in out
    assert "taken back: kept" in out
    assert text == ""
    assert "nothing decided" in out


def test_going_back_and_forth(review):
    _status, out, text = review("b", "", "s", "b", "x", "a", "z", "?", "q")
    assert "this is the first" in out
    assert "nothing was merged into it" in out
    assert "there is no “z”; ? says what there is" in out
    assert "  k  keep    it is right as it is: do not ask again" in out
    assert next(iter(tomllib.loads(text)["event"].values()))["accept"] is True


@pytest.mark.parametrize("lines", [["k"], ["k", "q"]])
def test_the_end_of_input_loses_nothing(review, lines):
    status, out, text = review(*lines)
    assert status == 1
    assert len(tomllib.loads(text)["reviewed"]) == 1
    assert "3 to review: 1 uncertain, 2 new" in out


def test_everything_certain_is_kept_at_once(review):
    status, out, text = review("c", "k")
    assert status == 0
    assert "kept 3; 1 left to look at" in out
    assert "1 of 1 · new, uncertain" in out
    assert len(tomllib.loads(text)["reviewed"]) == 4


def test_the_advice_can_be_pasted(review):
    _status, out, _text = review("h", "q")
    assert "   .. newstimeline:: ferry.txt\n      :published: 2025-05-14\n      :edits: edits.toml\n" in out
    assert '   newstimeline_edits = ["edits.toml"]' in out


def test_many_names_become_one_pattern():
    assert advice.patterns(["a/b.txt", "a/c.txt", "d.md", "a/e.md"]) == ["a/*.txt", "d.md", "a/e.md"]


STALE_EDIT = """\
# kept
[event.000000000000]
of = "The harbour board met on Friday"
article = "ferry.txt"
hide = true
"""


def test_a_stale_edit_moves_to_the_nearest_event(review, folder):
    (folder / "edits.toml").write_text(STALE_EDIT, encoding="utf-8")
    _status, out, text = review("m", "q")
    assert "1 of 5 · stale" in out
    assert "no event has this id; the nearest is" in out
    assert "The harbour board will meet on Friday." in out
    assert text.startswith("# kept\n[event.")
    (edit,) = tomllib.loads(text)["event"].values()
    assert edit == {"of": "The harbour board will meet on Friday.", "article": "ferry.txt", "hide": True}
    assert "000000000000" not in text


def test_a_stale_edit_is_deleted_and_comes_back(review, folder):
    (folder / "edits.toml").write_text(STALE_EDIT, encoding="utf-8")
    assert review("x", "q")[2] == "# kept\n"
    (folder / "edits.toml").write_text(STALE_EDIT, encoding="utf-8")
    assert review("x", "u", "q")[2] == STALE_EDIT


def test_edits_of_other_articles_are_not_stale(folder, capsys):
    (folder / "edits.toml").write_text(
        '[event.000000000000]\nof = "It rains"\narticle = "weather.txt"\nhide = true\n', encoding="utf-8"
    )
    assert report(capsys)[1].splitlines()[-1] == (
        "4 to review: 1 uncertain, 3 new; 1 edit is of other articles"
    )


def test_an_article_that_changes_is_new_again_and_a_new_date_is_told(review, folder, capsys):
    review("k", "k", "k", "k")
    (folder / "ferry.txt").write_text(FERRY.replace("June 30, 2025", "July 31, 2025"), encoding="utf-8")
    assert report(capsys)[1].splitlines()[-1] == "1 to review: 1 new"
    # the same sentences, counted from another day
    (folder / "ferry.txt").write_text(FERRY, encoding="utf-8")
    status = main(["review", "ferry.txt", "--published", "2026-05-14", "--edits", "edits.toml", "--report"])
    out = capsys.readouterr().out
    assert status == 1
    assert "reviewed with the date 2025-05-16, and now read as 2026-05-15" in " ".join(out.split())
    assert out.splitlines()[-1] == "2 to review: 2 changed"


def test_a_file_that_is_no_toml_is_not_touched(folder, capsys):
    (folder / "edits.toml").write_text("[event.a]\nhide = yes\n", encoding="utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["review", "ferry.txt", "--edits", "edits.toml"])
    assert ended.value.code == 2
    assert "edits.toml:2: this is no TOML" in capsys.readouterr().err
    assert (folder / "edits.toml").read_text(encoding="utf-8") == "[event.a]\nhide = yes\n"


def test_windows_line_ends_stay(review, folder):
    (folder / "edits.toml").write_bytes(b"# one\r\n# two\r\n")
    review("k", "q")
    data = (folder / "edits.toml").read_bytes()
    assert data.startswith(b"# one\r\n# two\r\n\r\n[reviewed]\r\n")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_disk_that_is_full_decides_nothing(review, monkeypatch):
    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sphinx_newstimeline.command.review.session.write", full)
    _status, out, text = review("h", "q")
    assert "edits.toml cannot be written: No space left on device; nothing has changed" in out
    assert text == ""
    assert "nothing decided" in out


def test_commands_by_letter_or_word():
    assert command_of("k", ENTRY)[0].name == "keep"
    assert command_of(" Hide ", ENTRY)[0].name == "hide"
    assert command_of("d by May 5", ENTRY) == (next(c for c in ENTRY if c.name == "date"), "by May 5")
    assert command_of("", STALE)[0].name == "skip"
    assert command_of("k", STALE)[0] is None
    for known in (ENTRY, STALE):
        letters = [command.key for command in known]
        assert len(set(letters)) == len(letters)
        assert all(len(line) <= 40 for line in bar(known, 40))


@pytest.mark.parametrize("width", [30, 45, 80, 200])
def test_it_fits_the_screen(review, monkeypatch, width):
    monkeypatch.setattr(entry, "terminal", lambda: Terminal(width))
    out = review("t A title that is rather long, and goes on and on", "", "?", "q")[1]
    said = out.split("A page shows them")[0]
    assert max(map(len, said.splitlines())) <= max(width, 34)


def converse(arguments, answers, *, interrupt=False, **environment):
    """Run the command in a pseudo-terminal, answer each prompt, and return its output and status.

    What ends it is sent again for as long as nothing comes back: Python notes a signal that arrives just
    before it waits for a line, and raises only at the next one.
    """
    import pty

    pid, master = pty.fork()
    if pid == 0:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # what runs in the background is born deaf to it
        os.environ.update(environment)
        os.execv(sys.executable, [sys.executable, "-m", "sphinx_newstimeline", *arguments])  # noqa: S606
    output, waiting, end, ended = b"", list(answers), b"\x03" if interrupt else b"\x04", False
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        if not select.select([master], [], [], 1)[0]:
            if ended:
                os.write(master, end)
            continue
        try:
            data = os.read(master, 4096)
        except OSError:  # the other side has hung up
            break
        if not data:
            break
        output += data
        if output.endswith(b"> "):
            ended = not waiting
            os.write(master, end if ended else f"{waiting.pop(0)}\n".encode())
            output += b"\n"
    os.close(master)
    return output.decode(), os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a pseudo-terminal")
@pytest.mark.parametrize("interrupt", [False, True])
def test_in_a_terminal(folder, interrupt):
    pytest.importorskip("pty")
    arguments = ["review", "ferry.txt", *PUBLISHED, "--edits", "edits.toml"]
    plain = {"TERM": "xterm", "NO_COLOR": "1", "COLUMNS": "70"}
    output, status = converse(arguments, ["h", "k"], interrupt=interrupt, **plain)
    assert status == 1
    assert "A test run took place [on May 2, 2025]." in output
    assert "\x1b[1" not in output
    assert "Traceback" not in output
    assert "decided: 1 hidden, 1 kept" in output
    assert "2 to review: 1 uncertain, 1 new" in output
    assert len(tomllib.loads((folder / "edits.toml").read_text(encoding="utf-8"))["reviewed"]) == 1


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a pseudo-terminal")
@pytest.mark.usefixtures("folder")
def test_in_a_terminal_with_colour():
    pytest.importorskip("pty")
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"}
    environment |= {"TERM": "xterm", "NO_COLOR": ""}
    output, _status = converse(
        ["review", "ferry.txt", *PUBLISHED, "--edits", "edits.toml"], ["q"], **environment
    )
    assert "\x1b[1;33mon May 2, 2025\x1b[0m" in output


def test_extract_takes_edits_and_looks_ahead(review, capsys):
    review("h", "k", "d by 10 June 2025", "", "k")
    arguments = ["extract", "ferry.txt", *PUBLISHED, "--edits", "edits.toml"]
    assert main(arguments) == 0
    out = capsys.readouterr().out
    assert "2 May" not in out
    assert "by 10 Jun 2025" in out
    assert main([*arguments, "--ahead"]) == 0
    assert capsys.readouterr().out.splitlines()[0] == "May 2025"
    assert main([*arguments, "--ahead", "--as-of", "2025-06-20", "--group-by", "week"]) == 0
    out = capsys.readouterr().out
    assert out.splitlines()[0] == "Due or expected before 20 Jun 2025"
    assert "was due" in out
    assert "was expected" in out
    assert "8 September 2025 – 14 September 2025" not in out
    assert "15 September 2025 – 21 September 2025" in out
    assert Path("edits.toml").is_file()


LATER = "The ferry to Aldsund stops on June 30, 2025, the harbour board confirmed.\n"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        # an entry is hidden with all that was merged into it …
        ("h", []),
        # … and has one date
        ("d 6 July 2025", ["2025-07-06"]),
        ("x", ["2025-06-30", "2025-06-30"]),
    ],
)
def test_an_entry_of_several_articles_is_one(folder, monkeypatch, capsys, answer, expected):
    (folder / "ferry.txt").write_text("The ferry to Aldsund stops on June 30, 2025.\n", encoding="utf-8")
    (folder / "later.txt").write_text(LATER, encoding="utf-8")
    (folder / "edits.toml").write_text("", encoding="utf-8")
    answers = iter([answer, "q"])
    monkeypatch.setattr(entry, "ask", lambda _prompt: next(answers, None))
    monkeypatch.setattr(entry, "_is_terminal", lambda: True)
    files = ["ferry.txt", "later.txt", *PUBLISHED]
    main(["review", *files, "--edits", "edits.toml"])
    assert "1 of 1 · new" in capsys.readouterr().out
    monkeypatch.undo()
    monkeypatch.chdir(folder)
    assert main(["extract", *files, "--edits", "edits.toml", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert [event["edtf"] for event in json.loads(out)["events"]] == expected
