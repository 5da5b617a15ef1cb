"""A calculator's page as Markdown: what it does, its form as facts for the template, its examples."""

from __future__ import annotations

from calculators import CALCULATORS
from calculators.kit.calculator import Calculator
from calculators.kit.message import _
from calculators.kit.rules import Rules
from generator.form import form
from generator.markdown import page
from generator.measure_page import example
from generator.model import Site
from generator.page_text import title_of
from generator.words import Speech

NOT_TRANSLATED = _("这个计算器还没有全部翻译成这种语言，没有译文的句子用中文显示。")


def calculator_page(calculator: Calculator, rules: Rules, words: Speech) -> str:
    """Return the page of a calculator in one language; the template puts the form after the lead."""
    say, site = words.say, words.site
    about = say(_("在您自己的设备上计算，填写的内容不会发送到任何地方。联网打开一次后，断网也能用。"))
    facts: dict[str, object] = {
        "title": say(calculator.title),
        "description": about,
        "template": "calculator.html",
        "notice": say(NOT_TRANSLATED) if words.lacks(calculator.slug.replace("-", "_")) else "",
        "calculator": {**form(calculator, rules, words), "pages": pages_by_name(site)},
    }
    measures = [measure for measure in site.measures if calculator.slug in measure.calculators]
    links = "\n".join(f"- [{title_of(measure, words)}](../{measure.path}.md)" for measure in measures)
    examples = [example(case, words, 3) for case in site.cases_of(calculator.slug) if case.on_page]
    return page(
        facts,
        f"## {say(_('举例'))} {{#examples}}" if examples else "",
        *examples,
        f"## {say(_('相关政策'))} {{#measures}}\n\n{links}" if links else "",
    )


def pages_by_name(site: Site) -> dict[str, str]:
    """Return the pages that a result may lead to, by their names: `measure:slug` and `calculator:slug`.

    Every language has these pages, at the same address below its own.
    """
    measures = {f"measure:{measure.slug}": f"{measure.path}/" for measure in site.measures}
    return measures | {f"calculator:{slug}": f"calculators/{slug}/" for slug in CALCULATORS}
