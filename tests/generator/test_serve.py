"""Serving: a port that is taken is said first, with what to do."""

from __future__ import annotations

import socket

import pytest

from generator.cli import main
from generator.project import Project
from generator.serve import server
from tests.generator.small import hashes


def test_a_port_that_is_taken_is_said_before_anything_is_built(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    before = hashes(project.root)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["--root", str(project.root), "serve", "--port", str(port), "--once"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"port {port} cannot be had (")
    assert said.endswith("): choose another one with --port\n")
    assert hashes(project.root) == before


def test_faults_of_the_content_give_the_port_back(project: Project) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    (project.content / "sources.yaml").unlink()
    assert main(["--root", str(project.root), "serve", "--port", str(port), "--once"]) == 1
    server(project.site, port).server_close()
