"""The version of this library, as exported files name it."""

from __future__ import annotations


def version() -> str:
    """The installed version, or `0` in a source tree that was never installed."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("translator")
    except PackageNotFoundError:
        return "0"
