from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator import Translator
from translator.engine.engine import Engine
from translator.engine.package import bundled_package, installed_packages, open_package, version_key
from translator.errors import ModelError

Files = dict[str, bytes]
Make = Callable[..., Path]


def unpack(archive: Path, folder: Path) -> Path:
    with zipfile.ZipFile(archive) as opened:
        opened.extractall(folder)
    return folder / archive.stem


def test_the_starter_is_used_where_nothing_is_installed() -> None:
    package = open_package()
    assert package.is_bundled
    assert package.term_markup == ("｟term｠", "｟is｠", "｟end｠")
    assert (package.from_code, package.to_code, package.tokenizer_file) == ("fr", "en", "sentencepiece.model")


def test_a_file_a_folder_and_an_installed_package_are_the_same_model(
    starter_files: Files, make_package: Make, installed: Path, tmp_path: Path
) -> None:
    archive = make_package(starter_files, term_markup=None)
    packages = [open_package(archive), open_package(str(unpack(archive, tmp_path / "unpacked")))]
    unpack(archive, installed)
    packages += [open_package(), open_package("translate-fr_en-7_5")]
    assert {package.fingerprint for package in packages} == {packages[0].fingerprint}
    assert packages[0].fingerprint != bundled_package().fingerprint
    assert {package.name for package in packages} == {"translate-fr_en-7_5"}
    assert not any(package.is_bundled or package.term_markup for package in packages)
    assert {Engine(package).translate(["Bonjour."])[0].text for package in packages} == {
        Engine(bundled_package()).translate(["Bonjour."])[0].text
    }


def test_how_to_decode_is_read_from_the_metadata(starter_files: Files, make_package: Make) -> None:
    told = open_package(make_package(starter_files, max_pieces=80, length_penalty=1))
    assert (told.max_pieces, told.length_penalty) == (80, 1.0)
    silent = open_package(make_package(starter_files, "b", max_pieces=None, length_penalty=None))
    assert (silent.max_pieces, silent.length_penalty) == (None, 0.2)


def test_a_greater_length_penalty_makes_longer_translations(starter_files: Files, make_package: Make) -> None:
    french = ["Les dirigeants ont justifié leur politique par la nécessité de lutter contre la fraude électorale."] * 2
    packages = [open_package(make_package(starter_files, f"p{n}", length_penalty=n)) for n in (0, 2)]
    short, long = (Engine(package).translate(french)[0].text for package in packages)
    assert len(short) < len(long)


@pytest.mark.parametrize(
    ("max_pieces", "segments"),
    [
        (None, ["Le ministre a parlé à la presse, mais la présidente de la Commission européenne est partie."]),
        (20, ["Le ministre a parlé à la presse,", "mais la présidente de la Commission européenne est partie."]),
        (9_999, ["Le ministre a parlé à la presse, mais la présidente de la Commission européenne est partie."]),
    ],
)
def test_a_sentence_is_cut_above_the_length_that_its_package_names(
    max_pieces: int | None, segments: list[str], starter_files: Files, make_package: Make
) -> None:
    translator = Translator(model=make_package(starter_files, max_pieces=max_pieces))
    result = translator.translate(" ".join(segments))
    assert [segment.source for segment in result.segments] == segments
    assert "European Commission President" in result.text


def test_the_newest_installed_package_wins(starter_files: Files, make_package: Make, installed: Path) -> None:
    for folder, version in (("b", "1.9"), ("a", "1.10"), ("c", "0.9")):
        unpack(make_package(starter_files, folder, package_version=version), installed)
    unpack(make_package(starter_files, "de", from_code="de", package_version="9"), installed)
    (installed / "empty").mkdir()
    (installed / "broken").mkdir()
    (installed / "broken" / "metadata.json").write_text("{")
    assert [package.name for package in installed_packages()] == ["c", "b", "a"]
    assert open_package().version == "1.10"
    assert open_package(bundled_package().name).is_bundled


def test_a_damaged_installed_package_does_not_pass_unnoticed(
    starter_files: Files, make_package: Make, installed: Path
) -> None:
    (unpack(make_package(starter_files), installed) / "model" / "model.bin").unlink()
    with pytest.raises(ModelError, match=r"translate-fr_en-7_5: has no model/model\.bin"):
        open_package()


@pytest.mark.parametrize("name", ["ARGOS_PACKAGES_DIR", "XDG_DATA_HOME", "settings.json"])
def test_packages_are_found_where_argos_keeps_them(
    name: str, starter_files: Files, make_package: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "somewhere"
    if name == "settings.json":
        (tmp_path / "config" / "argos-translate").mkdir(parents=True)
        settings = json.dumps({"ARGOS_PACKAGES_DIR": str(folder)})
        (tmp_path / "config" / "argos-translate" / "settings.json").write_text(settings)
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    else:
        monkeypatch.setenv(name, str(folder))
    inside = folder / "argos-translate" / "packages" if name == "XDG_DATA_HOME" else folder
    unpack(make_package(starter_files), inside)
    assert open_package().path == inside / "translate-fr_en-7_5"


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(ModelError, match=rf"nonesuch: no such .* Known here: {bundled_package().name}\."):
        open_package("nonesuch")


def test_an_empty_name_is_not_the_current_folder() -> None:
    with pytest.raises(ModelError, match="the name of the package is empty"):
        open_package("")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"from_code": "de"}, "translates de→en, but fr→en is needed"),
        ({"to_code": None}, r"translates fr→\?, but"),
        ({"term_markup": ["a", "b"]}, "term_markup"),
        ({"term_markup": ["a", "", "c"]}, "term_markup"),
        ({"max_pieces": 0}, "max_pieces"),
        ({"max_pieces": "60"}, "max_pieces"),
        ({"max_pieces": True}, "max_pieces"),
        ({"length_penalty": "1"}, "length_penalty"),
        ({"length_penalty": -1}, "length_penalty"),
        ({"length_penalty": float("nan")}, "length_penalty"),
    ],
)
def test_wrong_metadata_is_refused(
    change: dict[str, object], message: str, starter_files: Files, make_package: Make
) -> None:
    with pytest.raises(ModelError, match=rf"7_5\.argosmodel: .*{message}"):
        open_package(make_package(starter_files, **change))


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("metadata.json", "no metadata.json"),
        ("sentencepiece.model", "neither sentencepiece.model nor bpe.model"),
        ("model/model.bin", "no model/model.bin"),
    ],
)
def test_a_package_lacking_a_part_is_refused(missing: str, message: str, starter_files: Files, tmp_path: Path) -> None:
    path = tmp_path / "x.argosmodel"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in starter_files.items():
            if name != missing:
                archive.writestr(f"x/{name}", data)
    with pytest.raises(ModelError, match=f"x.argosmodel: .*{message}"):
        open_package(path)


@pytest.mark.parametrize("metadata", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_broken_metadata_is_refused(metadata: bytes, starter_files: Files, tmp_path: Path) -> None:
    path = tmp_path / "x.argosmodel"
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in (starter_files | {"metadata.json": metadata}).items():
            archive.writestr(f"x/{name}", data)
    with pytest.raises(ModelError, match=r"metadata\.json (is not JSON|holds no JSON object)"):
        open_package(path)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("x/../../evil", "unsafe member"),
        ("/etc/evil", "unsafe member"),
        ("C:/evil", "unsafe member"),
        ("x\\..\\evil", "unsafe member"),
        ("\\\\server\\evil", "unsafe member"),
        ("./evil", "one top folder"),
        ("y/evil", "one top folder"),
        ("evil", "one top folder"),
    ],
)
def test_members_outside_the_folder_are_refused(name: str, message: str, starter_files: Files, tmp_path: Path) -> None:
    path = tmp_path / "x.argosmodel"
    with zipfile.ZipFile(path, "w") as archive:
        for member, data in starter_files.items():
            archive.writestr(f"x/{member}", data)
        archive.writestr(name, b"evil")
    with pytest.raises(ModelError, match=message):
        open_package(path)


def test_symbolic_links_are_refused(starter_files: Files, tmp_path: Path) -> None:
    path = tmp_path / "x.argosmodel"
    link = zipfile.ZipInfo("x/model/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "w") as archive:
        for member, data in starter_files.items():
            archive.writestr(f"x/{member}", data)
        archive.writestr(link, "/etc/passwd")
    with pytest.raises(ModelError, match="unsafe member 'x/model/link'"):
        open_package(path)


def test_a_zip_bomb_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "x.argosmodel"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("x/model/model.bin", "w") as member:
        for _ in range(80):
            member.write(bytes(1 << 20))
    with pytest.raises(ModelError, match=r"83,886,080 bytes in all are no translation package"):
        open_package(path)


@pytest.mark.parametrize("keep", [0, 10, 1000, 0.5, 0.999])
def test_a_cut_off_file_is_refused(keep: float, starter_files: Files, make_package: Make) -> None:
    path = make_package(starter_files)
    data = path.read_bytes()
    path.write_bytes(data[: int(keep * len(data)) if keep < 1 else int(keep)])
    with pytest.raises(ModelError, match=r"7_5\.argosmodel: is (cut off|not an Argos package)"):
        open_package(path)


@pytest.mark.parametrize("name", ["model/model.bin", "sentencepiece.model"])
def test_a_flipped_bit_is_noticed_on_first_use(name: str, starter_files: Files, make_package: Make) -> None:
    path = make_package(starter_files)
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo(f"translate-fr_en-7_5/{name}")
    data = bytearray(path.read_bytes())
    data[info.header_offset + 200 + info.compress_size // 2] ^= 0x10
    path.write_bytes(data)
    with pytest.raises(ModelError, match=f"{name} cannot be read, the package is damaged"):
        Engine(open_package(path)).translate(["Bonjour."])


@pytest.mark.parametrize("name", ["model/model.bin", "sentencepiece.model"])
@pytest.mark.parametrize("data", [b"", b"not a model at all"])
def test_a_model_that_is_none_is_refused(name: str, data: bytes, starter_files: Files, make_package: Make) -> None:
    path = make_package(starter_files | {name: data})
    with pytest.raises(ModelError, match=r"7_5\.argosmodel: .*Install"):
        Engine(open_package(path)).translate(["Bonjour."])


@given(st.lists(st.integers(0, 99), min_size=1, max_size=4), st.lists(st.integers(0, 99), min_size=1, max_size=4))
def test_versions_sort_by_number(one: list[int], other: list[int]) -> None:
    assert (version_key(".".join(map(str, one))) < version_key("_".join(map(str, other)))) == (one < other)
