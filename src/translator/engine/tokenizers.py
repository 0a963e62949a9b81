"""Text to the pieces that a model reads, and back, with the place of every piece in the text."""

from __future__ import annotations

import html
import io
import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, Protocol

from translator.engine.package import Package
from translator.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Iterator

Span = tuple[int, int]
"""Start and end offsets in characters."""


class Tokenizer(Protocol):
    """What the engine asks of a tokenizer. Spans hold no white space at their ends and may be empty."""

    def encode(self, text: str) -> list[str]:
        """The pieces of a text, as the model's vocabulary knows them."""

    def decode(self, pieces: Sequence[str]) -> str:
        """The text that the pieces stand for."""

    def spans(self, text: str, pieces: Sequence[str]) -> list[Span]:
        """Where in `text` each of `pieces`, its encoding, comes from."""

    def decode_spans(self, pieces: Sequence[str]) -> tuple[str, list[Span]]:
        """The decoded text and where in it each piece stands."""


def open_tokenizer(package: Package) -> Tokenizer:
    """The tokenizer of a package. Raises `ModelError` if its file is damaged."""
    name = package.tokenizer_file
    data = package.read(name)
    try:
        return SentencePiece(data) if name == "sentencepiece.model" else Bpe(data, package.from_code, package.to_code)
    except (RuntimeError, ValueError, OSError) as error:
        raise ModelError(f"{package.path}: {name} is damaged: {error}. Install the package again.") from error


class SentencePiece:
    """SentencePiece, from the bytes of its model."""

    def __init__(self, model: bytes) -> None:
        """Raise `RuntimeError` if `model` is not a SentencePiece model."""
        import sentencepiece

        if not model:
            raise ValueError("the file is empty")
        self._processor: Any = sentencepiece.SentencePieceProcessor()
        self._processor.LoadFromSerializedProto(model)

    def encode(self, text: str) -> list[str]:
        """The pieces of a text."""
        return list(self._processor.encode(text, out_type=str))

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of the pieces; unlike Argos's, underscores stay underscores."""
        return str(self._processor.decode(list(pieces))) if pieces else ""

    def spans(self, text: str, pieces: Sequence[str]) -> list[Span]:
        """Where in `text` each of its pieces comes from."""
        if (spans := _running_spans(pieces, text)) is not None:
            return spans
        return _sentencepiece_spans(self._processor.encode(text, out_type="serialized_proto"))[1]

    def decode_spans(self, pieces: Sequence[str]) -> tuple[str, list[Span]]:
        """The decoded text and where in it each piece stands."""
        text = self.decode(pieces)
        if (spans := _running_spans(pieces, text)) is not None:
            return text, spans
        return _sentencepiece_spans(self._processor.decode(list(pieces), out_type="serialized_proto"))


class Bpe:
    """Subword-nmt byte pair encoding over Moses tokens, as Argos Translate applies it."""

    def __init__(self, codes: bytes, from_code: str, to_code: str) -> None:
        """Raise `ValueError` if `codes` is not a list of merges."""
        from argostranslate.apply_bpe import BPE  # type: ignore[import-untyped]
        from sacremoses.normalize import MosesPunctNormalizer  # type: ignore[import-untyped]
        from sacremoses.tokenize import MosesDetokenizer, MosesTokenizer  # type: ignore[import-untyped]

        text = codes.decode("utf-8")
        for number, line in enumerate(text.splitlines(), 1):
            # argostranslate.apply_bpe would end the process here.
            if not line.startswith("#version:") and len(line.strip("\r\n ").split(" ")) != 2:
                raise ValueError(f"line {number} is not a pair of pieces")
        if not text:
            raise ValueError("the file is empty")
        self._bpe: Any = BPE(io.StringIO(text))
        self._tokenizer: Any = MosesTokenizer(from_code)
        self._detokenizer: Any = MosesDetokenizer(to_code)
        self._normalizer: Any = MosesPunctNormalizer(from_code)

    def encode(self, text: str) -> list[str]:
        """The pieces of a text."""
        return list(self._bpe.segment_tokens(self._tokenizer.tokenize(self._normalizer.normalize(text))))

    def decode(self, pieces: Sequence[str]) -> str:
        """The text of the pieces."""
        words = " ".join(pieces).replace("@@ ", "").removesuffix("@@")
        return str(self._detokenizer.detokenize(words.split(" "))) if words else ""

    def spans(self, text: str, pieces: Sequence[str]) -> list[Span]:
        """Where in `text` each of its pieces comes from; approximate where Moses normalised the punctuation."""
        return align_surfaces(_moses_surfaces(pieces), text)

    def decode_spans(self, pieces: Sequence[str]) -> tuple[str, list[Span]]:
        """The decoded text and where in it each piece stands."""
        text = self.decode(pieces)
        return text, self.spans(text, pieces)


def _moses_surfaces(pieces: Sequence[str]) -> list[str]:
    """What each piece spells; an escape (`&apos;`) cut into pieces is its character, in the first of them."""
    raw, owners = "", []
    for index, piece in enumerate(pieces):
        spelt = piece.removesuffix("@@") + ("" if piece.endswith("@@") else " ")
        raw += spelt
        owners += [index] * len(spelt)
    surfaces = [""] * len(pieces)
    for match in re.finditer(r"&(?:#\d+|\w+);|\S", raw):
        surfaces[owners[match.start()]] += html.unescape(match[0])
    return surfaces


def align_surfaces(surfaces: Sequence[str], text: str) -> list[Span]:
    """Where each surface stands in `text`, in order, when the two differ by spaces and here and there a character."""
    places = [index for index, char in enumerate(text) if not char.isspace()]
    plain = "".join(text[index] for index in places)
    joined = "".join(surfaces)
    if joined == plain:
        bounds = list(range(len(plain) + 1))
    else:
        bounds = [0] * (len(joined) + 1)
        for _, start, end, plain_start, plain_end in SequenceMatcher(None, joined, plain, autojunk=False).get_opcodes():
            for index in range(start, end):
                bounds[index] = min(plain_start + index - start, plain_end)
        bounds[len(joined)] = len(plain)
    spans = []
    at = 0
    for surface in surfaces:
        start, at = bounds[at], at + len(surface)
        end = bounds[at]
        spans.append((places[start], places[end - 1] + 1) if start < end else _empty(places, start, len(text)))
    return spans


def _empty(places: Sequence[int], index: int, length: int) -> Span:
    at = places[index] if index < len(places) else length
    return at, at


def _running_spans(pieces: Sequence[str], text: str) -> list[Span] | None:
    """The spans of SentencePiece pieces that spell `text` out; `None` if they do so only after normalisation."""
    joined = "".join(pieces).replace("▁", " ")
    at = len(text) - len(joined)
    if at not in (0, -1) or joined[-at:] != text or joined[:-at].strip():
        return None
    spans = []
    for piece in pieces:
        start, at = max(at, 0), at + len(piece)
        spans.append(_trimmed(text, start, at))
    return spans


def _sentencepiece_spans(message: bytes) -> tuple[str, list[Span]]:
    """The text and the spans, in characters without white space around them, of a serialised `SentencePieceText`.

    Read by hand because the Python ways to the offsets differ between SentencePiece 0.2.0 and 0.2.1 or want protobuf.
    Fields as in sentencepiece.proto: text 1, pieces 2 (of each: surface offsets in bytes, begin 4, end 5).
    """
    raw = b""
    byte_spans: list[Span] = []
    for field, value in _fields(message):
        if field == 1 and isinstance(value, bytes):
            raw = value
        elif field == 2 and isinstance(value, bytes):
            numbers = dict(_fields(value))
            byte_spans.append((int(numbers.get(4, 0)), int(numbers.get(5, 0))))
    text = raw.decode("utf-8")
    if len(text) != len(raw):
        byte_to_char = []
        for index, char in enumerate(text):
            byte_to_char += [index] * len(char.encode())
        byte_to_char.append(len(text))
        byte_spans = [(byte_to_char[start], byte_to_char[end]) for start, end in byte_spans]
    return text, [_trimmed(text, start, end) for start, end in byte_spans]


def _fields(message: bytes) -> Iterator[tuple[int, int | bytes]]:
    """Field numbers and values of a protobuf message of integers, strings, messages and floats."""
    at, length = 0, len(message)
    while at < length:
        key, at = _varint(message, at)
        if key & 7 == 0:
            value, at = _varint(message, at)
            yield key >> 3, value
        elif key & 7 == 2:
            size, at = _varint(message, at)
            yield key >> 3, message[at : at + size]
            at += size
        else:
            at += 4 if key & 7 == 5 else 8


def _varint(message: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while message[at] & 0x80:
        value |= (message[at] & 0x7F) << shift
        shift += 7
        at += 1
    return value | message[at] << shift, at + 1


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end
