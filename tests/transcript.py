"""Transcripts of the manual: commands, what is answered, and what they print.

A test replays them.  Where the command has changed on purpose, ``python tests/transcript.py`` writes them
anew; read what it wrote.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import textwrap
from pathlib import Path
from unittest import mock

from sphinx_newstimeline.command import main
from sphinx_newstimeline.command.review import entry

MANUAL = Path(__file__).parents[1] / "example_docs"
PAGE = MANUAL / "from-draft-to-timeline.rst"
#: A transcript of a page in reStructuredText: its head, and its lines with their margin.
BLOCK = re.compile(r"(?m)^(\.\. code-block:: console\n\n)((?:(?:   .*)?\n)+)")
PROMPT, ANSWER = "$ ", "> "


def replay(text: str) -> str:
    """Return a transcript as it is now, run in the folder that we are in."""
    lines = text.splitlines()
    starts = [index for index, line in enumerate(lines) if line.startswith(PROMPT)]
    said = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        answers = [
            line.removeprefix(ANSWER.rstrip()).strip()
            for line in lines[start + 1 : end]
            if line.startswith(">")
        ]
        said += [lines[start], *_run(lines[start].removeprefix(PROMPT), answers).splitlines()]
    return "\n".join(line.rstrip() for line in said).strip() + "\n"


def _run(line: str, answers: list[str]) -> str:
    """Return what a command prints, with the answers that it was given."""
    words = shlex.split(line)
    if words[0] != "newstimeline":
        return subprocess.run(line, shell=True, check=True, capture_output=True, text=True).stdout  # noqa: S602
    waiting = iter(answers)
    output = io.StringIO()

    def ask(prompt: str) -> str | None:
        answer = next(waiting, None)
        output.write(f"{prompt}{answer or ''}\n")
        return answer

    with (
        mock.patch.dict(os.environ, {"COLUMNS": "80", "NO_COLOR": "1"}),
        mock.patch.object(entry, "ask", ask),
        mock.patch.object(entry, "_is_terminal", return_value=bool(answers)),
        contextlib.redirect_stdout(output),
        contextlib.redirect_stderr(output),
        contextlib.suppress(SystemExit),
    ):
        main(words[1:])
    return output.getvalue()


def replayed(page: str) -> tuple[str, str]:
    """Return a page with its transcripts as they are now, and the edits file that the first one wrote.

    They are run one after the other, in a folder that has the articles of the manual.
    """
    written: list[str] = []

    def again(match: re.Match[str]) -> str:
        said = replay(textwrap.dedent(match[2]))
        if not written and Path("ferry/edits.toml").exists():
            written.append(Path("ferry/edits.toml").read_text(encoding="utf-8"))
        return match[1] + textwrap.indent(said, "   ") + "\n"

    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(MANUAL / "articles" / "ferry", Path(folder) / "ferry")
        (Path(folder) / "ferry/edits.toml").unlink(missing_ok=True)
        with contextlib.chdir(folder):
            text = BLOCK.sub(again, page)
    return text, written[0] if written else ""


if __name__ == "__main__":
    new, edits = replayed(PAGE.read_text(encoding="utf-8"))
    PAGE.write_text(new, encoding="utf-8")
    (MANUAL / "articles/ferry/edits.toml").write_text(edits, encoding="utf-8")
    sys.stdout.write(f"written: {PAGE}\n")
