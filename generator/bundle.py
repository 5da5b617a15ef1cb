"""The browser's own Python: a folder that answers calculators with no server and no other host.

The runtime comes from the npm package `pyodide`. A start needs a quarter of its standard library,
so the bundle holds those modules only, byte-compiled inside Pyodide (`compile_in_pyodide.mjs`), and
our package as a wheel in the bundle's own lock file, where `loadPackage("calculators")` finds and
verifies it. From these an image of memory is taken for the fast start. Same input, same bytes.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from pyodide_lock import PyodideLockSpec

from generator.image import START, take_image
from generator.runtime import BundleError, add_package, run_node, write_stdlib

RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
"""Pyodide's files that a browser loads as they are."""

LOCK = "pyodide-lock.json"


def build_bundle(calculators: Path, node_modules: Path, out: Path) -> None:
    """Make the folder `out`, which must not exist yet, with a Pyodide that answers `calculators`.

    Raises `BundleError` when Pyodide is not in `node_modules` or the package does not import.
    """
    pyodide = node_modules / "pyodide"
    if not (pyodide / LOCK).is_file():
        raise BundleError(f"{pyodide}: Pyodide is not there; run `npm ci` in the project's folder")
    out.mkdir(parents=True)
    lock = PyodideLockSpec.from_json(pyodide / LOCK)
    lock.packages.clear()
    for name in RUNTIME:
        shutil.copyfile(pyodide / name, out / name)
    with TemporaryDirectory() as folder:
        work = Path(folder)
        run_node(Path(__file__).with_name("compile_in_pyodide.mjs"), pyodide, calculators, work)
        write_stdlib(work / "stdlib", out / "python_stdlib.zip")
        lock = add_package(lock, calculators, work / "package", out)
        lock.tool = {"bundle": {"start": START}}
        lock.to_json(out / LOCK)
        lock.tool["bundle"]["image"] = take_image(out, work)
    lock.tool["bundle"]["sizes"] = _sizes(out)
    lock.to_json(out / LOCK)


def _sizes(folder: Path) -> dict[str, int]:
    """Return the size of each file in bytes, by which a page shows how far loading has come."""
    return {path.name: path.stat().st_size for path in sorted(folder.iterdir()) if path.name != LOCK}
