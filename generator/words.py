"""The words of one language: gettext messages, texts of the content, numbers and dates.

A converted language (zh-Hant) takes every text from the language it is made from, through
OpenCC and a list of fixes; a translated one falls back to the source language where a text
is missing, and `translations` lists it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import get_month_names
from babel.messages.catalog import Catalog
from babel.messages.plurals import get_plural

from calculators import CALCULATORS
from calculators.kit.message import Message
from calculators.kit.wording import Catalogue
from generator.conversion import Converter
from generator.model import Language, Page, Site, Text
from generator.translations import babel_name, read_messages


def ngettext(singular: str, plural: str) -> tuple[str, str]:
    """Mark a message with plurals for Babel's extractor."""
    return singular, plural


UNITS = {
    "CNY": ngettext("{n} 元", "{n} 元"),
    "day": ngettext("{n} 天", "{n} 天"),
    "working_day": ngettext("{n} 个工作日", "{n} 个工作日"),
    "week": ngettext("{n} 周", "{n} 周"),
    "month": ngettext("{n} 个月", "{n} 个月"),
    "year": ngettext("{n} 周岁", "{n} 周岁"),
    "hour": ngettext("{n} 小时", "{n} 小时"),
    "time": ngettext("{n} 次", "{n} 次"),
    "child": ngettext("{n} 个孩子", "{n} 个孩子"),
    "percent": ngettext("{n}%", "{n}%"),
}


@dataclass(frozen=True)
class Speech:
    """How one language words the site."""

    site: Site
    language: Language
    messages: Catalog
    texts: Catalog
    converter: Converter | None

    def pick(self, text: str) -> str:
        """Return a text of the content's data in this language, or as it stands there."""
        return self.convert(_string(self.texts, text) or text)

    @property
    def own(self) -> bool:
        """Whether this is the source language, or one made from it by conversion."""
        return self.language.tag == self.site.source_language.tag or self.converter is not None

    def shown(self, page: Page) -> Text:
        """Return the text of a page that this language shows: its own, the one it is made from, or the source."""
        return page.texts.get(self.language.written) or page.texts[self.site.source_language.tag]

    @property
    def searched(self) -> Mapping[str, list[str]]:
        """What people call the subjects of pages, by the page's path."""
        listed = self.site.searched.get(self.language.written, {})
        return {page: [self.convert(word) for word in words] for page, words in listed.items()}

    def say(self, message: Message) -> str:
        """Return a message in words."""
        return self.catalogue.say(message)

    def lacks(self, package: str) -> bool:
        """Tell whether sentences of a calculator, by its package, are not translated into this language."""
        if self.own:
            return False
        own = [each for each in self.messages if any(f"/{package}/" in path for path, _line in each.locations)]
        return not own or any(each.fuzzy or not each.string for each in own)

    def convert(self, text: str) -> str:
        """Convert a text where the language is made by conversion; else return it as it is."""
        return self.converter.convert(text) if self.converter else text

    @cached_property
    def catalogue(self) -> Catalogue:
        """The catalogue that calculators word their results with."""
        return Catalogue.from_json(self.catalogue_json)

    @cached_property
    def catalogue_json(self) -> str:
        """The catalogue as the JSON that the browser gets."""
        raw = {
            "language": self.language.tag,
            "direction": self.language.direction,
            "messages": self._texts(),
            "units": {unit: self._plurals(forms) for unit, forms in UNITS.items()},
            "plural": get_plural(self.language.tag.replace("-", "_")).plural_expr,
            **number_and_date_forms(self.language.cldr),
            "names": self._names(),
            "sources": self._sources(),
        }
        return json.dumps(raw, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def text_of(self, msgid: str) -> str:
        """Return the translation of a message, or an empty text."""
        return _string(self.messages, msgid)

    def _texts(self) -> dict[str, str]:
        found = {str(message.id): self.text_of(str(message.id)) for message in self.messages if message.id}
        return {msgid: text for msgid, text in found.items() if text and not isinstance(msgid, tuple)}

    def _plurals(self, forms: tuple[str, str]) -> tuple[str, ...]:
        message = self.messages.get(forms[0])
        strings = message.string if message and isinstance(message.string, tuple | list) else ()
        return tuple(strings) if strings and all(strings) else forms

    def _names(self) -> dict[str, str]:
        places = self.site.places
        rules = {rule.name: rule for place in places.values() for rule in place.rules.values()}
        names = {f"place:{path}": self.pick(place.name) for path, place in places.items()}
        names |= {f"vaccine:{code}": self.pick(vaccine["name"]) for code, vaccine in self.site.vaccines.items()}
        names |= {f"measure:{measure.slug}": self.convert(self.shown(measure).title) for measure in self.site.measures}
        names |= {
            f"calculator:{slug}": self.text_of(title) or title
            for slug, title in ((each.slug, each.title.msgid) for each in CALCULATORS.values())
        }
        names |= {f"rule:{name}": self.pick(rule.label) for name, rule in rules.items()}
        return names | self._articles()

    def _articles(self) -> dict[str, str]:
        """Return the articles of laws that conversion writes in another way; other languages keep the Chinese."""
        rules = (rule for place in self.site.places.values() for rule in place.rules.values())
        articles = {value.article for rule in rules for value in rule.values}
        return {f"article:{each}": made for each in articles if (made := self.convert(each)) != each}

    def _sources(self) -> dict[str, Mapping[str, str]]:
        return {
            key: {
                "title": self.convert(f"《{source.title}》"),
                "number": self.convert(f"（{source.number}）") if source.number else "",
                "gloss": "" if self.own else _string(self.texts, source.title),
                "url": source.url,
            }
            for key, source in self.site.sources.items()
        }


def speech(site: Site, language: Language, template: Catalog, locale: Path) -> Speech:
    """Return the words of a language.

    `template` holds every message of the code; `locale` is the folder `content/locale`.
    """
    if language.converter:
        converter = Converter(language.converter, locale / language.tag / "fixes.yaml")
        return Speech(site, language, _converted_messages(template, language, converter), Catalog(), converter)
    return Speech(
        site, language, read_messages(locale, language.tag), read_messages(locale, language.tag, "content"), None
    )


def _string(catalog: Catalog, msgid: str) -> str:
    """Return the translation of a message without plurals; an empty text where it is missing or fuzzy."""
    message = catalog.get(msgid)
    return message.string if message and isinstance(message.string, str) and not message.fuzzy else ""


def _converted_messages(template: Catalog, language: Language, converter: Converter) -> Catalog:
    made = Catalog(locale=babel_name(language.tag), charset="utf-8")
    for message in template:
        if isinstance(message.id, tuple | list):
            made.add(tuple(message.id), [converter.convert(form) for form in message.id][: made.num_plurals])
        elif message.id:
            made.add(message.id, converter.convert(message.id))
    return made


def number_and_date_forms(tag: str) -> dict[str, object]:
    """Return separators, date pattern and month names from CLDR; ISO dates where it has none.

    >>> number_and_date_forms("zh-Hans")["date"]
    '{y}年{m}月{d}日'
    """
    try:
        locale = Locale.parse(babel_name(tag))
    except (UnknownLocaleError, ValueError):
        locale = None
    if locale is None or not locale.date_formats:
        return {"group": ",", "decimal": ".", "date": "{y}-{m:02}-{d:02}", "months": ["?"] * 12}
    symbols = locale.number_symbols["latn"]
    names = get_month_names("wide", locale=locale)
    return {
        "group": symbols.get("group", ","),
        "decimal": symbols.get("decimal", "."),
        "date": _date_template(locale.date_formats["long"].pattern),
        "months": [names[month] for month in range(1, 13)],
    }


def _date_template(pattern: str) -> str:
    fields = {
        "y": "{y}",
        "yyyy": "{y}",
        "MMMM": "{month}",
        "M": "{m}",
        "MM": "{m:02}",
        "d": "{d}",
        "dd": "{d:02}",
    }
    parts = re.findall(r"'[^']*'|[A-Za-z]+|[^A-Za-z']+", pattern)
    return "".join(fields.get(part, part.strip("'")) for part in parts)
