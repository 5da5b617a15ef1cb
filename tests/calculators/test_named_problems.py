"""Whatever is wrong with a request is said by name, in the reader's language."""

from __future__ import annotations

import json
import re

import pytest

from calculators import CALCULATORS
from calculators.bridge import answer
from calculators.kit.questions import Kind, Question
from generator.words import Speech

TAGS = ("zh-Hans", "zh-Hant", "en", "ug", "bo", "ko")
HAN = re.compile(r"[\u4e00-\u9fff]")


def wrong(question: Question) -> object:
    """Return an answer that no question of this kind takes."""
    match question.kind:
        case Kind.LIST:
            return [{}] * 300
        case Kind.PLACE:
            return "cn/atlantis"
        case Kind.MONEY:
            return "999999999999"
        case Kind.DATE:
            return "2999-12-31"
        case Kind.COUNT:
            return "-1"
        case Kind.CHOICE:
            return "perhaps"


def texts(request: str, rules: str, words: Speech) -> dict[str, str]:
    """Return the text of every fault by its field."""
    given = json.loads(answer(request, rules, words.catalogue_json))
    return {fault["field"]: fault["text"] for fault in given["faults"]}


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("slug", CALCULATORS)
def test_a_wrong_answer_to_any_question_names_the_field(
    slug: str, tag: str, rules: str, speeches: dict[str, Speech]
) -> None:
    for question in CALCULATORS[slug].questions:
        if question.when or question.where:
            continue
        request = json.dumps({"calculator": slug, "answers": {question.name: wrong(question)}})
        found = texts(request, rules, speeches[tag])
        assert found[question.name]
        assert tag.startswith("zh") or not HAN.search(found[question.name])


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize("slug", CALCULATORS)
@pytest.mark.parametrize("answers", [None, [], "x", {"place": 7}, {"place": ["cn"]}, {"nonsense": "1"}])
def test_a_wrong_type_is_a_named_problem(
    slug: str, tag: str, answers: object, rules: str, speeches: dict[str, Speech]
) -> None:
    found = texts(json.dumps({"calculator": slug, "answers": answers}), rules, speeches[tag])
    assert found
    assert tag.startswith("zh") or not any(HAN.search(text) for text in found.values())


@pytest.mark.parametrize("tag", TAGS)
def test_a_megabyte_of_json_is_refused_in_words(tag: str, rules: str, speeches: dict[str, Speech]) -> None:
    found = texts(json.dumps({"calculator": "leave", "answers": {"place": "x" * 1_000_000}}), rules, speeches[tag])
    assert list(found) == [""]
    assert found[""]
