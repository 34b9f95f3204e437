"""A folder that workers of pytest share is filled by one of them at a time."""

from __future__ import annotations

import contextlib


@contextlib.contextmanager
def alone(folder):
    """Hold others off a folder, where the system can (Windows has no ``fcntl``, and its tests one worker)."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with folder.with_name(folder.name + ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
