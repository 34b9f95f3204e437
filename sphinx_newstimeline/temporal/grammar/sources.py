"""The files that a grammar depends on: a kept one is good for as long as these do not change."""

from __future__ import annotations

import hashlib
import os

#: The package, and the folder of the languages in it.
PACKAGE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LANGUAGES = ("temporal", "lang")
#: The files of a language.
RULES, WORDS, CONTEXT = "rules.txt", "words.toml", "context.toml"
#: The folder of the code that makes grammars of them, and what that needs besides.
CODE = ("temporal", "grammar")
ELSEWHERE = ("temporal/tokens.py", "holidays/holiday.py", "holidays/holidays.toml")
#: Grows with the form of grammars.
FORM = 1


def languages() -> tuple[str, ...]:
    """Return the codes of the languages that have data, sorted."""
    folder = os.path.join(PACKAGE, *LANGUAGES)
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return _zipped_languages()
    return tuple([name for name in names if os.path.isfile(os.path.join(folder, name, RULES))])


def _zipped_languages() -> tuple[str, ...]:
    """Return the same where the package is no folder, but in a zip file."""
    from importlib.resources import files  # slow to import

    folder = files(__package__.split(".")[0]).joinpath(*LANGUAGES)
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.joinpath(RULES).is_file()))


def folder_of(code: str, package: str = PACKAGE) -> str:
    """Return the folder of a language.

    :param package: the folder of this package.
    """
    return os.path.join(package, *LANGUAGES, code)


def sources(code: str, package: str = PACKAGE) -> list[str]:
    """Return the files that a grammar depends on, those of the code that makes it among them.

    :param package: the folder of this package.
    :raises OSError: where the package is no folder.
    """
    modules = sorted(name for name in os.listdir(os.path.join(package, *CODE)) if name.endswith(".py"))
    return [
        *[os.path.join(folder_of(code, package), name) for name in (RULES, WORDS, CONTEXT)],
        *[os.path.join(package, *CODE, name) for name in modules],
        *[os.path.join(package, *path.split("/")) for path in ELSEWHERE],
    ]


def fingerprint(code: str, package: str = PACKAGE) -> bytes:
    """Return what tells the grammar that the files make now from any other; empty where they cannot be read.

    :param package: the folder of this package.
    """
    digest = hashlib.blake2b(f"{FORM} {code}\n".encode(), digest_size=32)
    try:
        for path in sources(code, package):
            with open(path, "rb", buffering=0) as file:
                content = file.readall()
            digest.update(f"{os.path.basename(path)} {len(content)}\n".encode())
            digest.update(content)
    except OSError:
        return b""
    return digest.digest()
