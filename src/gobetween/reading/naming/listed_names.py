"""The names that the lexicon lists, where a text has them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen
from spacy.tokens import Doc

from gobetween.reading.naming.lexicon import Lexicon
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import STRAIGHT
from gobetween.reading.naming.namesakes import without_namesakes

_AMERICAS = frozenset({"South", "Latin", "Central", "Inter", "Pan", "African", "Native", "Anglo"})
_PARTS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "New", "Upper", "Lower"})
_PARTISANS = frozenset({"Republicans", "Democrats"})
_WATERS = frozenset({"sea", "gulf", "ocean"})
_WORD = re.compile(r"(?<![\w])[^\W\d_][\w]*")


@frozen
class _Entry:
    words: str
    name: str
    actor: str | None
    kind: str
    is_adjective: bool


@lru_cache(maxsize=8)
def _entries(lexicon: Lexicon) -> dict[str, tuple[_Entry, ...]]:
    """The lexicon's words by their first word, longest first; what stands first in the lexicon wins."""
    parents = {actor.name: actor.parent for actor in reversed(lexicon.actors)}
    found: dict[str, dict[str, _Entry]] = {}

    def put(form: str, name: str, kind: str, actor: str | None, *, is_adjective: bool = False) -> None:
        bare = form.removeprefix("the ").removeprefix("The ").translate(STRAIGHT)
        first = _WORD.match(bare)
        if first is not None:
            found.setdefault(first.group(), {}).setdefault(bare, _Entry(bare, name, actor, kind, is_adjective))

    for actor in lexicon.actors:
        belongs = _root(actor.name, parents)
        for form in (actor.name, *actor.aliases):
            put(form, actor.name, actor.kind, belongs)
        for form in actor.adjectives:
            put(form, actor.name, actor.kind, belongs, is_adjective=True)
    for person in lexicon.persons:
        for form in (person.name, *person.aliases):
            put(form, person.name, "person", person.actor)
    return {first: tuple(sorted(entries.values(), key=lambda e: -len(e.words))) for first, entries in found.items()}


def _root(name: str, parents: dict[str, str | None]) -> str:
    for _ in range(4):
        above = parents.get(name)
        if above is None:
            return name
        name = above
    return name


def find_listed(doc: Doc, lexicon: Lexicon) -> Iterator[Mention]:
    """The mentions of listed names, in reading order, never overlapping. Linear in the text's length.

    A listed surname is not taken for its bearer where the text names another person by it: 'Ada Harris, the union's president'.
    """
    return without_namesakes(doc, list(_found(doc, lexicon)))


def _found(doc: Doc, lexicon: Lexicon) -> Iterator[Mention]:
    entries, text = _entries(lexicon), doc.text.translate(STRAIGHT)
    starts = [token.idx for token in doc]
    free = 0
    for word in _WORD.finditer(text):
        candidates = entries.get(word.group())
        if candidates is None or word.start() < free:
            continue
        for entry in candidates:
            end = word.start() + len(entry.words)
            if not text.startswith(entry.words, word.start()) or (
                end < len(text) and text[end].isalnum() and entry.words[-1].isalnum()
            ):
                continue
            first, last = bisect_left(starts, word.start()), bisect_left(starts, end)
            if first < len(doc) and starts[first] == word.start() and last > first and _is_meant(doc, entry, first, last):
                yield Mention(first, last, entry.name, entry.actor, entry.kind, entry.is_adjective)
                free = end
                break


def _is_of_larger_land(doc: Doc, entry: _Entry, first: int, last: int) -> bool:
    """'South American', 'Inter-American', 'North Tamask', 'the Norvan Sea': another place than the land that is listed."""
    before = doc[first - 1]
    if before.text == "-" and first > 1:
        before = doc[first - 2]
    after = doc[last].lower_ if last < len(doc) else ""
    if entry.is_adjective and entry.name == "United States" and before.text in _AMERICAS:
        return True
    return (before.text in _PARTS and bool(doc[first - 1].whitespace_)) or (doc[last - 1].is_title and after in _WATERS)


def _goes_on(doc: Doc, last: int) -> bool:
    """'Petro Savchuk', 'Berg Junior': whether a person's name has a word more than the one that is listed."""
    following = doc[last] if last < len(doc) else None
    is_joined = following is not None and following.ent_type_ == "PERSON" and following.ent_iob_ == "I"
    return is_joined and following is not None and following.pos_ == "PROPN" and following.is_title


def _is_meant(doc: Doc, entry: _Entry, first: int, last: int) -> bool:
    """Whether a listed word stands for its actor: not as part of a longer name ("Paris Hilton"), not a pronoun typed in capitals."""
    if entry.words == "US" and doc[first].dep_ == "dobj" and doc[first].sent.text.isupper():
        return False
    if entry.words == "PA" and ("Palestin" not in doc.text or doc[first - 1].text == "/"):
        return False  # an agency that pictures are from
    if entry.kind == "person" and _goes_on(doc, last):
        return False
    if entry.words in _PARTISANS and first and not doc[first].is_sent_start and doc[first - 1].is_title:
        return False  # 'the Progressive Democrats' are a party of their own
    if entry.kind == "state" and first and _is_of_larger_land(doc, entry, first, last):
        return False
    if entry.kind != "person" and not entry.is_adjective and last < len(doc) and len(entry.words.split()) == 1:
        following = doc[last]
        if following.ent_type_ == "PERSON" and doc[first].ent_type_ == "PERSON" and following.ent_iob_ == "I":
            return False
    return True
