"""The command ``newstimeline``: timelines without Sphinx, to look, to review and to feed other tools."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status.

    :param arguments: the command line without the program's name; that of the process by default.

    The status is 0; 1 where an article could not be read or something is left to review; 2 for wrong usage.
    """
    from .arguments import COMMANDS, meant, parser
    from .streams import hang_up, use_utf8

    use_utf8(sys.stdout, sys.stderr)
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given:
        # Who gives nothing asks what there is to give.
        parser().print_help(sys.stderr)
        return 2
    if not (given[0].startswith("-") or given[0] in COMMANDS):
        parser().error(meant(given[0]))
    options = parser().parse_args(given)
    # The stages and their libraries are loaded behind the parser, so that --help is quick.
    if options.command == "review":
        from .review import run
    else:
        from .extract import run

    try:
        return run(options)
    except BrokenPipeError:
        hang_up()
        return 0
