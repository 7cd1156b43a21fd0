"""Bodies that a text spells out and then calls by letters: 'the Union of Rail, Canal and Road Workers (RCR)', later 'the RCR'.

After Schwartz and Hearst (2003), by whole words: the words right before a bracket whose initials are the letters in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import evolve
from spacy.tokens import Doc, Token

from gobetween.reading.concordance import spelled, text_of
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import BODY_NOUNS, COLLECTIVES, STRAIGHT, TITLES
from gobetween.reading.word_lists import words

if TYPE_CHECKING:
    from gobetween.reading.naming.names import Names

_TAKEN = 2  # first letters of a word, at most
_LONGEST = 16  # tokens of a name, at most
_FEWEST = 2  # letters
_UNMATCHED = 2  # capitalised words of a name that its letters may leave out
_LINKS = words("of the and for in on & de la el des du del di to with against")
_OF_STATES = words("ministry department office embassy president minister committee")  # whose they are is told elsewhere
_LETTERS = re.compile(r"[A-Z][A-Za-z]{1,8}(?:-[A-Z]{2,8})?")
_SPOKEN = re.compile(r"[A-Z][a-z]{2,6}")  # letters that are spoken as a word: 'Tasco'
_CAPITALS = re.compile(r"[A-Z]{3,8}")
_UNIONS = "Union|Federation|Association|Confederation|Society|Alliance|Guild|Brotherhood|Syndicate"
_TRADES = re.compile(
    rf"(?:[A-Z][\w'’-]+ ){{0,3}}(?:{_UNIONS}) (?:of|for) (?:the )?[A-Z][\w-]*(?:, [A-Z][\w-]*){{1,4}},? and [A-Z][\w-]*"
    r"(?: [A-Z][\w-]*){0,3}"
)


def bodies_spelled_out(doc: Doc, names: Names) -> Iterator[Mention]:
    """Bodies with their letters behind them, and the letters wherever they stand. Linear in the text's length.

    What a lexicon lists as a whole stays what it is there; the land within a longer name ('Tamaskan Liberation Army (TLA)') does not
    make the body the land's.
    """
    known: dict[str, Mention] = {}
    brackets = [i for i, word in enumerate(spelled(doc)) if word == "("]
    for at in (i for i in brackets if _FEWEST <= i < len(doc) - 2):
        letters = _letters_in_bracket(doc, at)
        if letters is None or letters in known:
            continue
        listed = names.at(at - 1)
        if listed is not None and listed.end == at and not _is_within_name(doc, listed, letters):
            if _spells(doc, listed.start, at, letters):  # 'Norvan (AFP)' is no name
                known[letters] = listed
        elif (start := _start_of(doc, at, letters)) is not None:
            noun = _noun_behind(doc, at)
            name = _name(doc, start, at) + (f" {noun.text}" if noun is not None else "")
            known[letters] = Mention(start, at, name, name, "organisation")
            yield known[letters]
            if noun is not None:
                yield evolve(known[letters], start=noun.i, end=noun.i + 1)
    for body in _trades(doc, names):
        known.setdefault(body.name, body)
        yield body
    known |= {word.upper(): body for word, body in known.items() if _SPOKEN.fullmatch(word) and word.upper() not in known}
    said = {letters for letters, body in known.items() if body.name == body.actor and body.kind == "organisation"}
    known |= _shortened(doc, list(known.values()), set(known))
    yield from _by_letters(doc, names, known, said)


def _letters_in_bracket(doc: Doc, at: int) -> str | None:
    """The letters in 'Name (ABC)', where the bracket opens at token `at`."""
    end = next((i for i in range(at + 1, min(at + 6, len(doc))) if doc[i].text in (")", ",", ";")), None)
    letters = doc[at + 1 : end].text if end is not None else ""
    is_spelled = _LETTERS.fullmatch(letters) and sum(c.isupper() for c in letters) >= _FEWEST
    return letters if is_spelled or _SPOKEN.fullmatch(letters) else None


def _initials(letters: str) -> list[str]:
    """The letters that words stand for: all of 'Tasco', the capitals of 'TaSC'."""
    return list(letters.upper()) if _SPOKEN.fullmatch(letters) else [c for c in letters if c.isupper()]


def _is_within_name(doc: Doc, listed: Mention, letters: str) -> bool:
    """Whether a listed name right before the bracket only ends a longer one: 'Workers' Party of Tamask (WPT)'."""
    initials = [t.text[0] for t in doc[listed.start : listed.end] if t.text[:1].isupper()]
    return len(initials) < len(_initials(letters)) and _start_of(doc, listed.end, letters) is not None


def _start_of(doc: Doc, end: int, letters: str) -> int | None:
    """Where the name begins that ends before token `end` and whose words' initials are the letters; the nearest such place."""
    wanted = _initials(letters)
    is_small = doc[end - 1].lower_ in COLLECTIVES and _is_capital(doc[end - 2])  # 'Union of Canal and Road workers (CR)'
    if not _is_capital(doc[end - 1]) and not is_small:
        return None
    at = end - 2 if is_small else end - 1
    while at >= 0 and end - at <= _LONGEST and _may_be_within(doc[at]):
        if _is_capital(doc[at]) and doc[at].text[0] == wanted[0] and _spells(doc, at, end, letters):
            return _with_kind(doc, at) if not _is_of_state(doc, at, end) else None
        at -= 1
    return None


def _spells(doc: Doc, start: int, end: int, letters: str) -> bool:
    """Whether the initials of these words are the letters; a word made of letters leaves no capital out, but may take two of a word."""
    if _SPOKEN.fullmatch(letters):
        return _is_made_of(letters.lower(), [token.lower_ for token in doc[start:end] if _is_capital(token) or token.lower_ in _LINKS])
    left, unmatched = _initials(letters), 0
    for token in doc[start:end]:
        if left and token.text[:1].upper() == left[0] and (_is_capital(token) or token.lower_ in _LINKS):
            left.pop(0)
        elif _is_capital(token):
            unmatched += 1
    return not left and unmatched <= _UNMATCHED


def _is_made_of(letters: str, parts: list[str]) -> bool:
    """Whether letters are the first one or more of each word, links left out or not: 'tasco' of 'tanners and saddlers company'."""
    if not parts:
        return not letters
    first, *rest = parts
    fewest = 0 if first in _LINKS else 1
    return any(letters[:many] == first[:many] and _is_made_of(letters[many:], rest) for many in range(fewest, _TAKEN + 1))


def _with_kind(doc: Doc, start: int) -> int:
    """The start with what kind of body it is: 'National Union of' before 'Rail and Canal Workers (RCW)'."""
    if start < _FEWEST or doc[start - 1].lower_ not in ("of", "for") or doc[start - 2].lower_ not in BODY_NOUNS | COLLECTIVES:
        return start
    at = start - 2
    while at > 0 and _is_capital(doc[at - 1]) and doc[at - 1].pos_ in ("PROPN", "ADJ") and doc[at - 1].lower_ not in TITLES:
        at -= 1
    return at if _is_capital(doc[at]) else start


def _noun_behind(doc: Doc, bracket: int) -> Token | None:
    """'Canal Trades (CT) union': the noun is part of the name."""
    at = next((i for i in range(bracket, min(bracket + 6, len(doc))) if doc[i].text == ")"), bracket) + 1
    is_noun = at < len(doc) and doc[at].lower_ in BODY_NOUNS and doc[at].tag_ == "NN" and doc[at - 1].text == ")"
    return doc[at] if is_noun and doc[bracket - 1].lower_ not in BODY_NOUNS | COLLECTIVES else None


def _trades(doc: Doc, names: Names) -> Iterator[Mention]:
    """'Union of Rail, Canal and Road Workers', where the text has no letters behind it."""
    for match in _TRADES.finditer(text_of(doc)):
        span = doc.char_span(match.start(), match.end())
        if span is None or any(names.at(i) is not None for i in range(span.start, span.end)):
            continue
        start = span.start + int(span[0].pos_ in ("DET", "ADP") or span[0].lower_ in ("the", "a"))
        name = _name(doc, start, span.end)
        yield Mention(start, span.end, name, name, "organisation")


def _shortened(doc: Doc, bodies: list[Mention], known: set[str]) -> dict[str, Mention]:
    """Letters that spell a part of one of these names, and of no other: 'RCR' of the National Union of Rail, Canal and Road Workers."""
    initials = [("".join(w[0] for w in body.name.replace("-", " ").split() if w[0].isupper()), body) for body in bodies]
    found: dict[str, Mention] = {}
    for letters in {word for word in set(spelled(doc)) - known if _CAPITALS.fullmatch(word)} if bodies else ():
        fitting = {body.name: body for spelled, body in initials if letters in spelled}
        if len(fitting) == 1:
            found[letters] = next(iter(fitting.values()))
    return found


def _by_letters(doc: Doc, names: Names, known: dict[str, Mention], said: set[str]) -> Iterator[Mention]:
    """What the text says that letters stand for counts before what a lexicon has them stand for."""
    for letters in (each for each in known if "-" in each):
        spans = (doc.char_span(m.start(), m.end()) for m in re.finditer(rf"\b{letters}\b", text_of(doc)))
        yield from (evolve(known[letters], start=span.start, end=span.end) for span in spans if span is not None)
    for at, word in enumerate(spelled(doc) if known else ()):
        body = known.get(word)
        if body is None or (names.at(at) is not None and word not in said):
            continue
        following = doc[at + 1] if at + 1 < len(doc) else None
        end = at + 1 + int(following is not None and following.lower_ == "union" and following.is_title)  # 'the RCR Union'
        yield Mention(at, end, body.name, body.actor, body.kind)


def _name(doc: Doc, start: int, end: int) -> str:
    return str(doc[start:end].text).translate(STRAIGHT)


def _is_of_state(doc: Doc, start: int, end: int) -> bool:
    return any(t.lower_ in _OF_STATES for t in doc[start:end])


def _is_capital(token: Token) -> bool:
    return bool(token.text[:1].isupper())


def _may_be_within(token: Token) -> bool:
    return not token.is_space and (
        _is_capital(token) or token.lower_ in _LINKS or token.text in (",", "-", "'", "’") or token.tag_ == "POS"
    )
