"""Many documents at once: what goes where, what is done already, and the work itself (docs/batches.md)."""
