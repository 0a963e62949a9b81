"""Where Argos Translate keeps its packages and finds its index, read without importing it.

Importing `argostranslate.settings` creates three folders in the user's home; the rules here are those of its
`settings.py` (1.11): an environment variable, then `settings.json`, then the default under the XDG folders.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"


def package_dirs() -> list[Path]:
    """The folders in which installed packages are looked for; new ones go into the first. None need exist."""
    dirs = [Path(_setting("ARGOS_PACKAGES_DIR") or _data_dir() / "packages").expanduser()]
    if "SNAP" in os.environ:
        snap = Path(os.environ["SNAP"]) / "snap_custom"
        content = snap / "content_snap_packages"
        dirs.append(snap / "packages")
        dirs += sorted(path for path in content.iterdir() if path.is_dir()) if content.is_dir() else []
    return dirs


def index_url() -> str:
    """The address of the package index (`ARGOS_PACKAGE_INDEX`, a folder, plus `index.json`)."""
    base = _setting("ARGOS_PACKAGE_INDEX") or _INDEX
    return base if base.endswith(".json") else base.rstrip("/") + "/index.json"


def _setting(key: str) -> str | None:
    """A setting from the environment, else from Argos's `settings.json`; a file that cannot be read counts as empty."""
    if key in os.environ:
        return os.environ[key]
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or _home() / ".config")
    try:
        settings = json.loads((folder / "argos-translate" / "settings.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    value = settings.get(key) if isinstance(settings, dict) else None
    return value if isinstance(value, str) else None


def _data_dir() -> Path:
    return Path(os.environ.get("XDG_DATA_HOME") or _home() / ".local" / "share") / "argos-translate"


def _home() -> Path:
    return Path(os.environ.get("SNAP_USER_DATA") or Path.home())
