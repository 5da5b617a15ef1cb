"""The result sheet: one worded document for screen, paper, terminal and JSON.

A sheet is plain data: a verdict and sections of blocks. A block is one of `paragraph`, `list`,
`checks`, `table` and `steps`; whoever shows it needs to know these five and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from calculators.kit.message import Message, _
from calculators.kit.result import Amount, Kind, Occasion, Result, Standing, Verdict
from calculators.kit.rules import Value
from calculators.kit.wording import UNSURE, Catalogue

type Json = dict[str, object]

VERDICTS = {
    Verdict.LIKELY: _("很可能可以享受"),
    Verdict.MORE_INFORMATION: _("还需要更多信息"),
    Verdict.NOT_NOW: _("目前还不能享受"),
}
KINDS = {
    Kind.ONCE: _("一次性"),
    Kind.MONTHLY: _("每月"),
    Kind.YEARLY: _("每年"),
    Kind.IN_ALL: _("合计"),
    Kind.LENGTH: _("假期长度"),
}
OCCASIONS = {
    Occasion.DEADLINE: _("截止日期"),
    Occasion.APPOINTMENT: _("安排"),
    Occasion.LEAVE: _("假期"),
}
STANDINGS = {
    Standing.CLAIMED: _("按已申领计算"),
    Standing.OPEN: _("现在可以申领"),
    Standing.COMING: _("到时再申领"),
    Standing.MISSED: _("已过期，不能补领"),
}
GRADES = {
    "A": _("已核对原文"),
    "B": _("通行规定，未见原文"),
    "C": _("尚未确认，请向办理机构核实"),
}


def sheet(result: Result, catalogue: Catalogue) -> Json:
    """Word a result. Sections without content are left out."""
    say, part = catalogue.say, result.part
    makers: list[tuple[str, Message, Callable[[], list[Json]]]] = [
        ("amounts", _("金额与长度"), lambda: _amounts(part.amounts, catalogue)),
        ("payments", _("申领安排"), lambda: _payments(result, catalogue)),
        ("events", _("重要日期"), lambda: _events(result, catalogue)),
        ("criteria", _("条件"), lambda: _criteria(result, catalogue)),
        ("office", _("需要确认的事"), lambda: _list(part.office, catalogue)),
        ("where", _("去哪里办"), lambda: _where(result, catalogue)),
        ("documents", _("带什么材料"), lambda: _documents(result, catalogue)),
        ("steps", _("怎么算出来的"), lambda: _steps(result, catalogue)),
        ("assumptions", _("计算时的假定"), lambda: _list(part.assumptions, catalogue)),
    ]
    sections = [
        {"id": key, "heading": say(heading), "blocks": blocks} for key, heading, make in makers if (blocks := make())
    ]
    return {
        "verdict": {
            "value": result.verdict.value,
            "text": say(VERDICTS[result.verdict]),
            "reason": say(result.reason),
        },
        "sections": sections,
        "dated": say(_("计算日期：{on}。结果只供参考，以办理机构的决定为准。", on=result.on)),
    }


def citation(rule: Value, catalogue: Catalogue) -> Json:
    """Word the rule behind a step: what it sets, law, number, article, first day, how sure it is."""
    source = catalogue.sources.get(rule.source, {})
    law = ("".join(source.get(part, "") for part in ("title", "number")) or rule.source) + rule.article
    since = _("自 {start}起", start=rule.start) if rule.start else _("起始日期未确认")
    parts = [
        _set_by(rule, catalogue),
        catalogue.isolated(law),
        source.get("gloss", ""),
        catalogue.names.get(f"place:{rule.place}", ""),
        catalogue.say(since),
        catalogue.say(GRADES[rule.grade]),
    ]
    words: Json = {"text": " · ".join(part for part in parts if part), "grade": rule.grade}
    return words | ({"url": source["url"]} if source.get("url") else {})


def _set_by(rule: Value, catalogue: Catalogue) -> str:
    """Return the rule's label, with its value where that is one quantity, range or date."""
    label = catalogue.names.get(f"rule:{rule.rule}", "")
    if rule.unit in ("yes_no", "choice", "schedule") or isinstance(rule.value, list):
        return label
    if isinstance(rule.value, Mapping) and not rule.open_ended:
        return label
    amount = rule.day if rule.unit == "date" else rule.extent
    return catalogue.say(_("{label}：{amount}", label=label, amount=amount))


def _amounts(amounts: tuple[Amount, ...], catalogue: Catalogue) -> list[Json]:
    rows = [
        [
            catalogue.say(KINDS[amount.kind]),
            catalogue.say(amount.label),
            catalogue.term(amount.quantity) + _doubt(amount.certain, catalogue),
        ]
        for amount in amounts
    ]
    return _table((_("种类"), _("项目"), _("数额")), rows, catalogue)


def _payments(result: Result, catalogue: Catalogue) -> list[Json]:
    rows = [
        [
            catalogue.say(payment.label),
            _when(payment.opens, payment.closes, catalogue),
            catalogue.quantity(payment.quantity) + _doubt(payment.certain, catalogue),
            catalogue.say(STANDINGS[payment.standing]),
        ]
        for payment in result.part.payments
    ]
    return _table((_("申领"), _("申领时间"), _("金额"), _("现在的情况")), rows, catalogue)


def _events(result: Result, catalogue: Catalogue) -> list[Json]:
    rows = [
        [
            _when(event.first, event.last, catalogue) + _doubt(event.certain, catalogue),
            catalogue.say(OCCASIONS[event.occasion]),
            catalogue.say(event.label),
        ]
        for event in result.part.events
    ]
    return _table((_("日期"), _("类别"), _("事项")), rows, catalogue)


def _when(first: date, last: date, catalogue: Catalogue) -> str:
    if first == last:
        return catalogue.date(first)
    return catalogue.say(_("{opens}至 {closes}", opens=first, closes=last))


def _criteria(result: Result, catalogue: Catalogue) -> list[Json]:
    items = [
        {
            "met": criterion.met,
            "text": catalogue.say(criterion.text),
            "rules": _rules(criterion.rules, catalogue),
        }
        for criterion in result.part.criteria
    ]
    words = {
        "true": catalogue.say(_("符合")),
        "false": catalogue.say(_("不符合")),
        "null": catalogue.say(_("还不清楚")),
    }
    return [{"kind": "checks", "items": items, "words": words}] if items else []


def _documents(result: Result, catalogue: Catalogue) -> list[Json]:
    def line(label: Message, needed: Message | None) -> str:
        if needed is None:
            return catalogue.say(label)
        return catalogue.say(_("{label}（{needed}）", label=label, needed=needed))

    items = [line(document.label, document.needed) for document in result.part.documents]
    return [{"kind": "list", "items": items}] if items else []


def _steps(result: Result, catalogue: Catalogue) -> list[Json]:
    items = [{"text": catalogue.say(step.text), "rules": _rules(step.rules, catalogue)} for step in result.part.steps]
    return [{"kind": "steps", "items": items}] if items else []


def _rules(rules: Iterable[Value], catalogue: Catalogue) -> list[Json]:
    return [citation(rule, catalogue) for rule in rules]


def _where(result: Result, catalogue: Catalogue) -> list[Json]:
    call = _("咨询电话：{numbers}", numbers=" / ".join(result.hotlines))
    return _list((*result.part.where, call) if result.hotlines else result.part.where, catalogue)


def _list(messages: tuple[Message, ...], catalogue: Catalogue) -> list[Json]:
    return [{"kind": "list", "items": [catalogue.say(message) for message in messages]}] if messages else []


def _table(columns: tuple[Message, ...], rows: list[list[str]], catalogue: Catalogue) -> list[Json]:
    if not rows:
        return []
    return [{"kind": "table", "columns": [catalogue.say(column) for column in columns], "rows": rows}]


def _doubt(certain: bool, catalogue: Catalogue) -> str:
    return "" if certain else catalogue.say(UNSURE)
