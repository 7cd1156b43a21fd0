"""When a party took its stand: the words for a time that hang on the very verb that says so, and no others."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import has_auxiliary
from gobetween.reading.word_lists import words

# 'by 2030' is when something wanted is due, 'since 1974' when something began
_NO_TIMES = words("by until till to before after since from for within of")
_SAYINGS = words("say tell state announce declare signal add write confirm report indicate hint stress reiterate")
_OCCASIONS = words("meeting session round talk statement letter speech interview conference call summit negotiation")
_ADVERBIALS = frozenset({"prep", "npadvmod", "advmod", "tmod"})
_PARTS = _ADVERBIALS | {"pobj", "compound", "nummod", "amod", "det", "appos", "nmod"}
_HAVING = frozenset({"had"})
_PERFECT = frozenset({"has", "have", "had"})
_MODALS = words("will would could can may might shall should must 'll ’ll 'd ’d")
_VERBS = frozenset({"VERB", "AUX"})
_STEPS = 8


def when_taken(scene: Scene, shown_by: Token) -> When:
    """The time of the stance that a verb, noun or adjective shows; unknown where no adverbial of its own gives one.

    A date in a relative or subordinate clause, in the object or in another noun's modifier is a date of something else. Besides its own
    adverbials a verb has those that stand before the verb it is joined to, and those of the verb of saying over it, unless it tells of
    what had been by then. 'would accept arbitration on 9 May' and 'accepts it on 9 May' name the day of what is accepted.
    """
    verb = _verb_of(shown_by)
    for _ in range(_STEPS):
        if verb is None:
            break
        own = next((when for _, when in _times_of(scene, verb)), None)
        if own is not None and not _is_open(verb):
            return own
        if verb.dep_ == "conj" and verb.head.pos_ in _VERBS:
            leading = next((when for at, when in _times_of(scene, verb.head) if at < verb.head.i), None)
            if leading is not None:
                return leading
        verb = _saying_over(verb)
    return UNKNOWN_DATE


def _verb_of(shown_by: Token) -> Token | None:
    """The verb whose time is that of the stance: of a noun or adjective the one it hangs on."""
    if shown_by.pos_ in _VERBS:
        return shown_by
    return shown_by.head if shown_by.head.pos_ in _VERBS and shown_by.dep_ != "pobj" else None


def _is_open(verb: Token) -> bool:
    """Whether the verb tells of now or of what may come: a day behind it is no day on which a stand was taken."""
    is_having = has_auxiliary(verb, _PERFECT)
    return has_auxiliary(verb, _MODALS) or (not is_having and verb.tag_ in ("VBZ", "VBP"))


def _saying_over(verb: Token) -> Token | None:
    is_said = verb.dep_ == "ccomp" and verb.head.lemma_ in _SAYINGS
    return verb.head if is_said and not has_auxiliary(verb, _HAVING) else None


def _times_of(scene: Scene, verb: Token) -> Iterator[tuple[int, When]]:
    """Where each adverbial of time of the verb stands, and what it means, in reading order."""
    sentence = verb.sent
    for found in scene.dates:
        if found.start < sentence.start_char or found.end > sentence.end_char:
            continue
        span = scene.doc.char_span(found.start, found.end, alignment_mode="expand")
        if span is not None and _is_adverbial(span.root, verb, (span.start, span.end)):
            yield span.root.i, found.when


def _is_adverbial(time: Token, verb: Token, span: tuple[int, int]) -> bool:
    """Whether only parts of an adverbial lie between the words for a time and the verb."""
    at = time
    for _ in range(_STEPS):
        if at.lower_ in _NO_TIMES or at.dep_ not in _PARTS or at.dep_ == "ROOT":
            return False
        if at.head.i == verb.i:
            return at.dep_ in _ADVERBIALS
        at = at.head
        is_part = span[0] <= at.i < span[1] or at.pos_ in ("ADP", "ADV", "SCONJ") or at.ent_type_ in ("DATE", "TIME")
        if not is_part and at.lemma_.lower() not in _OCCASIONS:
            return False
    return False
