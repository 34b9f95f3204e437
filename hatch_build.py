"""What is built besides the files that are there: the grammars of languages, made from their data.

They save the first text of a process a tenth of a second.  Where they cannot be made, a distribution is
complete without them: the package then makes them itself.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

LANGUAGES = Path("sphinx_newstimeline", "temporal", "lang")
FILE = "grammar.pickle"
#: Its own process has nothing of the environment but Python, as the package's compiler needs nothing else.
PROGRAM = """\
import sys
root, code, place = sys.argv[1:]
sys.path.insert(0, root)
from sphinx_newstimeline.temporal.grammar.keeping import write_grammar
write_grammar(code, place)
"""


class GrammarHook(BuildHookInterface[Any]):
    """Puts the grammars into wheels."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the grammars: for a wheel, or for the checkout that an editable installation stands for."""
        self.folder = tempfile.TemporaryDirectory()
        for language in sorted(path.parent for path in Path(self.root, LANGUAGES).glob("*/rules.txt")):
            made = Path(self.folder.name, language.name)
            command = [sys.executable, "-I", "-B", "-c", PROGRAM, self.root, language.name, str(made)]
            done = subprocess.run(command, capture_output=True, text=True, check=False)
            if done.returncode:
                self.app.display_warning(f"without the grammar of “{language.name}”: {done.stderr}")
            elif version == "editable":
                shutil.copyfile(made, language / FILE)
            else:
                build_data["force_include"][str(made)] = (LANGUAGES / language.name / FILE).as_posix()

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove what has found its place by now."""
        self.folder.cleanup()
