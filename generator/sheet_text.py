"""An answer as plain text, for the terminal."""

from __future__ import annotations

import json
from typing import Any

type Json = dict[str, Any]


def sheet_text(given: Json) -> str:
    """Return an answer as plain text: its sheet, or its faults."""
    if "faults" in given:
        return "\n".join(f"! {fault_text(fault)}" for fault in given["faults"])
    sheet = given["sheet"]
    lines = ["", f"== {sheet['verdict']['text']} ==", sheet["verdict"]["reason"]]
    for section in sheet["sections"]:
        body = [line for block in section["blocks"] for line in _block(block)]
        lines += ["", f"-- {section['heading']} --", *body] if body else []
    return "\n".join([*lines, "", sheet["dated"]])


def fault_text(fault: Json) -> str:
    """Return a fault with the field it is about, where it is about one."""
    return f"{fault['field']}: {fault['text']}" if fault["field"] else str(fault["text"])


def _block(block: Json) -> list[str]:
    match block["kind"]:
        case "paragraph":
            return [block["text"]]
        case "table":
            return [" | ".join(row) for row in [block["columns"], *block["rows"]]]
        case "list":
            return [f"* {item}" for item in block["items"]]
        case "measures":
            return [line for item in block["items"] for line in _measure(item, block["words"])]
        case "chart":
            return []  # the table behind it says the same
        case _:
            return [line for item in block["items"] for line in _point(item, block.get("words", {}))]


def _measure(item: Json, words: Json) -> list[str]:
    checks = [f"  {line}" for check in item["checks"] for line in _point(check, words)]
    return [f"* {item['title']}", *checks, *(f"  * {change}" for change in item["change"])]


def _point(item: Json, words: Json) -> list[str]:
    """Return a step or a condition, with the rules behind it."""
    state = f"[{words[json.dumps(item['met'])]}] " if "met" in item else ""
    return [f"* {state}{item['text']}", *(f"    {rule['text']}" for rule in item["rules"])]
