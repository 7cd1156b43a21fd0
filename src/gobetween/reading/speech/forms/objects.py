"""What a verb says without a clause of its own: its object, its infinitive, what it calls something."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.naming.name_words import COLLECTIVES
from gobetween.reading.speech.cues import ADDRESSED, CLAIMS, INFINITIVE, NAMING, OBJECT, PARTICLES, WANTING
from gobetween.reading.speech.forms.alongside import may_tell
from gobetween.reading.speech.forms.extents import before_aside
from gobetween.reading.speech.meant.referents import MALE_FEMALE, OFFICIALS, PERSONS, POSTS, THEY, WE
from gobetween.reading.syntax import NOMINALS, SUBJECTS, Range, child, children, has_auxiliary, has_left, is_negated, trimmed
from gobetween.reading.word_lists import words

_COMPLETING = frozenset(
    {"of", "as", "for", "about", "to", "against", "with", "on", "over", "from"}
)  # 'accuse him of', 'describe it as'
_OF_FEELINGS = frozenset({"at", "in", "towards", "toward", "regarding"})  # 'expressed anger at'
_POINTERS = frozenset({"it", "this", "that", "them", "these", "those", "so"})
_REFERRING = frozenset({"this", "that", "other"})  # 'rejects this: ...', 'each blaming the other'
_REFLEXIVE = frozenset({"itself", "themselves", "himself", "herself"})
_GIVING = frozenset({"say", "acknowledge", "admit"})
_EMPHASIZING = words("emphasize emphasise underline underscore highlight reaffirm affirm voice restate outline")
_EMPHASIZED = words(
    """need importance commitment determination readiness support right necessity urgency desire willingness concern hope rejection
    opposition position stand stance view demand request wish intention confidence optimism fear doubt condition priority call"""
)
_UNTOLD = words(
    "announce propose request suggest urge demand promise pledge note question ask report recommend"
)  # what is not, is not said
_OFFERING = frozenset({"promise", "propose", "pledge", "demand", "request"})  # what 'it' is was said before
_HEARERS = OFFICIALS | POSTS | COLLECTIVES | PERSONS | MALE_FEMALE | THEY | WE | words("client customer people public investor reader")
_RECEIVING = frozenset({"welcome", "hail", "thank"})
_GUESTS = words("visitor guest delegation envoy minister leader negotiator side party team colleague")
_OFFERED = words("offer bid takeover deal compromise package inspector observer deadline ultimatum")
_MATTERS = (
    _OFFERED
    | CLAIMS
    | words(
        """plan proposal demand idea move call text draft ruling report term amendment law bill reform budget figure vote result
        strike ballot truce ceasefire treaty accord package scheme threat vision map formula notion promise letter statement appeal"""
    )
)
_JUDGING = frozenset({"dismiss", "reject"})
_QUOTES = frozenset("“\"‘'")
_HAVING = frozenset({"has", "have", "had"})


def without_clause(verb: Token, lemma: str, subject: Token) -> tuple[Range | None, str]:
    """What is said and the rule that shows it; `None` and no rule if the verb says nothing."""
    doc = verb.doc
    if lemma in PARTICLES:
        prep = next((c for c in children(verb, "prep", "prt") if c.lower_ in PARTICLES[lemma] and c.i > verb.i), None)
        if prep is not None and prep.i + 1 < len(doc) and doc[prep.i + 1].ent_type_ not in ("DATE", "TIME"):
            asked = next((c for c in children(verb, "xcomp", "ccomp") if c.i > prep.i), prep)
            return trimmed(doc[prep.i + 1 : max(before_aside(prep), before_aside(asked), prep.i + 2)]), "object"
    goal = next((c for c in children(verb, "xcomp", "ccomp") if c.i > verb.i), None)
    if goal is not None and lemma in INFINITIVE and goal.dep_ == "xcomp":
        return trimmed(doc[verb.i + 1 : _end_of_act(goal)]), "infinitive"
    if goal is not None and lemma in ADDRESSED and _is_infinitive(goal) and verb.tag_ != "VBN":
        return trimmed(doc[min(c.i for c in (*goal.lefts, goal) if c.i > verb.i) : _end_of_act(goal)]), "clause"
    if goal is not None and lemma in WANTING and (lemma != "want" or _is_own_goal(goal)):
        return trimmed(doc[verb.i + 1 : _end_of_act(goal)]), "belief"
    if lemma in NAMING and (called := _named(verb)) is not None:
        return called, "naming"
    if lemma in _GIVING and (number := _number(verb)) is not None:
        return trimmed(doc[number.left_edge.i : before_aside(number)]), "estimate"
    what = child(verb, "dobj") if lemma in _EMPHASIZING and may_tell(subject) else None
    if what is not None and what.lemma_.lower() in _EMPHASIZED:
        return _object(verb, lemma), "object"
    if lemma in _UNTOLD and is_negated(verb):
        return None, ""
    if lemma in OBJECT and ((subject.pos_ in NOMINALS and verb.tag_ != "VBN") or has_auxiliary(verb, _HAVING)):
        return _object(verb, lemma), "object"
    return None, ""


def _number(verb: Token) -> Token | None:
    """The bare number that is said: 'The union says nine'."""
    numbers = (c for c in verb.rights if c.pos_ == "NUM" and c.dep_ in ("dobj", "nsubj", "attr"))
    return next(numbers, None)


def _end_of_act(goal: Token) -> int:
    """The token after what is wanted or asked for: not with a finite verb that the parser joined to the infinitive."""
    joined = next((t for t in goal.rights if t.dep_ == "conj" and t.tag_ in ("VBD", "VBZ") and goal.tag_ == "VB"), None)
    if joined is None:
        return goal.right_edge.i + 1
    and_ = next((t.i for t in goal.rights if t.dep_ == "cc"), joined.left_edge.i)
    return min(and_, joined.left_edge.i)


def _is_infinitive(goal: Token) -> bool:
    return has_left(goal, ("to",), "aux") and not any(c.tag_ in ("WP", "WRB") for c in goal.lefts)


def _is_own_goal(goal: Token) -> bool:
    """Whether somebody wants to do a thing; who wants a thing done by others makes a demand, and says nothing."""
    return goal.tag_ == "VB" and child(goal, *SUBJECTS) is None and _is_infinitive(goal)


def _named(verb: Token) -> Range | None:
    """What is called what: 'called the offer an insult', 'described it as a start'."""
    last = next(
        (c for c in verb.rights if c.dep_ == "oprd" or (c.dep_ in ("ccomp", "xcomp") and c.pos_ in ("NOUN", "ADJ", "PROPN"))), None
    )
    if last is None and (called := child(verb, "dobj")) is not None:  # 'called the number "arithmetic done in a hurry"'
        last = next((c for c in children(called, "appos") if verb.doc[c.left_edge.i - 1].text in _QUOTES), None)
        return trimmed(verb.doc[called.left_edge.i : max(before_aside(called), before_aside(last))]) if last is not None else None
    if last is None or any(c.lower_ in _REFLEXIVE for c in verb.rights):
        return None  # 'the army, which calls itself the Guard'
    first = child(verb, "dobj") or last
    return trimmed(verb.doc[max(first.left_edge.i, verb.i + 1) : before_aside(last)])


def _is_judged(thing: Token, objects: list[Token]) -> bool:
    """Whether words behind 'as' say what somebody thinks of a thing, and nobody is sent away: not 'dismissed Berg as chairman'."""
    as_ = next((c for c in (*objects, *thing.rights) if c.lower_ == "as" and c.i > thing.i), None)
    goal = next((c for c in as_.rights if c.dep_ in ("pobj", "amod", "acomp", "pcomp")), None) if as_ is not None else None
    if goal is None or thing.lemma_.lower() not in _MATTERS:
        return False
    first = goal.left_edge
    is_quoted = first.text in _QUOTES or first.doc[first.i - 1].text in _QUOTES
    return is_quoted or goal.pos_ == "ADJ" or first.lower_ in ("a", "an", "too", "not")


def _object(verb: Token, lemma: str) -> Range | None:
    objects = [
        c
        for c in verb.rights
        if c.dep_ in ("dobj", "xcomp", "ccomp", "dative", "oprd")
        or (c.lower_ in _COMPLETING and (c.lower_ != "on" or lemma == "stress"))
        or (c.lower_ in _OF_FEELINGS and lemma == "express")
    ]
    if all(c.dep_ == "prep" for c in objects):
        return None
    first = objects[0]
    is_judged = lemma in _JUDGING and first.dep_ == "dobj" and _is_judged(first, objects)  # 'dismissed the offer as an insult'
    if lemma == "dismiss" and not is_judged and not any(c.lemma_ in CLAIMS for c in objects):
        return None  # a claim is dismissed in words, a worker is not
    if lemma in _RECEIVING and first.lemma_.lower() in _GUESTS:
        return None  # who welcomes visitors says nothing
    if lemma == "reject" and not is_judged and first.dep_ == "dobj" and first.lemma_.lower() in _OFFERED:
        return None  # where a party stands, and no words of it
    is_before = first.lower_ in _POINTERS if lemma in _OFFERING else first.lower_ in _REFERRING
    if is_before or first.ent_type_ in ("DATE", "TIME"):
        return None
    is_hearer = bool({first.lower_, first.lemma_} & _HEARERS) or first.ent_type_ in ("PERSON", "ORG", "GPE", "NORP")
    if lemma == "advise" and is_hearer:
        return None  # whom they advise, not what
    end = _end_of_act(objects[-1]) if objects[-1].dep_ in ("xcomp", "ccomp") else before_aside(objects[-1])
    return trimmed(verb.doc[first.left_edge.i : max(end, first.i + 1)])
