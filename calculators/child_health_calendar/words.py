"""The words for the visits and tests that the rules name."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from calculators.kit.message import Message, Quantity, _, months

HOME_VISIT, FULL_MONTH = "home-visit", "full-month"


def _months(number: int) -> Message:
    return _("满 {age}的体检", age=months(number))


def _years(number: int) -> Message:
    return _("{age}的体检", age=Quantity(Decimal(number), "year"))


LABELS: Mapping[str, Message] = {
    HOME_VISIT: _("新生儿家庭访视（出院后医务人员上门）"),
    FULL_MONTH: _("满月健康检查"),
    **{f"month-{number}": _months(number) for number in (3, 6, 8, 12, 18, 24, 30, 36)},
    **{f"year-{number}": _years(number) for number in (4, 5, 6)},
}
"""What each visit is called, in the order of age."""

CONTENTS: Mapping[str, Message] = {
    HOME_VISIT: _("问出生、喂养、睡眠、黄疸和接种的情况，量体温、体重和身长，做体格检查，指导母乳喂养和护理"),
    FULL_MONTH: _("问喂养、发育和患病的情况，量体重、身长和头围，做体格检查"),
}
"""What is done at a visit that has a list of its own."""

USUAL = _("体格检查，生长发育和心理行为发育评估，喂养和护理指导")

TESTS: Mapping[str, Message] = {
    "blood_test": _("血常规（或血红蛋白）"),
    "hearing_test": _("听力筛查"),
    "vision_test": _("视力筛查"),
    "refraction_test": _("屈光筛查"),
    "eye_care": _("眼保健"),
    "autism_screening": _("孤独症初筛"),
}
"""What each test is called, by the rule that says at which visits it is done."""

TCM_GUIDANCE = _("中医药健康指导")
TCM: Mapping[str, Message] = {
    "belly_and_spine": _("中医药指导：教家长摩腹和捏脊"),
    "nose_and_leg": _("中医药指导：教家长按揉迎香穴、足三里穴"),
    "head": _("中医药指导：教家长按揉四神聪穴"),
}
"""What parents are taught in traditional Chinese medicine."""
