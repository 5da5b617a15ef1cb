"""Serving the site on this machine, with its headers, and building it anew on every change."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.build import Say, build_all
from generator.pages import POLICY
from generator.preview import preview, warm_up
from generator.problem import RefusedError
from generator.project import Project

WATCHED = ("content", "calculators", "overrides")
QUIET_SECONDS = 0.3
"""How long nothing must change before a build begins: editors write a file in several steps."""
PAUSE_SECONDS = 5
"""How long after a page was shown the whole begins to be built: who writes saves again soon."""
POLL_SECONDS = 0.1


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder with the policy that forbids other hosts; says nothing of each request."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".webmanifest": "application/manifest+json",
    }

    def end_headers(self) -> None:
        """Add the headers that a host of the site should send."""
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Keep quiet."""


class Server(ThreadingHTTPServer):
    """A server that does not mind browsers hanging up in the middle of a file."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Report what went wrong, unless the browser only went away."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


def server(site: Path, port: int) -> Server:
    """Return a server for a folder on this machine only; port 0 takes any free one.

    Raises `RefusedError` where the port is taken.
    """
    try:
        return Server(("127.0.0.1", port), partial(Handler, directory=str(site)))
    except OSError as error:
        raise RefusedError(f"port {port} cannot be had ({error.strerror}): choose another one with --port") from error


def serve(project: Project, port: int, say: Say, *, watch: bool) -> None:
    """Build, serve until interrupted, and build anew on every change; the port is taken before anything is built."""
    with server(project.site, port) as http:
        build_all(project, say)
        say(f"open http://127.0.0.1:{http.server_port}/ — Ctrl+C ends")
        if watch:
            Builder(project, say).start()
        http.serve_forever()


class Builder(FileSystemEventHandler):
    """Builds anew when a watched file changes; faults are shown and the last site stays.

    An edited text is shown at once, by itself; the whole follows when nothing more is written for a while, and
    gives way to the next edit.
    """

    def __init__(self, project: Project, say: Say) -> None:
        """Build this project, saying what is done."""
        self.project, self.say, self.changed = project, say, threading.Event()
        self.files: set[Path] = set()
        self.previews = _preview_process(project)

    def start(self) -> None:
        """Watch the folders, and build in a thread of their own."""
        observer = Observer()
        for folder in WATCHED:
            observer.schedule(self, str(self.project.root / folder), recursive=True)
        observer.start()
        threading.Thread(target=self._build_for_ever, daemon=True).start()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change; reading a file is none."""
        if event.event_type in ("created", "modified", "moved", "deleted") and not event.is_directory:
            self.files.add(Path(os.fsdecode(event.dest_path or event.src_path)))
            self.changed.set()

    def _build_for_ever(self) -> None:
        while True:
            self.changed.wait()
            self._wait_for_quiet(QUIET_SECONDS)
            files, self.files = self.files, set()
            if self._preview(files) and self.changed.wait(PAUSE_SECONDS):
                continue
            self._build()

    def _wait_for_quiet(self, seconds: float) -> None:
        self.changed.clear()
        while self.changed.wait(seconds):
            self.changed.clear()

    def _preview(self, files: set[Path]) -> bool:
        """Show edited texts; tell whether there was nothing else to build at once."""
        texts = [file for file in files if file.suffix == ".md" and file.is_file()]
        for file in texts:
            shown = self.previews.submit(preview, self.project, file)
            if error := shown.exception():
                self.say(f"{file.name} is shown when all is built: {error}")
                self._renew()
                return False
            for address in shown.result():
                self.say(f"shown: {address}")
        return len(texts) == len(files)

    def _renew(self) -> None:
        """Begin a new process for previews: the last one may have ended, or imported what has changed since."""
        self.previews.shutdown(wait=False)
        self.previews = _preview_process(self.project)

    def _build(self) -> None:
        """Build the whole in a process of its own, for it forks and a server has threads; a change interrupts it."""
        command = [sys.executable, "-m", "generator", "--root", str(self.project.root), "build"]
        with subprocess.Popen(command) as build:
            while build.poll() is None:
                if self.changed.wait(POLL_SECONDS):
                    build.send_signal(signal.SIGINT if os.name == "posix" else signal.SIGTERM)
                    return
        self.say("the last site stays" if build.returncode else "built anew; reload the page")
        self._renew()


def _preview_process(project: Project) -> ProcessPoolExecutor:
    """Start a process that has read and imported what a preview needs."""
    process = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
    process.submit(warm_up, project)
    return process
