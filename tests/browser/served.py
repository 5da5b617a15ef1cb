"""A site served on this machine, that remembers what it was asked and can be stopped."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from threading import Thread
from types import TracebackType
from typing import Self, cast

from generator.serve import Handler, Server


class Remembering(Handler):
    """Serves as the project's own server does, and notes each request with its headers."""

    def parse_request(self) -> bool:
        """Read a request, and note it."""
        read = super().parse_request()
        cast("RememberingServer", self.server).asked.append(f"{self.requestline}\n{self.headers}" if read else "")
        return read


class RememberingServer(Server):
    """A server with a list of what it was asked."""

    def __init__(self, folder: Path, handler: type[Remembering]) -> None:
        """Serve a folder on any free port."""
        super().__init__(("127.0.0.1", 0), partial(handler, directory=str(folder)))
        self.asked: list[str] = []


class Served:
    """A folder at an address, from `with` until its end or `stop`."""

    def __init__(self, folder: Path, handler: type[Remembering] = Remembering, below: str = "") -> None:
        """Serve `folder`; the site begins `below` it, such as `guide/`."""
        self._server = RememberingServer(folder, handler)
        self._running = True
        self.origin = f"http://127.0.0.1:{self._server.server_port}"
        self.url = f"{self.origin}/{below}"

    @property
    def asked(self) -> list[str]:
        """Every request so far: its first line and its headers."""
        return self._server.asked

    def stop(self) -> None:
        """End, as when the network is gone."""
        if self._running:
            self._server.shutdown()
            self._server.server_close()
        self._running = False

    def __enter__(self) -> Self:
        """Begin to serve."""
        Thread(target=self._server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Stop, unless that was done already."""
        self.stop()
