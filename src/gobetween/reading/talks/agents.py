"""Which actors a verb has behind it."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import SUBJECTS, child, children, subject_of
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.word_lists import words

_MANY_OR_NAMED = frozenset({"NNS", "NNP", "NNPS"})  # they, and nobody behind them, do it
_HANGING = words("depend hinge hang rest rely count bank condition contingent conditional dependent predicate wait hope")
_HUNG_ON = frozenset({"on", "upon", "for"})
_OCCASIONS = words("talk negotiation discussion meeting effort")
_EFFORTS = words("""push effort drive bid campaign call demand plan attempt move decision proposal initiative stance policy""")


def agents_of(scene: Scene, verb: Token) -> tuple[str, ...]:
    """The full names of the actors who do what `verb` says, joined ones each; empty where the text names none."""
    if verb.dep_ == "csubj":  # 'accepting it should be easy' says of nobody that they accept
        return ()
    if verb.tag_ == "VBG" and _is_hoped_for(verb):
        return ()
    is_passive = child(verb, "nsubjpass") is not None
    subject = None if is_passive else subject_of(verb)
    if subject is not None:
        found = parties_of(scene, subject)
        if found:
            return found
    if (agent := child(verb, "agent")) is not None and (source := child(agent, "pobj")) is not None:
        return parties_of(scene, source)
    is_gerund = verb.tag_ == "VBG" and child(verb, *SUBJECTS) is None
    is_of_others = subject is not None and subject.tag_ in _MANY_OR_NAMED and subject.lemma_.lower() not in _OCCASIONS
    return _behind_gerund(scene, verb) if is_gerund and not is_of_others else ()


def _is_hoped_for(gerund: Token) -> bool:
    """'Depends on Chile agreeing', 'counts on the guild accepting': what others may do, and nobody has done.

    The parser may hang the gerund on the verb or on the one who is to act.
    """
    above = gerund.head
    if gerund.dep_ in ("acl", "pcomp", "pobj", "nsubj", "conj"):
        above = above.head if above.dep_ == "prep" else above.head.head if above.head.dep_ == "prep" else above
    is_bound = above.lemma_.lower() in _HANGING and above.i < gerund.i
    bound_by = next((p for p in children(above, "prep") if p.lower_ in _HUNG_ON and p.i < gerund.i), None) if is_bound else None
    return bound_by is not None and not any(t.text == "," for t in gerund.doc[bound_by.i : gerund.i])


def _behind_gerund(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Who is behind 'after vetoing ...' where the subject is no actor: a subject before it, or the owner of an effort."""
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - 40) - 1, -1):
        if scene.doc[i].dep_ in ("nsubj", "nsubjpass") and (found := parties_of(scene, scene.doc[i])):
            return found
    for i in range(verb.i - 1, max(verb.sent.start, verb.i - 40) - 1, -1):
        mention = scene.names.at(i)
        if mention is None or mention.kind not in ("state", "group", "organisation") or scene.names.is_place(mention):
            continue
        if scene.doc[i].dep_ in ("compound", "poss", "amod", "nmod") and scene.doc[i].head.lemma_ in _EFFORTS and mention.actor:
            return (mention.actor,)
    return ()
