"""Turn news articles into timelines inside Sphinx documentation.

Importing the package is cheap: what :func:`tag` and Sphinx's ``setup`` need is imported when they
are first asked for.
"""

from __future__ import annotations

TYPE_CHECKING = False  # importing it from typing would be nearly all that this import costs
if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

    from .temporal import Interval, Period, Timex, tag

__version__ = "0.1.0"
__all__ = ["Interval", "Period", "Timex", "__version__", "setup", "tag"]


def __getattr__(name: str) -> object:
    """Import the public names of the temporal stage when they are first used."""
    if name in {"Interval", "Period", "Timex", "tag"}:
        from . import temporal

        return getattr(temporal, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def setup(app: Sphinx) -> ExtensionMetadata:
    """Register the extension; see :mod:`sphinx_newstimeline.sphinxext` for what it adds."""
    from .sphinxext import setup as setup_extension

    return setup_extension(app)
