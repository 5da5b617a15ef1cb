"""The site as frozen data: what was read from `content/`, checked and complete."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

type Words = Mapping[str, str]
"""A text in several languages, by BCP 47 tag; languages made by conversion are not in it."""


@dataclass(frozen=True)
class Language:
    """A language the site is published in; `cldr` names its number and date forms in CLDR."""

    tag: str
    cldr: str
    name: str
    direction: str
    made_from: str
    converter: str

    @property
    def converted(self) -> bool:
        """Whether the texts are made from another language by conversion, as zh-Hant is."""
        return bool(self.converter)


@dataclass(frozen=True)
class Source:
    """A law, order or notice."""

    key: str
    title: str
    issuer: str
    number: str
    date: str
    url: str
    gloss: Words


@dataclass(frozen=True)
class RuleValue:
    """A value of a rule from a day on; `start` None: since a day nobody recorded."""

    start: date | None
    value: object
    unit: str
    source: str
    article: str
    grade: str
    checked: date
    line: int


@dataclass(frozen=True)
class Rule:
    """A rule of a place: its dated values, oldest first."""

    name: str
    unit: str
    label: Words
    values: tuple[RuleValue, ...]
    file: str
    line: int


@dataclass(frozen=True)
class Place:
    """A place and its own rules by full name, such as `leave.maternity_days`."""

    path: str
    code: str
    name: Words
    rules: Mapping[str, Rule]
    file: str


@dataclass(frozen=True)
class Citation:
    """A source, with the article meant."""

    source: str
    article: str
    line: int


@dataclass(frozen=True)
class Text:
    """A measure's text in one language; `body_line` is the line its Markdown starts on."""

    language: str
    title: str
    summary: str
    glance: Mapping[str, str]
    body: str
    body_line: int
    translated_from: str
    drafted_by: str
    reviewed: str
    digest: str
    file: str


@dataclass(frozen=True)
class Measure:
    """A measure of the plan: its page facts, and its text by language."""

    group: str
    slug: str
    clauses: tuple[str, ...]
    calculators: tuple[str, ...]
    topics: tuple[str, ...]
    citations: tuple[Citation, ...]
    hotlines: tuple[str, ...]
    related: tuple[str, ...]
    who: tuple[tuple[str, ...], ...]
    checked: date
    review_by: date
    texts: Mapping[str, Text]
    file: str

    @property
    def path(self) -> str:
        """The page's address below the language, without slashes at its ends."""
        return f"{self.group}/{self.slug}"


@dataclass(frozen=True)
class Case:
    """A worked example; one without a source is our own regression case, not evidence.

    `published` is the day whose rules it knows; None for its own day, and no later than the site's edition.
    """

    calculator: str
    key: str
    title: Words
    source: str
    locator: str
    on_page: bool
    published: date | None
    answers: Mapping[str, object]
    expect: Mapping[str, object]
    file: str
    line: int


@dataclass(frozen=True)
class Office:
    """Where to ask: the local office's name, and its telephone and hours as one line of text."""

    name: Words
    telephone: str
    hours: Words


@dataclass(frozen=True, eq=False)
class Site:
    """Everything that is published; told apart by identity, so that what is made of it can be kept."""

    title: Words
    publisher: Words
    place: str
    plan_year: str
    edition: date
    address: str
    office: Office
    languages: tuple[Language, ...]
    groups: Mapping[str, Words]
    clauses: Mapping[str, Words]
    vaccines: Mapping[str, Mapping[str, Words]]
    sources: Mapping[str, Source]
    places: Mapping[str, Place]
    measures: tuple[Measure, ...]
    cases: tuple[Case, ...]

    @property
    def source_language(self) -> Language:
        """The language that the others are translated from: the first one."""
        return self.languages[0]

    def measure(self, slug: str) -> Measure:
        """Return a measure by its slug."""
        return next(measure for measure in self.measures if measure.slug == slug)

    def cases_of(self, calculator: str) -> Sequence[Case]:
        """Return the worked examples of a calculator."""
        return [case for case in self.cases if case.calculator == calculator]
