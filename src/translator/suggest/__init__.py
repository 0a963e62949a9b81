"""Candidates for a glossary, found in French texts or in pairs of French and English ones."""
