"""What is owed, as a rule finds it, and the questions that rules put to a sentence about it."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen
from spacy.tokens import Token

from gobetween.model.dates import UNKNOWN_DATE, When
from gobetween.model.evidence import SourceType
from gobetween.reading.scene import Scene
from gobetween.reading.syntax import (
    SUBJECTS,
    Range,
    child,
    child_called,
    children,
    has_child,
    has_left,
    is_negated,
    noun_phrase,
    subject_of,
)
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import is_both, parties_of
from gobetween.reading.word_lists import words

# what talks run on: texts, numbers, names, answers
THINGS = words(
    """plan list answer reply response proposal counterproposal draft text map record records data report roster rosters figure figures
    name names document documents file files paper pledge offer calculation estimate study analysis schedule timetable budget
    breakdown inventory register minutes letter comment comments amendment position statement account accounts evidence proof
    accounting assessment chapter annex outline roadmap calendar inspection mandate authorisation authorization confirmation
    guarantee guarantees datum audit book books
    log logs blueprint blueprints accounts assurance assurances payment instalment contribution
    wording explanation statistics dossier submission counter-offer counteroffer counter-proposal table tables calculations
    apology reading readings measurement measurements contract contracts sample samples
    certificate invoice permit statute charter"""
)
DELIVERING = words(
    """deliver submit provide present hand send supply produce furnish table bring share give publish release transmit disclose
    forward return file convey"""
)
ANSWERING = words("answer reply respond")
ASKING = words("ask request demand require seek want promise pledge announce agree commit owe expect")
PROMISING = words("promise pledge undertake commit")
LACKING = frozenset({"without", "nobody", "nothing", "not", "never", "n't", "n’t", "missed", "failed", "late"})
WAITING = words("wait await")
LONGEST = 45  # tokens of a mention


@frozen
class Owed:
    """What is owed before its words are made: who owes, to whom, the tokens of the thing and of the whole."""

    by: tuple[str, ...]
    to: tuple[str, ...]
    what: Range
    tokens: Range
    is_delivered: bool | None
    due: When = UNKNOWN_DATE


def promised_thing(verb: Token) -> Token | None:
    """What is promised: the object, that of 'to bring', or the thing last named that 'it' takes up."""
    goal = child(verb, "xcomp")
    thing = child(verb, "dobj") if goal is None else child(goal, "dobj") if goal.lemma_ in DELIVERING else None
    if thing is not None and thing.lower_ in ("it", "them"):
        before = reversed(verb.doc[max(0, verb.i - LONGEST) : verb.i])
        thing = next((t for t in before if t.pos_ == "NOUN" and t.lemma_.lower() in THINGS), None)
    return thing if thing is not None and thing.lemma_.lower() in THINGS else None


def thing_asked_for(verb: Token) -> Token | None:
    """What is asked for: the noun behind "for", or the object of "to deliver"."""
    prep = child_called(verb, ("for",), "prep")
    thing = child(prep, "pobj") if prep is not None else None
    if thing is None and (goal := child(verb, "xcomp")) is not None and goal.lemma_ in DELIVERING:
        thing = child(goal, "dobj")
    return thing if thing is not None and thing.lemma_.lower() in THINGS else None


def is_outstanding(verb: Token) -> bool:
    """'has not yet', 'has not so far', 'has yet to', 'still has not', 'failed to'."""
    is_yet_to = verb.dep_ == "xcomp" and verb.head.lemma_ == "have" and any(c.lower_ == "yet" for c in (*verb.lefts, *verb.head.rights))
    is_so_far = any(c.lower_ == "far" and c.left_edge.lower_ == "so" for c in verb.children)
    is_not_yet = is_negated(verb) and (is_so_far or has_child(verb, ("yet", "still", "so")))
    is_failing = verb.dep_ == "xcomp" and verb.head.lemma_ == "fail"
    subject = child(verb, "nsubj")
    is_neither = subject is not None and (subject.lower_ == "neither" or has_left(subject, ("neither",)))
    return is_yet_to or is_not_yet or is_failing or is_neither


def is_asked_for(thing: Token) -> bool:
    """Whether the words say that somebody asked for the thing, or promised it."""
    return any(c.lemma_ in ASKING for c in _clauses_of(thing))


def _clauses_of(thing: Token) -> Iterator[Token]:
    """The clauses that say more of the thing, also where the parser hung them on a noun within: 'the names of the dead, which ...'."""
    for noun in (thing, *(goal for prep in children(thing, "prep") for goal in children(prep, "pobj"))):
        yield from children(noun, "relcl", "acl", "ccomp")


def asker_of(scene: Scene, thing: Token) -> tuple[str, ...]:
    """Who asked for the thing, where a relative clause says so."""
    clause = next(
        (c for c in _clauses_of(thing) if c.lemma_ in ("ask", "request", "demand", "require", "seek", "want")),
        None,
    )
    if clause is None:
        return ()
    subject = child(clause, *SUBJECTS)
    agent = child(clause, "agent")
    asker = child(agent, "pobj") if agent is not None else subject
    return named(scene, asker)


def goal_of(verb: Token) -> Token | None:
    """Whom something is delivered to."""
    to = child_called(verb, ("to",), "prep", "dative")
    return child(to, "pobj") if to is not None else child(verb, "dative")


def deadline_of(verb: Token) -> Token | None:
    """'has until Friday to table an offer': the verb that has the day behind it."""
    at = verb.head
    for _ in range(2):
        if at.lemma_ == "have" and has_child(at, ("until",)):
            return at
        at = at.head
    return None


def is_hypothetical(verb: Token) -> bool:
    """Whether the verb stands under a condition."""
    return has_child(verb, ("if", "unless", "until", "before", "whether"), "mark")


def owers(scene: Scene, verb: Token) -> tuple[str, ...]:
    """Who owes: both sides for 'neither side', else the actors behind the verb, else the person or the post that is its subject."""
    subject = subject_of(verb)
    if subject is not None and any(c.lower_ in ("neither", "each") for c in (subject, *subject.lefts)) and scene.pair:
        return sides(scene)
    return agents_of(scene, verb) or named(scene, subject)


def sides(scene: Scene) -> tuple[str, ...]:
    """The two in talks with each other, if the text has them."""
    return scene.pair


def named(scene: Scene, token: Token | None) -> tuple[str, ...]:
    """The actors of a phrase, else the person; both sides for "both"."""
    if token is None or is_both(token):
        return scene.pair if token is not None else ()
    if found := parties_of(scene, token):
        return found
    referent = scene.references.who(token)
    is_body = referent is not None and referent.source_type is SourceType.BODY and token.tag_ == "NN"
    if is_body and referent is not None and referent.name.islower() and (called := scene.passage(*noun_phrase(token))) is not None:
        return (called.text.removeprefix("The ").removeprefix("the "),)
    return (referent.name,) if referent is not None and (referent.is_person or token.pos_ == "PROPN" or is_body) else ()


def phrase_of(thing: Token) -> Range:
    """The tokens of the thing, without a clause that says more of it."""
    return noun_phrase(thing)


def whole_clause(verb: Token) -> Range:
    """The tokens of the clause with its subject."""
    first, last = clause_tokens(verb)
    subject = subject_of(verb)
    if subject is not None and 0 < verb.i - subject.i < LONGEST // 2 and subject.sent == verb.sent:
        first = min(first, subject.left_edge.i)
    return first, last


def due_of(scene: Scene, verb: Token) -> When:
    """The day behind 'by', 'until' or 'before'."""
    for token in verb.subtree:
        if token.lower_ in ("by", "until", "before") and (day := child(token, "pobj")) is not None and day.i > verb.i - 3:
            when = scene.when(token.i, day.right_edge.i + 1)
            if not when.is_unknown:
                return when
    return UNKNOWN_DATE
