"""What the command says to its caller: the exit codes of all subcommands."""

from __future__ import annotations

DONE, REFUSED, USAGE, VIOLATION, INTERRUPTED = 0, 1, 2, 3, 130
"""Done; something in the input was refused; wrong usage; a check found a violation; Ctrl-C."""
