"""The languages of a project's articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..domain import domain_of
from .documents import relative_path

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment


def languages_of(env: BuildEnvironment) -> dict[str, str]:
    """Return the language of each article by its path relative to the source folder, where it states one."""
    base = str(env.srcdir)
    return {
        relative_path(path, base): language
        for contribution in domain_of(env).contributions
        for path, language in contribution.languages.items()
        if language
    }
