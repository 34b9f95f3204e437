"""The one place for what differs between Sphinx 8.1 and 9.2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import MutableMapping
    from pathlib import Path

    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment


def add_static_dir(app: Sphinx, config: Config, folder: Path) -> None:
    """Publish the files of *folder* with every HTML build; to be called at ``config-inited``.

    ``Sphinx.add_static_dir`` came with 9.1.  Before, the folder joins ``html_static_path``: so early
    that the stored configuration has it as well, and no build believes that something changed.
    """
    if hasattr(app, "add_static_dir"):
        app.add_static_dir(folder)
    else:
        config.html_static_path = [*config.html_static_path, str(folder)]


def builder_class(env: BuildEnvironment) -> type[Builder]:
    """Return the class of the builder at work, without the ``.app`` that Sphinx 9 deprecates."""
    found: type[Builder] | None = getattr(env, "_builder_cls", None)
    return found if found is not None else type(env.app.builder)


def builder_of(env: BuildEnvironment) -> Builder:
    """Return the builder at work."""
    return _application(env).builder


def page_data(env: BuildEnvironment) -> MutableMapping[str, Any]:
    """Return what may be kept while one page is read (``env.current_document`` from 8.2 on)."""
    name = "current_document" if hasattr(env, "current_document") else "temp_data"
    found: MutableMapping[str, Any] = getattr(env, name)
    return found


def configuration_folder(env: BuildEnvironment) -> Path:
    """Return the folder of ``conf.py``."""
    return _application(env).confdir


def _application(env: BuildEnvironment) -> Sphinx:
    app: Sphinx = env._app if hasattr(env, "_app") else env.app  # noqa: SLF001
    return app
