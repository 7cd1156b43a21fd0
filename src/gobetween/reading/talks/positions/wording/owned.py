"""Nouns of stance with whoever's they are: 'Norway's demand for', 'an offer by Norway of', 'Norway voiced opposition to'."""

from __future__ import annotations

from attrs import frozen
from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, child_called, children, has_child, has_left, is_negated
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

# verbs that only carry the noun: 'signalled acceptance of the draft', 'lodged an appeal for a pause'
VOICING = words("signal express voice indicate declare announce convey register communicate reiterate repeat state show hint")
_CARRIED: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (
        VOICING,
        words(
            """acceptance support opposition willingness readiness reluctance refusal rejection approval consent unwillingness
            resistance backing endorsement hostility insistence objection desire preference"""
        ),
    ),
    (
        words("make issue launch lodge file submit put raise present renew repeat reiterate press advance send address"),
        words("demand request plea appeal call offer proposal suggestion threat counteroffer counterproposal bid"),
    ),
)
_BRINGING = words("arrive come return leave travel open start enter begin")  # 'arrived with a demand of 31 percent'
_NO_CONTENT = words("by from with at after during before since under amid in according despite following")
_PUT = words("proposal offer")
_GIVING_UP = (stances.DROPPING | words("climb backtrack row backpedal step pull budge")) - {"back"}
_SHEDDING = words("ditch scrap jettison dilute renounce rescind forgo water")
_PUTTING = words("set put walk scale roll dial tone leave lay")
_AWAY = words("aside back down off behind by on")
_NEAR = 5  # tokens from 'let go', 'backed off' to what is given up


@frozen
class Owned:
    """A noun of stance, whose it is, and the word that says what it is about."""

    scene: Scene
    noun: Token
    lemma: str
    owner: str
    content: Token
    carrier: Token | None = None  # the verb whose subject the owner is

    @property
    def stance(self) -> Stance:
        """What the lists give the noun; an intention is a threat, if anything."""
        return stances.NOUNS.get(self.lemma, Stance.THREATEN)


def owned_stance(scene: Scene, noun: Token, lemma: str) -> Owned | None:
    """The noun with its owner and its content; none where the text tells either not."""
    content = next((c for c in noun.rights if c.dep_ in ("prep", "acl", "relcl", "ccomp") and c.lower_ not in _NO_CONTENT), None)
    content = content or next((c for c in children(noun, "advcl") if has_child(c, ("for",), "mark")), None)
    owner = owner_of(scene, noun)
    if owner is None and content is not None and (source := _source_within(noun, content)) is not None:
        owner = next(iter(parties_of(scene, source)), None)
    if owner is None and (by := child_called(noun, ("by", "from"), "prep")) is not None:
        source = child(by, "pobj")
        owner = next(iter(parties_of(scene, source)), None) if source is not None else None
        if content is None and lemma in _PUT and owner is not None:  # 'a ceasefire proposal from Norway'
            content = next((c for c in children(noun, "compound") if c.pos_ == "NOUN"), None)
        if content is None and source is not None:  # 'a demand by downstream Sudan for at least 75'
            content = child_called(source, ("for",), "prep")
    owner = owner or _brought_by(scene, noun)
    carrier = _carrier(noun, lemma) if owner is None else None
    if carrier is not None:
        owner = next(iter(agents_of(scene, carrier)), None)
        content = content or next((p for p in children(carrier, "prep") if p.i == noun.i + 1 and p.lower_ not in _NO_CONTENT), None)
    if owner is None or content is None or (content.dep_ == "relcl" and noun.doc[content.left_edge.i - 1].text == ","):
        return None
    return Owned(scene, noun, lemma, owner, content, carrier)


def is_given_up(noun: Token) -> bool:
    """'let go of its insistence', 'dropped its demand', 'backtracked on its call': told by the verb; 'a demand letter' is none."""
    governor = noun.head
    if noun.dep_ == "compound":
        return True
    if noun.dep_ in ("dobj", "nsubjpass") and not is_unreal(governor):
        is_with_particle = any(c.lower_ in _AWAY for c in governor.rights)
        return governor.lemma_ in stances.DROPPING or governor.lemma_ in _SHEDDING or (governor.lemma_ in _PUTTING and is_with_particle)
    before = noun.doc[max(0, noun.i - _NEAR) : noun.i]
    return noun.dep_ == "pobj" and any(t.lemma_ in _GIVING_UP or t.lower_ == "off" for t in before)


def _brought_by(scene: Scene, noun: Token) -> str | None:
    """'arrived with a demand of 31 percent'."""
    governor = noun.head
    if noun.dep_ != "pobj" or governor.lower_ != "with" or governor.head.lemma_ not in _BRINGING:
        return None
    return next(iter(agents_of(scene, governor.head)), None)


def _carrier(noun: Token, lemma: str) -> Token | None:
    """The verb of 'voiced opposition to the toll', 'made a plea for a pause'."""
    verb = noun.head
    is_carried = noun.dep_ == "dobj" and any(verb.lemma_ in verbs and lemma in nouns for verbs, nouns in _CARRIED)
    is_new = not has_left(noun, ("no", "the", "this", "that", "these", "those"))  # 'put the offer to its members'
    return verb if is_carried and is_new and not is_unreal(verb) and not is_negated(verb) else None


def _source_within(noun: Token, content: Token) -> Token | None:
    """'an offer of 12 percent from the bank', where the parser hangs whoever makes it on the sum."""
    if content.lower_ not in ("of", "for", "to"):
        return None
    by = next((t for t in content.subtree if t.lower_ in ("from", "by") and t.dep_ in ("prep", "agent") and t.i > content.i), None)
    is_sum = by is not None and any(t.pos_ == "NUM" for t in noun.doc[content.i + 1 : by.i])
    return child(by, "pobj") if by is not None and is_sum else None
