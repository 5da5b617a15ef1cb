"""Tables that pages show, worked out from rules: `{{ table.leave-by-place }}` and its like."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from babel.dates import format_skeleton

from calculators.childcare_subsidy.tables import by_birth_month
from calculators.kit.message import Quantity, _, months, place_name
from calculators.kit.rules import PlaceRules
from calculators.leave.tables import leave_by_place as by_place
from generator.words import Speech


def subsidy_by_birth_month(words: Speech, here: PlaceRules) -> str:
    """Return the months and amounts of children born before full years, by birth month."""
    table = by_birth_month(here, words.site.edition)
    rows = ([_month(str(month), words), *map(words.catalogue.term, cells)] for month, *cells in table.rows)
    return markdown_table([words.say(column) for column in table.columns], rows)


def _month(text: str, words: Speech) -> str:
    first = date.fromisoformat(f"{text}-01")
    return str(format_skeleton("yMMMM", first, locale=words.language.cldr.replace("-", "_")))


def leave_by_place(words: Speech, here: PlaceRules) -> str:
    """Return bonus, paternity and parental leave of every province on the site's day."""
    codes = {place_name(place.path): place.code for place in words.site.places.values()}
    table = by_place(here, words.site.edition)
    rows = sorted(table.rows, key=lambda row: codes[row[0]])  # type: ignore[index]
    cells = [[words.catalogue.term(cell) for cell in row] for row in rows]
    notes = "\n".join(words.say(note) for note in table.notes)
    return markdown_table([words.say(column) for column in table.columns], cells) + f"\n\n{notes}"


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
