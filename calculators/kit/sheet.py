"""The result sheet: one worded document for screen, paper, terminal and JSON.

A sheet is plain data: a verdict and sections of blocks. A block is one of `paragraph`, `list`,
`checks`, `table`, `steps`, `chart` and `measures`; whoever shows it needs to know these seven
and nothing else. A table with the same values stands behind every chart, so a chart may be left out.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from calculators.kit.chart_block import chart_blocks
from calculators.kit.citation import citations
from calculators.kit.finding_blocks import GROUPS, checks, finding_blocks, met_words
from calculators.kit.message import Message, _
from calculators.kit.result import Amount, Document, Event, Kind, Occasion, Result, Standing, Verdict, unique
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
MOST_IN_ONE_TABLE = 20


def sheet(result: Result, catalogue: Catalogue) -> Json:
    """Word a result. Sections without content are left out."""
    say, part = catalogue.say, result.part
    makers: list[tuple[str, Message, Callable[[], list[Json]]]] = [
        *(
            (f"findings-{verdict.value}", heading, partial(finding_blocks, part.findings, verdict, catalogue))
            for verdict, heading in GROUPS.items()
        ),
        ("amounts", _("金额与长度"), lambda: _amounts(part.amounts, catalogue)),
        ("payments", _("申领安排"), lambda: _payments(result, catalogue)),
        ("events", _("重要日期"), lambda: _events(result, catalogue)),
        ("charts", _("金额在哪里变化"), lambda: chart_blocks(part.charts, catalogue)),
        ("criteria", _("条件"), lambda: _criteria(result, catalogue)),
        ("office", _("需要确认的事"), lambda: _list(part.office, catalogue)),
        ("where", _("去哪里办"), lambda: _where(result, catalogue)),
        ("documents", _("带什么材料"), lambda: _documents(part.documents, catalogue)),
        ("steps", _("怎么算出来的"), lambda: _steps(result, catalogue)),
        ("assumptions", _("计算时的假定"), lambda: _list(part.assumptions, catalogue)),
        ("otherwise", _("办理机构的答复为什么可能不同"), lambda: _list(part.otherwise, catalogue)),
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
    """Lay out the dates; a long list is cut by the years in which things begin."""
    events = result.part.events
    if len(events) <= MOST_IN_ONE_TABLE:
        return _event_table(events, catalogue)
    blocks: list[Json] = []
    for year in unique(event.first.year for event in events):
        blocks.append({"kind": "paragraph", "text": catalogue.say(_("{year} 年", year=year))})
        blocks += _event_table(tuple(event for event in events if event.first.year == year), catalogue)
    return blocks


def _event_table(events: tuple[Event, ...], catalogue: Catalogue) -> list[Json]:
    rows = [
        [
            _when(event.first, event.last, catalogue) + _doubt(event.certain, catalogue),
            catalogue.say(OCCASIONS[event.occasion]),
            catalogue.say(event.label),
        ]
        for event in events
    ]
    return _table((_("日期"), _("类别"), _("事项")), rows, catalogue)


def _when(first: date, last: date, catalogue: Catalogue) -> str:
    if first == last:
        return catalogue.date(first)
    return catalogue.say(_("{opens}至 {closes}", opens=first, closes=last))


def _criteria(result: Result, catalogue: Catalogue) -> list[Json]:
    items = checks(result.part.criteria, catalogue)
    return [{"kind": "checks", "items": items, "words": met_words(catalogue)}] if items else []


def _documents(documents: tuple[Document, ...], catalogue: Catalogue) -> list[Json]:
    """List the documents office by office."""
    blocks: list[Json] = []
    for office in unique(document.office for document in documents):
        if office:
            blocks.append({"kind": "paragraph", "text": catalogue.say(_("交给{office}：", office=office))})
        items = [_document(document, catalogue) for document in documents if document.office == office]
        blocks.append({"kind": "list", "items": items})
    return blocks


def _document(document: Document, catalogue: Catalogue) -> str:
    if document.needed is None:
        return catalogue.say(document.label)
    return catalogue.say(_("{label}（{needed}）", label=document.label, needed=document.needed))


def _steps(result: Result, catalogue: Catalogue) -> list[Json]:
    items = [
        {"text": catalogue.say(step.text) + _doubt(step.certain, catalogue), "rules": citations(step.rules, catalogue)}
        for step in result.part.steps
    ]
    return [{"kind": "steps", "items": items}] if items else []


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
