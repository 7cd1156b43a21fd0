"""What must, should or cannot be, as a party says of what others do: 'Canada must first withdraw', 'it cannot be reopened'."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import SourceType, Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, has_auxiliary, has_child, has_left, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.sayings.own_words import told_by, with_saying
from gobetween.reading.talks.positions.stands import Stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.talks.positions.wording.frame_table import CLASSES
from gobetween.reading.word_lists import words

_MUST = words("must")
_SHOULD = words("should ought")
_CAN = words("can could ca will would wo")
_NOBODY = words("there who which what everyone everybody anything everything one i you he she nobody")
_TAKEN_UP = words("it this that these those they")
# 'a deal should be reached by Friday' is what is looked for, 'it should be said' what is said
_LOOKED_FOR = words(
    """be have know see say note remember mean cost take arrive reach sign finish conclude complete come last happen learn understand
    hear find get give feel think believe expect ready suffice help work prove become stay remain look seem do make bring lead
    continue serve allay ease dispel reassure calm boost clear pave open enable encourage satisfy applaud decide choose"""
)
_SAID = words("say note remember remind stress add emphasize emphasise mention admit see know hear wait ask point underline tell")
_BROUGHT_ABOUT = words("place")
# 'cannot be reopened', 'will not be extended': what the side that says so would have to let happen
_LET = words(
    """accept allow tolerate permit extend reopen renegotiate negotiate discuss change amend alter touch lift cut reduce recognise
    recognize approve sign ratify implement return release hand give cede open abandon impose use include delay grant share separate
    compromise ignore limit resolve meet"""
)
_ENTITLED = words("able free entitled allowed")
_ACCEPTING = words("accept agree sign tolerate support back endorse live swallow countenance")
_DEALS = words("settlement deal agreement peace truce ceasefire accord pact solution treaty end")
_HAVING = words("have obtain acquire possess keep retain hold build develop")
_COMING = words("will would wo 'll ’ll")
_BINDING = frozenset({"without", "until", "unless", "doubt", "if", "before"})
_ALSO = words("also addition additionally moreover furthermore further besides")
_PASSIVE = frozenset({"auxpass"})


def must_first(scene: Scene, voices: Voices, verb: Token, before: Stand | None = None) -> Stand | None:
    """'Canada must first withdraw, Norway says', 'any deal must include a date': demanded by whoever says so."""
    is_having_to = verb.dep_ == "xcomp" and verb.head.lemma_ in ("have", "need", "ought") and has_left(verb, ("to",))
    is_having_to = is_having_to and child(verb, *SUBJECTS) is None  # 'would only have itself to blame'
    over = verb.head if is_having_to else verb
    stance = _stance(verb, over, is_having_to=is_having_to)
    subject = child(over, *SUBJECTS) or _joined_subject(over)
    if stance is None or subject is None:
        told = _of_nobody(scene, voices, verb, subject) if subject is not None else None
        return told or (_of_right(scene, voices, verb, subject) if subject is not None else None)
    if subject.lower_ in _NOBODY or (subject.lower_ in _TAKEN_UP and verb.lemma_ in _SAID | {"be"}):
        return None
    parties = told_by(scene, voices, over) or _demanded_before(scene, voices, over, subject, before)
    if not parties or not _is_of_another(scene, verb, subject, parties, stance):
        return None
    if _is_foreseen(voices, verb, over):
        return None
    first, last = clause_tokens(over)
    words_of = with_saying(scene, over, parties, (first, max(last, verb.i + 1)))
    return Stand(parties, stance, words_of, (subject.left_edge.i, last), shown_by=verb.i)


def _is_foreseen(voices: Voices, verb: Token, over: Token) -> bool:
    """'the fighters would have to leave, Canadian sources said', 'Norway must get a guarantee': a plan or another's wish."""
    speaker = voices.at(verb.idx)
    is_unnamed = speaker is not None and speaker.source_type is SourceType.ANONYMOUS_SOURCES
    return is_unnamed and (has_auxiliary(over, _COMING | {"would"}) or verb.lemma_ in ("get", "receive", "obtain"))


def _demanded_before(scene: Scene, voices: Voices, verb: Token, subject: Token, before: Stand | None) -> tuple[str, ...]:
    """Whose 'In addition, Canada must open the port' is: who made a demand in the sentence before."""
    if before is None or before.stance is not Stance.DEMAND or len(before.parties) != 1 or voices.at(verb.idx) is not None:
        return ()
    start = verb.sent.start
    is_next = start > 0 and scene.doc[start - 1].sent.start <= before.words[0] < start and verb.dep_ == "ROOT"
    is_joined = any(t.lower_ in _ALSO for t in verb.sent)
    return before.parties if is_next and is_joined and scene.party(subject) not in (None, *before.parties) else ()


def _of_nobody(scene: Scene, voices: Voices, verb: Token, subject: Token) -> Stand | None:
    """'no Norwegian government could accept such terms': refused by whoever says so."""
    is_nobody = has_left(subject, ("no",)) or subject.lower_ in ("nobody", "none")
    is_open = has_auxiliary(verb, _CAN | {"would"}) and child(verb, "dobj", "prep", "xcomp") is not None
    parties = told_by(scene, voices, verb) if is_nobody and is_open and verb.lemma_ in _ACCEPTING else ()
    if not parties:
        return None
    first, last = clause_tokens(verb)
    return Stand(parties, Stance.REJECT, (first, last), (verb.i + 1, last), shown_by=verb.i)


def _of_right(scene: Scene, voices: Voices, verb: Token, subject: Token) -> Stand | None:
    """'should be able to set its own rules', of the speaker's own side: demanded."""
    is_right = has_auxiliary(verb, _SHOULD) and verb.lemma_ == "be" and has_child(verb, _ENTITLED, "acomp")
    parties = told_by(scene, voices, verb) if is_right and not is_negated(verb) else ()
    own = scene.references.who(subject)
    if not parties or not ((own is not None and own.actor in parties) or set(parties_of(scene, subject)) & set(parties)):
        return None
    first, last = clause_tokens(verb)
    return Stand(parties, Stance.DEMAND, (first, last), (verb.i, last), shown_by=verb.i)


def _joined_subject(verb: Token) -> Token | None:
    """The subject of 'is limited to trade and must be held in Bern'."""
    at = verb
    for _ in range(3):
        if at.dep_ != "conj" or at.head.pos_ not in ("VERB", "AUX"):
            return None
        at = at.head
        if (subject := child(at, *SUBJECTS)) is not None:
            return subject
    return None


def _stance(verb: Token, over: Token, *, is_having_to: bool) -> Stance | None:
    if is_having_to:
        is_yet = any(t.lower_ == "yet" for t in verb.doc[over.i : verb.i])  # 'have yet to sign'
        return None if is_yet or is_negated(verb) or is_negated(over) or _is_left_to(verb) else Stance.DEMAND
    if has_auxiliary(verb, _MUST):
        return Stance.DEMAND
    if has_auxiliary(verb, _SHOULD):
        return Stance.DEMAND if _is_wanted(verb) else None
    is_deal = verb.lemma_ in ("require", "need") and has_auxiliary(verb, frozenset({"would", "will"})) and not is_negated(verb)
    if is_deal and child(verb, "dobj") is not None:
        subject = child(verb, "nsubj")  # 'a settlement would require recognition'
        return Stance.DEMAND if subject is not None and subject.lemma_.lower() in _DEALS else None
    is_having = verb.lemma_ in _HAVING and has_auxiliary(verb, frozenset({"can", "ca"})) and is_negated(verb)
    if is_having and verb.dep_ in ("ccomp", "advcl") and child(verb, "dobj") is not None:
        return Stance.DEMAND  # 'made clear that they can never have a bomb'
    subject = child(verb, "nsubjpass")
    is_no_deal = subject is not None and subject.lemma_.lower() in _DEALS and has_left(subject, ("no",))
    if is_no_deal and has_auxiliary(verb, _CAN) and any(t.lower_ == "without" for t in verb.subtree if t.i > verb.i):
        return Stance.DEMAND  # 'no agreement can be reached without inspections'
    is_passive = child(verb, *_PASSIVE) is not None and child(verb, "agent") is None
    is_let = is_passive and is_negated(verb) and has_auxiliary(verb, _CAN) and verb.lemma_ in _LET
    return Stance.REJECT if is_let else None


def _is_left_to(verb: Token) -> bool:
    """'will have to make its own decision', 'has to decide': left to another, and not asked of it."""
    thing = child(verb, "dobj")
    is_making = verb.lemma_ in ("make", "take") and thing is not None and thing.lemma_.lower() in ("decision", "choice", "mind")
    return verb.lemma_ in ("decide", "choose") or is_making


def _is_wanted(verb: Token) -> bool:
    """'should withdraw', 'should take place in a calm air'; neither 'should be signed by Friday' nor 'should be able to'."""
    thing = child(verb, "dobj")
    if child(verb, "prt") is not None and child(verb, "nsubjpass") is not None:
        return True  # 'every issue should be taken up'
    if verb.lemma_ == "come" and has_child(verb, ("first",), "advmod"):
        return True  # 'the withdrawal should come first'
    if verb.lemma_ == "take" and thing is not None and thing.lower_ in _BROUGHT_ABOUT:
        return has_child(verb, ("in", "without", "under", "with"), "prep")
    return verb.lemma_ not in _LOOKED_FOR or (verb.lemma_ == "be" and child(verb, "attr", "prep") is not None and is_negated(verb))


def _is_of_another(scene: Scene, verb: Token, subject: Token, parties: tuple[str, ...], stance: Stance) -> bool:
    """Whether what must be is not only the speaker's own doing: 'we must be strong', 'Norway must think of its people'."""
    own = scene.references.who(subject)
    is_own = (
        (own is not None and own.actor in parties) or subject.lower_ == "we" or bool(set(parties_of(scene, subject)) & set(parties))
    )
    is_undergone = child(verb, "auxpass") is not None and subject.lower_ != "we"  # 'its members must be paid'
    is_of_talks = subject.lemma_.lower() in stances.TALKED and is_negated(verb) and stance is Stance.DEMAND
    return not is_of_talks and (not is_own or is_undergone)


def must_be(scene: Scene, voices: Voices, copula: Token) -> Stand | None:
    """'there must be a neutral chair, Norway said'."""
    thing = child(copula, "attr", "nsubj")
    is_after = copula.dep_ == "xcomp" and copula.head.lemma_ in ("go", "have", "need", "ought")
    holder = copula.head if is_after else copula  # 'there is not going to be', 'there has to be'
    is_there = has_left(holder, ("there",))
    is_having_to = is_after and holder.lemma_ != "go" and not is_negated(holder)
    if thing is None or not is_there or thing.i < copula.i:
        return None
    is_none = has_left(thing, ("no",)) and has_auxiliary(copula, frozenset({"can"}))
    if is_none and not any(t.lower_ in ("without", "until", "unless", "doubt", "question") for t in copula.subtree):
        parties = told_by(scene, voices, copula)  # 'there can be no foreign troops on the island'
        words_of = copula.left_edge.i, copula.right_edge.i + 1
        return Stand(parties, Stance.DEMAND, words_of, (thing.left_edge.i, words_of[1]), shown_by=copula.i) if parties else None
    is_not_any = has_left(thing, ("any",)) and (is_negated(copula) or is_negated(holder))
    is_ruled_out = (is_not_any or has_left(thing, ("no",))) and _is_to_be_none(copula, thing)
    if not is_ruled_out and not is_having_to and not has_auxiliary(copula, _MUST | _SHOULD):
        return None
    parties = told_by(scene, voices, holder)
    words_of = holder.left_edge.i, copula.right_edge.i + 1
    if is_ruled_out:
        return Stand(parties, Stance.REJECT, words_of, (thing.left_edge.i, words_of[1]), shown_by=copula.i) if parties else None
    return Stand(parties, Stance.DEMAND, words_of, (thing.left_edge.i, words_of[1]), shown_by=copula.i) if parties else None


def _is_to_be_none(copula: Token, thing: Token) -> bool:
    """'there would be no ceasefire', 'there is no question of a toll'; not 'there will be no deal until'."""
    is_bound = any(t.lower_ in _BINDING for t in copula.subtree if t.i > copula.i)
    if is_bound:
        return False
    if thing.lemma_ == "question":
        return has_child(thing, ("of",), "prep")
    is_coming = has_auxiliary(copula, _COMING) or (copula.dep_ == "xcomp" and copula.head.lemma_ == "go")
    is_with_foe = thing.lemma_.lower() in stances.TALKED and has_child(thing, ("with",), "prep")  # 'no talks with rebels'
    return is_coming and (is_with_foe or thing.lemma_.lower() in _DEALS | CLASSES["matter"])
