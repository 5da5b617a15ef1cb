"""A form with every kind of question, on a real page in place of the page's own; and a sheet of every kind of block."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import cache
from typing import Any

import jinja2
from playwright.sync_api import Page, Route

from calculators.kit.calculator import Calculator
from calculators.kit.chart_block import chart_blocks
from calculators.kit.finding_blocks import finding_blocks
from calculators.kit.message import _, yuan
from calculators.kit.questions import YES_NO, Kind, Option, Question
from calculators.kit.result import Chart, Criterion, Finding, Point, Verdict
from calculators.kit.rules import Rules, Value
from generator.figures import rules_json
from generator.form import form
from generator.words import Speech
from tests.generator.small import ROOT, site_of, words_of

MANY = tuple(Option(f"v{number}", _("第 {n} 种", n=number)) for number in range(1, 10))
WHY = _("用来试这张表。")

DOSE = (
    Question("vaccine", Kind.CHOICE, _("疫苗"), WHY, options=MANY),
    Question("day", Kind.DATE, _("接种日期"), WHY, least=2015, most=2040, unknown=True),
    Question(
        "where", Kind.CHOICE, _("在哪里接种"), WHY, options=(Option("here", _("本市")), Option("away", _("外地")))
    ),
    Question("times", Kind.COUNT, _("几次"), WHY, most=9, when={"where": ("away",)}),
)
QUESTIONS = (
    Question("place", Kind.PLACE, _("在哪里工作"), WHY, unknown=True),
    Question("wage", Kind.MONEY, _("母亲的月工资"), WHY, hint=_("税前。"), unknown=True),
    Question("savings", Kind.MONEY, _("其他收入"), WHY, optional=True),
    Question("weeks", Kind.COUNT, _("怀孕几周"), WHY, least=1, most=42, optional=True),
    Question("due", Kind.DATE, _("预产期"), WHY, least=2015, most=2040, unknown=True),
    Question("sort", Kind.CHOICE, _("属于哪一种"), WHY, options=MANY, unknown=True),
    Question("note", Kind.CHOICE, _("要不要提醒"), WHY, options=YES_NO, optional=True),
    Question("vaccinated", Kind.CHOICE, _("打过疫苗吗"), WHY, options=YES_NO, unknown=True),
    Question(
        "doses", Kind.LIST, _("接种记录"), WHY,
        optional=True, most=40, fields=DOSE, add=_("再加一针"), remove=_("去掉这一针"), when={"vaccinated": ("yes",)},
    ),
    Question(
        "elders", Kind.LIST, _("老人"), WHY, most=3, add=_("再加一位老人"), remove=_("去掉这位老人"),
        fields=(Question("age", Kind.COUNT, _("年龄"), WHY, least=1, most=120),),
    ),
    Question("local", Kind.CHOICE, _("只有浙江问的问题"), WHY, options=YES_NO, where="leave.paternity_leave"),
)  # fmt: skip


def _never(*_given: object) -> Any:
    """Stand for an answer: tests look at the toy's questions only, and asking it is a fault."""
    raise NotImplementedError


TOY = Calculator("leave", _("试一试"), QUESTIONS, _never)


@cache
def words() -> Speech:
    """Return the source language's words of the small site."""
    return words_of(site_of(), "zh-Hans")


@cache
def rules() -> Rules:
    """Return the rules of the small site."""
    return Rules.from_json(rules_json(site_of()))


def form_html(questions: Sequence[Question] = QUESTIONS) -> str:
    """Return the questions as HTML, by the page's own template."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(ROOT / "overrides"), extensions=["jinja2.ext.i18n"])
    environment.install_null_translations()  # type: ignore[attr-defined]
    template = environment.from_string(
        '{% import "partials/question.html" as form with context %}{% autoescape true %}'
        "{% for question in questions %}{{ form.question(question, '') }}{% endfor %}{% endautoescape %}"
    )
    calculator = Calculator(TOY.slug, TOY.title, tuple(questions), _never)
    return template.render(form(calculator, rules(), words()))


def put_toy_on(page: Page, path: str, questions: Sequence[Question] = QUESTIONS) -> None:
    """From now on serve the toy's questions in the form of a calculator's page."""

    def give(route: Route) -> None:
        answer = route.fetch()
        begins, ends = '<div id="faults"[^>]*></div>', '<p><button class="button button--main"'
        body, count = re.subn(
            f"({begins}).*?({ends})",
            lambda found: found[1] + form_html(questions) + found[2],
            answer.text(),
            flags=re.DOTALL,
        )
        assert count == 1
        route.fulfill(response=answer, body=body)

    page.route(lambda url: url.partition("#")[0].endswith(path), give)


RULE = Value("leave.maternity_days", "cn", None, "98", "day", "leave-2012", "第七条", "A")
CHART = Chart(
    title=_("月工资与每月拿到的钱"),
    text=_("工资超过 {limit}以后，每月拿到的钱少了 {less}。", limit=yuan(8000), less=yuan(600)),
    across=_("月工资"),
    upwards=_("每月一共拿到"),
    points=tuple(Point(yuan(x), yuan(y)) for x, y in ((5000, 5600), (8000, 8600), (8000, 8000), (12000, 12000))),
    limit=yuan(8000),
    rules=(RULE,),
    here=yuan(7600),
)
FINDINGS = (
    Finding("measure:maternity-leave", Verdict.LIKELY, (Criterion(_("在单位上班"), True, (RULE,)),), (), ("leave",)),
    Finding("measure:gone", Verdict.LIKELY, (Criterion(_("已经生了孩子"), None),), (_("弄清这一点：出生日期"),)),
)


def sheet(chart: Chart = CHART) -> dict[str, Any]:
    """Return a sheet with the blocks that no calculator of the tests is sure to have."""
    catalogue = words().catalogue
    sections = [
        {"id": "findings", "heading": "用得上的", "blocks": finding_blocks(FINDINGS, Verdict.LIKELY, catalogue)},
        {"id": "charts", "heading": "金额在哪里变化", "blocks": chart_blocks((chart,), catalogue)},
        {
            "id": "documents",
            "heading": "带什么材料",
            "blocks": [{"kind": "paragraph", "text": "交给医院："}, {"kind": "list", "items": ["身份证"]}],
        },
    ]
    verdict = {"value": "likely", "text": "很可能可以享受", "reason": "因为这样。"}
    return {"verdict": verdict, "sections": sections, "dated": "计算日期。"}


SHOW = """async (sheet) => {
  const settings = JSON.parse(document.querySelector("#settings").textContent);
  const module = new URL("calculator-sheet.js", document.querySelector("script[src$='calculator-form.js']").src);
  const { sheetElements } = await import(module);
  const result = document.querySelector("#result");
  result.replaceChildren(...sheetElements(sheet, settings));
  result.hidden = false;
}"""


def show_sheet(page: Page, given: dict[str, Any]) -> None:
    """Show a sheet on a calculator's page, by the page's own script."""
    page.evaluate(SHOW, json.loads(json.dumps(given)))
