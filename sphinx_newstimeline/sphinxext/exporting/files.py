"""The files of exports beside the pages: written where they change, removed where nothing asks for them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.locale import get_translation
from sphinx.util import logging
from sphinx.util.display import progress_message

from ...exports import EXPORTERS
from ..domain import domain_of
from .documents import meta_of, timeline_of
from .head import FORMAT as IN_HEAD
from .languages import languages_of
from .places import BUILDERS, Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ..domain import TimelineRecord

__ = get_translation("sphinx_newstimeline", "console")

logger = logging.getLogger(__name__)

#: In the output folder: which files of it are exports.
LIST = ".newstimeline-exports"


def write_files(app: Sphinx, exception: Exception | None) -> None:
    """Write the files that timelines ask for, and remove those of before (event ``build-finished``)."""
    if exception is not None or app.builder.name not in BUILDERS:
        return
    site = Site.of(app.builder.name, app.config)
    wanted = [
        (record, [name for name in record.formats if name != IN_HEAD])
        for record in domain_of(app.env).timelines
    ]
    publish(app.env, site, [(record, names) for record, names in wanted if names], Path(app.outdir))


def publish(
    env: BuildEnvironment, site: Site, wanted: Iterable[tuple[TimelineRecord, list[str]]], folder: Path
) -> list[dict[str, str]]:
    """Write timelines in the formats that are asked for, and remove files that nothing asks for any more.

    :param folder: the output folder.
    :returns: for each timeline its files by format, relative to the folder.
    """
    requests = list(wanted)
    files = [{name: site.file(record, name) for name in names} for record, names in requests]
    before = _listed(folder)
    if not files and not before:
        return files
    with progress_message(__("writing exports of timelines")):
        for file, text in _documents(env, site, requests):
            _write(folder / file, text.encode("utf-8", "backslashreplace"))
        written = {file for named in files for file in named.values()}
        for file in before - written:
            (folder / file).unlink(missing_ok=True)
        _list(folder, written)
    return files


def _documents(
    env: BuildEnvironment, site: Site, requests: Iterable[tuple[TimelineRecord, list[str]]]
) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file."""
    languages = languages_of(env)
    for record, names in requests:
        timeline, meta = timeline_of(record, env), meta_of(record, env, site, languages)
        for name in names:
            yield site.file(record, name), EXPORTERS[name].write(timeline, meta)


def _write(path: Path, data: bytes) -> None:
    """Write a file, unless it has that content: what is not new need not be sent to readers again."""
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _listed(folder: Path) -> set[str]:
    """Return the exports of the build before; none where the list is missing or broken."""
    try:
        found = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    root = folder.resolve()
    names = [name for name in found if isinstance(name, str)] if isinstance(found, list) else []
    return {name for name in names if (root / name).resolve().is_relative_to(root)}


def _list(folder: Path, files: set[str]) -> None:
    """Remember which files are exports; where there are none, remember nothing."""
    if files:
        text = json.dumps(sorted(files), ensure_ascii=False, indent=0) + "\n"
        _write(folder / LIST, text.encode())
    else:
        (folder / LIST).unlink(missing_ok=True)


def write_index(folder: Path, timelines: list[Mapping[str, object]]) -> None:
    """Write the list of all timelines and their files."""
    document = {"version": 1, "timelines": timelines}
    _write(folder / "index.json", (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode())
