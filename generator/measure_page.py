"""A measure's page as Markdown: at a glance, the text, calculators, examples, whom to ask, the law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calculators import CALCULATORS
from calculators.kit.message import _
from calculators.kit.rules import PlaceRules
from generator.addresses import ways_from
from generator.clause_pages import carried_clauses
from generator.examples import answer_of
from generator.linked_data import linked_data
from generator.local_values import local_values
from generator.markdown import page, sheet_markdown
from generator.model import Case, Citation, Measure, Page
from generator.page_files import GLANCE
from generator.page_text import PageText, title_of
from generator.words import Speech

GLANCE_LABELS = {
    "who": _("谁可以享受"),
    "amount": _("有多少"),
    "apply": _("怎样申请"),
    "documents": _("带什么材料"),
    "deadline": _("截止时间"),
    "ask": _("去哪里问"),
}
MOST_STEPS = 12
"""Steps that an example on a page may have; a longer working is for the calculator itself."""

HOTLINES = {
    "12345": _("政务服务便民热线"),
    "12333": _("人力资源社会保障热线"),
    "12356": _("心理援助热线"),
    "12393": _("医疗保障热线"),
    "12320": _("卫生健康热线"),
    "12338": _("妇女维权热线"),
    "12351": _("工会职工服务热线"),
    "12366": _("纳税缴费服务热线"),
}


def measure_page(measure: Measure, here: PlaceRules, words: Speech) -> str:
    """Return the page of a measure in one language."""
    text = PageText(measure, here, words)
    facts: dict[str, object] = {
        "title": text.say(text.text.title),
        "description": text.say(text.text.summary),
        "paper": f"paper/{words.language.tag}/{measure.slug}.pdf",
        "checked": words.catalogue.date(measure.checked),
        "untranslated": text.untranslated,
        "linked_data": linked_data(measure, text, words),
    }
    return page(
        facts,
        *opening(text),
        _glance(text),
        text.body(),
        local_values(measure, here, words),
        _calculators(measure, words),
        _examples(measure, words),
        _ask(measure, words),
        basis(measure, words),
        carried_clauses(measure, words),
        related(measure, words),
        ways_from(measure, words),
    )


def opening(text: PageText) -> tuple[str, str, str]:
    """Return what every page of people's words begins with: title, lead, and what is to be said of the text."""
    return f"# {text.mark(text.text.title)}", f"{text.mark(text.text.summary)}\n{{.lead}}", text.notice()


def _glance(text: PageText) -> str:
    """Return the six facts of the page as a list of terms."""
    rows = [f"{text.words.say(GLANCE_LABELS[name])}\n:   {text.mark(text.text.glance[name])}" for name in GLANCE]
    return f"## {text.words.say(_('一看就懂'))} {{#glance}}\n\n" + "\n\n".join(rows)


def _calculators(measure: Measure, words: Speech) -> str:
    if not measure.calculators:
        return ""
    say = words.say
    links = [f"- [{say(CALCULATORS[slug].title)}](../calculators/{slug}.md)" for slug in measure.calculators]
    return f"## {say(_('算一算'))} {{#calculators}}\n\n" + "\n".join(links)


def _examples(measure: Measure, words: Speech) -> str:
    cases = [case for slug in measure.calculators for case in words.site.cases_of(slug) if case.on_page]
    if not cases:
        return ""
    heading = words.say(_("举例"))
    return f"## {heading} {{#examples}}\n\n" + "\n\n".join(example(case, words, 3) for case in cases)


def example(case: Case, words: Speech, level: int) -> str:
    """Return a worked example: its title, the answer's amounts and plan, and its source."""
    sheet = answer_of(case, words)["sheet"]
    shown = sheet_markdown(sheet, _shown(sheet))
    return f"{'#' * level} {words.pick(case.title)} {{#example-{case.key}}}\n\n{shown}\n\n{case_source(case, words)}"


def _shown(sheet: Mapping[str, Any]) -> tuple[str, ...]:
    """Choose what of an answer an example shows: the calendar where there is no money, the steps unless too many."""
    sections = {section["id"]: section["blocks"] for section in sheet["sections"]}
    calendar = () if "amounts" in sections or "findings-likely" in sections else ("events",)
    few = sum(len(block["items"]) for block in sections.get("steps", ())) <= MOST_STEPS
    return ("findings-likely", "amounts", "payments", *calendar, *(("steps",) if few else ()))


def case_source(case: Case, words: Speech) -> str:
    """Say where an example comes from; our own are called so."""
    if not case.source:
        return words.say(_("这个例子由本站计算，不是官方示例。"))
    source = words.catalogue.sources[case.source]
    title = words.catalogue.isolated(source["title"] + source["number"] + words.convert(case.locator))
    return words.say(_("例子来源：{source}", source=title))


def _ask(measure: Measure, words: Speech) -> str:
    say, office = words.say, words.site.office
    lines = [f"- {words.pick(office.name)} — [{office.telephone}](tel:{office.telephone}) — {words.pick(office.hours)}"]
    lines += [f"- {_hotline(number, words)}" for number in measure.hotlines if number != office.telephone]
    return f"## {say(_('去哪里问'))} {{#ask}}\n\n" + "\n".join(lines)


def _hotline(number: str, words: Speech) -> str:
    name = HOTLINES.get(number)
    return f"[{number}](tel:{number})" + (f" — {words.say(name)}" if name else "")


def basis(page: Page, words: Speech) -> str:
    """Return the section of a page that names its sources, and the day it was checked."""
    say = words.say
    lines = [f"- {basis_line(citation, words, linked=True)}" for citation in page.citations]
    checked = say(_("最后核对：{day}", day=page.checked))
    return f"## {say(_('依据'))} {{#basis}}\n\n" + "\n".join(lines) + f"\n\n{checked}"


def related(page: Page, words: Speech) -> str:
    """Return the section that leads to other measures."""
    others = [words.site.page(slug) for slug in page.related]
    links = [f"- [{title_of(other, words)}](../{other.path}.md)" for other in others]
    return f"## {words.say(_('相关政策'))} {{#related}}\n\n" + "\n".join(links) if links else ""


def basis_line(citation: Citation, words: Speech, *, linked: bool) -> str:
    """Return a source in words: title, number, article, issuer, date and gloss."""
    source, worded = words.site.sources[citation.source], words.catalogue.sources[citation.source]
    title = words.catalogue.isolated(worded["title"] + worded["number"] + words.convert(citation.article))
    if linked and source.url:
        title = f"[{title}]({source.url})"
    parts = [title, worded["gloss"], words.convert(source.issuer), source.date]
    return " · ".join(part for part in parts if part)
