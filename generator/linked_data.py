"""What a measure's page tells machines: schema.org's GovernmentService, and FAQPage where questions are answered."""

from __future__ import annotations

from generator.markdown_tree import markdown_blocks
from generator.model import Measure
from generator.page_text import PageText, State
from generator.tree import Block, BulletList, Heading, NumberedList, Paragraph, Table, plain_text
from generator.words import Speech

type Data = dict[str, object]


def linked_data(measure: Measure, text: PageText, words: Speech) -> list[Data]:
    """Return the JSON-LD of a page; every value is one that the page itself shows."""
    site = words.site
    url = f"{site.address}{words.language.tag}/{measure.path}/"
    tag = site.source_language.tag if text.untranslated else words.language.tag
    service: Data = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": text.say(text.text.title),
        "description": text.say(text.text.summary),
        "url": url,
        "inLanguage": tag,
        "areaServed": words.pick(site.places[site.place].name),
        "audience": {"@type": "Audience", "audienceType": text.say(text.text.glance["who"])},
        "availableChannel": [
            {"@type": "ServiceChannel", "servicePhone": {"@type": "ContactPoint", "telephone": number}}
            for number in dict.fromkeys((site.office.telephone, *measure.hotlines))
        ],
    }
    questions = _questions(text)
    if not questions:
        return [service]
    return [
        service,
        {
            "@context": "https://schema.org",
            "@type": "FAQPage",
            "url": f"{url}#questions",
            "inLanguage": tag,
            "mainEntity": questions,
        },
    ]


def _questions(text: PageText) -> list[Data]:
    found: list[Data] = []
    for shown in text.blocks():
        told = text.untranslated or shown.state is not State.MISSING
        if told and shown.block.anchor.startswith("q-"):
            heading, *answer = markdown_blocks(text.markdown(shown))
            found.append(
                {
                    "@type": "Question",
                    "name": _plain(heading),
                    "acceptedAnswer": {"@type": "Answer", "text": " ".join(map(_plain, answer))},
                }
            )
    return found


def _plain(block: Block) -> str:
    match block:
        case Heading(_, runs) | Paragraph(runs):
            return plain_text(runs)
        case BulletList(items) | NumberedList(items):
            return " ".join(_plain(part) for item in items for part in item)
        case Table(header, rows):
            return " ".join(plain_text(cell) for row in (header, *rows) for cell in row)
