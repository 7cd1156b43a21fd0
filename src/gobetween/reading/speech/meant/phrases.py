"""What a noun phrase says by itself of who is meant: a name, an unnamed official, a text, a side."""

from __future__ import annotations

from collections.abc import Callable
from itertools import takewhile

from spacy.tokens import Token

from gobetween.model.evidence import SourceType
from gobetween.reading.naming.mentions import Mention
from gobetween.reading.naming.name_words import COLLECTIVES, FIRMS, POWERS, RULING, SENT_PERSONS, SIDES
from gobetween.reading.naming.names import Names
from gobetween.reading.naming.unions import CREWS, is_union
from gobetween.reading.speech.meant.referents import DOCUMENTS, OFFICIALS, PERSONS, POINTING, POSTS, SOURCES, Referent, is_told_apart
from gobetween.reading.syntax import child_called, children, has_left, noun_phrase
from gobetween.reading.word_lists import words

_SIDES = SIDES | POWERS
_VAGUE = SOURCES | words("person people official officials diplomat diplomats")
_OF_WHAT = words("chamber board council ministry bureau department institute court office house union association federation")
_WRITTEN = words("statement communique letter email release message note post")  # what they say, their author says
_SPOKES = words("spokesman spokeswoman spokesperson")
_LONGEST = 6  # tokens behind a noun that tell it apart, at most
_RUNNING = frozenset({"management", "board", "bosses", "managers", "executives"})
_AGAINST = words(
    """target suitor bidder rival rivals foe foes enemy enemies opponent opponents adversary adversaries critic critics ally allies
    backer backers"""
)
_NOT_THE_STATES = words(
    """rebel rebels insurgents guerrillas militants separatists protesters demonstrators civilians residents refugees migrants
    villagers prisoners detainees hostages captives journalists activists dissidents students mercenaries jihadists rivals
    factions rival companies firms unions workers farmers doctors nurses miners voters tribes settlers citizens nationals victims
    families parties sides camps groups parliaments legislatures allies ally backers partners company firm bank airline carrier
    carmaker automaker planemaker steelmaker drugmaker chipmaker giant manufacturer producer lender retailer insurer conglomerate
    supplier brewer shipper miner utility broadcaster newspaper daily magazine channel outlet website union party movement militia
    faction charity university club league businessman businesswoman billionaire journalist analyst expert academic economist
    lawyer activist campaigner citizen national family man woman teenager refugee worker farmer doctor nurse teacher driver pilot
    players cricketers footballers athletes growers retailers manufacturers exporters importers producers shippers fishermen
    truckers pilots drivers traders lenders carriers airlines banks investors steelmakers carmakers automakers teachers musicians
    actors writers businesses households commuters scientists researchers campaigners economists analysts experts lawyers
    academics newspapers outlets broadcasters universities charities hospitals judge judges court courts jury tribunal tribunals"""
)
_APART = words("opposition shadow parallel exiled exile ousted breakaway self-declared rebel rival")
_MANY = frozenset({"side", "negotiators", "troops", "army"})
_CALLED = SOURCES | OFFICIALS | DOCUMENTS | COLLECTIVES | _MANY  # nouns that say by themselves what kind of source somebody is


class Phrases:
    """The noun phrases of one document; `who` tells whom a pronoun in one of them means."""

    def __init__(self, names: Names, actors: dict[str, str], who: Callable[[Token], Referent | None]) -> None:
        self._names, self._actors, self._who = names, actors, who
        self._doc = names.doc

    def by_itself(self, token: Token) -> Referent | None:
        """Who a phrase names or describes well enough to stand alone; `None` where it needs what stands before it."""
        mention = self._names.at(token)
        lower = token.lower_
        if mention is not None and mention.is_person:
            return Referent(mention.name, mention.actor or self._actors.get(mention.name), SourceType.NAMED_PERSON)
        if mention is not None and not mention.is_adjective:
            return None if self._names.is_place(mention) else Referent(mention.name, mention.actor, SourceType.BODY)
        beside = (c for c in children(token, "appos") if not _is_anothers(c, token))
        named = next((m for c in beside if (m := self._names.at(c)) is not None and not m.is_adjective), None)
        if named is not None:
            kind = SourceType.NAMED_PERSON if named.is_person else SourceType.BODY
            return Referent(named.name, named.actor or self._actors.get(named.name) or self.actor_within(token), kind)
        if mention is not None and token.tag_ in ("NNPS", "NNP", "NNS"):
            return Referent(mention.name, mention.actor, SourceType.BODY, is_plural=True)
        if lower not in _CALLED:
            return None
        actor = self.actor_within(token) or (self._names.parts.of_post(token) if token.tag_ == "NNP" else None)
        if lower in SOURCES or (lower in OFFICIALS and not self._points_back(token, actor)):
            return self._unnamed(token, actor)
        if lower in _WRITTEN and (author := self._author(token)) is not None:
            return author
        if lower in DOCUMENTS and lower not in COLLECTIVES:
            return Referent(self.words(token), actor, SourceType.DOCUMENT)
        if actor is not None and (lower in COLLECTIVES or lower in _MANY):
            return Referent(self.words(token), actor, SourceType.BODY, is_plural=token.tag_ in ("NNS", "NNPS"))
        return None

    def _author(self, token: Token) -> Referent | None:
        """Who says what a statement says: 'a statement from the ministry', 'the guild's letter'."""
        prep = child_called(token, ("from", "by"), "prep")
        who = next(children(prep, "pobj"), None) if prep is not None else next(children(token, "poss"), None)
        if who is None or who.pos_ not in ("NOUN", "PROPN") or who.ent_type_ in ("DATE", "TIME"):
            return None
        author = self._who(who)
        return author if author is not None and author.source_type is not SourceType.DOCUMENT else None

    def _points_back(self, token: Token, actor: str | None) -> bool:
        return actor is None and has_left(token, POINTING) and token.tag_ == "NN"

    def _unnamed(self, token: Token, actor: str | None) -> Referent | None:
        plural = token.tag_ in ("NNS", "NNPS")
        described = [c for c in token.lefts if c.dep_ in ("amod", "compound", "nummod", "poss", "nmod") and c.lower_ != "same"]
        if not described and actor is None and has_left(token, POINTING):
            return None
        if token.lower_ in SOURCES:
            kind = SourceType.ANONYMOUS_SOURCES if plural else SourceType.ANONYMOUS_SOURCE
        elif plural and not any(c.dep_ == "nummod" for c in token.lefts) and token.lower_ not in ("aides", "people", "diplomats"):
            kind = SourceType.BODY if actor is not None else SourceType.ANONYMOUS_SOURCES
        else:
            kind = SourceType.ANONYMOUS_SOURCES if plural else SourceType.ANONYMOUS_OFFICIAL
        return Referent(self.words(token), actor, kind, is_plural=plural)

    def unnamed_person(self, token: Token) -> Referent | None:
        """Someone cited by no more than a word for a person: 'a woman close to the talks'."""
        if token.lower_ not in PERSONS or self._names.at(token) is not None:
            return None
        plural = token.tag_ == "NNS"
        kind = SourceType.ANONYMOUS_SOURCES if plural else SourceType.ANONYMOUS_SOURCE
        return Referent(self.words(token), self.actor_within(token), kind, is_plural=plural)

    def told_apart(self, token: Token) -> Referent | None:
        """A body without a name that its words tell apart: 'the conciliator's office', 'the port registry'."""
        if token.lower_ not in COLLECTIVES or token.tag_ != "NN" or not is_told_apart(token):
            return None
        return Referent(self.words(token), self.actor_within(token), SourceType.BODY)

    def actor_within(self, token: Token) -> str | None:
        """The actor that the words of a noun phrase name: 'the Israeli side', 'Hamas's negotiators', 'militants from Hamas'."""
        first, last = noun_phrase(token)
        before = [m for m in self._names.mentions(first, token.i + 1) if self._counts(m.start, token)]
        if is_rival(token):
            return None
        is_other = is_not_the_states(token)
        for named in before:
            if is_other and (named.kind == "state" or self._is_land(named)):
                continue  # nor are the prime minister's partners the state
            if (
                named.kind == "organisation"
                and token.lower_ in CREWS | {"union", "unions"}
                and not is_union(named.name)
                and not named.is_adjective
            ):
                continue  # 'Nordvik's pilots' may want what Nordvik does not
            actor = self._of_person(named.name, token) if named.is_person else named.actor
            if actor:
                return actor
        for prep in children(token, "prep"):
            if (
                prep.lower_ in ("of", "from", "for")
                and (mention := next(self._names.mentions(prep.i + 1, min(last, prep.i + 6)), None)) is not None
                and not _is_joined_behind(self._doc[mention.end - 1], token)
            ):
                return self._of_person(mention.name, token) if mention.is_person else mention.actor
            of = next(children(prep, "pobj"), None) if prep.lower_ == "of" and token.lower_ in SENT_PERSONS else None
            if (
                of is not None
                and of.pos_ == "NOUN"
                and of.lower_ in COLLECTIVES
                and (sender := self._who(of)) is not None
                and sender.actor
            ):
                return sender.actor  # 'officials of the union'
        owning = ("its", "their", "his", "her") if token.lower_ in COLLECTIVES else ("its", "their")
        pronoun = child_called(token, owning, "poss")
        if pronoun is not None and (owner := self._who(pronoun)) is not None:
            return owner.actor
        if (
            (firm := child_called(token, FIRMS, "poss")) is not None
            and token.lower_ in _RUNNING
            and (owner := self._who(firm)) is not None
        ):
            return owner.actor  # 'the airline's management'
        return self._names.parts.of_office(token)

    def _is_land(self, named: Mention) -> bool:
        actor = named.actor or self._actors.get(named.name)
        return actor is not None and self._names.parts.is_land(actor)

    def actor_of(self, person: str) -> str | None:
        """Whose side the person of this full name is on."""
        return self._actors.get(person)

    def _of_person(self, name: str, owned: Token) -> str | None:
        """A person's side; whose government is spoken of without a land's name, is of the one land that it can be of."""
        return self._actors.get(name) or (self._names.parts.land if owned.lower_ in RULING else None)

    def _counts(self, i: int, head: Token) -> bool:
        at = self._doc[i]
        return at.i == head.i or at.dep_ in ("amod", "compound", "poss", "nmod", "conj", "appos")

    def words(self, token: Token) -> str:
        """The words of a noun phrase before and with its head, without its article: 'Egyptian security source'."""
        first, _ = token.left_edge.i, token
        told = list(self._doc[first : token.i + 1])
        if len(told) == 2 and told[0].lower_ == "both":
            return "".join(t.text_with_ws for t in told).strip()
        while len(told) > 1 and (
            told[0].lower_ in ("the", "a", "an", "same", "this", "that", "these", "those", "both", "other") or told[0].is_punct
        ):
            told.pop(0)
        speaks_for = token.lower_ in _SPOKES and any(c.lower_ == "for" and c.i == token.i + 1 for c in token.rights)
        if len(told) == 1 and (token.lower_ in _VAGUE or speaks_for):
            told += self._behind(token)
        of = self._doc[token.i + 1 : token.i + 3]
        if (
            token.lower_ in _OF_WHAT
            and len(of) > 1
            and of[0].lower_ == "of"
            and of[1].pos_ in ("NOUN", "PROPN")
            and of[1].text.islower()
        ):
            told += list(of)
        return "".join(t.text_with_ws for t in told).strip()

    def _behind(self, token: Token) -> list[Token]:
        """What tells a bare 'person' apart: 'close to the talks'."""
        behind = list(self._doc[token.i + 1 : noun_phrase(token)[1]])
        return list(takewhile(lambda t: not (t.is_punct or t.is_space), behind))[:_LONGEST]

    def described(self, token: Token) -> Referent | None:
        """A side that no name is known for: 'the rebels', 'the employers', 'the government'."""
        if token.lower_ not in _SIDES or token.pos_ not in ("NOUN", "PROPN") or self._names.at(token) is not None:
            return None
        first = next((t for t in (token.doc[token.left_edge.i], token)), token)
        is_definite = first.lower_ in ("the", "both", "management") or (
            token.tag_ == "NNS" and not any(c.dep_ == "det" for c in token.lefts)
        )
        is_counted = first.lower_ not in ("the", "both") and any(c.dep_ == "nummod" for c in token.lefts)  # 'some 300 pilots'
        if not is_definite or is_counted or token.dep_ in ("compound", "nmod"):
            return None
        name = self.words(token)
        return Referent(name, self.actor_within(token) or name, SourceType.BODY, is_plural=token.tag_ == "NNS")

    def plain(self, token: Token) -> Referent | None:
        """What is left to say of a phrase that takes nothing up: its words, and what kind of source it is."""
        if token.pos_ not in ("NOUN", "PROPN"):
            return None
        if (unnamed := self.unnamed_person(token)) is not None:
            return unnamed
        kind = SourceType.DOCUMENT if token.lower_ in DOCUMENTS else SourceType.UNKNOWN
        if token.lower_ in COLLECTIVES or token.ent_type_ in ("ORG", "GPE", "NORP"):
            kind = SourceType.BODY
        if token.ent_type_ == "PERSON":
            kind = SourceType.NAMED_PERSON
        if token.lower_ in OFFICIALS:
            kind = SourceType.ANONYMOUS_SOURCES if token.tag_ == "NNS" else SourceType.ANONYMOUS_OFFICIAL
        actor = self.actor_within(token) or self._names.parts.of_post(token)
        return Referent(self.words(token), actor, kind, is_plural=token.tag_ in ("NNS", "NNPS"))


def is_rival(token: Token) -> bool:
    """'Its rival', 'Norvan's foes': others than whose they are."""
    return token.lower_ in _AGAINST and any(c.dep_ == "poss" for c in token.lefts)


def is_not_the_states(token: Token) -> bool:
    """Who only lives in a land, or fights it: 'Norvanian rebels', 'Norvan's shadow government'."""
    return token.lower_ in _NOT_THE_STATES or has_left(token, _APART)


def _is_joined_behind(name: Token, token: Token) -> bool:
    """'The government of Sarvane and the Front': the Front is another, not whose the government is."""
    return name.dep_ == "conj" and (name.head is token or name.head.head.head is token)


def _is_anothers(name: Token, token: Token) -> bool:
    """Whether the name beside is that of a post named between: 'a spokesman for the transport minister, Ada Berg'."""
    for_ = next((c for c in token.rights if c.lower_ == "for" and c.i < name.i), None)
    post = next(children(for_, "pobj"), None) if for_ is not None else None
    return post is not None and post.lower_ in POSTS and token.lower_ in _SPOKES
