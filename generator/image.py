"""The fast start: an image of Python's memory in which our package has been imported already.

`take_image.mjs` makes it under Node from a bundle that is complete otherwise; the browser puts it
back, verifies the whole memory by its sha256, and starts from the bundle's archives when anything
differs. It leans on the inside of Pyodide: `tests/calculators` compares both starts.
"""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

from generator.runtime import run_node

IMAGE = "memory.image"

START = {
    "args": [],
    "env": {"HOME": "/home/pyodide", "LANG": "C.UTF-8", "PYTHONHASHSEED": "0", "_": "python"},
    "_sysExecutable": "python",
}
"""How Python is started where the image is made and where it is put back: memory holds these too."""

STUBS = {
    "asyncio/__init__": "",
    "pyodide/webloop": """
from pyodide_js._api import scheduleCallback

def _initialize_event_loop():
    pass
""",
    "pyodide/_package_loader": """
from pyodide_js import loadedPackages

class Folder:
    def __init__(self, name):
        self.name = name

    def __str__(self):
        return self.name

SITE_PACKAGES, DSO_DIR = Folder("/site-packages"), Folder("/usr/lib")

def init_loaded_packages():
    pass
""",
}
"""Calculators neither wait nor load packages: without these modules the image is a third smaller.

The imports from JavaScript stay, because a snapshot counts on them and on their order.
"""


def take_image(bundle: Path, work: Path) -> dict[str, object]:
    """Write the image into the bundle; return what the lock file must say about it.

    `work` is a folder for files that are not kept. Raises `BundleError` when Node fails.
    """
    stdlib = work / "slim.zip"
    _write_slim(bundle / "python_stdlib.zip", stdlib)
    said = run_node(Path(__file__).with_name("take_image.mjs"), bundle, stdlib, bundle / IMAGE)
    return {"file": IMAGE, **json.loads(said)}


def _write_slim(stdlib: Path, slim: Path) -> None:
    """Write the standard library with the stubs in place of what they stand for."""
    with zipfile.ZipFile(stdlib) as full, zipfile.ZipFile(slim, "w") as out:
        for info in full.infolist():
            module = info.filename.removesuffix(".pyc")
            if module not in STUBS and not module.startswith("asyncio/"):
                out.writestr(info, full.read(info))
        for module, source in STUBS.items():
            out.writestr(zipfile.ZipInfo(f"{module}.py"), source)
