"""The names that the lexicon lists, where a text has them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterator
from functools import lru_cache

from attrs import frozen
from spacy.attrs import IDX
from spacy.symbols import ADJ, PROPN
from spacy.tokens import Doc, Token

from gobetween.reading.concordance import text_of
from gobetween.reading.naming.lexicon import Lexicon
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import HONORIFICS, LEGAL_FORMS, OF_BODIES, STRAIGHT, TITLES
from gobetween.reading.naming.namesakes import without_namesakes
from gobetween.reading.word_lists import words

_AMERICAS = frozenset({"South", "Latin", "Central", "Inter", "Pan", "African", "Native", "Anglo"})
_PARTS = frozenset({"North", "South", "East", "West", "Northern", "Southern", "Eastern", "Western", "New", "Upper", "Lower"})
_PARTISANS = frozenset({"Republicans", "Democrats"})
_MANY = frozenset({"party", "union", "association", "federation", "front", "movement"})  # of which there are many of one name
_FIRM_WORDS = frozenset({"Motor", "Motors", "Group", "Holdings", "Corporation", "Company", "Airways", "Airlines"})
_NAMED_AFTER = OF_BODIES | words(
    "tower hotel airport stadium foundation library school road lake bridge organization organisation island"
)
_WATERS = frozenset({"sea", "gulf", "ocean"})
_WORD = re.compile(r"(?<![\w])[^\W\d_][\w]*")


@frozen
class _Entry:
    words: str
    name: str
    actor: str | None
    kind: str
    is_adjective: bool
    beside: tuple[str, ...] = ()  # words of which the text must have one


@lru_cache(maxsize=8)
def _entries(lexicon: Lexicon) -> dict[str, tuple[_Entry, ...]]:
    """The lexicon's words by their first word, longest first; what stands first in the lexicon wins.

    Letters that count only beside other words come before the same words of an actor who needs none.
    """
    parents = {actor.name: actor.parent for actor in reversed(lexicon.actors)}
    found: dict[str, dict[tuple[str, tuple[str, ...]], _Entry]] = {}

    def put(form: str, name: str, kind: str, actor: str | None, *, is_adjective: bool = False, beside: tuple[str, ...] = ()) -> None:
        bare = form.removeprefix("the ").removeprefix("The ").translate(STRAIGHT)
        first = _WORD.match(bare)
        if first is not None:
            entry = _Entry(bare, name, actor, kind, is_adjective, beside)
            found.setdefault(first.group(), {}).setdefault((bare, beside), entry)

    for actor in lexicon.actors:
        belongs = _root(actor.name, parents)
        for form in (actor.name, *actor.aliases):
            put(form, actor.name, actor.kind, belongs)
        for form in actor.letters:
            put(form, actor.name, actor.kind, belongs, beside=actor.beside)
        for form in actor.adjectives:
            put(form, actor.name, actor.kind, belongs, is_adjective=True)
    for person in lexicon.persons:
        for form in (person.name, *person.aliases):
            put(form, person.name, "person", person.actor)
    return {first: tuple(sorted(entries.values(), key=lambda e: (-len(e.words), not e.beside))) for first, entries in found.items()}


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
    entries, text = _entries(lexicon), text_of(doc).translate(STRAIGHT)
    starts = doc.to_array(IDX).tolist()
    free = 0
    told: dict[tuple[str, ...], bool] = {}
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
            if entry.beside not in told:
                told[entry.beside] = not entry.beside or any(each in text for each in entry.beside)
            if not told[entry.beside]:
                continue
            first, last = bisect_left(starts, word.start()), bisect_left(starts, end)
            if first >= len(doc) or starts[first] != word.start() or last <= first:
                continue
            if _is_meant(doc, entry, first, last) and not (first and _has_word_before(doc[first - 1], entry, entries)):
                last = _past_forms(doc, entry, last)
                yield Mention(first, last, entry.name, entry.actor, entry.kind, entry.is_adjective)
                free = doc[last - 1].idx + len(doc[last - 1])
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
    """'Petro Savchuk', 'Berg Junior', 'Berg County': whether a name has a word more than the one that is listed."""
    following = doc[last] if last < len(doc) else None
    if following is not None and following.is_title and following.lower_ in _NAMED_AFTER and doc[last - 1].whitespace_:
        return True
    is_joined = following is not None and following.ent_type_ == "PERSON" and following.ent_iob_ == "I"
    return is_joined and following is not None and following.pos_ == "PROPN" and following.is_title


def _has_word_before(before: Token, entry: _Entry, entries: Container[str]) -> bool:
    """'Highland Democratic Party', 'Norvan Teachers Union': whether a word that nobody is listed by begins the name of another body."""
    if (
        entry.kind not in ("organisation", "group")
        or entry.words.rsplit(" ", maxsplit=1)[-1].lower() not in _MANY
        or before.text in entries
    ):
        return False
    is_name = before.pos == PROPN or (before.pos == ADJ and not before.is_sent_start)
    return is_name and before.is_title and bool(before.whitespace_) and before.lower_ not in TITLES | HONORIFICS


def _past_forms(doc: Doc, entry: _Entry, last: int) -> int:
    """The end of a firm's name with the words that only say that it is one: 'Lindmark Motor Co'."""
    is_firm = entry.kind == "organisation" and " " not in entry.words and not entry.is_adjective
    while is_firm and last < len(doc) and (doc[last].text in _FIRM_WORDS or doc[last].text.strip(".") in LEGAL_FORMS):
        last += 1
    return last


def _begins_longer(doc: Doc, entry: _Entry, last: int) -> bool:
    """'Lindmark Energy', 'Lindmark Works Council': whether a firm's one word begins the name of another body."""
    last = _past_forms(doc, entry, last)
    if last >= len(doc) or " " in entry.words or entry.words.isupper() or not doc[last - 1].whitespace_:
        return False
    after = doc[last]
    is_name = after.pos == PROPN and after.is_title and after.ent_type_ in ("", "ORG", "PRODUCT", "GPE", "FAC")
    return is_name and after.lower_ not in TITLES | HONORIFICS and after.text != "Local"  # a branch of a union is the union


def _is_meant(doc: Doc, entry: _Entry, first: int, last: int) -> bool:
    """Whether a listed word stands for its actor: not as part of a longer name ("Paris Hilton"), not a pronoun typed in capitals."""
    if entry.words == "US" and doc[first].dep_ == "dobj" and doc[first].sent.text.isupper():
        return False
    if entry.words == "PA" and ("Palestin" not in text_of(doc) or doc[first - 1].text == "/"):
        return False  # an agency that pictures are from
    if entry.kind == "person" and _goes_on(doc, last):
        return False
    if entry.kind == "organisation" and not entry.is_adjective and _begins_longer(doc, entry, last):
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
