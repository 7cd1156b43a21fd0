"""Urging: who urges, asks, tells or warns whom to do, or not to do, what."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import LeverageMention
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import child, child_called, children, has_auxiliary, has_child, is_negated, subject_of
from gobetween.reading.talks.agents import agents_of
from gobetween.reading.talks.clauses import issue_words
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.pressure.telling import demand_of, is_infinitive, mention_of, or_else, otherwise_of
from gobetween.reading.word_lists import words

URGING = words(
    """urge press pressure push ask tell call warn persuade force compel lobby order instruct implore encourage demand advise exhort
    appeal lean plead caution beseech beg prod nudge invite remind summon prevail give set
    blackmail coerce bully strongarm badger entreat"""
)
_PREPOSITIONS = {
    "call": frozenset({"on", "upon"}),
    "lean": frozenset({"on"}),
    "prevail": frozenset({"on", "upon"}),
    "appeal": frozenset({"to"}),
    "plead": frozenset({"with"}),
}
_ASKING_ONLY_TO = words("tell ask demand advise remind summon give set invite beg")  # pressure only with 'to do'
_BARE = words("pressure warn caution press lean blackmail coerce bully strongarm")
_HARMS = words("consequence sanction retaliation strike reprisal response action measure penalty repercussion attack isolation")
_MERELY_POSSIBLE = frozenset({"might", "may", "could", "should"})
_SAYING = words("say warn tell declare insist add announce state vow")
_MEETING = words("continue attend join take hold resume discuss visit come meet participate talk negotiate sit begin start")
_TERMS = words("deadline hour day week fortnight month ultimatum")
_BIDS = words("bid effort attempt move campaign push drive")
_FORCING = words("force compel")
_MUST = frozenset({"must", "should"})


def find_urging(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'urged Canada to lower its quota', 'was told by Norway not to', 'called on both to', 'gave it until Friday to'."""
    if is_negated(verb) or has_auxiliary(verb, _MERELY_POSSIBLE):
        return None
    pressed, goal = _pressed_and_goal(verb)
    if pressed is None or (goal is None and not _may_be_bare(verb)):
        return None
    lemma = verb.lemma_.lower()
    if lemma in _ASKING_ONLY_TO and (goal is None or not is_infinitive(goal)):
        return None
    if _is_invitation(lemma, goal) or _is_outcome(verb, lemma):
        return None
    if lemma in ("give", "set") and not (has_child(verb, ("until",), "prep") or _time_given(verb)):
        return None
    by, on = _urgers(scene, verb), parties_of(scene, pressed)
    if not by or not on:
        return None
    demand = demand_of(scene, goal) if goal is not None else _warned_against(scene, verb)
    return mention_of(scene, voices, verb, (by[0], on[0]), demand, otherwise_of(scene, verb, goal))


def _pressed_and_goal(verb: Token) -> tuple[Token | None, Token | None]:
    """Whom, and the verb of what they are to do."""
    goal = child(verb, "xcomp", "ccomp")
    if child(verb, "agent") is not None and child(verb, "auxpass", "nsubjpass") is None:
        is_before = verb.dep_ in ("advcl", "acl")  # 'Pressed by Norway, Canada lowered its quota'
        return (subject_of(verb), goal) if is_before else (None, None)
    if child(verb, "nsubjpass") is not None:
        pressed = subject_of(verb) if child(verb, "agent") is not None else None
        return pressed, goal or _purpose(verb)
    pressed = child(verb, "dobj", "dative")
    if (time := _time_given(verb)) is not None:  # 'gave Norway a week to answer', 'set Norway a deadline to'
        goal = goal or child(time, "relcl", "acl")
    if (wanted := _PREPOSITIONS.get(verb.lemma_.lower())) is not None:
        prep = child_called(verb, wanted, "prep")
        pressed = child(prep, "pobj") if prep is not None else None
        goal = goal or (child(pressed, "acl", "relcl") if pressed is not None else None)
    goal = goal or _purpose(verb)
    if goal is None and pressed is not None:
        goal = next((c for c in children(pressed, "acl", "relcl") if c.tag_ == "VB"), None)
    if pressed is None and goal is not None:  # 'called for Mali to hold elections'
        pressed = child(goal, "nsubj")
    return pressed, goal


def _time_given(verb: Token) -> Token | None:
    """The term in 'gave Norway a week to answer', 'set Norway a deadline to answer'."""
    if verb.lemma_.lower() not in ("give", "set") or child(verb, "dative") is None:
        return None
    time = child(verb, "dobj", "npadvmod")
    return time if time is not None and time.lemma_.lower() in _TERMS else None


def _is_invitation(lemma: str, goal: Token | None) -> bool:
    """'invited them to the capital to continue the talks'."""
    return lemma == "invite" and goal is not None and goal.lemma_.lower() in _MEETING


def _is_outcome(verb: Token, lemma: str) -> bool:
    """'forced the envoy to flee', 'killing ten and forcing them to close': what came of something, not what is asked."""
    if lemma not in _FORCING:
        return False
    is_told_beside = verb.tag_ == "VBG" and child(verb, "aux") is None and verb.dep_ in ("advcl", "conj", "acl")
    return (is_told_beside and verb.head.tag_ != "VB" and _is_behind_comma(verb)) or (
        verb.tag_ == "VBD" and child(verb, "agent") is None
    )


def _is_behind_comma(verb: Token) -> bool:
    before = verb.doc[max(verb.left_edge.i - 1, 0)]
    return before.text == "," or (before.lower_ == "and" and verb.dep_ == "conj")


def _urgers(scene: Scene, verb: Token) -> tuple[str, ...]:
    agent = child(verb, "agent")
    source = child(agent, "pobj") if agent is not None else None
    if verb.dep_ == "acl" and verb.head.lemma_ in _BIDS and verb.head.head.lower_ == "in":  # 'recalled its envoy in a bid to force'
        return agents_of(scene, verb.head.head.head)
    return agents_of(scene, verb) if source is None else parties_of(scene, source)


def _purpose(verb: Token) -> Token | None:
    return next((c for c in children(verb, "advcl") if is_infinitive(c) and c.i > verb.i), None)


def _may_be_bare(verb: Token) -> bool:
    """'pressured Canada', 'warned Canada', 'pressed by Norway': pressure though the words do not say what for."""
    lemma = verb.lemma_.lower()
    if (
        lemma in ("warn", "caution")
        and (of := next((p for t in (verb, *children(verb, "dobj")) for p in children(t, "prep") if p.lower_ in ("of", "about")), None))
        is not None
    ):
        return any(goal.lemma_.lower() in _HARMS for goal in children(of, "pobj"))
    return lemma in ("pressure", "warn", "caution", "blackmail", "coerce", "bully", "strongarm") or (
        lemma in _BARE | {"urge", "push"} and child(verb, "agent") is not None
    )


def _warned_against(scene: Scene, verb: Token) -> str:
    """'warned Canada against closing the strait': not to close it."""
    against = child_called(verb, ("against",), "prep")
    if against is None:
        return ""
    what = issue_words(scene, against.i + 1, against.right_edge.i + 1)
    gerund = child(against, "pcomp")
    if gerund is not None and gerund.i == against.i + 1 and gerund.tag_ == "VBG":
        return f"not to {gerund.lemma_}{what.removeprefix(gerund.text)}"
    return f"not {what}" if what else ""


def find_must_or_else(scene: Scene, voices: Voices, verb: Token) -> LeverageMention | None:
    """'Iran must stop or face sanctions, Norway said': of whoever says so on whoever must."""
    teller = verb.head
    if not has_auxiliary(verb, _MUST) or is_negated(verb) or verb.dep_ != "ccomp" or teller.lemma_ not in _SAYING:
        return None
    loss = or_else(verb)
    if loss is None:
        return None
    subject = child(verb, "nsubj", "nsubjpass")
    by, on = agents_of(scene, teller), parties_of(scene, subject) if subject is not None else ()
    if not by or not on:
        return None
    return mention_of(scene, voices, verb, (by[0], on[0]), issue_words(scene, verb.i, loss[0] - 1), issue_words(scene, *loss))
