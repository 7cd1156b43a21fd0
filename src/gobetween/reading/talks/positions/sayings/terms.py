"""What a party says of an issue itself: 'the text is unacceptable', 'no deal without guarantees', 'Canada must leave first'.

The party is whoever says so, or for whom it is so: 'for Egypt the clause is a red line'. In the outlet's own voice nobody says it.
"""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, has_auxiliary, has_child, has_left, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.conditions import condition_of, is_within_condition
from gobetween.reading.talks.positions.sayings.dependence import depending
from gobetween.reading.talks.positions.sayings.musts import must_be, must_first
from gobetween.reading.talks.positions.sayings.own_words import told_by, with_saying
from gobetween.reading.talks.positions.stands import Stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.talks.positions.wording.frame_table import CLASSES
from gobetween.reading.word_lists import words

_REFUSED = words(
    """unacceptable inadmissible unworkable insufficient inadequate insulting derisory intolerable impossible inconceivable unthinkable
    excessive outrageous unreasonable unrealistic unfeasible absurd insult starter nonstarter non-starter farce joke"""
)
_WANTED = words(
    """non-negotiable nonnegotiable indispensable essential vital imperative must prerequisite precondition cornerstone crucial
    fundamental"""
)
_BAD = words(
    """dreadful terrible appalling awful bad dangerous unsafe flawed unfair unjust illegal unlawful wrong mistake disappointing
    insincere irresponsible misguided disgraceful shameful reckless regrettable harmful damaging"""
)
_TAKEN = words("acceptable tolerable")
_KNOWN = ("the", "this", "that", "these", "those", "its", "their", "his", "her")
_NOT_ENOUGH = words("enough sufficient acceptable possible option reasonable realistic adequate feasible workable good fair")
_PHRASES: tuple[tuple[str, bool, Stance], ...] = (  # words behind the copula, whether 'not' stands with it, what they show
    ("out of the question", False, Stance.REJECT),
    ("off the table", False, Stance.REJECT),
    ("off the negotiating table", False, Stance.REJECT),
    ("off limits", False, Stance.REJECT),
    ("off-limits", False, Stance.REJECT),
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
    ("a red line", False, Stance.DEMAND),
    ("negotiable", True, Stance.DEMAND),
    ("a condition", False, Stance.DEMAND),
    ("a good basis", False, Stance.SUPPORT),
    ("a basis", False, Stance.SUPPORT),
)
_TOO = words("low little late much high far small short long weak vague few")
_TERMS = (
    stances.TEXTS
    | stances.OFFERS
    | stances.IDEAS
    | words("it this that figure number percent sum clause term condition demand cut level rise")
)
_WANTING = words("want demand seek need require ask")
_OPEN = words("will would can could shall 'll ’ll 'd ’d")
_BE = words("be remain stay")
_JUDGING = _BE | {"fall", "go"}


def stand_on_terms(scene: Scene, voices: Voices, verb: Token, before: Stand | None = None) -> Stand | None:
    """The position that a sentence about the issue shows of whoever says it; none for a sentence that nobody is cited with."""
    if is_within_condition(verb) or has_child(verb, ("if", "whether", "unless"), "mark"):
        return None
    if (bound := depending(scene, voices, verb)) is not None:
        return bound
    if verb.lemma_ in _BE:
        told = (
            _what_is_wanted(scene, verb)
            or must_be(scene, voices, verb)
            or _without(scene, voices, verb)
            or _judged(scene, voices, verb)
        )
        return told or _sided(scene, verb) or must_first(scene, voices, verb)
    return must_first(scene, voices, verb, before) or _judged(scene, voices, verb)


def _what_is_wanted(scene: Scene, copula: Token) -> Stand | None:
    """'What the union wants is a guarantee', 'a guarantee is what the union wants'."""
    clause = child(copula, "csubj", "nsubj")
    behind = child(copula, "ccomp", "attr")
    if clause is not None and behind is not None and behind.lemma_ in _WANTING and behind.i > copula.i and not is_negated(copula):
        is_what = has_left(behind, ("what",))
        parties = agents_of_clause(scene, behind) if is_what else ()
        words_of = clause.left_edge.i, copula.right_edge.i + 1
        return Stand(parties, Stance.DEMAND, words_of, (clause.left_edge.i, clause.right_edge.i + 1)) if parties else None
    if clause is None or clause.lemma_ not in _WANTING or clause.dep_ != "csubj" or is_negated(copula):
        return None
    thing = next((c for c in clause.lefts if c.lower_ in ("what", "all")), None)
    parties = agents_of_clause(scene, clause) if thing is not None else ()
    last = copula.right_edge.i + 1
    return Stand(parties, Stance.DEMAND, (clause.left_edge.i, last), (copula.i + 1, last)) if parties else None


def agents_of_clause(scene: Scene, clause: Token) -> tuple[str, ...]:
    """The actors of a clause that is itself a subject: its own subject only."""
    subject = child(clause, *SUBJECTS)
    return parties_of(scene, subject) if subject is not None else ()


def _without(scene: Scene, voices: Voices, copula: Token) -> Stand | None:
    """'there will be no deal without guarantees', 'no deal is possible without': demanded by whoever says so."""
    thing = child(copula, "attr", "nsubj") or child(copula, "acomp")
    is_no = thing is not None and has_left(thing, ("no",))
    is_impossible = is_negated(copula) or any(c.lemma_ in ("impossible", "unthinkable") for c in children(copula, "acomp"))
    if thing is None or not (is_no or is_impossible):
        return None
    parties = told_by(scene, voices, copula)
    if not parties or not (is_impossible or has_auxiliary(copula, _OPEN)):
        return None
    first, last = copula.left_edge.i, copula.right_edge.i + 1
    without = next((t for t in copula.subtree if t.lower_ == "without" and child(t, "pobj", "pcomp") is not None), None)
    if without is not None:
        return Stand(parties, Stance.DEMAND, (first, last), (without.i + 1, without.right_edge.i + 1), shown_by=copula.i)
    condition = condition_of(copula)
    if condition is None or not is_no or scene.doc[condition[0]].lower_ not in ("until", "unless", "before", "as", "so"):
        return None
    return Stand(parties, Stance.CONDITIONAL, (first, last), (thing.left_edge.i, thing.i + 1)).on_condition(condition)


def stand_in_slogan(scene: Scene, voices: Voices, noun: Token) -> Stand | None:
    """'No deal without prisoners, Norway said': demanded by whoever says so without a verb."""
    if not has_left(noun, ("no",)) or noun.head.pos_ == "AUX" or noun.dep_ in SUBJECTS:
        return None
    without = next((p for p in children(noun, "prep") if p.lower_ == "without" and child(p, "pobj", "pcomp") is not None), None)
    parties = told_by(scene, voices, noun) if without is not None else ()
    if without is None or not parties:
        return None
    last = without.right_edge.i + 1
    return Stand(parties, Stance.DEMAND, (noun.left_edge.i, last), (without.i + 1, last), shown_by=noun.i)


def _judged(scene: Scene, voices: Voices, copula: Token) -> Stand | None:
    subject = child(copula, *SUBJECTS) if copula.lemma_ in _JUDGING else None
    stance = _judgement(copula, subject) if subject is not None else None
    if subject is None or stance is None or has_auxiliary(copula, frozenset({"could", "might", "may"})):
        return None
    parties = _minded(scene, copula) or told_by(scene, voices, copula)
    if not parties or subject.lower_ in ("nothing", "none", "nobody") or _is_somebody(scene, subject):
        return None
    words_of = with_saying(scene, copula, parties, clause_tokens(copula))
    return Stand(parties, stance, words_of, (subject.left_edge.i, subject.right_edge.i + 1), shown_by=copula.i)


def _is_somebody(scene: Scene, subject: Token) -> bool:
    """Whether a party is called so, and not what is its own: 'its missiles'."""
    is_owned = subject.pos_ == "NOUN" and child(subject, "poss", "compound", "amod") is not None
    return scene.party(subject) is not None and not is_owned


def _sided(scene: Scene, copula: Token) -> Stand | None:
    """'is against the freeze', 'are in favour of it'."""
    subject = child(copula, "nsubj")
    for prep in children(copula, "prep"):
        goal = child(prep, "pobj")
        if prep.lower_ == "after" and subject is not None and goal is not None and _is_gain(goal) and not is_negated(copula):
            after = parties_of(scene, subject)  # 'is after 11 percent'
            words_of = clause_tokens(copula)
            return Stand(after, Stance.DEMAND, words_of, (goal.left_edge.i, words_of[1])) if after else None
        is_for = prep.lower_ == "in" and goal is not None and goal.lower_ in ("favour", "favor")
        if subject is None or goal is None or is_negated(copula) or not (is_for or prep.lower_ == "against"):
            continue
        first, last = clause_tokens(copula)
        parties = parties_of(scene, subject)
        return Stand(parties, Stance.SUPPORT if is_for else Stance.OPPOSE, (first, last), (goal.i + is_for, last)) if parties else None
    return None


def _is_gain(goal: Token) -> bool:
    """'11 percent', 'a larger share'; no time of day."""
    is_sum = goal.pos_ == "NUM" or any(c.pos_ == "NUM" for c in goal.lefts)
    return (is_sum and goal.ent_type_ not in ("DATE", "TIME")) or goal.lemma_.lower() in CLASSES["gain"]


def is_judged(copula: Token) -> bool:
    """Whether the words behind the copula say whether something is acceptable, whoever says so."""
    subject = child(copula, *SUBJECTS)
    return subject is not None and _judgement(copula, subject) is not None


def _judgement(copula: Token, subject: Token) -> Stance | None:
    if copula.lemma_ not in _BE:
        return _fallen_short(copula)
    told = copula.doc[copula.i + 1 : copula.right_edge.i + 1].text.lower().removeprefix("not ").removeprefix("n't ").lstrip("'\"‘“ ")
    is_never = told.startswith(("never ", "not "))
    told = told.removeprefix("never ").removeprefix("not ")
    for phrase, negated, stance in _PHRASES:
        if told.startswith((phrase, phrase.removeprefix("a "))) and (is_never or is_negated(copula)) == negated:
            return stance
    said = next(children(copula, "acomp", "attr"), None)
    if said is None:
        return None
    word, is_not = said.lemma_.lower(), is_negated(copula)
    if word in ("go", "no-go") and (word == "no-go" or has_left(said, ("no",))):
        return Stance.REJECT
    if word in _WANTED:
        return None if is_not else Stance.DEMAND
    is_sum = subject.pos_ == "NUM" or any(t.pos_ == "NUM" for t in subject.lefts)
    if not is_sum and subject.lemma_.lower() not in _TERMS and not any(t.lemma_.lower() in _TERMS for t in subject.subtree):
        return None
    is_too = has_child(said, ("too",)) and word in _TOO
    if (word in _REFUSED or is_too) and not is_not:
        return Stance.REJECT
    if not is_not and subject.pos_ != "PRON" and (word in _BAD or any(t.lemma_.lower() in _BAD | _REFUSED for t in said.conjuncts)):
        return Stance.OPPOSE
    if word in _NOT_ENOUGH and is_not:
        return Stance.REJECT
    if copula.dep_ == "relcl" and copula.i > copula.head.i and not has_left(copula.head, _KNOWN):
        return None  # 'a deal that is acceptable to both': looked for, and not there to accept
    return Stance.ACCEPT if word in _TAKEN and not is_not else None


def _fallen_short(verb: Token) -> Stance | None:
    """'the offer falls short', 'does not go far enough', 'went too far'."""
    if verb.lemma_ not in ("fall", "go"):
        return None
    behind = verb.doc[verb.i + 1 : verb.i + 5].text.lower()
    is_short = verb.lemma_ == "fall" and "short" in behind.split()
    is_far = verb.lemma_ == "go" and ((behind.startswith("far enough") and is_negated(verb)) or behind.startswith("too far"))
    return Stance.REJECT if is_short or is_far else None


def _minded(scene: Scene, copula: Token) -> tuple[str, ...]:
    """Those in 'for Egypt the clause is a red line', 'unacceptable to Egypt'."""
    holders = (copula, *children(copula, "acomp", "attr"))
    for prep in (p for each in holders for p in children(each, "prep") if p.lower_ in ("for", "to")):
        goal = child(prep, "pobj")
        if goal is not None and (found := parties_of(scene, goal)):
            return found
    return ()
