"""A page of the plan as Markdown: its text, its sources, the clauses it carries and related measures."""

from __future__ import annotations

from calculators.kit.message import _
from calculators.kit.rules import PlaceRules
from generator.addresses import ways_from
from generator.clause_pages import DOCUMENTS, STATUS, carried_clauses, document_title
from generator.markdown import page
from generator.measure_page import basis, opening, related
from generator.model import Page
from generator.page_text import PageText, title_of
from generator.tables import markdown_table
from generator.words import Speech


def plan_page(plan: Page, here: PlaceRules, words: Speech) -> str:
    """Return a page of the plan in one language."""
    text = PageText(plan, here, words)
    facts: dict[str, object] = {
        "title": text.say(text.text.title),
        "description": text.say(text.text.summary),
        "checked": words.catalogue.date(plan.checked),
        "untranslated": text.untranslated,
    }
    return page(
        facts,
        *opening(text),
        text.body(),
        basis(plan, words),
        carried_clauses(plan, words),
        related(plan, words),
        ways_from(plan, words),
    )


def plan_index(words: Speech) -> str:
    """Return the first page of the plan: its pages, the two documents, and how far each measure is."""
    say = words.say
    title = say(_("行动方案"))
    lead = say(_("地方生育关怀行动方案和年度计划说了什么，做到哪一步。"))
    pages = "\n".join(f"- [{title_of(each, words)}]({each.slug}.md)" for each in words.site.plan)
    documents = "\n".join(f"- [{document_title(key, words)}]({name}.md)" for key, name in DOCUMENTS.items())
    rows = [
        [f"[{title_of(measure, words)}](../{measure.path}.md)", say(STATUS[measure.status])]
        for measure in words.site.measures
    ]
    return page(
        {"title": title, "description": lead, "kind": "front"},
        f"# {title}",
        f"{lead}\n{{.lead}}",
        pages,
        f"## {say(_('逐条说明'))} {{#documents}}\n\n{documents}",
        f"## {say(_('各项措施的进展'))} {{#status}}\n\n" + markdown_table([say(_("措施")), say(_("状态"))], rows),
    )
