"""What a number belongs to when no noun follows it: the thing that is put at it, rises to it, is worth it, is offered."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.numbers.units import TALLIES
from gobetween.reading.word_lists import words

_PUTTING = words("put estimate place set give")
_CHANGING = words(
    "rise climb fall drop grow increase stand reach total decline jump soar surge slip decrease shrink swell double hit plunge exceed"
    " go tumble plummet rocket"
)
_MOVING = words("raise cut lower reduce lift bring trim push")
_WHO_MOVES = words(
    "company union government employer owner side party worker crew delegation team bank airline "
    "buyer bidder seller investor lender suitor rival ministry country state committee council group"
)
_LASTING = words(
    "last exceed run take continue go drag stretch span surpass enter rage endure persist pass be reach suspend extend pause"
)
_PAYING = words("pay offer bid spend invest raise lend give provide grant ask demand need cost charge budget")
_LEVELS = words("price rate level output production membership population turnout attendance size strength capacity quota")
BODIES = words(
    "ministry government union agency police authority army company group council department office court bank federation association "
    "movement party commission administration service bureau institute operator management mission airline railway"
)
_GROUPS = words(
    "delegation team crew group committee panel commission mission board staff party force squad caucus contingent workforce jury "
    "council cabinet faction bloc membership"
)
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUNS = frozenset({"NOUN", "PROPN"})


def thing_put_at(token: Token) -> tuple[Token, Token | None] | None:
    """The thing that is put at the number, and who puts it there: "the ministry put its dead at 13" gives "dead" and "ministry"."""
    verb = _verb_over(token, frozenset({"at"})) or _verb_over(token, frozenset({"as"}))
    if verb is None or verb.lemma_ not in _PUTTING or (verb.lemma_ == "give") != (_verb_over(token, frozenset({"at"})) is None):
        return None
    thing = _child(verb, frozenset({"dobj", "nsubjpass"}))
    if thing is None or thing.i == token.i or thing.is_ancestor(token):
        return None  # "would put 70 boats out of business": put nowhere
    who = _child(verb, frozenset({"nsubj"})) or _agent(verb)
    if who is None and verb.tag_ == "VBG" and verb.dep_ == "advcl":
        who = _child(verb.head, frozenset({"nsubj"}))  # "disputes that, putting the share at 38 percent"
    return None if who is not None and (who.i == token.i or who.is_ancestor(token)) else (thing, who)


def _agent(verb: Token) -> Token | None:
    """By whom: "is estimated at 40 by the ministry"."""
    by = _child(verb, frozenset({"agent"})) if verb.tag_ == "VBN" else None
    return _child(by, frozenset({"pobj"})) if by is not None else None


def thing_that_changed(token: Token) -> Token | None:
    """What rises, falls or stands, or is raised or cut: "the toll rose to 40" gives "toll", "they cut the price to $40" "price"."""
    verb = _verb_over(token, frozenset({"to", "at", "by", "from"}))
    if verb is None or verb.lemma_ not in _CHANGING | _MOVING:
        return None
    thing = _child(verb, frozenset({"dobj", "nsubjpass"}) if verb.lemma_ in _MOVING else _SUBJECTS)
    is_thing = thing is not None and thing.pos_ in _NOUNS and thing.i < token.i and thing.lemma_.lower() not in _WHO_MOVES
    return thing if is_thing else None


def thing_that_is(token: Token) -> Token | None:
    """What is so many: "the figures were 30,000 in March and 32,500 in April" gives "figures", "of whom 300 are" those of whom."""
    above = _top(token)
    for _ in range(4):
        if above.dep_ not in {"conj", "appos", "pobj"} or above.head == above:
            break
        above = above.head
        if above.dep_ == "prep":
            above = above.head
    verb = above.head
    if above.dep_ == "attr" and verb.lemma_ == "be" and (thing := _child(verb, _SUBJECTS)) is not None:
        is_tally = thing.lemma_.lower() in TALLIES | _LEVELS
        return thing if is_tally and thing.i < token.i else None
    if above.dep_ in _SUBJECTS and verb.dep_ == "relcl" and verb.head.pos_ in _NOUNS:
        of = token.nbor(-2) if token.i > token.sent.start + 1 else token
        return verb.head if of.lower_ == "of" and token.nbor(-1).lower_ in {"whom", "which"} else None
    return None


def thing_worth(token: Token) -> Token | None:
    """The noun that is worth a sum: "an offer worth $40"."""
    above = _top(token).head
    return (
        above.head
        if above.lower_ in {"worth", "of"} and above.head.lemma_ != "top" and above.head.pos_ in _NOUNS and above.head.i < above.i
        else None
    )


def thing_paid_for(token: Token) -> Token | None:
    """What a sum is for: "pay $2.5 billion for the merger"."""
    top = _top(token)
    verb = top.head
    for_ = next((c for part in (top, verb) for c in part.children if c.lower_ == "for" and c.i > token.i), None)
    return _child(for_, frozenset({"pobj"})) if for_ is not None and (verb.lemma_ in _PAYING or for_.head == top) else None


def thing_that_lasted(noun: Token) -> Token | None:
    """What a stretch of time measures: the noun before "of" ("a break of three hours"), or the subject of a verb of lasting."""
    above = noun.head
    if above.lower_ == "of" and above.head.lemma_ in {"course", "space", "period", "span", "total", "maximum", "minimum", "matter"}:
        return None  # "over the course of six years"
    if noun.dep_ == "pobj" and above.lower_ == "of" and above.head.pos_ == "NOUN" and above.head.i < above.i:
        beside = above.nbor(-1)  # "5 percent and shifts of eight hours": of the nouns joined, the nearer
        return beside if beside.dep_ == "conj" and beside.head == above.head and beside.pos_ in _NOUNS else above.head
    if above.pos_ not in {"VERB", "AUX"} or above.lemma_ not in _LASTING:
        return None
    subject = _child(above, _SUBJECTS)
    if subject is not None and subject.tag_ == "WDT" and above.dep_ == "relcl":
        return above.head
    return subject


def noun_beside(token: Token) -> Token | None:
    """The noun that a number goes without, as its neighbour has it: "5,000 people in Leeds and 2,000 in York"."""
    above = token.head
    is_joined = (
        token.dep_ == "conj" and above.pos_ == "NOUN" and above.lemma_ not in {"cent", "percent", "%"} and token.i + 1 < token.sent.end
    )
    if not is_joined or token.nbor().lower_ not in {"in", "at", "from", "for", "more", ".", "were", "was", "by"}:
        return None
    return above if any(child.dep_ == "nummod" for child in above.children) else None


def group_of(token: Token) -> Token | None:
    """The group whose size the number is: "a delegation of five"."""
    of = token.head
    is_size = token.dep_ == "pobj" and of.lower_ == "of" and of.head.lemma_ in _GROUPS and of.head.i + 1 == of.i
    return of.head if is_size and not any(child.dep_ == "poss" for child in token.children) else None


def lasts(verb: Token) -> bool:
    """Whether the verb says how long a thing is."""
    return verb.lemma_ in _LASTING


def noun_described(token: Token) -> Token | None:
    """The noun that "12%" or "15-percent" stands before: "a 12% pay rise" gives "rise"."""
    above = token
    while above.dep_ in {"compound", "nmod", "nummod", "amod", "npadvmod"} and token.i < above.head.i < token.i + 6:
        above = above.head
    return (
        above if above != token and above.pos_ in _NOUNS and "," not in {each.text for each in token.doc[token.i : above.i]} else None
    )


def _verb_over(token: Token, prepositions: frozenset[str]) -> Token | None:
    above = _top(token).head
    if above.dep_ in {"prep", "agent"} and above.lower_ in prepositions:
        above = above.head
        for _ in range(4):  # "put the number of displaced at 40": the preposition may hang on the noun
            if above.pos_ not in _NOUNS | {"ADP", "ADJ"} or above.head == above:
                break
            above = above.head
    return above if above.pos_ in {"VERB", "AUX"} else None


def _top(token: Token) -> Token:
    """The head of a number's own words: "percent" for "4", "million" for "2"."""
    while token.dep_ in {"nummod", "compound", "quantmod", "conj"} and token.head.i != token.i:
        token = token.head
    return token


def _child(verb: Token, roles: frozenset[str]) -> Token | None:
    return next((child for child in verb.children if child.dep_ in roles), None)


def gapped_subject(token: Token) -> Token | None:
    """Who gives a number where the verb is left out: "the union said 900 workers came, the company 300"."""
    if token.i - 2 < token.sent.start or (token.i + 1 < token.sent.end and token.nbor().text not in {".", ",", ";"}):
        return None
    noun = token.nbor(-1)
    if noun.pos_ not in _NOUNS or (noun.tag_ == "NN" and noun.ent_type_ == "" and noun.lemma_.lower() not in BODIES):
        return None
    first = noun
    while first.i > token.sent.start and first.nbor(-1).pos_ in {"DET", "ADJ", "NOUN", "PROPN"}:
        first = first.nbor(-1)
    opens = first.i > token.sent.start and first.nbor(-1).lower_ in {",", ";", "and", "while", "but"}
    return noun if opens and noun.ent_type_ != "DATE" else None
