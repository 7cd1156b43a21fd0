"""Who is bound to do what: by a deadline, a promise, an order or a turn; whether the sentence says that it was done."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.scene import Scene
from gobetween.reading.syntax import Range, child, children, has_auxiliary, has_child, has_left, is_negated, subject_of
from gobetween.reading.talks.promises.deeds import deed_of, is_text_or_answer
from gobetween.reading.talks.promises.owed import LONGEST, Owed, due_of, goal_of, is_hypothetical, named, owers, whole_clause
from gobetween.reading.word_lists import words

_PROMISING = words("promise pledge undertake vow agree guarantee commit swear")
_BINDING = words("due supposed obliged bound required scheduled meant duty-bound obligated")
_PROMISES = words("promise pledge undertaking commitment obligation vow word duty guarantee")
_BREAKING = words("break renege breach violate forget abandon betray flout ignore")
_KEEPING = words("keep honour honor fulfil fulfill meet make respect deliver")
_TASKING = words("task charge entrust instruct order ask require oblige mandate bind commit")
_LATE = words("late overdue belatedly")
_EARLY = words("early punctually")
_TIMES = frozenset({"DATE", "TIME"})
_WHEN = words("by before until within on in at after")
_ABOVE = 5  # steps from a deed to the verb that binds to it
_PACTS = words(
    "settlement deal agreement accord truce pact treaty plan roadmap ceasefire schedule timetable terms ruling order law contract"
)


def find_bound(scene: Scene, verb: Token) -> Owed | None:
    """What somebody is bound to do by the words around the verb of doing; `None` if they bind nobody."""
    what = deed_of(verb)
    if what is None or is_hypothetical(verb):
        return None
    return (
        _outstanding(scene, verb, what)
        or _under_pact(scene, verb, what)
        or _by_noun(scene, verb, what)
        or _given_time(scene, verb, what)
        or _by_turn(scene, verb, what)
        or _tasked(scene, verb, what)
        or _promised(scene, verb, what)
        or _must(scene, verb, what)
        or _in_time(scene, verb, what)
    )


def _owed(scene: Scene, verb: Token, by: tuple[str, ...], what: Range, clause: Token, *, is_delivered: bool | None) -> Owed:
    first, last = whole_clause(clause)
    due = due_of(scene, verb)
    return Owed(
        by, named(scene, goal_of(verb)), what, (first, min(max(last, what[1]), first + LONGEST)), is_delivered=is_delivered, due=due
    )


def _governors(verb: Token) -> Iterator[Token]:
    """The words that the deed hangs on, nearest first, without leaving its sentence."""
    at = verb
    for _ in range(_ABOVE):
        if at.head.i == at.i:
            return
        at = at.head
        yield at


def _outstanding(scene: Scene, verb: Token, what: Range) -> Owed | None:
    """'has yet to', 'has still to', 'has still not ... as agreed', 'failed to'."""
    head = verb.head
    is_to_come = verb.dep_ == "xcomp" and head.lemma_ == "have" and _has_word(verb, head, "yet", "still")
    is_failing = verb.dep_ == "xcomp" and head.lemma_ in ("fail", "neglect") and is_text_or_answer(verb)
    if (is_to_come or is_failing) and not is_negated(head):
        return _owed(scene, verb, owers(scene, verb), what, head, is_delivered=False)
    if is_negated(verb) and verb.tag_ in ("VBN", "VB", "VBD") and not has_auxiliary(verb, _MODALS) and _is_as_agreed(verb):
        return _owed(scene, verb, owers(scene, verb), what, verb, is_delivered=False)
    return None


_MODALS = frozenset({"will", "would", "could", "might", "may", "can", "should", "must", "shall", "wo", "ca"})


def _has_word(verb: Token, head: Token, *wanted: str) -> bool:
    return any(c.lower_ in wanted for c in (*head.rights, *verb.lefts, *head.lefts))


def _is_as_agreed(verb: Token) -> bool:
    """'as agreed', 'as promised', 'the promised list', 'the share that was due in July', 'which it promised'."""
    for token in verb.subtree:
        is_as = token.lemma_ in _PROMISING | {"require", "plan", "due", "demand"} and has_left(token, ("as",))
        is_said = token.dep_ in ("relcl", "acl") and token.lemma_ in _PROMISING
        is_due = token.lower_ == "due" and token.head.dep_ == "relcl"
        is_amod = token.dep_ == "amod" and token.lower_ in ("promised", "agreed", "pledged", "overdue")
        if is_as or is_said or is_due or is_amod:
            return True
    return False


def _by_noun(scene: Scene, verb: Token, what: Range) -> Owed | None:
    """'missed the deadline for submitting', 'broke its promise to publish', 'made good on its pledge to pay'."""
    noun = next((t for t in _governors(verb) if t.lemma_ in _PROMISES or t.lemma_ == "deadline"), None)
    if noun is None:
        return None
    holder = next((t for t in _governors(noun) if t.pos_ == "VERB"), None)
    if holder is None or holder.i > noun.i:
        return None
    lemma, is_denied = holder.lemma_.lower(), is_negated(holder)
    if noun.lemma_ == "deadline":
        if lemma not in ("miss", "meet", "overrun"):
            return None
        return _owed(scene, verb, owers(scene, holder), what, holder, is_delivered=(lemma == "meet") != is_denied)
    is_broken = lemma in _BREAKING or (lemma == "go" and has_child(holder, ("back",)))
    if not is_broken and lemma not in _KEEPING:
        return None
    return _owed(scene, verb, owers(scene, holder), what, holder, is_delivered=(not is_broken) != is_denied)


def _given_time(scene: Scene, verb: Token, what: Range) -> Owed | None:
    """'has until Saturday to submit', 'was given two weeks to produce', 'gave Norway a week to reply'."""
    for holder in _governors(verb):
        if holder.lemma_ not in ("have", "give", "set", "grant", "allow"):
            continue
        times = [
            c for c in holder.children if (c.dep_ in ("dobj", "npadvmod", "oprd") and _is_time(c)) or c.lower_ in ("until", "till")
        ]
        if not times or is_negated(holder) or verb.i < holder.i:
            return None
        if holder.lemma_ == "have":
            by = owers(scene, holder)
        else:
            pressed = (
                child(holder, "nsubjpass")
                or child(holder, "dative")
                or next((c for c in children(holder, "dobj") if not _is_time(c)), None)
            )
            by = named(scene, pressed)
        return _owed(scene, verb, by, what, holder, is_delivered=None)
    return None


def _is_time(token: Token) -> bool:
    return token.ent_type_ in _TIMES or token.lemma_ in ("deadline", "week", "day", "month", "hour", "time")


def _by_turn(scene: Scene, verb: Token, what: Range) -> Owed | None:
    """'it is up to Norway to submit', 'it falls to Norway to draft'."""
    for holder in _governors(verb):
        subject = child(holder, "nsubj")
        if holder.lemma_ not in ("be", "fall") or subject is None or subject.lower_ != "it":
            continue
        prep = next(
            (t for t in holder.subtree if t.lower_ in ("to", "for", "on") and t.dep_ == "prep" and holder.i < t.i < verb.i), None
        )
        goal = child(prep, "pobj") if prep is not None else None
        is_turn = holder.lemma_ == "fall" or (prep is not None and verb.doc[prep.i - 1].lower_ in ("up", "now", "turn", "down"))
        return _owed(scene, verb, named(scene, goal), what, holder, is_delivered=None) if is_turn and goal is not None else None
    return None


def _tasked(scene: Scene, verb: Token, what: Range) -> Owed | None:
    """'was tasked with drafting', 'has been instructed to draw up', 'the accord obliges Norway to hand over'."""
    holder = (
        verb.head
        if verb.dep_ in ("xcomp", "advcl", "ccomp")
        else verb.head.head
        if verb.dep_ == "pcomp" and verb.head.lower_ in ("with", "to")
        else None
    )
    if holder is None or holder.lemma_ not in _TASKING or is_negated(holder):
        return None
    pressed = child(holder, "nsubjpass") or (subject_of(holder) if child(holder, "auxpass") is not None else None)
    pact = child(holder, "nsubj")
    if pact is not None and pact.lemma_.lower() in _PACTS:
        pressed = child(verb, "nsubj") or child(holder, "dobj")
    return _owed(scene, verb, named(scene, pressed), what, holder, is_delivered=None) if pressed is not None else None


def _promised(scene: Scene, verb: Token, what: Range) -> Owed | None:
    """A promise with a day: 'undertook to pass a law before 1 November', 'is due to release', 'committed itself to publishing'."""
    holder = verb.head.head if verb.dep_ == "pcomp" else verb.head
    if verb.dep_ not in ("xcomp", "pcomp", "ccomp") or is_negated(holder) or is_negated(verb) or has_auxiliary(holder, _MODALS):
        return None
    is_bound = (
        holder.lower_ in _BINDING
        or (holder.lemma_ == "need" and _is_by_day(verb))
        or (holder.lemma_ == "have" and verb.dep_ == "xcomp" and not _has_word(verb, holder, "yet", "still"))
        or (holder.lemma_ == "be" and verb.dep_ == "xcomp" and has_left(verb, ("to",)))
    )
    is_promise = holder.lemma_ in _PROMISING | {"assure"} and child(holder, "auxpass") is None
    is_for_a_time = has_child(verb, ("until", "till"), "prep")  # 'agreed to halt fire until Monday': a stand, nothing owed
    is_by = not due_of(scene, verb).is_unknown or any(_is_day(t) for t in verb.subtree)
    is_dated = (is_by and not is_for_a_time) or _is_under_pact(holder) or holder.lemma_ == "undertake"
    if not (is_promise or is_bound) or not (is_dated or is_text_or_answer(verb)):
        return None
    if verb.dep_ == "ccomp" and not has_auxiliary(verb, frozenset({"would", "will"})):
        return None
    agent = child(verb, "agent")
    by = named(scene, child(agent, "pobj")) if agent is not None else owers(scene, holder)
    return _owed(scene, verb, by, what, holder, is_delivered=None)


def _is_by_day(verb: Token) -> bool:
    """'need to ratify the accord by January 15'."""
    return any(p.lower_ in ("by", "before") and any(g.ent_type_ in _TIMES for g in children(p, "pobj")) for p in children(verb, "prep"))


def _is_day(token: Token) -> bool:
    """'on Monday', 'next week', 'within ten days'; not 'for forty days'."""
    if token.ent_type_ not in _TIMES:
        return False
    return token.dep_ == "npadvmod" or (token.dep_ == "pobj" and token.head.lower_ in _WHEN)


def _is_under_pact(verb: Token) -> bool:
    """'under the agreement', 'by the terms of the truce', 'as part of the settlement'."""
    for prep in verb.subtree:
        if prep.dep_ != "prep" or prep.lower_ not in ("under", "by", "as"):
            continue
        for goal in children(prep, "pobj"):
            part_of = (g for p in children(goal, "prep") for g in children(p, "pobj")) if goal.lower_ == "part" else ()
            named_pact = part_of if prep.lower_ == "as" else (goal,)
            if any(each.lemma_.lower() in _PACTS for each in named_pact):
                return True
    return False


def _is_in_return(verb: Token) -> bool:
    """'in return, Norway is to'; what it 'would' do in return is an offer."""
    return not has_auxiliary(verb, frozenset({"would"})) and any(
        goal.lower_ in ("exchange", "return")
        for prep in children(verb, "prep")
        if prep.lower_ == "in" and prep.i < verb.i
        for goal in children(prep, "pobj")
    )


def _under_pact(scene: Scene, verb: Token, what: Range) -> Owed | None:
    """'Under the agreement Norway will withdraw its troops', 'in return, Norway is to free the sailors'."""
    holder = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ == "be" and has_left(verb, ("to",)) else verb
    is_to_come = holder is not verb or has_auxiliary(verb, frozenset({"will", "would", "shall"}))
    if not is_to_come or is_negated(verb) or is_negated(holder) or child(verb, "nsubjpass") is not None:
        return None
    is_bound = _is_under_pact(holder) or _is_in_return(holder)
    return _owed(scene, verb, owers(scene, holder), what, holder, is_delivered=None) if is_bound else None


def _must(scene: Scene, verb: Token, what: Range) -> Owed | None:
    """'must release 40 prisoners by Sunday', 'must be handed over by Norway'."""
    if not has_auxiliary(verb, frozenset({"must", "shall"})) or is_negated(verb):
        return None
    is_by = not due_of(scene, verb).is_unknown or _is_by_day(verb)
    if not is_by and not _is_under_pact(verb) and not is_text_or_answer(verb):
        return None
    agent = child(verb, "agent")
    by = named(scene, child(agent, "pobj")) if agent is not None else owers(scene, verb) if child(verb, "nsubjpass") is None else ()
    return _owed(scene, verb, by, what, verb, is_delivered=None)


def _in_time(scene: Scene, verb: Token, what: Range) -> Owed | None:
    """'turned in the list a day ahead of schedule', 'handed over its tables, a day late', 'freed them, as promised'."""
    is_done = verb.tag_ in ("VBD", "VBN") and not is_negated(verb) and not has_auxiliary(verb, _MODALS | {"to", "must"})
    if not is_done or verb.dep_ in ("acl", "amod") or child(verb, "nsubjpass") is not None:
        return None
    clause = verb.doc[verb.i + 1 : verb.sent.end]
    end = next((t.i for t in clause if t.text == ";" or (t.dep_ == "cc" and t.head is verb)), verb.sent.end)
    told = verb.doc[verb.left_edge.i : end]
    text = told.text.lower()
    is_timely = any(phrase in text for phrase in _TIMELY) or any(_is_early_or_late(t) for t in told if t.i > verb.i)
    is_as_promised = any(
        c.lemma_ in _PROMISING and (has_left(c, ("as",)) or (c.dep_ == "relcl" and c.head.ent_type_ in _TIMES)) for c in told
    )
    return _owed(scene, verb, owers(scene, verb), what, verb, is_delivered=True) if is_timely or is_as_promised else None


_TIMELY = (
    "ahead of schedule",
    "ahead of time",
    "behind schedule",
    "on schedule",
    "as promised",
    "as agreed",
    "on time",
    "by the deadline",
)


def _is_early_or_late(token: Token) -> bool:
    """'a day late', 'two weeks early', 'belatedly'; not 'late on Tuesday'."""
    if token.lower_ == "belatedly":
        return True
    before = token.doc[token.i - 1] if token.i else token
    return token.lower_ in _LATE | _EARLY and before.lemma_ in ("day", "week", "month", "hour", "year")


def afterwards(verb: Token) -> bool | None:
    """'..., but did not', '; the bill has not left committee', 'but has yet to do so': not done."""
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    cut = next((t.i for t in behind if t.text == ";" or (t.lower_ == "but" and t.dep_ == "cc")), None)
    if cut is None:
        return None
    rest = verb.doc[cut : verb.sent.end]
    is_missing = any(t.dep_ == "neg" or t.lower_ in ("yet", "without", "never", "nothing", "empty-handed") for t in rest)
    return False if is_missing else None
