"""Language tags, and the data that a stage has for languages in ``lang/<code>.toml`` beside its modules."""

from __future__ import annotations

from typing import Any


def primary(language: str) -> str:
    """Return the primary subtag of a language tag (BCP 47): ``en`` of ``en-GB``, and of ``en_GB``."""
    return language.replace("_", "-").partition("-")[0].lower()


def data_of(package: str, language: str) -> dict[str, Any] | None:
    """Return what a package has for a language, or ``None`` where it has nothing.

    :param package: the name of the package, whose folder ``lang`` has the data; from a zip file, too.
    :param language: a language tag, of which the primary subtag counts; an author may have written anything.
    """
    import tomllib  # those who need only a tag need not wait for these
    from importlib.resources import files

    code = primary(language)
    if not (code.isascii() and code.isalpha()):
        return None
    source = files(package) / "lang" / f"{code}.toml"
    return tomllib.loads(source.read_text(encoding="utf-8")) if source.is_file() else None
