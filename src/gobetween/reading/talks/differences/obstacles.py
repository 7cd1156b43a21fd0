"""Nouns that call a matter one in the way: 'pay is the main obstacle', 'pay, a key sticking point', 'open points include pay'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from gobetween.reading.syntax import SUBJECTS, Range, child, child_called, children, has_child, has_left, is_negated, noun_phrase
from gobetween.reading.talks.differences.vocabulary import DISAGREEMENTS, MATTERS, SIDES, TALKS, behind, matter_of
from gobetween.reading.word_lists import words

_ALONE = words("obstacle impediment hurdle barrier roadblock stumbling-block dealbreaker deal-breaker")
_WITH_POINT = {
    "point": words("sticking sticky sore contention dispute disagreement friction discord"),
    "matter": words("dispute contention disagreement"),
    "block": words("stumbling"),
    "bone": words("contention"),
    "source": words("contention friction disagreement discord dispute tension"),
    "line": words("red"),
    "breaker": words("deal"),
}
_SNAGS = words("logjam snag hitch rub catch bottleneck nut wall knot crux nub")
_PARTS = MATTERS | words("thing part chapter nut task challenge piece bit demand detail clause provision element aspect area section")
_HARDEST = words(
    """hardest thorniest toughest trickiest stickiest knottiest difficult contentious divisive sensitive intractable vexed touchiest
    vexing controversial disputed problematic explosive biggest"""
)
_HARD = words("thorny vexed contentious divisive sensitive tricky knotty delicate explosive intractable controversial sticky tough")
_OPEN = words(
    "unresolved outstanding open remaining contentious disputed unsettled thorny thorniest contested divisive sticky tricky lingering"
)
_CRACKING = words("crack untie solve loosen")
_CHIEF = words(
    "key main central core crunch chief principal biggest outstanding remaining thorniest primary major top critical crucial"
)
_LINKING = words("be appear seem remain emerge become constitute form stay prove represent")
_MAKING = words("create pose present form raise")
_CALLING = words("describe see regard cite identify name view list mention")
_COVERING = words("include involve concern comprise cover range regard")
_LEFT = words("remain remaining remains left open unresolved stalled")
_PARTING = words("separate divide split part block prevent delay hold")
_SETTLING = words("resolve settle agree iron solve decide work sort address overcome clear")
_APART = words("differ apart disagree divided split stick stuck deadlocked")
_NONE = words("not no neither never nobody none")
_COMING_TOGETHER = words("agree agreement yield budge move settle resolve compromise consensus meet ground way")
_BAFFLING = words("trip defeat derail sink block elude bedevil dog haunt scupper bring torpedo thwart stop")
_REMOVED = words("overcome resolve settle bridge clear address remove solve iron narrow close surmount eliminate")
_NOT = words("no few little minor all any")
_POINTING = frozenset({"this", "that", "these", "those", "it", "they", "there", "which"})
_PERSONS = frozenset({"he", "she", "i", "we", "you", "who"})  # 'he is an obstacle to peace' names no matter
_THROUGH = frozenset({"as", "of", "among"})
_CLAUSES = ("attr", "acomp", "ccomp", "xcomp", "oprd", "pcomp", "dobj")
_PLACED = frozenset({"at", "in", "along", "over", "on", "around", "regarding", "of"})
_STEPS = 5
_LONG = 12  # tokens from a word to what is listed behind it

CALLED = _ALONE | _WITH_POINT.keys() | _SNAGS | _PARTS
"""The lemmas around which something may be found."""


def find_obstacles(noun: Token) -> Iterator[Range]:
    """The tokens of each matter that `noun` calls one in the way, wherever the sentence names it."""
    if (
        noun.pos_ not in ("NOUN", "PROPN")
        or has_left(noun, _NOT, "det", "amod")
        or (noun.dep_ == "compound" and noun.head.pos_ == "NOUN")
    ):
        return
    lemma = noun.lemma_.lower()
    if lemma in _ALONE or _is_point(noun) or _is_snag(noun):
        if not _is_removed(noun):
            yield from _named(noun)
    elif lemma in _PARTS and not _is_removed(noun):
        yield from _open_matter(noun)


def _is_point(noun: Token) -> bool:
    wanted = _WITH_POINT.get(noun.lemma_.lower())
    return wanted is not None and any(t.lower_ in wanted for t in noun.doc[max(0, noun.i - 2) : noun.i + 3])


def _is_snag(noun: Token) -> bool:
    """'the snag is pay', 'the crux of the matter'; not 'the nut', 'the wall of the house'."""
    lemma = noun.lemma_.lower()
    late = child(noun, "relcl")
    if lemma not in _SNAGS or not has_left(noun, ("the", "another", "one")) or (late is not None and late.lemma_ not in _CRACKING):
        return False
    of = child_called(noun, ("of", "in"), "prep")
    goal = child(of, "pobj") if of is not None else None
    is_told = lemma != "nut" or has_child(noun, _HARDEST, "amod")
    return is_told and (goal is None or goal.lemma_.lower() in MATTERS | TALKS | DISAGREEMENTS | {"conflict", "everything"})


def _open_matter(noun: Token) -> Iterator[Range]:
    """'the hardest question', 'unresolved issues', 'the key issue'."""
    lemma = noun.lemma_.lower()
    is_matter = lemma in MATTERS | {"detail", "demand", "clause", "provision", "chapter", "thing"}
    is_hardest = has_child(noun, _HARDEST, "amod") and has_left(noun, ("the", "its", "their"))
    if is_matter and has_child(noun, _HARD | _OPEN, "amod") and has_child(noun, ("of",), "prep"):
        first, last = matter_of(noun)
        if first > noun.i:
            yield first, last
            return
    is_open = is_matter and _is_open(noun)
    is_chief = lemma in ("issue", "question", "problem") and has_child(noun, _CHIEF, "amod", "compound") and not _is_of_others(noun)
    if is_hardest or is_open:
        yield from _named(noun)
    elif is_chief and noun.dep_ in SUBJECTS:
        yield from _across(noun)


def _is_of_others(noun: Token) -> bool:
    """'the key issue for voters', 'the main issue in the election'."""
    for prep in children(noun, "prep"):
        goal = child(prep, "pobj")
        if prep.lower_ in ("for", "in", "of", "at") and goal is not None and goal.lemma_.lower() not in TALKS | SIDES | DISAGREEMENTS:
            return True
    return False


def _is_open(noun: Token) -> bool:
    """'unresolved issues', 'issues dividing them', 'items on which they still have no agreement', 'issues yet to be ironed out'."""
    if has_child(noun, _OPEN):
        return True
    if has_child(noun, _CHIEF, "amod") and noun.dep_ in SUBJECTS and noun.head.lemma_ in _COVERING:
        return any(t.lower_ in _LEFT for t in noun.sent) or noun.head.lemma_ == "concern"
    if any(c.lemma_ in _PARTING and c.tag_ == "VBG" for c in children(noun, "acl")):
        return True
    for clause in children(noun, "relcl", "acl"):
        told = {t.lemma_ for t in clause.subtree}
        if clause.lemma_ in _PARTING and any(t.lower_ in ("that", "which") for t in children(clause, *SUBJECTS)):
            return bool(told & (SIDES | TALKS | {"capital", "them"})) and not is_negated(clause)
        is_on = any(t.lower_ == "which" and t.head.lower_ in ("on", "over") for t in clause.subtree)
        if is_on and (told & _APART or (told & _NONE and told & _COMING_TOGETHER)):
            return True
        if clause.lemma_ in _BAFFLING and any(t.lower_ in ("that", "which") for t in children(clause, *SUBJECTS)):
            return bool(told & (SIDES | TALKS | {"them", "everyone"})) and not is_negated(clause)
        if clause.lemma_ in _SETTLING and told & _NONE:
            return True
        if clause.lemma_ in _SETTLING and told & {"yet", "still", "remain"}:
            return True
    is_remaining = noun.dep_ in SUBJECTS and noun.head.lemma_ in ("be", "remain") and not is_negated(noun.head)
    return is_remaining and has_child(noun.head, _OPEN, "acomp", "oprd", "attr")


def _named(noun: Token) -> list[Range]:
    """Where the sentence names what `noun` stands for: beside it, in a list, or on the other side of 'is'."""
    return _beside(noun) or _listed(noun) or _one_of(noun) or list(_across(noun)) or _at(noun)


def _beside(noun: Token) -> list[Range]:
    """The matter in 'pay, a key sticking point', and in 'the key sticking point, pay,'."""
    if noun.dep_ == "dobj" and (twin := _twin(noun)) is not None:
        return [noun_phrase(twin)]
    if noun.dep_ == "appos" and noun.head.pos_ in ("NOUN", "PROPN") and noun.head.i < noun.i and noun.head.lemma_.lower() not in SIDES:
        first, last = noun_phrase(noun.head)
        return [(first, min(last, noun.left_edge.i))]
    told = _behind_dash(noun)
    if told is not None:
        return [noun_phrase(told)]
    told = next((c for c in children(noun, "appos") if c.i > noun.i and c.pos_ in ("NOUN", "PROPN")), None)
    return [noun_phrase(told)] if told is not None and told.ent_type_ != "PERSON" else []


def _twin(noun: Token) -> Token | None:
    """The second object in 'puts off the hardest matter, the command of the police', which the parser hangs beside the first."""
    twin = next((c for c in children(noun.head, "dobj") if c.i > noun.i), None)
    return twin if twin is not None and twin.doc[twin.left_edge.i - 1].text == "," else None


def _at(noun: Token) -> list[Range]:
    """'the remaining issues at the dam', 'the friction points that remain along the river'."""
    lasting = next((c for c in children(noun, "relcl", "acl") if c.lemma_ in ("remain", "persist", "linger")), None)
    is_left = lasting is not None or has_child(noun, ("remaining", "lingering", "outstanding", "unresolved"), "amod")
    for holder in (noun, *([lasting] if lasting is not None else [])) if is_left else ():
        for prep in children(holder, "prep"):
            goal = behind(prep) if prep.lower_ in _PLACED else None
            if goal is not None and goal.lemma_.lower() not in TALKS | DISAGREEMENTS:
                return [(goal.left_edge.i, goal.right_edge.i + 1)]
    return []


def _behind_dash(noun: Token) -> Token | None:
    """'a key sticking point - the claim to the islands', wherever the parser hung the claim."""
    doc, dash = noun.doc, noun.i + 1
    if dash + 1 >= noun.sent.end or doc[dash].text not in ("-", "–", "—", ":", "--"):
        return None
    told = doc[dash + 1 : min(dash + _LONG, noun.sent.end)]
    return next((t for t in told if t.pos_ in ("NOUN", "PROPN") and t.dep_ not in ("compound", "poss", "nmod")), None)


def _listed(noun: Token) -> list[Range]:
    """'sticking points include pay', 'the hardest clause concerns pay', 'several points, including pay, remain open'."""
    verb = noun.head
    if noun.dep_ in SUBJECTS and verb.lemma_ in _COVERING and not is_negated(verb):
        thing = child(verb, "dobj", "attr", "ccomp", "xcomp", "advcl", "pcomp")
        if thing is not None and thing.pos_ != "PRON" and thing.i > verb.i:
            return [(thing.left_edge.i, thing.right_edge.i + 1)]
    for holder in (noun, verb):
        for prep in children(holder, "prep"):
            is_such = prep.lower_ == "including" or (prep.lower_ == "as" and has_left(prep, ("such",)))
            is_among = prep.lower_ == "among" and has_child(prep, ("them", "these"), "pobj")
            goal = behind(prep) if is_such and prep.i > noun.i else None
            if is_among and prep.i > noun.i:
                goal = next((t for t in noun.doc[prep.i + 2 : min(prep.i + 8, noun.sent.end)] if t.pos_ in ("NOUN", "PROPN")), None)
            if goal is not None:
                return [(goal.left_edge.i, goal.right_edge.i + 1)]
    return []


def _one_of(noun: Token) -> list[Range]:
    """'the island is one of the thorniest issues', 'among the sticking points are pensions'."""
    of = noun.head
    if noun.dep_ != "pobj" or of.lower_ not in ("of", "among"):
        return []
    over = of.head
    copula = over.head if over.lower_ in ("one", "some", "two", "part") or over.pos_ == "NUM" else over
    if copula.lemma_ not in _LINKING or is_negated(copula):
        return []
    other = next((c for c in children(copula, "nsubj", "attr") if c.i != over.i and c.pos_ in ("NOUN", "PROPN")), None)
    if other is None:
        return []
    first, last = _whole(other)
    return [(first, min(last, copula.i) if other.i < copula.i else last)]


def _across(noun: Token) -> Iterator[Range]:
    """What stands on the other side of 'is', 'has emerged as', 'poses'."""
    verb = _governor(noun)
    if noun.dep_ in SUBJECTS and noun.head.lemma_ == "say":  # 'The hurdle, say those involved, is the tax'
        verb = next((c for c in children(noun.head, "ccomp") if c.lemma_ in _LINKING), None)
        what = child(verb, "attr", "ccomp") if verb is not None else None
        if what is not None:
            yield what.left_edge.i, what.right_edge.i + 1
        return
    if verb is None or child(verb, "expl") is not None:
        return
    if is_negated(verb) and not any(t.lower_ == "but" for t in verb.subtree):  # 'is not the gas but the price'
        return
    if verb.lemma_ in _CALLING:
        caller = child(verb, "nsubj")
        if caller is not None and (has_left(caller, ("neither", "no")) or caller.lower_ in ("nobody", "neither", "none")):
            return
        called = child(verb, "nsubjpass", "dobj")
        if called is not None and called.i < noun.i and called.pos_ != "PRON" and called.i not in (t.i for t in noun.subtree):
            first, last = _whole(called)
            yield first, min(last, verb.i) if called.i < verb.i else last
        return
    subject = child(verb, *SUBJECTS)
    if subject is not None and subject.i == noun.i and noun.head.dep_ == "ccomp" and noun.lemma_ in _SNAGS:  # 'proved the nut to crack'
        verb, subject = noun.head.head, child(noun.head.head, *SUBJECTS)
    if subject is not None and (subject.i == noun.i or noun.is_ancestor(subject) or (subject.is_ancestor(noun) and noun.i < verb.i)):
        what = child(verb, *_CLAUSES)
        if what is not None and what.pos_ in ("AUX", "VERB") and what.lemma_ in _LINKING:
            what = child(what, "attr", "acomp", "ccomp") or what
        if what is None or what.i == noun.i:
            what = next(
                (g for p in children(verb, "prep") if p.lower_ in ("in", "with", "over") and (g := behind(p)) is not None), None
            )
        is_matter = what is not None and what.pos_ not in ("PRON", "ADJ", "NUM") and what.ent_type_ not in ("QUANTITY", "MONEY", "DATE")
        if what is not None and is_matter and what.i > verb.i:
            yield what.left_edge.i, what.right_edge.i + 1
        return
    if subject is None and (clause := child(verb, "ccomp")) is not None and clause.i < verb.i:  # 'Who pays is the crux'
        subject = clause
    if subject is None:
        return
    if subject.lower_ in ("which", "that") and verb.dep_ == "relcl":
        subject = verb.head
    is_empty = subject.lower_ in _POINTING | _PERSONS or has_left(subject, _POINTING, "det") or subject.ent_type_ == "PERSON"
    if not is_empty and not (subject.pos_ == "PRON" and subject.lower_ not in ("what", "how")):
        first, last = _whole(subject)
        yield first, min(last, verb.i) if subject.i < verb.i else last


def _whole(subject: Token) -> Range:
    """'who pays' for 'the question of who pays'."""
    inner = matter_of(subject)
    return inner if inner[0] > subject.i else (subject.left_edge.i, subject.right_edge.i + 1)


def _governor(noun: Token) -> Token | None:
    at = noun
    for _ in range(_STEPS):
        if at.head is at:
            return None if at.pos_ not in ("VERB", "AUX") else at
        if at.dep_ in ("pobj", "pcomp") and at.head.lower_ not in _THROUGH:
            return None
        at = at.head
        if at.pos_ in ("VERB", "AUX"):
            is_to = noun.dep_ in SUBJECTS and at.lemma_ in ("lie", "center", "centre", "revolve")
            is_called = at.lemma_ in _CALLING and noun.head.lower_ == "as"
            return at if at.lemma_ in _LINKING or at.lemma_ in _MAKING or is_to or is_called else None
    return None


def _is_removed(noun: Token) -> bool:
    """Whether its own verb takes it away: 'the obstacle was removed', not 'worked to remove the obstacle'."""
    at = noun
    for _ in range(_STEPS):
        if at.lemma_ in _REMOVED and not is_negated(at) and at.dep_ not in ("acl", "relcl"):
            return not has_left(at, ("to",))
        if at.head.i == at.i or (at.pos_ in ("VERB", "AUX") and at.dep_ != "xcomp"):
            return False
        at = at.head
    return False
