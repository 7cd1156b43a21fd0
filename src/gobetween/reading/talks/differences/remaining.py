"""What is still open where the rest is agreed, and what talks come down to: 'all but the quota is settled', 'at issue is the quota'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.syntax import SUBJECTS, Range, child, children, has_child, has_left, is_negated, noun_phrase, subject_of
from gobetween.reading.word_lists import words

_SNAGS = words("logjam snag wall hitch rub catch bottleneck nut deal-breaker dealbreaker stumbling-block gap")
_SETTLING = words("agree settle resolve decide solve clear finalise finalize conclude sort")
_ALL = words("everything all rest most else nothing")
_BUT = words("except bar save but")
_LEFT = words("open left unresolved unsettled outstanding missing disputed remaining")
_ARGUING = words("argue haggle wrangle quarrel bicker squabble spar fight disagree differ")
SIDES = words(
    """side party camp delegation negotiator team government company union they both two neighbour neighbor minister partner province
    country owner bank group official diplomat expert delegate employer worker farmer mediator lawyer creditor lender member leader
    capital village fleet province state bloc board management rebel envoy"""
)
_ACCORDS = words("agreement compromise consensus accord solution deal settlement understanding")
_ELUSIVE = words("elusive difficult impossible hard unlikely distant lacking absent missing tricky")
_NAMES_OF_QUARRELS = words("dispute quarrel row talk negotiation conflict standoff disagreement debate")
_CENTRING = words("centre center revolve focus turn")
_QUESTIONS = words("how who what which whether where when why")
_REACH = 4  # steps from a word of settling to the matter


LEFT_BY = _SNAGS | _BUT | _SETTLING | _ARGUING | _ACCORDS | _CENTRING | words("only agree be come boil")
"""The words, or lemmas, around which something may be found."""


def find_remaining(token: Token) -> Iterator[Range]:
    """The tokens of each matter that the words around `token` say is still open or what it all comes down to."""
    lemma = token.lemma_.lower()
    if token.pos_ in ("NOUN", "PROPN") and lemma in _SNAGS:
        yield from _snag(token)
    elif token.lower_ in _BUT:
        yield from _excepted(token)
    elif token.lower_ == "only":
        yield from _only(token)
    elif token.pos_ == "VERB" and lemma == "agree":
        yield from _not_agreed_how(token)
    elif token.pos_ == "VERB" and lemma in _SETTLING:
        yield from _yet_to_be(token)
    elif token.pos_ == "VERB" and lemma in _ARGUING:
        yield from _argued(token)
    elif token.pos_ in ("NOUN", "PROPN") and lemma in _ACCORDS:
        yield from _elusive(token)
    elif token.lemma_ == "be":
        yield from _at_issue(token)
    elif token.pos_ == "VERB":
        yield from _comes_down(token)


def _snag(noun: Token) -> Iterator[Range]:
    """'The snag is the quota', 'the quota is the other logjam'."""
    verb = noun.head
    is_the = has_left(noun, ("the", "another", "one"))
    if verb.lemma_ not in ("be", "remain", "prove") or not is_the or is_negated(verb) or child(noun, "relcl") is not None:
        return
    if noun.lemma_ in ("gap", "nut", "wall") and not any(c.dep_ == "amod" for c in noun.lefts) and noun.lemma_ != "wall":
        return
    other = child(verb, "attr") if noun.dep_ in SUBJECTS else child(verb, *SUBJECTS) if noun.dep_ == "attr" else None
    if other is not None and other.pos_ in ("NOUN", "PROPN") and other.ent_type_ not in ("QUANTITY", "CARDINAL", "MONEY"):
        yield noun_phrase(other)


def _excepted(word: Token) -> Iterator[Range]:
    """'everything is agreed except the quota', 'all but the quota has been settled'."""
    goal = child(word, "pobj") or next((t for t in word.doc[word.i + 1 : word.i + 5] if t.pos_ in ("NOUN", "PROPN")), None)
    if goal is None or goal.sent != word.sent:
        return
    near = word.doc[max(word.sent.start, word.i - 8) : min(word.sent.end, goal.right_edge.i + 6)]
    before = word.doc[max(word.sent.start, word.i - 8) : word.i]
    is_all = any(t.lower_ in _ALL for t in before)
    is_settled = any(t.lemma_ in _SETTLING and t.tag_ == "VBN" for t in near)
    if is_all and is_settled and (word.lower_ != "but" or before[-1:].text.lower() in ("all", "everything", "nothing")):
        yield noun_phrase(goal)


def _only(word: Token) -> Iterator[Range]:
    """'only the quota is still open', 'only the quota remains to be settled'."""
    subject = (
        word.head if word.head.dep_ in SUBJECTS else next((t for t in word.doc[word.i + 1 : word.i + 6] if t.dep_ in SUBJECTS), None)
    )
    if subject is None or subject.pos_ not in ("NOUN", "PROPN") or word.i > subject.i:
        return
    verb = subject.head
    is_open = has_child(verb, _LEFT, "acomp", "attr", "oprd", "advmod") and verb.lemma_ in ("be", "remain")
    is_to_settle = verb.lemma_ == "remain" and any(t.lemma_ in _SETTLING for t in children(verb, "xcomp"))
    if is_open or is_to_settle:
        first, last = noun_phrase(subject)
        yield max(first, word.i + 1), last


def _not_agreed_how(verb: Token) -> Iterator[Range]:
    """'cannot agree how many boats there are', 'have not been able to agree on the quota'."""
    holder = verb.head if verb.dep_ == "xcomp" else verb
    is_unable = (
        verb.dep_ == "xcomp"
        and holder.lemma_ in ("able", "fail", "unable", "struggle", "manage")
        and (holder.lemma_ in ("fail", "unable", "struggle") or is_negated(holder) or is_negated(holder.head))
    )
    is_nor = has_left(verb, ("nor", "neither"))
    subject = subject_of(verb)
    if not (is_unable or is_negated(verb) or is_nor) or subject is None or not _are_sides(subject):
        return
    clause = child(verb, "ccomp")
    if clause is not None and any(t.lower_ in _QUESTIONS for t in verb.doc[verb.i + 1 : clause.i + 1]):
        yield verb.i + 1, clause.right_edge.i + 1
    elif is_unable:
        yield from _behind(verb)


def _behind(*holders: Token) -> Iterator[Range]:
    for holder in holders:
        for prep in children(holder, "prep"):
            goal = child(prep, "pobj", "pcomp")
            if prep.lower_ in ("over", "on", "about", "to") and goal is not None and goal.ent_type_ not in ("DATE", "TIME"):
                if goal.pos_ != "PRON":
                    yield goal.left_edge.i if goal.dep_ == "pobj" else prep.i + 1, goal.right_edge.i + 1
                return


def _are_sides(subject: Token) -> bool:
    return subject.lemma_.lower() in SIDES or subject.lower_ in SIDES or subject.pos_ in ("PROPN", "PRON")


def _yet_to_be(verb: Token) -> Iterator[Range]:
    """'the quota has yet to be settled', 'the quota remains to be settled'."""
    holder = verb.head
    is_passive = child(verb, "auxpass") is not None
    is_yet = holder.lemma_ == "have" and any(c.lower_ == "yet" for c in (*holder.rights, *verb.lefts))
    if verb.dep_ != "xcomp" or not is_passive or not (is_yet or holder.lemma_ == "remain"):
        return
    subject = child(holder, *SUBJECTS)
    is_only = subject is not None and any(t.lower_ == "only" for t in subject.doc[max(0, subject.left_edge.i - 1) : subject.i])
    if subject is not None and subject.pos_ in ("NOUN", "PROPN") and not is_only:
        yield noun_phrase(subject, holder)


def _argued(verb: Token) -> Iterator[Range]:
    """'are still arguing about the quota'."""
    subject = subject_of(verb)
    is_going_on = has_child(verb, ("still", "continue")) and verb.tag_ == "VBG"
    if is_going_on and subject is not None and _are_sides(subject):
        yield from _behind(verb)


def _elusive(noun: Token) -> Iterator[Range]:
    """'agreement on the quota has proved elusive', 'no compromise is in sight on the quota'."""
    verb = noun.head
    if noun.dep_ not in SUBJECTS or is_negated(verb):
        return
    is_elusive = has_child(verb, _ELUSIVE, "acomp", "oprd", "attr")
    is_none = has_left(noun, ("no",)) and any(t.lower_ == "sight" for t in verb.subtree)
    if is_elusive or is_none:
        yield from _behind(noun, verb, *(t for t in verb.subtree if t.lower_ in ("in", "sight")))


def _at_issue(verb: Token) -> Iterator[Range]:
    """'at issue is the quota', 'the quota is still in dispute', 'it is on the quota that the talks are stuck'."""
    if is_negated(verb):
        return
    for prep in children(verb, "prep"):
        goal = child(prep, "pobj")
        if goal is None:
            continue
        subject = child(verb, "nsubj")
        is_at_issue = (
            prep.lower_ in ("at", "in") and goal.lower_ in ("issue", "dispute", "contention") and child(goal, "prep", "poss") is None
        )
        if is_at_issue and subject is not None and subject.pos_ in ("NOUN", "PROPN"):
            yield noun_phrase(subject, verb)
        is_cleft = subject is not None and subject.lower_ == "it" and prep.lower_ in ("on", "over") and prep.i > verb.i
        if is_cleft and any(
            t.lower_ in ("stuck", "founder", "deadlocked", "hang", "hinge", "stall") for t in verb.sent if t.i > goal.i
        ):
            yield noun_phrase(goal)


def _comes_down(verb: Token) -> Iterator[Range]:
    """'it all comes down to the quota', 'the dispute centres on the quota'."""
    subject = child(verb, "nsubj")
    if subject is None or is_negated(verb):
        return
    is_down = verb.lemma_ in ("come", "boil") and has_child(verb, ("down",), "prt", "advmod")
    is_sum = is_down and (subject.lower_ in ("it", "everything", "all") or subject.lemma_ in _NAMES_OF_QUARRELS)
    if is_sum or (verb.lemma_ in _CENTRING and subject.lemma_ in _NAMES_OF_QUARRELS - {"talk", "negotiation", "debate"}):
        yield from _behind(verb)
