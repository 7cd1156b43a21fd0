"""Short forms of bodies' names, each tied to the one longer name that fits: 'Lindmark', 'the Nine', 'the Office'."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import TYPE_CHECKING

from spacy.symbols import NOUN, NUM, PROPN
from spacy.tokens import Doc, Token

from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import COLLECTIVES, HONORIFICS, SETTLEMENTS, STRAIGHT, TITLES
from gobetween.reading.syntax import tokens_of
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

_LONGEST = 4
# what stands behind a name without being part of a body's: 'Dunmere Road', 'the Corvane Agreement'
_BEHIND_NAMES = words(
    """road street lane avenue square bridge station airport hotel hall house institute river sea bay hills mountains dam plant field
    port paper agreement accord accords treaty pact plan deal talks process conference summit protocol declaration day week act bill
    award echo times post tribune herald gazette news"""
)
_NO_BODIES = SETTLEMENTS | TITLES | HONORIFICS | _BEHIND_NAMES
_GENERAL = words(
    """national united general free new european african american international central northern southern eastern western north south
    east west social democratic people's workers royal federal first world global state public joint great green red"""
)
_GOING = words("go drive travel return walk ride move come mile road journey way trip flight")
_PLACED_BY = frozenset({"in", "at", "near", "through", "outside", "across", "around"})
_REGIONS = frozenset({"America", "Europe", "Asia", "Africa", "Pacific", "Canada", "UK", "US", "USA", "Germany", "International"})
_ROLES = frozenset({"nsubj", "nsubjpass", "poss", "dobj", "pobj", "conj"})
_LINKED = frozenset({"of", "for"})
_CALLED_ALONE = COLLECTIVES | words("bank fund house mission league forum congress")


def longer_names(
    doc: Doc, lone: Collection[str], bodies: Iterable[Mention], names: Names
) -> tuple[dict[str, str], list[Mention], set[str]]:
    """Longer names by the lone first words that `lone` lists, the mentions of those that no other finder saw, and which are places.

    'Lindmark' is Lindmark Mutual where the text has one such name only, and is not the name of a place, too.
    """
    runs: dict[str, set[str]] = {}
    seen: list[Mention] = []
    behind: dict[str, set[str]] = {}
    placed: set[str] = set()
    with_article: set[str] = set()  # no land is called 'the Norvan': that is not short for 'North Norvan'
    for token in tokens_of(doc, PROPN, NOUN):
        if token.text not in lone or names.at(token) is not None:
            continue
        if _is_where(token):
            placed.add(token.text)
        if before_it(token) == "the":
            with_article.add(token.text)
        end = token.i + 1
        while end < len(doc) and end - token.i < _LONGEST and _goes_on(doc[end], names):
            end += 1
        before = doc[token.i - 1] if token.i else None
        if before is not None and before.pos_ == "PROPN" and _goes_on(before, names) and end == token.i + 1:
            start = token.i - 1  # 'Selian Resistance' for 'the Resistance'
            while start > 0 and token.i - start < _LONGEST and doc[start - 1].pos_ == "PROPN" and _goes_on(doc[start - 1], names):
                start -= 1
            name = doc[start:end].text
            behind.setdefault(token.text, set()).add(name)
            seen.append(Mention(start, end, name, name, "organisation"))
        is_apart = before is None or not (before.pos_ == "PROPN" and before.text[:1].isupper())
        is_branch = doc[end - 1].text in _REGIONS  # 'Nordvik North America' is a part of Nordvik, not its name
        if end > token.i + 1 and is_apart and not is_branch and not _is_where(doc[end - 1]):
            name = doc[token.i : end].text
            runs.setdefault(token.text, set()).add(name)
            seen.append(Mention(token.i, end, name, name, "organisation"))
    for word, longer in behind.items():
        if word in with_article:
            runs.setdefault(word, set()).update(longer)
    for body in bodies:
        first, _, rest = body.name.partition(" ")
        for word in (first, *(w for w in _calling(body.name) if w in with_article)):
            if rest and word in lone and rest.rsplit(maxsplit=1)[-1] not in _REGIONS:
                runs.setdefault(word, set()).add(body.name.translate(STRAIGHT).removeprefix("The "))
    fitting = {first: full for first, (full, *more) in ((f, sorted(n)) for f, n in runs.items()) if not more and first not in placed}
    return fitting, [mention for mention in seen if mention.name in fitting.values()], placed


def _is_where(token: Token) -> bool:
    """'In Dunmere', 'the two miles to Tarnby': where something is, or where somebody goes."""
    if token.dep_ != "pobj":
        return False
    return token.head.lower_ in _PLACED_BY or (token.head.lower_ == "to" and token.head.head.lemma_ in _GOING)


def _goes_on(token: Token, names: Names) -> bool:
    is_name = token.pos_ == "PROPN" and token.text[:1].isupper() and bool(token.doc[token.i - 1].whitespace_)
    return is_name and token.lower_ not in _NO_BODIES and names.at(token) is None and token.ent_type_ not in ("PERSON", "DATE", "TIME")


def is_general(first: str) -> bool:
    """Whether a first word tells no body apart: 'National', 'Free'."""
    return first.lower() in _GENERAL


def bodies_by_one_word(doc: Doc, names: Names) -> Iterator[tuple[Mention, frozenset[str]]]:
    """'The Compact', 'the Nine', 'the Office': bodies that the text names in full, called by one word, and all that fit that word.

    The last word of a name, or the one before 'of' or 'for', needs a capital and an article; a first word must stand where names do.
    Of several that fit, the nearest before is taken.
    """
    known: dict[str, list[Mention]] = {}
    for mention in names.mentions():
        if not mention.is_person and not mention.is_adjective:
            for word in {*_calling(mention.name), *_first_word(mention.name)}:
                known.setdefault(word, []).append(mention)
    for token in tokens_of(doc, PROPN, NOUN, NUM):
        calling = known.get(token.text)
        if calling is None or names.at(token) is not None or not _stands_alone(token):
            continue
        is_called = before_it(token) == "the" or _describes(token)
        fitting = [m for m in calling if token.text in (_calling(m.name) if is_called else _first_word(m.name))]
        if fitting:
            full = next((m for m in reversed(fitting) if m.start < token.i), fitting[0])
            named = Mention(token.i, token.i + 1, full.name, full.actor, full.kind, is_adjective=_describes(token))
            yield named, frozenset(m.actor or m.name for m in fitting)


def _describes(token: Token) -> bool:
    """'A Union official'."""
    return token.dep_ in ("compound", "nmod", "amod") and token.head.i == token.i + 1 and token.head.lower_ in TITLES


def before_it(token: Token) -> str:
    """The word right before, in small letters."""
    return str(token.doc[token.i - 1].lower_) if token.i else ""


def _first_word(name: str) -> tuple[str, ...]:
    first, *rest = name.split()
    is_one = bool(rest) and not set(rest) & _LINKED and not is_general(first) and first[:1].isupper() and "'" not in name
    return (first,) if is_one and rest[-1].lower() not in SETTLEMENTS else ()


def _calling(name: str) -> tuple[str, ...]:
    """The words of a name by which alone it may be called."""
    first, *rest = name.split()
    if rest and rest[0] in _LINKED and first.lower() in _CALLED_ALONE:
        return (first,)
    is_called = bool(rest) and not set(rest) & _LINKED and rest[-1][:1].isupper() and rest[-1].lower() not in SETTLEMENTS
    return (rest[-1],) if is_called else ()


def _stands_alone(token: Token) -> bool:
    """'The Compact', 'the Nine's envoy', 'Nine has offered': a capital behind an article or by itself, and no name beside it."""
    doc = token.doc
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if not token.text[:1].isupper() or (after is not None and after.lower_ in _LINKED):
        return False
    if after is not None and after.pos_ == "PROPN" and after.text[:1].isupper() and after.lower_ not in TITLES:
        return False
    if before_it(token) == "the" or _describes(token):
        return True
    if before_it(token) == "of" and token.i > 1 and doc[token.i - 2].lower_ in COLLECTIVES and doc[token.i - 2].text[:1].isupper():
        return False  # 'Union of Rail Workers' is no 'Rail Group'
    before = doc[token.i - 1] if token.i else None
    is_free = before is None or not (before.pos_ == "PROPN" and before.text[:1].isupper())
    return is_free and not _is_where(token) and token.dep_ in _ROLES and token.tag_ != "NNS"
