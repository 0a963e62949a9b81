"""An Argos translation package (`.argosmodel` file or unpacked folder): found, checked, and read in memory.

A package is one folder with `metadata.json`, `sentencepiece.model` or `bpe.model`, and `model/` (CTranslate2); an
`.argosmodel` file is a zip of it. Nothing is ever unpacked to disk to be used.
"""

from __future__ import annotations

import hashlib
import json
import re
import stat
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from translator.engine.argos_settings import package_dirs
from translator.errors import ModelError

FROM_CODE, TO_CODE = "fr", "en"
"""The language pair of this library (ISO 639-1)."""

TOKENIZERS = ("sentencepiece.model", "bpe.model")
"""The tokenizer files that a package may have, in order of preference."""

LENGTH_PENALTY = 0.2
"""Exponent of the length in scores, as Argos Translate decodes."""

MAX_BYTES = 8 * 2**30
"""Unpacked size above which a zip is taken for a bomb; the largest public packages are under 2 GiB."""

MAX_RATIO = 100
"""Unpacked size, in packed sizes, above which a zip is taken for a bomb; models pack to about 90%."""

MAX_MEMBERS = 10_000
"""Members above which a zip is taken for a bomb; packages have about ten."""

_MODELS = Path(__file__).parent.parent / "models"
_AGAIN = "Install it again with `translator model install`, or name another one with --model."


@dataclass(frozen=True)
class Package:
    """A translation package: what its metadata says, and access to its files.

    `root` is its folder inside the zip; empty for a package that is a folder on disk. `term_markup` are the marks of
    `｟term｠ source words ｟is｠ rendering ｟end｠`, `None` for a model that knows none. `target_prefix` is a token
    that multilingual models want in front of every target. `max_pieces` is the length, in pieces of the tokenizer,
    above which the model translates a sentence worse than its clauses; `None` if the package names none.
    `length_penalty` is the exponent of the length in the scores of its hypotheses (Wu et al. 2016, without their
    constant): more makes translations longer. Packages that name none have Argos Translate's.
    """

    path: Path
    root: str
    name: str
    version: str
    from_code: str
    to_code: str
    term_markup: tuple[str, str, str] | None = None
    target_prefix: str = ""
    max_pieces: int | None = None
    length_penalty: float = LENGTH_PENALTY
    members: tuple[str, ...] = ()

    @property
    def is_bundled(self) -> bool:
        """Whether this is the starter model that comes with the library."""
        return self.path.parent == _MODELS

    @property
    def tokenizer_file(self) -> str:
        """`sentencepiece.model` or `bpe.model`."""
        return next(name for name in TOKENIZERS if name in self.members)

    def read(self, name: str) -> bytes:
        """The contents of the member `name`, as `model/model.bin`. Raises `ModelError` if it is missing or damaged."""
        data = _read(self.path, self.root, name)
        self._digests[name] = hashlib.sha256(data).hexdigest()
        return data

    def model_files(self) -> dict[str, bytes]:
        """The files under `model/` by name, as CTranslate2 takes them."""
        names = [name for name in self.members if name.startswith("model/")]
        return {name.removeprefix("model/"): self.read(name) for name in names}

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of those of metadata, tokenizer and model: the same for a zip, a folder and a copy of either."""
        for name in self.members:
            if name not in self._digests:
                self.read(name)
        digests = "".join(f"{name}\0{self._digests[name]}\0" for name in sorted(self.members))
        return hashlib.sha256(digests.encode()).hexdigest()

    @cached_property
    def _digests(self) -> dict[str, str]:
        """The SHA-256 of each member that has been read, so that none is read twice for it."""
        return {}


def open_package(model: str | Path | None = None) -> Package:
    """The French to English package that `model` names: a file, a folder, or an installed package's name.

    `None` is the newest installed Argos package, or else the starter model that comes with the library. Contents are
    read, and their checksums compared, on first use. Raises `ModelError` if there is none, or if it cannot be right.
    """
    if model is None:
        installed = installed_packages()
        return installed[-1] if installed else bundled_package()
    if not str(model):
        raise ModelError("the name of the package is empty. See `translator model list` for those that are here.")
    path = Path(model).expanduser()
    if path.is_dir():
        return open_folder(path)
    if path.is_file():
        return open_file(path)
    candidates = [*installed_packages(), bundled_package()]
    for package in candidates:
        if package.name == str(model):
            return package
    known = ", ".join(package.name for package in candidates)
    raise ModelError(
        f"{model}: no such file, folder or installed package. Known here: {known}. "
        "See `translator model list`, or give the path of an .argosmodel file."
    )


def bundled_package() -> Package:
    """The newest starter model that comes with the library."""
    files = sorted(_MODELS.glob("*.argosmodel"), key=lambda path: version_key(path.stem.rpartition("-")[2]))
    if not files:
        raise ModelError(f"{_MODELS}: the starter model is missing. Install this library again.")
    return open_file(files[-1])


def installed_packages() -> list[Package]:
    """The French to English packages among those installed for Argos Translate, oldest version first.

    Folders of other languages, and those without readable metadata, are passed over; a French to English one that
    lacks a part is a `ModelError`, so that no weaker model takes its place unnoticed.
    """
    packages = [open_folder(folder) for folder in installed_folders()]
    return sorted(packages, key=lambda package: version_key(package.version))


def installed_folders() -> list[Path]:
    """The installed folders whose metadata names our language pair, whether the rest is in order or not."""
    parents = [parent for parent in package_dirs() if parent.is_dir()]
    folders = [folder for parent in parents for folder in sorted(parent.iterdir()) if folder.is_dir()]
    return [folder for folder in folders if not folder.name.startswith(".") and _is_ours(folder)]


def version_key(version: str) -> tuple[int, ...]:
    """Sorts `1.10` and `1_10` after `1.9`."""
    return tuple(int(number) for number in re.findall(r"\d+", version))


def open_folder(path: Path) -> Package:
    """The package in an unpacked folder. Raises `ModelError`."""
    members = tuple(
        sorted(file.relative_to(path).as_posix() for file in path.rglob("*") if file.is_file() and _matters(file, path))
    )
    return _checked(path, "", path.resolve().name, members)


def open_file(path: Path) -> Package:
    """The package in an `.argosmodel` file, its directory checked for anything unsafe. Raises `ModelError`."""
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, EOFError, ValueError) as error:
        kind = "is cut off" if _starts_like_zip(path) else "is not an Argos package (a zip file)"
        raise ModelError(f"{path}: {kind}: {error}. {_AGAIN}") from error
    except OSError as error:
        raise ModelError(f"{path}: cannot be read: {error.strerror or error}.") from error
    root = _safe_root(path, infos)
    names = [info.filename.removeprefix(root + "/") for info in infos if not info.is_dir()]
    members = tuple(sorted(name for name in names if _is_member(name)))
    return _checked(path, root, root, members)


def _safe_root(path: Path, infos: list[zipfile.ZipInfo]) -> str:
    """The one top folder of a zip whose directory is sane."""
    packed = max(1, sum(info.compress_size for info in infos))
    size = sum(info.file_size for info in infos)
    if size > MAX_BYTES or (size > 2**26 and size > MAX_RATIO * packed) or len(infos) > MAX_MEMBERS:
        raise ModelError(f"{path}: {len(infos)} members of {size:,} bytes in all are no translation package. {_AGAIN}")
    for info in infos:
        name = info.orig_filename
        parts = PurePosixPath(name.replace("\\", "/")).parts
        climbs = ".." in parts or name[:1] in ("/", "\\") or re.match(r"[A-Za-z]:", name) or "\0" in name
        if climbs or "\\" in name or stat.S_ISLNK(info.external_attr >> 16):
            raise ModelError(f"{path}: unsafe member {name!r} leads out of the package's folder. Do not use this file.")
    roots = {info.filename.partition("/")[0] if "/" in info.filename else "" for info in infos}
    if len(roots) != 1 or any(not root or root.startswith(".") for root in roots):
        raise ModelError(f"{path}: a package has one top folder, this has {sorted(roots) or 'none'}. {_AGAIN}")
    names = [info.filename for info in infos]
    if len(names) != len(set(names)):
        raise ModelError(f"{path}: two members have the same name. {_AGAIN}")
    return roots.pop()


def _checked(path: Path, root: str, name: str, members: tuple[str, ...]) -> Package:
    """The package, if its metadata is readable, its languages are right and its parts are there."""
    if "metadata.json" not in members:
        raise ModelError(f"{path}: has no metadata.json, so it is not an Argos package. {_AGAIN}")
    data = _metadata(path, _read(path, root, "metadata.json"))
    pair = (data.get("from_code"), data.get("to_code"))
    if pair != (FROM_CODE, TO_CODE):
        raise ModelError(
            f"{path}: translates {pair[0] or '?'}→{pair[1] or '?'}, but {FROM_CODE}→{TO_CODE} is needed. "
            "`translator model install` fetches the right one."
        )
    if not any(tokenizer in members for tokenizer in TOKENIZERS):
        raise ModelError(f"{path}: has neither {' nor '.join(TOKENIZERS)}. {_AGAIN}")
    if "model/model.bin" not in members:
        raise ModelError(f"{path}: has no model/model.bin. {_AGAIN}")
    return Package(
        path=path,
        root=root,
        name=name,
        version=str(data.get("package_version") or ""),
        from_code=FROM_CODE,
        to_code=TO_CODE,
        term_markup=_term_markup(path, data.get("term_markup")),
        target_prefix=str(data.get("target_prefix") or ""),
        max_pieces=_max_pieces(path, data.get("max_pieces")),
        length_penalty=_length_penalty(path, data.get("length_penalty")),
        members=members,
    )


def _metadata(path: Path, raw: bytes) -> dict[str, Any]:
    try:
        data = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise ModelError(f"{path}: metadata.json is not JSON: {error}. {_AGAIN}") from error
    if not isinstance(data, dict):
        raise ModelError(f"{path}: metadata.json holds no JSON object. {_AGAIN}")
    return data


def _term_markup(path: Path, value: object) -> tuple[str, str, str] | None:
    if value is None:
        return None
    if isinstance(value, list) and len(value) == 3 and all(isinstance(mark, str) and mark for mark in value):
        return value[0], value[1], value[2]
    raise ModelError(f"{path}: term_markup in metadata.json must be three non-empty strings, not {value!r}.")


def _max_pieces(path: Path, value: object) -> int | None:
    if value is None or (type(value) is int and value > 0):
        return value
    raise ModelError(f"{path}: max_pieces in metadata.json must be a number over 0, not {value!r}.")


def _length_penalty(path: Path, value: object) -> float:
    if value is None:
        return LENGTH_PENALTY
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 2:
        return float(value)
    raise ModelError(f"{path}: length_penalty in metadata.json must be a number from 0 to 2, not {value!r}.")


def _is_ours(folder: Path) -> bool:
    """Whether an installed folder says that it translates from French to English."""
    try:
        data = json.loads((folder / "metadata.json").read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(data, dict) and (data.get("from_code"), data.get("to_code")) == (FROM_CODE, TO_CODE)


def _is_member(name: str) -> bool:
    """Whether the translation depends on this file; packages also carry readmes and sentence splitters."""
    return name == "metadata.json" or name in TOKENIZERS or name.startswith("model/")


def _matters(file: Path, root: Path) -> bool:
    return _is_member(file.relative_to(root).as_posix())


def _read(path: Path, root: str, name: str) -> bytes:
    read: Callable[[], bytes]
    if not root:
        read = (path / name).read_bytes
    else:

        def read() -> bytes:
            with zipfile.ZipFile(path) as archive:
                return archive.read(f"{root}/{name}")

    try:
        return read()
    # RuntimeError: encrypted; NotImplementedError: unknown compression.
    except (OSError, zipfile.BadZipFile, zlib.error, EOFError, KeyError, RuntimeError, NotImplementedError) as error:
        raise ModelError(f"{path}: {name} cannot be read, the package is damaged: {error}. {_AGAIN}") from error


def _starts_like_zip(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(2) == b"PK"
    except OSError:
        return False
