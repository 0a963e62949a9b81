"""Whether an existing translation follows a glossary."""
