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
from gobetween.reading.proposing.casting import role_words as roles
from gobetween.reading.proposing.casting.doers import actors_of, carried_through, doers_of, handed_on, is_actor
from gobetween.reading.proposing.casting.mediators import called_so, is_mediator, is_near_talks, mediating
from gobetween.reading.scene import Scene, set_scene
from gobetween.reading.syntax import children, is_negated, subject_of

if TYPE_CHECKING:
    from spacy.language import Language

_PAIR = 2
_SHORT = 4  # letters of a word that headlines leave without a capital
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
    """The paragraphs that hold a telling word, by themselves: every character still knows where it stood.

    Headlines in capitals throughout are left out: whether "Mediators Norway" or "Mediators Return" is a name cannot be told in them.
    """
    ranges = [(start, end) for start, end in clean.paragraphs() if _is_telling(clean.text[start:end])]
    offsets: list[int] = []
    for start, end in ranges:
        if offsets:
            offsets.append(offsets[-1])  # the newline between
        offsets += clean.offsets[start:end]
    return CleanText("\n".join(clean.text[start:end] for start, end in ranges), tuple(offsets), ends=clean.ends)


def _is_telling(paragraph: str) -> bool:
    return roles.TELLING.search(paragraph) is not None and not _is_in_capitals(paragraph)


def _is_in_capitals(paragraph: str) -> bool:
    """Whether all longer words begin with a capital, and no full stop ends them."""
    words = [word for word in paragraph.split() if len(word) > _SHORT]
    return not paragraph.rstrip().endswith((".", "”", '"', "!", "?")) and len(words) > 1 and all(word[0].isupper() for word in words)


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
    for name in mediating(scene, token, lemma):
        made.append(RoleMention(passage, name, RoleKind.MEDIATOR))
    if is_mediator(token):
        made += _in_person(scene, token, passage)
    if lemma in roles.HOSTING and token.pos_ == "VERB" and is_near_talks(token) and not is_negated(token):
        made += [RoleMention(passage, name, RoleKind.HOST) for name in doers_of(scene, token)]
    for words, role in ((roles.GUARANTORS, RoleKind.GUARANTOR), (roles.MONITORS, RoleKind.MONITOR)):
        if lemma in words and token.pos_ == "NOUN":
            made += [RoleMention(passage, name, role) for name in called_so(scene, token)]
    if lemma in roles.ALLIES and token.pos_ == "NOUN":
        made += _allies(scene, token, passage)
    return made


def _in_person(scene: Scene, noun: Token, passage: Passage) -> list[RoleMention]:
    """One who mediates by office, with name or without: 'Renata Ossby, the State Conciliator', 'mediator Jane Doe'."""
    title = scene.references.phrase(noun)
    near = [noun.head] if noun.dep_ in ("appos", "compound", "nmod") else []
    near += [*children(noun, "appos"), *_named_behind(noun)]
    named = [token for token in near if token.pos_ == "PROPN" and not is_actor(scene, token)]
    if named:
        return [RoleMention(passage, _full_name(scene, named[0], noun), RoleKind.MEDIATOR, title=title)]
    is_post = len(title.split()) > 1 and title.istitle() and noun.tag_ == "NNP" and not called_so(scene, noun)
    return [RoleMention(passage, "", RoleKind.MEDIATOR, title=title)] if is_post else []


def _named_behind(noun: Token) -> Iterator[Token]:
    """The last word of a name right behind the noun's comma, however the parser joined it: 'the go-between, Klaas Verhoef, ...'."""
    at = noun.i + 2
    if at < len(noun.doc) and noun.nbor(1).text == "," and noun.doc[at].pos_ == "PROPN":
        while at + 1 < len(noun.doc) and noun.doc[at + 1].pos_ == "PROPN":
            at += 1
        yield noun.doc[at]


def _full_name(scene: Scene, token: Token, noun: Token) -> str:
    mention = scene.names.at(token)
    if mention is not None and ", " not in mention.name:
        return mention.name
    words = [*(c for c in token.lefts if c.dep_ == "compound" and c.pos_ == "PROPN" and c.i != noun.i), token]
    return " ".join(word.text for word in words)


def _allies(scene: Scene, noun: Token, passage: Passage) -> list[RoleMention]:
    """'The US, Israel's key ally', 'an ally of Israel'."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    owners += [p for prep in children(noun, "prep") if prep.lower_ == "of" for p in children(prep, "pobj")]
    toward = actors_of(scene, owners)
    if len(toward) != 1:
        return []
    named = list(children(noun, "appos"))
    if not named and noun.dep_ == "appos":
        named = [noun.head]
    if not named and noun.dep_ == "attr" and (subject := subject_of(noun.head)) is not None:
        named = [subject]
    return [RoleMention(passage, name, RoleKind.ALLY, toward=toward[0]) for name in actors_of(scene, named) if name != toward[0]]


def _pairs_at(scene: Scene, token: Token) -> list[PairMention]:
    passage = _sentence(scene, token)
    sides = _between(scene, token)
    return [PairMention(passage, sides)] if passage is not None and len(sides) >= _PAIR else []


def _between(scene: Scene, token: Token) -> tuple[str, ...]:
    """The sides in 'talks between A and B', 'A and B in separate rooms', 'A and B ended a round of talks', 'handed A B's offer'."""
    is_between = token.lower_ == "between" and token.head.lemma_.lower() in roles.TALKS
    is_apart = token.lower_ == "with" and roles.APART.search(token.sent.text) is not None
    if is_between or is_apart:
        return actors_of(scene, list(children(token, "pobj")))
    if token.dep_ == "nsubj" and (heads := [token] if len(token.conjuncts) else _joined_within(token)):
        held = token.doc[token.right_edge.i + 1 : token.right_edge.i + 1 + _NEAR]
        sides = actors_of(scene, heads)
        is_of_talks = any(each.lemma_.lower() in roles.TALKS for each in held) and len(sides) == _PAIR
        return sides if is_of_talks and not is_negated(token.head) else ()
    if token.pos_ == "VERB" and token.lemma_.lower() in roles.HANDING:
        return next(((author, receiver) for _, author, receiver in handed_on(scene, token)), ())
    return ()


def _joined_within(subject: Token) -> list[Token]:
    """Two names that hang on a body of the first: "the government of Chile and the League", "envoys of Chile and the League"."""
    owners = [p for prep in children(subject, "prep") if prep.lower_ in ("of", "from") for p in children(prep, "pobj")]
    return [owner for owner in owners if len(owner.conjuncts)]


def _reach_at(scene: Scene, token: Token) -> list[ReachMention]:
    passage = _sentence(scene, token)
    if passage is None:
        return []
    if token.lemma_.lower() in roles.CHANNELS and token.pos_ == "NOUN":
        return [ReachMention(passage, one, other) for one, other in _channel(scene, token)]
    if token.pos_ == "VERB" and token.lemma_.lower() in roles.HANDING:
        return [ReachMention(passage, one, other) for one, *others in handed_on(scene, token) for other in others]
    if token.lower_ in ("through", "via") and token.head.lemma_.lower() in roles.CARRYING:
        return [ReachMention(passage, one, other) for one, other in carried_through(scene, token)]
    return []


def _channel(scene: Scene, noun: Token) -> Iterator[tuple[str, str]]:
    """'The United States, Israel's communication channel', 'Qatar has open channels to Hamas'."""
    owners = [c for c in noun.children if c.dep_ == "poss"]
    to = [p for prep in noun.subtree if prep.lower_ in ("to", "with") for p in children(prep, "pobj")]
    if noun.dep_ == "appos" and owners:
        for name in actors_of(scene, [noun.head]):
            yield from ((name, other) for other in actors_of(scene, owners) if other != name)
    elif to and noun.head.lemma_ in ("have", "maintain", "keep", "open"):
        subject = subject_of(noun.head)
        for name in actors_of(scene, [subject]) if subject is not None else ():
            yield from ((name, other) for other in actors_of(scene, to) if other != name)
