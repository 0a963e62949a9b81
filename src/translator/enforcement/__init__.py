"""Making a translation obey its glossary: constraints, acceptance, constrained decoding, placing."""
