import hashlib
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from generator.bundle import build_bundle
from generator.runtime import BundleError


def lock_of(bundle: Path) -> dict[str, Any]:
    return dict(json.loads((bundle / "pyodide-lock.json").read_text()))


def wheel_of(bundle: Path) -> Path:
    return bundle / str(lock_of(bundle)["packages"]["calculators"]["file_name"])


def digests(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir()}


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A package of two modules in place of the calculators."""
    package = tmp_path / "calculators"
    (package / "kit").mkdir(parents=True)
    (package / "__init__.py").write_text('"""Nothing."""\n')
    (package / "kit" / "__init__.py").write_text('"""Nothing."""\n')
    (package / "bridge.py").write_text("def answer(request, rules, catalogue):\n    return request\n")
    return package


def test_the_bundle_holds_what_a_browser_loads_and_nothing_else(bundle: Path) -> None:
    runtime = {"pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"}
    ours = {"python_stdlib.zip", "pyodide-lock.json", "memory.image", wheel_of(bundle).name}
    assert set(digests(bundle)) == runtime | ours


def test_the_lock_file_lists_our_wheel_only_with_its_sha256(bundle: Path) -> None:
    packages = lock_of(bundle)["packages"]
    assert list(packages) == ["calculators"]
    assert packages["calculators"]["sha256"] == digests(bundle)[wheel_of(bundle).name]
    assert packages["calculators"]["imports"] == ["calculators"]


def test_the_lock_file_keeps_the_version_of_pyodide_s_binary_interface(bundle: Path, node_modules: Path) -> None:
    stock = json.loads((node_modules / "pyodide" / "pyodide-lock.json").read_text())
    assert lock_of(bundle)["info"] == stock["info"]


def test_the_lock_file_tells_the_size_of_every_file_to_load(bundle: Path) -> None:
    sizes = lock_of(bundle)["tool"]["bundle"]["sizes"]
    assert sizes == {path.name: path.stat().st_size for path in bundle.iterdir() if path.name != "pyodide-lock.json"}


def test_archives_hold_bytecode_with_no_time_of_its_own(bundle: Path) -> None:
    for archive in (bundle / "python_stdlib.zip", wheel_of(bundle)):
        with zipfile.ZipFile(archive) as opened:
            files = [info for info in opened.infolist() if ".dist-info/" not in info.filename]
            assert {Path(info.filename).suffix for info in files} == {".pyc"}
            assert {info.date_time for info in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
            assert opened.read(files[0])[4:8] == b"\1\0\0\0", "hash-based, and not checked"


def test_the_same_input_gives_the_same_bytes(tiny: Path, node_modules: Path, tmp_path: Path) -> None:
    for name in ("first", "second"):
        build_bundle(tiny, node_modules, tmp_path / name)
    assert digests(tmp_path / "first") == digests(tmp_path / "second")


def test_a_package_that_does_not_import_stops_the_build_and_says_why(
    tiny: Path, node_modules: Path, tmp_path: Path
) -> None:
    (tiny / "bridge.py").write_text("import nowhere\n")
    with pytest.raises(BundleError, match="No module named 'nowhere'"):
        build_bundle(tiny, node_modules, tmp_path / "out")


def test_missing_pyodide_is_said_with_the_remedy(tiny: Path, tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="npm ci"):
        build_bundle(tiny, tmp_path / "none", tmp_path / "out")
