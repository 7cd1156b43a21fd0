"""Papers, stations and firms with a land in their names, which are not the land: 'the Norvan Times', 'Norvan Airlines'.

The best known are listed (`outlets.csv`); these are told by the word for what they are, in capitals, right beside the land.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import STRAIGHT, TITLES
from gobetween.reading.word_lists import words

_LONGEST = 4  # words behind the land, or before it
_PAPERS = words(
    "times post herald tribune telegraph gazette chronicle journal guardian observer courier mail daily star mirror independent",
    "examiner echo argus dispatch bulletin inquirer citizen globe spectator standard",
)
_STATIONS = words("today news weekly review tv television radio broadcasting online wire monitor express press newspaper newspapers")
_FIRMS = words(
    "airlines airways railways motors steel petroleum telecom telecoms insurance holdings corp corporation inc ltd university exchange",
    "unicom aerospace aviation shipping shipbuilding cement copper mining energy",
)
_BEHIND_PEOPLES = _PAPERS | words("airlines airways")
_BEFORE_OF = words("times voice herald echo star standard tribune radio daily news bank university")
_BEFORE = words("radio télé tele")
_SHORT = 3  # letters of a word that a headline may set small
_CAPITALS = 0.7  # share of the longer words of a headline


def named_after_lands(doc: Doc, lands: Iterable[Mention]) -> Iterator[Mention]:
    """The mentions of such bodies around these of lands. Linear in the text's length."""
    for land in lands:
        if land.kind != "state":
            continue
        start, end = _start(doc, land), _end(doc, land)
        if (start, end) != (land.start, land.end) and not _is_headline(doc[land.start]):
            name = doc[start:end].text.translate(STRAIGHT)
            yield Mention(start, end, name, name, "organisation")


def _end(doc: Doc, land: Mention) -> int:
    """Behind the word that says what it is, which no other name and no title follows; the land's own end where none does."""
    known = _BEHIND_PEOPLES if land.is_adjective else _PAPERS | _STATIONS | _FIRMS
    at = land.end
    while at < len(doc) and at - land.end < _LONGEST and _goes_on(doc[at]):
        at += 1
    is_post = at < len(doc) and doc[at].lower_ in TITLES  # 'Norvan Energy Secretary Ada Berg'
    return at if at > land.end and doc[at - 1].lower_ in known and not is_post else land.end


def _start(doc: Doc, land: Mention) -> int:
    """The first word of 'Voice of Norvan', 'Radio Free Norvan'; the land's own start where there is none."""
    at = land.start - 1
    if land.is_adjective or at < 0 or (land.end - land.start > 1 and doc[land.start].lower_ == "the"):
        return land.start
    if doc[at].lower_ == "of" and at and doc[at - 1].lower_ in _BEFORE_OF and _is_capital(doc[at - 1]):
        at -= 1
        while (
            at and land.start - at < _LONGEST and _is_capital(doc[at - 1]) and doc[at - 1].pos_ == "PROPN" and doc[at].pos_ == "PROPN"
        ):
            at -= 1
        return at
    is_free = doc[at].text == "Free" and at > 0
    station = doc[at - 1] if is_free else doc[at]
    return station.i if station.lower_ in _BEFORE and _is_capital(station) else land.start


def _goes_on(token: Token) -> bool:
    return (
        _is_capital(token)
        and token.pos_ in {"PROPN", "NOUN", "ADJ"}
        and bool(token.nbor(-1).whitespace_)
        and token.lower_ not in TITLES
    )


def _is_capital(token: Token) -> bool:
    return bool(token.is_title or (token.text.isupper() and len(token) > 1))


def _is_headline(token: Token) -> bool:
    """Whether its sentence sets nearly all words in capitals, so that these tell nothing of names."""
    longer = [each for each in token.sent if each.is_alpha and len(each) > _SHORT]
    return len(longer) > _SHORT and sum(each.text[:1].isupper() for each in longer) >= _CAPITALS * len(longer)
