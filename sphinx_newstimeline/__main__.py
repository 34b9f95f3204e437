"""``python -m sphinx_newstimeline`` is the command ``newstimeline``."""

from __future__ import annotations

import sys

from .command import main

sys.exit(main())
