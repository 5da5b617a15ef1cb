"""Find the modules that a reader's browser needs and byte-compile them; runs inside Pyodide.

`compile_in_pyodide.mjs` mounts /sources and /out and calls `main`.
"""

import pkgutil
import sys
from importlib import import_module
from pathlib import Path
from py_compile import PycInvalidationMode
from py_compile import compile as compile_file

SOURCES, OUT, SCRATCH = Path("/sources"), Path("/out"), Path("/module.py")
STDLIB = f"/lib/python{sys.version_info.major}{sys.version_info.minor}.zip/"
"""Where Pyodide keeps the sources of its standard library."""

LATE = (
    "_strptime",
    "calendar",
    "encodings.cp437",
    "importlib.metadata",
    "locale",
    "string",
    "tarfile",
    "traceback",
)
"""Modules that the standard library and `loadPackage` import only when a function runs."""

TOOLS = {"pkgutil", "py_compile"}
"""Modules that only this program needs."""


def compiled(source: bytes, name: str, to: Path) -> None:
    """Compile one source at -O2, marked as having no source to compare with."""
    SCRATCH.write_bytes(source)
    to.parent.mkdir(parents=True, exist_ok=True)
    unchecked = PycInvalidationMode.UNCHECKED_HASH
    compile_file(str(SCRATCH), str(to), name, doraise=True, optimize=2, invalidation_mode=unchecked)


def loaded_stdlib() -> dict[str, str]:
    """Return the file of each standard-library module loaded now, by the module's name."""
    files = {name: getattr(module, "__file__", None) or "" for name, module in sys.modules.items()}
    return {name: file for name, file in files.items() if file.startswith(STDLIB) and name not in TOOLS}


def import_package(name: str) -> None:
    """Import every module of our package, and so all that they need."""
    sys.path.insert(0, str(SOURCES))
    sys.dont_write_bytecode = True
    package = import_module(name)
    for module in pkgutil.walk_packages(package.__path__, f"{name}."):
        import_module(module.name)


def main(package: str) -> None:
    """Compile the standard library's modules that are needed, then our package."""
    import_package(package)
    for name in LATE:
        import_module(name)
    archive = import_module("zipimport").zipimporter(STDLIB.rstrip("/"))
    for file in loaded_stdlib().values():
        path = file.removeprefix(STDLIB)
        compiled(archive.get_data(file), path, OUT / "stdlib" / f"{path}c")
    for source in sorted((SOURCES / package).rglob("*.py")):
        path = source.relative_to(SOURCES).as_posix()
        compiled(source.read_bytes(), path, OUT / "package" / f"{path}c")
