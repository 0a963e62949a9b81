"""Documents: what of a file is text to translate, and the file written back with everything else intact."""
