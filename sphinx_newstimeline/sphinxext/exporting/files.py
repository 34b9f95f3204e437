"""The files of exports beside the pages: written where they change, removed where nothing asks for them."""

from __future__ import annotations

import json
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.locale import get_translation
from sphinx.util import logging
from sphinx.util.display import progress_message

from ... import __version__
from ...exports import EXPORTERS
from ..domain import domain_of
from .documents import meta_of, timeline_of
from .head import FORMAT as IN_HEAD
from .languages import languages_of
from .places import BUILDERS, Site

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from ...exports import Meta
    from ...timeline import Timeline
    from ..domain import TimelineRecord

__ = get_translation("sphinx_newstimeline", "console")

logger = logging.getLogger(__name__)

#: In the output folder: which files of it are exports, and what each was made of.
LIST = ".newstimeline-exports"

_DIGITS = 16


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
        after = _write_all(env, site, requests, folder, before)
        for file in before.keys() - after.keys():
            (folder / file).unlink(missing_ok=True)
        _list(folder, after)
    return files


def _write_all(
    env: BuildEnvironment,
    site: Site,
    requests: Iterable[tuple[TimelineRecord, list[str]]],
    folder: Path,
    before: Mapping[str, str],
) -> dict[str, str]:
    """Write the files, except those that were made of the same before; return what each is made of."""
    languages = languages_of(env)
    after: dict[str, str] = {}
    for record, names in requests:
        timeline = timeline_of(record, env)
        meta = meta_of(record, env, site, languages)
        digest = _digest(timeline, meta, env.config.language)
        for name in names:
            file = site.file(record, name)
            after[file] = digest
            if before.get(file) != digest or not (folder / file).is_file():
                text = EXPORTERS[name].write(timeline, meta)
                _write(folder / file, text.encode("utf-8", "backslashreplace"))
    return after


def _digest(timeline: Timeline, meta: Meta, language: str) -> str:
    """Return what a timeline's documents depend on, as a short text that is the same in every process."""
    # Its words are those of the language and of this version.
    surroundings = [getattr(meta, one.name) for one in fields(meta) if one.name != "wording"]
    return sha256(repr((__version__, timeline, surroundings, language)).encode(errors="replace")).hexdigest()[
        :_DIGITS
    ]


def _write(path: Path, data: bytes) -> None:
    """Write a file, unless it has that content: what is not new need not be sent to readers again."""
    if path.is_file() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _listed(folder: Path) -> dict[str, str]:
    """Return the exports of the build before, with what they were made of; none where the list is broken."""
    try:
        found = json.loads((folder / LIST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    root = folder.resolve()
    named = found.items() if isinstance(found, dict) else ()
    return {name: str(digest) for name, digest in named if (root / name).resolve().is_relative_to(root)}


def _list(folder: Path, files: Mapping[str, str]) -> None:
    """Remember which files are exports; where there are none, remember nothing."""
    if files:
        text = json.dumps(files, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
        _write(folder / LIST, text.encode())
    else:
        (folder / LIST).unlink(missing_ok=True)


def write_index(folder: Path, timelines: list[Mapping[str, object]]) -> None:
    """Write the list of all timelines and their files."""
    document = {"version": 1, "timelines": timelines}
    _write(folder / "index.json", (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode())
