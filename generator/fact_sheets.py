"""From measures to fact sheets: the words of the page, chosen for one sheet of paper."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from hashlib import sha256
from multiprocessing import get_context
from pathlib import Path

from calculators.kit.message import _
from calculators.kit.rules import PlaceRules
from generator.assets import digest
from generator.examples import answer_of
from generator.figures import rules_here
from generator.markdown_tree import markdown_blocks
from generator.measure_page import GLANCE_LABELS, HOTLINES, basis_line, case_source
from generator.model import Measure
from generator.page_files import GLANCE
from generator.page_text import MACHINE, MISSING, STALE, PageText, State
from generator.paper import Example, FactSheet, Hotline, write_fact_sheet
from generator.tree import Paragraph, Section, Table, sections
from generator.tree import Text as PlainText
from generator.words import Speech

LABELS = {
    "glance": _("一看就懂"),
    "example": _("举例"),
    "office": _("去哪里问"),
    "basis": _("依据"),
    "scan": _("扫码看完整页面"),
    "qr": _("二维码，网址是"),
    "checked": _("最后核对："),
    "also": _("完整页面还有："),
}
MARKS = "made-of.json"
"""In the output: what each sheet was made of, so that the next build can tell what has changed."""
MOST_SOURCES, MOST_ROWS = 3, 8
_PAGE_LINK = re.compile(r"\[([^\]]*)\]\((?:\.\./|#)[^)]*\)")


def fact_sheet(measure: Measure, here: PlaceRules, words: Speech) -> FactSheet:
    """Return the fact sheet of a measure in one language."""
    worded, site = PageText(measure, here, words), words.site
    text, office = worded.text, site.office
    return FactSheet(
        language=words.language.tag,
        direction=words.language.direction,
        site=words.pick(site.title),
        publisher=words.pick(site.publisher),
        title=worded.say(text.title),
        summary=worded.say(text.summary),
        glance=tuple((words.say(GLANCE_LABELS[name]), worded.say(text.glance[name])) for name in GLANCE),
        sections=_sections(worded),
        example=_example(measure, words),
        basis=tuple(_basis(measure, words)),
        office=(words.pick(office.name), words.pick(office.hours)),
        hotlines=tuple(_hotlines(measure, words)),
        url=f"{site.address}{words.language.tag}/{measure.path}/",
        labels={name: words.say(message) for name, message in LABELS.items()},
        checked=words.catalogue.date(measure.checked),
        notice=_notice(worded),
        edition=words.catalogue.date(site.edition),
        day=site.edition,
    )


def _notice(worded: PageText) -> str:
    """Say, as the page does, that the text is not translated, older than its source, or a machine's draft."""
    states, say = worded.states(), worded.words.say
    if State.MISSING in states:
        return say(MISSING)
    if State.STALE in states:
        return say(STALE)
    return say(MACHINE) if State.UNREVIEWED in states and worded.text.drafted_by == "machine" else ""


def _basis(measure: Measure, words: Speech) -> Iterator[str]:
    """Yield the first sources, which the measure rests on; the page has the others."""
    for citation in measure.citations[:MOST_SOURCES]:
        yield basis_line(citation, words, linked=False)
    more = len(measure.citations) - MOST_SOURCES
    if more > 0:
        yield words.say(_("另有 {count} 项依据见完整页面", count=more))


def _sections(worded: PageText) -> tuple[Section, ...]:
    """Return the sections of the text; long tables and the questions stay on the page."""
    body = "\n\n".join(worded.markdown(shown) for shown in worded.blocks())
    blocks = markdown_blocks(_PAGE_LINK.sub(r"\1", body))
    elsewhere = Paragraph((PlainText(worded.words.say(_("（表格较长，见完整页面）"))),))
    short = (elsewhere if isinstance(block, Table) and len(block.rows) > MOST_ROWS else block for block in blocks)
    return tuple(section for section in sections(short) if section.anchor != "questions" and section.blocks)


def _example(measure: Measure, words: Speech) -> Example | None:
    """Return the first worked example that has steps; findings and calendars have none."""
    for case in (case for slug in measure.calculators for case in words.site.cases_of(slug) if case.on_page):
        parts = [part for part in answer_of(case, words)["sheet"]["sections"] if part["id"] == "steps"]
        if parts:
            lines = tuple(item["text"] for item in parts[0]["blocks"][0]["items"])
            return Example(words.pick(case.title), lines, case_source(case, words))
    return None


def _hotlines(measure: Measure, words: Speech) -> Iterator[Hotline]:
    for number in dict.fromkeys((words.site.office.telephone, *measure.hotlines)):
        yield Hotline(number, words.say(HOTLINES[number]) if number in HOTLINES else "")


def write_paper(speeches: list[Speech], fonts: Path, templates: Path, last: Path, out: Path) -> int:
    """Write `<language>/<measure>.pdf` for every measure below `out`; return how many were set.

    A sheet whose words, fonts and templates are those of the `last` output is taken from there. The
    work is spread over spawned processes: Typst's threads do not survive a fork.
    """
    here = rules_here(speeches[0].site)
    sheets = {
        f"{words.language.tag}/{measure.slug}.pdf": fact_sheet(measure, here, words)
        for words in speeches
        for measure in words.site.measures
    }
    made_of = digest(fonts) + digest(templates)
    marks = {name: sha256((repr(sheet) + made_of).encode()).hexdigest() for name, sheet in sheets.items()}
    changed = {name: sheet for name, sheet in sheets.items() if not _taken_over(name, marks[name], last, out)}
    if changed:
        write = partial(_write, fonts=fonts, templates=templates, out=out)
        with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
            list(pool.map(write, changed, changed.values()))
    (out / MARKS).write_text(json.dumps(marks, sort_keys=True), encoding="utf-8")
    return len(changed)


def _taken_over(name: str, mark: str, last: Path, out: Path) -> bool:
    """Copy a sheet of the last output when it is made of the same; tell whether it was."""
    marks = last / MARKS
    if not marks.exists() or json.loads(marks.read_text(encoding="utf-8")).get(name) != mark:
        return False
    (out / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(last / name, out / name)
    return True


def _write(name: str, sheet: FactSheet, fonts: Path, templates: Path, out: Path) -> None:
    write_fact_sheet(sheet, fonts, templates, out / name)
