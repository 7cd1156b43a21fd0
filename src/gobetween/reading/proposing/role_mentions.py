"""What a report's own words make of an actor: its mediators, its hosts, the two between whom talks are held, who reaches whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen
from spacy.tokens import Token

from gobetween.model.actors import RoleKind
from gobetween.model.passages import Passage
from gobetween.reading.documents.clean_text import CleanText
from gobetween.reading.naming.lexicon import Lexicon
from gobetween.reading.parsing import parse
from gobetween.reading.proposing import role_words as roles
from gobetween.reading.scene import Scene, set_scene
from gobetween.reading.syntax import child, children, is_negated, subject_of

if TYPE_CHECKING:
    from spacy.language import Language

_PAIR = 2
_THREE = 3
_NEAR = 8  # tokens behind two subjects within which what they hold is named


@frozen
class RoleMention:
    """Words by which an actor is something in the talks; `toward` is whose ally it is, or to whom it is a channel."""

    passage: Passage
    actor: str
    role: RoleKind
    toward: str | None = field(default=None, kw_only=True)
    title: str = field(default="", kw_only=True)  # the post of one who mediates in person: "State Conciliator"


@frozen
class PairMention:
    """Words that put actors into talks, a deal or a fight with one another."""

    passage: Passage
    sides: tuple[str, ...]


@frozen
class ReachMention:
    """Words by which one actor reaches, or hears from, another."""

    passage: Passage
    mediator: str
    to: str


@frozen
class RolesRead:
    """All that one report's words make of actors."""

    roles: tuple[RoleMention, ...] = ()
    pairs: tuple[PairMention, ...] = ()
    reach: tuple[ReachMention, ...] = ()


def read_roles(clean: CleanText, lexicon: Lexicon, parser: Language) -> RolesRead:
    """The roles that a text tells of; only paragraphs that hold a telling word are parsed."""
    telling = _telling(clean)
    if not telling.text:
        return RolesRead()
    found: list[RoleMention] = []
    pairs: list[PairMention] = []
    reach: list[ReachMention] = []
    scene = set_scene(telling, parse(telling.text, parser), lexicon, ())
    for token in scene.doc:
        found += _roles_at(scene, token)
        pairs += _pairs_at(scene, token)
        reach += _reach_at(scene, token)
    return RolesRead(_each_once(found), tuple(pairs), tuple(reach))


def _telling(clean: CleanText) -> CleanText:
    """The paragraphs that hold a telling word, by themselves: every character still knows where it stood."""
    ranges = [(start, end) for start, end in clean.paragraphs() if roles.TELLING.search(clean.text[start:end])]
    offsets: list[int] = []
    for start, end in ranges:
        if offsets:
            offsets.append(offsets[-1])  # the newline between
        offsets += clean.offsets[start:end]
    return CleanText("\n".join(clean.text[start:end] for start, end in ranges), tuple(offsets))


def _each_once(found: list[RoleMention]) -> tuple[RoleMention, ...]:
    unique = {(each.actor, each.role, each.toward, each.passage.spans): each for each in found}
    return tuple(unique.values())


def _sentence(scene: Scene, token: Token) -> Passage | None:
    return scene.passage(token.sent.start, token.sent.end)


def _roles_at(scene: Scene, token: Token) -> list[RoleMention]:
    passage = _sentence(scene, token)
    if passage is None:
        return []
    lemma = token.lemma_.lower()
    made = list[RoleMention]()
    for name in _mediating(scene, token, lemma):
        made.append(RoleMention(passage, name, RoleKind.MEDIATOR))
    if _is_mediator(token):
        made += _in_person(scene, token, passage)
    if lemma in roles.HOSTING and token.pos_ == "VERB" and _is_near_talks(token) and not is_negated(token):
        made += [RoleMention(passage, name, RoleKind.HOST) for name in _doers(scene, token)]
    for words, role in ((roles.GUARANTORS, RoleKind.GUARANTOR), (roles.MONITORS, RoleKind.MONITOR)):
        if lemma in words and token.pos_ == "NOUN":
            made += [RoleMention(passage, name, role) for name in _called(scene, token)]
    if lemma in roles.ALLIES and token.pos_ == "NOUN":
        made += _allies(scene, token, passage)
    return made


# --- who mediates ------------------------------------------------------------------------------------------------------------------


def _mediating(scene: Scene, token: Token, lemma: str) -> tuple[str, ...]:
    is_helping = lemma in roles.HELPING_VERBS and _is_near_talks(token)
    if (lemma in roles.MEDIATING_VERBS or is_helping) and token.pos_ in ("VERB", "ADJ"):
        return () if is_negated(token) else (*_doers(scene, token), *_hyphenated(scene, token))
    if _is_mediator(token):
        return _called(scene, token)
    if lemma in roles.SEEING and token.pos_ == "VERB" and not is_negated(token) and _is_with_both(token):
        return _doers(scene, token)
    if lemma in roles.HANDING and token.pos_ == "VERB" and not is_negated(token):
        return tuple(carrier for carrier, _, _ in _handing(scene, token))
    if token.lower_ in ("through", "via") and token.head.lemma_.lower() in roles.CARRYING:
        return tuple(carrier for carrier, _ in _carried(scene, token))
    if lemma in roles.MEDIATION and token.pos_ == "NOUN":
        return _of_noun(scene, token)
    if lemma in roles.WORKING and token.pos_ == "VERB" and not is_negated(token):
        return _working_between(scene, token)
    return ()


def _is_mediator(token: Token) -> bool:
    """Whether the noun is a word for one who mediates; 'go-between' is three tokens."""
    is_go_between = token.lower_ == "between" and token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "go"
    return is_go_between or (token.lemma_.lower() in roles.MEDIATORS and token.pos_ in ("NOUN", "PROPN"))


def _is_with_both(verb: Token) -> bool:
    """Whether those who are seen are both sides: 'met both sides', 'spoke with the two delegations'."""
    return any(
        token.lemma_.lower() in roles.SIDES and any(each.lower_ in roles.BOTH for each in token.lefts)
        for token in verb.subtree
        if token.dep_ in ("dobj", "pobj") and token.i > verb.i
    )


def _handing(scene: Scene, verb: Token) -> Iterator[tuple[str, str, str]]:
    """Carrier, author and receiver in 'Norway has handed the rebels a government proposal'."""
    subject, paper = subject_of(verb), child(verb, "dobj")
    if subject is None or paper is None or paper.lemma_.lower() not in roles.PAPERS:
        return
    receivers = list(children(verb, "dative"))
    receivers += [p for to in children(verb, "prep", "dative") if to.lower_ == "to" for p in children(to, "pobj")]
    authors = [c for c in paper.children if c.dep_ in ("poss", "amod", "compound", "nmod")]
    authors += [p for prep in children(paper, "prep") if prep.lower_ in ("from", "of", "by") for p in children(prep, "pobj")]
    for carrier in _actors(scene, [subject])[:1]:
        for author in _actors(scene, authors)[:1]:
            for receiver in _actors(scene, receivers)[:1]:
                if len({carrier, author, receiver}) == _THREE:
                    yield carrier, author, receiver


def _carried(scene: Scene, through: Token) -> Iterator[tuple[str, str]]:
    """Carrier and sender in 'the union answered through the mediators': whoever is named behind 'through'."""
    carriers = _actors(scene, list(children(through, "pobj")))
    subject = subject_of(through.head)
    senders = _actors(scene, [subject]) if subject is not None else ()
    yield from ((one, other) for one in carriers for other in senders if one != other)


def _doers(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Those by whom it is done, if it is done by someone; else its subjects."""
    agents = [p for by in children(verb, "agent") for p in children(by, "pobj")]
    if not agents and verb.tag_ == "VBN" and child(verb, "aux") is None:
        agents = [p for by in children(verb, "prep") if by.lower_ == "by" for p in children(by, "pobj")]
        return _actors(scene, agents)
    if agents:
        return _actors(scene, agents)
    subject = subject_of(verb)
    if subject is None or child(verb, "nsubjpass") is not None:
        return ()
    return _with_companions(scene, subject)


def _with_companions(scene: Scene, subject: Token) -> tuple[str, ...]:
    """The subjects, and those who stand beside them: 'Egypt, along with the United States and Qatar, ...'."""
    beside = [p for p in subject.sent if p.lower_ == "with" and p.i > 0 and p.nbor(-1).lower_ in ("along", "together")]
    near = [p for p in beside if 0 < p.i - subject.i <= 6]
    return _actors(scene, [subject, *(each for p in near for each in children(p, "pobj"))])


def _actors(scene: Scene, heads: list[Token]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for head in heads:
        for each in (head, *head.conjuncts):
            mention = scene.names.at(each)
            name = scene.party(each)
            if name is None and mention is not None:
                name = mention.name if mention.is_person else mention.actor
            if name is not None:
                found.setdefault(name)
    return tuple(found)


def _hyphenated(scene: Scene, token: Token) -> tuple[str, ...]:
    """'Qatari-brokered', 'Norway-mediated'."""
    if token.i < 2 or token.nbor(-1).text not in "-–—":
        return ()
    mention = scene.names.at(token.i - 2)
    return (mention.actor,) if mention is not None and mention.actor else ()


def _called(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Who is called so: 'the Egyptian mediator', 'X, the mediator', 'mediators X and Y', 'X acts as a mediator'."""
    if any(c.lower_ in ("no", "any", "each", "every") for c in noun.lefts):
        return ()
    near = [c for c in noun.children if c.dep_ in ("amod", "compound", "nmod", "appos")]
    within = [t for c in near for t in (c, *c.conjuncts) if _is_actor(scene, t)]
    if within:
        return _actors(scene, within)
    head = noun.head
    if noun.dep_ == "appos" and not _is_someone_else(scene, noun):
        return _actors(scene, [head])
    if noun.dep_ == "pobj" and head.lower_ == "as" and head.head.lemma_ in roles.ACTING_AS:
        subject = subject_of(head.head)
        return _with_companions(scene, subject) if subject is not None and not is_negated(head.head) else ()
    if noun.dep_ == "attr" and head.lemma_ in ("be", "become", "remain") and not is_negated(head):
        subject = subject_of(head)
        return _with_companions(scene, subject) if subject is not None else ()
    with_pobj = [p for prep in children(noun, "prep") if prep.lower_ in ("from", "of") for p in children(prep, "pobj")]
    return _actors(scene, with_pobj) if noun.lemma_.lower() in roles.MEDIATORS | roles.MONITORS else ()


def _is_someone_else(scene: Scene, noun: Token) -> bool:
    """'Israel's mediator' and 'the mediator of Egypt' are not Israel, nor Egypt, themselves."""
    return any(c.dep_ == "poss" and scene.names.at(c) is not None for c in noun.children)


def _in_person(scene: Scene, noun: Token, passage: Passage) -> list[RoleMention]:
    """One who mediates by office, with name or without: 'Renata Ossby, the State Conciliator', 'mediator Jane Doe'."""
    title = scene.references.phrase(noun)
    near = [noun.head] if noun.dep_ in ("appos", "compound", "nmod") else []
    near += [*children(noun, "appos"), *_named_behind(noun)]
    named = [token for token in near if token.pos_ == "PROPN" and not _is_actor(scene, token)]
    if named:
        return [RoleMention(passage, _full_name(scene, named[0], noun), RoleKind.MEDIATOR, title=title)]
    is_post = len(title.split()) > 1 and title.istitle() and noun.tag_ == "NNP" and not _called(scene, noun)
    return [RoleMention(passage, "", RoleKind.MEDIATOR, title=title)] if is_post else []


def _named_behind(noun: Token) -> Iterator[Token]:
    """The last word of a name right behind the noun's comma, however the parser joined it: 'the go-between, Klaas Verhoef, ...'."""
    at = noun.i + 2
    if at < len(noun.doc) and noun.nbor(1).text == "," and noun.doc[at].pos_ == "PROPN":
        while at + 1 < len(noun.doc) and noun.doc[at + 1].pos_ == "PROPN":
            at += 1
        yield noun.doc[at]


def _is_actor(scene: Scene, token: Token) -> bool:
    mention = scene.names.at(token)
    return mention is not None and not mention.is_person and ", " not in mention.name  # a post and its holder read as one name


def _full_name(scene: Scene, token: Token, noun: Token) -> str:
    mention = scene.names.at(token)
    if mention is not None and ", " not in mention.name:
        return mention.name
    words = [*(c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "PROPN" and c.i != noun.i), token]
    return " ".join(word.text for word in words)


def _of_noun(scene: Scene, noun: Token) -> tuple[str, ...]:
    """Whose mediation it is: 'Norway's mediation', 'mediation by Oman', 'X has played a role in mediations between A and B'."""
    owners = [c for c in noun.children if c.dep_ in ("poss", "amod", "compound") and scene.names.at(c) is not None]
    owners += [p for prep in children(noun, "prep") if prep.lower_ == "by" for p in children(prep, "pobj")]
    if owners:
        return _actors(scene, owners)
    if noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.lemma_ in ("role", "part", "hand"):
        role = noun.head.head
        verb = role.head
        subject = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
        return _with_companions(scene, subject) if subject is not None else ()
    return ()


def _working_between(scene: Scene, verb: Token) -> tuple[str, ...]:
    """'Norway has been working on a deal between A and B': who works at what others are to agree on."""
    betweens = [t for t in verb.subtree if t.lower_ == "between" and t.head.lemma_.lower() in roles.TALKS]
    sides = {name for t in betweens for name in _actors(scene, list(children(t, "pobj")))}
    subject = subject_of(verb)
    if len(sides) < _PAIR or subject is None:
        return ()
    return tuple(name for name in _with_companions(scene, subject) if name not in sides)


def _is_near_talks(token: Token) -> bool:
    return any(t.lemma_.lower() in roles.TALKS for t in token.sent)


def _allies(scene: Scene, noun: Token, passage: Passage) -> list[RoleMention]:
    """'The US, Israel's key ally', 'an ally of Israel'."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [p for prep in children(noun, "prep") if prep.lower_ == "of" for p in children(prep, "pobj")]
    toward = _actors(scene, owners)
    if len(toward) != 1:
        return []
    named = list(children(noun, "appos"))
    if not named and noun.dep_ == "appos":
        named = [noun.head]
    if not named and noun.dep_ == "attr" and (subject := subject_of(noun.head)) is not None:
        named = [subject]
    return [RoleMention(passage, name, RoleKind.ALLY, toward=toward[0]) for name in _actors(scene, named) if name != toward[0]]


# --- between whom, and who reaches whom ----------------------------------------------------------------------------------------------


def _pairs_at(scene: Scene, token: Token) -> list[PairMention]:
    passage = _sentence(scene, token)
    sides = _between(scene, token)
    return [PairMention(passage, sides)] if passage is not None and len(sides) >= _PAIR else []


def _between(scene: Scene, token: Token) -> tuple[str, ...]:
    """The sides in 'talks between A and B', 'A and B in separate rooms', 'A and B ended a round of talks', 'handed A B's offer'."""
    is_between = token.lower_ == "between" and token.head.lemma_.lower() in roles.TALKS
    is_apart = token.lower_ == "with" and roles.APART.search(token.sent.text) is not None
    if is_between or is_apart:
        return _actors(scene, list(children(token, "pobj")))
    if token.dep_ == "nsubj" and token.conjuncts:
        held = token.doc[token.right_edge.i + 1 : token.right_edge.i + 1 + _NEAR]
        sides = _actors(scene, [token])
        is_of_talks = any(each.lemma_.lower() in roles.TALKS for each in held) and len(sides) == _PAIR
        return sides if is_of_talks and not is_negated(token.head) else ()
    if token.pos_ == "VERB" and token.lemma_.lower() in roles.HANDING:
        return next(((author, receiver) for _, author, receiver in _handing(scene, token)), ())
    return ()


def _reach_at(scene: Scene, token: Token) -> list[ReachMention]:
    passage = _sentence(scene, token)
    if passage is None:
        return []
    if token.lemma_.lower() in roles.CHANNELS and token.pos_ == "NOUN":
        return [ReachMention(passage, one, other) for one, other in _channel(scene, token)]
    if token.pos_ == "VERB" and token.lemma_.lower() in roles.HANDING:
        return [ReachMention(passage, one, other) for one, *others in _handing(scene, token) for other in others]
    if token.lower_ in ("through", "via") and token.head.lemma_.lower() in roles.CARRYING:
        return [ReachMention(passage, one, other) for one, other in _carried(scene, token)]
    return []


def _channel(scene: Scene, noun: Token) -> Iterator[tuple[str, str]]:
    """'The United States, Israel's communication channel', 'Qatar has open channels to Hamas'."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    to = [p for prep in noun.subtree if prep.lower_ in ("to", "with") for p in children(prep, "pobj")]
    if noun.dep_ == "appos" and owners:
        for name in _actors(scene, [noun.head]):
            yield from ((name, other) for other in _actors(scene, owners) if other != name)
    elif to and noun.head.lemma_ in ("have", "maintain", "keep", "open"):
        subject = subject_of(noun.head)
        for name in _actors(scene, [subject]) if subject is not None else ():
            yield from ((name, other) for other in _actors(scene, to) if other != name)
