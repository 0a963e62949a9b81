"""Documents: what of a file is text to translate, and the file written back with everything else intact."""

from translator.documents.document import Document, format_of, formats, open_document, stream_document
from translator.documents.part import Part
from translator.documents.passage import Passage
from translator.documents.plain_text import text_part

__all__ = ["Document", "Part", "Passage", "format_of", "formats", "open_document", "stream_document", "text_part"]
