"""Many results as one: money by kind, one timeline, one list of documents by office.

Nothing is added up here. Amounts stay as their own calculators gave them and say whose they
are; what is paid once, each month, each year and in all stands in that order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from calculators.family_plan.feeds import Feed
from calculators.kit.message import Message, _
from calculators.kit.result import Criterion, Event, Finding, Kind, Part, Result, Verdict, best, unique

CALENDARS = ("pregnancy-calendar", "vaccination-calendar", "child-health-calendar")


@dataclass(frozen=True)
class Answered:
    """What one calculator answered, or what stopped it."""

    feed: Feed
    result: Result | None
    stopped_by: Message | None

    @property
    def verdict(self) -> Verdict:
        """The verdict; what could not be worked out needs more information."""
        return self.result.verdict if self.result else Verdict.MORE_INFORMATION

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The conditions, or what stopped the calculator."""
        found = self.result.part.criteria if self.result else ()
        stopped = (Criterion(self.stopped_by, None),) if self.stopped_by else ()
        return tuple(replace(each, text=self._about(each.text)) for each in (*found, *stopped))

    @property
    def named(self) -> Part:
        """The result's part, each sentence of which says which program and which child it is about."""
        if self.result is None:
            return Part()
        part = self.result.part
        return replace(
            part,
            criteria=(),
            charts=(),
            amounts=tuple(replace(each, label=self._of(each.label)) for each in part.amounts),
            payments=tuple(replace(each, label=self._of(each.label)) for each in part.payments),
            events=tuple(self._event(each) for each in part.events),
            steps=() if self.calendar else tuple(replace(each, text=self._of(each.text)) for each in part.steps),
            where=tuple(map(self._program, part.where)),
            office=tuple(map(self._of, part.office)),
            assumptions=tuple(map(self._program, part.assumptions)),
            otherwise=tuple(map(self._program, part.otherwise)),
        )

    @property
    def calendar(self) -> bool:
        """Whether the calculator makes a calendar: a step for each appointment would fill pages here."""
        return self.feed.calculator.slug in CALENDARS

    def _event(self, event: Event) -> Event:
        """Keep the keys of twins apart: calendar programs update by them."""
        key = f"{event.key}-{self.feed.number}" if self.feed.number else event.key
        return replace(event, key=key, label=self._about(event.label))

    def _of(self, message: Message) -> Message:
        return self._program(self._about(message))

    def _program(self, message: Message) -> Message:
        return _("{program}：{text}", program=self.feed.name, text=message)

    def _about(self, message: Message) -> Message:
        return _("{who}：{text}", who=self.feed.who, text=message) if self.feed.who else message


def merged(answered: Sequence[Answered], on: date) -> Part:
    """Return one plan of what the calculators answered, as it stands on a day."""
    whole = Part.join(each.named for each in answered)
    return replace(
        whole,
        findings=tuple(_findings(answered)),
        amounts=tuple(sorted(whole.amounts, key=lambda amount: list(Kind).index(amount.kind))),
        payments=tuple(sorted(whole.payments, key=lambda payment: (payment.opens, payment.closes))),
        events=_timeline(whole.events, on),
    )


def _findings(answered: Sequence[Answered]) -> Iterable[Finding]:
    """Yield how each calculator stands: the best verdict of its answers, with all their conditions."""
    for slug in unique(each.feed.calculator.slug for each in answered):
        own = [each for each in answered if each.feed.calculator.slug == slug]
        criteria = unique(criterion for each in own for criterion in each.criteria)
        yield Finding(f"calculator:{slug}", best(each.verdict for each in own), tuple(criteria))


def _timeline(events: Iterable[Event], on: date) -> tuple[Event, ...]:
    """Put what is still to come in order; a day that two calculators name in the same words stands once."""
    coming = {event.key: event for event in events if event.last >= on}
    return tuple(sorted(coming.values(), key=lambda event: (event.first, event.last)))
