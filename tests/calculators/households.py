"""Households that several tests and the bench ask about; nobody's own data."""

from __future__ import annotations

from typing import Any

type Raw = dict[str, Any]

DAY = "2026-11-23"


def row(born: str, **other: str) -> Raw:
    """Return a child of a household: the first, with hukou, nothing claimed, shots on time."""
    return {
        "birth_date": born, "order": "first", "sex": "female", "hukou": "yes", "arrival": "born", "claimed": "no",
        "shots": "on_time", "schooling": "not_yet",
    } | other  # fmt: skip


NOBODY: Raw = {
    "place": "cn/beijing", "expecting": "no", "children": [], "insurance": "unknown", "father_employed": "unknown",
    "mother_income": "unknown", "mother_contributions": "unknown", "mother_elders": "unknown",
    "father_income": "unknown", "father_contributions": "unknown", "father_elders": "unknown",
    "hardship": "unknown", "on": DAY,
}  # fmt: skip
"""A household that has no children and knows nothing: every other one changes what it means to."""

INSURED: Raw = dict.fromkeys(("insured_months", "employer_wage", "own_wage"), "unknown") | {"insurance": "employed"}
"""A mother whose employer pays for maternity insurance, and who knows no more."""

EXPECTING = NOBODY | {"expecting": "pregnant", "due_date": "2027-01-10", "order": "second", "babies": "1"}

FIVE = EXPECTING | {
    "place": "cn/zhejiang/quzhou",
    "children": [
        row("2019-05-20", schooling="primary"),
        row("2024-02-29", order="second"),
        row("2025-12-31", order="third", claimed="yes", first_claimed="2026"),
    ],
    "order": "later",
    "parent_hukou": "mother",
    "insurance": "employed", "insured_months": "36", "employer_wage": "8000", "own_wage": "9000",
    "father_employed": "yes",
    "mother_income": "120000", "mother_contributions": "15000", "mother_elders": "only_child",
    "mother_elder_birth_date": "1960-06-15",
    "father_income": "240000", "father_contributions": "30000", "father_elders": "equal",
    "father_elder_birth_date": "1958-01-31", "father_siblings": "2",
    "nursery_fee": "2600", "hardship": "none",
}  # fmt: skip
"""Two parents, three children and a fourth expected."""
