"""Serving: a port that is taken is said first, with what to do."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest
from watchdog.events import DirModifiedEvent, FileModifiedEvent, FileOpenedEvent

from generator.cli import main
from generator.project import Project
from generator.serve import Builder, server
from tests.generator.small import LEAVE_CHINESE, hashes


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


def test_only_a_changed_file_is_noted_for_the_next_build(project: Project) -> None:
    builder = Builder(project, lambda line: None)
    text = str(project.content / LEAVE_CHINESE)
    builder.dispatch(FileOpenedEvent(text))
    builder.dispatch(DirModifiedEvent(str(project.content)))
    assert (builder.files, builder.changed.is_set()) == (set(), False)
    builder.dispatch(FileModifiedEvent(text))
    assert (builder.files, builder.changed.is_set()) == ({Path(text)}, True)
    builder.previews.shutdown()


def test_texts_are_previewed_and_anything_else_is_left_to_the_build(project: Project) -> None:
    said: list[str] = []
    builder = Builder(project, said.append)
    text = project.content / LEAVE_CHINESE  # there is no site yet, so nothing can be shown
    assert builder._preview({text}) is True
    assert builder._preview({text, project.content / "site.yaml"}) is False
    assert said == []
    builder.previews.shutdown()


def test_a_preview_that_fails_says_so_and_the_next_one_is_tried_anew(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    builder = Builder(project, said.append)
    with monkeypatch.context() as broken:
        broken.setattr("generator.serve.preview", int)  # int(project, file) is a TypeError there
        assert builder._preview({project.content / LEAVE_CHINESE}) is False
    assert [line.partition(":")[0] for line in said] == ["zh-Hans.md is shown when all is built"]
    assert builder._preview({project.content / LEAVE_CHINESE}) is True
    builder.previews.shutdown()
