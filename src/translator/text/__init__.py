"""French and English as written: sentences, numbers, typography, inflection."""
