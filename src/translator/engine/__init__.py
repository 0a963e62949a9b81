"""The translation model: packages, tokenizers, decoding, alignment. Knows nothing of glossaries."""
