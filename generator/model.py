"""The site as frozen data: what was read from `content/`, checked and complete.

Texts here are in the source language; what they are in another is for `Speech.pick` to say. Only the pages
that people wrote have a text of their own in each language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from generator.blocks import Block, body_blocks, head_block
from generator.plan_model import Clause, Indicator


@dataclass(frozen=True)
class Language:
    """A language the site is published in; `cldr` names its number and date forms in CLDR.

    `collation` and `letters`, or `alphabet`, give the order of its index; `read_as` has words that ICU would misread,
    each with one that it reads rightly.
    """

    tag: str
    cldr: str
    name: str
    direction: str
    made_from: str
    converter: str
    collation: str = ""
    letters: str = ""
    alphabet: str = ""
    read_as: Mapping[str, str] = field(default_factory=dict)

    @property
    def converted(self) -> bool:
        """Whether the texts are made from another language by conversion, as zh-Hant is."""
        return bool(self.converter)

    @property
    def written(self) -> str:
        """The language whose files this one is worded from: another one where it is made by conversion."""
        return self.made_from if self.converted else self.tag


@dataclass(frozen=True)
class Source:
    """A law, order or notice."""

    key: str
    title: str
    issuer: str
    number: str
    date: str
    url: str


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
    label: str
    values: tuple[RuleValue, ...]
    file: str
    line: int


@dataclass(frozen=True)
class Place:
    """A place and its own rules by full name, such as `leave.maternity_days`."""

    path: str
    code: str
    name: str
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
    """A page's text in one language; `body_line` is the line its Markdown starts on.

    `made_from` tells for each block of a translation the digest of the source block it was made from,
    `reviewed` the day on which a person reviewed it.
    """

    language: str
    title: str
    summary: str
    glance: Mapping[str, str]
    body: str
    body_line: int
    drafted_by: str
    made_from: Mapping[str, str]
    reviewed: Mapping[str, str]
    file: str

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The text's blocks in their order, the head first."""
        return (head_block(self.title, self.summary, self.glance), *body_blocks(self.body, self.body_line))

    def block(self, anchor: str) -> Block | None:
        """Return a block, or None."""
        return next((block for block in self.blocks if block.anchor == anchor), None)


@dataclass(frozen=True)
class Page:
    """A page that people wrote: its facts, and its text by language."""

    group: str
    slug: str
    clauses: tuple[str, ...]
    citations: tuple[Citation, ...]
    related: tuple[str, ...]
    checked: date
    review_by: date
    texts: Mapping[str, Text]
    file: str

    @property
    def path(self) -> str:
        """The page's address below the language, without slashes at its ends."""
        return f"{self.group}/{self.slug}"


@dataclass(frozen=True)
class Measure(Page):
    """A measure of the plan: a page of its own, whom it is for, and what leads to it."""

    status: str
    stages: tuple[str, ...]
    calculators: tuple[str, ...]
    topics: tuple[str, ...]
    hotlines: tuple[str, ...]
    who: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Term:
    """A term of the field: its word in each language, words that a translation must not use, and what it means."""

    key: str
    words: Mapping[str, str]
    avoid: Mapping[str, tuple[str, ...]]
    definition: Mapping[str, str]


@dataclass(frozen=True)
class Case:
    """A worked example; one without a source is our own regression case, not evidence.

    `published` is the day whose rules it knows; None for its own day, and no later than the site's edition.
    """

    calculator: str
    key: str
    title: str
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

    name: str
    telephone: str
    hours: str


@dataclass(frozen=True, eq=False)
class Site:
    """Everything that is published; told apart by identity, so that what is made of it can be kept."""

    title: str
    publisher: str
    place: str
    plan_year: str
    edition: date
    address: str
    office: Office
    languages: tuple[Language, ...]
    groups: Mapping[str, str]
    clauses: Mapping[str, Clause]
    indicators: Mapping[str, Indicator]
    stages: Mapping[str, str]
    vaccines: Mapping[str, Mapping[str, str]]
    glossary: Mapping[str, Term]
    sources: Mapping[str, Source]
    places: Mapping[str, Place]
    measures: tuple[Measure, ...]
    plan: tuple[Page, ...]
    cases: tuple[Case, ...]
    searched: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Language → path of a page → the words that people use for what it is about."""
    addresses: Mapping[str, tuple[str, ...]]
    """Path of a page that was ever published → its anchors."""
    moved: Mapping[str, str]
    """Address that is gone → the one that took its place."""

    @property
    def source_language(self) -> Language:
        """The language that the others are translated from: the first one."""
        return self.languages[0]

    @property
    def pages(self) -> tuple[Page, ...]:
        """Every page that people wrote: the measures, and the pages of the plan."""
        return (*self.measures, *self.plan)

    def measure(self, slug: str) -> Measure:
        """Return a measure by its slug."""
        return next(measure for measure in self.measures if measure.slug == slug)

    def page(self, slug: str) -> Page:
        """Return a measure or a page of the plan by its slug."""
        return next(page for page in self.pages if page.slug == slug)

    def cases_of(self, calculator: str) -> Sequence[Case]:
        """Return the worked examples of a calculator."""
        return [case for case in self.cases if case.calculator == calculator]
