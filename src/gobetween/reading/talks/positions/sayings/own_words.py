"""What a speaker says of its own side: 'we need a guarantee', 'it could accept a fund', 'our position is'; and whether it does."""

from __future__ import annotations

from spacy.tokens import Token

from gobetween.model.evidence import SourceType, Stance
from gobetween.reading.scene import Scene
from gobetween.reading.speech.voices import Voices
from gobetween.reading.syntax import SUBJECTS, child, child_called, children, has_auxiliary, has_child, has_left, is_negated, subject_of
from gobetween.reading.talks.clauses import clause_tokens
from gobetween.reading.talks.parties import owner_of, parties_of
from gobetween.reading.talks.positions.modality.conditions import condition_near, is_within_condition
from gobetween.reading.talks.positions.modality.wishes import is_of_neither
from gobetween.reading.talks.positions.stands import Stand, issue_range, plain_stand
from gobetween.reading.talks.positions.wording import stances
from gobetween.reading.word_lists import words

_NEEDING = words("need expect prefer await")
_COULD = words("could can might may")
_TAKING = words("accept agree sign join support back endorse consider live settle take approve tolerate imagine envisage swallow")
_GETTING = words("see have get know be hear receive obtain keep make ensure protect secure")  # all else is its own doing
_NO_ISSUES = words("time money help comment rest day hour week month minute coffee tea lunch sleep food break drink")
_PRAISE = words("praise credit thank gratitude respect medal applause attention mention blame")
_OWN_BODIES = words(
    "state government treasury taxpayer country company firm board union management ministry delegation side party bank"
)
_OFFICES = frozenset({SourceType.OUTLET, SourceType.DOCUMENT})
_SAYING = words("say tell insist argue maintain warn add declare state repeat stress")
_INSISTING = words(
    """plain known say insist warn clear stress declare tell repeat add reiterate maintain announce state argue vow signal emphasize
    emphasise underline underscore note remark affirm reaffirm believe think feel hold suggest indicate explain"""
)
_STANCES = words("position view stance stand line insistence belief conviction")
_STEPS = 3  # from a clause up to the verb by which it is said
_LONGEST = 22  # tokens before a clause that still belong to it
_OPENLY = frozenset({"whether", "if", "when", "how", "what"})


def is_of_own(scene: Scene, voices: Voices, verb: Token) -> bool:
    """Whether whoever is cited with the verb speaks of its own side: 'Norway said it could', 'our members will not'."""
    speaker, subject = voices.at(verb.idx), subject_of(verb)
    if speaker is None or subject is None:
        return False
    who = scene.references.who(subject)
    if who is not None and (who.name == speaker.name or (who.actor is not None and who.actor == speaker.actor)):
        return True
    return speaker.actor is not None and speaker.actor in parties_of(scene, subject)


def told_by(scene: Scene, voices: Voices, token: Token) -> tuple[str, ...]:
    """The actor who is cited with these words, or who 'made clear' what they say; nobody for an outlet's own."""
    speaker, over = voices.at(token.idx), token.head
    is_nearer = token.dep_ == "ccomp" and over.lemma_.lower() in _INSISTING and voices.at(over.idx) is speaker and over.i < token.i
    if token.dep_ in ("acl", "ccomp", "relcl") and over.pos_ == "NOUN" and over.lemma_ in _STANCES:
        owner = owner_of(scene, over)
        return (owner,) if owner is not None else ()  # 'has not given up its position that the truce must last'
    subject = child(over, "nsubj") if is_nearer else None
    if subject is not None and (found := parties_of(scene, subject)):
        return found  # 'Norway said it was late, while Canadian ministers insisted that it must sign'
    if speaker is not None and speaker.actor and speaker.source_type is not SourceType.OUTLET:
        return (speaker.actor,)  # also of its letter or memorandum
    above = token.head
    for _ in range(_STEPS):
        told = (above, *children(above, "acomp", "oprd", "ccomp"))
        if above.pos_ in ("VERB", "AUX") and above.dep_ != "conj" and any(t.lemma_.lower() in _INSISTING for t in told):
            subject = subject_of(above)
            if subject is not None and (found := parties_of(scene, subject)):
                return found
        above = above.head
    return ()


def own_body(scene: Scene, voices: Voices, verb: Token) -> str | None:
    """Whoever is cited with 'the state would not pay', 'the firm needs': of no side that the text names, so of the speaker's own."""
    speaker, subject = voices.at(verb.idx), subject_of(verb)
    if speaker is None or subject is None or speaker.source_type in _OFFICES or subject.pos_ != "NOUN":
        return None
    is_own = subject.lemma_.lower() in _OWN_BODIES and has_left(subject, ("the",)) and scene.names.at(subject) is None
    is_own = is_own and not parties_of(scene, subject)
    is_known = speaker.actor is not None or speaker.source_type is SourceType.NAMED_PERSON
    return (speaker.actor or speaker.name) if is_own and is_known else None


def of_own_body(scene: Scene, voices: Voices, verb: Token, stance: Stance) -> Stand | None:
    """The clause of the verb as a position of that speaker."""
    party = own_body(scene, voices, verb)
    if party is None:
        return None
    words_of = clause_tokens(verb)
    return Stand((party,), stance, with_saying(scene, verb, (party,), words_of), issue_range(verb, words_of[1]), shown_by=verb.i)


def with_saying(scene: Scene, verb: Token, parties: tuple[str, ...], words_of: tuple[int, int]) -> tuple[int, int]:
    """The words of a clause that does not name its party, with those before it that do: 'Norway says six days is too few'."""
    at = verb
    for _ in range(_STEPS):
        if at.dep_ not in ("conj", "ccomp"):
            return words_of
        at = at.head
        if at.lemma_ in _SAYING and at.i < words_of[0]:
            break
    subject = child(at, "nsubj")
    if subject is None or at.lemma_ not in _SAYING or words_of[0] - subject.left_edge.i > _LONGEST:
        return words_of
    who = scene.references.who(subject)
    is_theirs = (who is not None and (who.actor in parties or who.name in parties)) or bool(
        set(parties_of(scene, subject)) & set(parties)
    )
    return (subject.left_edge.i, words_of[1]) if is_theirs and subject.i < at.i else words_of


def own_word(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """What only a party's own word makes a position: what it needs, and what it could take."""
    lemma = verb.lemma_.lower()
    if lemma not in _NEEDING and lemma not in _TAKING and lemma != "deserve":
        return None
    if child(verb, *SUBJECTS) is None or is_negated(verb) or is_within_condition(verb) or is_of_neither(verb):
        return None
    if has_child(verb, _OPENLY, "mark"):
        return None
    if lemma == "need" and (needed := _needed_by_others(scene, voices, verb)) is not None:
        return needed
    if lemma == "deserve":
        return _deserved(scene, voices, verb)
    if lemma in _NEEDING:
        thing = child(verb, "dobj") or child(verb, "xcomp", "ccomp")
        is_meant = thing is not None and thing.lemma_ not in _NO_ISSUES and (lemma != "expect" or child(verb, "dobj") is None)
        is_meant = is_meant and not (thing is not None and lemma == "need" and thing.dep_ == "xcomp" and thing.lemma_ not in _GETTING)
        is_meant = is_meant and thing is not None and thing.lemma_ not in stances.TALKING and thing.ent_type_ not in ("DATE", "TIME")
        if not is_meant or has_auxiliary(verb, _COULD) or not is_of_own(scene, voices, verb):
            return None
        return plain_stand(scene, verb, Stance.DEMAND)
    if lemma in _TAKING and has_auxiliary(verb, _COULD) and is_of_own(scene, voices, verb):
        is_about = child(verb, "dobj", "xcomp", "ccomp") or child_called(verb, ("to", "with", "for"), "prep")
        found = plain_stand(scene, verb, Stance.ACCEPT) if is_about is not None else None
        return found.on_condition(condition_near(verb)) if found is not None else None
    return None


def _needed_by_others(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """'every ward needs two more nurses': a number, demanded by whoever says so of its people or places."""
    thing, subject, parties = child(verb, "dobj"), child(verb, "nsubj"), told_by(scene, voices, verb)
    is_sum = thing is not None and any(c.lower_ == "more" for c in thing.subtree)
    if thing is None or subject is None or not parties or not is_sum or subject.pos_ != "NOUN" or thing.lemma_ in _NO_ISSUES:
        return None
    if parties_of(scene, subject) or has_auxiliary(verb, _COULD):
        return None
    words_of = clause_tokens(verb)
    return Stand(parties, Stance.DEMAND, words_of, (thing.left_edge.i, max(words_of[1], thing.i + 1)), shown_by=verb.i)


def _deserved(scene: Scene, voices: Voices, verb: Token) -> Stand | None:
    """'the night crews deserve a rise': demanded by whoever says so of its people."""
    thing, parties = child(verb, "dobj"), told_by(scene, voices, verb)
    if thing is None or not parties or thing.lemma_.lower() in _PRAISE or has_auxiliary(verb, _COULD):
        return None
    words_of = clause_tokens(verb)
    return Stand(parties, Stance.DEMAND, words_of, (thing.left_edge.i, max(words_of[1], thing.i + 1)), shown_by=verb.i)
