"""Imports run one way, and calculators are pure."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

LAYERS = (
    ("problem", "tree", "project", "blocks"),
    ("strays", "records", "plan_model", "model", "paper_data", "markdown_tree"),
    ("shapes", "rulebook", "page_files", "plan_files", "conversion", "paper", "fonts", "translations"),
    ("content", "content_messages", "words"),
    ("source_links", "figures", "tables", "form", "messages", "scaffold", "data_files"),
    ("examples", "markdown", "charts", "terms"),
    ("page_text",),
    ("addresses", "local_values", "clause_pages", "linked_data", "due", "waiting", "exchange"),
    ("check_translations", "check_glossary", "check_texts", "check", "accept"),
    ("front_pages", "index_page", "glossary_page", "measure_page"),
    ("plan_page", "calculator_page", "fact_sheets"),
    ("pages",),
    ("build",),
    ("preview",),
    ("serve", "place_names", "terminal", "sheet_text", "calculate", "translation_desk"),
    ("list_head", "list_row", "batch"),
    ("cli",),
    ("__main__",),
)
"""The way of the data: a module may import modules of the layers above its own, or of its own layer before it."""

FOLDERS = (
    ("runtime", "assets", "offline", "site_links", "search_index", "compile_in_pyodide"),
    ("image", "website"),
    ("bundle",),
)
"""Stages that know folders only: they import each other, and nothing of the model; `build` puts them together."""

JOINING = ("build", "serve", "cli", "fact_sheets", "preview")
"""Where both meet: what puts stages together, and paper, which sets anew only what has another digest."""

KIT = (
    ("message", "dates"),
    ("rules", "offices", "tables"),
    ("questions", "result", "wording"),
    ("gaps", "calculator", "calendar", "household", "citation", "chart_block", "finding_blocks", "sheet"),
    ("comparison", "worksheet"),
)
"""The calculators' kit, in the same order."""

BUILDS_ON = {
    "maternity_allowance": {"leave"},
    "childcare_cost": {"tax_deduction"},
    "family_plan": {path.name for path in (ROOT / "calculators").iterdir() if path.is_dir()},
}
"""Calculators that answer by what another one works out; the others know the kit only."""

IMPURE = {"open", "input", "print", "exec", "eval", "compile", "__import__", "breakpoint"}
CLOCKS = {"now", "today", "utcnow", "fromtimestamp"}
CLOSED_MODULES = {
    *("os", "io", "sys", "pathlib", "shutil", "tempfile", "glob", "fileinput", "subprocess", "importlib"),
    *("time", "random", "secrets", "uuid", "locale", "platform", "threading", "multiprocessing", "asyncio"),
    *("urllib", "http", "socket", "ssl", "ftplib", "smtplib", "webbrowser", "pickle", "sqlite3", "ctypes"),
}


def modules(folder: str) -> list[Path]:
    return sorted(path for path in (ROOT / folder).rglob("*.py") if "__pycache__" not in path.parts)


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def imported(path: Path) -> Iterator[str]:
    """Yield the full names of what a module imports, at its top or inside a function."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name_of(path)}: imports are absolute"
            assert node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def within(path: Path, package: str) -> set[str]:
    """Return the modules of a package that a module imports, by their short names."""
    short = {name_of(other).removeprefix(f"{package}.") for other in modules(package.replace(".", "/"))}
    names = (name.removeprefix(f"{package}.") for name in imported(path) if name.startswith(f"{package}."))
    return {found for name in names for found in short if name == found or name.startswith(f"{found}.")}


def order_of(layers: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    return {module: place for place, module in enumerate(module for layer in layers for module in layer)}


GENERATOR = [path for path in modules("generator") if path.name != "__init__.py"]
KIT_MODULES = [path for path in modules("calculators/kit") if path.name != "__init__.py"]
CALCULATORS = modules("calculators")


def test_every_module_of_the_generator_has_its_place() -> None:
    placed = [module for layer in (*LAYERS, *FOLDERS) for module in layer]
    assert sorted(placed) == sorted(path.stem for path in GENERATOR), "put the new module into LAYERS or FOLDERS"


@pytest.mark.parametrize("path", GENERATOR, ids=name_of)
def test_a_module_of_the_generator_imports_only_what_comes_before_it(path: Path) -> None:
    data, folders = order_of(LAYERS), order_of(FOLDERS)
    order = folders if path.stem in folders else data
    late = {name for name in within(path, "generator") if order.get(name, -1) >= order[path.stem]}
    assert late == set()


@pytest.mark.parametrize("path", [path for path in GENERATOR if path.stem in order_of(FOLDERS)], ids=name_of)
def test_stages_of_folders_know_neither_model_nor_calculators(path: Path) -> None:
    assert within(path, "generator") <= set(order_of(FOLDERS))
    assert not [name for name in imported(path) if name.split(".")[0] == "calculators"]


@pytest.mark.parametrize("path", [path for path in GENERATOR if path.stem in order_of(LAYERS)], ids=name_of)
def test_few_modules_reach_the_stages_of_folders(path: Path) -> None:
    if path.stem not in JOINING:
        assert within(path, "generator").isdisjoint(order_of(FOLDERS))


def test_reading_and_paper_do_not_know_the_calculators() -> None:
    for module in (
        "problem",
        "records",
        "model",
        "rulebook",
        "content",
        "paper",
        "paper_data",
        "markdown_tree",
        "tree",
    ):
        names = imported(ROOT / "generator" / f"{module}.py")
        assert not [name for name in names if name.split(".")[0] == "calculators"], module


@pytest.mark.parametrize("path", CALCULATORS, ids=name_of)
def test_calculators_import_only_themselves_and_the_standard_library(path: Path) -> None:
    outside = {name.split(".")[0] for name in imported(path)} - {"calculators"} - sys.stdlib_module_names
    assert outside == set()


@pytest.mark.parametrize("path", CALCULATORS, ids=name_of)
def test_calculators_have_no_file_clock_chance_or_network(path: Path) -> None:
    tops = {name.split(".")[0] for name in imported(path)}
    assert tops.isdisjoint(CLOSED_MODULES)
    nodes = list(ast.walk(tree_of(path)))
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    attributes = {node.attr for node in nodes if isinstance(node, ast.Attribute)}
    assert names.isdisjoint(IMPURE)
    assert attributes.isdisjoint(CLOCKS | {"read_text", "write_text", "read_bytes", "write_bytes"})


@pytest.mark.parametrize("path", CALCULATORS, ids=name_of)
def test_calculators_count_money_without_floating_point(path: Path) -> None:
    nodes = list(ast.walk(tree_of(path)))
    assert "float" not in {node.id for node in nodes if isinstance(node, ast.Name)}
    assert not [node for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, float)]


def test_every_module_of_the_kit_has_its_place() -> None:
    placed = [module for layer in KIT for module in layer]
    assert sorted(placed) == sorted(path.stem for path in KIT_MODULES), "put the new module into KIT"


@pytest.mark.parametrize("path", KIT_MODULES, ids=name_of)
def test_the_kit_imports_only_what_comes_before_it_and_no_calculator(path: Path) -> None:
    order = order_of(KIT)
    own = within(path, "calculators.kit")
    assert {name for name in own if order[name] >= order[path.stem]} == set()
    others = [name for name in imported(path) if name.startswith("calculators") and ".kit." not in name]
    assert others == []


@pytest.mark.parametrize("path", CALCULATORS, ids=name_of)
def test_a_calculator_knows_the_kit_and_only_the_calculators_it_builds_on(path: Path) -> None:
    own = path.relative_to(ROOT).parts[1]
    if own in ("__init__.py", "bridge.py", "kit"):
        return
    known = {name.split(".")[1] for name in imported(path) if name.startswith("calculators.")}
    assert known <= {own, "kit"} | BUILDS_ON.get(own, set())


def test_the_browser_enters_by_the_bridge_only() -> None:
    scripts = (path.read_text(encoding="utf-8") for path in (ROOT / "overrides" / "assets").glob("*.js"))
    entered = {word for text in scripts for word in ("calculators.bridge", "calculators.kit") if word in text}
    assert "calculators.kit" not in entered
