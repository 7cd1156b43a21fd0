"""Names that any report may use: states with their capitals and people, well-known bodies and movements, and who speaks for them.

`world.csv` holds states and world bodies; `bodies.csv` firms, unions, parties and movements, with letters that others have, too, and
the words beside which alone these count; `outlets.csv` papers and stations with a land in their names; `persons.csv` persons with the
actor for whom they speak or spoke in most reports. Names are kept with their accents; the forms without them are made here.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files

from gobetween.reading.naming.lexicon import ActorName, Lexicon, PersonName

_ACTORS = ("world.csv", "bodies.csv", "outlets.csv")
_PERSONS = "persons.csv"
# letters that no accent can be taken from
_PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ı": "i", "İ": "I", "đ": "dj", "Đ": "Dj", "ß": "ss", "ð": "d"})
_SMALL = frozenset({"Party", "Union", "Movement", "Front"})
# the Arabic article, as newspapers set it: 'al-Ansari', 'Al-Ansari', 'Al Ansari'
_ARTICLES = ("al-", "Al-", "Al ", "al ")


@cache
def default_lexicon() -> Lexicon:
    """The world's states and the best-known other actors, read once when first asked for; a case's own names go before them.

    Rows that share a form are one actor's, or one person's where the form is a full name; what the first says counts.
    """
    rows = [row for name in _ACTORS for row in _rows(name)]
    taken: set[str] = set()
    actors = _actors([row for row in rows if row["kind"] != "person"], taken)
    owners = {form: actor.name for actor in actors for form in (actor.name, *actor.aliases)}
    persons = [(row["name"], row["parent"], row["aliases"]) for row in rows if row["kind"] == "person"]
    persons += [(row["name"], row["actor"], row["aliases"]) for row in _rows(_PERSONS)]
    return Lexicon(actors, tuple(_persons(persons, owners, taken)))


def _actors(rows: Iterable[dict[str, str]], taken: set[str]) -> tuple[ActorName, ...]:
    """The actors, each once, with every form of their names that no one before them has."""
    first: dict[str, dict[str, str]] = {}
    forms: dict[str, list[str]] = {}
    bearers: dict[str, str] = {}
    letters: dict[str, list[str]] = {}
    beside: dict[str, list[str]] = {}
    for row in rows:
        given = (row["name"], *_listed(row["aliases"]))
        spelled = [spelling for form in given for spelling in (form, _without_accents(form), _with_small_noun(form), _with_sign(form))]
        known = next((bearers[form] for form in spelled if form in bearers), row["name"])
        bearers |= {form: known for form in spelled if form not in bearers}
        first.setdefault(known, row)
        forms.setdefault(known, []).extend(spelled)
        letters.setdefault(known, []).extend(_listed(row.get("letters")))
        beside.setdefault(known, []).extend(_listed(row.get("beside")))
    taken |= set(forms)
    return tuple(
        ActorName(
            name,
            row["kind"],
            aliases=_untaken(forms[name], taken),
            adjectives=_listed(row["adjectives"]),
            parent=bearers.get(row["parent"], row["parent"]) or None,
            letters=tuple(letters.get(name, ())),
            beside=tuple(beside.get(name, ())),
        )
        for name, row in first.items()
    )


def _persons(rows: Iterable[tuple[str, str, str]], owners: dict[str, str], taken: set[str]) -> Iterator[PersonName]:
    """The persons, each once, with every form of their names that no one before them has."""
    forms: dict[str, list[str]] = {}
    actors: dict[str, str] = {}
    bearers: dict[str, str] = {}  # by each full name
    for name, actor, aliases in rows:
        spelled = [spelling for form in (name, *_listed(aliases)) for spelling in _spellings(form)]
        full = [form for form in spelled if " " in form]
        known = next((bearers[form] for form in full if form in bearers), name)
        bearers |= {form: known for form in full if form not in bearers}
        actors.setdefault(known, owners.get(actor, actor))
        forms.setdefault(known, []).extend(spelled)
    taken |= set(forms)
    for name, spelled in forms.items():
        yield PersonName(name, actors[name] or None, aliases=_untaken(spelled, taken), is_hint=True)


def _rows(name: str) -> list[dict[str, str]]:
    source = files("gobetween.reading.naming").joinpath(name).read_text(encoding="utf-8")
    return list(csv.DictReader(source.splitlines(), delimiter=";"))


def _listed(cell: str | None) -> tuple[str, ...]:
    return tuple(word for word in (cell or "").split("|") if word)


def _untaken(forms: Iterable[str], taken: set[str]) -> tuple[str, ...]:
    """The forms that nobody has yet, each once; they are taken from now on."""
    fresh = tuple(form for form in dict.fromkeys(forms) if form not in taken)
    taken.update(fresh)
    return fresh


def _spellings(name: str) -> tuple[str, ...]:
    """A name as newspapers may spell it: with and without accents, and with each form of the Arabic article."""
    article = next((each for each in _ARTICLES[:2] if each in name and (name.startswith(each) or f" {each}" in name)), None)
    spelled = (name, *(name.replace(article, each) for each in _ARTICLES)) if article else (name,)
    return spelled if name.isascii() else (*spelled, *map(_without_accents, spelled))


def _with_small_noun(name: str) -> str:
    """'Norvan Labour party' for 'Norvan Labour Party', as many newspapers write."""
    first, _, last = name.rpartition(" ")
    return f"{first} {last.lower()}" if last in _SMALL and " " in first else name


def _with_sign(name: str) -> str:
    """'Pratt and Vance' for 'Pratt & Vance', and the sign for the word."""
    return name.replace(" & ", " and ") if " & " in name else name.replace(" and ", " & ")


def _without_accents(name: str) -> str:
    if name.isascii():
        return name
    parted = unicodedata.normalize("NFD", name.translate(_PLAIN))
    return "".join(letter for letter in parted if not unicodedata.combining(letter))
