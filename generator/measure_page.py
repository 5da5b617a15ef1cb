"""A measure's page as Markdown: at a glance, the text, calculators, examples, whom to ask, the law."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from calculators import CALCULATORS
from calculators.kit.message import _
from calculators.kit.rules import PlaceRules
from generator.content import GLANCE
from generator.examples import answer_of
from generator.figures import PLACEHOLDER, fill
from generator.front_pages import text_of
from generator.markdown import link_pages, notice, page, sheet_markdown
from generator.model import Case, Citation, Measure
from generator.tables import TABLES
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
    worded = WordedText(measure, here, words)
    text = worded.text
    facts: dict[str, object] = {
        "title": worded.say_text(text.title),
        "description": worded.say_text(text.summary),
        "paper": f"paper/{words.language.tag}/{measure.slug}.pdf",
        "checked": words.catalogue.date(measure.checked),
    }
    return page(
        facts,
        f"# {facts['title']}",
        f"{facts['description']}\n{{.lead}}",
        worded.notice(),
        worded.glance(),
        worded.body(),
        _calculators(measure, words),
        _examples(measure, words),
        _ask(measure, words),
        _basis(measure, words),
        _related(measure, words),
    )


class WordedText:
    """A measure's text in one language, with its figures, tables and links filled in."""

    def __init__(self, measure: Measure, here: PlaceRules, words: Speech) -> None:
        """Take the text of the language, of the one it is made from, or of the source language."""
        self.measure, self.here, self.words = measure, here, words
        self.text = text_of(measure, words)

    def say_text(self, text: str) -> str:
        """Return a text with its figures, converted where the language is."""
        return self.words.convert(fill(text, self.here, self.words))

    def notice(self) -> str:
        """Say that a translation was drafted by a machine, or is older than its source."""
        text, words = self.text, self.words
        source = self.measure.texts[words.site.source_language.tag]
        if text is not source and text.translated_from != source.digest:
            return notice("warning", words.say(STALE_TITLE), words.say(STALE))
        if text is not source and text.drafted_by == "machine" and not text.reviewed:
            return notice("info", words.say(MACHINE_TITLE), words.say(MACHINE))
        return ""

    def glance(self) -> str:
        """Return the six facts of the page as a list of terms."""
        rows = [
            f"{self.words.say(GLANCE_LABELS[name])}\n:   {self.say_text(self.text.glance[name])}" for name in GLANCE
        ]
        heading = self.words.say(_("一看就懂"))
        return f"## {heading} {{#glance}}\n\n" + "\n\n".join(rows)

    def body(self) -> str:
        """Return the Markdown of the text, ready for the site."""
        text = link_pages(self.say_text(self.text.body), self._address)
        return PLACEHOLDER.sub(lambda match: self._table(match.group(1).strip()), text)

    def _table(self, inside: str) -> str:
        return TABLES[inside.removeprefix("table.")](self.words, self.here)

    def _address(self, kind: str, slug: str) -> str:
        folder = "calculators" if kind == "calculator" else self.words.site.measure(slug).group
        return f"../{folder}/{slug}.md"


MACHINE_TITLE = _("机器翻译初稿")
MACHINE = _("这一页由机器翻译，还没有人工校对。如有出入，以中文原文为准。")
STALE_TITLE = _("译文可能已过时")
STALE = _("中文原文在翻译之后改过，请以中文原文为准。")


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
    title = words.catalogue.isolated(source["title"] + source["number"] + case.locator)
    return words.say(_("例子来源：{source}", source=title))


def _ask(measure: Measure, words: Speech) -> str:
    say, office = words.say, words.site.office
    lines = [f"- {words.pick(office.name)} — [{office.telephone}](tel:{office.telephone}) — {words.pick(office.hours)}"]
    lines += [f"- {_hotline(number, words)}" for number in measure.hotlines if number != office.telephone]
    return f"## {say(_('去哪里问'))} {{#ask}}\n\n" + "\n".join(lines)


def _hotline(number: str, words: Speech) -> str:
    name = HOTLINES.get(number)
    return f"[{number}](tel:{number})" + (f" — {words.say(name)}" if name else "")


def _basis(measure: Measure, words: Speech) -> str:
    say = words.say
    lines = [f"- {basis_line(citation, words, linked=True)}" for citation in measure.citations]
    checked = say(_("最后核对：{day}", day=measure.checked))
    return f"## {say(_('依据'))} {{#basis}}\n\n" + "\n".join(lines) + f"\n\n{checked}"


def _related(measure: Measure, words: Speech) -> str:
    others = [words.site.measure(slug) for slug in measure.related]
    links = [f"- [{words.convert(text_of(other, words).title)}](../{other.path}.md)" for other in others]
    return f"## {words.say(_('相关政策'))} {{#related}}\n\n" + "\n".join(links) if links else ""


def basis_line(citation: Citation, words: Speech, *, linked: bool) -> str:
    """Return a source in words: title, number, article, issuer, date and gloss."""
    source, worded = words.site.sources[citation.source], words.catalogue.sources[citation.source]
    title = words.catalogue.isolated(worded["title"] + worded["number"] + citation.article)
    if linked and source.url:
        title = f"[{title}]({source.url})"
    parts = [title, worded["gloss"], source.issuer, source.date]
    return " · ".join(part for part in parts if part)
