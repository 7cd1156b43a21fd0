"""Those who may be meant in a text, and the words that take them up."""

from __future__ import annotations

from attrs import frozen
from spacy.tokens import Token

from gobetween.model.evidence import SourceType
from gobetween.reading.naming.name_words import COLLECTIVES, FIRMS, NAME_ENDINGS, NO_FIRMS
from gobetween.reading.naming.unions import is_of_employers, is_union
from gobetween.reading.word_lists import words

MALE_FEMALE = words("he she him her his hers himself herself")
THEY = words("they them their themselves")
IT = words("it its itself")
WE = words("we us our ours ourselves i me my mine myself")
SOURCES = words("source sources")
OFFICIALS = words(
    """official officials diplomat diplomats negotiator negotiators aide aides spokesman spokeswoman spokesperson adviser advisor
    person people mediator mediators minister ministers insider insiders envoy member members leader leaders commander figure
    delegate delegates lawmaker lawmakers analyst analysts expert experts observer observers"""
)
DOCUMENTS = words(
    """report reports resolution statement document draft letter poll survey study data figure figures count counts communique
    email book article complaint proposal text agreement memo transcript filing census video footage"""
)
# people whom a text may cite without a name and without a post
PERSONS = words(
    """woman man resident residents witness witnesses worker workers driver nurse doctor teacher farmer fisherman relative neighbour
    neighbor passenger volunteer student soldier fighter insider lawyer trader veteran councillor mother father"""
)
# posts by which 'the ...' takes up a person named with one
POSTS = words(
    """minister president premier chancellor envoy ambassador secretary spokesman spokeswoman spokesperson chief leader chairman
    chairwoman chair negotiator mediator commander general governor mayor senator director commissioner coordinator king queen
    prince princess emir sultan treasurer executive lawyer judge arbitrator"""
)
SPEAKING = words("spokesman spokeswoman spokesperson negotiator")  # of these, those whose words are their side's
POINTING = frozenset({"the", "this", "that", "these", "those", "same"})
_LOCAL = words("council authority borough city county district municipality")
_GROUPS = words("front movement rebels militia militants insurgents separatists guerrillas alliance faction paramilitaries")
_ARMED = words("rebel guerrilla insurgent militant separatist")  # what 'the rebel movement' says besides
_NO_PARTIES = frozenset({"Nations", "Union", "Association", "Community", "Bank", "Organization", "Organisation", "Air", "NATO"})
_ANONYMOUS = frozenset({SourceType.ANONYMOUS_OFFICIAL, SourceType.ANONYMOUS_SOURCE, SourceType.ANONYMOUS_SOURCES})


@frozen
class Referent:
    """Someone meant: the fullest name, the actor they belong to, what kind of source they are."""

    name: str
    actor: str | None
    source_type: SourceType
    is_plural: bool = False

    @property
    def is_person(self) -> bool:
        """Whether it is one named person."""
        return self.source_type is SourceType.NAMED_PERSON

    @property
    def is_anonymous(self) -> bool:
        """Whether it is someone whom the text does not name."""
        return self.source_type in _ANONYMOUS


@frozen
class Candidate:
    """A referent at a token, and where it stands: what later words may take up."""

    at: int
    is_subject: bool
    sentence: int
    paragraph: int
    is_quoted: bool
    referent: Referent
    is_speaker: bool
    is_main: bool = False  # who says or does the whole of the sentence


def is_called(noun: str, referent: Referent) -> bool:
    """Whether a body's name has the noun; an official at a ministry is no ministry, and airline pilots are no airline."""
    if referent.source_type is SourceType.DOCUMENT or referent.is_anonymous:
        return False
    if noun == "union" and is_of_employers(referent.name):
        return False
    last = referent.name.lower().rsplit(maxsplit=1)[-1]
    return noun in referent.name.lower() and not (noun in FIRMS and last in COLLECTIVES - FIRMS)


def has_noun(noun: str, name: str) -> bool:
    """Whether a name of more words begins with the noun and 'of', or ends with it: 'University of Dunmere', 'Trades Confederation'."""
    first, *rest = name.lower().split()
    return bool(rest) and (rest[-1] in (noun, f"{noun}s") or (first == noun and rest[0] in ("of", "for")))


def is_hinted(noun: str, name: str) -> bool:
    """Whether a firm's name has what the noun says that it makes or does: 'the steelmaker' for Corvane Steel."""
    made = noun.removesuffix("maker").removesuffix("builder").removesuffix("line")
    return made in name.lower()


def is_told_apart(token: Token) -> bool:
    """Whether a body's noun says itself which body is meant: 'the harbour master's office', not 'the rebel group'."""
    return any(c.dep_ in ("poss", "compound", "nmod") and c.pos_ in ("NOUN", "PROPN") and c.lower_ not in _ARMED for c in token.lefts)


def suits(noun: str, referent: Referent, kind: str) -> bool:
    """Whether a noun may take up a body of this kind: 'the group' a movement, 'the company' a firm, 'the ministry' no union."""
    kinds = {kind}
    last = referent.name.lower().rsplit(maxsplit=1)[-1]
    if noun in ("rebels", "militants", "militia", "faction", "insurgents", "separatists"):
        return "group" in kinds
    if noun in ("group", "movement", "organisation", "organization"):
        is_side = last in _GROUPS
        return is_side or bool(kinds & {"group", "organisation"})
    if noun == "party":
        is_body = last in (COLLECTIVES | NAME_ENDINGS) - _GROUPS - {"party", "coalition", "congress", "bloc", "league"}
        return "organisation" in kinds and not is_body and not is_union(referent.name) and not set(referent.name.split()) & _NO_PARTIES
    if noun in FIRMS:
        is_other = bool(set(referent.name.lower().split()) & NO_FIRMS) or is_union(referent.name)
        return "organisation" in kinds and referent.name == referent.actor and not is_other
    if noun in ("government", "cabinet", "administration", "army", "military", "parliament"):
        return "state" in kinds
    if noun == "authority":
        return last in _LOCAL
    if noun in ("ministry", "department", "office", "court"):
        return "body" in kinds  # no union or firm is meant
    is_other = last in COLLECTIVES | NAME_ENDINGS and last != noun  # a union is no council
    return bool(kinds & {"organisation", "body"}) and noun in ("agency", "council", "commission") and not is_other
