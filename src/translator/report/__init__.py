"""Reports of translations and audits, for people (HTML) and for programs (JSON)."""
