"""On what condition: 'if ...', 'provided that ...', 'only once ...', 'as long as ...', 'should it ...', wherever the parser hung it."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.reading.concordance import answered_once, forms, sentence_of
from gobetween.reading.syntax import SUBJECTS, Range, child, child_called, children, has_auxiliary, has_child, is_negated
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_CLAUSES = ("VERB", "AUX")
_OPENERS = frozenset({"if", "unless", "once"})
_GIVEN = frozenset({"provided", "providing"})
_WHEN = frozenset({"once", "after", "until", "before", "when", "long"})
_OPENINGS = _GIVEN | _WHEN | {"if", "unless"}
_PHRASES = frozenset(
    {
        ("as", "long", "as"),
        ("so", "long", "as"),
        ("as", "soon", "as"),
        ("on", "condition", "that"),
        ("the", "condition", "that"),
        ("the", "understanding", "that"),
    }
)
_WITHIN_PHRASE = frozenset({"long", "soon", "condition", "understanding"})
_AFTER_ONLY = frozenset({"after", "when"})
_INVERTED = frozenset({"should", "were", "had"})
_PRICES = frozenset({"return", "exchange"})
_SAYINGS = words(
    "say tell add accord explain suggest indicate insist write report note announce declare stress warn understand believe"
)
_OPEN = words("will would could might may can should must wo ca 'll ’ll 'd ’d")
_ADVERSE = words(
    """nowhere nobody none no not n't n’t never without nothing continue persist refuse reject fail attack strike impose seize break
    collapse block violate ignore delay force begin resume invade shell bomb keep"""
)
_SUBJECT = frozenset({"subject", "conditional", "contingent", "dependent"})
_MOMENTS = frozenset({"day", "moment", "minute", "instant", "hour"})
_NOR = frozenset({"nor", "neither", "so", "than", "as", "what", "why", "how", "when", "where"})
_NEAR = 20  # tokens from a verb to the end of a phrase that qualifies it
_IF_NEED_BE = words("necessary needed required possible")
_HOWEVER = words("takes necessary needed required possible wants")
_NEARBY = 9  # tokens from what is provided to its verb
_DEEPEST = 12  # steps up from a verb
_FURTHEST = 45  # tokens from a verb to its condition


def condition_of(verb: Token) -> Range | None:
    """The tokens of 'if ...', 'provided that ...', 'only if ...', 'on condition that ...', 'until ...' that hang on the verb."""
    for prep in children(verb, "prep", "acl"):
        goal = child(prep, "pobj")
        is_on_condition = (
            prep.lower_ in ("on", "under") and goal is not None and goal.lemma_ == "condition" and goal.right_edge.i > goal.i + 1
        )
        is_given = prep.lower_ in _GIVEN and child(prep, "pcomp", "ccomp") is not None
        if (is_given or is_on_condition or _is_price(prep, goal)) and not _is_of_anonymity(goal):
            return prep.left_edge.i, prep.right_edge.i + 1
    for clause in children(verb, "advcl"):
        if clause.lower_ in _IF_NEED_BE and clause.left_edge.i == clause.i - 1:
            continue  # 'if necessary'
        if clause.lower_ == "subject" and child(clause, "prep") is not None:  # 'subject to cabinet approval'
            return _with_only(clause), clause.right_edge.i + 1
        mark = next((c for c in clause.children if c.dep_ == "mark" or c.lower_ in stances.CONDITIONS), None)
        is_opened = (mark is not None and mark.lower_ in stances.CONDITIONS) or clause.lower_ in _GIVEN
        if (is_opened or _is_inverted(clause) or _is_only_after(clause)) and clause.left_edge.lower_ != "even":
            return _with_only(clause.left_edge), clause.right_edge.i + 1
    long = next((c for c in children(verb, "advmod") if c.lower_ in ("long", "soon") and child(c, "advcl") is not None), None)
    return (long.left_edge.i, long.right_edge.i + 1) if long is not None and not is_open_ended(long) else None


def is_open_ended(long: Token) -> bool:
    """'for as long as it takes', 'as long as necessary': however long, and on no condition."""
    return long.lower_ == "long" and any(t.lower_ in _HOWEVER for t in long.doc[long.i + 1 : long.i + 5])


@answered_once
def condition_near(verb: Token) -> Range | None:
    """The condition of the verb, of what it leads to, or else the first that is told behind it, a word of saying or so between them."""
    found = condition_of(verb) or _around_saying(verb)
    for goal in children(verb, "acomp", "xcomp", "ccomp", "dobj", "prep", "conj", "advcl"):
        found = found or condition_of(goal)
    return found or _told_behind(verb) or _phrase_behind(verb)


def _around_saying(verb: Token) -> Range | None:
    """'would not return, said its envoy, until the lists are out', where the parser hangs the condition on who says so."""
    over = verb.head
    is_open = has_auxiliary(verb, _OPEN) or is_negated(verb)
    if verb.dep_ != "ccomp" or verb.i > over.i or not is_open or over.lemma_.lower() not in _SAYINGS:
        return None
    inverted = next((c for c in children(over, "ccomp", "advcl") if c.i < verb.i and _is_inverted(c)), None)
    if inverted is not None:
        return inverted.left_edge.i, inverted.right_edge.i + 1
    found = condition_of(over)
    return found if found is not None and (found[0] > over.i or found[1] <= verb.i) else None


def _phrase_behind(verb: Token) -> Range | None:
    """'agreed to the truce, subject to approval by its parliament'."""
    last = min(verb.i + _NEAR, verb.right_edge.i, verb.sent.end - 2)
    for i in range(verb.i + 1, last):
        following = verb.doc[i + 1]
        is_goal = child(following, "pobj", "pcomp") is not None
        if verb.doc[i].lower_ in _SUBJECT and following.lower_ in ("to", "on", "upon") and is_goal:
            return i, following.right_edge.i + 1
        if verb.doc[i].lower_ == "in" and following.lower_ in _PRICES and verb.doc[i + 2].lower_ == "for":
            return i, following.right_edge.i + 1
    return None


def while_it_lasts(verb: Token) -> Range | None:
    """'while under attack', 'while the raids go on', right behind what is refused; no contrast, which a comma parts from it."""
    for i in range(verb.i + 1, min(verb.i + _NEAR, verb.sent.end - 1)):
        if verb.doc[i].lower_ == "while" and verb.doc[i - 1].text != "," and verb.is_ancestor(verb.doc[i]):
            over = verb.doc[i].head
            return i, max(over.right_edge.i + 1 if over.i > i else 0, verb.right_edge.i + 1 if over.i <= i else 0)
    return None


def condition_to_take(verb: Token) -> Range | None:
    """The condition on which something is offered or accepted: 'before May' and 'until a deal is signed' only say for how long."""
    found = condition_near(verb)
    is_until = found is not None and any(t.lower_ in ("before", "until") for t in verb.doc[found[0] : found[0] + 2])
    return None if found is not None and is_until and verb.doc[found[0]].lower_ != "not" else found


def is_adverse(verb: Token, condition: Range) -> bool:
    """Whether the condition is what a party does not want: 'unless ...', 'if there is no agreement', 'if they attack'."""
    told = verb.doc[slice(*condition)]
    return told[0].lower_ == "unless" or any(t.lemma_.lower() in _ADVERSE or t.lower_ in _ADVERSE for t in told)


@answered_once
def is_within_condition(verb: Token) -> bool:
    """Whether the verb says what must happen first: 'would come once they withdrew', 'provided that it left'."""
    doc, at = verb.doc, verb
    spoken = forms(doc)
    for _ in range(3):
        first = max(sentence_of(at)[0], at.left_edge.i - 2)
        opening = [doc[i] for i in range(first, at.i) if spoken[i] in _OPENINGS]
        if _is_inverted(at):
            return True
        opened = (_opened(t) for t in opening if t.lower_ in _GIVEN | {"if", "unless"})
        if any(clause is not None and clause in (at, verb) for clause in opened):
            return True
        is_to_be = at.dep_ == "advcl" and at.tag_ in ("VBZ", "VBP", "VB") and any(t.lower_ in ("once", "until") for t in opening)
        if is_to_be:
            return True  # 'is ready to sign once both agree'
        later = any(t.lower_ in _WHEN and t.head in (at, at.head) for t in opening)
        if later and at.dep_ in ("advcl", "pcomp") and any(has_auxiliary(above, _OPEN) for above in (at.head, at.head.head)):
            return True
        if at.dep_ == "acl" and at.head.lower_ in ("condition", "understanding") and at.head.dep_ == "pobj":
            return True
        if at.dep_ not in ("conj", "xcomp", "ccomp") or at.head is at:
            return False
        at = at.head
    return False


def _told_behind(verb: Token) -> Range | None:
    doc, last = verb.doc, min(verb.sent.end, verb.i + _FURTHEST)
    for i in range(verb.i + 1, last):
        token = doc[i]
        if (clause := _opened(token)) is not None and clause.i >= i:
            first = token if token.lower_ not in _WITHIN_PHRASE else doc[i - 1]
            first = doc[first.i - 1] if first.lower_ == "the" or token.lower_ in _MOMENTS else first
            return _with_only(first), min(clause.right_edge.i + 1, verb.sent.end)
        if token.text == ";" or (token.tag_ in ("VBD", "VBZ", "VBP", "MD") and not _is_aside(verb, token)):
            return None
    return None


def _opened(token: Token) -> Token | None:
    """The verb of the clause that the token opens, if it opens a condition."""
    doc, word = token.doc, token.lower_
    after = doc[token.i + 1] if token.i + 1 < len(doc) else token
    clause: Token | None = None
    if word in _OPENERS and token.dep_ == "cc":  # 'if, and only if, they pay'
        again = next((t for t in doc[token.i + 1 : token.i + 6] if t.lower_ == word and t.dep_ != "cc"), None)
        clause = again.head if again is not None else None
    elif word in _OPENERS and (token.head.dep_ != "ccomp" or word == "once"):
        clause = token.head
    elif word in _GIVEN:
        clause = after.head if after.lower_ == "that" else child(token, "pcomp", "ccomp") or _verb_behind(token)
    elif (
        word in ("long", "soon") and doc[token.i - 1].lower_ in ("as", "so") and after.lower_ == "as" and not is_open_ended(token)
    ) or (word in ("condition", "understanding") and doc[token.i - 1].lower_ in ("on", "the") and after.lower_ == "that"):
        clause = after.head
    elif word in ("before", "until", "unless", "without") and doc[token.i - 1].lower_ == "not":
        clause = token.head  # 'but not before the survey is in'
    elif word in _INVERTED:
        clause = _inverted_at(token)
    elif word in _MOMENTS and doc[token.i - 1].lower_ == "the" and token.dep_ == "npadvmod":
        clause = child(token, "relcl", "acl")
    elif word in _AFTER_ONLY and doc[token.i - 1].lower_ == "only":
        clause = token.head
    return clause if clause is not None and clause.pos_ in _CLAUSES else None


def _inverted_at(token: Token) -> Token | None:
    """The verb of 'were Canada to withdraw', 'should the trains stop again': the subject stands behind, and none before."""
    doc, clause = token.doc, token
    before = doc[token.i - 1] if token.i > token.sent.start else token
    if before.lower_ in _NOR or any(t.dep_ in SUBJECTS for t in token.lefts):
        return None
    if token.dep_ in ("aux", "auxpass"):
        clause = token.head
    subject = child(clause, *SUBJECTS) or next((s for c in children(token, "ccomp", "xcomp") for s in children(c, *SUBJECTS)), None)
    if subject is None or not token.i < subject.i or subject.left_edge.i != token.i + 1:
        return None
    return clause if clause.pos_ in _CLAUSES and clause.i >= token.i else None


def _verb_behind(given: Token) -> Token | None:
    """'provided the hostages are free', where the parser takes the hostages alone for what is provided."""
    thing = child(given, "pobj") or given.doc[min(given.i + 1, len(given.doc) - 1)]
    if thing.i <= given.i or thing.lower_ == "by":
        return None
    behind = given.doc[thing.i + 1 : min(thing.i + _NEARBY, given.sent.end)]
    found = next((t for t in behind if t.tag_ in ("VBP", "VBZ", "VBD", "MD")), None)
    return found.head if found is not None and found.dep_ in ("aux", "auxpass") else found


def _is_aside(verb: Token, token: Token) -> bool:
    """Whether a verb between only says who said so, or is part of what the verb is about: 'the sum they had named'."""
    at = token.head if token.tag_ == "MD" or token.dep_ in ("aux", "auxpass") else token
    if at.lemma_.lower() in _SAYINGS or at.i == verb.i:
        return True
    for _ in range(_DEEPEST):
        if at.i in (verb.i, at.head.i):
            return False
        if at.dep_ in ("relcl", "acl", "ccomp", "pcomp") and at.i > verb.i:
            return True
        at = at.head
        at = at.head
    return False


def _with_only(opener: Token) -> int:
    before = opener.doc[opener.i - 1] if opener.i > opener.sent.start else opener
    return before.i if before.lower_ == "only" else opener.i


def _is_only_after(clause: Token) -> bool:
    mark = child_called(clause, _AFTER_ONLY)
    return mark is not None and mark.doc[mark.i - 1].lower_ == "only"


def _is_inverted(clause: Token) -> bool:
    """'Should the talks fail, ...', 'Were they to leave, ...'."""
    first = clause.left_edge
    subject = child(clause, *SUBJECTS)
    return first.lower_ in _INVERTED and first.head.i == clause.i and subject is not None and subject.i > first.i


def _is_price(prep: Token, goal: Token | None) -> bool:
    """'only for a longer contract', 'only with a guarantee', 'in return for peace'; no 'only for three years' and no 'only in May'."""
    if goal is None:
        return False
    if goal.lemma_ in _PRICES:
        return prep.lower_ == "in" and (prep.left_edge.lower_ == "only" or has_child(goal, ("for",)))
    is_time = any(t.ent_type_ in ("DATE", "TIME") for t in (goal, *goal.lefts))
    return prep.lower_ in ("for", "against", "with", "after") and prep.left_edge.lower_ == "only" and not is_time


def _is_of_anonymity(goal: Token | None) -> bool:
    return goal is not None and any(t.lemma_ in ("anonymity", "name", "identify") for t in goal.subtree)
