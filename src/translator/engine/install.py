"""Packages put into, and taken out of, the folder where Argos Translate keeps them: whole, or not at all."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
import zipfile
from pathlib import Path

from translator.engine.argos_settings import package_dirs
from translator.engine.download import Progress, download, find_newest
from translator.engine.engine import Engine
from translator.engine.package import Package, installed_folders, open_file, open_folder, version_key
from translator.errors import DownloadError, ModelError

SHA256 = {"1.9": "3b3052fee6bb1e8e8e632a26a723eb2a2c7710dfe73ba61ffd9b83e85d4f14c1"}
"""Checksums of Argos's fr→en packages by version; two public lists of pins agree on each."""


def install_file(path: Path) -> Package:
    """Install an `.argosmodel` file; one of the same name is replaced.

    It is checked to the last byte and its model is loaded once before anything is put in place. Raises `ModelError`.
    """
    package = open_file(path)
    Engine(package).token_count("")
    folder = package_dirs()[0]
    target = folder / package.name
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(info.file_size for info in archive.infolist())
            folder.mkdir(parents=True, exist_ok=True)
            free = shutil.disk_usage(folder).free
            if free < size:
                raise ModelError(f"{folder}: {size:,} bytes are needed, {free:,} are free. Make room and try again.")
            with tempfile.TemporaryDirectory(prefix=".install-", dir=folder, ignore_cleanup_errors=True) as temporary:
                archive.extractall(temporary)
                _replace(Path(temporary) / package.name, target, Path(temporary) / ".old")
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError) as error:
        raise ModelError(f"{path}: could not be installed in {folder}: {error}. Nothing was changed.") from error
    return open_folder(target)


def install_newest(progress: Progress | None = None) -> Package:
    """Fetch and install the newest package of Argos's index, unless it is installed already.

    A download that breaks off, or is interrupted, is taken up where it stopped by the next call. Raises
    `DownloadError` or `ModelError`.
    """
    offer = find_newest()
    for folder in installed_folders():
        with contextlib.suppress(ModelError):
            package = open_folder(folder)
            if version_key(package.version) >= version_key(offer.version):
                return package
    folder = package_dirs()[0]
    part = folder / f".{offer.file_name}.part"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        resumed = part.exists()
        download(offer.links, part, progress)
        if resumed and not _is_intact(part, offer.version):
            # The first half may be of another file than the second.
            part.unlink()
            download(offer.links, part, progress)
    except OSError as error:
        with contextlib.suppress(OSError):
            part.unlink()
        raise DownloadError(f"{part}: cannot be written: {error.strerror or error}. Nothing is left of it.") from error
    try:
        if not _is_intact(part, offer.version):
            raise DownloadError(
                f"{offer.links[0]}: what came is damaged or has not the SHA-256 known for version {offer.version}. "
                "Try again later, or install from a file with `translator model install FILE`."
            )
        return install_file(part)
    finally:
        with contextlib.suppress(OSError):
            part.unlink()


def remove(name: str) -> Path:
    """Remove the installed package called `name` and return where it was. Raises `ModelError` if there is none."""
    folders = installed_folders()
    for folder in folders:
        if folder.name == name:
            try:
                with tempfile.TemporaryDirectory(prefix=".remove-", dir=folder.parent) as temporary:
                    os.replace(folder, Path(temporary) / "package")
            except OSError as error:
                raise ModelError(f"{folder}: cannot be removed: {error.strerror or error}.") from error
            return folder
    known = ", ".join(folder.name for folder in folders) or "none"
    raise ModelError(f"{name}: no French to English package of this name is installed. Installed: {known}.")


def _replace(new: Path, target: Path, old: Path) -> None:
    """Move `new` to `target`; what was there goes to `old`, and back if the move fails."""
    if target.exists():
        os.replace(target, old)
    try:
        os.replace(new, target)
    except BaseException:
        if old.exists():
            os.replace(old, target)
        raise


def _is_intact(path: Path, version: str) -> bool:
    """Whether a file has the checksum known for the version; where none is, whether it is a zip without damage."""
    if version in SHA256:
        digest = hashlib.sha256()
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
        return digest.hexdigest() == SHA256[version]
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.testzip() is None
    except (zipfile.BadZipFile, EOFError, RuntimeError, NotImplementedError):
        return False
