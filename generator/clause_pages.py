"""The two plan documents clause by clause, each clause with the pages that carry it, and the way back."""

from __future__ import annotations

from calculators.kit.message import _
from generator.markdown import page
from generator.model import Measure, Page
from generator.page_text import title_of
from generator.words import Speech

DOCUMENTS = {"P1": "action-plan", "P2": "yearly-plan"}
"""The documents by the first part of their clauses' ids, and the names of their pages below `plan/`."""
STATUS = {
    "planned": _("计划中"),
    "running": _("实施中"),
    "evaluated": _("已评估"),
}


def document_title(document: str, words: Speech) -> str:
    """Return the title of a plan document; the yearly plan bears the year of the site."""
    return words.say(
        _("地方生育关怀行动方案")
        if document == "P1"
        else _("{year}年度地方生育关怀行动计划", year=words.site.plan_year)
    )


def clause_anchor(clause: str) -> str:
    """Return the anchor of a clause on the page of its document.

    >>> clause_anchor("P2.3.1.a")
    'p2-3-1-a'
    """
    return clause.lower().replace(".", "-")


def clause_number(clause: str) -> str:
    """Return a clause's number inside its document.

    >>> clause_number("P2.3.1.a")
    '3.1.a'
    """
    return clause.partition(".")[2]


def document_page(document: str, words: Speech) -> str:
    """Return the page of a plan document: every clause, said in our words, and the pages that carry it."""
    title = document_title(document, words)
    lead = words.say(_("逐条列出，每一条后面是落实它的措施。条文内容由本站用自己的话概括。"))
    clauses = [clause for clause in words.site.clauses if clause.startswith(f"{document}.")]
    facts = {"title": title, "description": lead}
    return page(facts, f"# {title}", f"{lead}\n{{.lead}}", *(_clause(clause, words) for clause in clauses))


def _clause(clause: str, words: Speech) -> str:
    said = words.site.clauses[clause]
    carrying = [each for each in words.site.pages if clause in each.clauses]
    links = "\n".join(f"- [{title_of(each, words)}](../{each.path}.md){_behind(each, words)}" for each in carrying)
    heading = f"## {clause_number(clause)} {words.pick(said.title)} {{#{clause_anchor(clause)}}}"
    return "\n\n".join(part for part in (heading, words.pick(said.text), links) if part)


def _behind(carrying: Page, words: Speech) -> str:
    return f" · {words.say(STATUS[carrying.status])}" if isinstance(carrying, Measure) else ""


def carried_clauses(carrying: Page, words: Speech) -> str:
    """Return the section of a page that leads back to the clauses it carries."""
    lines = [f"- {_to_clause(clause, words)}" for clause in carrying.clauses]
    parts = [f"## {words.say(_('行动方案中的条款'))} {{#clauses}}", "\n".join(lines)]
    if isinstance(carrying, Measure):
        parts.append(words.say(_("状态：{status}", status=STATUS[carrying.status])))
    return "\n\n".join(parts)


def _to_clause(clause: str, words: Speech) -> str:
    document = clause.partition(".")[0]
    link = f"../plan/{DOCUMENTS[document]}.md#{clause_anchor(clause)}"
    title = words.pick(words.site.clauses[clause].title)
    return f"[{document_title(document, words)} · {clause_number(clause)} {title}]({link})"
