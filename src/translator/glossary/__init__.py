"""Glossaries: entries, files, matching, renderings."""
