"""What an offer holds: 'the bank's proposal includes a raise', 'the plan put forward by Norway would give them the port'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import SourceType, Stance
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import child, child_called, children, has_auxiliary, has_left, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.stands import Stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_HOLDING = words("include contain provide feature comprise envisage foresee stipulate guarantee")
# with 'would', or in the present: what an offer brings those to whom it is made
_BRINGING = words("give put value bring mean see raise add grant hand pay double lift cut allow")
_GETTING = words("get receive earn gain")
_WOULD = words("would will 'd ’d")
_OFFERED = stances.OFFERS | words("offer proposal plan memorandum counteroffer counterproposal")
_MADE = words("make put present propose submit table offer draft advance hand deliver unveil")
_DEFINITE = frozenset({"the", "that", "this", "its", "their"})
_NEAR = 60  # tokens from the words that offer to those that tell what the offer holds


def held_in_offer(scene: Scene, verb: Token, before: Stand | None) -> Stand | None:
    """The offer of whoever's it is; of 'the offer' alone, that of whoever made one right `before`."""
    if is_negated(verb):
        return None
    if (under := _under_offer(scene, verb)) is not None:
        return under
    if is_unreal(verb):
        return None
    is_bringing = verb.lemma_ in _BRINGING and (has_auxiliary(verb, _WOULD) or verb.tag_ in ("VBZ", "VBP"))
    if verb.lemma_.lower() not in _HOLDING and not is_bringing:
        return None
    subject, thing = child(verb, "nsubj"), child(verb, "dobj") or (child(verb, "npadvmod") if is_bringing else None)
    if subject is None or subject.lemma_.lower() not in _OFFERED or thing is None or thing.pos_ == "PRON":
        return None
    parties = _makers(scene, subject) or _made_before(subject, before)
    last = verb.right_edge.i + 1
    return Stand(parties, Stance.OFFER, (subject.left_edge.i, last), (thing.left_edge.i, last), shown_by=verb.i) if parties else None


def _under_offer(scene: Scene, verb: Token) -> Stand | None:
    """'under the bank's offer, clerks would get 400 euros more': the offer of the bank."""
    if verb.lemma_ not in _GETTING or not has_auxiliary(verb, _WOULD):
        return None
    offer = next((g for p in children(verb, "prep") if p.lower_ == "under" for g in children(p, "pobj")), None)
    is_offer = offer is not None and offer.lemma_.lower() in _OFFERED and child(offer, "relcl") is None
    parties = _makers(scene, offer) if offer is not None and is_offer else ()
    first, last = clause_tokens(verb)
    return Stand(parties, Stance.OFFER, (first, last), (verb.i + 1, max(last, verb.i + 2)), shown_by=verb.i) if parties else None


def _makers(scene: Scene, noun: Token) -> tuple[str, ...]:
    if (owner := owner_of(scene, noun)) is not None:
        return (owner,)
    made = next((c for c in children(noun, "acl") if c.tag_ == "VBN" and c.lemma_ in _MADE), None)
    by = child(made, "agent") if made is not None else child_called(noun, ("by", "from"), "prep")
    source = child(by, "pobj") if by is not None else None
    who = scene.references.who(source) if source is not None else None
    is_outlet = who is not None and who.source_type is SourceType.OUTLET
    return parties_of(scene, source) if source is not None and not is_outlet else ()


def _made_before(noun: Token, before: Stand | None) -> tuple[str, ...]:
    is_same = before is not None and before.stance is Stance.OFFER and 0 < noun.i - before.words[1] < _NEAR
    is_bare = has_left(noun, _DEFINITE) and child(noun, "prep", "acl", "relcl", "poss", "amod") is None
    return before.parties if before is not None and is_same and is_bare and len(before.parties) == 1 else ()
