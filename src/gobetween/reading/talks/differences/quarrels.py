"""What sides quarrel over: 'differences remain over pay', 'locked in a dispute over pay', 'a row over pay delays the talks'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.syntax import SUBJECTS, Range, child, children, has_left, is_negated, subject_of
from gobetween.reading.talks.differences.vocabulary import (
    DISAGREEMENTS,
    OVER,
    SIDES,
    STANDSTILLS,
    TALKS,
    behind,
    is_day,
    matter_of,
)
from gobetween.reading.word_lists import words

_OPEN = words(
    """long-running longstanding long-standing lengthy bitter deadlocked ongoing unresolved protracted continuing festering acrimonious
    months-long years-long long simmering running standing remaining outstanding last-minute unbridged deep sharp serious"""
)
_SETTLED = words(
    """end resolve settle break solve avert defuse mediate overcome untangle bridge clear address remove iron narrow close fix heal
    reconcile quell subside fade vanish"""
)
_LASTING = words("remain persist linger exist continue stay be deepen drag widen fester rage simmer emerge arise surface grow")
_CENTRING = words("center centre revolve concern involve lie focus relate include hinge")
_HINDERING = words(
    """threaten complicate hamper hinder delay block stall derail overshadow slow jeopardise jeopardize undermine prevent hold scupper
    dog plague mire bog force bring leave risk impede obstruct sink scuttle cast hobble"""
)
_AIMED = words("amid because due owing")
_HELD = words(
    """lock locked mire mired embroil embroiled engage entangle stick stuck hold delay block dog hamper hinder slow bog hobble plague
    complicate stall arise stem"""
)
_WALKING = words("strike walkout stoppage walk picket lockout protest boycott blockade action shutdown")
_TELLING = words("acknowledge cite report highlight underline underscore expose reveal admit leave note see")
_CHANCE = words("accident weather rain fog snow storm traffic fault glitch error fire flood illness")
_HITCHES = STANDSTILLS | words("delay failure breakdown collapse holdup hold-up")
_BLAMING = words("blame attribute")
_REASONS = words("reason cause")
_BREAKTHROUGHS = words("breakthrough movement")
_STEPS = 4  # from the quarrel up to the talks that it holds up

QUARRELLED_BY = DISAGREEMENTS | _BLAMING | _REASONS | _BREAKTHROUGHS
"""The lemmas of the words that `find_quarrels` may answer."""


def find_quarrels(token: Token) -> Iterator[Range]:
    """The tokens of each matter that, as the words around `token` say, sides quarrel over or blame for a delay."""
    lemma = token.lemma_.lower()
    if token.pos_ == "VERB" and lemma in _BLAMING:
        yield from _blamed(token)
    elif token.pos_ in ("NOUN", "PROPN") and lemma in _REASONS:
        yield from _reason(token)
    elif lemma in _BREAKTHROUGHS and has_left(token, ("no",)):
        yield from _own(token)
    elif lemma in DISAGREEMENTS and token.pos_ in ("NOUN", "PROPN", "VERB"):
        yield from _quarrel(token)


def _quarrel(noun: Token) -> Iterator[Range]:
    """What the quarrel is over, if the text says that it goes on or holds something up."""
    if has_left(noun, ("no", "all", "any", "few", "little", "minor")) or _is_settled(noun):
        return
    verb = _verb_of(noun)
    if verb is not None and verb.lemma_ in _CENTRING and not is_negated(verb):
        yield from _centre(verb)
        return
    own = list(_own(noun))
    if verb is None:
        is_on = noun.lemma_.lower() in STANDSTILLS or _is_open(noun) or _is_within(noun)
        is_held = noun.dep_ == "dobj" and noun.lemma_.lower() in STANDSTILLS  # 'to break the deadlock in the talks on pay'
        yield from (own or (_beside(noun.head, noun) if is_held else ())) if is_on else ()
        return
    if is_negated(verb):
        return
    is_lasting = verb.lemma_ in _LASTING
    if is_lasting or _is_hindering(verb) or noun.lemma_.lower() in STANDSTILLS or _is_open(noun):
        yield from own or (_beside(verb, noun) if is_lasting else ())


def _verb_of(noun: Token) -> Token | None:
    """The verb of which the quarrel is the subject, also where the parser takes the verb for a noun or 'there is' stands before."""
    head = noun.head
    if noun.dep_ in SUBJECTS and head.pos_ in ("VERB", "AUX"):
        return head
    if noun.dep_ == "attr" and (has_left(head, ("there",)) or child(head, "expl") is not None):
        return head
    is_misread = noun.dep_ == "compound" and head.i == noun.i + 1 and head.lemma_.rstrip("s") in _CENTRING
    return head if is_misread else None


def _own(noun: Token) -> Iterator[Range]:
    """What stands behind 'over' in the phrase of the quarrel, also behind 'between the two' in it."""
    late = next((c.left_edge.i for c in noun.rights if c.dep_ in ("relcl", "acl")), noun.right_edge.i + 1)
    for prep in noun.subtree:
        goal = behind(prep) if prep.lower_ in OVER and noun.i < prep.i < late else None
        if goal is not None:
            yield matter_of(goal)
            return


def _beside(verb: Token, noun: Token) -> Iterator[Range]:
    """'differences remain between the two over pay', 'the main dispute is over pay'."""
    for prep in verb.subtree:
        goal = behind(prep) if prep.lower_ in OVER and prep.i > max(verb.i, noun.i) and prep.head.dep_ != "relcl" else None
        if goal is not None:
            yield matter_of(goal)
            return


def _centre(verb: Token) -> Iterator[Range]:
    """'the dispute centres on the quota', 'the main difference concerns the quota'."""
    thing = child(verb, "dobj")
    goals = [g for p in children(verb, "prep") if p.lower_ in OVER | {"in", "to", "with"} for g in children(p, "pobj", "pcomp")]
    told = thing if thing is not None else next(iter(goals), None)
    if told is not None and told.pos_ != "PRON" and not is_day(told):
        yield matter_of(told)


def _is_hindering(verb: Token) -> bool:
    """'has brought negotiations to a halt', 'threatens to derail the pact'."""
    told = [t for t in verb.subtree if t.i > verb.i]
    is_of_talks = any(t.lemma_.lower() in TALKS or t.lower_ in TALKS for t in told)
    return is_of_talks and (verb.lemma_ in _HINDERING or any(t.lemma_ in _HINDERING for t in children(verb, "xcomp")))


def _is_within(noun: Token) -> bool:
    """'locked in a dispute', 'stall amid differences', 'went on strike in a row', 'still have differences', 'to end the row'."""
    over = noun.head
    if noun.dep_ == "dobj":
        subject = subject_of(over)
        is_side = subject is not None and (subject.lemma_.lower() in SIDES or subject.pos_ in ("PROPN", "PRON"))
        return (over.lemma_ == "have" and is_side and not is_negated(over)) or over.lemma_ in _TELLING or _is_to_be_settled(over)
    if noun.dep_ not in ("pobj", "pcomp"):
        return False
    if over.lower_ in _AIMED or (over.lower_ in ("of", "to") and over.doc[over.i - 1].lower_ in _AIMED):
        return True
    governor = over.head
    if over.lower_ in ("in", "by", "over", "from", "after", "with"):
        return any({t.lemma_.lower(), t.lower_} & (_HELD | _WALKING) for t in (governor, *governor.children)) and not is_negated(
            governor
        )
    return False


def _is_to_be_settled(verb: Token) -> bool:
    """'made an offer to end the dispute', not 'having ended', 'managed to end', 'praised for ending'."""
    is_done = (
        verb.head.lemma_ in ("manage", "help")
        or (verb.dep_ == "pcomp" and verb.head.lower_ in ("for", "after", "by"))
        or any(c.dep_ == "aux" and c.lower_ in ("having", "have") for c in verb.children)
    )
    return verb.lemma_ in _SETTLED - {"narrow", "close"} and verb.tag_ in ("VB", "VBG") and not is_done


def _is_open(noun: Token) -> bool:
    return any(c.lower_ in _OPEN for c in noun.lefts)


def _is_settled(noun: Token) -> bool:
    """'settled the dispute', 'the row was resolved', 'the deadlock ended'; 'could not settle' is told by what is not agreed."""
    verb = noun.head
    if noun.dep_ == "dobj":
        return verb.lemma_ in _SETTLED and not _is_to_be_settled(verb)
    return noun.dep_ in SUBJECTS and verb.lemma_ in _SETTLED and not is_negated(verb)


def _reason(noun: Token) -> Iterator[Range]:
    """'Their demands are the main reason why the talks could not succeed'."""
    verb, clause = noun.head, child(noun, "relcl")
    subject = child(verb, "nsubj")
    if noun.dep_ != "attr" or clause is None or subject is None or subject.pos_ == "PRON" or is_negated(verb):
        return
    is_of_talks = any(t.lemma_.lower() in TALKS for t in children(clause, "nsubj", "nsubjpass"))
    if is_of_talks and (is_negated(clause) or clause.lemma_ in ("fail", "collapse", "stall", "break", "founder")):
        yield subject.left_edge.i, min(subject.right_edge.i + 1, verb.i)


def _blamed(verb: Token) -> Iterator[Range]:
    """'blamed the delay on the wage demands', 'attributing the breakdown to the crisis'; who is blamed is no matter."""
    hitch = child(verb, "dobj")
    holders = (verb,) if hitch is None else (verb, hitch)
    goal = next((g for h in holders for p in children(h, "prep") if p.lower_ in ("on", "to") and (g := behind(p)) is not None), None)
    if hitch is None or hitch.lemma_.lower() not in _HITCHES or goal is None or is_negated(verb):
        return
    is_somebody = goal.ent_type_ in ("PERSON", "GPE", "ORG", "NORP") or goal.pos_ == "PROPN"
    if goal.lemma_.lower() not in _CHANCE and not is_somebody:
        yield matter_of(goal)
