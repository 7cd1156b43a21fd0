"""What one party charges another with: whatever it accuses it of; a breach, bad faith or the collapse that it tells of or blames."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, has_auxiliary, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.sayings.own_words import told_by
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.word_lists import words

_BLAMED_FOR = words("collapse failure breakdown deadlock stalemate impasse delay violation breach standoff lack")
_BREAKING = words("break violate breach flout betray sabotage undermine obstruct derail torpedo")
_KEEPING = words("honour honor respect uphold keep live abide comply implement fulfil fulfill observe adhere stick")
_KEPT = words(
    """truce ceasefire accord agreement deal treaty pact term obligation commitment promise pledge word clause resolution armistice
    negotiation talk process settlement"""
)
_BARGAINING = words("bargain negotiate bargaining negotiating act")
_MIGHT = words("will would could may might can must should shall")
_ENDS = frozenset({"end", "part", "side"})
_QUITTING = frozenset({"stop", "cease", "quit"})
# 'went back on its word', 'dragged its feet', 'fired first': a small word behind, and a thing
_IDIOMS: dict[str, tuple[str, frozenset[str]]] = {
    "go": ("back", _KEPT),
    "drag": ("", frozenset({"foot", "heel"})),
    "move": ("", frozenset({"goalpost"})),
    "shift": ("", frozenset({"goalpost"})),
    "play": ("for", frozenset({"time"})),
    "fire": ("first", frozenset()),
    "shoot": ("first", frozenset()),
    "attack": ("first", frozenset()),
}
_FAILING = _IDIOMS.keys() | _BREAKING | _KEEPING | _BARGAINING | _QUITTING


def charged(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """'accused Canada of breaking the truce', 'blamed Canada for the collapse', 'said Canada had not honoured the accord': a claim."""
    if verb.lemma_ == "accuse":
        return _accused(scene, verb)
    if verb.lemma_ == "blame":
        return _blamed(scene, verb)
    return _said_of(scene, voices, verb)


def _accused(scene: Scene, verb: Token) -> Stand | None:
    accused, of = child(verb, "dobj"), _behind(verb, "of")
    if accused is None or of is None or is_negated(verb) or is_unreal(verb):
        return None
    return _claim_against(scene, verb, accused) if child(of, "pcomp", "pobj") is not None else None


def _blamed(scene: Scene, verb: Token) -> Stand | None:
    accused, cause = child(verb, "dobj"), _behind(verb, "for")
    if accused is None or cause is None or is_negated(verb) or is_unreal(verb):
        return None
    fault = child(cause, "pobj")
    return _claim_against(scene, verb, accused) if fault is not None and fault.lemma_.lower() in _BLAMED_FOR else None


def _behind(verb: Token, word: str) -> Token | None:
    """The small word behind a verb, or behind its object, where the parser may have hung it."""
    holders = (verb, *children(verb, "dobj"))
    return next((p for holder in holders for p in children(holder, "prep") if p.lower_ == word), None)


def _claim_against(scene: Scene, verb: Token, accused: Token) -> Stand | None:
    against = set(parties_of(scene, accused))
    found = plain_stand(scene, verb, Stance.CLAIM) if against else None
    return None if found is None or set(found.parties) & against else found


def _said_of(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """A breach that whoever is cited tells of another side."""
    if not _is_breach(verb) or has_auxiliary(verb, _MIGHT) or is_unreal(verb):
        return None
    over = verb.head if verb.dep_ in ("xcomp", "pcomp") and verb.head.pos_ == "VERB" else verb
    subject = child(over, *SUBJECTS)
    accused = parties_of(scene, subject) if subject is not None else ()
    parties = told_by(scene, voices, over) if accused else ()
    if not parties or set(parties) & set(accused):
        return None
    first, last = clause_tokens(over)
    return Stand(parties, Stance.CLAIM, (first, last), (first, last), shown_by=verb.i)


def _is_breach(verb: Token) -> bool:
    if (lemma := verb.lemma_) not in _FAILING:
        return False
    is_not = is_negated(verb)
    is_stopped = verb.dep_ in ("xcomp", "pcomp") and verb.head.lemma_ in ("stop", "fail", "cease", "refuse")
    things = [*children(verb, "dobj")]
    for prep in (*children(verb, "prep"), *(p for c in children(verb, "prt", "advmod", "prep") for p in children(c, "prep"))):
        things += children(prep, "pobj")
    words_of = {t.lemma_.lower() for t in things}
    if lemma in _IDIOMS:
        small, thing = _IDIOMS[lemma]
        is_of_small = not small or any(t.lower_ == small for t in verb.subtree if t.i > verb.i)
        return not is_not and is_of_small and (not thing or bool(words_of & thing))
    if lemma in _QUITTING:
        return not is_not and words_of >= {"bargaining", "faith"}
    if lemma in _BREAKING:
        return not is_not and not is_stopped and bool(words_of & _KEPT)
    if lemma in _KEEPING:
        return (is_not or is_stopped) and bool(words_of & (_KEPT | _ENDS))
    return lemma in _BARGAINING and (is_not or is_stopped) and "faith" in words_of
