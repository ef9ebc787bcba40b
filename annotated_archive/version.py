"""The version of the program, as it is installed."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

NAME = "annotated-archive"


def installed_version() -> str | None:
    """The version, as in "0.1.0"; None where the program runs from its source without being installed."""
    try:
        return version(NAME)
    except PackageNotFoundError:
        return None
