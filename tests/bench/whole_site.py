"""The whole site from nothing, and one edit while it is served: seconds, and the memory of all processes together.

    python -m tests.bench.whole_site [--edits 3]

The project is copied, with the PDFs of the last build, which are taken over and not set anew. Memory is the sum of
the proportional shares (PSS) of every process of the build, looked at five times a second; it needs Linux.
"""

from __future__ import annotations

import argparse
import shutil
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

from generator.project import Project

ROOT = Path(__file__).parents[2]
COPIED = ("content", "calculators", "overrides", "generator", "mkdocs.yml", "build/paper", "build/fonts")
TEXT, PAGE = "content/measures/leave/paternity-leave/en.md", "en/leave/paternity-leave/"
WORD = "edited-{number}"


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=3)
    parser.add_argument("--port", type=int, default=8765)
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        _copy(copy)
        seconds, most = _build(copy)
        print(f"whole site from nothing, PDFs taken over: {seconds:.1f} s, at most {most} MB in all its processes")
        with _served(copy, options.port) as url:
            edits = [_edit(copy, url, number) for number in range(options.edits)]
    shown = " ".join(f"{edit:.2f}" for edit in edits)
    print(f"an edited page is shown by `serve` after {shown} s (median {statistics.median(edits):.2f})")


def _copy(copy: Path) -> None:
    for name in COPIED:
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copyfile)(source, _below(copy / name))
    Project(copy).node_modules.symlink_to(ROOT / "node_modules", target_is_directory=True)


def _below(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _command(copy: Path, *verb: str) -> list[str]:
    return [sys.executable, "-m", "generator", "--root", str(copy), *verb]


def _build(copy: Path) -> tuple[float, int]:
    """Build the copy; return the seconds and the most megabytes at one moment."""
    began, most = time.perf_counter(), 0
    with subprocess.Popen(_command(copy, "build"), cwd=copy, start_new_session=True) as build:
        while build.poll() is None:
            most = max(most, _megabytes(build.pid))
            time.sleep(0.2)
    if build.returncode:
        raise SystemExit("the build failed")
    return time.perf_counter() - began, most


def _megabytes(session: int) -> int:
    """Return the proportional memory of all processes of a session."""
    return sum(_share(folder, session) for folder in Path("/proc").glob("[0-9]*")) // 1024


def _share(process: Path, session: int) -> int:
    """Return the kilobytes of a process of the session; 0 for others, and for one that has ended."""
    try:
        if int((process / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[3]) != session:
            return 0
        lines = (process / "smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


@contextmanager
def _served(copy: Path, port: int) -> Iterator[str]:
    """Serve the copy; give the address when it answers and has had time to warm up."""
    serve = subprocess.Popen(_command(copy, "serve", "--port", str(port)), cwd=copy, stderr=subprocess.PIPE, text=True)
    assert serve.stderr
    try:
        for line in serve.stderr:
            if "open http" in line:
                break
        time.sleep(5)
        yield f"http://127.0.0.1:{port}/"
    finally:
        serve.send_signal(signal.SIGINT)
        serve.wait()


def _edit(copy: Path, url: str, number: int) -> float:
    """Add a word to a text; return the seconds until the page has it."""
    text, word = copy / TEXT, WORD.format(number=number)
    began = time.perf_counter()
    text.write_text(text.read_text(encoding="utf-8").rstrip("\n") + f" {word}\n", encoding="utf-8")
    while word not in urlopen(url + PAGE).read().decode():
        if time.perf_counter() - began > 120:
            raise SystemExit("the edit was never shown")
        time.sleep(0.05)
    return time.perf_counter() - began


if __name__ == "__main__":
    main()
