"""What a party says it will go on with, or be made to do by nobody: 'the drilling will continue', 'would not be pushed into a sale'.

All of it refuses what the others ask for: an end of it, or the very step.
"""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, children, has_auxiliary, has_child, has_left, is_negated
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import parties_of
from gobetween.reading.talks.positions.modality.conditions import is_within_condition
from gobetween.reading.talks.positions.modality.unreal import is_unreal
from gobetween.reading.talks.positions.sayings.own_words import is_of_own, told_by
from gobetween.reading.talks.positions.stands import Stand, issue_range
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_WILL = words("will would wo shall 'll ’ll 'd ’d")
_GOING_ON = {"continue": "", "go": "on", "carry": "on", "press": "ahead", "push": "ahead", "forge": "ahead", "proceed": ""}
_ENDING = words("stop end cease halt")
# what one side does and another wants ended
_CONTESTED = words(
    """enrichment drilling construction building settlement pumping fishing whaling hunting mining logging patrol occupation deployment
    blockade ban embargo sanction tariff export import programme program exercise test testing launch presence project expansion dam
    filling levy toll checkpoint post policy outpost reform closure sale privatisation privatization exploration reactor"""
)
_DOING = words(
    """enrich build drill fish pump mine log settle hold occupy patrol resist oppose block refuse reject boycott withhold detain sell
    arm test expand control administer govern operate produce export collect charge levy impose fly sail run"""
)
_SOFT = words("work talk negotiate discuss try meet look help support monitor follow provide seek serve hope speak wait play travel")
_KEPT_SO = words("open closed shut going running alive intact place force under")
_NEVER_KEPT = words("door channel line eye word promise option communication contact dialogue mind pressure talk")
_STAYING = words("independent neutral sovereign put firm outside")
_PUSHED = words(
    """push bully force rush blackmail intimidate pressure pressurise pressurize drag draw coerce dictate browbeat bounce hurry stampede
    strongarm cow bribe cajole hold"""
)
_LEAVING = stances.REFUSED | words("leave go sell move abandon quit")
_BEING = words("am is are 'm ’m 're ’re 's ’s was were")
_VERBS = _GOING_ON.keys() | _ENDING | _PUSHED | _LEAVING | words("keep stay remain let")


def resolved(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """The refusal of whoever says so of its own side, or of what is at issue; none for what is only planned, asked or supposed."""
    is_passive = child(verb, "auxpass") is not None and is_negated(verb)
    if not (verb.lemma_ in _VERBS or is_passive) or voices.at(verb.idx) is None or is_within_condition(verb) or is_unreal(verb):
        return None
    subject = child(verb, *SUBJECTS)
    parties = told_by(scene, voices, verb) if subject is not None else ()
    if subject is None or not parties or not (_is_matter_going_on(verb, subject) or _is_own(scene, voices, verb, subject, parties)):
        return None
    first, last = clause_tokens(verb)
    issue = (first, verb.i) if _is_matter_going_on(verb, subject) else issue_range(verb, last)
    return Stand(parties, Stance.REJECT, (first, last), issue if issue[0] < issue[1] else (first, last), shown_by=verb.i)


def _is_matter_going_on(verb: Token, subject: Token) -> bool:
    """'the drilling will continue', 'the patrols would not stop', 'the ban will stay in place'."""
    if subject.lemma_.lower() not in _CONTESTED or not has_auxiliary(verb, _WILL):
        return False
    if verb.lemma_ in _ENDING:
        return is_negated(verb) and child(verb, "dobj") is None
    if is_negated(verb):
        return False
    if verb.lemma_ in ("stay", "remain"):
        return _is_kept_so(verb)
    return _is_going_on(verb) and child(verb, "xcomp") is None


def _is_going_on(verb: Token) -> bool:
    small = _GOING_ON.get(verb.lemma_)
    return small is not None and (not small or has_child(verb, (small,)))


def _is_kept_so(verb: Token) -> bool:
    return any(t.lower_ in _KEPT_SO for t in verb.subtree if t.i > verb.i)


def _is_own(scene: Scene, voices: Voices, verb: Token, subject: Token, parties: tuple[str, ...]) -> bool:
    """What the speaker's own side does: 'we will keep the posts open', 'it would stay independent', 'would not be bullied'."""
    meant = parties_of(scene, subject)
    is_of_speaker = is_of_own(scene, voices, verb) or subject.lower_ == "we" or bool(set(meant) & set(parties))
    if verb.lemma_ == "let":
        pushed = next((c for c in children(verb, "ccomp", "xcomp") if c.lemma_ in _PUSHED and child(c, "auxpass") is not None), None)
        is_self = pushed is not None and any(t.lower_.endswith(("self", "selves")) for t in verb.doc[verb.i + 1 : pushed.i])
        return is_self and is_negated(verb) and has_auxiliary(verb, _WILL) and (is_of_speaker or not meant)
    if not is_of_speaker:
        return False
    if is_negated(verb):
        is_driven = any(c.lower_ in ("into", "off", "aside", "around") for c in verb.rights)
        is_pushed = (verb.lemma_ in _PUSHED or is_driven) and child(verb, "auxpass") is not None and has_auxiliary(verb, _WILL)
        is_now = verb.tag_ == "VBG" and has_auxiliary(verb, _BEING) and verb.lemma_ in _LEAVING
        return is_pushed or (is_now and child(verb, "xcomp") is None)
    if not has_auxiliary(verb, _WILL):
        return False
    thing = child(verb, "dobj")
    if verb.lemma_ == "keep":
        is_kept = thing is not None and thing.lemma_.lower() not in _NEVER_KEPT and thing.pos_ != "PRON"
        return (
            is_kept
            and child(verb, "dobj") is not None
            and any(t.lower_ in _KEPT_SO for t in verb.subtree if thing is not None and t.i > thing.i)
        )
    if verb.lemma_ in ("stay", "remain"):
        return any(t.lower_ in _STAYING for t in children(verb, "acomp", "advmod", "oprd"))
    if not _is_going_on(verb):
        return False
    goals = [g for g in children(verb, "xcomp") if g.i > verb.i]
    things = [*children(verb, "dobj"), *(g for p in verb.rights for g in children(p, "pobj") if p.lower_ == "with")]
    things += [
        g for c in children(verb, "advmod", "prt") for p in children(c, "prep") if p.lower_ == "with" for g in children(p, "pobj")
    ]
    is_hard = any(c.tag_ == "VBG" and c.lemma_ not in _SOFT for c in verb.rights) and verb.lemma_ in ("carry", "go")
    is_hard = is_hard or any(g.lemma_ in _DOING and child(g, "dobj", "prep") is not None for g in goals)
    return is_hard or any(t.lemma_.lower() in _CONTESTED and not has_left(t, ("no",)) for t in things)
