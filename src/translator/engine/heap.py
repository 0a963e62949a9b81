"""Memory that is no longer used, back to the operating system."""

from __future__ import annotations

import sys
from contextlib import suppress


def give_back() -> None:
    """Return what is freed where the C library would keep it: glibc.

    The decoding threads leave holes in its heaps that nothing else fills (benchmarks/memory_use.py).
    """
    if sys.platform == "linux":
        from ctypes import CDLL

        with suppress(OSError, AttributeError):
            CDLL(None).malloc_trim(0)
