"""Two situations side by side: what was answered otherwise, and what comes out otherwise.

Amounts, payments and dates of the two results are matched by what they say, one after the
other, because the day of birth, and with it every key, may be what differs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from calculators.kit.message import Message, Quantity, Span, _, place_name
from calculators.kit.questions import Answer, Answers, Kind, Question
from calculators.kit.result import Amount, Event, Payment, Result
from calculators.kit.sheet import KINDS, OCCASIONS, STANDINGS, VERDICTS
from calculators.kit.wording import UNSURE, Catalogue

type Json = dict[str, object]
type Row = list[str]

NONE = "—"


@dataclass(frozen=True)
class Situation:
    """What a family answered, and the result."""

    answers: Answers
    result: Result


def comparison(questions: Sequence[Question], one: Situation, two: Situation, catalogue: Catalogue) -> Json:
    """Word two situations as a sheet of tables; sections in which nothing stands are left out."""
    words, say = _Words(catalogue), catalogue.say
    first, second = say(_("第一种情况")), say(_("第二种情况"))
    apart = say(_("第二种比第一种"))
    parts = one.result.part, two.result.part
    found: list[tuple[str, Message, Row, list[Row]]] = [
        ("answers", _("填的有什么不同"), [say(_("问题")), first, second], words.answers(questions, one, two)),
        ("verdict", _("结论"), [first, second], [words.verdicts(one, two)]),
        (
            "amounts",
            _("金额与长度"),
            [say(_("种类")), say(_("项目")), first, second, apart],
            words.amounts(*(part.amounts for part in parts)),
        ),
        (
            "payments",
            _("申领安排"),
            [say(_("申领")), first, second],
            words.payments(*(part.payments for part in parts)),
        ),
        (
            "events",
            _("不同的日期"),
            [say(_("类别")), say(_("事项")), first, second],
            words.events(*(part.events for part in parts)),
        ),
    ]
    sections = [
        {"id": key, "heading": say(heading), "blocks": [{"kind": "table", "columns": columns, "rows": rows}]}
        for key, heading, columns, rows in found
        if rows
    ]
    return {"heading": say(_("两种情况的比较")), "sections": sections}


@dataclass(frozen=True)
class _Words:
    """The rows of a comparison in one language."""

    catalogue: Catalogue

    def verdicts(self, one: Situation, two: Situation) -> Row:
        return [self.catalogue.say(VERDICTS[situation.result.verdict]) for situation in (one, two)]

    def answers(self, questions: Sequence[Question], one: Situation, two: Situation) -> list[Row]:
        return self._rows(questions, one.answers, two.answers, "")

    def _rows(self, questions: Sequence[Question], one: Answers, two: Answers, before: str) -> list[Row]:
        rows: list[Row] = []
        for question in questions:
            label = before + self.catalogue.say(question.label)
            if question.kind is Kind.LIST:
                pairs = zip_longest(one.rows(question.name), two.rows(question.name), fillvalue=Answers({}))
                for number, (left, right) in enumerate(pairs, 1):
                    rows += self._rows(question.fields, left, right, f"{label} {number} · ")
                continue
            left_text, right_text = (self._answer(question, each.values) for each in (one, two))
            if left_text != right_text:
                rows.append([label, left_text, right_text])
        return rows

    def _answer(self, question: Question, values: Mapping[str, Answer]) -> str:
        if question.name not in values:
            return NONE
        match values[question.name]:
            case None:
                return self.catalogue.say(_("不知道"))
            case str() as value if question.kind is Kind.PLACE:
                return self.catalogue.term(place_name(value))
            case str() as value:
                return next(self.catalogue.say(option.label) for option in question.options if option.value == value)
            case tuple():
                return NONE
            case value if question.kind is Kind.MONEY:
                return self.catalogue.quantity(Quantity(value, "CNY"))  # type: ignore[arg-type]
            case value:
                return self.catalogue.term(value)  # type: ignore[arg-type]

    def amounts(self, one: Iterable[Amount], two: Iterable[Amount]) -> list[Row]:
        return [
            [
                self.catalogue.say(KINDS[shown.kind]),
                self.catalogue.say(shown.label),
                *(self._certainly(each.quantity, each.certain) if each else NONE for each in (left, right)),
                self._apart(left, right),
            ]
            for shown, left, right in _matched(one, two, lambda amount: (amount.kind, amount.label.msgid))
        ]

    def _apart(self, left: Amount | None, right: Amount | None) -> str:
        if left is None or right is None:
            return NONE
        one, two = left.quantity, right.quantity
        if isinstance(one, Span) or isinstance(two, Span) or one.unit != two.unit:
            return NONE
        if one.number == two.number:
            return self.catalogue.say(_("相同"))
        more = Quantity(abs(two.number - one.number), one.unit)
        text = _("多 {amount}", amount=more) if two.number > one.number else _("少 {amount}", amount=more)
        return self.catalogue.say(text)

    def payments(self, one: Iterable[Payment], two: Iterable[Payment]) -> list[Row]:
        return [
            [self.catalogue.say(shown.label), *(self._payment(each) for each in (left, right))]
            for shown, left, right in _matched(one, two, lambda payment: payment.label.msgid)
        ]

    def _payment(self, payment: Payment | None) -> str:
        if payment is None:
            return NONE
        text = _(
            "{amount}，{opens}至 {closes}，{standing}",
            amount=payment.quantity, opens=payment.opens, closes=payment.closes,
            standing=STANDINGS[payment.standing],
        )  # fmt: skip
        return self.catalogue.say(text) + self._doubt(payment.certain)

    def events(self, one: Iterable[Event], two: Iterable[Event]) -> list[Row]:
        rows = [
            [
                self.catalogue.say(OCCASIONS[shown.occasion]),
                self.catalogue.say(shown.label),
                *(self._when(each) for each in (left, right)),
            ]
            for shown, left, right in _matched(one, two, lambda event: (event.occasion, event.label.msgid))
        ]
        return [row for row in rows if row[2] != row[3]]

    def _when(self, event: Event | None) -> str:
        if event is None:
            return NONE
        text = self.catalogue.date(event.first)
        if event.first != event.last:
            text = self.catalogue.say(_("{opens}至 {closes}", opens=event.first, closes=event.last))
        return text + self._doubt(event.certain)

    def _certainly(self, quantity: Quantity | Span, certain: bool) -> str:
        return self.catalogue.term(quantity) + self._doubt(certain)

    def _doubt(self, certain: bool) -> str:
        return "" if certain else self.catalogue.say(UNSURE)


def _matched[T](one: Iterable[T], two: Iterable[T], key: Callable[[T], Hashable]) -> list[tuple[T, T | None, T | None]]:
    """Pair things of the same key, the first with the first; what has no partner stands alone."""
    left, right = _numbered(one, key), _numbered(two, key)
    return [
        (thing, left.get(name), right.get(name))
        for name, thing in {**left, **{name: thing for name, thing in right.items() if name not in left}}.items()
    ]


def _numbered[T](things: Iterable[T], key: Callable[[T], Hashable]) -> dict[tuple[Hashable, int], T]:
    seen: Counter[Hashable] = Counter()
    numbered = {}
    for thing in things:
        name = key(thing)
        seen[name] += 1
        numbered[name, seen[name]] = thing
    return numbered
