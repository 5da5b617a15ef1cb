"""Findings in words: measures and calculators in three groups, each with its conditions."""

from __future__ import annotations

from calculators.kit.citation import citations
from calculators.kit.message import Message, Name, _
from calculators.kit.result import Criterion, Finding, Verdict
from calculators.kit.wording import Catalogue

type Json = dict[str, object]

GROUPS = {
    Verdict.LIKELY: _("很可能用得上的"),
    Verdict.MORE_INFORMATION: _("还要弄清一些情况的"),
    Verdict.NOT_NOW: _("目前还用不上的"),
}


def finding_blocks(findings: tuple[Finding, ...], verdict: Verdict, catalogue: Catalogue) -> list[Json]:
    """Word the findings of one group."""
    items = [_item(finding, catalogue) for finding in findings if finding.verdict is verdict]
    return [{"kind": "measures", "items": items, "words": met_words(catalogue)}] if items else []


def checks(criteria: tuple[Criterion, ...], catalogue: Catalogue) -> list[Json]:
    """Word criteria with whether they are met."""
    return [
        {"met": each.met, "text": catalogue.say(each.text), "rules": citations(each.rules, catalogue)}
        for each in criteria
    ]


def met_words(catalogue: Catalogue) -> dict[str, str]:
    """Return the words for met, not met and not known, by their JSON."""
    words: dict[str, Message] = {"true": _("符合"), "false": _("不符合"), "null": _("还不清楚")}
    return {met: catalogue.say(message) for met, message in words.items()}


def _item(finding: Finding, catalogue: Catalogue) -> Json:
    return {
        "page": finding.page,
        "title": catalogue.term(Name(finding.page)),
        "checks": checks(finding.criteria, catalogue),
        "change": [catalogue.say(message) for message in finding.change],
        "calculators": [
            {"page": f"calculator:{slug}", "title": catalogue.term(Name(f"calculator:{slug}"))}
            for slug in finding.calculators
        ],
    }
