"""Finding a place by what a person types: its path, its code, its name, or a part of its name."""

from __future__ import annotations

from generator.form import place_options
from generator.model import Place
from generator.words import Speech


class PlaceNames:
    """Every place of the site by what it may be called."""

    def __init__(self, words: Speech) -> None:
        """Know the names in the source language and in that of `words`."""
        self.words = words
        self.names = {path: _names(place, words) for path, place in words.site.places.items()}

    def called(self, typed: str) -> list[str]:
        """Return the paths of the places that have exactly this path, code or name."""
        return [path for path, names in self.names.items() if typed.casefold() in (path, *names)]

    def like(self, typed: str) -> list[str]:
        """Return the paths of the places with this in a name of theirs."""
        return [path for path, names in self.names.items() if typed and any(typed.casefold() in name for name in names)]

    def line(self, path: str) -> str:
        """Return the code and the name of a place."""
        place = self.words.site.places[path]
        return f"{place.code} {self.words.pick(place.name)}"

    def lines(self) -> list[str]:
        """Return a line for each place in the order of the form, cities below their province."""
        paths = (str(option["value"]) for option in place_options(self.words))
        return ["  " * max(0, path.count("/") - 1) + self.line(path) for path in paths]


def _names(place: Place, words: Speech) -> set[str]:
    """Return a place's code, the last part of its path, and its names."""
    names = {place.code, place.path.rpartition("/")[2], place.name, words.pick(place.name)}
    return {name.casefold() for name in names}
