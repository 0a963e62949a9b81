"""The newest package of Argos's index, and its download: resumed where it broke off, from the first link that works."""

from __future__ import annotations

import http.client
import json
import re
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from translator.engine.argos_settings import index_url
from translator.engine.package import FROM_CODE, MAX_BYTES, TO_CODE, version_key
from translator.errors import DownloadError

Progress = Callable[[int, "int | None"], None]
"""Called with the bytes that are there and the bytes there will be, if known."""

TIMEOUT = 30.0
"""Seconds without an answer after which a server is given up."""

_MAX_INDEX = 64 * 2**20
_CHUNK = 1 << 18
_FILE_INSTEAD = "Check the network, or install from a file with `translator model install FILE`."


@dataclass(frozen=True)
class Offer:
    """A package that the index offers."""

    version: str
    links: tuple[str, ...]

    @property
    def file_name(self) -> str:
        """Its file name in Argos's manner: `translate-fr_en-1_9.argosmodel`."""
        number = re.sub(r"\W", "_", self.version)
        return f"translate-{FROM_CODE}_{TO_CODE}-{number}.argosmodel"


def find_newest() -> Offer:
    """The newest French to English package in the index (`ARGOS_PACKAGE_INDEX`). Raises `DownloadError`."""
    url = index_url()
    try:
        with _open(url) as response:
            index = json.loads(response.read(_MAX_INDEX))
    except (OSError, http.client.HTTPException) as error:
        raise DownloadError(f"{url}: the index cannot be fetched: {_reason(error)}. {_FILE_INSTEAD}") from error
    except (ValueError, RecursionError) as error:
        raise DownloadError(f"{url}: the index is not JSON: {error}. Is ARGOS_PACKAGE_INDEX right?") from error
    offers = [offer for row in index if (offer := _offer(row))] if isinstance(index, list) else []
    if not offers:
        raise DownloadError(f"{url}: the index has no {FROM_CODE}→{TO_CODE} package. Is ARGOS_PACKAGE_INDEX right?")
    return max(offers, key=lambda offer: version_key(offer.version))


def download(links: Sequence[str], part: Path, progress: Progress | None = None) -> None:
    """Bring the file that all of `links` lead to into `part`, going on from what is there.

    Raises `DownloadError` if no link gives it all (what came is kept, to be resumed), `OSError` if it cannot be
    written.
    """
    errors = []
    for link in links:
        try:
            _download(link, part, progress)
            return
        except DownloadError as error:
            errors.append(str(error))
    raise DownloadError(f"{'; '.join(errors)}. {_FILE_INSTEAD} What came is kept: the next try goes on from there.")


def _download(url: str, part: Path, progress: Progress | None) -> None:
    have = part.stat().st_size if part.exists() else 0
    try:
        response = _open(url, have)
    except urllib.error.HTTPError as error:
        if error.code != 416 or not have:
            raise DownloadError(f"{url}: {_reason(error)}") from error
        total = _number(error.headers.get("Content-Range"), r"\*/(\d+)")
        error.close()
        if total == have:
            return
        part.unlink()
        _download(url, part, progress)
        return
    except (OSError, http.client.HTTPException) as error:
        raise DownloadError(f"{url}: {_reason(error)}") from error
    with response:
        headers = response.headers
        if response.status == 206 and _number(headers.get("Content-Range"), r"bytes (\d+)-") != have:
            raise DownloadError(f"{url}: the server sent another part than was asked for")
        have = have if response.status == 206 else 0
        length = _number(headers.get("Content-Length"), r"(\d+)$")
        total = None if length is None else have + length
        if total is not None and total > MAX_BYTES:
            raise DownloadError(f"{url}: {total:,} bytes are too many for a package")
        with part.open("ab" if have else "wb") as file:
            have = _copy(url, response, file, have, total, progress)
    if total is not None and have != total:
        raise DownloadError(f"{url}: broke off after {have:,} of {total:,} bytes")


def _copy(
    url: str,
    response: http.client.HTTPResponse,
    file: BinaryIO,
    have: int,
    total: int | None,
    progress: Progress | None,
) -> int:
    """Write what comes to the file and return how much is there. Raises `OSError` only for the file's own trouble."""
    while True:
        if progress:
            progress(have, total)
        try:
            chunk = response.read(_CHUNK)
        except (OSError, http.client.HTTPException) as error:
            raise DownloadError(f"{url}: broke off after {have:,} bytes: {_reason(error)}") from error
        if not chunk:
            return have
        have += len(chunk)
        if have > MAX_BYTES:
            raise DownloadError(f"{url}: does not end")
        file.write(chunk)


def _open(url: str, start: int = 0) -> http.client.HTTPResponse:
    if not re.match(r"https?://", url):
        raise DownloadError(f"{url}: only http and https addresses are followed")
    headers = {"User-Agent": "translator"} | ({"Range": f"bytes={start}-"} if start else {})
    try:
        response: http.client.HTTPResponse = urllib.request.urlopen(
            urllib.request.Request(url, headers=headers), timeout=TIMEOUT
        )
    except ValueError as error:
        raise DownloadError(f"{url}: is no address: {error}") from error
    return response


def _offer(row: object) -> Offer | None:
    """A row of the index, if it offers a translation package of our languages."""
    if not isinstance(row, Mapping) or row.get("type", "translate") != "translate":
        return None
    links: Any = row.get("links")
    good = tuple(link for link in links if isinstance(link, str)) if isinstance(links, list) else ()
    if not good or (row.get("from_code"), row.get("to_code")) != (FROM_CODE, TO_CODE):
        return None
    return Offer(str(row.get("package_version", "")), good)


def _number(header: str | None, pattern: str) -> int | None:
    match = re.match(pattern, header or "")
    return int(match[1]) if match else None


def _reason(error: Exception) -> str:
    if isinstance(error, urllib.error.HTTPError):
        return f"the server answers {error.code} {error.reason}"
    reason = getattr(error, "reason", None) or getattr(error, "strerror", None) or str(error)
    return str(reason) or type(error).__name__
