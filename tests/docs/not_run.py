"""The commands of the documentation that the tests do not run, each with the reason."""

from __future__ import annotations

NOT_RUN = {
    "pip install uv": "needs a network",
    "pip install 'translator[ray]'": "needs a network",
    "uv add ./translator": "needs a network",
    "python -m translator.cluster dump/ english/ --field title --field body": "needs Ray, which is an extra",
    "python benchmarks/throughput.py --words 500 --cores 16 64 256": "measures the machine for minutes",
    "uv run pytest": "is what runs this test",
    "uv run translator model install": "needs a network (tests/engine install from servers of their own)",
    "translator model install": "needs a network (tests/engine install from servers of their own)",
    "translator glossary test": "translates two thousand examples, for minutes; tests/glossaries asks the matcher",
}
"""Command, letter for letter after its comment is taken off → why it is not run."""

NOT_RUN_PYTHON = {"import ray\n": "needs Ray, which is an extra, and a bucket"}
"""How a Python snippet begins → why it is not run."""
