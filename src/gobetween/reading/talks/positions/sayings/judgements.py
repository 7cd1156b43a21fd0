"""How a party judges what is at issue: 'the offer is too low', 'it was not right to', 'the pact hurts farmers', 'called it a trap'.

The party is whoever says so, or for whom it is so: 'for Egypt the clause is a red line'. In the outlet's own voice nobody says it.
"""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, child_called, children, has_auxiliary, has_child, has_left, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.sayings.at_issue import BAD, GREETED, MATTERS, REFUSED, SCORNED
from gobetween.reading.talks.positions.sayings.effects import EFFECTS, fallen_short, of_effect
from gobetween.reading.talks.positions.sayings.own_words import told_by, with_saying
from gobetween.reading.talks.positions.stands import Stand, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_WANTED = words(
    """non-negotiable nonnegotiable indispensable essential vital imperative must prerequisite precondition cornerstone crucial
    fundamental"""
)
# words for conduct, whatever is called so
_OF_CONDUCT = words(
    """unacceptable inadmissible intolerable premature unfair unjust unjustified irresponsible illegal unlawful illegitimate shameful
    disgraceful provocation pointless counterproductive unnecessary unworkable unaffordable unrealistic unreasonable discriminatory
    humiliating disgrace"""
)
_GOOD = words("fair good generous reasonable sensible balanced excellent well welcome just decent sound")
_DOOMED = words("unlikely doomed")
_BIDS = words("bid offer takeover merger buyout buy-out sale acquisition")
_TAKEN = words("acceptable tolerable")
_KNOWN = ("the", "this", "that", "these", "those", "its", "their", "his", "her")
_NOT_ENOUGH = words("enough sufficient acceptable possible option reasonable realistic adequate feasible workable good fair")
_NOT_WANTED = words("needed need necessary wanted")
_NOT_RIGHT = words("right fair acceptable reasonable realistic wise sensible just appropriate proper")
_PHRASES: tuple[tuple[str, bool, Stance], ...] = (  # words behind the copula, whether 'not' stands with it, what they show
    ("out of the question", False, Stance.REJECT),
    ("off the table", False, Stance.REJECT),
    ("off the negotiating table", False, Stance.REJECT),
    ("off limits", False, Stance.REJECT),
    ("off-limits", False, Stance.REJECT),
    ("dead on arrival", False, Stance.REJECT),
    ("under discussion", True, Stance.REJECT),
    ("under consideration", True, Stance.REJECT),
    ("on the agenda", True, Stance.REJECT),
    ("on the table", True, Stance.REJECT),
    ("up for discussion", True, Stance.REJECT),
    ("up for negotiation", True, Stance.REJECT),
    ("up for renegotiation", True, Stance.REJECT),
    ("for negotiation", True, Stance.REJECT),
    ("open to negotiation", True, Stance.REJECT),
    ("for sale", True, Stance.REJECT),
    ("in the interest", True, Stance.REJECT),
    ("in the best interest", True, Stance.REJECT),
    ("a red line", False, Stance.DEMAND),
    ("negotiable", True, Stance.DEMAND),
    ("a condition", False, Stance.DEMAND),
    ("a good basis", False, Stance.SUPPORT),
    ("a basis", False, Stance.SUPPORT),
    ("a step in the right direction", False, Stance.SUPPORT),
    ("a step forward", False, Stance.SUPPORT),
    ("in the interest of both", False, Stance.SUPPORT),
)
_TOO = words("low little late much high far small short long weak vague few")
_POINTERS = frozenset({"this", "that"})
_BE = words("be remain stay")
_WOULD = words("would will 'd ’d 'll ’ll")
_MIGHT = frozenset({"could", "might", "may"})
_JUDGING = _BE | EFFECTS
# 'too early to say', 'wrong to assume': a word on what one knows
_KNOWING = words("say tell know judge predict speculate comment guess see expect assume think believe suggest call claim compare blame")
_CALLING = words("call brand label describe characterise characterize deem denounce dismiss condemn")
_NAUGHT = words("basis ground justification money way room place")
_DISCUSSING = words("discuss negotiate talk debate")
_VOICING = words("voice express convey register signal")
_PLEASED = words("satisfaction approval delight contentment")


def judged(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """The position that such a judgement shows; none where it is only thought possible, or is of people."""
    if verb.lemma_ in _CALLING | _VOICING:
        return _called(scene, verb)
    subject = child(verb, *SUBJECTS) if verb.lemma_ in _JUDGING else None
    stance = _of_nothing(verb) if subject is None else _judgement(verb, subject)
    if stance is None or has_auxiliary(verb, _MIGHT):
        return None
    if stance is Stance.OPPOSE and verb.dep_ == "ccomp" and stances.VERBS.get(verb.head.lemma_) is Stance.CLAIM:
        return None  # 'claimed that the toll was unlawful'
    parties = told_by(scene, voices, verb)
    if verb.lemma_ in _BE and subject is not None and stance is not Stance.SUPPORT:
        parties = _minded(scene, verb) or parties
    if not parties or (subject is not None and not _is_empty(verb, subject) and _is_somebody(scene, subject)):
        return None
    words_of = with_saying(scene, verb, parties, clause_tokens(verb))
    issue = (verb.i + 1, words_of[1]) if subject is None else (subject.left_edge.i, subject.right_edge.i + 1)
    return Stand(parties, stance, (min(words_of[0], issue[0]), words_of[1]), issue, shown_by=verb.i)


def is_judged(copula: Token) -> bool:
    """Whether the words behind the copula say whether something is acceptable, whoever says so."""
    subject = child(copula, *SUBJECTS)
    return subject is not None and _judgement(copula, subject) is not None


def _is_empty(verb: Token, subject: Token) -> bool:
    """'it' in 'it was not right to': nobody is meant."""
    is_of_deed = child(verb, "acomp", "attr", "dobj") is not None and _goal_behind(verb) is not None
    return subject.lower_ == "it" and (is_of_deed or _is_up_to(verb))


def _is_somebody(scene: Scene, subject: Token) -> bool:
    """Whether nobody, or a party, is called so, and not what is its own: 'its missiles'."""
    if subject.lower_ in ("nothing", "none", "nobody"):
        return True
    is_owned = subject.pos_ == "NOUN" and child(subject, "poss", "compound", "amod") is not None
    return scene.party(subject) is not None and not is_owned


def _judgement(verb: Token, subject: Token) -> Stance | None:
    if verb.lemma_ not in _BE:
        return fallen_short(verb, subject) or of_effect(verb, subject)
    told = verb.doc[verb.i + 1 : verb.right_edge.i + 1].text.lower().removeprefix("not ").removeprefix("n't ").lstrip("'\"‘“ ")
    is_never = told.startswith(("never ", "not "))
    told = told.removeprefix("never ").removeprefix("not ")
    if subject.lower_ == "it" and _is_up_to(verb):
        return Stance.DEMAND
    for phrase, negated, stance in _PHRASES:
        is_told = any(told.startswith(each) and not told[len(each) :][:1].isalpha() for each in (phrase, phrase.removeprefix("a ")))
        if is_told and (is_never or is_negated(verb)) == negated:
            return stance
    said = next(children(verb, "acomp", "attr"), None)
    if said is None:
        return None
    return _of_deed(verb, subject, said) or _of_thing(verb, subject, said)


def _of_thing(copula: Token, subject: Token, said: Token) -> Stance | None:
    word, is_not = said.lemma_.lower(), is_negated(copula) or has_left(said, ("not", "never"))
    if word in _DOOMED and not is_not and any(t.lemma_.lower() in _BIDS for t in (subject, *subject.subtree)):
        return Stance.CLAIM
    if word in ("go", "no-go") and (word == "no-go" or has_left(said, ("no",))):
        return Stance.REJECT
    if word in _WANTED:
        return None if is_not else Stance.DEMAND
    is_sum = subject.pos_ == "NUM" or any(t.pos_ == "NUM" for t in subject.lefts)
    is_matter = is_sum or any(t.lemma_.lower() in MATTERS for t in (subject, *subject.subtree))
    if not is_matter and not (subject.pos_ == "NOUN" and word in _OF_CONDUCT):
        return None
    is_too = has_child(said, ("too",)) and word in _TOO
    if (word in REFUSED or is_too) and not is_not:
        return Stance.REJECT
    is_of_pointer = subject.lower_ in _POINTERS and has_auxiliary(copula, _WOULD)
    is_noun = subject.pos_ != "PRON"
    if not is_not and (is_noun or is_of_pointer) and (word in BAD or any(t.lemma_.lower() in BAD | REFUSED for t in said.conjuncts)):
        return Stance.OPPOSE
    if not is_not and is_noun and word in GREETED and any(c.lemma_.lower() in BAD for c in children(said, "amod")):
        return Stance.OPPOSE  # 'the lease was a bad deal'
    if not is_not and (is_noun or is_of_pointer) and word in SCORNED:
        return Stance.REJECT
    if (word in _NOT_ENOUGH or (is_noun and said.lower_ in _NOT_WANTED)) and is_not:
        return Stance.REJECT
    if not is_not and _is_greeted(subject, said):
        return Stance.SUPPORT
    if copula.dep_ == "relcl" and copula.i > copula.head.i and not has_left(copula.head, _KNOWN):
        return None  # 'a deal that is acceptable to both': looked for, and not there to accept
    return Stance.ACCEPT if word in _TAKEN and not is_not else None


def _is_greeted(subject: Token, said: Token) -> bool:
    """'the offer was fair', 'the deal is the best that could be had', 'it is a good deal'."""
    if subject.lower_ in ("it", "this", "that"):
        return said.lemma_.lower() in GREETED and any(c.lemma_.lower() in _GOOD for c in children(said, "amod"))
    is_of_that = subject.lemma_.lower() in GREETED
    is_best = said.lower_ == "best" or any(c.lower_ == "best" for c in said.lefts)
    is_good = any(t.lemma_.lower() in _GOOD for t in (said, *said.conjuncts)) and not has_child(
        said, ("too", "enough", "as", "better", "so")
    )
    return is_of_that and (is_best or (is_good and said.tag_ == "JJ") or any(c.lemma_.lower() in _GOOD for c in children(said, "amod")))


def _is_up_to(copula: Token) -> bool:
    """'it was up to Canada to make the next move'."""
    is_up = copula.doc[copula.i + 1 : copula.i + 3].text.lower() == "up to" and not is_negated(copula)
    return is_up and any(t.tag_ == "VB" and t.lemma_ not in ("decide", "choose", "say") for t in copula.subtree if t.i > copula.i + 3)


def _of_deed(copula: Token, subject: Token, said: Token) -> Stance | None:
    """'it was not right to single out one river', 'it is time for Canada to sign', 'it would be better for them to leave'."""
    goal = _goal_behind(copula)
    word = said.lemma_.lower()
    if subject.lower_ != "it" or goal is None or goal.lemma_.lower() in _KNOWING or said.tag_ == "JJS":
        return None
    if is_negated(copula) or has_left(said, ("not", "never")):
        return Stance.REJECT if word in _NOT_RIGHT else None
    doer = child(goal, *SUBJECTS)
    if (word == "time" or said.lower_ == "better") and doer is not None and doer.pos_ != "PRON" and has_left(goal, ("to",)):
        return Stance.DEMAND if goal.lemma_.lower() not in stances.TALKING | {"move", "think"} else None
    return Stance.REJECT if word in (BAD | SCORNED | REFUSED) - {"impossible", "disappointing", "regrettable"} else None


def _goal_behind(verb: Token) -> Token | None:
    """What it is right, time or pointless to do."""
    said = child(verb, "acomp", "attr", "dobj")
    holders = (verb, said) if said is not None else (verb,)
    goals = (g for each in holders for g in children(each, "xcomp", "ccomp", "advcl", "csubj", "relcl", "acl"))
    return next((g for g in goals if g.i > verb.i and g.pos_ in ("VERB", "AUX")), None)


def _of_nothing(copula: Token) -> Stance | None:
    """'there is nothing to discuss', 'there was no basis for the claim', 'there is no way we would sign'."""
    if copula.lemma_ != "be" or not has_left(copula, ("there",)) or has_auxiliary(copula, _WOULD):
        return None
    thing = child(copula, "attr", "nsubj")
    if thing is None:
        return None
    if thing.lower_ == "nothing":
        return Stance.REJECT if any(c.lemma_ in _DISCUSSING for c in children(thing, "relcl", "acl")) else None
    if thing.lemma_.lower() not in _NAUGHT or not has_left(thing, ("no",)):
        return None
    clause = child(thing, "relcl", "acl", "ccomp")
    if thing.lower_ == "way":  # 'no way it would sign', but 'no way to know'
        return Stance.REJECT if clause is not None and clause.lemma_.lower() not in _KNOWING else None
    return Stance.REJECT if thing.lower_ == "money" or child_called(thing, ("for",)) is not None else None


def _called(scene: Scene, verb: Token) -> Stand | None:
    """'called the plan a trap', 'described the bid as opportunistic', 'voiced satisfaction at the accord'."""
    thing = child(verb, "dobj")
    if thing is None or is_negated(verb) or is_unreal(verb) or verb.dep_ in ("acl", "relcl"):
        return None
    if verb.lemma_ in _VOICING:
        is_glad = thing.lemma_ in _PLEASED and any(p.lower_ in ("at", "with", "over") for p in (*children(verb, "prep"), *thing.rights))
        return plain_stand(scene, verb, Stance.SUPPORT) if is_glad else None
    said: tuple[Token, ...] = ()
    if thing.lemma_.lower() in MATTERS - {"it", "this", "that"}:
        said = tuple(t for t in verb.subtree if t.i > thing.i)
    elif any(c.lemma_.lower() in MATTERS for c in children(thing, "compound")):
        said = (thing,)  # 'called the tax plan madness', which the parser takes for one noun
    is_scorned = any(t.lemma_.lower() in SCORNED | REFUSED | BAD for t in said)
    return plain_stand(scene, verb, Stance.REJECT) if is_scorned else None


def _minded(scene: Scene, copula: Token) -> tuple[str, ...]:
    """Those in 'for Egypt the clause is a red line', 'unacceptable to Egypt'."""
    holders = (copula, *children(copula, "acomp", "attr"))
    for prep in (p for each in holders for p in children(each, "prep") if p.lower_ in ("for", "to")):
        goal = child(prep, "pobj")
        if goal is not None and (found := parties_of(scene, goal)):
            return found
    return ()
