"""Tables that pages show, worked out from rules: `{{ table.leave-by-place }}` and its like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from babel.dates import format_skeleton

from calculators.childcare_subsidy.claims import Child, claims
from calculators.kit.message import Message, Quantity, _, months, yuan
from calculators.kit.questions import Answers
from calculators.kit.rules import ORDERS, PlaceRules, Value
from generator.words import Speech

MIDDLE_OF_MONTH = 15


def subsidy_by_birth_month(words: Speech, here: PlaceRules) -> str:
    """Return the months and amounts of children born before full years, by birth month."""
    say = words.say
    topic = "childcare-subsidy"
    first, until = (
        here.on(f"{topic}.{name}", words.site.edition).day for name in ("born_from", "full_years_for_births_from")
    )
    head = [say(_("出生年月")), say(_("折算月数")), say(_("一共"))]
    years = range(until.year, until.year + 3)
    head += [say(_("{year} 年", year=year)) for year in years]
    born = [date(y, m, MIDDLE_OF_MONTH) for y in range(first.year, until.year) for m in range(1, 13)]
    return markdown_table(head, [_birth_month_row(day, years, here, words) for day in born])


def _birth_month_row(born: date, years: range, here: PlaceRules, words: Speech) -> list[str]:
    answers = Answers({"birth_date": born, "order": "first", "claimed": "no"})
    scheme_begins = here.on("childcare-subsidy.scheme_begins", words.site.edition).day
    child = Child(answers, here, scheme_begins, Message(""), "")
    paid = {claim.year: claim.amount for claim in claims(child)}
    row = [
        format_skeleton("yMMMM", born, locale=words.language.cldr.replace("-", "_")),
        words.catalogue.quantity(months(child.months)),
    ]
    row.append(words.catalogue.quantity(yuan(sum(paid.values()))))
    return row + [words.catalogue.quantity(yuan(paid[year])) if year in paid else "—" for year in years]


def leave_by_place(words: Speech, here: PlaceRules) -> str:
    """Return bonus, paternity and parental leave of every province on the site's day."""
    say = words.say
    head = [say(_("地方")), say(_("延长的产假")), say(_("陪产假")), say(_("育儿假（父母每人每年）"))]
    provinces = [place for place in words.site.places.values() if place.path.count("/") == 1]
    rows = []
    for place in sorted(provinces, key=lambda place: place.code):
        rules = here.rules.at(place.path)
        found = [
            rules.find(f"leave.{name}", words.site.edition)
            for name in ("bonus_leave", "paternity_leave", "parental_days_per_year")
        ]
        rows.append([words.pick(place.name), *(_cell(value, words) for value in found)])
    note = say(_("有三个数字的，依次是第一、第二、第三个孩子的天数。带 ※ 的还没有确认，请咨询单位或 12333。"))
    return markdown_table(head, rows) + f"\n\n{note}"


def _cell(value: Value | None, words: Speech) -> str:
    if value is None:
        return "※"
    mark = "" if value.certain else " ※"
    if isinstance(value.value, Mapping) and not value.open_ended:
        *others, last = (value.of(order) for order in ORDERS)
        numbers = [words.catalogue.number(other.number) for other in others]
        return " / ".join([*numbers, words.catalogue.quantity(last.quantity)]) + mark
    return words.catalogue.term(value.extent) + mark


def vaccination_schedule(words: Speech, here: PlaceRules) -> str:
    """Return the doses of the national programme by age."""
    say = words.say
    schedule = here.on("vaccination.schedule", words.site.edition).value
    assert isinstance(schedule, list)
    dated = [dose for dose in schedule if dose.get("age_months")]
    rows = []
    for age, doses in groupby(sorted(dated, key=_age), key=_age):
        for dose in doses:
            vaccine = words.site.vaccines[dose["vaccine"]]
            number = say(_("第 {dose} 剂", dose=int(dose["dose"])))
            rows.append([_age_words(age, words), words.pick(vaccine["name"]), number, words.pick(vaccine["prevents"])])
    return markdown_table([say(_("年龄")), say(_("疫苗")), say(_("剂次")), say(_("预防什么"))], rows)


def _age(dose: Mapping[str, str]) -> int:
    return int(dose["age_months"])


def _age_words(age: int, words: Speech) -> str:
    if age == 0:
        return words.say(_("出生时"))
    if age >= 24 and age % 12 == 0:
        return words.catalogue.quantity(Quantity(months(age // 12).number, "year"))
    return words.say(_("{months}大", months=months(age)))


TABLES: Mapping[str, Callable[[Speech, PlaceRules], str]] = {
    "subsidy-by-birth-month": subsidy_by_birth_month,
    "leave-by-place": leave_by_place,
    "vaccination-schedule": vaccination_schedule,
}


NEEDS = {
    "subsidy-by-birth-month": "childcare-subsidy.annual_amount",
    "vaccination-schedule": "vaccination.schedule",
}
"""The rule without which a table has nothing to show."""


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; bars in cells are escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
